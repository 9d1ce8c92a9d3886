import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { hearing, type Skipped } from '../../bots/zalo/hearing.ts';
import { zaloWebhook } from '../../bots/zalo/routes.ts';
import { zaloStandIn } from '../../bots/zalo/stand-in/index.ts';
import { openInbox, openIntake, type Echo, type Inbound, type Report } from '../../hub/channels/index.ts';
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

/** As the database says that it is being shut down. */
const away = () => Object.assign(new Error('the database is away'), { code: '57P01' });

/** A web side that takes Zalo's events, and a Zalo that posts them there. `before` may keep an event from being stored. */
async function webSide({
  before = async () => {},
  accountId,
}: { before?: () => Promise<void>; accountId?: () => string | null } = {}) {
  const standIn = zaloStandIn();
  const inbox = openInbox({ database, keys: keysFrom(Buffer.alloc(32, 7)), clock: () => new Date() });
  const problems: unknown[] = [];
  const skipped: Skipped[] = [];
  const reports: Report[] = [];
  const echoes: Echo[] = [];
  const changes: object[] = [];
  const intake = openIntake({
    async receive(events) {
      await before();
      await inbox.receive(events);
    },
    onProblem: (error) => problems.push(error),
  });
  const takeWebhook = hearing({
    appId: standIn.app.id,
    accountSecret: new Secret(standIn.oaSecret),
    accountId: async () => (accountId ? accountId() : standIn.account.id),
    clock: () => new Date(),
    take: intake.take,
    report: async (some) => void reports.push(...some),
    echoed: (echo) => void echoes.push(echo),
    groupChanged: async (change) => void changes.push(change),
    skipped: (why) => skipped.push(why),
    onProblem: (error) => problems.push(error),
  });
  const app = await openHttp({
    log: openLog('silent'),
    metrics: openMetrics(),
    locales: openLocales('hub/locales', 'Asia/Ho_Chi_Minh'),
    ready: async () => true,
    identify: async () => null,
    publicUrl: 'http://127.0.0.1',
  });
  await zaloWebhook(app, { takeWebhook });
  const url = `${await app.listen({ host: '127.0.0.1', port: 0 })}/webhooks/zalo`;
  standIn.webhook.set(url);
  onTestFinished(async () => {
    intake.close();
    await standIn.close();
    await app.close();
  });
  const stored = async () => (await database.query('select from inbound_event')).length;
  return {
    standIn,
    url,
    intake,
    problems,
    skipped,
    reports,
    echoes,
    changes,
    stored,
    lan: standIn.person(1, { name: 'Lan' }),
    /** What Zalo would post of a text of Lan's. */
    saying(text: string) {
      const lan = standIn.people.person(1);
      const message = lan.screen.show({ from: lan.id, fromAccount: false, at: standIn.now(), text });
      return standIn.events.sent(lan, message);
    },
    /** What was stored, in order, as the conversations will see it. */
    async heard() {
      const events: Inbound[] = [];
      while (await inbox.workOnOneChat(async (event) => void events.push(event)));
      return events;
    },
    /** The answers that Zalo got. */
    answers: () => standIn.webhook.posted.map(({ status }) => status),
  };
}

describe('what people do', () => {
  test('is stored when Zalo is answered, in order, taps as taps', async () => {
    const { lan, standIn, heard, answers } = await webSide();
    lan.follow();
    lan.say('Chào');
    lan.unfollow();
    await standIn.webhook.idle();
    expect((await heard()).map(({ kind, text }) => text || kind)).toEqual(['followed', 'Chào', 'blocked']);
    expect(answers()).toEqual([200, 200, 200]);
  });

  test('told twice is taken in once', async () => {
    const { lan, saying, standIn, heard, stored, answers } = await webSide();
    const event = saying('một');
    for (const retry of [0, 1, 2]) await standIn.webhook.post(event, { retry });
    expect(answers()).toEqual([200, 200, 200]);
    expect(await stored()).toBe(1);
    expect(await heard()).toMatchObject([{ text: 'một', address: lan.id }]);
  });

  test('many at once are all there', async () => {
    const { standIn, stored, answers } = await webSide();
    for (let number = 1; number <= 100; number += 1) standIn.person(number).say(`Tôi là ${number}`);
    await standIn.webhook.idle();
    expect(await stored()).toBe(100);
    expect(new Set(answers())).toEqual(new Set([200]));
  });
});

describe('what is not from Zalo', () => {
  test.each([
    ['wrongly signed', { mac: 'wrong' }, 'unsigned'],
    ['not signed at all', { mac: 'none' }, 'unsigned'],
  ] as const)('%s: answered, counted, without effect', async (_, posting, why) => {
    const { lan, standIn, stored, skipped, answers } = await webSide();
    lan.say('một', posting);
    await standIn.webhook.idle();
    expect([answers(), skipped, await stored()]).toEqual([[200], [why], 0]);
  });

  test('about another app', async () => {
    const { saying, standIn, stored, skipped } = await webSide();
    await standIn.webhook.post({ ...saying('một'), app_id: '4999999999999999999' });
    expect([skipped, await stored()]).toEqual([['unsigned'], 0]);
  });

  test('about another account that has let the app speak for it', async () => {
    const { lan, saying, standIn, stored, skipped, reports } = await webSide();
    const other = '2999999999999999999';
    const record = standIn.people.person(1);
    const message = saying('một');
    const events = standIn.events;
    for (const event of [
      { ...message, recipient: { id: other } },
      { ...events.follow(record), oa_id: other },
      { ...events.received(record, 'abc'), sender: { id: other } },
      {
        ...events.sentInGroup(standIn.group('Chi bộ 1', [lan]).record, record, lan.screen[0]!),
        oa_id: other,
      },
    ])
      await standIn.webhook.post(event);
    await standIn.webhook.idle();
    expect([skipped, await stored(), reports]).toEqual([Array(4).fill('another-account'), 0, []]);
  });

  test('about an account that was connected meanwhile, or is not known yet, is taken', async () => {
    const unknown = await webSide({ accountId: () => null });
    await unknown.standIn.webhook.post(unknown.saying('một'));
    expect(await unknown.stored()).toBe(1);
    let known = '2888888888888888888';
    const { saying, standIn, stored, skipped } = await webSide({ accountId: () => known });
    const to = (account: string) => ({ ...saying('một'), recipient: { id: account } });
    await standIn.webhook.post(to(known));
    known = '2777777777777777777';
    await standIn.webhook.post(to(known));
    known = '2666666666666666666';
    await standIn.webhook.post(to(known));
    await standIn.webhook.post(to('2777777777777777777'));
    expect([skipped, await stored()]).toEqual([['another-account'], 4]);
  });

  test('caught yesterday and played again', async () => {
    const { saying, standIn, stored, skipped } = await webSide();
    const ago = (minutes: number) => ({ timestamp: String(Date.now() - minutes * 60_000) });
    await standIn.webhook.post({ ...saying('một'), ...ago(24 * 60 + 1) });
    // What Zalo itself repeats is never as old.
    await standIn.webhook.post({ ...saying('hai'), ...ago(2 * 60) }, { retry: 5 });
    expect([skipped, await stored()]).toEqual([['stale'], 1]);
  });

  test.each([
    ['the console’s check', '{}', 'application/json'],
    ['nothing', '', 'application/json'],
    ['no JSON', '<a/>', 'text/xml'],
    ['of no type', 'x', ''],
    ['a form', 'a=1', 'application/x-www-form-urlencoded'],
    ['far too much', `"${'x'.repeat(2_000_000)}"`, 'application/json'],
  ])('%s is answered with 200 as well', async (_, body, type) => {
    const { url, stored, problems } = await webSide();
    const answer = await fetch(url, { method: 'POST', body, headers: { 'content-type': type } });
    expect([answer.status, await stored(), problems]).toEqual([200, 0, []]);
  });
});

describe('a database that is away', () => {
  test('keeps nobody waiting, and the event is stored when it is back', async () => {
    let isAway = true;
    const { lan, standIn, stored, problems, answers } = await webSide({
      before: async () => {
        if (isAway) throw away();
      },
    });
    lan.say('một');
    lan.say('hai');
    await standIn.webhook.idle();
    expect([answers(), await stored()]).toEqual([[200, 200], 0]);
    expect(problems.length).toBeGreaterThan(1);
    isAway = false;
    await expect.poll(stored, { timeout: 10_000 }).toBe(2);
  });

  test('what it refuses for good is told, and holds nobody up', async () => {
    let refusals = 1;
    const { lan, standIn, stored, problems } = await webSide({
      before: async () => {
        if (refusals-- > 0) throw Object.assign(new Error('no such text'), { code: '22021' });
      },
    });
    lan.say('một');
    await standIn.webhook.idle();
    lan.say('hai');
    await standIn.webhook.idle();
    expect([await stored(), problems.length]).toEqual([1, 1]);
  });

  test('an end while it is away lets go of what is held', async () => {
    const { lan, intake, problems } = await webSide({
      before: async () => {
        throw away();
      },
    });
    lan.say('một');
    await expect.poll(() => problems.length).toBeGreaterThan(0);
    intake.close();
    const event = {
      channel: 'zalo',
      address: '1',
      eventKey: '1',
      kind: 'text',
      text: '',
      payload: '',
    } as const;
    await expect(intake.take(event)).rejects.toThrow('away');
  });
});

test('receipts and changes of groups are handed on, and echoes are nobody’s words', async () => {
  const { lan, standIn, stored, reports, echoes, changes, skipped } = await webSide();
  const shown = standIn.people.person(1).screen.show({
    from: standIn.account.id,
    fromAccount: true,
    at: standIn.now(),
    text: 'Thông báo',
  });
  await standIn.webhook.post(standIn.events.echo(standIn.people.person(1), shown, 'text'));
  await standIn.webhook.post(standIn.events.echo(standIn.people.person(1), shown, 'text', '77'));
  lan.receive();
  lan.read();
  const group = standIn.group('Chi bộ 1', [lan]);
  await standIn.webhook.idle();
  expect(reports.map(({ providerId, kind }) => [providerId, kind])).toEqual([
    [shown.id, 'delivered'],
    [shown.id, 'seen'],
  ]);
  expect(changes).toEqual([{ kind: 'came', group: group.id, people: [lan.id] }]);
  // What an administrator typed by hand is none of ours.
  expect(echoes).toEqual([
    { address: lan.id, providerId: shown.id, text: 'Thông báo', at: expect.any(Date) as Date },
  ]);
  expect([skipped, await stored()]).toEqual([['not-for-us'], 0]);
});
