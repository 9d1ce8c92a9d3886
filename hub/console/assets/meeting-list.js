// The secretary's list. A tap is kept on the phone with its true time until the hub has it, and the row says so; where
// the line is cut that may be tomorrow. Without this script every tap is a form.

const list = document.querySelector('[data-roll]');
if (list) await openList(list);

async function openList(roll) {
  const words = JSON.parse(roll.dataset.words);
  const { reader, roll: url } = roll.dataset;
  const formToken = roll.querySelector('[name=formToken]').value;
  const part = (name) => roll.querySelector(`[data-roll-${name}]`);
  const rows = new Map([...roll.querySelectorAll('[data-member]')].map((row) => [row.dataset.member, row]));
  const store = await openStore();

  /** What the hub is known to have, by member: { mark, words }. */
  const known = new Map(
    [...rows].map(([member, row]) => [
      member,
      { mark: row.dataset.mark || null, words: row.querySelector('[data-roll-state]').textContent },
    ]),
  );
  /** What it has not yet, by member: { mark, at }. */
  const unsent = new Map();
  /** How far the hub's clock is ahead of the phone's. */
  let ahead = 0;
  let line = 'open';
  let sending = false;

  await remember();
  for (const member of rows.keys()) show(member);
  roll.addEventListener('click', tapped);
  roll.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
  searchBox();
  await keepPage();
  void send();
  addEventListener('online', () => void send());
  addEventListener('offline', () => hearsNothing());
  document.addEventListener('visibilitychange', () => document.hidden || void send());
  setInterval(() => document.hidden || void send(), 10_000);

  /** After the page was closed, or opened without a line: it may be older than what this phone knows. */
  async function remember() {
    const page = Number(roll.dataset.now);
    const last = await store.get('known', url);
    if (last && last.now > page) for (const [member, state] of last.rows) known.set(member, state);
    // Only a page that is newer tells what time it is: another came from the phone's own store, which may have been
    // filled a moment after the first look.
    const clock = await store.get('known', `${url} clock`);
    if (clock && page < clock.now + 60_000) ahead = clock.ahead;
    else {
      ahead = aheadOf(page);
      await store.put('known', { list: `${url} clock`, now: page, ahead });
    }
    for (const kept of await store.all('marks')) {
      if (kept.list === url && kept.reader === reader) unsent.set(kept.member, kept);
    }
    for (const told of await store.all('told')) if (told.list === url && told.reader === reader) tell(told);
  }

  async function tapped(event) {
    const button = event.target.closest('button[name=mark]');
    if (!button) return;
    event.preventDefault();
    const [mark, member] = button.value.split(' ');
    const more = rows.get(member).querySelector('details');
    const isRow = button.classList.contains('roll-main');
    if (isRow && standing(member) !== null) {
      more.open = !more.open;
      return;
    }
    more.open = false;
    await take(member, mark === 'none' ? null : mark);
    if (!isRow) rows.get(member).querySelector('.roll-main').focus();
  }

  async function take(member, mark) {
    const kept = { list: url, reader, member, mark, at: Date.now() + ahead };
    unsent.set(member, kept);
    show(member);
    await store.put('marks', kept);
    void send();
  }

  function standing(member) {
    const kept = unsent.get(member);
    return kept ? kept.mark : known.get(member).mark;
  }

  function show(member) {
    const row = rows.get(member);
    const kept = unsent.get(member);
    row.dataset.mark = standing(member) ?? '';
    row.toggleAttribute('data-unsent', Boolean(kept));
    row.querySelector('[data-roll-state]').textContent = kept
      ? `${words[kept.mark ?? 'none']} ${timeOf(kept.at)} · ${words.here}`
      : known.get(member).words;
    const there = [...rows.keys()].filter((each) => ['present', 'late'].includes(standing(each)));
    part('there').textContent = String(there.length);
    showLine();
  }

  function showLine() {
    const place = part('line');
    const lines = [];
    if (line === 'cut') lines.push(words.offline);
    if (line !== 'open' && line !== 'cut') lines.push(line);
    if (unsent.size > 0) lines.push(`${words.unsent} ${unsent.size}`);
    const text = lines.join(' ') || words.allSent;
    if (place.textContent !== text) place.textContent = text;
    place.dataset.state = unsent.size > 0 ? 'unsent' : line === 'open' ? 'open' : 'cut';
  }

  /** Everything kept, in one request; in return how everybody stands. Asked twice it is done once. */
  async function send() {
    if (sending) return;
    sending = true;
    const batch = [...unsent.values()];
    const marks = batch.map(({ member, mark, at }) => ({ member, mark, at }));
    try {
      const reply = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ formToken, marks }),
        signal: AbortSignal.timeout?.(15_000),
      });
      if (reply.ok) await heard(await reply.json(), batch);
      else if (reply.status < 500) refused(reply.status, await reply.json());
      else hearsNothing();
    } catch {
      hearsNothing();
    } finally {
      sending = false;
    }
    // What was tapped meanwhile.
    if (line === 'open' && [...unsent.values()].some((kept) => !batch.includes(kept))) void send();
  }

  async function heard(said, batch) {
    line = 'open';
    for (const sent of batch) {
      if (unsent.get(sent.member) === sent) unsent.delete(sent.member);
      await store.remove('marks', sent);
    }
    for (const { member, mark, words: state } of said.rows) {
      if (rows.has(member)) known.set(member, { mark, words: state });
    }
    await store.put('known', { list: url, now: said.now, rows: [...known] });
    for (const conflict of said.conflicts) {
      const told = { id: crypto.randomUUID?.() ?? String(Math.random()), list: url, reader, ...conflict };
      await store.put('told', told);
      tell(told);
    }
    for (const member of rows.keys()) show(member);
  }

  /** Signed out, or closed: the marks stay on the phone, and the reader is told why. */
  function refused(status, { detail }) {
    line = status === 401 || status === 403 ? words.signIn : detail;
    showLine();
  }

  function hearsNothing() {
    line = 'cut';
    showLine();
  }

  /** A mark that was not taken stands there until somebody has read it. */
  function tell(told) {
    const note = document.createElement('div');
    note.className = 'alert alert-warning';
    const text = document.createElement('p');
    text.textContent = told.words;
    const button = document.createElement('button');
    button.className = 'button button-plain';
    button.type = 'button';
    button.textContent = words.understood;
    button.addEventListener('click', () => {
      note.remove();
      void store.remove('told', told);
    });
    note.append(text, button);
    part('told').append(note);
  }

  function searchBox() {
    const box = part('search');
    box.hidden = false;
    const names = [...rows.values()].map((row) => [row, folded(row.querySelector('.roll-name').textContent)]);
    box.querySelector('input').addEventListener('input', ({ target }) => {
      const wanted = folded(target.value);
      for (const [row, name] of names) row.hidden = !name.includes(wanted);
    });
  }

  /** So that it opens without a line; only where the browser lets pages be kept. */
  async function keepPage() {
    if (!navigator.serviceWorker || !globalThis.caches) return;
    try {
      await navigator.serviceWorker.register('/meeting-list-worker.js', { scope: '/console/meetings' });
      const cache = await caches.open('caunoi-meeting-lists');
      // The first time there was no worker yet that could have kept it.
      if (!(await cache.match(location.pathname))) await cache.add(location.pathname);
      part('kept').hidden = false;
    } catch {
      // Without a line, or without room: marks are kept all the same while the page is open.
    }
  }
}

/** Loading takes a moment: what is less than a minute apart is the same time. */
function aheadOf(hubNow) {
  const ms = hubNow - Date.now();
  return Math.abs(ms) < 60_000 ? 0 : ms;
}

/** How a Vietnamese name is looked for: without marks, đ as d. */
function folded(text) {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().trim();
}

function timeOf(ms) {
  const form = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: 'Asia/Ho_Chi_Minh' };
  return new Intl.DateTimeFormat('en-GB', form).format(ms);
}

/**
 * The phone's own store: marks until they are sent; apart from them what holds names and goes at signing out
 * (console.js): how everybody stood when the hub was last heard, refusals until they were read. Where the browser has
 * none, as long as the page is open.
 */
async function openStore() {
  const keys = { marks: ['list', 'reader', 'member'], known: 'list', told: 'id' };
  const marks = await openDatabase('caunoi-meeting-marks', { marks: keys.marks });
  const lists = await openDatabase('caunoi-meeting-lists', { known: keys.known, told: keys.told });
  const ask = (name, mode, question) =>
    new Promise((resolve) => {
      const database = name === 'marks' ? marks : lists;
      if (!database) return resolve(undefined);
      const asking = question(database.transaction(name, mode).objectStore(name));
      asking.addEventListener('success', () => resolve(asking.result));
      asking.addEventListener('error', () => resolve(undefined));
    });
  return {
    get: (name, key) => ask(name, 'readonly', (place) => place.get(key)),
    all: async (name) => (await ask(name, 'readonly', (place) => place.getAll())) ?? [],
    put: (name, value) => ask(name, 'readwrite', (place) => place.put(value)),
    /** Only this very one: of marks a later one of the same member stays. */
    async remove(name, value) {
      const key = Array.isArray(keys[name]) ? keys[name].map((field) => value[field]) : value[keys[name]];
      const there = await ask(name, 'readonly', (place) => place.get(key));
      if (there && there.at === value.at) await ask(name, 'readwrite', (place) => place.delete(key));
    },
  };
}

/** @param stores key paths by name. Null where the browser keeps nothing, as in a private window of some. */
async function openDatabase(name, stores) {
  const opening = globalThis.indexedDB?.open(name, 1);
  if (!opening) return null;
  opening.addEventListener('upgradeneeded', () => {
    for (const [store, keyPath] of Object.entries(stores))
      opening.result.createObjectStore(store, { keyPath });
  });
  const database = await new Promise((resolve) => {
    opening.addEventListener('success', () => resolve(opening.result));
    opening.addEventListener('error', () => resolve(null));
  });
  // It is to be deleted: by signing out, perhaps in another tab.
  database?.addEventListener('versionchange', () => database.close());
  return database;
}
