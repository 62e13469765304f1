// Starts the service worker, which keeps *Get help now* at hand without a connection.
import { workerAddress } from "./trust.js";

const version = encodeURIComponent(document.body.dataset.worker ?? "");

navigator.serviceWorker?.register(workerAddress(`/sw.js?v=${version}`)).catch(() => {
  // A private window may refuse it; the page works without.
});
