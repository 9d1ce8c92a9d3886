import { instantOf, minuteOf } from '../../../../hub/meetings/index.ts';
import { calendarDay } from '../../../../hub/people/index.ts';
import type { Doubt } from '../../moment-phrases/index.ts';
import type { Calling, Draft, Question } from './draft.ts';
import type { Sentence } from './sentence.ts';

/** A draft with what was said, and what of its time has still to be asked. */
interface Added {
  draft: Draft;
  doubt: { what: Doubt; day: string | null; minute: number | null } | null;
}

/**
 * Puts what one message says to what was known. Null where it says nothing of a meeting.
 *
 * @param how.first with the command: a kind that is not named is the regular one, where a time is
 * @param how.usualMinute of the day at which the cell met last: offered where no hour was named
 */
export function addSentence(
  state: Calling,
  { known, moment }: Sentence,
  how: { first: boolean; usualMinute: number | null },
): Added | null {
  const draft: Draft = { ...state.draft, ...known };
  if (how.first && moment) draft.kind ??= 'regular';
  if (!moment) return Object.keys(known).length === 0 ? null : { draft, doubt: null };
  const place = placeIn(moment.rest, state.asked);
  if (place !== null && known.place === undefined) draft.place = place;
  if (moment.kind === 'moment') return { draft: { ...draft, at: moment.at.toISOString() }, doubt: null };
  const minuteBefore = sureMinute(state);
  if (moment.kind === 'day' && minuteBefore !== null) {
    return { draft: { ...draft, at: instantOf(moment.day, minuteBefore).toISOString() }, doubt: null };
  }
  const what = moment.kind === 'day' ? 'hour' : moment.what;
  const named = moment.kind === 'ask' ? moment.minute : null;
  const guessed = named ?? minuteBefore ?? (what === 'hour' ? how.usualMinute : null);
  return { draft, doubt: { what, day: moment.day, minute: guessed } };
}

/** The day that was meant so far, without any doubt; an hour that is named next is of that day. */
export function sureDay({ draft, doubt, day }: Calling): string | null {
  if (doubt === 'hour') return day;
  return draft.at === undefined ? null : calendarDay(new Date(draft.at));
}

/** The minute of the day that was meant so far: a day that is named next keeps it. */
function sureMinute({ draft, doubt, minute }: Calling): number | null {
  if (doubt === 'day') return minute;
  return draft.at === undefined ? null : minuteOf(new Date(draft.at));
}

/** What stands beside the time is the place, where a place was asked for or it says so itself. */
function placeIn(rest: string, asked: Question): string | null {
  const words = rest.trim().replaceAll(/^[,;:\s-]+|[,;:\s-]+$/gu, '');
  const named = /^(?:tại|ở|tai|o|at)\s+(?<place>.{2,})$/iu.exec(words)?.groups?.['place'];
  return named ?? (asked === 'where' && words.length > 2 ? words : null);
}
