import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { form, holder, openOffice, webhookSecret, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.close());

let address = 0;
let from: Record<string, string>;
beforeEach(() => {
  address += 1;
  from = { 'x-forwarded-for': `203.0.113.${address}` };
});
const get = (url: string, headers: Record<string, string> = {}) =>
  office.app.inject({ url, headers: { ...from, ...headers } });

describe('problems', () => {
  const english = { 'accept-language': 'fr, en-GB;q=0.8, vi;q=0.5' };

  test('without a token: 401 in the language asked for, Vietnamese unless another is', async () => {
    const vietnamese = await get('/api/v1/units');
    expect(vietnamese.statusCode).toBe(401);
    expect(vietnamese.headers).toMatchObject({
      'content-type': 'application/problem+json',
      'content-language': 'vi',
      'www-authenticate': 'Bearer',
      'cache-control': 'no-store',
    });
    expect(vietnamese.json()).toEqual({
      type: 'about:blank',
      title: 'Chưa xác thực',
      status: 401,
      code: 'token.missing',
      detail: 'Yêu cầu phải kèm mã truy cập: Authorization: Bearer …',
    });
    const other = await get('/api/v1/units', english);
    expect(other.json()).toMatchObject({ title: 'Not authenticated', code: 'token.missing' });
    expect(other.headers['content-language']).toBe('en');
    expect(
      (await get('/api/v1/units', { 'accept-language': 'de, *;q=0.1' })).headers['content-language'],
    ).toBe('vi');
  });

  test('a token nobody has, and what is no token', async () => {
    const wrong = await get('/api/v1/units', { authorization: `Bearer cn_${'A'.repeat(43)}` });
    expect([wrong.statusCode, wrong.json().code]).toEqual([401, 'token.wrong']);
    for (const authorization of ['Basic YWRtaW46YWRtaW4=', 'Bearer', `Bearer ${'x'.repeat(600)}`]) {
      expect((await get('/api/v1/units', { authorization })).json().code).toBe('token.missing');
    }
  });

  test('the member’s own language goes before the header', async () => {
    const member = holder('secretary', 'SLT-02-CB02');
    const caller = { ...(await office.as(member, ['notices:read'])), 'accept-language': 'vi' };
    expect((await get('/api/v1/units', caller)).json().detail).toBe(
      'Mã truy cập này không có phạm vi people:read.',
    );
    await office.people.setLanguage((await office.people.memberByCode(member.code)).id, 'en');
    expect((await get('/api/v1/units', caller)).json()).toMatchObject({
      status: 403,
      code: 'token.scope',
      detail: 'This token does not have the scope people:read.',
    });
  });

  test('an address that is not there', async () => {
    for (const url of ['/', '/api/v1/ballots', '/wp-admin/']) {
      expect((await get(url, english)).json()).toMatchObject({ status: 404, code: 'route.unknown' });
    }
    const long = await get(`/join/${'A'.repeat(200)}`, english);
    expect(long.json()).toMatchObject({ status: 414, detail: 'There is nothing at this address.' });
    expect((await get('/join/%ff', english)).json()).toMatchObject({ status: 400, code: 'request.invalid' });
  });

  test('a body that is broken, too large, or of another kind', async () => {
    const caller = await office.as(holder('officer', 'SLT'));
    const send = (payload: string, type: string) =>
      office.app.inject({
        method: 'POST',
        url: '/api/v1/notices',
        headers: { ...from, ...caller, 'content-type': type },
        payload,
      });
    const problems = [
      await send('{"unit":', 'application/json'),
      await send('{"__proto__":{"admin":true}}', 'application/json'),
      await send('', 'application/json'),
      await send('no boundary', 'multipart/form-data'),
      await send('--x\r\nbroken', 'multipart/form-data; boundary=x'),
      await send(`"${'x'.repeat(1_000_001)}"`, 'application/json'),
      await send('<notice/>', 'application/xml'),
      await send('notice', 'text/plain'),
    ].map((reply) => [reply.statusCode, reply.json().code]);
    expect(problems).toEqual([
      ...Array.from({ length: 5 }, () => [400, 'request.invalid']),
      [413, 'request.too-large'],
      [415, 'request.media-type'],
      [415, 'request.media-type'],
    ]);
  });

  test('a form with more than 30 MB', async () => {
    const file = new File([Buffer.alloc(16_000_000, 'a')], 'a.bin');
    const { headers, payload } = await form({ notice: '{}', file: [file, file] });
    const caller = await office.as(holder('officer', 'SLT'));
    const request = { method: 'POST' as const, payload, headers: { ...from, ...caller, ...headers } };
    const reply = await office.app.inject({ ...request, url: '/api/v1/notices' });
    expect([reply.statusCode, reply.json().code]).toEqual([413, 'request.too-large']);
    const elsewhere = await office.app.inject({ ...request, url: '/api/v1/notices/1/tellings' });
    expect([elsewhere.statusCode, elsewhere.json().code]).toEqual([415, 'request.media-type']);
  });

  test('a fault of ours: one sentence for the caller, the error for the log', async () => {
    const caller = await office.as(holder('officer', 'SLT'));
    office.lines.length = 0;
    await office.database.query('alter table notice rename to notice_gone');
    const reply = await get('/api/v1/notices/01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7', caller);
    await office.database.query('alter table notice_gone rename to notice');
    expect(reply.json()).toEqual({
      type: 'about:blank',
      title: 'Lỗi của máy chủ',
      status: 500,
      code: 'hub.failed',
      detail: 'Máy chủ gặp lỗi. Lỗi đã được ghi lại; đồng chí thử lại sau ít phút.',
    });
    const failed = office.lines.map((line) => JSON.parse(line)).find(({ event }) => event === 'http.failed');
    expect(failed).toMatchObject({
      level: 50,
      method: 'GET',
      route: '/api/v1/notices/:id',
      err: { code: '42P01' },
    });
  });
});

describe('limits', () => {
  test('300 requests a minute from one address to the API', async () => {
    for (let n = 0; n < 300; n += 1) expect((await get('/api/openapi.json')).statusCode).toBe(200);
    const reply = await get('/api/v1/units', { 'accept-language': 'en' });
    expect(reply.statusCode).toBe(429);
    expect(reply.json()).toMatchObject({ title: 'Too many requests', code: 'request.too-many' });
    expect(Number(reply.headers['retry-after'])).toBeGreaterThan(0);
    expect((await get('/live')).statusCode).toBe(200);
    expect((await get('/api/openapi.json', { 'x-forwarded-for': '203.0.113.250' })).statusCode).toBe(200);
  });
});

describe('health', () => {
  test('/live, /ready and /metrics need no token', async () => {
    expect((await get('/live')).json()).toEqual({ live: true });
    expect((await get('/ready')).json()).toEqual({ ready: true });
    const metrics = await get('/metrics');
    expect(metrics.headers['content-type']).toMatch(/^text\/plain/);
    expect(metrics.body).toContain('# TYPE caunoi_sends_total counter');
  });

  test('/ready says when the hub cannot serve', async () => {
    for (const ready of [async () => false, () => Promise.reject(new Error('no database'))]) {
      office.health.ready = ready;
      const reply = await get('/ready');
      expect([reply.statusCode, reply.json()]).toEqual([503, { ready: false }]);
    }
    office.health.ready = async () => true;
  });
});

test('every answer forbids what a page of ours never does', async () => {
  for (const url of ['/live', '/join/ABCD2345', '/nowhere', '/api/openapi.json']) {
    const { headers } = await get(url);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  }
});

describe('Telegram’s webhook', () => {
  const update = {
    update_id: 77,
    message: {
      message_id: 5,
      date: 1_793_000_000,
      chat: { id: 42, type: 'private', first_name: 'An' },
      from: { id: 42, is_bot: false, first_name: 'An' },
      text: '/start ABCD2345',
    },
  };
  const post = (payload: object, secret?: string) =>
    office.app.inject({
      method: 'POST',
      url: '/webhooks/telegram',
      headers: { ...from, ...(secret ? { 'x-telegram-bot-api-secret-token': secret } : {}) },
      payload,
    });

  test('takes an update that brings the secret', async () => {
    const reply = await post(update, webhookSecret);
    expect([reply.statusCode, reply.json()]).toEqual([200, {}]);
    expect(office.received).toMatchObject([{ eventKey: '77', address: '42', text: '/start ABCD2345' }]);
    expect((await post({ update_id: 78, something_new: {} }, webhookSecret)).statusCode).toBe(200);
  });

  test('refuses one that does not', async () => {
    office.received.length = 0;
    for (const secret of [undefined, 'wrong', `${webhookSecret}x`]) {
      const reply = await post(update, secret);
      expect([reply.statusCode, reply.json().code]).toEqual([401, 'webhook.refused']);
    }
    expect(office.received).toEqual([]);
    expect((await post([], webhookSecret)).statusCode).toBe(400);
  });
});
