import { describe, expect, test } from 'vitest';
import { readMeetingAnswer } from '../../bots/conversations/meetings/meeting-phrases.ts';
import { heldOut } from './meeting-phrases-held-out.ts';
import { phrasings } from './meeting-phrases.ts';

const listed = (text: string) =>
  text
    .split(/[·\n]/)
    .map((phrase) => phrase.trim())
    .filter(Boolean);

/** As the tables name it. */
function readAs(text: string): string {
  const reading = readMeetingAnswer(text);
  if (!reading) return 'nothing';
  if (reading.kind === 'yes' && reading.leavesEarly) return 'yes, leaving early';
  return reading.kind === 'no' && reading.reason !== null ? 'no, with a reason' : reading.kind;
}

const rows = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).flatMap(([expected, texts]) => listed(texts).map((text) => ({ text, expected })));

function wrongOf(table: Readonly<Record<string, string>>) {
  return rows(table)
    .map(({ text, expected }) => ({ text, expected, read: readAs(text) }))
    .filter(({ expected, read }) => read !== expected);
}

describe('answers in free text', () => {
  test('are read as meant, at least 95 of 100', () => {
    const wrong = wrongOf(phrasings);
    const all = rows(phrasings).length;
    expect(all).toBeGreaterThanOrEqual(250);
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(all * 0.05);
  });

  test('of people whom the reader was not made with too', () => {
    const wrong = wrongOf(heldOut);
    expect(wrong.length, JSON.stringify(wrong)).toBeLessThanOrEqual(rows(heldOut).length * 0.05);
  });

  test('are never taken for an absence where they say another thing', () => {
    const guessed = [phrasings, heldOut].flatMap((table) =>
      wrongOf(table).filter(({ read }) => read.startsWith('no') && read !== 'nothing'),
    );
    expect(guessed.filter(({ expected }) => !expected.startsWith('no,') && expected !== 'no')).toEqual([]);
  });

  test.each([
    ['chắc muộn 15 phút', 15],
    ['muộn nửa tiếng nhé', 30],
    ['den tre 1 tieng ruoi', 90],
    ['em đến muộn 20p ạ', 20],
    ['den muon ti', null],
  ])('a delay: “%s”', (text, lateMinutes) => {
    expect(readMeetingAnswer(text)).toEqual({ kind: 'late', lateMinutes });
  });

  test.each([
    ['vắng vì con ốm', 'con ốm', false],
    ['xin vang mat do truc ca', 'truc ca', false],
    ['em bận đi công tác đến thứ 6', 'em bận đi công tác đến thứ 6', false],
    ['bố tôi mất', 'bố tôi mất', true],
    ['nhà có đám hiếu, xin vắng', 'nhà có đám hiếu, xin vắng', true],
    ['xin vắng', null, false],
  ])('a reason in the person’s own words: “%s”', (text, reason, bereaved) => {
    expect(readMeetingAnswer(text)).toEqual({ kind: 'no', reason, bereaved });
  });

  test.each([
    ['hop may h', 'when'],
    ['ở đâu vậy đồng chí', 'where'],
    ['nội dung gì', 'what'],
    ['ai chủ trì', 'who'],
    ['họp bao lâu', 'length'],
    ['dự online được không', 'online'],
    ['tài liệu đâu', 'documents'],
  ])('a question: “%s”', (text, about) => {
    expect(readMeetingAnswer(text)).toEqual({ kind: 'ask', about });
  });

  test('and no message, however long, holds the others up', () => {
    const began = performance.now();
    for (const text of ['không ', 'xin vắng ', 'a', 'dạ ', 'họp gì ', 'mẹ tôi '])
      readMeetingAnswer(text.repeat(500 / text.length));
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
