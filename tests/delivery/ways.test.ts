import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { openUsage, type Terms, type Usage } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';
import { dayMs, openGuardedProvider, template, type GuardedProvider } from './guarded-provider.ts';
import { openDeliveryHouse, type DeliveryHouse } from './house.ts';

let database: Database;
let house: DeliveryHouse;
let zalo: GuardedProvider;
beforeAll(async () => (database = await testDatabase()), 60_000);
afterAll(() => database.close());
beforeEach(async () => {
  zalo = await openGuardedProvider(() => house.now());
});
afterEach(async () => {
  expect(house.problems).toEqual([]);
  await house.close();
  await zalo.close();
});

/** A cell of so many members, all on Zalo at 1 … and, where wanted, on Telegram at 1001 …; the secretary is on neither. */
async function live(
  terms: Partial<Terms>,
  {
    members = 3,
    telegram = false,
    through = database,
  }: { members?: number; telegram?: boolean; through?: Database } = {},
): Promise<string[]> {
  house = await openDeliveryHouse({ database: through, more: [zalo.channel(terms)] });
  const codes = await house.members('C1', members, { unlinked: members });
  for (const [n, code] of codes.entries()) {
    await house.link(code, n + 1, 'zalo');
    zalo.hear(n + 1);
    if (telegram) await house.link(code, 1001 + n);
  }
  return codes;
}

/** Both sides last heard the person so long ago. */
async function silentFor(code: string, address: number, ms: number): Promise<void> {
  const at = new Date(house.now().getTime() - ms);
  zalo.hear(address, at);
  await database.query('update chat set heard_at = $2 where member_id = $1', [await house.idOf(code), at]);
}

const statusOf = (id: string) => house.notices.status(operator, id);
const kindsShown = (to: number | string) => zalo.screen(to).map(({ kind, charged }) => [kind, charged]);
const usage = (): Usage =>
  openUsage({ sql: database, clock: () => house.now(), timeZone: 'Asia/Ho_Chi_Minh' });
const used = async () => (await usage().ofMonth('zalo')).map(({ way, count, cost }) => [way, count, cost]);
const reasonsOf = async (id: string) =>
  (
    await database.query<{ reason: string | null }>(
      'select distinct reason from delivery where notice_id = $1 and channel is not null order by reason',
      [id],
    )
  ).map(({ reason }) => reason);

describe('the best way that is open', () => {
  test('free, then paid, then the template by id, by telephone, and the next channel: each asked once', async () => {
    const codes = await live({ templateFor: () => template }, { members: 5, telegram: true });
    await silentFor(codes[1]!, 2, 3 * dayMs);
    for (const n of [3, 4, 5]) await silentFor(codes[n - 1]!, n, 8 * dayMs);
    for (const n of [4, 5]) zalo.refuseTemplate(n);
    await house.people.importMembers(
      operator,
      Buffer.from(
        'code,full_name,unit_code,role,status,phone\nA004,Nguyễn Văn Số 4,C1,,official,0912345678\n',
      ),
    );
    const { id } = await house.send();
    await house.engine().work();
    expect([1, 2, 3, '+84912345678'].map(kindsShown)).toEqual([
      [['text', 0]],
      [['text', 55]],
      [['template', 200]],
      [['phone', 300]],
    ]);
    expect(zalo.screen(3)[0]?.text).toBe('Nguyễn Văn Số 3 | Thông báo');
    expect(house.standIn.deliveredTo(1005)).toBe(1);
    // The fourth and the fifth were asked once by the template that they do not take.
    expect(zalo.asked).toBe(6);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 5, unreachable: 1 }, duplicates: 0 });
    expect(await used()).toEqual([
      ['free', 1, 0],
      ['paid', 1, 55],
      ['template', 1, 200],
      ['phone_template', 1, 300],
    ]);
  });

  test('what the provider closes though we thought it open leads to the next way, and it is asked no more for this one', async () => {
    await live({ templateFor: () => template }, { members: 1 });
    zalo.fault(1, 'closed');
    const { id } = await house.send();
    await house.engine().work();
    expect(kindsShown(1)).toEqual([['template', 200]]);
    expect(zalo.asked).toBe(2);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 1 } });
    expect(await used()).toEqual([['template', 1, 200]]);
  });

  test('where every way is closed and there is no other channel the member is on the list, with the reason', async () => {
    const [code] = await live({}, { members: 1 });
    await silentFor(code!, 1, 30 * dayMs);
    const { id } = await house.send();
    await house.engine().work();
    expect(zalo.asked).toBe(0);
    expect(await statusOf(id)).toMatchObject({ byStatus: { unreachable: 2 } });
    expect(await reasonsOf(id)).toEqual(['closed: no-way']);
  });

  test('a template is not filled with nothing: who has no number to name gets the next way', async () => {
    const numbered = {
      ...template,
      parameters: [{ name: 'so_van_ban', required: true, maxLength: 20 }],
    };
    const [code] = await live({ templateFor: () => numbered }, { members: 1, telegram: true });
    await silentFor(code!, 1, 30 * dayMs);
    await house.send();
    await house.send({ kind: 'directive', number: '12-CT/TU' });
    await house.engine().work();
    expect(house.standIn.deliveredTo(1001)).toBe(1);
    expect(zalo.screen(1).map(({ text }) => text)).toEqual(['12-CT/TU']);
  });

  test('a long message goes in parts, each counted; by a template it goes as one', async () => {
    const codes = await live({ templateFor: () => template }, { members: 2 });
    await silentFor(codes[1]!, 2, 30 * dayMs);
    const { id } = await house.send({ body: 'Nội dung rất dài. '.repeat(250) });
    const engine = house.engine();
    for (let part = 0; part < 4; part += 1) {
      await engine.work();
      house.pass(1_000);
    }
    const parts = zalo.screen(1).length;
    expect(parts).toBe(3);
    expect(kindsShown(2)).toEqual([['template', 200]]);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 2 } });
    expect(await used()).toEqual([
      ['free', 3, 0],
      ['template', 1, 200],
    ]);
  });

  test('a window that closes between two parts: the template says the whole of it', async () => {
    const [code] = await live({ templateFor: () => template }, { members: 1 });
    zalo.fault(1, 'limited');
    await silentFor(code!, 1, 2 * dayMs - 2_000);
    const { id } = await house.send({ body: 'Nội dung rất dài. '.repeat(250) });
    const engine = house.engine();
    await engine.work();
    house.pass(6 * dayMs);
    await engine.work();
    expect(kindsShown(1)).toEqual([['template', 200]]);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 1 } });
  });
});

describe('a month that runs out', () => {
  test('of messages: no more than that go, the rest on the next channel, in the middle of a batch', async () => {
    await live({ monthlyQuota: 4 }, { members: 10, telegram: true });
    const { id } = await house.send();
    await house.engine().work();
    expect(zalo.shown.length).toBe(4);
    expect(house.standIn.stats().messages).toBe(6);
    expect(await statusOf(id)).toMatchObject({
      byStatus: { handed_over: 10 },
      byChannel: { zalo: 4, telegram: 6 },
    });
    expect(await usage().left('zalo', { monthlyQuota: 4, monthlyBudget: Infinity })).toMatchObject({
      messages: 0,
    });
  });

  test('of money: who can be reached for nothing still is', async () => {
    const codes = await live({ monthlyBudget: 120 }, { members: 5, telegram: true });
    for (const n of [2, 3, 4]) await silentFor(codes[n - 1]!, n, 3 * dayMs);
    await house.send();
    await house.engine().work();
    expect([1, 5].flatMap(kindsShown)).toEqual([
      ['text', 0],
      ['text', 0],
    ]);
    expect(zalo.shown.filter(({ charged }) => charged > 0).length).toBe(2);
    expect(house.standIn.stats().messages).toBe(1);
    expect(await used()).toEqual([
      ['free', 2, 0],
      ['paid', 2, 110],
    ]);
  });

  test('a long message does not begin where its end would be one too many', async () => {
    await live({ monthlyQuota: 2 }, { members: 1, telegram: true });
    await house.send({ body: 'Nội dung rất dài. '.repeat(250) });
    const engine = house.engine();
    for (let part = 0; part < 4; part += 1) {
      await engine.work();
      house.pass(1_000);
    }
    expect(zalo.shown).toEqual([]);
    expect(house.standIn.deliveredTo(1001)).toBeGreaterThan(0);
  });

  test('many batches of one process share what is left', async () => {
    await live({ monthlyQuota: 12 }, { members: 40, telegram: true });
    const titles = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm'];
    for (const title of titles) await house.send({ title, wantsAck: false });
    await house.engine().work();
    expect(zalo.shown.length).toBe(12);
    expect(house.standIn.stats().messages).toBe(5 * 40 - 12);
  });

  test('a new month begins at midnight in Vietnam', async () => {
    await live({ monthlyQuota: 1 }, { members: 1, telegram: true });
    const engine = house.engine();
    await house.send();
    await engine.work();
    house.setNow('2026-11-30T16:59:00Z');
    await house.people.chats.heard('zalo', '1', house.now());
    zalo.hear(1);
    await house.send();
    await engine.work();
    house.setNow('2026-11-30T17:00:00Z');
    await house.send();
    await engine.work();
    expect([zalo.shown.length, house.standIn.deliveredTo(1001)]).toEqual([2, 1]);
  });
});

describe('the figures', () => {
  test('a message that the provider charged for though we thought it free is written down as it was', async () => {
    const [code] = await live({}, { members: 1 });
    await silentFor(code!, 1, 3 * dayMs);
    await database.query('update chat set heard_at = $1', [house.now()]);
    await house.send();
    await house.engine().work();
    expect(await used()).toEqual([['paid', 1, 55]]);
  });

  test('doubts and refusals are no use; never more is counted than was sent, repeats included', async () => {
    await live({}, { members: 6 });
    zalo.fault(1, 'silent-after');
    zalo.fault(2, 'garbage-after', 2);
    zalo.fault(3, 'silent');
    zalo.fault(4, 'unavailable', 2);
    zalo.fault(5, 'limited');
    const { id } = await house.send();
    const engine = house.engine();
    for (let round = 0; round < 5; round += 1) {
      await engine.work();
      house.pass(60_000);
    }
    const { byStatus, duplicates } = await statusOf(id);
    expect(byStatus.handed_over).toBe(6);
    const [[way, count] = []] = await used();
    expect(way).toBe('free');
    expect(count).toBe(6);
    expect(zalo.shown.length).toBeLessThanOrEqual(6 + duplicates);
  });

  test('what is written down twice, since the database’s word on the first time got lost, counts once', async () => {
    await live({}, { members: 3, through: losingOneAnswer(database) });
    const { id } = await house.send();
    await house.engine().work();
    expect(house.problems.splice(0).map(String)).toEqual(['Error: the line was cut']);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 3 } });
    expect(await used()).toEqual([['free', 3, 0]]);
  });
});

/** The line goes down after the first batch has been written down, and before that is said. */
function losingOneAnswer(given: Database): Database {
  let lost = false;
  return {
    ...given,
    async transaction(work, limitMs) {
      let endsBatch = false;
      const result = await given.transaction(async (sql) => {
        const query: typeof sql.query = async (text, values) => {
          endsBatch ||= text.startsWith('delete from delivery_batch');
          return await sql.query(text, values);
        };
        return await work({ query });
      }, limitMs);
      if (!endsBatch || lost) return result;
      lost = true;
      throw Object.assign(new Error('the line was cut'), { code: '08006' });
    },
  };
}
