import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Report } from '../../hub/channels/index.ts';
import { openReports } from '../../hub/delivery/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
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
