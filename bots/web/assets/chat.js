// Makes the page live: messages come by themselves, what is typed shows at once, and what stood on the screen is
// told. Without it every form still works. Written for the browsers inside chat apps: nothing newer than ES2018.
(function () {
  'use strict';
  const chat = document.getElementById('chat');
  const log = document.getElementById('log');
  const write = document.getElementById('write');
  if (!chat || !log || !write || !window.EventSource || !window.fetch || !window.URLSearchParams) return;

  const words = chat.dataset;
  const field = document.getElementById('text');
  const line = document.getElementById('line');
  const scroller = document.getElementById('scroller');
  const toNewest = document.getElementById('to-newest');
  const plainTitle = document.title;
  const longestSilenceMs = 50000;
  document.getElementById('refresh').hidden = true;

  // --- the line to the hub ---------------------------------------------------------------------------------

  let last = Number(words.after);
  let source = null;
  let failures = 0;
  let again = 0;
  let silence = 0;

  function connect() {
    clearTimeout(again);
    if (source) source.close();
    source = new EventSource('/chat/live?after=' + last);
    source.addEventListener('open', function () {
      failures = 0;
      line.textContent = '';
      alive();
      void sendWaiting();
      tellLater();
    });
    source.addEventListener('message', function (event) {
      alive();
      take(JSON.parse(event.data));
      last = Math.max(last, Number(event.lastEventId));
    });
    source.addEventListener('alive', alive);
    source.addEventListener('ended', function () {
      location.reload();
    });
    source.addEventListener('error', reconnect);
    alive();
  }

  // A browser would wait in its own way and say nothing: we wait, and say so.
  function reconnect() {
    source.close();
    clearTimeout(silence);
    clearTimeout(again);
    failures += 1;
    line.textContent = navigator.onLine ? words.connecting : words.offline;
    again = setTimeout(connect, Math.min(15000, 500 * Math.pow(2, failures)) * (0.75 + Math.random() / 2));
  }

  // A line that is dead without an error, as after a tunnel.
  function alive() {
    clearTimeout(silence);
    silence = setTimeout(reconnect, longestSilenceMs);
  }

  window.addEventListener('online', connect);
  window.addEventListener('offline', reconnect);

  // --- messages --------------------------------------------------------------------------------------------

  let unread = 0;

  /** Shows a message: in its place where it is there already, else where its id sorts it. */
  function take(message) {
    const box = document.createElement('template');
    box.innerHTML = message.html;
    const fresh = box.content.firstElementChild;
    const known = document.getElementById('m-' + message.id) || pendingOf(fresh.dataset.client);
    if (known) {
      const hadFocus = known.contains(document.activeElement);
      // Seen already, though the hub may not have known it when it wrote this.
      if (known.dataset.seen !== undefined) fresh.dataset.seen = '';
      known.replaceWith(fresh);
      if (hadFocus) fresh.focus({ preventScroll: true });
    } else {
      // Older than the page shows: it stands on another page.
      if (log.dataset.first && message.id < log.dataset.first) return;
      if (!log.dataset.first) log.dataset.first = message.id;
      log.insertBefore(fresh, placeFor(message.id));
      fresh.classList.add('arrived');
      const empty = document.querySelector('.empty');
      if (empty) empty.remove();
      if (message.direction === 'out') noteNew();
    }
    if (message.direction === 'out') {
      tell('delivered', message.id);
      watch(fresh);
    }
  }

  function placeFor(id) {
    for (let place = log.lastElementChild; place; place = place.previousElementSibling) {
      if (place.dataset.id && place.dataset.id < id) return place.nextElementSibling;
    }
    return log.firstElementChild;
  }

  function pendingOf(client) {
    return client ? log.querySelector('[data-client="' + client + '"]') : null;
  }

  function noteNew() {
    if (document.hidden) {
      unread += 1;
      document.title = '(' + unread + ') ' + plainTitle;
    }
    if (scroller.scrollTop < -120) {
      toNewest.hidden = false;
      return;
    }
    // Near the end is at the end: else what is new would stand just below the screen.
    scroller.scrollTop = 0;
    fromTheFirst();
  }

  function isSeen(message) {
    return message.classList.contains('out') && message.dataset.seen !== undefined;
  }

  function firstUnseen() {
    return log.querySelector('.message.out:not([data-seen])');
  }

  // The page stays at its end. What nobody has seen yet, and is longer than the screen, is read from its beginning:
  // nothing is pushed out by what comes after it, nor by what one typed oneself.
  function fromTheFirst() {
    let first = null;
    for (let place = log.lastElementChild; place && !isSeen(place); place = place.previousElementSibling) {
      if (place.classList.contains('out')) first = place;
    }
    const height = first ? log.getBoundingClientRect().bottom - first.getBoundingClientRect().top : 0;
    if (height > scroller.clientHeight) first.scrollIntoView({ block: 'start' });
  }

  toNewest.addEventListener('click', function () {
    const first = firstUnseen();
    if (first) first.scrollIntoView({ block: 'start' });
    else scroller.scrollTop = 0;
    toNewest.hidden = true;
  });
  scroller.addEventListener('scroll', function () {
    if (scroller.scrollTop > -60) toNewest.hidden = true;
  });

  // --- what arrived and what was seen ----------------------------------------------------------------------

  const told = { delivered: new Set(), seen: new Set() };
  /** Messages whose end stands on the screen, and since when. */
  const onScreen = new Map();
  const longEnoughMs = 500;
  let telling = 0;

  function tell(kind, id) {
    told[kind].add(id);
    tellLater();
  }

  function tellLater() {
    if (!telling && told.delivered.size + told.seen.size > 0) telling = setTimeout(tellNow, 400);
  }

  async function tellNow() {
    clearTimeout(telling);
    telling = 0;
    const delivered = Array.from(told.delivered).slice(0, 100);
    const seen = Array.from(told.seen).slice(0, 100);
    if (delivered.length + seen.length === 0) return;
    delivered.forEach((id) => told.delivered.delete(id));
    seen.forEach((id) => told.seen.delete(id));
    try {
      await post('/chat/receipts', { delivered: delivered.join(), seen: seen.join() });
      tellLater();
    } catch {
      delivered.forEach((id) => told.delivered.add(id));
      seen.forEach((id) => told.seen.add(id));
      if (!telling) telling = setTimeout(tellNow, 5000);
    }
  }

  // A message was seen when its end stood on the screen for a moment, before somebody who had the page open: not
  // when another one pushed it out at once.
  const watcher =
    window.IntersectionObserver &&
    new IntersectionObserver(function (entries) {
      entries.forEach(function (entry) {
        const message = entry.target.closest('.message');
        if (entry.isIntersecting) onScreen.set(message, performance.now());
        else onScreen.delete(message);
      });
      setTimeout(noteSeen, longEnoughMs);
    });

  function watch(message) {
    if (watcher && message.dataset.seen === undefined) watcher.observe(message.querySelector('.end'));
  }

  function noteSeen() {
    if (document.hidden) return;
    const now = performance.now();
    onScreen.forEach(function (since, message) {
      if (now - since < longEnoughMs - 20) return;
      onScreen.delete(message);
      watcher.unobserve(message.querySelector('.end'));
      if (message.isConnected && message.dataset.seen === undefined) {
        message.dataset.seen = '';
        tell('seen', message.dataset.id);
      }
    });
  }

  document.addEventListener('visibilitychange', function () {
    if (document.hidden) return tellNow();
    unread = 0;
    document.title = plainTitle;
    onScreen.forEach((_, message) => onScreen.set(message, performance.now()));
    setTimeout(noteSeen, longEnoughMs);
    if (source.readyState === EventSource.CLOSED) connect();
  });
  window.addEventListener('pagehide', tellNow);

  // --- what is said ----------------------------------------------------------------------------------------

  /** Typed and not taken by the hub yet, oldest first. */
  const waiting = [];
  let sending = false;

  /** The hub's answer, also where it refuses. Throws where asking again later makes sense. */
  async function post(url, fields) {
    const reply = await fetch(url, {
      method: 'POST',
      headers: { accept: 'application/json' },
      body: new URLSearchParams(Object.assign({ formToken: words.token }, fields)),
      keepalive: true,
    });
    if (reply.status >= 500 || reply.status === 429) throw new Error('not now');
    return { ok: reply.ok, answer: reply.status === 204 ? null : await reply.json() };
  }

  function say(text) {
    const client = newClient();
    const item = document.createElement('li');
    item.className = 'message in';
    item.dataset.client = client;
    item.innerHTML =
      '<div class="bubble"><div class="text"></div><p class="when"><span class="state"></span></p></div>';
    item.querySelector('.text').textContent = text;
    log.append(item);
    scroller.scrollTop = 0;
    waiting.push({ client, text });
    void sendWaiting();
  }

  async function sendWaiting() {
    if (sending) return;
    sending = true;
    while (waiting.length > 0 && (await sendFirst()));
    sending = false;
  }

  async function sendFirst() {
    const { client, text } = waiting[0];
    state(client, words.sending);
    try {
      const { ok, answer } = await post('/chat/messages', { client, text });
      waiting.shift();
      if (ok) take({ id: answer.id, direction: 'in', html: answer.html });
      else state(client, answer.detail || words.notSent, true);
      return true;
    } catch {
      // Asked again under the same id: the hub takes it once.
      state(client, words.trying, true);
      setTimeout(sendWaiting, 3000);
      return false;
    }
  }

  function state(client, text, failing) {
    const item = pendingOf(client);
    if (!item) return;
    item.classList.toggle('failing', Boolean(failing));
    item.querySelector('.state').textContent = text;
  }

  function newClient() {
    const bytes = crypto.getRandomValues(new Uint8Array(12));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  document.querySelectorAll('form.say').forEach(function (form) {
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      const text = form.elements.text.value.trim();
      if (text) say(text);
      if (form === write) {
        field.value = '';
        grow();
        field.focus();
      }
    });
  });

  field.addEventListener('input', grow);
  field.addEventListener('keydown', function (event) {
    const keyboard = window.matchMedia('(pointer: fine)').matches;
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !keyboard) return;
    event.preventDefault();
    write.requestSubmit();
  });

  function grow() {
    field.rows = Math.min(5, Math.max(1, field.value.split('\n').length));
  }

  // --- buttons under messages ------------------------------------------------------------------------------

  log.addEventListener('click', function (event) {
    const button = event.target.closest('.choices button');
    if (!button) return;
    event.preventDefault();
    void press(button);
  });

  async function press(button) {
    const form = button.form;
    const message = form.closest('.message');
    const buttons = Array.from(form.querySelectorAll('button'));
    const label = button.textContent;
    const free = function () {
      buttons.forEach((each) => (each.disabled = false));
      button.textContent = label;
    };
    const fail = function (detail) {
      free();
      const mark = message.querySelector('.state');
      message.classList.add('failing');
      mark.textContent = detail || words.notPressed;
    };
    buttons.forEach((each) => (each.disabled = true));
    button.textContent = words.sending;
    message.focus({ preventScroll: true });
    try {
      const { ok, answer } = await post('/chat/taps', { message: message.dataset.id, button: button.value });
      // The answer changes the message itself; where none comes, one may press again.
      if (ok) setTimeout(free, 10000);
      else fail(answer.detail);
    } catch {
      fail();
    }
  }

  const unseen = firstUnseen();
  if (unseen) unseen.scrollIntoView({ block: 'start' });
  log.querySelectorAll('.message').forEach(watch);
  connect();
})();
