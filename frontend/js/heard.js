// Every page works without this file; with it, some things take fewer steps.
import htmx from "htmx.org/dist/htmx.esm.js";
import { start } from "./components.js";
import { listen } from "./passkey.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
start(document);
listen(document);

// Parts that arrive later need their behaviour too.
htmx.registerExtension("heard-components", {
  htmx_after_settle(_, { newContent }) {
    for (const node of newContent) if (node instanceof Element) start(node);
  },
});
