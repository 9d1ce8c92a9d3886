import { instantOf, type Day } from '../../../hub/meetings/index.ts';
import { calendarDay } from '../../../hub/people/index.ts';
import { dayPhrases } from './day-phrases.ts';
import { hourPhrases } from './hour-phrases.ts';
import { hourIn, likelier, type Hour } from './hours.ts';
import type { Doubt, MomentReading, ReadingContext } from './reading.ts';
import { recognise, timeWords, type TimeWord } from './time-words.ts';
import { dayIn, type ReadDay } from './which-day.ts';
import { shiftDay } from '../../../hub/platform/shift-day.ts';

const longestText = 300;

/**
 * Reads when something is to be, from Vietnamese as people type it, with or without marks: "19h30 thứ 5 tuần này", "mai
 * 7 giờ tối", "3/12". Zone Asia/Ho_Chi_Minh, weeks begin on Monday. Null where no time is named. Never guesses a day.
 */
export function readMoment(typed: string, context: ReadingContext): MomentReading | null {
  const text = typed.normalize('NFC');
  if (text.length > longestText) return null;
  const { now, usualMinute = null, calendar = null } = context;
  const words = recognise(timeWords(text), [...dayPhrases, ...hourPhrases]);
  const today = calendarDay(now);
  const day = dayIn(words, today, calendar);
  const hour = hourIn(words);
  if (!day && !hour) return null;
  const rest = restOf(text, words);
  const ask = (what: Doubt, more: { day?: Day | null; minute?: number | null } = {}): MomentReading => ({
    kind: 'ask',
    what,
    day: more.day ?? null,
    minute: more.minute ?? null,
    period: what === 'period' ? (day?.period ?? null) : null,
    rest,
  });
  const minute = hour?.kind === 'sure' ? hour.minute : null;
  if (hour?.kind === 'impossible' || hour?.kind === 'which') return ask(hour.kind, { day: sureDay(day) });
  if (!day) return ask('day', { day: minute === null ? null : nextWith(minute, { now, today }), minute });
  if (day.doubt) return ask(day.doubt, { day: day.day, minute });
  if (!day.day) return ask('day', { minute });
  if (!hour) return { kind: 'day', day: day.day, rest };
  const at = (each: number) => instantOf(day.day!, each);
  const choice = narrowed(hour, (each) => at(each) > now);
  if (choice === 'past') return ask('past');
  if (choice.kind === 'sure') return { kind: 'moment', at: at(choice.minute), rest };
  return ask('hour', { day: day.day, minute: offered(choice, usualMinute) });
}

/** Of two hours one may be over already. */
function narrowed(hour: Hour, isToCome: (minute: number) => boolean): Hour | 'past' {
  if (hour.kind === 'sure') return isToCome(hour.minute) ? hour : 'past';
  if (hour.kind === 'part') return isToCome(hour.to) ? hour : 'past';
  if (hour.kind !== 'either') return hour;
  const [only, other] = hour.minutes.filter(isToCome);
  if (only === undefined) return 'past';
  return other === undefined ? { kind: 'sure', minute: only } : hour;
}

function offered(hour: Hour, usual: number | null): number | null {
  if (hour.kind === 'either') return likelier(hour.minutes, usual);
  if (hour.kind === 'part') return usual !== null && usual >= hour.from && usual < hour.to ? usual : null;
  return hour.kind === 'unclear' ? hour.minute : null;
}

/** An hour alone is of today where it is still to come, else of tomorrow. */
function nextWith(minute: number, { now, today }: { now: Date; today: Day }): Day {
  return instantOf(today, minute) > now ? today : shiftDay(today, 1);
}

function sureDay(day: ReadDay | null): Day | null {
  return day && !day.doubt ? day.day : null;
}

const joiningWords = '(?:lúc|luc|vào|vao|hồi|hoi|khoảng|khoang|từ|tu|ngày|ngay)';
const joining = new RegExp(
  `^(?:[\\s,.;:()'’–-]|${joiningWords}(?!\\p{L}))+|(?:[\\s,.;:()'’–-]|(?<!\\p{L})${joiningWords})+$`,
  'giu',
);

/** What was typed besides, without the words that only joined it to the time. */
function restOf(text: string, words: readonly TimeWord[]): string {
  const times = words.filter(({ found }) => found && found.kind !== 'other');
  const starts = [0, ...times.map(({ to }) => to)];
  const ends = [...times.map(({ from }) => from), text.length];
  return starts
    .map((start, index) => text.slice(start, ends[index]).replaceAll(joining, ''))
    .filter((piece) => piece !== '')
    .join(' ');
}
