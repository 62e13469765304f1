// Puts a region that the server has drawn anew in the place of what the page shows.
import { announce } from "./app.js";
import { parse, renew } from "./morph.js";

/** So near its end, in pixels, a log follows what is written. */
const near = 40;

/** @param {string} html */
export function place(html) {
  const next = parse(html);
  const now = next && document.getElementById(next.id);
  if (!next || !now) return;
  const said = now.dataset.say;
  follow(now, () => renew(now, next));
  if (now.dataset.say && now.dataset.say !== said) announce(now.dataset.say);
}

/**
 * Puts lines behind those of the log that is there, and lets go of those before the first that stays.
 * @param {{ first: string, html: string[] }} added
 */
export function add({ first, html }) {
  const log = document.getElementById("room-log");
  const stays = document.getElementById(first);
  if (!log || stays?.parentElement !== log) return;
  follow(log, () => {
    while (stays.previousElementSibling) stays.previousElementSibling.remove();
    for (const line of html.map(parse)) if (line) log.append(line);
  });
}

/**
 * @param {HTMLElement} now
 * @param {() => void} change
 */
function follow(now, change) {
  const follows = now.matches(".log") && now.scrollHeight - now.scrollTop - now.clientHeight < near;
  change();
  if (follows) now.scrollTop = now.scrollHeight;
}
