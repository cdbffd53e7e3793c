// Builds the style sheet, the scripts, the fonts and the pictures of Heard into the Django app `ui`.
// The same sources give the same bytes on every machine: no times, no hashes, no source maps.
import { copyFile, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import * as sass from "sass";
import { flowing } from "./flowing.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "..", "heard", "foundations", "ui", "static", "heard");
const type = join(here, "node_modules", "@fontsource", "atkinson-hyperlegible-next");
const faces = ["latin-400", "latin-700", "latin-ext-400", "latin-ext-700"];

async function empty(folder) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

async function style() {
  const { css } = await sass.compileAsync(join(here, "sass", "heard.scss"), {
    style: "compressed",
    loadPaths: [join(here, "node_modules")],
    quietDeps: true,
  });
  await writeFile(join(out, "heard.css"), flowing(css));
}

async function scripts() {
  await build({
    entryPoints: [join(here, "js", "heard.js")],
    outfile: join(out, "heard.js"),
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    legalComments: "none",
    logLevel: "warning",
  });
}

async function fonts() {
  const to = await empty(join(out, "fonts"));
  for (const face of faces) {
    const file = `atkinson-hyperlegible-next-${face}-normal.woff2`;
    await copyFile(join(type, "files", file), join(to, file));
  }
  await copyFile(join(type, "LICENSE"), join(to, "LICENSE.txt"));
}

async function images() {
  const to = await empty(join(out, "images"));
  for (const file of (await readdir(join(here, "images"))).sort()) {
    await copyFile(join(here, "images", file), join(to, file));
  }
}

await empty(out);
await Promise.all([style(), scripts(), fonts(), images()]);
