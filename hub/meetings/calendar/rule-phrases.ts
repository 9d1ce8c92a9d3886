import { partsOf, weekdayOf, type Day } from './day.ts';
import { monthlyOn } from './moved-rule.ts';
import { writeRule, type Rule } from './rule.ts';

/** How meetings come again, as typed, and what else was typed: an hour, a place. */
export interface TypedRepeat {
  /** An RRULE. */
  rule: string;
  rest: string;
}

/** Monday 1 to Saturday 6, as they are named after "thứ", without marks. */
export const weekdays: Readonly<Record<string, number>> = {
  2: 1,
  3: 2,
  4: 3,
  5: 4,
  6: 5,
  7: 6,
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
};
const ordinals: Record<string, number> = { dau: 1, nhat: 1, mot: 1, hai: 2, ba: 3, tu: 4, nam: 5, cuoi: -1 };
const counts: Record<string, number> = { mot: 1, hai: 2, ba: 3, bon: 4, sau: 6 };

const date = '(?:ngay mung|ngay|mung|mong) (?<date>\\d{1,2})';
const lastDate = '(?<last>ngay cuoi(?: cung)?(?: cua)?(?: thang)?)';
const weekday = '(?:(?:thu |t)(?<weekday>[2-7]|hai|ba|tu|nam|sau|bay)|(?<sunday>chu nhat|chu nhut|cn))';
const nth = '(?:tuan |lan )?(?:thu )?(?<nth>dau|nhat|mot|hai|ba|tu|nam|cuoi|[1-5])(?: tien| cung)?';
const each = '(?:hang|moi|cac|tung)';
const months = `(?:${each} (?<period>thang|quy)|(?<count>\\d{1,2}|${Object.keys(counts).join('|')}) thang (?:mot|1) lan)`;
const weeks = `(?:${each} tuan|(?<weekCount>\\d{1,2}|${Object.keys(counts).join('|')}) tuan (?:mot|1) lan)`;
const link = '(?: vao| la)?';

/** The more a phrase says the earlier it is tried. */
const phrases: readonly RegExp[] = [
  `${weekday} ${nth}(?: cua)? ${months}`,
  `${months}${link} ${weekday} ${nth}`,
  `${lastDate} ${months}`,
  `${months}${link} ${lastDate}`,
  `${date} ${months}`,
  `${months}${link} ${date}`,
  `${weekday} ${nth} thang(?! (?:nay|sau|toi|\\d))`,
  // "Thứ Năm tuần đầu": of every month, since of one month it would be said.
  `${weekday} tuan (?:thu )?(?<nth>dau|nhat|cuoi)(?: tien| cung)?(?! thang| (?:nay|sau|toi))`,
  `${weekday} ${weeks}`,
  `${weeks}${link} ${weekday}`,
  // "Thứ 5 hằng tháng" does not say which.
  `(?<!(?:(?:thu |ngay )\\w{1,3}|t[2-7]|cn|nhat) )${months}(?! (?:1[0-2]|[1-9])(?![\\w:]| gio))`,
  weeks,
].map((phrase) => new RegExp(`(?<![\\w/])${phrase.replaceAll(/ (?!\))/g, '[\\s,]+')}(?![\\w/])`));

/**
 * Reads "ngày 3 hằng tháng", "thứ Năm tuần đầu hằng tháng", "chủ nhật cuối tháng", with or without marks. Null for what
 * names no rule.
 *
 * @param firstDay the first meeting's, where it is known: "hằng tháng" alone goes by it
 */
export function readRepeat(text: string, firstDay: Day | null = null): TypedRepeat | null {
  const typed = text.normalize('NFC');
  const plain = unmarked(typed);
  for (const phrase of phrases) {
    const match = phrase.exec(plain);
    if (!match) continue;
    const rule = ruleOf(match.groups ?? {}, firstDay, match[0]);
    // What says more than can be: "ngày 40 hằng tháng" is not "hằng tháng".
    if (!rule) return null;
    const [before, after] = [typed.slice(0, match.index), typed.slice(match.index + match[0].length)];
    const rest = `${before.trim()} ${after.trim()}`.replaceAll(/^[\s,.;]+|[\s,.;]+$/g, '');
    return { rule: writeRule(rule), rest };
  }
  return null;
}

function ruleOf(said: Record<string, string | undefined>, firstDay: Day | null, phrase: string): Rule | null {
  const weekly = /tuan (?:mot|1) lan|(?:hang|moi|cac|tung)[\s,]+tuan/.test(phrase);
  const interval = said['period'] === 'quy' ? 3 : numberOf(said['count'] ?? said['weekCount'] ?? '1');
  const rule: Rule = {
    each: weekly ? 'WEEKLY' : 'MONTHLY',
    interval,
    weekdays: [],
    monthDays: [],
    months: [],
    places: [],
    count: null,
    until: null,
  };
  const named = said['sunday'] ? 7 : weekdays[said['weekday'] ?? ''];
  if (interval < 1 || interval > 60) return null;
  if (weekly) {
    const day = named ?? (firstDay === null ? undefined : weekdayOf(firstDay));
    return day === undefined ? null : { ...rule, weekdays: [{ nth: 0, weekday: day }] };
  }
  if (named !== undefined) {
    const place = ordinals[said['nth'] ?? ''] ?? Number(said['nth']);
    return place > 4 ? null : { ...rule, weekdays: [{ nth: place, weekday: named }] };
  }
  if (said['last']) return { ...rule, monthDays: [-1] };
  const on = said['date'] ? Number(said['date']) : firstDay === null ? null : partsOf(firstDay).date;
  return on === null || on < 1 || on > 31 ? null : { ...rule, ...monthlyOn(on) };
}

function numberOf(word: string): number {
  return counts[word] ?? Number(word);
}

/** Letter by letter, so that what is found stands at the same place in the text. "Mới" and "mời" are no "mỗi". */
function unmarked(text: string): string {
  return text
    .replaceAll(/m[ớờ]i/giu, 'm-i')
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll(/\p{L}/gu, (letter) => {
      const plain = letter.normalize('NFD')[0]!.toLowerCase();
      return plain.length === letter.length ? plain : letter;
    });
}
