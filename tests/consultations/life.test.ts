import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  one,
  openConsultationHouse,
  ranking,
  refusal,
  several,
  text,
  type ConsultationHouse,
} from './house.ts';

let house: ConsultationHouse;
beforeAll(async () => (house = await openConsultationHouse()), 120_000);
beforeEach(() => house.clear());
afterAll(() => house?.close());

const asking = () => house.hub.consultations.asking;
const answering = () => house.hub.consultations.answering;
const cell = ['A', 'B', 'E', ...Array.from({ length: 20 }, (_, n) => `N${n * 2}`)];

describe('by name', () => {
  test('who asks in the very unit reads who said what, and who is silent', async () => {
    const id = await house.open({ live: true });
    await house.answer('B', id, { 1: 2 });
    await house.answer('N0', id, { 1: 0 });
    await house.answer('N0', id, { 1: 2 });
    const a = await house.as('A');
    const view = await asking().consultation(a, id);
    expect([view.eligible, view.answered, view.silent?.length]).toEqual([23, 2, 21]);
    expect(view.silent).not.toContainEqual(expect.objectContaining({ code: 'B' }));
    expect(view.noticeId).not.toBeNull();
    expect(await asking().answersByName(a, id)).toEqual([
      { code: 'B', fullName: 'Trần Thị Bình', unit: expect.any(String), answers: { 1: 2 } },
      { code: 'N0', fullName: 'Nguyễn Văn Số 0', unit: expect.any(String), answers: { 1: 2 } },
    ]);
    const live = await answering().results(await house.idOf('E'), id);
    expect([live.final, live.answered, live.results[0]!.groups?.map(({ count }) => count)]).toEqual([
      false,
      2,
      [0, 0, 2],
    ]);
  });

  test('who is above, and who was asked, read what may be shown of a small group', async () => {
    const id = await house.open();
    for (const code of ['A', 'B', 'E', 'N0', 'N2', 'N4']) await house.answer(code, id, { 1: 0 });
    await house.answer('N6', id, { 1: 1 });
    const v = await house.as('V');
    expect(await refusal(asking().results(v, id))).toContain('consultation.not-closed');
    expect(await refusal(asking().answersByName(v, id))).toBe('consultation.unknown');
    expect((await asking().consultation(v, id)).silent).toBeNull();
    await asking().close(await house.as('A'), id);
    const above = await asking().results(v, id);
    expect([above.answered, above.results[0]!.groups]).toEqual([7, null]);
    const own = await asking().results(await house.as('A'), id);
    expect(own.results[0]!.groups?.map(({ count }) => count)).toEqual([6, 1, 0]);
    expect((await answering().results(await house.idOf('B'), id)).results[0]!.groups).toBeNull();
  });
});

describe('in confidence', () => {
  test('an answer can be changed until the end; then nothing leads to anybody', async () => {
    const id = await house.open({
      level: 'confidential',
      kind: 'survey',
      questions: [one('Giờ nào?', 'Sáng', 'Tối'), text('Vì sao?')],
    });
    for (const [n, code] of cell.entries()) await house.answer(code, id, { 1: n % 2, 2: `Vì nhà xa ${n}.` });
    await house.answer('B', id, { 1: 0, 2: 'Đã đổi ý.' });
    expect((await answering().asked(await house.idOf('B'), id)).answers).toEqual({ 1: 0, 2: 'Đã đổi ý.' });
    const a = await house.as('A');
    const view = await asking().consultation(a, id);
    expect([view.answered, view.silent]).toEqual([23, null]);
    expect(await refusal(asking().results(a, id))).toContain('consultation.not-closed');
    expect(await refusal(asking().answersByName(a, id))).toBe('consultation.unknown');

    house.pass({ days: 5 });
    await house.hub.consultations.work();
    const results = await asking().results(a, id);
    expect([results.final, results.answered]).toEqual([true, 23]);
    expect(results.results[0]!.groups?.map(({ count }) => count)).toEqual([13, 10]);
    expect(results.results[1]!.texts).toHaveLength(23);
    expect(await house.count('consultation_answer')).toBe(0);
    const ours = await answering().results(await house.idOf('B'), id);
    expect(ours.results[1]!.texts).toBeNull();
    expect((await answering().asked(await house.idOf('B'), id)).answers).toBeNull();
  });

  test('where fewer than five answered, nobody reads anything, how many neither', async () => {
    const id = await house.open({
      level: 'confidential',
      kind: 'survey',
      questions: [one('Giờ nào?', 'Sáng', 'Tối'), text('Vì sao?')],
    });
    for (const code of ['B', 'E', 'N0', 'N2']) await house.answer(code, id, { 1: 0, 2: 'Vì nhà xa.' });
    const a = await house.as('A');
    await asking().close(a, id);
    const { answered, results, byUnit } = await asking().results(a, id);
    expect([answered, byUnit]).toEqual([null, []]);
    expect(results).toEqual([
      { number: 1, answered: null, groups: null, meanPlaces: null, texts: null },
      { number: 2, answered: null, groups: null, meanPlaces: null, texts: null },
    ]);
    expect((await asking().consultation(a, id)).answered).toBeNull();
  });

  test('fewer than five are not asked', async () => {
    const id = await house.prepare({ level: 'confidential', unit: 'X1-B-C' }, 'V');
    expect(await refusal(asking().open(await house.as('V'), id))).toBe('consultation.too-few 1 5');
  });
});

describe('without a name', () => {
  test('each draws one paper, answers on it once, and nobody knows who did', async () => {
    const id = await house.open({ level: 'unnamed' });
    const b = await house.idOf('B');
    const { paper } = await answering().draw(b, id);
    expect(paper).toMatch(/^(?:[a-z]+-[a-z]+ ){5}[a-z]+-[a-z]+$/);
    expect(await refusal(answering().draw(b, id))).toBe('consultation.paper-drawn');
    const { papers } = house.hub.consultations;
    const asked = await papers.asked(paper.toUpperCase());
    expect([asked?.title, asked?.answers, asked?.drawn]).toEqual(['Giờ sinh hoạt chi bộ', null, true]);
    expect(await refusal(papers.answer(paper, {}))).toContain('consultation.answers-invalid');
    await papers.answer(paper, { 1: 1 });
    expect(await refusal(papers.answer(paper, { 1: 1 }))).toBe('consultation.paper-unknown');
    expect(await papers.asked(paper)).toBeNull();
    expect(await papers.asked('không phải phiếu')).toBeNull();
    expect(await refusal(answering().answer(b, id, { 1: 1 }))).toContain('consultation.invalid');
    const view = await asking().consultation(await house.as('A'), id);
    expect([view.drawn, view.answered, view.silent]).toEqual([1, null, null]);
  });

  test('when it is over papers are worth nothing, and the figures stay', async () => {
    const id = await house.open({ level: 'unnamed' });
    const { paper } = await answering().draw(await house.idOf('A'), id);
    for (const [n, code] of cell.slice(1).entries()) await house.onPaper(code, id, { 1: n % 2 });
    house.pass({ days: 5 });
    expect(await refusal(house.hub.consultations.papers.answer(paper, { 1: 0 }))).toBe(
      'consultation.paper-unknown',
    );
    await house.hub.consultations.work();
    await house.hub.consultations.work();
    const { answered, results } = await asking().results(await house.as('A'), id);
    expect([answered, results[0]!.groups?.map(({ count }) => count)]).toEqual([22, [11, 11, 0]]);
    expect(await house.count('consultation_paper')).toBe(0);
    expect(await house.count('consultation_answer')).toBe(0);
  });

  test('fewer than ten are not asked', async () => {
    const id = await house.prepare({ level: 'unnamed', unit: 'X1-B-C' }, 'V');
    expect(await refusal(asking().open(await house.as('V'), id))).toBe('consultation.too-few 1 10');
  });
});

test('forms that can be answered in many ways', async () => {
  const id = await house.open({
    level: 'confidential',
    kind: 'survey',
    questions: [
      several('Việc nào?', 'Đường', 'Điện', 'Nước'),
      ranking('Thứ tự?', 'Đường', 'Điện', 'Nước'),
      {
        ...one('', ''),
        form: 'scale',
        wording: 'Mấy điểm?',
        options: [],
        scale: { from: 1, to: 5, low: 'kém', high: 'tốt' },
      },
      { ...one('Chưa tốt chỗ nào?', 'Giờ', 'Chỗ'), onlyIf: null },
    ],
  });
  for (const [n, code] of cell.entries())
    await house.answer(code, id, {
      1: n % 2 ? [0, 1] : [1, 2],
      2: n % 2 ? [0, 1, 2] : [2, 1, 0],
      3: n < 11 ? 2 : 5,
      4: n % 2,
    });
  const a = await house.as('A');
  await asking().close(a, id);
  const { results } = await asking().results(a, id);
  expect(results[0]!.groups).toEqual([
    { options: [0], count: 11 },
    { options: [1], count: null },
    { options: [2], count: 12 },
  ]);
  expect(results[1]!.meanPlaces).toEqual([2, 2, 2]);
  expect(results[2]!.groups).toEqual([
    { options: [1], count: 0 },
    { options: [2], count: 11 },
    { options: [3], count: 0 },
    { options: [4], count: 0 },
    { options: [5], count: 12 },
  ]);
});

test('results are downloaded with the figures of the page, and the audit says so', async () => {
  const id = await house.open({
    level: 'confidential',
    kind: 'survey',
    questions: [one('Giờ nào?', 'Sáng', 'Tối'), text('Vì sao?')],
  });
  for (const [n, code] of cell.slice(0, 12).entries())
    await house.answer(code, id, { 1: n % 2, 2: `=Vì ${n}` });
  const a = await house.as('A');
  expect(await refusal(asking().exportResults(a, id, 'xlsx'))).toContain('consultation.not-closed');
  await asking().close(a, id);
  const sheet = await asking().exportResults(a, id, 'xlsx');
  const rows = await readSheet(Buffer.from(sheet.content));
  const cells = rows.flat().filter((each) => each !== null);
  expect(sheet.name).toBe('lay-y-kien-X1-C.xlsx');
  expect(cells).toEqual(expect.arrayContaining(['1. Giờ nào?', 'Sáng', 6, 'Tối', '=Vì 3']));
  const letter = await asking().exportResults(a, id, 'docx');
  expect(Buffer.from(letter.content).subarray(0, 2).toString()).toBe('PK');
  expect(
    await house.count(`audit_entry where subject_id = $1 and action = 'consultation.exported'`, [id]),
  ).toBe(2);
});
