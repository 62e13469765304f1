/// <reference path="./types.d.ts" />
// The only file that makes Trusted Types policies, so the only way from text to markup or to a script's address. Browsers
// without them take the text as it is.

const region = globalThis.trustedTypes?.createPolicy("region", { createHTML: (html) => html });

const worker = globalThis.trustedTypes?.createPolicy("service-worker", {
  createScriptURL: (address) => (/^\/(sw\.js\?|a\/[a-z0-9]+\/seal\.js$)/.test(address) ? address : ""),
});

/**
 * Markup that our own server has drawn.
 * @param {string} html
 */
export function markup(html) {
  return region ? region.createHTML(html) : html;
}

/**
 * The address of the service worker or of the worker that seals, and of no other script.
 * @param {string} address
 */
export function workerAddress(address) {
  return worker ? worker.createScriptURL(address) : address;
}
