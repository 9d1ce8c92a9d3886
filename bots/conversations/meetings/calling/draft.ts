import type { MeetingKind, NewMeeting } from '../../../../hub/meetings/index.ts';
import type { Doubt } from '../../moment-phrases/index.ts';

/** A meeting that is being called, as far as it is known. */
export interface Draft {
  /** Code and name of the unit. */
  unit: string;
  unitName: string;
  kind?: MeetingKind;
  /** ISO 8601. */
  at?: string;
  minutes?: number;
  /** Null: said to have none yet. */
  place?: string | null;
  link?: string;
  title?: string;
  /** RRULE. */
  repeat?: string;
}

/** What is asked next, or was asked and is answered now. */
export type Question = 'unit' | 'kind' | 'when' | 'where' | 'minutes' | 'title' | 'edit' | 'review';

/** Where somebody stands who calls a meeting. */
export interface Calling {
  step: 'calling';
  asked: Question;
  draft: Draft;
  /** The same call, handled twice, is one meeting. */
  key: string;
  /** What was not certain of the time that was named last. */
  doubt: Doubt | null;
  /** What was understood of it all the same, or is offered: a day as `2026-12-03`, a minute of the day. */
  day: string | null;
  minute: number | null;
  /** A better moment than a day off, offered with the preview. ISO 8601. */
  better: string | null;
  [more: string]: unknown;
}

/** What is still to be asked before it can be shown whole. */
export function missing({ unit, kind, at, place }: Draft): Question {
  if (unit === '') return 'unit';
  if (kind === undefined) return 'kind';
  if (at === undefined) return 'when';
  return place === undefined ? 'where' : 'review';
}

/** What is called once all of it is known. @param from member code of who calls it */
export function newMeeting(from: string, { draft, key }: Calling): NewMeeting {
  const { unit, kind = 'regular', at, minutes, place, link, title, repeat } = draft;
  return {
    from,
    unit,
    kind,
    startsAt: new Date(at!),
    minutes,
    place: place ?? undefined,
    link,
    title,
    repeat,
    idempotencyKey: key,
  };
}
