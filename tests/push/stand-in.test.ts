import { createECDH, generateKeyPairSync, sign } from 'node:crypto';
import webpush from 'web-push';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pushStandIn, type PushStandIn, type StandInBrowser } from '../../bots/push/stand-in/index.ts';
import { readPush } from '../../bots/push/stand-in/reading.ts';

const subject = 'mailto:vanphong@example.vn';
const ours = webpush.generateVAPIDKeys();

test('a browser reads the example of the standard (RFC 8291, 5)', () => {
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(Buffer.from('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94', 'base64url'));
  const auth = Buffer.from('BTBZMqHH6r4Tts7J_aSIgg', 'base64url');
  const message =
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_' +
    'yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN';
  expect(readPush({ ecdh, auth }, Buffer.from(message, 'base64url'))).toBe(
    'When I grow up, I want to be a watermelon',
  );
});

describe('the push service', () => {
  let standIn: PushStandIn;
  let origin: string;
  let browser: StandInBrowser;
  beforeAll(async () => {
    standIn = pushStandIn();
    origin = (await standIn.listen()).url;
  });
  afterAll(() => standIn.close());
  beforeEach(() => {
    browser = standIn.subscribe(ours.publicKey);
  });

  const authorised = (keys = ours, audience = origin, expiration?: number) =>
    webpush.getVapidHeaders(audience, subject, keys.publicKey, keys.privateKey, 'aes128gcm', expiration)
      .Authorization;

  async function post(headers: Record<string, string> = {}, text = 'Chào đồng chí'): Promise<number> {
    const { endpoint, keys } = browser.subscription;
    const { cipherText } = webpush.encrypt(keys.p256dh, keys.auth, text, 'aes128gcm');
    const usual = { authorization: authorised(), 'content-encoding': 'aes128gcm', ttl: '60' };
    const wanted = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== '');
    const body = Buffer.from(cipherText);
    return (await fetch(endpoint, { method: 'POST', headers: Object.fromEntries(wanted), body })).status;
  }

  test('takes what is as it should be, and the browser reads it', async () => {
    expect(await post({ topic: 'abc', urgency: 'high' })).toBe(201);
    expect(browser.read).toEqual(['Chào đồng chí']);
    expect(browser.taken).toMatchObject([{ ttlSeconds: 60, topic: 'abc', urgency: 'high' }]);
  });

  test('takes nothing from whom it does not know', async () => {
    const now = Math.floor(Date.now() / 1_000);
    const [head, claims] = authorised().slice('vapid t='.length).split('.');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const forged = sign('sha256', Buffer.from(`${head}.${claims}`), {
      key: privateKey,
      dsaEncoding: 'ieee-p1363',
    });
    const forgery = `vapid t=${head}.${claims}.${forged.toString('base64url')}, k=${ours.publicKey}`;
    const before = standIn.refusals.length;
    expect(await post({ authorization: '' })).toBe(401);
    expect(await post({ authorization: authorised(webpush.generateVAPIDKeys()) })).toBe(403);
    expect(await post({ authorization: authorised(ours, 'https://fcm.googleapis.com') })).toBe(403);
    expect(await post({ authorization: authorised(ours, origin, now - 10) })).toBe(403);
    expect(await post({ authorization: forgery })).toBe(403);
    expect(standIn.refusals.slice(before)).toEqual([
      'no vapid',
      'another key than the subscription’s',
      'meant for another push service',
      'expired',
      'a wrong signature',
    ]);
    expect(browser.taken).toEqual([]);
  });

  test.each([
    [400, { ttl: '' }],
    [400, { ttl: 'soon' }],
    [400, { topic: 'x'.repeat(33) }],
    [400, { topic: 'a b' }],
    [400, { urgency: 'now' }],
    [400, { 'content-encoding': 'aesgcm' }],
  ])('answers %i to %o', async (status, headers) => {
    expect(await post(headers as Record<string, string>)).toBe(status);
    expect(browser.taken).toEqual([]);
  });

  test('takes nothing larger than 4,096 bytes, and nothing for who is gone', async () => {
    expect(await post({}, 'x'.repeat(4_000))).toBe(413);
    browser.unsubscribe();
    expect(await post()).toBe(410);
    expect((await fetch(`${origin}/wpush/nobody`, { method: 'POST' })).status).toBe(404);
  });

  test('keeps for a phone that is off what may wait, of each topic the last', async () => {
    browser.turnOff();
    await post({ topic: 'a' }, 'một');
    await post({ topic: 'b' }, 'hai');
    await post({ topic: 'a' }, 'ba');
    await post({ ttl: '0' }, 'bốn');
    expect(browser.read).toEqual([]);
    browser.turnOn();
    expect(browser.read).toEqual(['hai', 'ba']);
  });

  test('shows nothing that was meant for other keys', async () => {
    const other = standIn.subscribe(ours.publicKey).subscription.keys;
    const { cipherText } = webpush.encrypt(other.p256dh, other.auth, 'Nhầm', 'aes128gcm');
    const headers = { authorization: authorised(), 'content-encoding': 'aes128gcm', ttl: '60' };
    const reply = await fetch(browser.subscription.endpoint, {
      method: 'POST',
      headers,
      body: Buffer.from(cipherText),
    });
    expect([reply.status, browser.taken.length, browser.read]).toEqual([201, 1, []]);
  });
});
