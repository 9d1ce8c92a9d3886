import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Channel, Outgoing } from '../../hub/channels/index.ts';
import { noticeData, type NewNotice } from '../../hub/notices/index.ts';
import { digests } from '../../hub/notices/digest.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { operator } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';
import { openDeliveryHouse, type DeliveryHouse } from '../delivery/house.ts';

const hourMs = 3_600_000;
const secretary = 2000;
const office = 4000;

let database: Database;
let house: DeliveryHouse;
beforeAll(async () => (database = await testDatabase()), 60_000);
afterAll(() => database.close());
let read: number;

afterEach(async () => {
  expect(house.problems).toEqual([]);
  await house.close();
});

/** Chi bộ 1 with a secretary who can be reached, and the province's office. */
async function open(options: Parameters<typeof openDeliveryHouse>[0] = {}): Promise<void> {
  house = await openDeliveryHouse({ database, ...options });
  read = 0;
  await house.link('S', secretary);
  await house.link('O', office);
}

/** One more channel, as small as the port allows. */
function secondChannel(): Channel & { shown: Outgoing[] } {
  const shown: Outgoing[] = [];
  return {
    name: 'web',
    limits: { textUnits: 4_000, buttons: 0, fileBytes: 1_000 },
    shown,
    async send(outgoing) {
      shown.push(outgoing);
      return { kind: 'sent', providerId: String(shown.length) };
    },
    async close() {},
  };
}

/** Time passes, the workers sweep, and everything that is due goes out. Returns how many steps acted. */
async function after(hours: number): Promise<number> {
  house.pass(hours * hourMs);
  const acted = await house.notices.chase();
  await house.engine().work();
  return acted;
}

/** What arrived on Telegram since the last look: by chat. */
function arrived(): Record<number, string[]> {
  const fresh = house.standIn.sent.slice(read);
  read = house.standIn.sent.length;
  return Object.fromEntries(
    [...Map.groupBy(fresh, ({ chat }) => chat!)].map(([chat, sent]) => [
      chat,
      sent.map(({ text }) => text ?? ''),
    ]),
  );
}

const chats = (messages: Record<number, string[]>) => Object.keys(messages).map(Number);
const acknowledge = async (code: string, id: string) =>
  void (await house.notices.acknowledge(await house.idOf(code), id));
const statesOf = async (id: string) =>
  (await house.notices.chaseOf(operator, id)).map(
    ({ action, state, people }) => `${action} ${state} ${people ?? '-'}`,
  );

async function sent(notice: Partial<NewNotice> = {}): Promise<string> {
  const { id } = await house.send(notice);
  await house.engine().work();
  arrived();
  return id;
}

test('the silent are reminded, then by another way, then listed by name, then told of above in figures', async () => {
  const web = secondChannel();
  await open({ more: [web] });
  await house.members('C1', 4);
  await house.members('C2', 2, { prefix: 'B', firstAddress: 3001, unlinked: 1 });
  await house.link('A001', 77, 'web');
  const chatsOfFirst = await house.people.chats.chatsOf(await house.idOf('A001'));
  const telegram = chatsOfFirst.find(({ channel }) => channel === 'telegram')!;
  await house.people.chats.preferChat(operator, 'A001', telegram.id);
  const id = await sent({ unit: 'T', title: 'Học tập nghị quyết' });
  await acknowledge('A002', id);

  expect(await after(23)).toBe(0);
  expect(await after(1)).toBe(1);
  const reminded = arrived();
  expect(chats(reminded)).toEqual([1001, 1003, 1004, secretary, 3001, office]);
  expect(reminded[1003]![0]).toContain('Nhắc đồng chí: Học tập nghị quyết');
  expect(await after(0)).toBe(0);

  await acknowledge('A003', id);
  expect(await after(24)).toBe(1);
  expect(chats(arrived())).toEqual([1004, secretary, 3001, office]);
  expect(web.shown.map(({ address }) => address)).toEqual(['77']);

  // Three days are over at three in the afternoon: the list comes when the office opens.
  expect(await after(24)).toBe(0);
  expect(arrived()).toEqual({});
  expect(await after(17)).toBe(1);
  const lists = arrived();
  expect(chats(lists)).toEqual([secretary, office]);
  const [ofCell] = lists[secretary]!;
  expect(ofCell).toContain('Học tập nghị quyết');
  expect(ofCell).toContain('Nguyễn Văn Số 1\n');
  expect(ofCell).toContain('Nguyễn Văn Số 4\n');
  expect(ofCell).not.toMatch(/Số [23]|Lê Thị Sáu/);
  const [ofOffice] = lists[office]!;
  // Chi bộ 2 has nobody in charge and the commune neither; nobody is sent to meet herself.
  expect(ofOffice).toMatch(
    /Chi bộ 1 \(C1\):\n– Lê Thị Sáu\nChi bộ 2 \(C2\):\n– Nguyễn Văn Số 1\n– Nguyễn Văn Số 2 \(chưa kênh/,
  );
  const meeting = await house.notices.toMeet(await house.actor('S'));
  expect(meeting.get(id)).toEqual({
    noticeId: id,
    count: 2,
    first: ['Nguyễn Văn Số 1', 'Nguyễn Văn Số 4'].map((fullName) => ({ fullName, unit: 'C1' })),
  });

  await house.notices.told(await house.actor('S'), id, 'A004');
  expect((await house.notices.toMeet(await house.actor('S'))).get(id)?.count).toBe(1);
  expect(await after(48)).toBe(1);
  const figures = arrived();
  expect(chats(figures)).toEqual([office]);
  expect(figures[office]![0]).toContain('– Chi bộ 1 (C1): 2 trong 5 đồng chí chưa xác nhận');
  expect(figures[office]![0]).toContain('– Chi bộ 2 (C2): 2 trong 2 đồng chí chưa xác nhận');
  expect(figures[office]![0]).not.toMatch(/Nguyễn Văn|Lê Thị|Số \d/);

  expect(await statesOf(id)).toEqual([
    'remind done 6',
    'remind_elsewhere done 5',
    'list done 6',
    'tell_above done 5',
  ]);
  expect(await after(240)).toBe(0);
  expect(arrived()).toEqual({});
});

test('a word about one’s duties stands in no list', async () => {
  await open();
  await house.members('C1', 1);
  const id = await sent({ unit: 'C1' });
  for (const hours of [24, 24, 41]) await after(hours);
  expect(arrived()[secretary]!.at(-1)).toContain('Cần gặp trực tiếp');
  const [digest] = await house.database.query<{ id: string }>(`select id from notice where kind = 'digest'`);
  expect((await house.notices.list(await house.actor('O'))).map((line) => line.id)).toEqual([id]);
  expect((await house.notices.today(await house.actor('O'))).waiting.map((line) => line.id)).toEqual([id]);
  expect(await house.notices.waitingFor(await house.idOf('S'))).toMatchObject([{ id }]);
  await expect(house.notices.open(operator, digest!.id)).rejects.toMatchObject({ code: 'notice.unknown' });
  expect(
    await house.database.query('select action, facts from audit_entry where subject_id = $1 order by id', [
      id,
    ]),
  ).toMatchObject([
    { action: 'notice.sent' },
    { action: 'notice.chased', facts: { step: 'remind', people: 2 } },
    { action: 'notice.chased', facts: { step: 'remind_elsewhere', people: 2 } },
    { action: 'notice.chased', facts: { step: 'list', people: 2 } },
  ]);
});

test('who is no member any more is neither reminded nor on a list', async () => {
  await open();
  await house.members('C1', 3);
  const id = await sent({ chase: [1, 2, 26, 27] });
  const died = { status: 'deceased', from: '2026-11-20', reason: 'Từ trần' } as const;
  await house.people.setStatus(operator, 'A001', died);
  await house.people.eraseData(operator, 'A002');
  await after(1);
  expect(chats(arrived())).toEqual([1003, secretary]);
  await after(1);
  arrived();
  await after(24);
  const lists = arrived();
  expect(lists[secretary]).toEqual([expect.stringMatching(/Chi bộ 1 \(C1\):\n– Nguyễn Văn Số 3\n\n/)]);
  expect((await house.notices.toMeet(await house.actor('S'))).get(id)?.count).toBe(1);
  await after(1);
  expect(arrived()[office]).toEqual([expect.stringContaining('Chi bộ 1 (C1): 2 trong 4 đồng chí')]);
});

test('whom a list names goes from it when erased, and all names with the third day', async () => {
  await open();
  await house.members('C1', 2);
  await sent({ chase: [1, 2, 3] });
  for (const hours of [1, 1, 1]) await after(hours);
  const kept = async () => {
    const rows = await house.database.query<{ body: string }>(
      `select body from notice where kind = 'digest'`,
    );
    return rows.map(({ body }) => body).join('');
  };
  expect(await kept()).toMatch(/Nguyễn Văn Số 1\n– Nguyễn Văn Số 2/);
  const person = { memberId: await house.idOf('A001'), addresses: [] };
  expect(await house.database.transaction((sql) => noticeData.erase(sql, person))).toMatchObject({
    digests: 1,
  });
  expect(await kept()).toMatch(/– …\n– Nguyễn Văn Số 2/);
  await house.notices.forgetDigests();
  expect(await kept()).toContain('Số 2');
  house.pass(72 * hourMs);
  await house.notices.forgetDigests();
  expect(await kept()).toBe('');
});

test('a secretary with seven lists gets one message, and a level above one for all its cells', async () => {
  await open();
  await house.members('C1', 2);
  await house.members('C2', 1, { prefix: 'B', firstAddress: 3001 });
  const own = [1, 2, 4, 8];
  for (const n of [1, 2, 3, 4, 5, 6, 7]) {
    await house.send({ unit: 'X', title: `Văn bản ${n}`, chase: own });
    house.pass(60_000);
  }
  await house.engine().work();
  for (const code of ['S', 'B001']) {
    for (const { id } of await house.notices.waitingFor(await house.idOf(code))) await acknowledge(code, id);
  }
  house.pass(2 * hourMs);
  await house.notices.chase();
  await house.engine().work();
  arrived();

  expect(await after(1.9)).toBe(7);
  const lists = arrived();
  expect(chats(lists)).toEqual([secretary]);
  expect(lists[secretary]).toHaveLength(1);
  for (const n of [1, 2, 3, 4, 5, 6, 7]) expect(lists[secretary]![0]).toContain(`${n}. Văn bản ${n}`);

  expect(await after(4)).toBe(7);
  const figures = arrived();
  expect(chats(figures)).toEqual([office]);
  expect(figures[office]).toHaveLength(1);
  expect(figures[office]![0]!.match(/– Chi bộ 1 \(C1\): 2 trong 3/g)).toHaveLength(7);
  expect(figures[office]![0]).not.toContain('Chi bộ 2');
});

test('where everybody has answered nothing is done, and taking back a wrong “told” makes a member silent again', async () => {
  await open();
  await house.members('C1', 1);
  const id = await sent();
  await acknowledge('S', id);
  const teller = await house.actor('S');
  await house.notices.told(teller, id, 'A001');
  expect(await after(24)).toBe(0);
  expect(arrived()).toEqual({});
  expect(await statesOf(id)).toEqual([
    'remind needless -',
    'remind_elsewhere waiting -',
    'list waiting -',
    'tell_above waiting -',
  ]);

  await house.notices.untell(teller, id, 'A001');
  expect(await after(24)).toBe(1);
  expect(chats(arrived())).toEqual([1001]);
});

test('who got the notice a moment ago is left to the next step', async () => {
  await open();
  await house.members('C1', 2, { unlinked: 1 });
  const id = await sent();
  house.pass(20 * hourMs);
  await house.link('A002', 1002);
  await house.notices.deliverMissed(await house.idOf('A002'));
  await house.engine().work();
  arrived();
  await after(4);
  expect(chats(arrived())).toEqual([1001, secretary]);
  await after(24);
  expect(chats(arrived())).toEqual([1001, 1002, secretary]);
  expect(await statesOf(id)).toContain('remind_elsewhere done 3');
});

test('cancelled, superseded, stopped or stale: nobody is chased any more', async () => {
  await open();
  await house.members('C1', 1);
  const cancelled = await sent();
  const superseded = await sent({ subjectKey: 'lich' });
  const stopped = await sent();
  const stale = await sent({ expiresAt: new Date(house.now().getTime() + 30 * hourMs) });
  await house.notices.cancel(operator, cancelled);
  await sent({ subjectKey: 'lich', chase: 'none' });
  await expect(house.notices.stopChase(await house.actor('A001'), stopped)).rejects.toMatchObject({
    code: 'may.not',
  });
  expect((await house.notices.stopChase(operator, stopped)).stopped).toBe(4);
  expect((await house.notices.stopChase(operator, stopped)).stopped).toBe(0);
  for (const id of [cancelled, superseded, stopped])
    expect(new Set((await statesOf(id)).map((line) => line.split(' ')[1])), id).toEqual(
      new Set(['cancelled']),
    );
  expect(await statesOf(stale)).toEqual(['remind waiting -']);
  expect(await after(48)).toBe(0);
  expect(arrived()).toEqual({});
  expect(await statesOf(stale)).toEqual(['remind needless -']);
});

test('a hub that was down reminds once, and gives people time before anybody above hears of it', async () => {
  await open();
  await house.members('C1', 1);
  const id = await sent();
  expect(await after(24 * 9)).toBe(1);
  expect(arrived()).toMatchObject({ 1001: [expect.stringContaining('Nhắc đồng chí')] });
  expect(await statesOf(id)).toEqual([
    'remind needless -',
    'remind_elsewhere done 2',
    'list waiting -',
    'tell_above waiting -',
  ]);
  expect(await after(12)).toBe(0);
  expect(await after(12)).toBe(1);
  expect(chats(arrived())).toEqual([secretary, office]);
  expect(await after(12)).toBe(0);
  expect(await after(12)).toBe(1);
  expect(arrived()[office]![0]).toContain('Chi bộ 1 (C1): 2 trong 2');
});

test('a reminder by hand shortly before is the first step; by another way it only keeps ten minutes', async () => {
  await open();
  await house.members('C1', 1);
  const id = await sent();
  house.pass(20 * hourMs);
  expect((await house.notices.remind(operator, id)).reminded).toBe(2);
  await house.engine().work();
  arrived();
  expect(await after(4)).toBe(0);
  expect(arrived()).toEqual({});
  expect((await statesOf(id))[0]).toBe('remind done 2');

  house.pass(24 * hourMs - 60_000);
  await house.notices.remind(operator, id);
  await house.engine().work();
  arrived();
  expect(await after(1 / 60)).toBe(0);
  expect(await after(10 / 60)).toBe(1);
  expect(chats(arrived())).toEqual([1001, secretary]);
  await expect(house.notices.remind(operator, id)).rejects.toMatchObject({
    code: 'notice.reminded-just-now',
  });
});

test('two processes that sweep at once act once', async () => {
  await open();
  await house.members('C1', 3);
  const id = await sent({ chase: [1, 2, 3] });
  for (const hours of [1, 1, 1]) {
    house.pass(hours * hourMs);
    const acted = await Promise.all([house.notices.chase(), house.notices.chase(), house.notices.chase()]);
    expect(acted.reduce((sum, count) => sum + count, 0)).toBe(1);
    await house.engine().work();
  }
  expect(arrived()).toMatchObject({ 1001: { length: 2 }, [secretary]: { length: 3 } });
  expect(await statesOf(id)).toEqual(['remind done 4', 'remind_elsewhere done 4', 'list done 4']);
});

test('a reminder that falls due at night rings in the morning; an urgent one rings at once', async () => {
  await open({ quietHours: { fromMinute: 22 * 60, toMinute: 6 * 60 } });
  await house.members('C1', 1);
  await sent({ title: 'Thường', chase: [8] });
  await sent({ title: 'Khẩn', urgent: true, chase: [8] });
  // Eleven in the evening in Hà Nội.
  expect(await after(8)).toBe(2);
  expect(arrived()[1001]).toEqual([expect.stringContaining('Khẩn')]);
  await after(7.2);
  expect(arrived()[1001]).toEqual([expect.stringContaining('Thường')]);
});

test('a digest is said once per key, to each in his own language, and not at night', async () => {
  await open();
  await house.members('C1', 2);
  await house.database.query(`update member set language = 'en' where code = 'A002'`);
  const { send } = digests({
    database: house.database,
    queues: { ring: async () => {} },
    clock: house.now,
    quietHours: { fromMinute: 22 * 60, toMinute: 6 * 60 },
    timeZone: 'Asia/Ho_Chi_Minh',
    locales: openLocales(join(import.meta.dirname, '../../hub/locales'), 'Asia/Ho_Chi_Minh'),
  });
  const [unit] = await house.database.query<{ id: string }>(`select id from unit where code = 'C1'`);
  const digest = {
    unitId: unit!.id,
    senderId: await house.idOf('O'),
    memberIds: [await house.idOf('A001'), await house.idOf('A002'), await house.idOf('A001')],
    key: 'việc ngày 20',
    text: (say: (id: string) => string, language: string) => ({
      title: say('chase-list-title'),
      body: `(${language})`,
    }),
  };
  house.pass(8 * hourMs);
  expect(await send(digest)).toBe(2);
  expect(await send({ ...digest, text: () => ({ title: 'Khác', body: 'khác' }) })).toBe(0);
  await after(0);
  expect(arrived()).toEqual({});
  await after(7.2);
  const words = arrived();
  expect(words).toEqual({ 1001: [expect.any(String)], 1002: [expect.any(String)] });
  expect(words[1001]![0]).toMatch(/Kính gửi đồng chí 1,[^]*Cần gặp trực tiếp[^]*\(vi\)$/);
  expect(words[1002]![0]).toMatch(/To be told in person[^]*\(en\)$/);
});

test('what is wrong with one notice holds up neither reminders nor lists of the others', async () => {
  await open();
  await house.members('C1', 1);
  const broken = await sent({ title: 'Hỏng', chase: [1, 2, 3] });
  await sent({ title: 'Lành', chase: [1, 2, 3] });
  await house.database.query(
    `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'refused'; end $$`,
  );
  await house.database.query(
    `create trigger refuse before update on chase_step for each row when (old.notice_id = '${broken}')
     execute function refuse()`,
  );
  expect(await after(1)).toBe(1);
  expect(arrived()[1001]).toEqual([expect.stringContaining('Lành')]);
  await house.database.query('drop trigger refuse on chase_step');
  await after(1);
  arrived();
  await house.database.query(
    `create trigger refuse before update on chase_step for each row when (old.notice_id = '${broken}')
     execute function refuse()`,
  );
  expect(await after(1.5)).toBe(1);
  expect(arrived()[secretary]).toEqual([expect.not.stringContaining('Hỏng')]);
  expect(house.problems).toHaveLength(3);
  house.problems.length = 0;
  await house.database.query('drop trigger refuse on chase_step');
  expect(await after(0)).toBe(1);
  expect(arrived()[secretary]).toEqual([expect.stringContaining('Hỏng')]);
});
