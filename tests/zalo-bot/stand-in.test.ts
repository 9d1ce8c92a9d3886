import { fastify } from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { zaloBotStandIn, type StandInOptions } from '../../bots/zalo-bot/stand-in/index.ts';

/** A running stand-in, and `call`, which answers the result or what was refused. */
async function zalo(options: StandInOptions = {}) {
  const standIn = zaloBotStandIn(options);
  const { url } = await standIn.listen();
  onTestFinished(() => standIn.close());
  const ask = async (path: string, body: object = {}, signal: AbortSignal | null = null) => {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body), signal });
    const said = (await response.json()) as Record<string, unknown>;
    return { ...said, status: response.status } as Record<string, unknown>;
  };
  const call = async (method: string, parameters: object = {}, signal?: AbortSignal) => {
    const said = await ask(`/bot${standIn.token}/${method}`, parameters, signal);
    return said['ok'] ? said['result'] : [said['error_code'], said['description']].join(' ');
  };
  return { standIn, ask, call, lan: standIn.person('lan', 'Lan') };
}

test('a poll gets one update, which is gone then, and error 408 when there is none', async () => {
  const { call, lan } = await zalo();
  expect(await call('getUpdates', { timeout: 0 })).toBe('408 Request timeout');
  const waiting = call('getUpdates', { timeout: 30 });
  lan.say('một');
  lan.say('hai');
  expect(await waiting).toMatchObject({
    event_name: 'message.text.received',
    message: { text: 'một', chat: { id: 'lan', chat_type: 'PRIVATE' }, from: { display_name: 'Lan' } },
  });
  expect(await call('getUpdates')).toMatchObject({ message: { text: 'hai' } });
  expect(await call('getUpdates', { timeout: 0 })).toBe('408 Request timeout');
});

test('whoever hangs up takes nothing away', async () => {
  const { standIn, call, lan } = await zalo();
  const gone = new AbortController();
  const waiting = call('getUpdates', { timeout: 30 }, gone.signal).catch(() => 'hung up');
  await expect.poll(() => standIn.polls()).toBe(1);
  gone.abort();
  expect(await waiting).toBe('hung up');
  await expect.poll(() => standIn.polls()).toBe(0);
  lan.say('một');
  expect(await call('getUpdates')).toMatchObject({ message: { text: 'một' } });
});

test('a webhook and polling exclude each other, and the webhook brings its secret', async () => {
  const { call, lan } = await zalo();
  const posted: [secret: unknown, text: string][] = [];
  const hub = fastify({ forceCloseConnections: true });
  hub.post('/hook', async ({ headers, body }) => {
    const { ok, result } = body as { ok: boolean; result: { message: { text: string } } };
    if (ok) posted.push([headers['x-bot-api-secret-token'], result.message.text]);
    return {};
  });
  const url = `${await hub.listen({ host: '127.0.0.1', port: 0 })}/hook`;
  onTestFinished(() => hub.close());
  expect(await call('getWebhookInfo')).toBe('404 Not Found');
  expect(await call('deleteWebhook')).toBe('404 Not Found');
  expect(await call('setWebhook', { url, secret_token: 'ngan' })).toMatch(/^400 .*8 to 256/);
  lan.say('trước đó');
  await call('setWebhook', { url, secret_token: 'mot-bi-mat' });
  lan.say('sau đó');
  await expect.poll(() => posted.map(([, text]) => text).sort()).toEqual(['sau đó', 'trước đó']);
  expect(posted.map(([secret]) => secret)).toEqual(['mot-bi-mat', 'mot-bi-mat']);
  expect(await call('getWebhookInfo')).toEqual({ url });
  expect(await call('getUpdates', { timeout: 0 })).toMatch(/^400 .*webhook is set/);
  await call('deleteWebhook');
  expect(await call('getUpdates', { timeout: 0 })).toBe('408 Request timeout');
});

test('refuses with status 200 what the platform refuses', async () => {
  const { standIn, ask, call, lan } = await zalo();
  const send = (text: unknown, chat: unknown = 'lan') => call('sendMessage', { chat_id: chat, text });
  expect(await ask('/botwrong:token/getMe')).toMatchObject({ status: 200, ok: false, error_code: 401 });
  expect(await send('chào')).toMatch(/^404 .*chat not found/);
  lan.say('chào');
  for (const text of [undefined, 7, '', ' \n']) expect(await send(text)).toMatch(/^400 .*empty/);
  expect(await send('ế'.repeat(2_001))).toMatch(/^400 .*too long/);
  expect(await send('chào', null)).toMatch(/^400 /);
  expect(await call('sendDocument', { chat_id: 'lan' })).toBe('404 Not Found');
  expect(await send('ế'.repeat(2_000))).toMatchObject({ message_id: expect.any(String) });
  lan.block();
  expect(await send('chào')).toMatch(/^403 /);
  expect(lan.inbox.map(({ text }) => text.length)).toEqual([2_000]);
  expect(await call('getMe')).toMatchObject({ account_name: standIn.name, account_type: 'BASIC' });
});

test('counts messages by the month and people for good: more is error 429', async () => {
  let now = new Date('2026-11-30T08:00:00Z');
  const { standIn, call } = await zalo({ clock: () => now, plan: { monthly: 3, people: 2 } });
  for (const id of ['an', 'binh', 'chi']) standIn.person(id).say('chào');
  const send = async (id: string) => typeof (await call('sendMessage', { chat_id: id, text: 'a' }));
  expect([await send('an'), await send('binh'), await send('chi'), await send('an')]).toEqual([
    'object',
    'object',
    'string',
    'object',
  ]);
  expect(await call('sendMessage', { chat_id: 'an', text: 'a' })).toMatch(/^429 /);
  now = new Date('2026-12-01T08:00:00Z');
  expect([await send('an'), await send('chi')]).toEqual(['object', 'string']);
});
