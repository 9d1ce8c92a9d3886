import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { unpacked, zipEntries } from '../../hub/platform/zip.ts';
import { signIn } from '../console/reader.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { openAiStandIn } from '../fakes/openai/stand-in.ts';
import { drains, insurance, lights, others, scattered } from './proposals.ts';

// What committees read of what was proposed in a month: from what members wrote to what stands on the page.

const server = openAiStandIn();
let house: TestHub;
let now = new Date('2026-11-10T09:00+07:00');
const month = '2026-11';
const never = new AbortController().signal;

beforeAll(async () => {
  const settings = { OPENAI_BASE_URL: await server.listen(), OPENAI_MODEL: 'nhom' };
  house = await openTestHub({ roles: ['web'], clock: () => now, settings });
  const many = (unit: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${unit}-${index},Nguyễn Văn ${index},${unit},,official,,,`);
  const people = ['X1-C', 'X2-C', 'X1-B-C'].flatMap((unit) => many(unit, 30));
  const officer = 'W,Hoàng Xuân,X1,officer,official,,,';
  await house.hub.people.importMembers(operator, csv(memberHeader, ...people, officer));
}, 120_000);
afterAll(async () => {
  await house.close();
  await server.close();
}, 60_000);

/** Each text by another member of the unit. @returns their numbers */
async function said(unit: string, texts: readonly string[], to = unit): Promise<string[]> {
  const { people, feedback } = house.hub;
  const numbers: string[] = [];
  for (const [index, text] of texts.entries()) {
    const { id } = await people.memberByCode(`${unit}-${index}`);
    const item = { unit: to, level: 'named', kind: 'proposal', text } as const;
    numbers.push((await feedback.saying.say(id, item, 'chat')).number);
  }
  return numbers;
}

async function as(code: string) {
  return { memberId: (await house.hub.people.memberByCode(code)).id, via: 'console' as const };
}

test('a month is grouped once, after its figures are made, and never changes', async () => {
  const { figures, database } = house.hub;
  await said('X1-C', [...lights, ...drains, ...others]);
  await said('X2-C', scattered);
  await said('X1-B-C', [...insurance, ...drains.slice(0, 2)], 'X1');
  const honest = {
    label: 'đèn đường',
    items: [1, 2, 3, 4, 5, 6, 7],
    quote: 'Đèn đường thôn 3 cháy nhiều bóng',
  };
  now = new Date('2026-12-04T09:00+07:00');
  await figures.groupProposals(never);
  expect(await figures.feedback(operator, 'T', month)).toMatchObject({ proposals: [] });
  await figures.work();
  server.says(JSON.stringify({ groups: [{ ...honest, items: [99] }] }));
  await Promise.all([figures.groupProposals(never), figures.groupProposals(never)]);
  const report = await figures.feedback(operator, 'T', month);
  expect(report.proposals).toEqual([
    { unit: 'T', label: 'Bảo hiểm y tế', size: '5–9' },
    { unit: 'T', label: 'Đèn đường', size: '5–9' },
    { unit: 'T', label: 'Thoát nước', size: '5–9' },
  ]);
  await database.query(`update feedback_item set kind = 'opinion'`);
  await said('X1-C', ['Đường bê tông vỡ']);
  await figures.groupProposals(never);
  expect(await figures.feedback(operator, 'T', month)).toEqual(report);
  const asked = await database.query(
    `select facts from audit_entry where action = 'feedback.proposals-given-to-model'`,
  );
  expect(asked).toContainEqual({ facts: { month, items: 31 } });
});

test('a unit is told of what enough people in it and below it said, and of no others', async () => {
  const { figures } = house.hub;
  const labels = async (unit: string) =>
    (await figures.feedback(operator, unit, month)).proposals.map(({ label }) => label);
  expect(await labels('X1-C')).toEqual(['Đèn đường', 'Thoát nước']);
  expect(await labels('X1')).toEqual(['Bảo hiểm y tế', 'Đèn đường', 'Thoát nước']);
  expect(await labels('X2-C')).toEqual([]);
  expect(await labels('X1-B-C')).toEqual([]);
  await expect(figures.proposalItems(await as('A'), 'X1', month)).rejects.toMatchObject({ code: 'may.not' });
});

test('who answers there finds the items themselves; whoever is above finds none', async () => {
  const url = '/console/reports/feedback?unit=X1-C&month=2026-11';
  const secretary = await (await signIn(house, 'A')).open(url);
  expect(secretary.text).toContain('Kiến nghị, phản ánh nhiều nhất');
  expect(secretary.text).toContain('5–9 người');
  expect(secretary.text).toContain('7 ý kiến gửi thẳng nơi đồng chí trả lời');
  const [link] = /\/console\/feedback\/[\da-f-]{36}/.exec(secretary.html)!;
  expect((await (await signIn(house, 'A')).open(link)).status).toBe(200);
  const above = await (await signIn(house, 'V')).open(url);
  expect(above.text).toContain('Đèn đường');
  expect(above.html).not.toContain('/console/feedback/');
  expect(above.text).not.toContain('gửi thẳng nơi đồng chí trả lời');
});

test('an item that was forwarded is found by who answers for it now, and by nobody else', async () => {
  const { figures, feedback } = house.hub;
  const itemsOf = async (code: string, unit: string) =>
    (await figures.proposalItems(await as(code), unit, month)).get('Đèn đường') ?? [];
  const [first, ...rest] = await itemsOf('A', 'X1-C');
  await feedback.answering.forward(await as('A'), first!.id, { unit: 'X1', reason: 'Việc của xã' });
  expect(await itemsOf('A', 'X1-C')).toEqual(rest);
  expect((await itemsOf('W', 'X1')).map(({ id }) => id)).toEqual([first!.id]);
  expect(await itemsOf('V', 'X1')).toEqual([]);
});

test('the spreadsheet, the letter and the API have labels and sizes, and no text of anybody', async () => {
  const reader = await signIn(house, 'A');
  const sheet = await reader.download('/console/reports/feedback/file.xlsx?unit=X1-C&month=2026-11');
  const rows = await readSheet(sheet.content);
  expect(rows.find(([name]) => name === 'Đèn đường')![1]).toBe('5–9 người');
  expect(JSON.stringify(rows)).not.toContain('cháy nhiều bóng');
  const letter = await reader.download('/console/reports/feedback/file.docx?unit=X1-C&month=2026-11');
  const part = zipEntries(letter.content).find(({ name }) => name === 'word/document.xml')!;
  expect((await unpacked(letter.content, part, 10_000_000)).toString()).toContain('Thoát nước');
  const { token } = await house.hub.people.createToken('A', ['feedback:read']);
  const response = await fetch(`${house.url}/api/v1/reports/feedback?unit=X1-C&month=2026-11`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await response.json()).toMatchObject({
    proposals: [
      { unit: 'X1-C', label: 'Đèn đường', size: '5–9' },
      { unit: 'X1-C', label: 'Thoát nước', size: '5–9' },
    ],
  });
});

test('a quote is shown to who may read that very item; of who is erased nothing is in any group', async () => {
  const { figures, people } = house.hub;
  now = new Date('2027-01-10T09:00+07:00');
  const texts = [...lights, 'Bóng điện ngoài ngõ hỏng, tối lắm'];
  await said('X1-C', [...texts, ...drains]);
  const quote = 'Bóng điện ngoài ngõ hỏng';
  server.says(JSON.stringify({ groups: [] }));
  now = new Date('2027-02-04T09:00+07:00');
  await figures.work();
  server.says(await answerAbout(texts, quote));
  await figures.groupProposals(never);
  const items = async () => {
    const byLabel = await figures.proposalItems(await as('A'), 'X1-C', '2027-01');
    return [...byLabel.values()].flat();
  };
  const before = await items();
  expect(before.flatMap((item) => item.quote ?? [])).toEqual([quote]);
  expect(JSON.stringify(await figures.feedback(operator, 'X1-C', '2027-01'))).not.toContain('ngoài ngõ');
  await people.eraseData(operator, `X1-C-${texts.length - 1}`);
  expect(await items()).toEqual(before.filter((item) => item.quote === null));
});

/** A first question is answered with nothing: it tells which number each text has. */
async function answerAbout(texts: readonly string[], quote: string): Promise<string> {
  const probe = new AbortController();
  const asked = server.asked.length;
  server.says(null);
  const making = house.hub.figures.groupProposals(probe.signal);
  await expect.poll(() => server.asked.length).toBeGreaterThan(asked);
  probe.abort();
  await making;
  const { proposals } = JSON.parse(server.asked.at(-1)!.user) as {
    proposals: { number: number; text: string }[];
  };
  const items = proposals.filter(({ text }) => texts.includes(text)).map(({ number }) => number);
  return JSON.stringify({ groups: [{ label: 'đèn đường', items, quote }] });
}
