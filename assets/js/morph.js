// Puts new markup in the place of old without losing focus, selection or what is being typed.
import { markup } from "./trust.js";

/**
 * The first element of `html`, which must come from our own server.
 * @param {string} html
 * @returns {Element | null}
 */
export function parse(html) {
  const template = document.createElement("template");
  template.innerHTML = markup(html);
  return template.content.firstElementChild;
}

/**
 * A whole page of ours.
 * @param {string} html
 */
export function documentOf(html) {
  return new DOMParser().parseFromString(/** @type {string} */ (markup(html)), "text/html");
}

/**
 * Makes `now` look like `next`, and leaves the keyboard where it is. Where that thing is gone, the keyboard is at what it stood
 * in, and goes on from there.
 * @param {Element} now
 * @param {Element} next
 */
export function renew(now, next) {
  const held = document.activeElement;
  const around = [];
  for (let one = now.contains(held) ? held : null; one; one = one === now ? null : one.parentElement) around.push(one);
  morph(now, next);
  if (held === document.activeElement) return;
  const place = around.find((one) => one.isConnected);
  if (!(place instanceof HTMLElement)) return;
  if (place !== held) place.tabIndex = -1;
  place.focus({ preventScroll: true });
}

/**
 * Makes `now` look like `next`. What in it carries `data-own` belongs to the browser and is left alone.
 * @param {Element} now
 * @param {Element} next
 */
function morph(now, next) {
  morphAttributes(now, next);
  let place = now.firstChild;
  for (const wanted of [...next.childNodes]) {
    const found = counterpart(place, wanted);
    if (!found) now.insertBefore(wanted, place);
    else if (found === place) place = place.nextSibling;
    else now.insertBefore(found, place);
    if (found instanceof Element) {
      if (!found.hasAttribute("data-own")) morph(found, /** @type {Element} */ (wanted));
    } else if (found && found.nodeValue !== wanted.nodeValue) found.nodeValue = wanted.nodeValue;
  }
  while (place) {
    const gone = place;
    place = place.nextSibling;
    gone.remove();
  }
}

/**
 * @param {Element} now
 * @param {Element} next
 */
function morphAttributes(now, next) {
  for (const { name } of [...now.attributes]) {
    // A fold that somebody has opened stays open, and what the keyboard was put at can keep it.
    if (!next.hasAttribute(name) && name !== "open" && name !== "tabindex") now.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (now.getAttribute(name) !== value) now.setAttribute(name, value);
  }
}

/**
 * The node at or after `place` that `wanted` is the new state of. What has an id only ever becomes itself, so that a button
 * under somebody's finger never turns into another one.
 * @param {ChildNode | null} place
 * @param {Node} wanted
 */
function counterpart(place, wanted) {
  const id = idOf(wanted);
  let node = place;
  while (id && node && idOf(node) !== id) node = node.nextSibling;
  return node && node.nodeName === wanted.nodeName && idOf(node) === id ? node : null;
}

/** @param {Node} node */
function idOf(node) {
  return node instanceof Element ? node.id : "";
}
