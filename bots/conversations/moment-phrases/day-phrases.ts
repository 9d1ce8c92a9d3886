import type { Found, NamedDay } from './found.ts';
import { lunarPhrases, monthName, numberOfMonth } from './lunar-phrases.ts';
import type { Phrase } from './time-words.ts';
import { weekPhrases } from './week-phrases.ts';

/** A secretary is no Saturday, a street named for a day is no day, and Mai is also a name. */
const otherPhrases: readonly Phrase[] = [
  /\bbi (?:thu|other_thu)\b/g,
  /\b(?:duongpho|duong|pho|truong|nghi quyet|nq|van ban|cong van|so) \d{1,4} [/-] \w+/g,
  /\b(?:thon|xom|to|khu|khu pho|ap|ban|doi|chi bo|phong|so|lop|tang|cum|diem|quan|phuong|nha) \d{1,4}\b(?! (?:h|gio|g|:|\/)(?!\w))/g,
  /\b(?:chi|co|ba|anh|ong|bac|chu|dong chi|dc|ban|other_co|other_chi|other_ba|other_bac|other_chu) mai\b/g,
  /(?<!\b(?:gio|h|g|:|kem) )\b\d{1,3} (?:phut|ph|tieng|nguoi|dong chi|dc|muc|noi dung|trang)\b/g,
].map((pattern) => [pattern, () => ({ kind: 'other' })]);

/** "ngày", "mùng" or "ngày mùng" before a number. */
const mung = '(?:ngay )?(?:mung|mong)';
const first = `(?:(?:${mung}|ngay) )?`;
const year = '(?: nam)? (20\\d\\d)';
const solar = '(?: duong(?: lich)?)?';
const end = '(?!\\w)';
/** Of "8h30-10h" the half hour and the ten are no day. */
const noHour = '(?<!\\b(?:h|gio|g|:) )';
const noUnit = '(?! (?:h|gio|g|:|phut|tieng|dong)(?!\\w))';

const datePhrases: readonly Phrase[] = [
  [/\b(20\d\d) - (\d{1,2}) - (\d{1,2})\b/g, ([, typed, month, date]) => dated(date, month, typed)],
  [
    new RegExp(`\\b${first}(\\d{1,2}) ([/.-]) (\\d{1,2}) \\2 (20\\d\\d|\\d\\d)${solar}${end}`, 'g'),
    ([, date, , month, typed = '']) => dated(date, month, typed.length === 2 ? `20${typed}` : typed),
  ],
  [
    new RegExp(`\\b${first}(\\d{1,2}) \\/ (\\d{1,2})(?:${year})?${solar}${end}`, 'g'),
    ([, date, month, typed]) => dated(date, month, typed),
  ],
  [
    new RegExp(`\\b${first}(\\d{1,2}) thang (nay1?|sau|toi2?)${end}`, 'g'),
    ([, date, which = '']) => ofMonth(date, { ahead: which.startsWith('nay') ? 0 : 1 }),
  ],
  [
    new RegExp(`\\b${first}(\\d{1,2}) thang ${monthName}(?: nua)?(?:${year})?${solar}${end}`, 'g'),
    ([phrase, date, month = '', typed]) =>
      phrase.includes('nua') ? { kind: 'vague' } : dated(date, String(numberOfMonth(month)), typed),
  ],
  [
    new RegExp(`\\bthang (\\d{1,2}) ${first}(\\d{1,2})${noUnit}${end}`, 'g'),
    ([phrase, month, date]) => (/ngay|mung|mong/.test(phrase) ? dated(date, month) : null),
  ],
  [
    new RegExp(`${noHour}\\b${first}(\\d{1,2}) - (\\d{1,2})${end}${noUnit}`, 'g'),
    ([, date, month]) => (Number(month) <= 12 ? dated(date, month) : null),
  ],
  [
    new RegExp(`\\b(?:${mung}|ngay) (\\d{1,2}) \\. (\\d{1,2})${end}${noUnit}`, 'g'),
    ([, date, month]) => dated(date, month),
  ],
  [
    new RegExp(`\\b${mung} (\\d{1,2})${solar}${end}`, 'g'),
    ([phrase, date]) =>
      Number(date) > 10 ? { kind: 'vague' } : ofMonth(date, { mung: !phrase.includes('duong') }),
  ],
  [new RegExp(`\\bngay (\\d{1,2})${solar}${end}(?! ngay\\b)`, 'g'), ([, date]) => ofMonth(date)],
];

const distancePhrases: readonly Phrase[] = [
  [
    /\b(?:sau )?(\d{1,2}) (ngay|hom|tuan) nua\b/g,
    ([, count, unit]) => ahead(Number(count) * (unit === 'tuan' ? 7 : 1)),
  ],
  [/\bmot1? (ngay|hom|tuan) nua\b/g, ([, unit]) => ahead(unit === 'tuan' ? 7 : 1)],
  [/\b(?:nua2?|\d{1,2}|mot1?|hai|ba) (?:thang|tuan) nua\b/g, () => ({ kind: 'vague' })],
  [
    /\b(?:hom|toi1?|sang1?|chieu|trua|dem) qua\b|\b(?:hom|bua) (?:kia|truoc|no)\b/g,
    () => ({ kind: 'day', day: { by: 'gone' } }),
  ],
  [/\bmai (?:kia|mot2?)\b/g, () => ({ kind: 'vague' })],
  [/\b(?:ngay|hom|bua) kia3\b/g, () => ahead(3)],
  [/\b(?:ngay |hom |bua )?mot2\b/g, () => ahead(2)],
  [/\bngay kia\b/g, (_, [word]) => ahead(2, word?.marked)],
  [/\b(?:ngay|hom|bua) mot\b|(?<=\b(?:sang1?|trua|chieu|toi1?|dem) )mot\b/g, () => ahead(2, false)],
  [/\b(?:hom|bua|ngay) nay1?\b/g, () => ahead(0)],
  [/\b(?:ngay |hom |bua )?mai\b/g, () => ahead(1)],
];

/** How days are said, before hours are recognised. */
export const dayPhrases: readonly Phrase[] = [
  ...otherPhrases,
  ...lunarPhrases,
  ...datePhrases,
  ...distancePhrases,
  ...weekPhrases,
  // Before the 15th is any day but the 15th.
  [/\b(?:truoc|sau|cham nhat|muon nhat)(?= (?:<day>|<weekday>))/g, () => ({ kind: 'vague' })],
];

function dated(date: string | undefined, month: string | undefined, year?: string): Found {
  return named({ by: 'date', date: Number(date), month: Number(month), year: year ? Number(year) : null });
}

function ofMonth(
  date: string | undefined,
  { ahead = null, mung = false }: { ahead?: 0 | 1 | null; mung?: boolean } = {},
): Found {
  return named({ by: 'date-of-month', date: Number(date), ahead, mung });
}

function ahead(days: number, sure = true): Found {
  return named({ by: 'distance', ahead: days, sure });
}

function named(day: NamedDay): Found {
  return { kind: 'day', day };
}
