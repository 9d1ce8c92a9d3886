import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { monday } from '../meetings/moving-hub.ts';
import { openOfficeHub, type OfficeHub } from './office-hub.ts';

let house: OfficeHub;
beforeAll(async () => (house = await openOfficeHub()), 120_000);
beforeEach(async () => {
  await house.clear();
  house.at(monday);
});
afterAll(() => house.close(), 60_000);

const desk = () => house.hub.feedback.answering;
const as = (code: string) => house.as(code);
const nobody = '00000000-0000-4000-8000-000000000000';
/** What was done, as its history shows it. */
const story = async (by: string, id: string) =>
  (await desk().item(await as(by), id)).entries.map((entry) =>
    [entry.kind, entry.by?.fullName ?? '–', entry.text].filter(Boolean).join(' | '),
  );
const audited = async (id: string) =>
  (
    await house.hub.database.query<{ action: string; actor: string; unit: string; facts: string }>(
      `select action, member.code as actor, unit.code as unit, facts::text from audit_entry
       left join member on member.id = actor_id left join unit on unit.id = audit_entry.unit_id
       where subject_id = $1 order by audit_entry.id`,
      [id],
    )
  ).map(({ action, actor, unit, facts }) => `${action} ${actor} ${unit} ${facts}`);

test('an item goes from new to taken, answered and closed, and its history says who did what', async () => {
  const id = await house.given({ unit: 'X1-C', topic: 'Đường thôn' });
  const an = await as('A');
  expect(await desk().list(an)).toEqual([
    {
      id,
      number: expect.any(String),
      unit: { id: expect.any(String), code: 'X1-C', name: 'Chi bộ thôn' },
      level: 'named',
      kind: 'proposal',
      topic: 'Đường thôn',
      text: 'Đề nghị sửa đường thôn.',
      state: 'new',
      receivedOn: '2026-11-26',
      dueOn: '2027-01-08',
      late: false,
      author: { id: expect.any(String), code: 'B', fullName: 'Trần Thị Bình' },
      takenBy: null,
      files: 0,
      useful: null,
      revision: 0,
    },
  ]);
  const taken = await desk().take(an, id, { revision: 0 });
  expect(taken).toMatchObject({ state: 'taken', takenBy: { fullName: 'Nguyễn Văn An' }, revision: 1 });
  expect((await desk().take(an, id)).revision).toBe(1);
  expect(await desk().release(an, id)).toMatchObject({ state: 'new', takenBy: null });
  await desk().note(an, id, { text: 'Hỏi xã về kinh phí.' });
  expect(await desk().reply(an, id, { text: '  Chi bộ sẽ làm\r\ntrong tháng 12.\u202E ' })).toEqual({
    id,
    state: 'answered',
  });
  await desk().reply(an, id, { text: 'Đã làm xong.' });
  expect(await desk().close(an, id, {})).toMatchObject({ state: 'closed', revision: 6 });
  expect(await story('A', id)).toEqual([
    'took | Nguyễn Văn An',
    'released | Nguyễn Văn An',
    'note | Nguyễn Văn An | Hỏi xã về kinh phí.',
    'reply | Nguyễn Văn An | Chi bộ sẽ làm\ntrong tháng 12.',
    'reply | Nguyễn Văn An | Đã làm xong.',
    'closed | Nguyễn Văn An',
  ]);
  expect(await audited(id)).toEqual([
    'feedback.taken A X1-C {}',
    'feedback.given-back A X1-C {}',
    'feedback.noted A X1-C {}',
    'feedback.replied A X1-C {}',
    'feedback.replied A X1-C {}',
    'feedback.closed A X1-C {}',
  ]);
  for (const deed of [
    () => desk().take(an, id),
    () => desk().reply(an, id, { text: 'Thêm.' }),
    () => desk().close(an, id, {}),
  ])
    await expect(deed).rejects.toMatchObject({ code: 'feedback.over' });
});

test('one of another unit is like one that does not exist: above, below and beside', async () => {
  const cell = await house.given({ unit: 'X1-C' });
  const commune = await house.given({ unit: 'X1' });
  const strangers: [string, string][] = [
    ['G', cell],
    ['V', cell],
    ['K', cell],
    ['B', cell],
    ['A', commune],
    ['A', nobody],
    ['A', 'không-có'],
  ];
  for (const [code, id] of strangers) {
    const by = await as(code);
    const asked = [
      () => desk().item(by, id),
      () => desk().take(by, id),
      () => desk().reply(by, id, { text: 'Không.' }),
      () => desk().note(by, id, { text: 'Không.' }),
      () => desk().forward(by, id, { unit: 'T', reason: 'Không.' }),
      () => desk().close(by, id, { reason: 'Không.' }),
      () => desk().file(by, id, nobody),
    ];
    for (const each of asked) await expect(each).rejects.toMatchObject({ code: 'feedback.unknown' });
  }
  expect((await desk().list(await as('G'))).map(({ id }) => id)).toEqual([commune]);
  expect(await desk().list(await as('B'))).toEqual([]);
  await expect(desk().list(await as('G'), { unit: 'X1-C' })).rejects.toMatchObject({ code: 'may.not' });
  expect(await desk().list(operator, { unit: 'X1-C' })).toHaveLength(1);
});

test('of what was said in confidence nothing names who said it, by name, code or id', async () => {
  const text = 'Nên họp buổi tối.';
  const kept = await house.given({ unit: 'X1', level: 'confidential', by: 'E', text });
  const loose = await house.given({ unit: 'X1', level: 'unlinkable', by: 'E', text });
  const { id: author } = await house.hub.people.memberByCode('E');
  const by = await as('G');
  await desk().reply(by, kept, { text: 'Đồng ý.' });
  await desk().reply(by, loose, { text: 'Đồng ý.' });
  const seen = JSON.stringify([
    await desk().list(by),
    await desk().item(by, kept),
    await desk().item(by, loose),
  ]);
  for (const hint of [author, 'Phạm Thị Én', '"E"', '"author":{']) expect(seen).not.toContain(hint);
  // Nor does any row besides the sealed link: where the one stands the other does not.
  const tables = await house.hub.database.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`,
  );
  for (const { name } of tables) {
    const rows = await house.hub.database.query<{ row: string }>(`select t::text as row from "${name}" t`);
    expect(
      rows.filter(({ row }) => row.includes(author) && (row.includes(kept) || row.includes(loose))),
    ).toEqual([]);
  }
});

test('two who work on one item see each other, and what one did since the other read it', async () => {
  const id = await house.given({ unit: 'X1' });
  const [gam, hai] = [await as('G'), await as('H')];
  const { revision } = await desk().take(gam, id);
  expect((await desk().item(hai, id)).takenBy?.fullName).toBe('Giàng Thị Gấm');
  await expect(desk().release(hai, id)).rejects.toMatchObject({ code: 'feedback.moved-on' });
  await desk().reply(hai, id, { text: 'Xã đã nhận.', revision });
  for (const late of [
    () => desk().reply(gam, id, { text: 'Xã trả lời.', revision }),
    () => desk().note(gam, id, { text: 'Ghi.', revision }),
    () => desk().close(gam, id, { revision }),
    () => desk().forward(gam, id, { unit: 'T', reason: 'Thẩm quyền.', revision }),
  ])
    await expect(late).rejects.toMatchObject({ code: 'feedback.moved-on' });
  expect((await desk().take(hai, id)).takenBy?.fullName).toBe('Hoàng Văn Hải');
});

test('two replies at the same moment are both kept, one after the other', async () => {
  const id = await house.given({ unit: 'X1' });
  const [gam, hai] = [await as('G'), await as('H')];
  await Promise.all([desk().reply(gam, id, { text: 'Một.' }), desk().reply(hai, id, { text: 'Hai.' })]);
  const { entries, revision } = await desk().item(gam, id);
  expect([entries.map(({ position }) => position), revision]).toEqual([[1, 2], 2]);
});

test('an answer after its day says why', async () => {
  const id = await house.given({ unit: 'X1-C', dueOn: '2026-11-27' });
  const an = await as('A');
  expect(await desk().list(an)).toMatchObject([{ late: true }]);
  await expect(desk().reply(an, id, { text: 'Xong.' })).rejects.toMatchObject({
    code: 'feedback.late-reason-needed',
    facts: { dueOn: '2026-11-27' },
  });
  await desk().reply(an, id, { text: 'Xong.', lateReason: 'Chờ số liệu của xã.' });
  expect(await desk().item(an, id)).toMatchObject({ lateReason: 'Chờ số liệu của xã.', late: false });
  await desk().reply(an, id, { text: 'Thêm nữa.' });
  const onItsDay = await house.given({ unit: 'X1-C', dueOn: '2026-11-30' });
  expect(await desk().reply(an, onItsDay, { text: 'Kịp.' })).toMatchObject({ state: 'answered' });
});

test('closing without an answer needs a reason', async () => {
  const id = await house.given({ unit: 'X1-C' });
  const again = await house.given({ unit: 'X1-C', state: 'reopened' });
  const an = await as('A');
  for (const each of [id, again])
    await expect(desk().close(an, each, { reason: ' ' })).rejects.toMatchObject({
      code: 'feedback.invalid',
      facts: { field: 'reason' },
    });
  await desk().close(an, id, { reason: 'Đã giải quyết tại buổi họp.' });
  expect(await story('A', id)).toEqual(['closed | Nguyễn Văn An | Đã giải quyết tại buổi họp.']);
});

test('what goes elsewhere goes with its history, a reason and a day of its own', async () => {
  const id = await house.given({ unit: 'X1-C', dueOn: '2026-12-01' });
  const [an, gam] = [await as('A'), await as('G')];
  await desk().take(an, id);
  await desk().note(an, id, { text: 'Việc của xã.' });
  await expect(desk().forward(an, id, { unit: 'X1', reason: '' })).rejects.toMatchObject({
    facts: { field: 'reason' },
  });
  const gone = await desk().forward(an, id, { unit: 'X1', reason: 'Thuộc thẩm quyền của xã.' });
  // Thirty working days from Monday 30 November; New Year is off.
  expect(gone).toMatchObject({ state: 'new', takenBy: null, unit: { code: 'X1' }, dueOn: '2027-01-12' });
  await expect(desk().item(an, id)).rejects.toMatchObject({ code: 'feedback.unknown' });
  expect(await desk().item(gam, id)).toMatchObject({
    saidTo: { code: 'X1-C' },
    entries: [
      { kind: 'took' },
      { kind: 'note' },
      { kind: 'forwarded', unit: { code: 'X1-C' }, to: { code: 'X1' } },
    ],
  });
  await house.hub.database.query(`update feedback_item set state = 'reopened' where id = $1`, [id]);
  expect(await desk().forward(gam, id, { unit: 'X2-C', reason: 'Nơi có đường.' })).toMatchObject({
    state: 'reopened',
    unit: { code: 'X2-C' },
  });
  const { id: to } = await house.hub.people.unitByCode('X1');
  expect(await audited(id)).toContain(`feedback.forwarded A X1-C {"toUnitId": "${to}"}`);
});

test('words without a name do not go down into a cell, nor anything to where it is or to nowhere', async () => {
  const gam = await as('G');
  for (const level of ['confidential', 'unlinkable'] as const) {
    const id = await house.given({ unit: 'X1', level });
    for (const unit of ['X1-C', 'X1-B-C', 'X1'])
      await expect(desk().forward(gam, id, { unit, reason: 'Gần hơn.' })).rejects.toMatchObject({
        code: 'feedback.not-forwarded-there',
      });
    const { dueOn } = await desk().forward(gam, id, { unit: 'T', reason: 'Việc của tỉnh.' });
    expect(dueOn === null).toBe(level === 'unlinkable');
  }
  const named = await house.given({ unit: 'X1' });
  await expect(desk().forward(gam, named, { unit: 'KHÔNG', reason: 'Xa.' })).rejects.toMatchObject({
    code: 'unit.unknown',
  });
  expect(await desk().forward(gam, named, { unit: 'X1-C', reason: 'Chi bộ nắm rõ hơn.' })).toMatchObject({
    unit: { code: 'X1-C' },
  });
});

test('late ones stand first, then what waits, the oldest first; withdrawn ones nowhere', async () => {
  const an = await as('A');
  const say = (text: string, rest: object) => house.given({ unit: 'X1-C', text, ...rest });
  await say('mới', { receivedOn: '2026-11-29' });
  await say('cũ', { receivedOn: '2026-11-02', level: 'confidential' });
  await say('xong', { receivedOn: '2026-10-01', state: 'answered', dueOn: '2026-11-01' });
  await say('muộn', { receivedOn: '2026-11-20', dueOn: '2026-11-27' });
  const taken = await say('rút', { state: 'withdrawn' });
  const texts = async (filter: object) => (await desk().list(an, filter)).map(({ text }) => text);
  expect(await texts({})).toEqual(['muộn', 'cũ', 'mới', 'xong']);
  expect(await texts({ state: 'open', late: false })).toEqual(['cũ', 'mới']);
  expect(await texts({ late: true })).toEqual(['muộn']);
  expect(await texts({ level: 'confidential' })).toEqual(['cũ']);
  expect(await texts({ state: 'answered', unit: 'X1-C' })).toEqual(['xong']);
  expect(await texts({ limit: 1 })).toEqual(['muộn']);
  await expect(desk().item(an, taken)).rejects.toMatchObject({ code: 'feedback.unknown' });
  await expect(desk().reply(an, taken, { text: 'Gì?' })).rejects.toMatchObject({ code: 'feedback.over' });
  expect(await desk().desks(an.memberId)).toEqual([
    { unit: expect.objectContaining({ code: 'X1-C' }), waiting: 3, late: 1 },
  ]);
  expect(await desk().desks((await as('B')).memberId)).toEqual([]);
});

test('files are read by who answers, and by nobody else', async () => {
  const files = [{ name: 'anh-1.jpg', mediaType: 'image/jpeg', content: Buffer.from('không phải ảnh') }];
  const id = await house.given({ unit: 'X1', level: 'unlinkable', files });
  const gam = await as('G');
  const { attachments, files: count } = await desk().item(gam, id);
  expect([count, attachments]).toEqual([
    1,
    [{ id: expect.any(String), name: 'anh-1.jpg', mediaType: 'image/jpeg', bytes: files[0]!.content.length }],
  ]);
  const fileId = attachments[0]!.id;
  const { content } = await desk().file(gam, id, fileId);
  expect(Buffer.from(content).toString()).toBe('không phải ảnh');
  const other = await house.given({ unit: 'X1' });
  for (const [by, item] of [
    ['A', id],
    ['G', other],
  ] as const)
    await expect(desk().file(await as(by), item, fileId)).rejects.toMatchObject({ code: 'feedback.unknown' });
});

test('a unit may promise less than the rule, and takes it back', async () => {
  const an = await as('A');
  for (const days of [0, 31, 2.5])
    await expect(desk().promise(an, 'X1-C', days)).rejects.toMatchObject({ facts: { field: 'days' } });
  await expect(desk().promise(await as('G'), 'X1-C', 10)).rejects.toMatchObject({ code: 'may.not' });
  await desk().promise(an, 'X1-C', 10);
  await desk().promise(an, 'X1-C', 5);
  const id = await house.given({ unit: 'X1' });
  const to = { unit: 'X1-C', reason: 'Chi bộ nắm rõ.' };
  expect((await desk().forward(await as('G'), id, to)).dueOn).toBe('2026-12-07');
  await desk().promise(an, 'X1-C', null);
  const later = await house.given({ unit: 'X1' });
  expect((await desk().forward(await as('G'), later, to)).dueOn).toBe('2027-01-12');
});

test('what a unit says often is kept, changed and dropped by it alone', async () => {
  const [an, gam] = [await as('A'), await as('G')];
  await desk().saveCannedAnswer(an, 'X1-C', { title: 'Đã nhận', text: 'Chi ủy đã nhận ý kiến.' });
  const [kept] = await desk().cannedAnswers(an, 'X1-C');
  expect(kept).toEqual({ id: expect.any(String), title: 'Đã nhận', text: 'Chi ủy đã nhận ý kiến.' });
  await expect(
    desk().saveCannedAnswer(gam, 'X1', { id: kept!.id, title: 'Của xã', text: 'Của xã.' }),
  ).rejects.toMatchObject({ code: 'feedback.invalid' });
  await desk().saveCannedAnswer(an, 'X1-C', { ...kept!, text: 'Đã nhận.' });
  await desk().dropCannedAnswer(gam, 'X1', kept!.id);
  expect(await desk().cannedAnswers(an, 'X1-C')).toEqual([{ ...kept, text: 'Đã nhận.' }]);
  await desk().dropCannedAnswer(an, 'X1-C', kept!.id);
  expect(await desk().cannedAnswers(an, 'X1-C')).toEqual([]);
});

test('topics are a tree that the unit edits; what is retired is offered no more, with all below it', async () => {
  const an = await as('A');
  const roads = await desk().addTopic(an, 'X1-C', { name: ' Đường  sá ' });
  const bridges = await desk().addTopic(an, 'X1-C', { name: 'Cầu', parentId: roads.id });
  expect(await desk().addTopic(an, 'X1-C', { name: 'Đường sá' })).toEqual(roads);
  expect(await desk().topics(an, 'X1-C')).toEqual([
    { id: roads.id, name: 'Đường sá', parentId: null },
    { ...bridges, parentId: roads.id },
  ]);
  const gam = await as('G');
  for (const foreign of [
    () => desk().addTopic(gam, 'X1', { name: 'Cầu', parentId: roads.id }),
    () => desk().retireTopic(gam, 'X1', roads.id),
  ])
    await expect(foreign).rejects.toMatchObject({ code: 'feedback.unknown' });
  await desk().retireTopic(an, 'X1-C', roads.id);
  expect(await desk().topics(an, 'X1-C')).toEqual([]);
  await expect(desk().addTopic(an, 'X1-C', { name: 'x'.repeat(81) })).rejects.toMatchObject({
    facts: { field: 'topic' },
  });
});
