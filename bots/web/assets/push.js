// Switches alerts on in this browser, once somebody presses for it, and keeps what the hub knows of it right. Shows of
// the texts in #alerts the one that holds. Written for the browsers inside chat apps: nothing newer than ES2018.
(function () {
  'use strict';
  const place = document.getElementById('alerts');
  if (!place) return;
  const facts = place.dataset;
  const word = place.querySelector('[role=status]');
  const laterKey = 'alerts-later';

  function show(when) {
    const shown = Array.from(place.querySelectorAll('[data-when]')).filter(function (each) {
      each.hidden = each.dataset.when !== when;
      return !each.hidden;
    });
    place.hidden = shown.length === 0 && facts.always === undefined;
  }

  function stateNow() {
    const can = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
    // Only Safari on iPhone and iPad has `standalone`: there alerts are for pages on the home screen.
    if (!can) return navigator.standalone === false ? 'iphone' : 'unsupported';
    if (Notification.permission === 'denied') return 'denied';
    if (facts.proof && Notification.permission === 'granted') return 'on';
    return wasPutOff() ? 'put-off' : 'off';
  }

  // --- the offer on the chat itself can be put off; on the page of devices it always stands -------------------

  const later = place.querySelector('[data-later]');
  if (later) {
    later.addEventListener('click', function () {
      try {
        localStorage.setItem(laterKey, 'yes');
      } catch {
        // Private windows keep nothing: it is offered again.
      }
      show('put-off');
    });
  }

  function wasPutOff() {
    try {
      return Boolean(later && localStorage.getItem(laterKey));
    } catch {
      return false;
    }
  }

  // --- on -----------------------------------------------------------------------------------------------------

  place.querySelectorAll('form[data-when]').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      void switchOn(form);
    });
  });

  async function switchOn(form) {
    const button = form.querySelector('button:not([type=button])');
    const box = form.elements.showsTitle;
    word.textContent = '';
    button.disabled = true;
    try {
      // The question comes only after a press, or browsers do not ask it.
      if ((await Notification.requestPermission()) !== 'granted') return show(stateNow());
      word.textContent = await told(await subscribed(), Boolean(box && box.checked));
      if (word.textContent !== '') return;
      if (facts.reloads === undefined) show('done');
      else location.reload();
    } catch {
      word.textContent = facts.failed;
    } finally {
      button.disabled = false;
    }
  }

  async function subscribed() {
    await navigator.serviceWorker.register('/push-worker.js');
    const { pushManager } = await navigator.serviceWorker.ready;
    const known = await pushManager.getSubscription();
    if (known && keyOf(known) !== facts.key) await known.unsubscribe();
    return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(facts.key) });
  }

  /** Tells the hub. Returns why it refuses; nothing where it does not. */
  async function told(subscription, showsTitle) {
    const { endpoint, keys } = subscription.toJSON();
    const fields = {
      formToken: facts.token,
      endpoint,
      p256dh: keys.p256dh,
      auth: keys.auth,
      madeFor: facts.key,
    };
    if (showsTitle) fields.showsTitle = 'yes';
    const reply = await fetch(facts.url, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(fields),
    });
    return reply.ok ? '' : (await reply.json()).detail || facts.failed;
  }

  // --- the hub and the browser may have lost sight of each other -----------------------------------------------

  async function mend() {
    const registration = await navigator.serviceWorker.getRegistration('/');
    const known = registration && (await registration.pushManager.getSubscription());
    if (known && keyOf(known) === facts.key && (await proofOf(known)) === facts.proof) return;
    await told(await subscribed(), facts.showsTitle !== undefined);
  }

  /** By this the hub names an endpoint without showing it. */
  async function proofOf({ endpoint }) {
    const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint));
    return textOf(hash).slice(0, 16);
  }

  function keyOf({ options }) {
    return textOf(options.applicationServerKey);
  }

  /** Base64url, and back. */
  function textOf(buffer) {
    const letters = String.fromCharCode.apply(null, Array.from(new Uint8Array(buffer)));
    return btoa(letters).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '');
  }

  function bytesOf(text) {
    const letters = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  }

  const state = stateNow();
  show(state);
  // Whatever comes of it, alerts can be switched on again by a press.
  if (state === 'on') mend().catch(() => show('off'));
})();
