// What the browser runs when a push message comes, also while no page of ours is open: shows an alert, and opens the
// page when it is tapped. `self.look` says how alerts look (bots/web/alerts.tsx).
(function () {
  'use strict';
  const look = self.look;

  // Every message must be shown: browsers take the permission away from who wakes people for nothing.
  self.addEventListener('push', function (event) {
    const { title, body, tag, url } = contentOf(event.data);
    const options = { body, tag, renotify: Boolean(tag), icon: look.icon, badge: look.badge, data: { url } };
    event.waitUntil(self.registration.showNotification(title, options));
  });

  function contentOf(data) {
    try {
      return Object.assign({}, look.unreadable, data.json());
    } catch {
      return look.unreadable;
    }
  }

  self.addEventListener('notificationclick', function (event) {
    event.notification.close();
    event.waitUntil(show((event.notification.data || look.unreadable).url));
  });

  /** Brings the page to the front where it stands open already: what is being typed there stays. */
  async function show(path) {
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
    const open = pages.find((page) => new URL(page.url).pathname === path);
    await (open ? open.focus() : self.clients.openWindow(path));
  }

  // The push service changed the subscription. Where the browser does not say which one it was, the page mends it
  // when it is opened next.
  self.addEventListener('pushsubscriptionchange', function (event) {
    if (event.oldSubscription) event.waitUntil(renew(event.oldSubscription, event.newSubscription));
  });

  async function renew(old, given) {
    const { applicationServerKey } = old.options;
    const fresh =
      given ||
      (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey }));
    const { endpoint, keys } = fresh.toJSON();
    const fields = { old: old.endpoint, endpoint, p256dh: keys.p256dh, auth: keys.auth };
    await fetch('/push/renewal', { method: 'POST', body: new URLSearchParams(fields) });
  }

  self.addEventListener('install', () => self.skipWaiting());
  self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
})();
