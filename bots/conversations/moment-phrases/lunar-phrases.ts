import type { Phrase } from './time-words.ts';

const months: Record<string, number> = {
  gieng: 1,
  mot: 1,
  mot1: 1,
  hai: 2,
  ba: 3,
  tu: 4,
  nam: 5,
  sau6: 6,
  bay: 7,
  bay7: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi mot': 11,
  'muoi mot1': 11,
  'muoi hai': 12,
  chap: 12,
};

/** A month by number or name, for patterns; its number by {@link numberOfMonth}. */
export const monthName = `(\\d{1,2}|muoi mot1?|muoi hai|${Object.keys(months)
  .filter((name) => !name.includes(' '))
  .join('|')})`;

export function numberOfMonth(name: string): number {
  return months[name] ?? Number(name);
}

/** Feasts by which people name a day: its date and month. */
const feasts: Record<string, readonly [date: number, month: number]> = {
  'trung thu': [15, 8],
  'vu lan': [15, 7],
  'gio to': [10, 3],
};

const first = '(?:(?:ngay )?(?:mung|mong) |ngay )?';
const lunar = ' (?:am lich|am|al|ta)';
const end = '(?!\\w)';

/** Days of the lunar calendar; what was meant is asked, since not everybody means the same by it. */
export const lunarPhrases: readonly Phrase[] = [
  [
    new RegExp(`\\b(?:ram )?(${Object.keys(feasts).join('|')})\\b`, 'g'),
    ([, feast = '']) => ({ kind: 'lunar', date: feasts[feast]![0], month: feasts[feast]![1] }),
  ],
  [
    new RegExp(`\\b(?:ngay )?ram(?: thang (?:${monthName}|nay1?|sau|toi2?))?(?:${lunar})?${end}`, 'g'),
    ([, month]) => ({ kind: 'lunar', date: 15, month: month ? numberOfMonth(month) : null }),
  ],
  [
    new RegExp(`\\b${first}(\\d{1,2}) tet\\b`, 'g'),
    ([, date]) => ({ kind: 'lunar', date: Number(date), month: Number(date) >= 23 ? 12 : 1 }),
  ],
  [/\b(?:dem )?giao thua\b/g, () => ({ kind: 'vague' })],
  [
    new RegExp(`\\b${first}(\\d{1,2}) thang (gieng|chap)(?:${lunar})?${end}`, 'g'),
    ([, date, month = '']) => ({ kind: 'lunar', date: Number(date), month: numberOfMonth(month) }),
  ],
  [
    new RegExp(`\\b${first}(\\d{1,2}) (?:\\/|-|thang) ${monthName}${lunar}${end}`, 'g'),
    ([, date, month = '']) => ({ kind: 'lunar', date: Number(date), month: numberOfMonth(month) }),
  ],
  [
    new RegExp(`\\b${first}(\\d{1,2})${lunar}${end}`, 'g'),
    ([phrase, date]) =>
      /ngay|mung|mong|lich|al/.test(phrase) ? { kind: 'lunar', date: Number(date), month: null } : null,
  ],
  [/\btet\b/g, () => ({ kind: 'vague' })],
];
