// Wakes what a page needs, and says what a screen reader should hear. Each behaviour is one file and is loaded only where its
// element stands; see README.md.
import "./leave.js";

/** @type {Record<string, string>} */
const behaviours = { "form-draft": "./draft.js", "device-check": "./devices.js", "device-choice": "./equipment.js", "live-region": "./live.js", "live-room": "./room.js", "time-left": "./timer.js" };

/** Loads the behaviours of all elements that the page holds now. */
export function wake() {
  for (const [element, file] of Object.entries(behaviours)) {
    if (document.querySelector(element)) import(file);
  }
}

const pause_ms = 3000;
let free_at = 0;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let waiting;

/**
 * Says `sentence` at once through the page's one status line: for what answers a key.
 * @param {string} sentence
 */
export function say(sentence) {
  const status = document.getElementById("status");
  if (status) status.textContent = sentence;
  free_at = performance.now() + pause_ms;
}

/**
 * Says `sentence` when the line is free, once in three seconds; of several that wait the latest is said.
 * @param {string} sentence
 */
export function announce(sentence) {
  clearTimeout(waiting);
  waiting = setTimeout(() => say(sentence), Math.max(0, free_at - performance.now()));
}

wake();
if (document.body.dataset.worker) import("./worker.js");

// The back button shows nothing that was kept: after signing out, the server has the word.
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});
