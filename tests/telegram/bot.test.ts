import { setTimeout as pause } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Api } from 'grammy';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { telegramBot } from '../../bots/telegram/index.ts';
import { telegramWebhook } from '../../bots/telegram/routes.ts';
import { telegramStandIn } from '../../bots/telegram/stand-in/index.ts';
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

const commands = [{ language: 'vi' as const, commands: [{ command: 'menu', description: 'Danh mục' }] }];

/** A stand-in, and a bot that stores what it hears; `receive` may go wrong first. */
async function telegram({ before = async () => {} }: { before?: (events: Inbound[]) => Promise<void> } = {}) {
  const standIn = telegramStandIn();
  const { url } = await standIn.listen();
  const inbox = openInbox({ database, keys: keysFrom(Buffer.alloc(32, 7)), clock: () => new Date() });
  const problems: unknown[] = [];
  const fresh: number[] = [];
  const openBot = () => {
    const bot = telegramBot({
      token: new Secret(standIn.token),
      apiRoot: url,
      webhookSecret: new Secret('mot-bi-mat'),
      commands,
      async receive(events) {
        await before(events);
        fresh.push(await inbox.receive(events));
      },
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
  onTestFinished(() => standIn.close());
  const stored = async () =>
    (await database.query<{ key: string }>('select event_key as key from inbound_event')).length;
  /** What was stored, in order, as the conversations will see it. */
  const heard = async () => {
    const texts: string[] = [];
    while (
      await inbox.workOnOneChat(async (event) => void texts.push(event.text || event.payload || event.kind))
    );
    return texts;
  };
  const api = new Api(standIn.token, { apiRoot: url });
  return {
    standIn,
    url,
    api,
    openBot,
    startPolling,
    stored,
    heard,
    fresh,
    problems,
    lan: standIn.user(7, { first_name: 'Lan' }),
  };
}

describe('polling', () => {
  test('stores what people do, in order, and tells Telegram the commands', async () => {
    const { lan, api, startPolling, stored, heard, problems } = await telegram();
    startPolling();
    lan.start('MA1');
    lan.say('một');
    await expect.poll(stored).toBe(2);
    lan.block();
    await expect.poll(stored).toBe(3);
    expect(await heard()).toEqual(['/start MA1', 'một', 'blocked']);
    expect(await api.getMyCommands()).toEqual(commands[0]!.commands);
    expect(problems).toEqual([]);
  });

  test('confirms only what was stored: what was not comes again', async () => {
    let failures = 1;
    const batches: string[][] = [];
    const { lan, startPolling, stored, heard, fresh, problems } = await telegram({
      async before(events) {
        batches.push(events.map(({ text }) => text));
        if (failures-- > 0) throw new Error('the database is away');
      },
    });
    lan.start();
    lan.say('một');
    startPolling();
    await expect.poll(stored).toBe(2);
    expect(batches).toEqual([
      ['/start', 'một'],
      ['/start', 'một'],
    ]);
    expect([fresh, problems.length]).toEqual([[2], 1]);
    expect(await heard()).toEqual(['/start', 'một']);
  });

  test('a process that dies between storing and confirming leaves nothing doubled', async () => {
    const { lan, openBot, startPolling, stored, heard, fresh } = await telegram();
    lan.start();
    const stop = new AbortController();
    const dying = openBot();
    const { poll } = dying;
    const polling = poll(stop.signal);
    await expect.poll(stored).toBe(1);
    // Its next question would confirm; here it never gets to it.
    stop.abort();
    await polling;
    lan.say('một');
    startPolling();
    await expect.poll(stored).toBe(2);
    expect(fresh.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await heard()).toEqual(['/start', 'một']);
  });

  test('nothing is lost or doubled over an outage of Telegram', async () => {
    const { standIn, lan, startPolling, stored, heard, problems } = await telegram();
    startPolling();
    lan.start();
    await expect.poll(stored).toBe(1);
    for (const round of [1, 2]) {
      await standIn.close();
      lan.say(`lúc ngắt ${round}`);
      await pause(700);
      await standIn.listen();
      lan.say(`sau đó ${round}`);
      await expect.poll(stored, { timeout: 10_000 }).toBe(1 + 2 * round);
    }
    expect(await heard()).toEqual(['/start', 'lúc ngắt 1', 'sau đó 1', 'lúc ngắt 2', 'sau đó 2']);
    expect(problems.length).toBeGreaterThan(1);
    expect(inspect(problems, { depth: 9 })).not.toContain(standIn.token.split(':')[1]);
  });

  test.each([
    ['hang up', { drop: true }],
    ['answer nonsense', { garbage: true }],
    ['break', { status: 502 }],
  ] as const)('goes on where Telegram should %s', async (_, kind) => {
    const { standIn, lan, startPolling, stored, heard, problems } = await telegram();
    standIn.fault({ method: 'getUpdates', kind, times: 2 });
    startPolling();
    lan.start();
    await expect.poll(stored, { timeout: 5_000 }).toBe(1);
    expect(await heard()).toEqual(['/start']);
    expect(problems.length).toBe(2);
  });

  test('waits as long as Telegram says', async () => {
    const { standIn, lan, startPolling, stored } = await telegram();
    standIn.fault({ method: 'getUpdates', kind: { status: 429, retryAfter: 2 } });
    lan.start();
    const began = performance.now();
    startPolling();
    await expect.poll(stored, { timeout: 5_000 }).toBe(1);
    expect(performance.now() - began).toBeGreaterThan(1_950);
    expect(standIn.calls['getUpdates']).toBeLessThanOrEqual(3);
  });

  test('takes over where a webhook was set before', async () => {
    const { lan, api, startPolling, stored } = await telegram();
    await api.setWebhook('http://127.0.0.1:9/nobody');
    lan.start();
    startPolling();
    await expect.poll(stored).toBe(1);
    expect((await api.getWebhookInfo()).url).toBe('');
  });

  test('takes over again where somebody sets a webhook meanwhile', async () => {
    const { lan, api, startPolling, stored, problems } = await telegram();
    startPolling();
    lan.start();
    await expect.poll(stored).toBe(1);
    await api.setWebhook('http://127.0.0.1:9/nobody');
    lan.say('một');
    await expect.poll(stored, { timeout: 5_000 }).toBe(2);
    expect(String(problems[0])).toContain('409');
  });

  test('does not depend on the list of commands: that is a courtesy', async () => {
    const { standIn, lan, startPolling, stored, problems } = await telegram();
    const description = 'Bad Request: BOT_COMMAND_INVALID';
    standIn.fault({ method: 'setMyCommands', kind: { status: 400, description }, times: 'always' });
    lan.start();
    startPolling();
    await expect.poll(stored).toBe(1);
    expect(problems.length).toBe(1);
  });

  test('ends at once when told to, also in the middle of a question', async () => {
    const { standIn, startPolling, problems } = await telegram();
    const end = startPolling();
    await expect.poll(() => standIn.calls['getUpdates']).toBe(1);
    const began = performance.now();
    await end();
    expect(performance.now() - began).toBeLessThan(500);
    expect(problems).toEqual([]);
  });
});

describe('a webhook', () => {
  const update = (id: number) => ({
    update_id: id,
    message: {
      message_id: 1,
      date: 0,
      from: { id: 7, is_bot: false },
      chat: { id: 7, type: 'private' },
      text: 'chào',
    },
  });

  test.each([
    ['the right secret', 'mot-bi-mat', true],
    ['a wrong one', 'mot-bi-maT', false],
    ['a longer one', 'mot-bi-mat-', false],
    ['an empty one', '', false],
    ['none', undefined, false],
  ])('with %s', async (_, secret, taken) => {
    const { openBot, stored } = await telegram();
    expect(await openBot().takeWebhook(update(1), secret)).toBe(taken);
    expect(await stored()).toBe(taken ? 1 : 0);
  });

  test('is refused where no secret is set, whatever it brings', async () => {
    const { standIn, url } = await telegram();
    const received: Inbound[] = [];
    const bot = telegramBot({
      token: new Secret(standIn.token),
      apiRoot: url,
      webhookSecret: undefined,
      commands,
      receive: async (events) => void received.push(...events),
      onProblem: () => {},
    });
    onTestFinished(() => bot.close());
    for (const secret of [undefined, '', 'undefined'])
      expect(await bot.takeWebhook(update(1), secret)).toBe(false);
    expect(received).toEqual([]);
  });

  test('brings updates over HTTP once, again and again until they are stored', async () => {
    let failures = 2;
    const { lan, api, openBot, stored, heard } = await telegram({
      async before() {
        if (failures-- > 0) throw new Error('the database is away');
      },
    });
    const bot = openBot();
    const app = await openHttp({
      log: openLog('silent'),
      metrics: openMetrics(),
      locales: openLocales(`${import.meta.dirname}/../../hub/locales`, 'Asia/Ho_Chi_Minh'),
      ready: async () => true,
      identify: async () => null,
      publicUrl: 'http://127.0.0.1',
    });
    await telegramWebhook(app, bot);
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    onTestFinished(async () => await app.close());
    await bot.setWebhook(`${address}/webhooks/telegram`, new Secret('mot-bi-mat'));
    lan.start();
    for (const text of ['một', 'hai']) lan.say(text);
    await expect.poll(stored).toBe(3);
    await expect.poll(async () => (await api.getWebhookInfo()).pending_update_count).toBe(0);
    expect(await heard()).toEqual(['/start', 'một', 'hai']);

    await bot.setWebhook(`${address}/webhooks/telegram`, new Secret('bi-mat-khac'));
    lan.say('ba');
    await expect.poll(async () => (await api.getWebhookInfo()).last_error_message).toMatch(/401/);
    expect(await stored()).toBe(3);
    await bot.setWebhook(`${address}/webhooks/telegram`, new Secret('mot-bi-mat'));
    await expect.poll(stored).toBe(4);
  });
});

test('the bot knows its public name', async () => {
  const { openBot, standIn } = await telegram();
  expect(await openBot().username()).toBe(standIn.bot.username);
});
