import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Engine } from '../../hub/delivery/index.ts';
import type { NewNotice } from '../../hub/notices/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { openDeliveryHouse, type DeliveryHouse } from '../delivery/house.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Phones of the province's office, the commune's secretary and committee member, the secretaries of two cells. */
const phones = { O: 4000, X: 3000, K: 3001, S: 2000, R: 2100 } as const;

const afternoon = '2026-11-20T08:00:00Z';

let house: DeliveryHouse;
let engine: Engine;
let read: number;
beforeAll(async () => {
  await open();
});
beforeEach(async () => {
  for (const table of forgotten) await house.database.query(`delete from ${table}`);
  house.setNow(afternoon);
  read = house.standIn.sent.length;
});
afterEach(() => {
  expect(house.problems).toEqual([]);
});
afterAll(async () => {
  await house.close();
});

/** In an order in which nothing refers to what is gone; people stay. */
const forgotten = ['delivery_batch', 'dispatch', 'audience_slice', 'delivery', 'attachment_upload', 'notice'];

/**
 * Province T with its officer O; commune X with its secretary X and committee member K; in it C1 with secretary S and
 * members A001, A002, and C2 with secretary R and member B001; commune Y without anybody, with the cell D and D001.
 */
async function open(options: Parameters<typeof openDeliveryHouse>[0] = {}): Promise<void> {
  house = await openDeliveryHouse(options);
  engine = house.engine();
  read = 0;
  await house.people.importUnits(
    operator,
    Buffer.from('code,name,kind,parent_code\nY,Xã Y,commune,T\nD,Chi bộ D,cell,Y\n'),
  );
  await house.people.importMembers(
    operator,
    Buffer.from(
      [
        'code,full_name,unit_code,role,status',
        'X,Vũ Văn Xuân,X,secretary,official',
        'K,Đỗ Thị Kim,X,committee,official',
        'R,Lý Văn Rạng,C2,secretary,official',
      ].join('\n'),
    ),
  );
  for (const [code, phone] of Object.entries(phones)) await house.link(code, phone);
  await house.members('C1', 2);
  await house.members('C2', 1, { prefix: 'B', firstAddress: 1101 });
  await house.members('D', 1, { prefix: 'D', firstAddress: 1201 });
}

/** What arrived on Telegram since the last look: by chat. */
async function arrived(): Promise<Record<number, string[]>> {
  await engine.work();
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

async function issue(notice: Partial<NewNotice> = {}): Promise<{ id: string; recipients: number }> {
  const directive = { unit: 'T', title: 'Kế hoạch 27', body: 'Nội dung kế hoạch.', number: '27-KH/TU' };
  return await house.send({ ...directive, cascade: true, chase: 'none', ...notice });
}
async function actor(code: string) {
  return await house.actor(code);
}
const passOn = async (
  by: string,
  id: string,
  unit: string,
  more: { instruction?: string; dueAt?: Date } = {},
) => await house.notices.cascade.passOn(await actor(by), id, { unit, ...more });
const later = (ms: number) => new Date(house.now().getTime() + ms);
const waitingFor = async (code: string) =>
  (await house.notices.cascade.waiting(await house.idOf(code))).map(({ unit, title }) => `${unit}: ${title}`);

/** The tree in short: a line for each unit, deeper ones further in. */
async function treeFor(id: string, code?: string): Promise<string[]> {
  const tree = await house.notices.cascade.of(code ? await actor(code) : operator, id);
  const lines = (branch: (typeof tree.from)[number], depth: number): string[] => [
    `${' '.repeat(depth)}${branch.code} ${branch.stand}${branch.late ? ' late' : ''}`,
    ...branch.below.flatMap((child) => lines(child, depth + 1)),
  ];
  return tree.from.flatMap((branch) => lines(branch, 0));
}

test('from the province over the commune and the cell to the members: each gets it in turn, with what was added', async () => {
  const due = later(9 * dayMs);
  const file = { name: 'ke-hoach.txt', mediaType: 'text/plain', content: Buffer.from('Kế hoạch') };
  const { id, recipients } = await issue({ dueAt: due, attachments: [file] });
  // The commune's committee, the officer as a member of the province's own; of Y there is nobody.
  expect(recipients).toBe(3);
  const first = await arrived();
  expect(chats(first)).toEqual([phones.X, phones.K, phones.O]);
  const ofX = first[phones.X]!.join('\n');
  expect(ofX).toContain('Nội dung kế hoạch.');
  expect(ofX).toContain('chuyển xuống đơn vị mình trước');
  expect(await treeFor(id)).toEqual(['T issued', ' X handed_over', ' Y nobody']);
  expect(await waitingFor('X')).toEqual(['X: Kế hoạch 27']);
  expect(await waitingFor('K')).toEqual([]);
  expect(await waitingFor('S')).toEqual([]);
  expect(await waitingFor('O')).toEqual([]);

  await house.notices.acknowledge(await house.idOf('K'), id);
  expect(await treeFor(id)).toEqual(['T issued', ' X acknowledged', ' Y nobody']);

  house.pass(2 * dayMs + 3 * hourMs);
  const x = await house.notices.cascade.preview(await actor('X'), id, 'X');
  expect(x).toMatchObject({ recipients: 2, withoutCommittee: [], inStead: false, dueAt: due });
  expect(x.units.map(({ code }) => code)).toEqual(['C1', 'C2']);
  const nearer = later(3 * dayMs);
  const down = await passOn('X', id, 'X', { instruction: 'Các chi bộ họp trước ngày 25.', dueAt: nearer });
  expect(down).toMatchObject({ recipients: 2, units: 2, first: true, rootId: id });
  const second = await arrived();
  expect(chats(second)).toEqual([phones.S, phones.R]);
  expect(second[phones.S]!.join('\n')).toMatch(
    /Kế hoạch 27[^]*Tỉnh T[^]*Xã X chuyển tới[^]*Xã X chỉ đạo thêm: Các chi bộ họp trước ngày 25\.[^]*Nội dung kế hoạch\./,
  );
  // The file of the root goes along: it is kept once, and went up once.
  expect(await house.database.query('select 1 from attachment')).toHaveLength(1);
  expect(await house.database.query('select 1 from attachment_upload')).toHaveLength(1);
  expect(house.standIn.sent.filter(({ chat }) => chat === phones.S).length).toBe(2);
  expect(await treeFor(id)).toEqual([
    'T issued',
    ' X passed_on',
    '  C1 handed_over',
    '  C2 handed_over',
    ' Y nobody',
  ]);
  const [top] = (await house.notices.cascade.of(operator, id)).from;
  expect(top!.below[0]).toMatchObject({ tookMs: 2 * dayMs + 3 * hourMs, inSteadBy: null });
  expect(top!.below[0]!.acknowledgedAt).not.toBeNull();
  expect(await waitingFor('X')).toEqual([]);
  expect(await waitingFor('S')).toEqual(['C1: Kế hoạch 27']);

  const cell = await passOn('S', down.id, 'C1', { instruction: 'Đồng chí nào vướng thì báo tôi.' });
  expect(cell).toMatchObject({ recipients: 2, units: 0 });
  const third = await arrived();
  expect(chats(third)).toEqual([1001, 1002]);
  const ofMember = third[1001]!.join('\n');
  expect(ofMember).toMatch(/Xã X chỉ đạo thêm: [^]*Chi bộ 1 chỉ đạo thêm: Đồng chí nào vướng[^]*Nội dung/);
  expect(ofMember).not.toContain('chuyển xuống đơn vị mình');
  await house.notices.acknowledge(await house.idOf('A001'), cell.id);

  // Each sees its own part and what is below it.
  expect(await treeFor(id, 'X')).toEqual(['X passed_on', ' C1 passed_on', ' C2 handed_over']);
  expect(await treeFor(id, 'S')).toEqual(['C1 passed_on']);
  await expect(treeFor(id, 'A001')).rejects.toMatchObject({ code: 'may.not' });
  const ofCell = (await house.notices.cascade.of(await actor('S'), id)).from[0]!;
  expect(ofCell).toMatchObject({ recipients: 2, acknowledged: 1 });
  expect((await house.notices.cascade.of(operator, id)).figures).toEqual({
    units: 4,
    acknowledged: 2,
    toPassOn: 4,
    passedOn: 2,
    late: 0,
    nobody: 1,
  });
  const opened = await house.notices.open(operator, cell.id);
  expect(opened).toMatchObject({ body: 'Nội dung kế hoạch.', rootId: id, dueAt: nearer });
  expect(opened.attachments.map(({ name }) => name)).toEqual(['ke-hoach.txt']);
  expect(opened.instructions.map(({ unit }) => unit)).toEqual(['Xã X', 'Chi bộ 1']);
  // The province's list is not flooded by what the levels below pass on.
  expect((await house.notices.list(await actor('O'))).map((line) => line.id)).toEqual([id]);
});

test('nothing is passed on twice, later than above, with a mark of secrecy, or by who may not', async () => {
  const due = later(5 * dayMs);
  const { id } = await issue({ dueAt: due });
  const refused = async (by: string, unit: string, more: { instruction?: string; dueAt?: Date } = {}) =>
    await passOn(by, id, unit, more).then(
      () => 'done',
      (error: { code: string }) => error.code,
    );
  expect(await refused('X', 'X', { dueAt: later(6 * dayMs) })).toBe('cascade.due-later');
  expect(await refused('X', 'X', { dueAt: later(-hourMs) })).toBe('cascade.due-past');
  expect(await refused('X', 'X', { instruction: 'TUYỆT MẬT\nnội dung' })).toBe('notice.classified');
  expect(await refused('X', 'X', { instruction: 'a'.repeat(4_001) })).toBe('cascade.instruction-long');
  expect(await refused('K', 'X')).toBe('may.not');
  expect(await refused('S', 'X')).toBe('may.not');
  expect(await refused('S', 'C1')).toBe('cascade.nothing');
  const answers = await Promise.all([passOn('X', id, 'X'), passOn('X', id, 'X'), passOn('O', id, 'X')]);
  expect(answers.filter(({ first }) => first).length).toBe(1);
  expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
  expect(chats(await arrived())).toEqual([phones.S, phones.R, phones.X, phones.K, phones.O]);
  const straight = await house.send({ unit: 'C1' });
  await expect(passOn('S', straight.id, 'C1')).rejects.toMatchObject({ code: 'cascade.straight' });
  await expect(issue({ unit: 'C1' })).rejects.toMatchObject({ code: 'cascade.no-units' });
  await expect(issue({ to: 'secretaries' })).rejects.toMatchObject({ facts: { field: 'cascade' } });
});

test('where a committee has nobody the level above sees it at once and passes it on in its stead', async () => {
  const { id } = await issue();
  await arrived();
  expect(await house.notices.cascade.heldUp(await actorOf('O'))).toEqual([
    { rootId: id, title: 'Kế hoạch 27', late: 0, nobody: 1 },
  ]);
  expect(await house.notices.cascade.preview(await actor('O'), id, 'Y')).toMatchObject({
    inStead: true,
    recipients: 0,
    units: [{ code: 'D' }],
    withoutCommittee: [{ code: 'D' }],
  });
  await passOn('O', id, 'Y');
  await passOn('O', id, 'D');
  expect(chats(await arrived())).toEqual([1201]);
  expect(await treeFor(id)).toEqual(['T issued', ' X handed_over', ' Y passed_on', '  D passed_on']);
  const [top] = (await house.notices.cascade.of(operator, id)).from;
  expect(top!.below[1]).toMatchObject({ code: 'Y', inSteadBy: 'Trần Thị Hạnh', acknowledgedAt: null });
});

test('who is late is asked, then told of above by unit; once each, and not after passing on', async () => {
  const { id } = await issue();
  await arrived();
  const { cascade } = house.notices;
  house.pass(7 * dayMs);
  expect(await cascade.work()).toBe(0);
  // Ten days from a Friday are a Monday; a fifth of the time before it both are asked. Of Y there is nobody to ask.
  house.pass(1.2 * dayMs);
  const swept = await Promise.all([cascade.work(), cascade.work(), cascade.work()]);
  expect(swept.reduce((sum, count) => sum + count, 0)).toBe(2);
  const asked = await arrived();
  expect(chats(asked)).toEqual([phones.X]);
  expect(asked[phones.X]![0]).toMatch(
    /Văn bản chờ chuyển xuống[^]*Kế hoạch 27 \(Xã X, hạn chuyển [^]*chuyen xuong/,
  );

  house.pass(1.9 * dayMs);
  expect(await cascade.work()).toBe(2);
  const told = await arrived();
  expect(chats(told)).toEqual([phones.O]);
  expect(told[phones.O]![0]).toMatch(/Kế hoạch 27: 2 tổ chức\n– Xã X \(hạn [^]*– Xã Y \(hạn /);
  expect(told[phones.O]![0]).not.toMatch(/Vũ Văn Xuân|Đỗ Thị Kim/);
  expect(await treeFor(id)).toEqual(['T issued', ' X handed_over late', ' Y nobody late']);
  expect(await cascade.heldUp(await actorOf('O'))).toMatchObject([{ late: 2, nobody: 1 }]);
  expect(await cascade.work()).toBe(0);

  await passOn('X', id, 'X');
  await arrived();
  expect((await treeFor(id)).slice(1, 2)).toEqual([' X passed_on']);
  const deeds = await house.database.query<{ action: string; facts: object }>(
    `select action, facts from audit_entry where subject_id = $1 order by at, id`,
    [id],
  );
  // Sweeps that ran at once may have shared the units.
  expect(deeds.filter(({ action }) => action === 'notice.cascade-chased').length).toBeLessThanOrEqual(2);
  const others = deeds.filter(({ action }) => action !== 'notice.cascade-chased');
  expect(others.map(({ action, facts }) => [action, facts])).toEqual([
    ['notice.sent', { kind: 'notice', recipients: 3 }],
    ['notice.cascade-escalated', { units: 2 }],
    ['notice.passed-on', { recipients: 2, units: 2 }],
  ]);
});

test('a hub that was down asks first, and gives a day before the level above hears of it', async () => {
  await issue();
  await arrived();
  house.pass(30 * dayMs);
  expect(await house.notices.cascade.work()).toBe(2);
  expect(chats(await arrived())).toEqual([phones.X]);
  expect(await house.notices.cascade.work()).toBe(0);
  house.pass(dayMs);
  expect(await house.notices.cascade.work()).toBe(2);
  expect(chats(await arrived())).toEqual([phones.O]);
});

test('cancelled at the top it goes no further, and whoever has it is told once', async () => {
  const { id } = await issue();
  await arrived();
  const down = await passOn('X', id, 'X');
  await arrived();
  await passOn('S', id, 'C1');
  expect((await house.notices.cancel(operator, id)).cancelled).toBe(2);
  const told = await arrived();
  expect(chats(told)).toEqual([phones.S, phones.R, phones.X, phones.K, phones.O].toSorted((a, b) => a - b));
  expect(told[phones.S]).toEqual([expect.stringContaining('Văn bản được thu hồi')]);
  await expect(passOn('R', id, 'C2')).rejects.toMatchObject({ code: 'cascade.cancelled' });
  expect(await waitingFor('R')).toEqual([]);
  expect(await house.notices.cascade.heldUp(await actorOf('O'))).toEqual([]);
  await house.notices.cancel(operator, id);
  expect(await arrived()).toEqual({});
  expect((await house.notices.status(operator, down.id)).byStatus).toMatchObject({
    handed_over: 1,
    acknowledged: 1,
  });
  house.pass(40 * dayMs);
  expect(await house.notices.cascade.work()).toBe(0);
});

test('one level’s passing on is cancelled: that level can pass it on again, and those below hear of it', async () => {
  const { id } = await issue();
  await arrived();
  const down = await passOn('X', id, 'X', { instruction: 'Sai' });
  await arrived();
  await house.notices.cancel(await actor('X'), down.id);
  const told = await arrived();
  expect(chats(told)).toEqual([phones.S, phones.R]);
  expect(told[phones.S]![0]).toContain('Xã X đã rút lại lần chuyển');
  expect(await waitingFor('X')).toEqual(['X: Kế hoạch 27']);
  expect(await waitingFor('S')).toEqual([]);
  expect(await treeFor(id)).toEqual(['T issued', ' X acknowledged', ' Y nobody']);
  expect((await passOn('X', id, 'X', { instruction: 'Đúng' })).first).toBe(true);
  expect((await arrived())[phones.S]![0]).toContain('Xã X chỉ đạo thêm: Đúng');
});

test('what waits for the morning can be taken back; what has gone cannot', async () => {
  await house.close();
  await open({ quietHours: { fromMinute: 22 * 60, toMinute: 6 * 60 } });
  const { id } = await issue();
  await arrived();
  house.pass(8 * hourMs);
  const night = await passOn('X', id, 'X');
  expect(night.sendAt > house.now()).toBe(true);
  expect(await house.notices.cascade.takeBack(await actor('X'), id, 'X')).toEqual({ title: 'Kế hoạch 27' });
  expect(await waitingFor('X')).toEqual(['X: Kế hoạch 27']);
  house.pass(10 * hourMs);
  expect(await arrived()).toEqual({});
  await passOn('X', id, 'X');
  expect(chats(await arrived())).toEqual([phones.S, phones.R]);
  await expect(house.notices.cascade.takeBack(await actor('X'), id, 'X')).rejects.toMatchObject({
    code: 'cascade.gone',
  });
  expect(await treeFor(id)).toContain(' X passed_on');
});

async function actorOf(code: string) {
  return { ...(await house.actor(code)), memberId: await house.idOf(code) };
}
