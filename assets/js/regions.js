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
  const log = now.querySelector(".log");
  const follows = !log || log.scrollHeight - log.scrollTop - log.clientHeight < near;
  const said = now.dataset.say;
  renew(now, next);
  const lines = now.querySelector(".log");
  if (lines && follows) lines.scrollTop = lines.scrollHeight;
  if (now.dataset.say && now.dataset.say !== said) announce(now.dataset.say);
}
