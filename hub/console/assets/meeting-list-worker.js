// What the browser runs beside the secretary's list, so that it opens without a line. `self.needed` names what the page
// needs besides itself (hub/attendance/pages/kept-list.ts).
(function () {
  'use strict';
  const kept = 'caunoi-meeting-lists';
  const list = /^\/console\/meetings\/[\w-]+\/list$/;
  /** A line that says nothing for so long is taken to be cut. */
  const patienceMs = 5_000;
  /** Names do not lie about on a phone for longer than the meeting needs. */
  const keptForMs = 2 * 86_400_000;

  self.addEventListener('install', function (event) {
    const all = caches.open(kept).then((cache) => cache.addAll(self.needed));
    event.waitUntil(all.then(() => self.skipWaiting()));
  });
  self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

  self.addEventListener('fetch', function (event) {
    const { request } = event;
    const { origin, pathname } = new URL(request.url);
    if (request.method !== 'GET' || origin !== self.location.origin) return;
    if (request.mode === 'navigate' && list.test(pathname)) event.respondWith(showList(event, pathname));
    else if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => lastList(pathname)));
    else if (pathname.startsWith('/assets/')) event.respondWith(fromKept(request));
  });

  async function showList(event, pathname) {
    const asked = fetchAndKeep(event.request, pathname);
    // It is kept also where the reader was shown the older one meanwhile.
    event.waitUntil(asked.catch(() => {}));
    const waited = new Promise((resolve) => setTimeout(resolve, patienceMs, null));
    const answer = await Promise.race([asked.catch(() => null), waited]);
    return answer || (await keptList(pathname)) || (await asked);
  }

  async function fetchAndKeep(request, pathname) {
    const answer = await fetch(request);
    const cache = await caches.open(kept);
    if (answer.ok && !answer.redirected) await cache.put(pathname, answer.clone());
    // Signed out, or no longer theirs to see.
    else if (answer.status < 500) await cache.delete(pathname);
    return answer;
  }

  async function keptList(pathname) {
    const cache = await caches.open(kept);
    const answer = await cache.match(pathname);
    if (!answer) return null;
    if (Date.now() - Date.parse(answer.headers.get('date')) < keptForMs) return answer;
    await cache.delete(pathname);
    return null;
  }

  /** Without a line there is one thing to do: the list that was opened last. */
  async function lastList(pathname) {
    const cache = await caches.open(kept);
    const lists = (await cache.keys())
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => list.test(path));
    for (const path of lists.reverse()) {
      if (path !== pathname && (await keptList(path))) return Response.redirect(path);
    }
    return Response.error();
  }

  async function fromKept(request) {
    const cache = await caches.open(kept);
    return (await cache.match(request)) || (await fetch(request));
  }
})();
