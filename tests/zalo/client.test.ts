import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { zaloClient, type ZaloAnswer } from '../../bots/zalo/client.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { testDatabase } from '../support/database.ts';
import { exchangePath, givenZalo, timeoutMs } from './given.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => await database.close());

const words = 'Nội dung không được lộ ra ở đâu cả';

/** An account that is connected, with somebody who follows it. */
async function given(options: Parameters<typeof givenZalo>[1] = {}) {
  const zalo = await givenZalo(database, options);
  await zalo.connected();
  const { client, ...process } = zalo.process();
  const lan = zalo.standIn.person(1, { name: 'Lan', phone: '0912000001' });
  lan.follow();
  const send = (text = words) =>
    client.call<{ message_id: string }>({
      path: '/v3.0/oa/message/cs',
      body: { recipient: { user_id: lan.id }, message: { text } },
    });
  return { ...zalo, ...process, client, lan, send };
}

test('a call brings what Zalo says, and how many calls are left in this minute', async () => {
  const { send, lan } = await given({ perMinute: 100 });
  expect(await send()).toEqual({
    kind: 'ok',
    remaining: 99,
    data: {
      message_id: lan.inbox[0]!.id,
      user_id: lan.id,
      sent_time: expect.stringMatching(/^\d+$/),
      quota: { quota_type: 'reply' },
    },
  });
  expect(lan.inbox[0]!.text).toBe(words);
});

test('a question travels in one parameter on the account’s host, and as it is on the other', async () => {
  const { client, lan, standIn } = await given();
  standIn.setTemplate({ id: '412001', text: 'a', parameters: [], userCost: null, phoneCost: 1 });
  const detail = await client.call<{ display_name: string }>({
    path: '/v3.0/oa/user/detail',
    query: { user_id: lan.id },
  });
  expect(detail).toMatchObject({ kind: 'ok', data: { display_name: 'Lan' } });
  const info = await client.call({
    host: 'business',
    path: '/template/info/v2',
    query: { template_id: '412001' },
  });
  expect(info).toMatchObject({ kind: 'ok', remaining: null, data: { templateId: 412001 } });
});

test('a file goes up as a form', async () => {
  const { client } = await given();
  const form = new FormData();
  form.set('file', new File(['%PDF'], 'Kế hoạch số 27.pdf', { type: 'application/pdf' }));
  const answer = await client.call<{ token: string }>({ path: '/v2.0/oa/upload/file', form });
  expect(answer).toMatchObject({ kind: 'ok', data: { token: expect.stringMatching(/./) } });
});

describe('a dead token', () => {
  test('is changed in the middle of sending, and the message goes once', async () => {
    const { send, lan, standIn } = await given();
    await send('trước');
    standIn.advance(25 * 3_600_000 + 1);
    expect(await send()).toMatchObject({ kind: 'ok' });
    expect(lan.inbox.map(({ text }) => text)).toEqual(['trước', words]);
  });

  test('that another process has changed is read again, and not changed once more', async () => {
    const { send, process, standIn } = await given();
    await send('trước');
    const { keeper } = process();
    const held = await keeper.current();
    await keeper.refresh(held.kind === 'token' ? held.generation : 0);
    expect(await send()).toMatchObject({ kind: 'ok' });
    expect(standIn.calls[exchangePath]).toBe(1);
  });

  test('is told by its code or by the status, and asked about once', async () => {
    const { send, standIn } = await given();
    for (const kind of [{ error: -216 }, { error: -220 }, { status: 401 }] as const) {
      standIn.fault({ path: 'message/cs', kind });
      expect(await send()).toMatchObject({ kind: 'ok' });
    }
    expect(standIn.calls[exchangePath]).toBe(3);
    standIn.fault({ path: 'message/cs', kind: { error: -216 }, times: 2 });
    expect(await send()).toMatchObject({ kind: 'refused', error: { code: -216, class: 'token' } });
    expect(standIn.calls[exchangePath]).toBe(4);
  });

  test('on the host of telephone numbers has a code of its own', async () => {
    const { client, standIn, lan } = await given();
    standIn.setTemplate({ id: '412001', text: 'a', parameters: [], userCost: null, phoneCost: 1 });
    standIn.advance(25 * 3_600_000 + 1);
    const body = { phone: '84912000001', template_id: '412001', template_data: {}, tracking_id: 't' };
    expect(await client.call({ host: 'business', path: '/message/template', body })).toMatchObject({
      kind: 'ok',
    });
    expect(lan.inbox.length).toBe(1);
  });

  test('for which there is no other any more asks for a person, and Zalo for nothing', async () => {
    const { send, standIn, lan } = await given();
    await send('trước');
    standIn.revokeTokens();
    expect(await send()).toEqual({ kind: 'needs-login' });
    const asked = standIn.calls['/v3.0/oa/message/cs'];
    expect(await send()).toEqual({ kind: 'needs-login' });
    expect(standIn.calls['/v3.0/oa/message/cs']).toBe(asked);
    expect(lan.inbox.length).toBe(1);
  });
});

describe('what is not an answer', () => {
  test.each([
    [{ hang: true, deliver: true }, 'UND_ERR_HEADERS_TIMEOUT'],
    [{ drop: true, deliver: true }, 'UND_ERR_SOCKET'],
    [{ garbage: true, deliver: true }, 'unreadable-200'],
    [{ status: 504 }, 'unreadable-504'],
  ] as const)('after the message was asked for is in doubt (%o)', async (kind, detail) => {
    const { send, standIn } = await given();
    standIn.fault({ path: 'message/cs', kind });
    expect(await send()).toEqual({ kind: 'no-answer', asked: true, detail });
  });

  test('because nobody is there is no doubt', async () => {
    const { send, standIn } = await given();
    await send('trước');
    await standIn.close();
    expect(await send()).toEqual({ kind: 'no-answer', asked: false, detail: 'ECONNREFUSED' });
    await standIn.listen();
    expect(await send()).toMatchObject({ kind: 'ok' });
  });

  test('about the token is no doubt about the message', async () => {
    const { send, standIn } = await given();
    standIn.advance(25 * 3_600_000 + 1);
    standIn.fault({ path: exchangePath, kind: { status: 503 }, times: 2 });
    expect(await send()).toEqual({ kind: 'no-answer', asked: false, detail: 'token-http-503' });
  });

  test.each([500, 502, 503, 429] as const)(
    'but a refusal of a server in between (%i) is one',
    async (status) => {
      const { send, standIn } = await given();
      standIn.fault({ path: 'message/cs', kind: { status } });
      expect(await send()).toMatchObject({
        kind: 'refused',
        error: { code: status, class: 'back-off', detail: `http-${status}` },
      });
    },
  );
});

test('refusals are sorted by what is to be done about them', async () => {
  const { send, standIn } = await given();
  const classes: Record<string, number[]> = {};
  for (const error of [-32, -201, -210, -213, -217, -224, -227, -230, -234, -248, -320, -321, -9999]) {
    standIn.fault({ path: 'message/cs', kind: { error } });
    const answer = await send();
    if (answer.kind !== 'refused') throw new Error('not refused');
    (classes[answer.error.class] ??= []).push(answer.error.code);
  }
  expect(classes).toEqual({
    'back-off': [-32],
    fix: [-201, -210],
    route: [-213, -217, -227, -230, -9999],
    later: [-234],
    human: [-224, -248, -320, -321],
  });
});

test('calls are signed where the app demands it', async () => {
  const { keeper, lan, roots, standIn } = await given();
  standIn.requireProof = true;
  const call = async (appSecret?: Secret) => {
    const client = zaloClient({ ...roots, tokens: keeper, appSecret, timeoutMs });
    onTestFinished(() => client.close());
    return await client.call({ path: '/v3.0/oa/user/detail', query: { user_id: lan.id } });
  };
  expect(await call()).toMatchObject({ kind: 'refused', error: { code: -242 } });
  expect(await call(new Secret(standIn.app.secret))).toMatchObject({ kind: 'ok' });
});

test('the pace of the account is told with every answer', async () => {
  const { keeper, lan, roots, standIn } = await given();
  standIn.perMinute = 3;
  const told: [number, number][] = [];
  const client = zaloClient({ ...roots, tokens: keeper, timeoutMs, onPace: (...pace) => told.push(pace) });
  onTestFinished(() => client.close());
  const ask = () => client.call({ path: '/v3.0/oa/user/detail', query: { user_id: lan.id } });
  await ask();
  await ask();
  await ask();
  expect(await ask()).toMatchObject({ kind: 'refused', error: { code: -32 }, remaining: 0 });
  expect(told).toEqual([
    [2, 3],
    [1, 3],
    [0, 3],
    [0, 3],
  ]);
});

test('no answer and no problem shows a token, a secret or the words of a message', async () => {
  const { send, standIn, logins, process, problems } = await given();
  const login = await logins.of('zalo');
  const secrets = [login!.access!.reveal(), ...standIn.secrets, words];
  const answers: ZaloAnswer<unknown>[] = [];
  for (const kind of [
    { error: -201, message: `message.text is invalid: ${words}` },
    { hang: true },
    { drop: true },
    { garbage: true },
    { status: 500 },
  ] as const) {
    standIn.fault({ path: 'message/cs', kind });
    answers.push(await send());
  }
  standIn.revokeTokens();
  const other = process();
  answers.push(await send());
  const seen = inspect([answers, problems, other.problems, other.alerts, login], { depth: 9 });
  for (const secret of secrets) expect(seen).not.toContain(secret);
});
