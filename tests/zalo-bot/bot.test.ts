import { inspect } from 'node:util';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { zaloBot } from '../../bots/zalo-bot/index.ts';
import { zaloBotWebhook } from '../../bots/zalo-bot/routes.ts';
import { zaloBotStandIn } from '../../bots/zalo-bot/stand-in/index.ts';
import { openInbox, type Inbound } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { openHttp } from '../../hub/platform/http.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { openLog } from '../../hub/platform/log.ts';
import { openMetrics } from '../../hub/platform/metrics.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => (database = await testDatabase()), 60_000);
beforeEach(async () => void (await database.query('truncate inbound_event, conversation')));
afterAll(() => database.close());

/** A stand-in, and a bot that stores what it hears; `before` may go wrong first. */
async function zalo({ before = async () => {} }: { before?: (events: Inbound[]) => Promise<void> } = {}) {
  const standIn = zaloBotStandIn();
  const { url } = await standIn.listen();
  onTestFinished(() => standIn.close());
  const inbox = openInbox({ database, keys: keysFrom(Buffer.alloc(32, 7)), clock: () => new Date() });
  const problems: unknown[] = [];
  const skipped: string[] = [];
  const openBot = (webhookSecret?: Secret) => {
    const bot = zaloBot({
      token: new Secret(standIn.token),
      apiRoot: url,
      webhookSecret,
      quotas: { monthly: 3_000, people: 50 },
      async receive(events) {
        await before(events);
        await inbox.receive(events);
      },
      onSkipped: (why) => skipped.push(why),
      onProblem: (error) => problems.push(error),
      sendTimeoutMs: 1_000,
    });
    onTestFinished(() => bot.close());
    return bot;
  };
  /** Polls until the function returned is called, or the test is over. */
  const startPolling = (bot = openBot()) => {
    const stop = new AbortController();
    const polling = bot.poll(stop.signal);
    const end = async () => {
      stop.abort();
      await polling;
    };
    onTestFinished(end);
    return end;
  };
  const stored = async () => (await database.query('select from inbound_event')).length;
  /** What was stored, in order, as the conversations will see it. */
  const heard = async () => {
    const said: string[] = [];
    while (await inbox.workOnOneChat(async ({ text, kind }) => void said.push(text || kind)));
    return said;
  };
  const ask = async (method: string, parameters: object = {}) => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const sent = { ...init, body: JSON.stringify(parameters) };
    return (await (await fetch(`${url}/bot${standIn.token}/${method}`, sent)).json()) as { ok: boolean };
  };
  const lan = standIn.person('lan', 'Lan');
  return { standIn, url, ask, openBot, startPolling, stored, heard, problems, skipped, lan };
}

describe('polling', () => {
  test('stores what people do, in order; a group and what means nothing are counted', async () => {
    const { lan, startPolling, stored, heard, problems, skipped } = await zalo();
    lan.say('trước đó');
    startPolling();
    lan.say('một');
    lan.say('@bot hai', { group: 'nhom' });
    lan.sendPicture('ba');
    lan.sendSticker();
    lan.sendUnsupported();
    await expect.poll(stored, { timeout: 10_000 }).toBe(5);
    expect(await heard()).toEqual(['trước đó', 'một', 'ba', 'file', 'file']);
    expect([problems, skipped]).toEqual([[], ['group']]);
  });

  test('stores an update that could not be stored again and again: it comes only once', async () => {
    let failures = 3;
    const tried: string[] = [];
    const { lan, startPolling, stored, heard, problems } = await zalo({
      async before(events) {
        tried.push(...events.map(({ text }) => text));
        if (failures-- > 0) throw new Error('the database is away');
      },
    });
    lan.say('một');
    lan.say('hai');
    startPolling();
    await expect.poll(stored, { timeout: 10_000 }).toBe(2);
    expect(tried).toEqual(['một', 'một', 'một', 'một', 'hai']);
    expect(await heard()).toEqual(['một', 'hai']);
    expect(problems.length).toBe(3);
  });

  test('what was handed out is stored even where we are to stop meanwhile', async () => {
    let failures = 1;
    const tries: unknown[] = [];
    const { lan, startPolling, stored } = await zalo({
      async before(events) {
        tries.push(events);
        if (failures-- > 0) throw new Error('the database is away');
      },
    });
    lan.say('một');
    const end = startPolling();
    await expect.poll(() => tries.length).toBe(1);
    await end();
    expect(await stored()).toBe(1);
  });

  test('takes once what is told twice', async () => {
    const { lan, startPolling, stored, heard } = await zalo();
    startPolling();
    lan.say('một', { times: 2 });
    lan.say('hai');
    await expect.poll(stored, { timeout: 10_000 }).toBe(2);
    expect(await heard()).toEqual(['một', 'hai']);
  });

  test('an empty answer is no problem, and is not asked for in a circle', async () => {
    const { standIn, lan, startPolling, stored, problems } = await zalo();
    const kind = { code: 408, description: 'Request timeout' };
    standIn.fault({ method: 'getUpdates', kind, times: 2 });
    const began = performance.now();
    startPolling();
    lan.say('một');
    await expect.poll(stored, { timeout: 10_000 }).toBe(1);
    expect(performance.now() - began).toBeGreaterThan(1_900);
    expect([problems, standIn.calls['getUpdates']]).toEqual([[], expect.any(Number)]);
    expect(standIn.calls['getUpdates']).toBeLessThanOrEqual(4);
  });

  test.each([
    ['hang up', { drop: true }],
    ['answer nonsense', { garbage: true }],
    ['be behind a gateway that breaks', { gateway: 502 }],
    ['refuse', { code: 500, description: 'Internal' }],
  ] as const)('goes on where the platform should %s', async (_, kind) => {
    const { standIn, lan, startPolling, stored, problems } = await zalo();
    standIn.fault({ method: 'getUpdates', kind });
    startPolling();
    lan.say('một');
    await expect.poll(stored, { timeout: 10_000 }).toBe(1);
    expect(problems.length).toBe(1);
    expect(inspect(problems, { depth: 9 })).not.toContain(standIn.token.split(':')[1]);
  });

  test('goes on after an outage', async () => {
    const { standIn, lan, startPolling, stored, problems } = await zalo();
    startPolling();
    lan.say('một');
    await expect.poll(stored).toBe(1);
    await standIn.close();
    await expect.poll(() => problems.length, { timeout: 10_000 }).toBeGreaterThan(0);
    lan.say('hai');
    await standIn.listen();
    await expect.poll(stored, { timeout: 10_000 }).toBe(2);
  });

  test('an update of no shape at all does not hold up those that follow', async () => {
    const { standIn, lan, startPolling, stored, problems } = await zalo();
    standIn.garble();
    lan.say('một');
    startPolling();
    await expect.poll(stored).toBe(1);
    expect(problems).toMatchObject([{ name: 'TypeError' }]);
  });

  test('takes over where a webhook was set, before and meanwhile', async () => {
    const { ask, lan, startPolling, stored } = await zalo();
    const hook = { url: 'http://127.0.0.1:9/nobody', secret_token: 'mot-bi-mat' };
    await ask('setWebhook', hook);
    startPolling();
    await expect.poll(async () => (await ask('getWebhookInfo')).ok).toBe(false);
    lan.say('một');
    await expect.poll(stored).toBe(1);
    await ask('setWebhook', hook);
    await expect.poll(async () => (await ask('getWebhookInfo')).ok, { timeout: 10_000 }).toBe(false);
    lan.say('hai');
    await expect.poll(stored, { timeout: 10_000 }).toBe(2);
  });

  test('ends at once when told to, also in the middle of a question', async () => {
    const { standIn, startPolling, problems } = await zalo();
    const end = startPolling();
    await expect.poll(() => standIn.calls['getUpdates']).toBe(1);
    await end();
    expect(problems).toEqual([]);
  });
});

describe('a webhook', () => {
  const secret = 'mot-bi-mat';
  const update = {
    event_name: 'message.text.received',
    message: { message_id: 'm1', date: 0, chat: { id: 'lan', chat_type: 'PRIVATE' }, text: 'chào' },
  };

  test.each([
    ['the right secret', secret, true],
    ['a wrong one', 'mot-bi-maT', false],
    ['a longer one', 'mot-bi-mat-', false],
    ['an empty one', '', false],
    ['none', undefined, false],
  ])('with %s', async (_, given, taken) => {
    const { openBot, stored } = await zalo();
    const bot = openBot(new Secret(secret));
    expect(await bot.takeWebhook({ ok: true, result: update }, given)).toBe(taken);
    expect(await stored()).toBe(taken ? 1 : 0);
  });

  test('is refused where no secret is set, whatever it brings', async () => {
    const { openBot, stored } = await zalo();
    for (const given of [undefined, '', 'undefined'])
      expect(await openBot().takeWebhook({ ok: true, result: update }, given)).toBe(false);
    expect(await stored()).toBe(0);
  });

  test('brings updates over HTTP, each answered once it is stored', async () => {
    let failing = false;
    const { standIn, lan, openBot, stored, heard, problems } = await zalo({
      async before() {
        if (failing) throw new Error('the database is away');
      },
    });
    const bot = openBot(new Secret(secret));
    const app = await openHttp({
      log: openLog('silent'),
      metrics: openMetrics(),
      locales: openLocales(`${import.meta.dirname}/../../hub/locales`, 'Asia/Ho_Chi_Minh'),
      ready: async () => true,
      identify: async () => null,
      publicUrl: 'http://127.0.0.1',
    });
    await zaloBotWebhook(app, bot);
    const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/webhooks/zalo-bot`;
    onTestFinished(async () => await app.close());

    await bot.setWebhook(url, new Secret(secret));
    lan.say('một', { times: 2 });
    await expect.poll(() => standIn.webhookAnswers).toEqual([200, 200]);
    expect(await stored()).toBe(1);
    failing = true;
    lan.say('hai');
    await expect.poll(() => standIn.webhookAnswers).toEqual([200, 200, 500]);
    failing = false;
    await bot.setWebhook(url, new Secret('bi-mat-khac'));
    lan.say('ba');
    await expect.poll(() => standIn.webhookAnswers).toEqual([200, 200, 500, 401]);
    expect(await heard()).toEqual(['một']);
    for (const body of ['{}', 'null', '"x"']) {
      const headers = { 'content-type': 'application/json', 'x-bot-api-secret-token': secret };
      expect((await fetch(url, { method: 'POST', headers, body })).status).toBeLessThan(500);
    }
    expect(inspect(problems)).not.toContain(secret);
  });
});

test('the bot knows its public name', async () => {
  const { openBot, standIn } = await zalo();
  expect(await openBot().name()).toBe(standIn.name);
});

describe('what the platform refuses', () => {
  const outcomes: [string, object, object][] = [
    ['a quota, without a wait', { code: 429 }, { kind: 'retry', limited: false, waitMs: 20_000 }],
    ['a revoked token', { code: 401 }, { kind: 'retry', ofChannel: true, needsPerson: true }],
    ['something not found that is no chat', { code: 404 }, { kind: 'retry', ofChannel: true }],
    ['a deleted user', { code: 400, description: 'user not found' }, { kind: 'refused', reason: 'blocked' }],
    ['its own timeout', { code: 408 }, { kind: 'unknown' }],
    ['an error of its own', { code: 500 }, { kind: 'retry', limited: false }],
  ];
  test.each(outcomes)('for %s', async (_, kind, expected) => {
    const { standIn, lan, openBot } = await zalo();
    lan.say('chào');
    standIn.fault({ kind: kind as never });
    const part = { kind: 'text', text: 'Chào', bold: [], buttons: [] } as const;
    const { channel } = openBot();
    expect(await channel.send({ address: 'lan', part })).toMatchObject(expected);
    expect(lan.inbox).toEqual([]);
  });
});
