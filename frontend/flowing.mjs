// Two changes to the compiled style sheet, so that one sheet serves every look and direction.
//
// 1. Left and right become start and end: govuk-frontend is written for left-to-right pages only.
// 2. Type sizes are multiplied by --heard-scale: a look for children is the same sheet, larger.

const SIDE = { left: "start", right: "end" };
const start = "(?<=[{;])";
const corners = {
  "top-left": "start-start",
  "top-right": "start-end",
  "bottom-left": "end-start",
  "bottom-right": "end-end",
};

function sides(css) {
  return css
    .replace(new RegExp(`${start}(margin|padding|border)-(left|right)(?=[-:])`, "g"), (_, box, side) => `${box}-inline-${SIDE[side]}`)
    .replace(new RegExp(`${start}(left|right):`, "g"), (_, side) => `inset-inline-${SIDE[side]}:`)
    .replace(new RegExp(`${start}(text-align):(left|right)`, "g"), (_, name, side) => `${name}:${SIDE[side]}`)
    .replace(new RegExp(`${start}(float|clear):(left|right)`, "g"), (_, name, side) => `${name}:inline-${SIDE[side]}`)
    .replace(new RegExp(`${start}border-(top|bottom)-(left|right)-radius`, "g"), (_, y, x) => `border-${corners[`${y}-${x}`]}-radius`);
}

/** `margin: a b c d` with b and d apart says right and left: say end and start instead. */
function shorthands(css) {
  const value = "([^\\s;}()]+)";
  const four = new RegExp(`${start}(margin|padding):${value} ${value} ${value} ${value}(?=[;}])`, "g");
  return css.replace(four, (whole, box, top, end, bottom, begin) =>
    end === begin ? whole : `${box}-block:${top} ${bottom};${box}-inline:${begin} ${end}`);
}

function scale(css) {
  const size = new RegExp(`${start}font-size:([\\d.]+)rem`, "g");
  return css.replace(size, (_, rem) => `font-size:calc(${rem}rem*var(--heard-scale,1))`);
}

export function flowing(css) {
  return scale(shorthands(sides(css)));
}
