import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, onTestFinished, test } from 'vitest';
import { openUsage, type Report } from '../../hub/channels/index.ts';
import { openEchoes, openReports } from '../../hub/delivery/index.ts';
import { noticeContent } from '../../hub/notices/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { openDeliveryHouse, type DeliveryHouse } from '../delivery/house.ts';
import { testDatabase } from '../support/database.ts';
import { knowTemplates, openAccount, type OpenAccount } from './account.ts';

let database: Database;
let house: DeliveryHouse | undefined;
let zalo: OpenAccount;
beforeAll(async () => (database = await testDatabase()), 60_000);
afterEach(async () => {
  expect([...house!.problems, ...zalo.problems]).toEqual([]);
  await house!.close();
  await zalo.close();
  house = undefined;
});
afterAll(() => database.close());

const hours = (count: number) => count * 3_600_000;
const directive = {
  id: '501',
  text: 'Chào <ho_ten>: <noi_dung>',
  parameters: [
    { name: 'ho_ten', maxLength: 30 },
    { name: 'noi_dung', maxLength: 60 },
  ],
  userCost: 560,
  phoneCost: 800,
};

/** A cell of so many members, each on Zalo first and on Telegram too; the secretary is on neither. */
async function given({
  members = 1,
  perMinute = 1_000,
  ...options
}: { members?: number; perMinute?: number } & Parameters<typeof openAccount>[1] = {}) {
  const clock = () => house?.now() ?? new Date('2026-11-20T08:00:00Z');
  zalo = await openAccount(database, {
    clock,
    timeoutMs: 1_000,
    templates: { directive: '501' },
    ...options,
    standIn: { clock, perMinute, templates: [directive] },
  });
  await knowTemplates(zalo.account);
  house = await openDeliveryHouse({ database, more: [zalo.account.channel] });
  const codes = await house.members('C1', members);
  for (const [n, code] of codes.entries()) {
    const person = zalo.standIn.person(n + 1, { name: code, phone: `09123456${String(n).padStart(2, '0')}` });
    person.say('Chào');
    await house.link(code, person.id, 'zalo');
  }
  const send = () => house!.send({ kind: 'directive', title: 'Kế hoạch số 27' });
  const statusOf = (id: string) => house!.notices.status(operator, id);
  const onZalo = (n = 1) => zalo.standIn.person(n).inbox;
  const onTelegram = () => codes.map((_, n) => house!.standIn.deliveredTo(1001 + n));
  return { house, send, statusOf, onZalo, onTelegram, engine: house.engine() };
}

test('whoever falls silent is reached in the window, then by an approved text, then on another channel', async () => {
  const {
    house: { pass },
    send,
    statusOf,
    onZalo,
    onTelegram,
    engine,
  } = await given();
  const person = zalo.standIn.person(1);
  const next = async () => {
    const { id } = await send();
    await engine.work();
    return (await statusOf(id)).byChannel;
  };
  expect(await next()).toMatchObject({ zalo: 1 });
  expect(onZalo().at(-1)).toMatchObject({ template: null, buttons: [{ label: 'Đã nắm' }] });
  pass(hours(49));
  expect(await next()).toMatchObject({ zalo: 1 });
  pass(hours(24 * 6));
  expect(await next()).toMatchObject({ zalo: 1 });
  expect(onZalo().at(-1)).toMatchObject({
    template: { id: '501', data: { ho_ten: 'Nguyễn Văn Số 1', noi_dung: 'Kế hoạch số 27' } },
  });
  person.refusesTemplates = true;
  expect(await next()).toMatchObject({ telegram: 1 });
  expect([onZalo().length, onTelegram()]).toEqual([3, [1]]);
  const used = await database.query('select way, count, cost from channel_usage order by way');
  expect(used).toEqual([
    { way: 'free', count: 1, cost: 0 },
    { way: 'paid', count: 1, cost: 55 },
    { way: 'template', count: 1, cost: 560 },
  ]);
});

test('where Zalo closed the window sooner than we thought, the approved text goes at once', async () => {
  const { send, statusOf, onZalo, engine } = await given();
  zalo.standIn.person(1).interactedAt = new Date('2026-11-01T00:00:00Z');
  const { id } = await send();
  await engine.work();
  expect(await statusOf(id)).toMatchObject({
    byStatus: { handed_over: 1 },
    byChannel: { zalo: 1 },
    duplicates: 0,
  });
  expect(onZalo().map(({ template }) => template?.id)).toEqual(['501']);
});

test('too many calls in a minute wait for the next one: nobody is lost, doubled or sent elsewhere', async () => {
  const {
    house: { pass },
    send,
    statusOf,
    onTelegram,
    engine,
  } = await given({ members: 12 });
  zalo.standIn.perMinute = 5;
  const { id } = await send();
  for (let minute = 0; minute < 6; minute += 1) {
    await engine.work();
    // What paused the whole channel did so by the database's clock, for a minute of its own.
    await database.query('delete from send_budget');
    pass(60_000);
  }
  expect(zalo.standIn.violations).toBeGreaterThan(0);
  expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 12 }, inDoubt: 0, duplicates: 0 });
  expect(onTelegram().every((count) => count === 0)).toBe(true);
});

test('a login that is over stops Zalo at once, and the others carry on', async () => {
  const told: string[] = [];
  const {
    house: { pass },
    send,
    statusOf,
    onTelegram,
    engine,
  } = await given({
    members: 8,
    onNeedsLogin: (problem) => told.push(problem),
  });
  zalo.standIn.revokeTokens();
  const { id } = await send();
  engine.start();
  await expect.poll(async () => (await statusOf(id)).byStatus.handed_over, { timeout: 15_000 }).toBe(8);
  expect(onTelegram()).toEqual(Array(8).fill(1));
  expect(told).toHaveLength(1);
  const [health] = await database.query(`select state, reason from channel_health where channel = 'zalo'`);
  expect(health).toEqual({ state: 'open', reason: 'needs-person: needs-login' });
  // Later notices do not try it first.
  pass(1_000);
  const calls = zalo.standIn.calls['/v3.0/oa/message/cs'] ?? 0;
  const second = await send();
  await expect
    .poll(async () => (await statusOf(second.id)).byStatus.handed_over, { timeout: 15_000 })
    .toBe(8);
  expect(zalo.standIn.calls['/v3.0/oa/message/cs'] ?? 0).toBe(calls);
});

test('a token that another process changes in the middle of a broadcast costs no message', async () => {
  const { send, statusOf, onTelegram, engine } = await given({ members: 60 });
  const { tokens } = zalo.open();
  const { id } = await send();
  const working = engine.work();
  for (const before of [5, 20, 40]) {
    await expect.poll(() => zalo.standIn.sent.length).toBeGreaterThan(before);
    const held = await tokens.current();
    if (held.kind !== 'token') throw new Error('no token');
    await tokens.refresh(held.generation);
  }
  await working;
  expect(zalo.standIn.tokensGiven).toBe(4);
  expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 60 }, inDoubt: 0, duplicates: 0 });
  expect(onTelegram().every((count) => count === 0)).toBe(true);
});

test('receipts of messages, and of texts by number, stand in the ledger', async () => {
  const { house, send, statusOf, onZalo, engine } = await given();
  const { pass } = house;
  const person = zalo.standIn.person(1);
  const { take, close } = openReports({
    database,
    clock: () => house.now(),
    onProblem: (error) => zalo.problems.push(error),
  });
  const report = (providerId: string, kind: Report['kind']) =>
    take('zalo', [{ providerId, kind, at: house.now() }]);
  const first = await send();
  await engine.work();
  await report(onZalo().at(-1)!.id, 'delivered');
  await report(onZalo().at(-1)!.id, 'seen');
  expect((await statusOf(first.id)).byStatus).toMatchObject({ seen: 1 });

  pass(hours(24 * 9));
  await house.people.editMember(operator, 'A001', { phone: person.phone });
  zalo.standIn.setTemplate({ ...directive, userCost: null });
  const second = await send();
  await engine.work();
  const [byNumber] = zalo.standIn.phoneMessages;
  await report(byNumber!.trackingId, 'delivered');
  expect((await statusOf(second.id)).byStatus).toMatchObject({ delivered: 1 });
  close();
});

/** Lets the hub hear what Zalo tells of its own messages. */
function hearEchoes({ house: { now } }: Awaited<ReturnType<typeof given>>) {
  const locales = openLocales('hub/locales', 'Asia/Ho_Chi_Minh');
  const echoes = openEchoes({
    database,
    channels: () => new Map([['zalo', zalo.account.channel]]),
    contentOf: noticeContent({ database, locales }).contentOf,
    usage: openUsage({ sql: database, clock: now, timeZone: 'Asia/Ho_Chi_Minh' }),
    clock: now,
    onProblem: (error) => zalo.problems.push(error),
  });
  onTestFinished(() => echoes.close());
  return (n = 1) => {
    const person = zalo.standIn.person(n);
    for (const { id, text } of person.inbox)
      echoes.take('zalo', { address: person.id, providerId: id, text, at: now() });
  };
}

const csPath = 'message/cs';
const lost = { drop: true, deliver: true } as const;

test('a message whose answer was lost is known by its echo, and not sent again', async () => {
  const opened = await given();
  const { house, send, statusOf, onZalo, onTelegram, engine } = opened;
  const echo = hearEchoes(opened);
  for (const kind of [
    { way: 'free', cost: 0 },
    { way: 'paid', cost: 55 },
  ] as const) {
    const before = onZalo().length;
    zalo.standIn.fault({ path: csPath, kind: lost });
    const { id } = await send();
    await engine.work();
    expect(await statusOf(id)).toMatchObject({ inDoubt: 1, duplicates: 0 });
    echo();
    await expect
      .poll(() => statusOf(id), { timeout: 10_000 })
      .toMatchObject({ byStatus: { handed_over: 1 }, inDoubt: 0, duplicates: 0 });
    house.pass(60_000);
    await engine.work();
    expect([onZalo().length - before, onTelegram()]).toEqual([1, [0]]);
    const used = await database.query('select way, cost, count from channel_usage where way = $1', [
      kind.way,
    ]);
    expect(used).toEqual([{ ...kind, count: 1 }]);
    // By the echo's id receipts find it.
    const sent = await database.query('select from sent_message where provider_id = $1', [
      onZalo().at(-1)!.id,
    ]);
    expect(sent).toHaveLength(1);
    house.pass(hours(50));
  }
});

test('an echo that may be of two messages settles neither; one that never comes costs a repeat', async () => {
  const opened = await given();
  const { house, send, statusOf, onZalo, engine } = opened;
  const echo = hearEchoes(opened);
  zalo.standIn.fault({ path: csPath, kind: lost, times: 2 });
  const ids = [(await send()).id, (await send()).id];
  await engine.work();
  echo();
  await sleep(1_500);
  for (const id of ids) expect(await statusOf(id)).toMatchObject({ inDoubt: 1 });
  house.pass(60_000);
  for (const id of ids) {
    await expect
      .poll(async () => {
        await engine.work();
        return await statusOf(id);
      })
      .toMatchObject({ byStatus: { handed_over: 1 }, duplicates: 1 });
  }
  expect(onZalo()).toHaveLength(4);
});

test('of a long message the part that was shown is taken as gone, and the rest follows', async () => {
  const opened = await given();
  const { house, statusOf, onZalo, engine } = opened;
  const echo = hearEchoes(opened);
  zalo.standIn.fault({ path: csPath, kind: lost });
  const { id } = await house.send({
    kind: 'directive',
    title: 'Kế hoạch dài',
    body: 'Nội dung. '.repeat(300),
  });
  await engine.work();
  echo();
  await expect.poll(async () => (await statusOf(id)).inDoubt, { timeout: 10_000 }).toBe(0);
  await engine.work();
  expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 1 }, duplicates: 0 });
  expect(onZalo().map(({ text }) => /\((\d\/\d)\)/.exec(text)?.[1])).toEqual(['1/2', '2/2']);
});

test('what a worker that fell silent had sent is known by its echo', async () => {
  const opened = await given();
  const { house, send, statusOf, onZalo, engine } = opened;
  const echo = hearEchoes(opened);
  zalo.standIn.fault({ path: csPath, kind: { hang: true, deliver: true } });
  const { id } = await send();
  const silent = engine.work();
  await expect.poll(() => onZalo().length).toBe(1);
  echo();
  await database.query(`update delivery_batch set lease_until = clock_timestamp() - interval '1 second'`);
  house.engine().start();
  await expect
    .poll(() => statusOf(id), { timeout: 10_000 })
    .toMatchObject({ byStatus: { handed_over: 1 }, inDoubt: 0, duplicates: 0 });
  await silent;
  expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 1 }, inDoubt: 0, duplicates: 0 });
  expect(onZalo()).toHaveLength(1);
});
