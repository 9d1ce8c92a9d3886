import type { Visit } from '../../console/index.ts';
import { calendarDay } from '../../people/index.ts';
import type { Answering, Entry, ItemView } from '../port.ts';
import { targetsOf, type Target } from './targets.ts';
import type { FeedbackPagesParts } from './urls.ts';
import { isOpen, type Today } from './words.tsx';

/** What somebody wrote into the forms of an item, and has not been done. */
export type Typed = Partial<Record<'text' | 'lateReason' | 'note' | 'unit' | 'reason', string>>;

/** What a form is shown with a second time. */
export interface Again {
  /** Which of them: the word about what went wrong stands in it. */
  form: 'taking' | 'reply' | 'note' | 'forward';
  typed: Typed;
  /** In the reader's language; null: nothing is wrong. */
  problem: string | null;
  /** The last entry that the reader had before their eyes. */
  seen: number;
  status: number;
}

/** An item with all that its page needs. */
export interface Shown {
  item: ItemView;
  /** The reader's own id: two who answer see each other. */
  reader: string;
  canned: Awaited<ReturnType<Answering['cannedAnswers']>>;
  targets: readonly Target[];
  today: Today;
  /** Closed or withdrawn: nothing more is done about it. */
  over: boolean;
  again: Again | null;
  /** What was done since the reader last saw it. */
  changed: readonly Entry[];
}

/** @throws {FeedbackUnknown} */
export async function shownTo(
  { memberId, actor }: Visit['viewer'],
  id: string,
  parts: FeedbackPagesParts,
  again: Again | null = null,
): Promise<Shown> {
  const { feedback, database, calendar, clock } = parts;
  const item = await feedback.answering.item(actor, id);
  const over = !isOpen(item.state) && item.state !== 'answered';
  const [canned, targets, today] = await Promise.all([
    over ? [] : feedback.answering.cannedAnswers(actor, item.unit.code),
    over ? [] : targetsOf(item.unit.id, item.level, parts),
    calendar(database),
  ]);
  return {
    item,
    reader: memberId,
    canned,
    targets,
    today: { day: calendarDay(clock()), calendar: today },
    over,
    again,
    changed: again ? item.entries.filter(({ position }) => position > again.seen) : [],
  };
}

/** The last entry of an item; −1 where there is none. */
export function lastEntry({ entries }: Pick<ItemView, 'entries'>): number {
  return Math.max(-1, ...entries.map(({ position }) => position));
}
