// Leaves the page at once: by the link in the bar, or by Shift three times. Escape is left to dialogs and screen readers.
import { say } from "./app.js";

const patience_ms = 5000;

const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.leave"));
let presses = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let forgetting;

/** @param {HTMLAnchorElement} way */
function leave(way) {
  document.documentElement.hidden = true;
  document.title = " ";
  sessionStorage.clear();
  location.replace(way.href);
}

/** @param {HTMLAnchorElement} way */
function count(way) {
  presses += 1;
  clearTimeout(forgetting);
  if (presses === 3) return leave(way);
  say((presses === 1 ? way.dataset.once : way.dataset.twice) ?? "");
  forgetting = setTimeout(() => (presses = 0), patience_ms);
}

if (link) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave(link);
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "Shift") presses = 0;
    else if (!event.repeat) count(link);
  });
}
