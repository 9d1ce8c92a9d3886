import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { openSayingHouse, type SayingHouse } from './saying-house.ts';

let house: SayingHouse;
beforeAll(async () => (house = await openSayingHouse()), 120_000);
beforeEach(() => house.clear());
afterAll(() => house.database.close());

const saying = () => house.feedback.saying;
const own = async (code: string) => await saying().own(await house.idOf(code));
const refusal = async (doing: Promise<unknown>) =>
  await doing.then(
    () => 'nothing refused',
    (error: { code: string; facts?: { field?: string } }) =>
      [error.code, error.facts?.field].filter(Boolean).join(' '),
  );
const text = { type: 'text/plain', hi: new TextEncoder().encode('Số liệu thu chi') };
const file = { name: 'thu chi.txt', mediaType: text.type, content: text.hi };

describe('to whom', () => {
  test('the own cell first, then upwards; where enough belong there is a page without a name', async () => {
    const found = await saying().addressees(await house.idOf('B'));
    expect(
      found.map(({ unit, distance, unlinkablePath, answerDays }) => [
        unit.code,
        distance,
        unlinkablePath,
        answerDays,
      ]),
    ).toEqual([
      ['X1-C', 0, '/gop-y/X1-C', 30],
      ['X1', 1, '/gop-y/X1', 30],
      ['T', 2, '/gop-y/T', 60],
    ]);
    const ofSmallCell = await saying().addressees(await house.idOf('W'));
    expect(ofSmallCell.map(({ unit, unlinkablePath }) => [unit.code, unlinkablePath])).toEqual([
      ['X2-C', null],
      ['X2', null],
      ['T', '/gop-y/T'],
    ]);
  });

  test('a unit may promise less than the rule, never more', async () => {
    await promise('X1', 10);
    await promise('T', 90);
    const found = await saying().addressees(await house.idOf('B'));
    expect(found.map(({ answerDays }) => answerDays)).toEqual([30, 10, 60]);
    expect((await house.say('B', { unit: 'X1', level: 'named' })).dueOn).toBe('2026-11-13');
  });

  test('nobody speaks to a unit beside the own, and the suspended to none', async () => {
    expect(await refusal(house.say('B', { unit: 'X2' }))).toBe('may.not');
    expect(await refusal(house.say('B', { unit: 'X9' }))).toBe('unit.unknown');
    await house.status('E', 'suspended', '2026-10-01');
    expect(await saying().addressees(await house.idOf('E'))).toEqual([]);
    expect(await refusal(house.say('E'))).toBe('may.not');
  });

  test('topics are the unit’s own, else those of the nearest above that has any', async () => {
    const roads = await topic('X1', 'Giao thông', 2);
    const bridges = await topic('X1', 'Cầu', 1, roads);
    const schools = await topic('X1', 'Trường học', 1);
    expect(await saying().topicsFor('X1-C')).toEqual([
      { id: schools, name: 'Trường học', parentId: null },
      { id: roads, name: 'Giao thông', parentId: null },
      { id: bridges, name: 'Cầu', parentId: roads },
    ]);
    await house.say('B', { level: 'named', topicId: bridges });
    const money = await topic('X1-C', 'Quỹ', 1);
    expect((await saying().topicsFor('X1-C')).map(({ name }) => name)).toEqual(['Quỹ']);
    expect(await saying().topicsFor('T')).toEqual([]);
    expect(await refusal(house.say('B', { topicId: bridges }))).toBe('feedback.invalid topic');
    expect((await house.say('B', { topicId: money })).level).toBe('confidential');
  });
});

describe('saying with a name', () => {
  test('is read at once by its author’s name, and the audit says so without its words', async () => {
    const receipt = await house.say('B', {
      level: 'named',
      topic: ' Đường  thôn ',
      text: 'Sửa\r\nđường\u202E. ',
    });
    expect(receipt).toEqual({
      number: expect.stringMatching(/^[A-Z0-9]{4}-[A-Z0-9]{4}$/),
      level: 'named',
      unit: { id: await house.unit('X1-C'), code: 'X1-C', name: 'Chi bộ thôn' },
      dueOn: '2026-12-11',
    });
    expect(await house.items()).toMatchObject([
      { level: 'named', text: 'Sửa\nđường.', topic: 'Đường thôn', authorId: await house.idOf('B') },
    ]);
    const [entry] = await house.database.query<{ row: string }>(
      `select row_to_json(audit_entry)::text as row from audit_entry where action = 'feedback.said'
       order by id desc limit 1`,
    );
    expect(entry!.row).toContain((await house.items())[0]!.id);
    expect(entry!.row).not.toContain('đường');
  });

  test('the same event twice is said once, also at the same moment', async () => {
    const given = { level: 'named', requestKey: 'event-1' } as const;
    const [first, second] = await Promise.all([house.say('B', given), house.say('B', given)]);
    expect(second).toEqual(first);
    expect(await house.say('B', given)).toEqual(first);
    expect(await house.count('feedback_item')).toBe(1);
    expect((await house.say('E', given)).number).not.toBe(first.number);
  });

  test('files go with it', async () => {
    await house.say('B', { level: 'named', files: [file, file] });
    expect(await house.count('feedback_file')).toBe(2);
  });
});

describe('saying in confidence', () => {
  test('nothing but a ciphertext and a day waits, and nothing is written elsewhere', async () => {
    const before = await house.count('audit_entry');
    const receipt = await house.say('B', { files: [file] });
    // Its term begins when its readers have it, on the next day.
    expect(receipt).toMatchObject({ level: 'confidential', dueOn: '2026-12-14' });
    expect(await house.count('feedback_item')).toBe(0);
    expect(await house.count('audit_entry')).toBe(before);
    const [row] = await house.database.query<Record<string, unknown>>('select * from feedback_staged');
    expect(row).toMatchObject({
      level: 'confidential',
      unit_id: null,
      staged_on: '2026-11-01',
      request_hash: null,
    });
    expect(JSON.stringify(row)).not.toContain(await house.idOf('B'));
    expect(row!['id']).toMatch(/^.{14}4/);
    expect((await own('B')).map(({ number, state, canEdit }) => [number, state, canEdit])).toEqual([
      [receipt.number, 'new', true],
    ]);
    expect(await own('E')).toEqual([]);
  });

  test('the same event twice is said once', async () => {
    const given = { requestKey: 'event-1' };
    const [first, second] = await Promise.all([house.say('B', given), house.say('B', given)]);
    expect(second).toEqual(first);
    expect(await house.say('B', given)).toEqual(first);
    expect(await house.count('feedback_staged')).toBe(1);
  });

  test('short and long are the same size, also with a file', async () => {
    await house.say('B', { text: 'Đồng ý.', files: [file] });
    const long = { ...file, content: Buffer.from('Số liệu. '.repeat(500)) };
    await house.say('E', { text: 'ữ'.repeat(2_000), topic: 'ữ'.repeat(80), files: [long] });
    const sizes = await house.database.query(
      `select distinct length(s.content) as row, length(f.content) as file, length(author) as author
       from feedback_staged s join feedback_staged_file f on f.staged_id = s.id`,
    );
    expect(sizes).toHaveLength(1);
  });

  test('what waits is laid down in an order of its own', async () => {
    for (let n = 0; n < 24; n += 1) await house.say(`N${n % 8}`, { text: `Ý kiến số ${n}.` });
    const texts = new Map<string, number>();
    for (let n = 0; n < 8; n += 1)
      for (const { number, text: said } of await own(`N${n}`))
        texts.set(number, Number(/\d+/.exec(said)![0]));
    expect(texts.size).toBe(24);
    house.pass({ days: 1 });
    await house.feedback.work();
    const inHeap = await house.database.query<{ number: string }>(
      'select number from feedback_item order by ctid',
    );
    const order = inHeap.map(({ number }) => texts.get(number)!);
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 24 }, (_, n) => n));
    expect(order).not.toEqual(order.toSorted((a, b) => a - b));
  });
});

test('what must be signed is refused before anything of it is kept', async () => {
  expect(await refusal(house.say('B', { text: 'Tôi tố cáo ông B tham ô.' }))).toBe(
    'feedback.signed-door-needed',
  );
  expect(await refusal(house.say('B', { topic: 'Đơn khiếu nại' }))).toBe('feedback.signed-door-needed');
  expect(await refusal(house.say('B', { level: 'named', text: 'to cao ong A' }))).toBe(
    'feedback.signed-door-needed',
  );
  expect(await house.count('feedback_item')).toBe(0);
  expect(await house.count('feedback_staged')).toBe(0);
});

test('nor what is signed is taken in as a word about an answer, or as what is asked again', async () => {
  const { number } = await house.say('B', { level: 'named' });
  await house.answered(number, 'Sẽ làm.');
  const b = await house.idOf('B');
  const accusing = 'Tôi tố cáo ông B tham ô.';
  for (const doing of [
    saying().rate(b, number, { useful: false, why: accusing }),
    saying().reopen(b, number, accusing),
    house.say('B', { topic: accusing }),
  ])
    expect(await refusal(doing)).toBe('feedback.signed-door-needed');
  expect(await own('B')).toMatchObject([{ number, state: 'answered', useful: null, canReopen: true }]);
});

test('what is out of bounds is refused by name', async () => {
  expect(await refusal(house.say('B', { text: ' \u200b ' }))).toBe('feedback.invalid text');
  expect(await refusal(house.say('B', { text: 'a'.repeat(2_001) }))).toBe('feedback.invalid text');
  expect(await refusal(house.say('B', { topic: 'a'.repeat(81) }))).toBe('feedback.invalid topic');
  expect(await refusal(house.say('B', { files: [file, file, file, file, file, file] }))).toBe(
    'feedback.invalid files',
  );
  const big = { ...file, content: new Uint8Array(6 * 1024 * 1024) };
  expect(await refusal(house.say('B', { files: [big, big] }))).toBe('feedback.invalid file-size');
  expect(await refusal(house.say('B', { text: 'MẬT\nKế hoạch' }))).toBe('notice.classified');
  // The longest there is, with letters of three bytes and signs that JSON escapes.
  expect((await house.say('B', { text: '"'.repeat(1_000) + '\ud800ữ'.repeat(500) })).number).toMatch(/-/);
});

test('ten on one day and no more; what was refused does not count, and tomorrow it begins anew', async () => {
  await refusal(house.say('B', { text: '' }));
  for (let n = 0; n < 10; n += 1) await house.say('B', { requestKey: `event-${n}` });
  expect(await refusal(house.say('B'))).toBe('feedback.too-much-today');
  expect((await house.say('B', { requestKey: 'event-9' })).level).toBe('confidential');
  await house.say('E');
  house.pass({ days: 1 });
  await house.say('B');
});

describe.each(['named', 'confidential', 'waiting'] as const)('one’s own, %s', (kind) => {
  const given = async () => {
    const level = kind === 'named' ? 'named' : 'confidential';
    const receipt = await house.say('B', { level, files: [file] });
    if (kind === 'confidential') {
      house.pass({ days: 1 });
      await house.feedback.work();
    }
    return receipt.number;
  };

  test('is changed and taken back until somebody has it, by its author alone', async () => {
    const number = await given();
    const [b, e] = [await house.idOf('B'), await house.idOf('E')];
    expect(await refusal(saying().edit(e, number, 'Khác.'))).toBe('feedback.unknown');
    expect(await refusal(saying().withdraw(e, number))).toBe('feedback.unknown');
    expect(await refusal(saying().edit(b, number, 'Tôi tố cáo ông B.'))).toBe('feedback.signed-door-needed');
    const typed = number.replace('-', ' ').toLowerCase();
    expect(await saying().edit(b, typed, 'Sửa đường và cống.')).toMatchObject({
      number,
      text: 'Sửa đường và cống.',
    });
    expect((await own('B')).map((item) => item.text)).toEqual(['Sửa đường và cống.']);
    await saying().withdraw(b, number);
    expect(await own('B')).toEqual([]);
    expect(await refusal(saying().withdraw(b, number))).toBe('feedback.unknown');
    expect((await house.items()).map((item) => [item.state, item.text])).toEqual(
      kind === 'waiting' ? [] : [['withdrawn', '']],
    );
    expect(await house.count('feedback_file')).toBe(0);
    expect(await house.count('feedback_staged_file')).toBe(0);
  });
});

describe.each(['named', 'confidential'] as const)('an answer, %s', (level) => {
  const given = async () => {
    const { number } = await house.say('B', { level });
    house.pass({ days: 1 });
    await house.feedback.work();
    return number;
  };

  test('is read, rated and asked about once more', async () => {
    const number = await given();
    const b = await house.idOf('B');
    expect(await refusal(saying().rate(b, number, { useful: true }))).toBe('feedback.not-answered');
    expect(await refusal(saying().reopen(b, number, 'Vì sao?'))).toBe('feedback.not-answered');
    await house.answered(number, 'Tháng 12 sửa.');
    expect(await own('B')).toMatchObject([
      {
        number,
        state: 'answered',
        canEdit: false,
        canReopen: true,
        replies: [{ text: 'Tháng 12 sửa.', on: '2026-11-05' }],
      },
    ]);
    expect(await refusal(saying().edit(b, number, 'Khác.'))).toBe('feedback.already-read');
    expect(await refusal(saying().rate(await house.idOf('E'), number, { useful: true }))).toBe(
      'feedback.unknown',
    );
    await saying().rate(b, number, { useful: false, why: 'Chưa rõ ngày.' });
    await saying().reopen(b, number, 'Ngày nào sửa?');
    expect(await own('B')).toMatchObject([
      { state: 'reopened', useful: false, canReopen: false, dueOn: '2026-12-14' },
    ]);
    await house.database.query(`update feedback_item set state = 'closed'`);
    expect(await refusal(saying().reopen(b, number, 'Nữa?'))).toBe('feedback.already-reopened');
    const entries = await house.database.query(
      'select kind, by_id, done_on from feedback_entry order by position',
    );
    expect(entries).toMatchObject([
      { kind: 'reply' },
      { kind: 'rated', by_id: null, done_on: '2026-11-02' },
      { kind: 'reopened', by_id: null, done_on: '2026-11-02' },
    ]);
  });
});

test('who moved on still finds what was said before', async () => {
  await house.say('B', { unit: 'X1' });
  house.pass({ days: 1 });
  await house.feedback.work();
  await house.people.move(operator, 'B', {
    to: 'X2-C',
    kind: 'home',
    from: '2026-11-02',
    reason: 'Chuyển công tác',
  });
  expect(await own('B')).toHaveLength(1);
});

test('a member’s copy holds all of it, the office’s none of the words; erased, the link is gone and nobody is given away', async () => {
  await house.say('B', { level: 'named', text: 'Có ghi tên.', files: [file] });
  await house.say('B', { text: 'Nói kín, đã chuyển.' });
  house.pass({ days: 1 });
  await house.feedback.work();
  await house.say('B', { text: 'Nói kín, còn chờ.' });
  const theirs = JSON.stringify(
    await house.people.exportData({ memberId: await house.idOf('B'), via: 'chat' }, 'B'),
  );
  for (const said of ['Có ghi tên.', 'Nói kín, đã chuyển.', 'Nói kín, còn chờ.'])
    expect(theirs).toContain(said);

  const { erased } = await house.people.eraseData(operator, 'B');
  expect(erased['feedback']).toBe(1);
  const texts = (await house.items()).map((item) => `${item.level} ${item.text}`).toSorted();
  expect(texts).toEqual(['confidential Nói kín, đã chuyển.', 'named (đã xóa theo yêu cầu)']);
  expect(await house.count('feedback_staged')).toBe(0);
  expect(await house.count('feedback_file')).toBe(0);
});

async function topic(unit: string, name: string, position: number, parentId: string | null = null) {
  const [row] = await house.database.query<{ id: string }>(
    `insert into feedback_topic (id, unit_id, parent_id, name, position)
     values (gen_random_uuid(), $1, $2, $3, $4) returning id`,
    [await house.unit(unit), parentId, name, position],
  );
  return row!.id;
}

async function promise(unit: string, days: number) {
  await house.database.query('insert into feedback_promise (unit_id, working_days) values ($1, $2)', [
    await house.unit(unit),
    days,
  ]);
}
