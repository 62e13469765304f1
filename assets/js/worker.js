/// <reference path="./types.d.ts" />
// Starts the service worker, which keeps *Get help now* at hand without a connection.

const version = document.body.dataset.worker ?? "";
const address = `/sw.js?v=${encodeURIComponent(version)}`;

const policy = globalThis.trustedTypes?.createPolicy("service-worker", {
  createScriptURL: (/** @type {string} */ url) => (url === address ? url : ""),
});

navigator.serviceWorker?.register(policy ? policy.createScriptURL(address) : address).catch(() => {
  // A private window may refuse it; the page works without.
});

export {};
