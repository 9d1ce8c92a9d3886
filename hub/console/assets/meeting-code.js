// The code on the wall. The hub says what stands there; where its line is cut the page reckons the digits itself, as
// hub/attendance/codes.ts does, as long as the browser lets it (a secure context).

const wall = document.querySelector('[data-wall]');
const minuteMs = 60_000;
/** The hub speaks at least every twenty seconds. */
const silentAfterMs = 30_000;

if (wall) {
  const part = (name) => wall.querySelector(`[data-wall-${name}]`);
  const digits = part('code');
  let ahead = Number(wall.dataset.now) - Date.now();
  let heardAt = performance.now();
  let qrOfMinute = minuteOf(now());

  const hub = new EventSource(wall.dataset.wall);
  hub.addEventListener('message', ({ data }) => {
    const said = JSON.parse(data);
    heard();
    ahead = said.now - Date.now();
    write(said.code);
    part('qr').innerHTML = said.qr;
    qrOfMinute = minuteOf(said.until) - 1;
    part('figures').innerHTML = said.figures;
  });
  hub.addEventListener('alive', heard);
  hub.addEventListener('open', heard);
  hub.addEventListener('end', () => location.reload());
  addEventListener('pagehide', () => hub.close());

  const key = await keyOf(wall.dataset.key);
  await tick();
  setInterval(tick, 500);

  function now() {
    return Date.now() + ahead;
  }

  function heard() {
    heardAt = performance.now();
  }

  function write(code) {
    const words = `${code.slice(0, 3)} ${code.slice(3)}`;
    if (digits.textContent !== words) digits.textContent = words;
  }

  async function tick() {
    const minute = minuteOf(now());
    part('next').style.setProperty('--left', String(1 - (now() % minuteMs) / minuteMs));
    const cut = hub.readyState !== EventSource.OPEN || performance.now() - heardAt > silentAfterMs;
    if (key) write(await codeOf(key, minute));
    // A picture that leads to a code nobody takes any more is worse than none.
    part('qr').hidden = minute > qrOfMinute + 1;
    part('offline').hidden = !(cut && minute > qrOfMinute);
    digits.hidden = !key && minute > qrOfMinute + 1;
  }
}

function minuteOf(ms) {
  return Math.floor(ms / minuteMs);
}

async function keyOf(base64) {
  if (!globalThis.crypto?.subtle) return null;
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

async function codeOf(key, minute) {
  const counter = new DataView(new ArrayBuffer(8));
  counter.setBigUint64(0, BigInt(minute));
  const digest = new DataView(await crypto.subtle.sign('HMAC', key, counter.buffer));
  const offset = digest.getUint8(digest.byteLength - 1) & 0xf;
  return String((digest.getUint32(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}
