import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealing } from '../../hub/consultations/sealing.ts';
import { catchLog } from '../feedback/dump-log.ts';
import { allRows, bytesOf, dumpOf, rowsOf, textsOf, type Dump, type DumpRow } from '../feedback/dump.ts';
import { one, openConsultationHouse, text, type ConsultationHouse } from './house.ts';

/**
 * Who has the whole database and the logs, and not the key: docs/threat-model.md. Forty people answer one after another, in
 * an order that the attacker knows. The truth, which the attacker lacks, is used to score alone.
 */

const marker = 'qzykien';
const levels = ['named', 'confidential', 'unnamed'] as const;
type Level = (typeof levels)[number];
/** In standard deviations. */
const most = 4;

let house: ConsultationHouse;
let log: ReturnType<typeof catchLog>;
const ids = {} as Record<Level, string>;
/** In the order in which they answered. */
const answered: string[] = [];
/** In the order in which they were drawn. */
const drawn: Buffer[] = [];
/** When thirty-nine had answered; when all had; when it was over. */
let earlier: Dump;
let before: Dump;
let after: Dump;

const seals = () => sealing(house.hub.keys);
const wordOf = (code: string) => `${marker}${code}x`;

beforeAll(async () => {
  log = catchLog();
  house = await openConsultationHouse({ LOG_LEVEL: 'trace' });
  for (const level of levels)
    ids[level] = await house.open(
      { unit: 'T', kind: 'survey', level, questions: [one('Giờ nào?', 'Sáng', 'Tối'), text('Vì sao?')] },
      'V',
    );
  const inTurn = Array.from({ length: 40 }, (_, n) => ({ code: `N${n}`, lot: Math.random() }));
  for (const { code } of inTurn.sort((one_, other) => one_.lot - other.lot)) {
    if (answered.length === 39) earlier = await dumpOf(house.hub.database);
    const given = {
      1: Number(code.slice(1)) % 3 ? 0 : 1,
      2: `Vì ${wordOf(code)} ${'nhà xa '.repeat(answered.length)}`,
    };
    await house.answer(code, ids.named, given);
    await house.answer(code, ids.confidential, given);
    const { paper } = await house.hub.consultations.answering.draw(await house.idOf(code), ids.unnamed);
    drawn.push(seals().paperHash(paper));
    // Of those who drew a paper some never answer.
    if (answered.length % 4 < 3) await house.hub.consultations.papers.answer(paper, given);
    answered.push(code);
  }
  before = await dumpOf(house.hub.database);
  house.pass({ days: 6 });
  await house.hub.consultations.work();
  after = await dumpOf(house.hub.database);
}, 600_000);
afterAll(async () => {
  await house?.close();
  log.stop();
}, 60_000);

const answersOf = (dump: Dump, level: Level): DumpRow[] =>
  rowsOf(dump, 'consultation_answer').filter(({ values }) => values['consultation_id'] === ids[level]);
const content = (row: DumpRow): Buffer => Buffer.from(row.values['content'] as Uint8Array);
const drawnPapers = (dump: Dump): DumpRow[] =>
  rowsOf(dump, 'consultation_paper').filter(({ values }) => values['words'] === null);

/** The how-manieth to answer this one was: with the key. */
function placeOf(row: DumpRow, level: Level): number {
  const { answers } = seals().openGiven(ids[level], content(row));
  return answered.findIndex((code) => (answers[2] as string).includes(wordOf(code)));
}

/** Spearman's correlation of places with the order in which they are given, in standard deviations of chance. */
function correlation(places: readonly number[]): number {
  const ranks = places.map((place) => places.filter((other) => other < place).length);
  const mean = (places.length - 1) / 2;
  const covariance = ranks.reduce((sum, rank, index) => sum + (rank - mean) * (index - mean), 0);
  const variance = ranks.reduce((sum, _, index) => sum + (index - mean) ** 2, 0);
  return Math.abs(covariance / variance) * Math.sqrt(places.length - 1);
}

test('all have answered, and thirty on their papers', () => {
  expect(levels.map((level) => answersOf(before, level).length)).toEqual([40, 40, 30]);
  expect(drawnPapers(before)).toHaveLength(10);
});

describe('without the key', () => {
  test('no value of an answer or a paper stands anywhere else', () => {
    const secret = [
      ...answersOf(before, 'confidential'),
      ...answersOf(before, 'unnamed'),
      ...rowsOf(before, 'consultation_paper'),
    ];
    const known = new Set(Object.values(ids));
    const handles = secret.flatMap((row) =>
      textsOf(row).filter((each) => each.length >= 32 && !known.has(each)),
    );
    const elsewhere = allRows(before)
      .filter(({ table }) => table !== 'consultation_answer' && table !== 'consultation_paper')
      .map((row) => textsOf(row).join('\n'))
      .join('\n');
    expect(handles.length).toBeGreaterThan(150);
    expect(handles.filter((handle) => elsewhere.includes(handle))).toEqual([]);
    expect(new Set(handles).size).toBe(handles.length);
  });

  test('who answered in confidence, or on a paper, is in no table', () => {
    for (const level of ['confidential', 'unnamed'] as const)
      expect(answersOf(before, level).every(({ values }) => values['member_id'] === null)).toBe(true);
    expect(answersOf(before, 'unnamed').every(({ values }) => values['owner_hash'] === null)).toBe(true);
    const asked = rowsOf(before, 'consultation_participant').filter(
      ({ values }) => values['consultation_id'] === ids.confidential,
    );
    expect(new Set(asked.map(({ values }) => values['drawn']))).toEqual(new Set([false]));
  });

  test('no word is readable, and all answers of one consultation are as long', () => {
    for (const dump of [before, after])
      for (const row of allRows(dump)) {
        expect(textsOf(row).join('\n')).not.toContain(marker);
        expect(bytesOf(row).some((bytes) => bytes.includes(marker))).toBe(false);
      }
    for (const level of levels)
      expect(new Set(answersOf(before, level).map((row) => content(row).length)).size).toBe(1);
  });

  test.each(['confidential', 'unnamed'] as const)(
    'answers lie in no order that tells who came when: %s',
    (level) => {
      const rows = answersOf(before, level);
      const sorted = (by: string) =>
        rows.toSorted((a, b) => (String(a.values[by]) < String(b.values[by]) ? -1 : 1));
      for (const order of [rows, sorted('id'), sorted('content')])
        expect(correlation(order.map((row) => placeOf(row, level)))).toBeLessThan(most);
      // It would be found, were it there.
      expect(correlation(rows.map((_, index) => index))).toBeGreaterThan(most);
    },
  );

  test('papers lie in no order that tells who drew which', () => {
    const places = drawnPapers(before).map(({ values }) =>
      drawn.findIndex((hash) => hash.equals(values['hash'] as Uint8Array)),
    );
    expect(places).not.toContain(-1);
    expect(correlation(places)).toBeLessThan(most);
  });

  test('two backups with one answer between them do not tell which it is', () => {
    for (const level of ['confidential', 'unnamed'] as const) {
      const old = new Set(
        answersOf(earlier, level).flatMap((row) => [content(row).toString('hex'), row.values['id']]),
      );
      const same = answersOf(before, level).filter(
        (row) => old.has(content(row).toString('hex')) || old.has(row.values['id']),
      );
      // Of an unnamed one the last of the forty did not answer: nothing was laid down anew.
      expect(same).toHaveLength(level === 'confidential' ? 0 : 30);
    }
  });
});

describe('with the key, when it is over', () => {
  test('there is no answer and no paper that leads to a person', () => {
    expect([answersOf(after, 'confidential'), answersOf(after, 'unnamed')]).toEqual([[], []]);
    expect(rowsOf(after, 'consultation_paper')).toEqual([]);
    expect(answersOf(after, 'named')).toHaveLength(40);
  });

  test.each(['confidential', 'unnamed'] as const)('figures and texts are all there is: %s', (level) => {
    const [row] = rowsOf(after, 'consultation').filter(({ values }) => values['id'] === ids[level]);
    const kept = seals().openKept(ids[level], row!.values['results'] as Uint8Array);
    expect(kept.exact).toBeNull();
    const people = rowsOf(after, 'member').map(({ values }) => String(values['id']));
    const found = JSON.stringify(kept);
    expect(people.filter((id) => found.includes(id))).toEqual([]);
    const texts = kept.shown.results[1]!.texts!;
    expect(texts).toHaveLength(level === 'confidential' ? 40 : 30);
    const places = texts.map((each) => answered.findIndex((code) => each.includes(wordOf(code))));
    expect(correlation(places)).toBeLessThan(most);
  });
});

test('the log and the audit say nothing of who answered', async () => {
  const everybody = await Promise.all(answered.map((code) => house.idOf(code)));
  const lines = log.lines.filter((line) => line.includes('consult') || line.includes(marker));
  expect(lines.filter((line) => line.includes(marker) || everybody.some((id) => line.includes(id)))).toEqual(
    [],
  );
  const entries = rowsOf(after, 'audit_entry').filter(({ values }) =>
    String(values['action']).startsWith('consultation.'),
  );
  expect(entries.map(({ values }) => String(values['action'])).sort((a, b) => (a < b ? -1 : 1))).toEqual([
    ...Array.from({ length: 3 }, () => 'consultation.closed'),
    ...Array.from({ length: 3 }, () => 'consultation.opened'),
  ]);
});
