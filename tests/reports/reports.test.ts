import { randomUUID } from 'node:crypto';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { unpacked, zipEntries } from '../../hub/platform/zip.ts';
import { signIn } from '../console/reader.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

// What committees read of a month: from what lies in the database to what stands on the page.

let house: TestHub;
let now = new Date('2026-11-01T09:00+07:00');
const roads = '11111111-1111-4111-8111-111111111111';
const water = '22222222-2222-4222-8222-222222222222';

beforeAll(async () => {
  house = await openTestHub({ roles: ['web'], clock: () => now });
  const { people, database } = house.hub;
  const many = (unit: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${unit}-${index},Nguyễn Văn ${index},${unit},,official,,,`);
  const lines = [
    ...many('X1-C', 30),
    ...many('X2-C', 20),
    ...many('X1-B-C', 12),
    'W,Hoàng Xuân,X1,officer,official,,,',
  ];
  await people.importMembers(operator, csv(memberHeader, ...lines));
  const t = await people.unitByCode('T');
  await database.query(
    `insert into feedback_topic (id, unit_id, name, position) values ($1, $3, 'Đường sá', 1), ($2, $3, 'Nước sạch', 2)`,
    [roads, water, t.id],
  );
}, 120_000);
afterAll(() => house.close(), 60_000);

interface Said {
  unit: string;
  times: number;
  topic?: string;
  kind?: string;
  state?: string;
  on?: string;
  answeredOn?: string;
}

/** Each by another member of the unit, as the feature would have put it there. */
async function said({ unit, times, topic = roads, kind = 'proposal', ...given }: Said): Promise<string[]> {
  const { people, database } = house.hub;
  const { state = 'new', on = '2026-11-10', answeredOn = null } = given;
  const { id: unitId } = await people.unitByCode(unit);
  const ids: string[] = [];
  for (let index = 0; index < times; index += 1) {
    const { id: author } = await people.memberByCode(`${unit}-${index}`);
    const id = randomUUID();
    const values = [id, id.slice(0, 9), unitId, kind, topic || null, state, on, author, answeredOn];
    await database.query(insertItem, values);
    ids.push(id);
  }
  return ids;
}

const insertItem = `
  insert into feedback_item (id, number, unit_id, said_to_id, level, kind, topic_id, content, state, received_on,
    received_at, author_id, due_on, answered_on)
  values ($1, $2, $3, $3, 'named', $4::feedback_kind, $5, '\\x00', $6::feedback_state, $7::date, $7::date, $8, '2026-12-30',
    $9::date)`;

async function as(code: string) {
  return { memberId: (await house.hub.people.memberByCode(code)).id, via: 'console' as const };
}

test('a month is made once, three days after its end; what comes late counts in the next one', async () => {
  const { figures, database } = house.hub;
  await said({ unit: 'X1-C', times: 12, answeredOn: '2026-11-24', state: 'answered' });
  await said({ unit: 'X1-C', times: 7, topic: water, kind: 'question' });
  await said({ unit: 'X1-C', times: 6, topic: water });
  await said({ unit: 'X1-C', times: 2, topic: '' });
  await said({ unit: 'X2-C', times: 3 });
  await said({ unit: 'X2-C', times: 4, state: 'withdrawn' });
  await said({ unit: 'X1-B-C', times: 8, topic: water });

  now = new Date('2026-12-03T09:00+07:00');
  await figures.work();
  expect(await figures.months(operator, 'T')).toEqual([]);
  await expect(figures.feedback(operator, 'T', '2026-11')).rejects.toMatchObject({
    code: 'report.open-month',
  });

  now = new Date('2026-12-04T09:00+07:00');
  await Promise.all([figures.work(), figures.work()]);
  expect(await figures.months(operator, 'T')).toEqual(['2026-11']);
  const report = await figures.feedback(await as('V'), 'T');
  expect(report).toMatchObject({ unit: 'T', period: '2026-11', smallest: 5 });
  for (const { count } of report.cells) expect(count === null || count >= 5).toBe(true);

  await database.query(`update feedback_item set state = 'closed'`);
  const [late] = await said({ unit: 'X2-C', times: 1, on: '2026-11-02' });
  await figures.work();
  expect(await figures.feedback(await as('V'), 'T')).toEqual(report);
  now = new Date('2027-01-04T09:00+07:00');
  await figures.work();
  expect(await figures.months(operator, 'T')).toEqual(['2026-12', '2026-11']);
  const counted = await database.query(`select month::text from feedback_counted where item_id = $1`, [late]);
  expect(counted).toEqual([{ month: '2026-12-01' }]);
});

test('each unit sees groups of enough people, their sums, and of the rest only that it is not shown', async () => {
  const { figures } = house.hub;
  const cell = await figures.feedback(await as('A'), 'X1-C', '2026-11');
  const sum = (rows: readonly { count: number | null }[]) =>
    rows.reduce((all, { count }) => all + (count ?? 0), 0);
  for (const rows of [cell.cells, cell.byUnit, cell.byTopic, cell.byKind, cell.byState])
    expect(sum(rows)).toBe(cell.total);
  // The two without a topic are never seen alone.
  expect(cell.cells).toContainEqual({ unit: 'X1-C', topic: '', kind: '*', state: '*', count: null });
  const few = await figures.feedback(await as('W'), 'X2-C', '2026-11').catch((error: unknown) => error);
  expect(few).toMatchObject({ code: 'may.not' });
  const small = await figures.feedback(await as('V'), 'X2-C', '2026-11');
  expect(small).toMatchObject({ total: null, more: true });
  expect(small.cells).toEqual([{ unit: 'X2-C', topic: '*', kind: '*', state: '*', count: null }]);
  const above = await figures.feedback(await as('W'), 'X1', '2026-11');
  expect(above.byUnit.map(({ unit }) => unit)).toEqual([
    'X1',
    'X1-B',
    'X1-C',
    ...(above.byUnit.length > 3 ? ['*'] : []),
  ]);
});

test('only who may read reports reads them, downwards only', async () => {
  const { figures } = house.hub;
  await expect(figures.feedback(await as('A'), 'X1')).rejects.toMatchObject({ code: 'may.not' });
  await expect(figures.feedback(await as('B'), 'X1-C')).rejects.toMatchObject({ code: 'may.not' });
  await expect(figures.months(await as('B'), 'X1-C')).rejects.toMatchObject({ code: 'may.not' });
  await expect(figures.feedback(operator, 'T', '2026-13')).rejects.toMatchObject({ code: 'report.no-month' });
  await expect(figures.feedback(operator, 'Y')).rejects.toMatchObject({ code: 'unit.unknown' });
});

test('the API says the same, with null for what is not shown', async () => {
  const { token } = await house.hub.people.createToken('A', ['feedback:read']);
  const ask = async (query: string) =>
    await fetch(`${house.url}/api/v1/reports/feedback?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
  const response = await ask('unit=X1-C&month=2026-11');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual(await house.hub.figures.feedback(await as('A'), 'X1-C', '2026-11'));
  expect((await ask('unit=X1')).status).toBe(403);
});

test('the page shows figures beside bars, links downwards, and says why something is not there', async () => {
  const reader = await signIn(house, 'V');
  const page = await reader.open('/console/reports/feedback?unit=T&month=2026-11');
  expect(page.status).toBe(200);
  expect(page.text).toContain('Ý kiến tháng 11/2026');
  expect(page.text).toContain('Theo chủ đề');
  expect(page.text).toContain('Mỗi con số là của ít nhất 5 người.');
  expect(page.html).toContain('href="/console/reports/feedback?unit=X1&amp;month=2026-11"');
  expect(page.html).toContain('<svg class="count-bar"');
  const below = await reader.open('/console/reports/feedback?unit=X2-C&month=2026-11');
  expect(below.text).toContain('Chưa đủ 5 ý kiến để hiện mà không lộ ai.');
  const open = await reader.open('/console/reports/feedback?unit=T&month=2027-01');
  expect(open.text).toContain('Tháng 1/2027 chưa khép.');
  const none = await reader.open('/console/reports/feedback?unit=T&month=2026-05');
  expect(none.text).toContain('Chưa có số liệu của tháng này.');
});

test('the spreadsheet and the letter have the same figures; that they left the house is written down', async () => {
  const reader = await signIn(house, 'A');
  const sheet = await reader.download('/console/reports/feedback/file.xlsx?unit=X1-C&month=2026-11');
  expect(sheet.name).toBe('y-kien-X1-C-2026-11.xlsx');
  const rows = await readSheet(sheet.content);
  const { byTopic, total } = await house.hub.figures.feedback(await as('A'), 'X1-C', '2026-11');
  expect(rows[2]![0]).toContain(String(total));
  const road = byTopic.find(({ topic }) => topic === 'Đường sá')!;
  expect(rows.find(([name]) => name === 'Đường sá')![1]).toBe(road.count ?? '< 5');
  const letter = await reader.download('/console/reports/feedback/file.docx?unit=X1-C&month=2026-11');
  const part = zipEntries(letter.content).find(({ name }) => name === 'word/document.xml')!;
  expect((await unpacked(letter.content, part, 10_000_000)).toString()).toContain('BÁO CÁO TỔNG HỢP Ý KIẾN');
  const entries = await house.hub.database.query(
    `select facts from audit_entry where action = 'feedback.report-exported' order by id`,
  );
  expect(entries).toEqual([
    { facts: { month: '2026-11', format: 'xlsx' } },
    { facts: { month: '2026-11', format: 'docx' } },
  ]);
});
