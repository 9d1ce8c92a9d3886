import { weekdays } from '../../../hub/meetings/index.ts';
import type { Found } from './found.ts';
import type { Phrase } from './time-words.ts';

/** And as they are read where a mark that tells words apart was typed. */
const named: Readonly<Record<string, number>> = { ...weekdays, sau6: 5, bay7: 6 };
const parts = { dau: 'start', giua: 'middle', cuoi: 'end' } as const;

const end = '(?!\\w)';
const next = '(?:sau|toi2?|ke tiep|ke|tiep theo)';
const weekdayName = 'thu (?:[2-7]|hai|ba|tu|nam|sau6?|bay7?)|t [2-7]';
/** "Năm", "bảy" may begin an hour: "thứ 5 7 giờ" is Thursday, and so is "thứ năm giờ" of nobody. */
const noHour = '(?! (?:gio|h|g|:)(?!\\w))';

/** Weekdays, weeks and months. */
export const weekPhrases: readonly Phrase[] = [
  [/\b(?:sang1?|qua) tuan(?: (?:sau|toi2?))?(?!\w)/g, () => ({ kind: 'week', ahead: 1 })],
  [new RegExp(`\\btuan ${next} nua\\b`, 'g'), () => ({ kind: 'week', ahead: 2 })],
  [/\btuan nay1?\b/g, () => ({ kind: 'week', ahead: 0 })],
  [new RegExp(`\\btuan ${next}${end}`, 'g'), () => ({ kind: 'week', ahead: 1 })],
  [
    new RegExp(`\\b(?:${weekdayName})\\b${noHour}`, 'g'),
    ([phrase]) => weekday(named[phrase.split(' ').at(-1)!]!),
  ],
  [/\b(?:chu nhat|chu nhut|cn)\b/g, () => weekday(7)],
  // The first Thursday of a month, the Sunday of its last week: which day that is, is asked.
  [
    /<weekday> (?:tuan )?(?:dau tien|dau|cuoi cung|cuoi|thu \S+|<weekday>)(?: (?:cua )?thang(?: (?:\d{1,2}|nay1?|sau|toi2?))?)?(?!\S)/g,
    () => ({ kind: 'vague' }),
  ],
  [/<weekday> (nay1?|toi2|sau)(?!\w)/g, ([, which = ''], [day]) => nearness(day?.found, which)],
  [/\b(dau|giua|cuoi) <week>/g, ([, part], words) => spanOfWeek(part, words.at(-1)?.found)],
  [/\b(dau|giua|cuoi) tuan\b/g, ([, part]) => spanOfWeek(part, undefined)],
  [
    new RegExp(`\\b(dau|giua|cuoi) thang(?: (1[0-2]|[1-9]|nay1?|sau|toi2?)${noHour})?${end}`, 'g'),
    ([, part, which]) => spanOfMonth(partOf(part), which),
  ],
  [
    new RegExp(`\\bthang (1[0-2]|[1-9]|nay1?|sau|toi2?)${noHour}${end}`, 'g'),
    ([, which]) => spanOfMonth('all', which),
  ],
];

function weekday(number: number): Found {
  return { kind: 'weekday', weekday: number, which: 'bare' };
}

function nearness(found: Found | undefined, word: string): Found | null {
  if (found?.kind !== 'weekday') return null;
  return { ...found, which: word.startsWith('nay') ? 'near' : word === 'sau' ? 'after' : 'coming' };
}

function spanOfWeek(part: string | undefined, week: Found | undefined): Found {
  const ahead = week?.kind === 'week' ? week.ahead : 0;
  return { kind: 'span', of: 'week', part: partOf(part), ahead, month: null };
}

function spanOfMonth(part: 'start' | 'middle' | 'end' | 'all', which = 'nay'): Found {
  const month = /^\d/.test(which) ? Number(which) : null;
  return { kind: 'span', of: 'month', part, ahead: which.startsWith('nay') || month ? 0 : 1, month };
}

function partOf(word: string | undefined): 'start' | 'middle' | 'end' {
  return parts[word as keyof typeof parts];
}
