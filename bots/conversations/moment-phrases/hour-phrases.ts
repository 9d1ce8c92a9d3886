import type { Found, PartOfDay } from './found.ts';
import { numberOf, spokenNumber } from './spoken-numbers.ts';
import type { Phrase } from './time-words.ts';

const parts: Record<string, PartOfDay> = {
  sang: 'morning',
  sang1: 'morning',
  trua: 'noon',
  chieu: 'afternoon',
  toi1: 'evening',
  dem: 'night',
  khuya: 'night',
};
const part = `(?:${Object.keys(parts).join('|')})`;

/** After "19 giờ", "19h", "19:"; not the day of a date, nor another hour. */
const minutes = '(?:(ruoi)|(?:(kem) )?(\\d{1,2})(?! (?:\\/|thang|gio|h|g|:)(?!\\w))(?: (?:phut|ph|p)\\b)?)';
const withUnit = `\\b(\\d{1,2}) (?:gio|h|g|:)(?: ${minutes})?(?: (am|pm)\\b)?(?!\\w)`;

/** How hours and parts of the day are said, once days have been recognised. */
export const hourPhrases: readonly Phrase[] = [
  [/(?<=\b(?:chuyen|doi|lui|lai|doi gio|hoan) )sang\b/g, () => ({ kind: 'other' })],
  // Without marks "bay gio" is "bây giờ" as well as "bảy giờ".
  [/\bbay gio\b|\bother_bay gio\b|\bngay lap tuc\b/g, () => ({ kind: 'now' })],
  [new RegExp(`\\b${spokenNumber}(?= (?:gio|ruoi)\\b)`, 'g'), ([word]) => String(numberOf(word))],
  [new RegExp(`(?<=\\b(?:gio|kem) )${spokenNumber}\\b(?! gio)`, 'g'), ([word]) => String(numberOf(word))],
  [/\b(\d{1,2})(?: : (\d{2}))? (am|pm)\b/g, ([, hour, minute, half]) => american(hour, minute, half)],
  [new RegExp(withUnit, 'g'), readClock],
  [/\b(\d{1,2}) ruoi\b/g, ([, hour]) => clock(hour, 30)],
  [/(?<!\S)(\d{1,2}) \. (\d{2})\b(?! [./])/g, ([, hour, minute]) => pointed(hour, minute)],
  [new RegExp(`(?<!\\S)(\\d{1,2})(?= ${part}\\b)`, 'g'), ([, hour]) => clock(hour, 0)],
  // "Tôi" and "tối" look alike without marks: beside an hour or a day it is the evening, before an hour it may be.
  [/\btoi(?= (?:<day>|<weekday>|<week>|nay\b))/g, () => 'toi1'],
  [/(?<=<clock> )toi\b(?! (?:se|den|di|ve|hop|xin|co|khong|khac|moi|phai|du)\b)(?! <clock>)/g, () => 'toi1'],
  [/\btoi(?= <clock>)/g, () => ({ kind: 'perhaps-evening' })],
  [new RegExp(`\\b(?:buoi )?(${part})\\b`, 'g'), ([, word = '']) => ({ kind: 'part', part: parts[word]! })],
  [/(?<=<clock>(?: <part>)? )(?:-|den|toi2) <clock>/g, () => ({ kind: 'until' })],
  [/\btu2?(?= <clock>)/g, () => ({ kind: 'until' })],
  [/(?<=(?:<part>|<clock>) )nay\b/g, () => ({ kind: 'day', day: { by: 'distance', ahead: 0, sure: true } })],
];

function readClock([, hour = '', half, less, minute = '0', meridian]: RegExpExecArray): Found {
  if (meridian) return american(hour, minute, meridian);
  const exact = hour.startsWith('0') && hour.length === 2 && !less;
  return clock(hour, half ? 30 : Number(minute) * (less ? -1 : 1), exact);
}

function american(hour: string | undefined, minute = '0', half: string | undefined): Found {
  return clock(String((Number(hour) % 12) + (half === 'pm' ? 12 : 0)), Number(minute), true);
}

/** "19.30" is an hour, "3.12" may be a day: only what can be no month is read. */
function pointed(hour = '', minute = ''): Found | null {
  const isHour = Number(minute) > 12 || minute === '00' || hour.startsWith('0');
  return isHour ? clock(hour, Number(minute), hour.startsWith('0')) : { kind: 'vague' };
}

function clock(hour: string | undefined, minute: number, exact = false): Found {
  return { kind: 'clock', hour: Number(hour), minute, exact };
}
