import {
  instantOf,
  occurrences,
  readRepeat,
  readRule,
  type MeetingKind,
} from '../../../../hub/meetings/index.ts';
import { calendarDay } from '../../../../hub/people/index.ts';
import { fold } from '../../fold.ts';
import {
  readDuration,
  readMoment,
  type MomentReading,
  type ReadingContext,
} from '../../moment-phrases/index.ts';
import type { Draft } from './draft.ts';

/** What one message says of a meeting. */
export interface Sentence {
  known: Partial<Pick<Draft, 'kind' | 'minutes' | 'place' | 'link' | 'repeat'>>;
  moment: MomentReading | null;
}

const command =
  /^\s*\/?(?:họp|hop)\s*(?:mới|moi)\b(?:@\w+)?|^\s*(?:triệu tập|trieu tap|gọi họp|goi hop)(?:\s+(?:họp|hop))?/iu;
const linkIn = /https?:\/\/\S+/iu;
const placeIn =
  /(?:^|[\s,;])(?:tại|ở|địa điểm|tai(?!\s+(?:lieu|chinh|san|vi|sao)\b)|o|dia diem|at)\s*:?\s+(?<place>[^,;]+?)(?=\s*[,;]|\s+(?:lúc|luc|vào|vao)\s|\s+(?:thứ|thu|ngày|ngay)\s+\S|\s+\d{1,2}(?:h|g|:)|$)/iu;
const durationIn =
  /(?:(?:trong|khoảng|khoang|thời lượng|thoi luong|kéo dài|keo dai)\s+)?(?<length>\d+\s*(?:phút|phut)|\d+\s*(?:tiếng|tieng)(?:\s*(?:rưỡi|ruoi))?)/iu;
const kinds: readonly (readonly [words: RegExp, kind: MeetingKind])[] = [
  [/thuong ky.*chuyen de|chuyen de.*thuong ky/, 'regular_thematic'],
  [/thuong ky/, 'regular'],
  [/chuyen de/, 'thematic'],
  [/bat thuong|dot xuat/, 'extraordinary'],
  [/dai hoi/, 'congress'],
];
const kindIn =
  /(?:(?:sinh hoạt|sinh hoat)\s+)?(?:chi bộ\s+|chi bo\s+)?(?:thường kỳ|thuong ky|chuyên đề|chuyen de|bất thường|bat thuong|đột xuất|dot xuat|đại hội|dai hoi)/giu;

/**
 * Reads "/hop moi chuyên đề 19h30 thứ 5 tuần này tại nhà văn hóa, 90 phút, hằng tháng": each part is taken out for
 * itself.
 *
 * @param day of the meeting where it is known already: an hour alone is of that day, and "hằng tháng" goes by it
 */
export function readSentence(text: string, context: ReadingContext, day: string | null): Sentence {
  let rest = text.normalize('NFC').replace(command, ' ');
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`;
    return found;
  };
  const known: Sentence['known'] = {};
  const link = take(linkIn)?.[0];
  if (link) known.link = link;
  const place = take(placeIn)?.groups?.['place']?.trim();
  if (place) known.place = place;
  const minutes = readDuration(take(durationIn)?.groups?.['length'] ?? '');
  if (minutes !== null) known.minutes = minutes;
  const folded = fold(rest);
  const kind = kinds.find(([words]) => words.test(folded))?.[1];
  if (kind) known.kind = kind;
  const { repeat, moment } = readTime(rest.replaceAll(kindIn, ' ').trim(), context, day);
  if (repeat !== null) known.repeat = repeat;
  return { known, moment };
}

/** When, and whether again: "ngày 3 hằng tháng lúc 19h30", "19h30 thứ 5 tuần này, hằng tháng". */
function readTime(
  text: string,
  context: ReadingContext,
  day: string | null,
): { repeat: string | null; moment: MomentReading | null } {
  if (text === '') return { repeat: null, moment: null };
  const named = readRepeat(text, day);
  const moment = readOn(day, named ? named.rest : text, context);
  if (named || moment?.kind !== 'moment') {
    const fromRule = named !== null && day === null;
    return {
      repeat: named?.rule ?? null,
      moment: fromRule ? onFirstDay(named.rule, moment, context.now) : moment,
    };
  }
  const again = readRepeat(text, calendarDay(moment.at));
  return { repeat: again?.rule ?? null, moment: again ? readMoment(again.rest, context) : moment };
}

/** An hour alone may still be of the morning or the evening: it is read with its day. */
function readOn(day: string | null, text: string, context: ReadingContext): MomentReading | null {
  const moment = readMoment(text, context);
  if (day === null || moment?.kind !== 'ask' || moment.what !== 'day') return moment;
  return readMoment(`${text} ${day.split('-').toReversed().join('/')}`, context);
}

/** A rule names its first day itself; what is still asked is the hour. */
function onFirstDay(rule: string, moment: MomentReading | null, now: Date): MomentReading | null {
  const read = readRule(rule);
  if (!read || moment?.kind === 'moment' || moment?.kind === 'day') return moment;
  const minute = moment?.minute ?? null;
  const today = calendarDay(now);
  for (const day of occurrences(read, today)) {
    if (minute !== null && instantOf(day, minute) <= now) continue;
    const rest = moment?.rest ?? '';
    if (minute === null || moment?.what === 'hour')
      return { kind: 'ask', what: 'hour', day, minute, period: null, rest };
    return { kind: 'moment', at: instantOf(day, minute), rest };
  }
  return moment;
}
