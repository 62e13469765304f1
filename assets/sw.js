// Keeps the styles, the scripts, *Get help now* and the offline page at hand. Never any page of somebody signed in: pages are
// asked for without cookies, and nothing is kept but what is listed here.

const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));

const version = new URL(worker.location.href).searchParams.get("v") ?? "";
const cacheName = `kept ${version}`;
const assets = ["site.css", "icons.svg", "js/app.js", "js/leave.js"].map((name) => `/a/${version}/${name}`);
const pages = ["/help", "/offline"];

worker.addEventListener("install", (event) => {
  event.waitUntil(keep().then(() => worker.skipWaiting()));
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(dropOlder().then(() => worker.clients.claim()));
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(fetch(request).catch(() => kept(pages.includes(url.pathname) ? url.pathname : "/offline")));
  } else if (assets.includes(url.pathname)) {
    event.respondWith(fresh() ? fetch(request).catch(() => kept(url.pathname)) : kept(url.pathname));
  }
});

async function keep() {
  const cache = await caches.open(cacheName);
  const asked = [...assets, ...pages].map(async (path) => {
    const answer = await fetch(path, { credentials: "omit", cache: "reload" });
    if (answer.ok && !answer.redirected) await cache.put(path, answer);
  });
  await Promise.all(asked);
}

async function dropOlder() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== cacheName).map((name) => caches.delete(name)));
}

/** @param {string} path */
async function kept(path) {
  const cache = await caches.open(cacheName);
  return (await cache.match(path)) ?? fetch(path);
}

/** Debug builds serve assets from disk: a reload shows a change. */
function fresh() {
  return version === "dev";
}
