// What stands beside a live room and belongs to other pages: their forms, sent without leaving the room, and leaves of theirs,
// read with the rights of whoever looks.
import { documentOf } from "./morph.js";

/**
 * Sends a form to its page; whether that took it. What changes comes by the pages' own line.
 * @param {HTMLFormElement} form
 * @param {FormData} fields
 */
export async function post(form, fields) {
  try {
    const body = new URLSearchParams(/** @type {[string, string][]} */ ([...fields]));
    const answer = await fetch(form.action, { method: "POST", body, redirect: "manual" });
    return answer.ok || answer.type === "opaqueredirect";
  } catch {
    return false;
  }
}

/**
 * Fills in a leaf that is not there yet.
 * @param {HTMLElement} room
 */
export async function leaf(room) {
  const place = room.querySelector("[data-leaf]:empty");
  if (!(place instanceof HTMLElement)) return;
  place.append(document.createElement("p"));
  const answer = await fetch(place.dataset.leaf ?? "");
  const page = answer.ok ? documentOf(await answer.text()) : null;
  place.replaceChildren(...(page?.querySelectorAll("main .lead, main .sheet") ?? []));
}

/**
 * What was sent stands in its field no more, but for what stays.
 * @param {HTMLFormElement} form
 */
export function clear(form) {
  for (const field of form.querySelectorAll("input:not([type=hidden]), textarea")) {
    if (!field.hasAttribute("data-stays")) /** @type {HTMLInputElement} */ (field).value = "";
  }
}
