import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { openUsage, type GroupMode, type Terms } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';
import { dayMs, openGuardedProvider, type GuardedProvider } from './guarded-provider.ts';
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

/** Members of the cell C1 on Zalo at 1 …, the first `inGroup` of them known to be in the cell's group G1. */
async function live({
  mode,
  members = 3,
  inGroup = members,
  telegram = false,
  terms = {},
}: {
  mode: GroupMode;
  members?: number;
  inGroup?: number;
  telegram?: boolean;
  terms?: Partial<Terms>;
}): Promise<string[]> {
  house = await openDeliveryHouse({ database, more: [zalo.channel(terms)] });
  const codes = await house.members('C1', members, { unlinked: members });
  for (const [n, code] of codes.entries()) {
    await house.link(code, n + 1, 'zalo');
    zalo.hear(n + 1);
    if (telegram) await house.link(code, 1001 + n);
  }
  await linkGroup('C1', 'G1', mode);
  const people = codes.slice(0, inGroup).map((_, n) => String(n + 1));
  await house.groups.change('zalo', { kind: 'came', group: 'G1', people });
  return codes;
}

async function linkGroup(unit: string, address: string, mode: GroupMode): Promise<string> {
  const { id: unitId } = await house.people.unitByCode(unit);
  const by = await house.idOf('O');
  const { code } = await house.groups.makeCode({ channel: 'zalo', unitId, by });
  const linked = await database.transaction((sql) =>
    house.groups.link({ channel: 'zalo', address, text: code }, sql),
  );
  if (linked.kind !== 'linked') throw new Error(linked.kind);
  await house.groups.setMode(linked.groupId, mode);
  return linked.groupId;
}

/** Nobody of these has been heard for long enough to be written to. */
async function silence(...addresses: number[]): Promise<void> {
  const at = new Date(house.now().getTime() - 30 * dayMs);
  for (const address of addresses) zalo.hear(address, at);
  await database.query(
    `update chat set heard_at = $2 where channel = 'zalo' and address = any ($1::text[])`,
    [addresses.map(String), at],
  );
}

const statusOf = (id: string) => house.notices.status(operator, id);
const kindsShown = (to: number | string) => zalo.screen(to).map(({ kind }) => kind);
const postsOf = async (id: string) =>
  await database.query<{ state: string; attempts: number; repeats: number; problem: string | null }>(
    'select state, attempts, repeats, problem from group_post where notice_id = $1 order by group_id',
    [id],
  );
const used = async () => {
  const usage = openUsage({ sql: database, clock: () => house.now(), timeZone: 'Asia/Ho_Chi_Minh' });
  return (await usage.ofMonth('zalo')).map(({ way, count, cost }) => [way, count, cost]);
};

describe('a group beside personal messages', () => {
  test('gets the notice once, whatever becomes of the personal ones', async () => {
    await live({ mode: 'beside', members: 3 });
    zalo.fault(2, 'gone');
    const { id } = await house.send();
    await house.engine().work();
    expect([1, 3, 'G1'].map(kindsShown)).toEqual([['text'], ['text'], ['group']]);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 2, unreachable: 2 } });
    expect(await used()).toEqual([
      ['free', 2, 0],
      ['group', 1, 0],
    ]);
  });

  test('says who is meant, what is asked and how to answer without a button, and names nobody', async () => {
    const [code] = await live({ mode: 'beside', members: 1 });
    const attachments = [
      { name: 'Kế hoạch.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF') },
    ];
    await house.send({ kind: 'directive', number: '12-CT/TU', issuedOn: '2026-11-18', attachments });
    await house.engine().work();
    const [{ text } = { text: '' }] = zalo.screen('G1');
    expect(text).toMatch(
      /^Kính gửi các đồng chí,\n\nThông báo\nSố 12-CT\/TU, ngày 18\/11\/2026\nChi bộ 1\n\nNội dung\n\n/,
    );
    expect(text).toContain('Kế hoạch.pdf');
    expect(text).toMatch(/trả lời ngay trong nhóm này: da nam$/);
    expect(text).not.toContain((await house.people.memberByCode(code!)).fullName);
  });

  test('what is answered with a button is not answered in the group', async () => {
    await live({ mode: 'beside', members: 1 });
    const asks = { buttons: [], tapped: 'Bấm.', typed: 'Để trả lời, đồng chí nhắn: lay y kien' };
    await house.send({ wantsAck: false, asks: { vi: asks, en: asks } });
    await house.engine().work();
    const [{ text } = { text: '' }] = zalo.screen('G1');
    expect(text).toMatch(/không trả lời trong nhóm này .+ nhắn: lay y kien$/);
  });

  test('a book is cut to three messages that say where the rest is', async () => {
    await live({ mode: 'beside', members: 1 });
    await house.send({ body: 'Nội dung rất dài. '.repeat(900) });
    await house.engine().work();
    const texts = zalo.screen('G1').map(({ text }) => text);
    expect(texts.length).toBe(3);
    for (const text of texts) expect([...text].length).toBeLessThanOrEqual(2_000);
    expect(texts[2]).toMatch(/…\n\n\(Văn bản còn dài\. .+\)\n\nĐọc xong, .+: da nam\n\n\(3\/3\)$/);
  });

  test('of a notice to a higher unit each group below gets its post; one to another unit, none', async () => {
    await live({ mode: 'beside', members: 1 });
    await linkGroup('C2', 'G2', 'beside');
    await linkGroup('X', 'GX', 'beside');
    await house.send({ unit: 'X', title: 'Cho cả xã' });
    await house.send({ unit: 'C1', title: 'Cho chi bộ một' });
    await house.engine().work();
    expect(['G1', 'G2', 'GX'].map((group) => zalo.screen(group).length)).toEqual([2, 1, 1]);
  });

  test('nothing for secretaries, no reminder and no word to single persons is for a group', async () => {
    await live({ mode: 'beside', members: 2 });
    await house.send({ to: 'secretaries' }).catch(() => {});
    const { id } = await house.send();
    const engine = house.engine();
    await engine.work();
    house.pass(2 * dayMs - 1);
    await house.notices.remind(operator, id);
    await engine.work();
    expect(kindsShown('G1')).toEqual(['group']);
    expect(kindsShown(1)).toEqual(['text', 'text']);
  });
});

describe('a group instead of personal messages', () => {
  test('who is known to be in it gets it there alone; the others get their own', async () => {
    await live({ mode: 'instead', members: 5, inGroup: 3 });
    const { id } = await house.send();
    await house.engine().work();
    expect(zalo.asked).toBe(3);
    expect([1, 2, 3, 4, 5, 'G1'].map((to) => zalo.screen(to).length)).toEqual([0, 0, 0, 1, 1, 1]);
    expect(await statusOf(id)).toMatchObject({
      byStatus: { handed_over: 5, unreachable: 1 },
      byChannel: { zalo: 5 },
      duplicates: 0,
    });
  });

  test('a group that does not take it: everybody gets a message of their own', async () => {
    await live({ mode: 'instead', members: 3 });
    zalo.fault('G1', 'gone');
    const { id } = await house.send();
    await house.engine().work();
    expect([1, 2, 3].map(kindsShown)).toEqual([['text'], ['text'], ['text']]);
    expect(await postsOf(id)).toMatchObject([{ state: 'failed', problem: 'blocked: gone' }]);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 3 } });
    // It is no group any more: the next notice does not wait for it.
    await house.send();
    await house.engine().work();
    expect([1, 2, 3, 'G1'].map((to) => zalo.screen(to).length)).toEqual([2, 2, 2, 0]);
  });

  test('a provider that says “later” is asked later, and until then nobody is said to have it', async () => {
    await live({ mode: 'instead', members: 2 });
    zalo.fault('G1', 'unavailable', 2);
    zalo.fault('G1', 'limited');
    const { id } = await house.send();
    const engine = house.engine();
    for (const handedOver of [0, 0, 0, 2]) {
      await engine.work();
      expect((await statusOf(id)).byStatus.handed_over).toBe(handedOver);
      house.pass(10_000);
    }
    expect(kindsShown('G1')).toEqual(['group']);
    expect(await postsOf(id)).toEqual([{ state: 'posted', attempts: 3, repeats: 0, problem: null }]);
  });

  test('a doubt is posted again and counted for everybody in it', async () => {
    await live({ mode: 'instead', members: 3 });
    zalo.fault('G1', 'silent-after');
    const { id } = await house.send();
    const engine = house.engine();
    await engine.work();
    house.pass(10_000);
    await engine.work();
    expect(kindsShown('G1')).toEqual(['group', 'group']);
    expect(await postsOf(id)).toMatchObject([{ state: 'posted', repeats: 1 }]);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 3 }, duplicates: 3 });
  });

  test('after five tries it is given up, and nobody is left behind', async () => {
    await live({ mode: 'instead', members: 2 });
    zalo.fault('G1', 'unavailable', 50);
    const { id } = await house.send();
    const engine = house.engine();
    for (let round = 0; round < 6; round += 1) {
      await engine.work();
      house.pass(60_000);
    }
    expect(await postsOf(id)).toMatchObject([{ state: 'failed', attempts: 5, problem: 'too-many-attempts' }]);
    expect([1, 2].map(kindsShown)).toEqual([['text'], ['text']]);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 2 } });
  });

  test('two workers post it once', async () => {
    await live({ mode: 'instead', members: 10 });
    await linkGroup('C2', 'G2', 'instead');
    const sent = [await house.send(), await house.send({ unit: 'X' }), await house.send()];
    const engines = [house.engine(), house.engine(), house.engine()];
    await Promise.all(engines.map((engine) => engine.work()));
    await engines[0]!.work();
    expect([zalo.screen('G1').length, zalo.screen('G2').length]).toEqual([3, 1]);
    for (const { id } of sent) expect((await statusOf(id)).byStatus.handed_over).toBe(10);
  });

  test('a process that dies while it posts leaves a doubt to the others', async () => {
    await live({ mode: 'instead', members: 2 });
    const { id } = await house.send();
    const engine = house.engine();
    zalo.fault('G1', 'limited');
    await engine.work();
    // As its row stands when the process is gone and its lease has run out.
    await database.query(
      `update group_post set lease_until = clock_timestamp() - interval '1 second', next_at = $1`,
      [house.now()],
    );
    await engine.work();
    expect(await postsOf(id)).toMatchObject([{ state: 'posted', repeats: 1 }]);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 2 }, duplicates: 2 });
  });

  test('whoever comes into the group after the post gets it personally', async () => {
    const [code] = await live({ mode: 'instead', members: 2, inGroup: 1 });
    await database.query(`update chat set state = 'stopped' where address = '2'`);
    const { id } = await house.send();
    const engine = house.engine();
    await engine.work();
    house.pass(1_000);
    await house.groups.change('zalo', { kind: 'came', group: 'G1', people: ['2'] });
    await house.people.chats.resume('zalo', '2');
    await house.notices.deliverMissed(await house.idOf('A002'));
    await engine.work();
    expect([1, 2, 'G1'].map(kindsShown)).toEqual([[], ['text'], ['group']]);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 2 } });
    expect(code).toBe('A001');
  });

  test('cancelled before it went: nothing is posted and nobody has it', async () => {
    await live({ mode: 'instead', members: 2 });
    zalo.fault('G1', 'limited');
    const { id } = await house.send();
    const engine = house.engine();
    await engine.work();
    await house.notices.cancel(operator, id);
    house.pass(60_000);
    await engine.work();
    expect(zalo.shown).toEqual([]);
    expect(await postsOf(id)).toMatchObject([{ state: 'failed', problem: 'cancelled' }]);
    expect(await statusOf(id)).toMatchObject({ byStatus: { cancelled: 2, unreachable: 1 } });
  });

  test('cancelled while it is being posted: the rows are left to what becomes of that', async () => {
    await live({ mode: 'instead', members: 2 });
    zalo.fault('G1', 'silent-after');
    const { id } = await house.send();
    const engine = house.engine();
    await engine.work();
    await database.query(`update group_post set lease_until = clock_timestamp() + interval '1 minute'`);
    await house.notices.cancel(operator, id);
    expect(await statusOf(id)).toMatchObject({ byStatus: { created: 2, cancelled: 0 } });
    await database.query(`update group_post set lease_until = clock_timestamp(), next_at = $1`, [
      house.now(),
    ]);
    await engine.work();
    // Nobody knows whether the group has it: that is not called cancelled.
    expect(await statusOf(id)).toMatchObject({ byStatus: { failed: 2 } });
    expect(kindsShown('G1')).toEqual(['group']);
  });

  test('stale before it went: it ends as stale, and is not posted in the end', async () => {
    await live({ mode: 'instead', members: 2 });
    zalo.fault('G1', 'limited');
    const { id } = await house.send({ expiresAt: new Date(house.now().getTime() + 4_000) });
    const engine = house.engine();
    await engine.work();
    house.pass(60_000);
    await engine.work();
    await engine.work();
    expect(zalo.shown).toEqual([]);
    expect(await statusOf(id)).toMatchObject({ byStatus: { cancelled: 2 } });
  });
});

describe('a group for those who cannot be sent it personally', () => {
  test('is posted in when the first of them is met, once, and they have it by that', async () => {
    await live({ mode: 'fallback', members: 4 });
    await silence(3, 4);
    const { id } = await house.send();
    await house.engine().work();
    expect([1, 2, 3, 4, 'G1'].map(kindsShown)).toEqual([['text'], ['text'], [], [], ['group']]);
    expect(await statusOf(id)).toMatchObject({ byStatus: { handed_over: 4 }, duplicates: 0 });
    expect(await used()).toEqual([
      ['free', 2, 0],
      ['group', 1, 0],
    ]);
  });

  test('stays silent where everybody can be written to', async () => {
    await live({ mode: 'fallback', members: 2 });
    await house.send();
    await house.engine().work();
    expect(kindsShown('G1')).toEqual([]);
  });

  test('who is not in it, and whom it fails, goes to the next channel', async () => {
    await live({ mode: 'fallback', members: 2, inGroup: 1, telegram: true });
    await silence(1, 2);
    zalo.fault('G1', 'gone');
    const { id } = await house.send();
    await house.engine().work();
    expect([1001, 1002].map((chat) => house.standIn.deliveredTo(chat))).toEqual([1, 1]);
    expect(await statusOf(id)).toMatchObject({ byChannel: { telegram: 2 } });
  });

  test('a reminder to one of them does not go to the group: another channel, or the list', async () => {
    await live({ mode: 'fallback', members: 1 });
    await silence(1);
    const { id } = await house.send();
    const engine = house.engine();
    await engine.work();
    house.pass(dayMs);
    await house.notices.remind(operator, id);
    await engine.work();
    expect(kindsShown('G1')).toEqual(['group']);
  });
});

test('in the ledger it stands that the group got it, and the member is not asked for again', async () => {
  await live({ mode: 'instead', members: 1 });
  const { id } = await house.send();
  const engine = house.engine();
  await engine.work();
  await engine.work();
  const [row] = await database.query(
    `select state, channel, reason, provider_id, next_at from delivery where notice_id = $1 and channel is not null`,
    [id],
  );
  expect(row).toEqual({
    state: 'handed_over',
    channel: 'zalo',
    reason: 'in-group',
    provider_id: null,
    next_at: null,
  });
});

describe('a code', () => {
  const link = (address: string, text: string) =>
    database.transaction((sql) => house.groups.link({ channel: 'zalo', address, text }, sql));
  async function codeFor(unit: string): Promise<string> {
    const { id: unitId } = await house.people.unitByCode(unit);
    return (await house.groups.makeCode({ channel: 'zalo', unitId, by: await house.idOf('O') })).code;
  }
  const unitOf = async (address: string) => {
    const [row] = await database.query<{ code: string | null }>(
      `select unit.code from chat_group left join unit on unit.id = unit_id where address = $1`,
      [address],
    );
    return row?.code ?? null;
  };

  test('links one group, in whatever way it is typed, and the same group only hears it once more', async () => {
    house = await openDeliveryHouse({ database, more: [zalo.channel()] });
    const code = await codeFor('C1');
    expect(await link('G1', ` ${code.toLowerCase().replace('-', ' ')} `)).toMatchObject({ kind: 'linked' });
    expect(await link('G1', code)).toEqual({ kind: 'known' });
    expect(await link('G2', code)).toEqual({ kind: 'spent' });
    expect([await unitOf('G1'), await unitOf('G2')]).toEqual(['C1', null]);
  });

  test('works for half an hour', async () => {
    house = await openDeliveryHouse({ database, more: [zalo.channel()] });
    const [first, second] = [await codeFor('C1'), await codeFor('C1')];
    house.pass(30 * 60_000 - 1);
    expect(await link('G1', first)).toMatchObject({ kind: 'linked' });
    house.pass(1);
    expect(await link('G2', second)).toEqual({ kind: 'spent' });
    expect(await link('G2', 'WXYZ-2345')).toEqual({ kind: 'none' });
  });

  test('said in two groups at once links one of them', async () => {
    house = await openDeliveryHouse({ database, more: [zalo.channel()] });
    const code = await codeFor('C1');
    const said = await Promise.all(['G1', 'G2', 'G3'].map((group) => link(group, code)));
    expect(said.map(({ kind }) => kind).sort()).toEqual(['linked', 'spent', 'spent']);
  });

  test('of another unit takes the group over, and its people with it', async () => {
    await live({ mode: 'instead', members: 1 });
    expect(await link('G1', await codeFor('C2'))).toMatchObject({ kind: 'linked' });
    expect(await unitOf('G1')).toBe('C2');
    await house.send();
    await house.engine().work();
    expect([kindsShown(1), kindsShown('G1')]).toEqual([['text'], []]);
  });
});
