import { Badge, useSay } from '../../console/index.ts';
import type { Calendar } from '../../meetings/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { FeedbackKind, FeedbackLevel, FeedbackState, ItemSummary } from '../port.ts';

const tones = {
  new: 'warning',
  taken: 'plain',
  answered: 'good',
  closed: 'plain',
  reopened: 'warning',
  withdrawn: 'plain',
} as const satisfies Record<FeedbackState, string>;

export function StateBadge({ state }: { state: FeedbackState }) {
  const say = useSay();
  return <Badge tone={tones[state]}>{say('feedback-page-state', { state })}</Badge>;
}

export function kindInWords(kind: FeedbackKind, say: Say): string {
  return say('feedback-page-kind', { kind });
}

export function levelInWords(level: FeedbackLevel, say: Say): string {
  return say('feedback-page-level', { level });
}

export function Day({ of }: { of: string }) {
  const say = useSay();
  return (
    <time class="when" datetime={of}>
      {say('feedback-page-day', { day: new Date(of) })}
    </time>
  );
}

/** What somebody else wrote, with its lines; whatever direction it has stays inside. */
export function AsWritten({ text }: { text: string }) {
  return (
    <div class="as-written" dir="auto">
      {text}
    </div>
  );
}

/** Against what day the term is held. */
export interface Today {
  day: string;
  calendar: Calendar;
}

/** How long there is to answer; red, and said in words, once it is over. Nothing where there is nothing to wait for. */
export function Due({ of, today }: { of: Pick<ItemSummary, 'state' | 'dueOn' | 'late'>; today: Today }) {
  const say = useSay();
  const { state, dueOn, late } = of;
  if (!isOpen(state)) return null;
  if (dueOn === null) return <>{say('feedback-page-no-term')}</>;
  const day = new Date(dueOn);
  if (late) {
    const days = today.calendar.workingDaysBetween(dueOn, today.day, mostDays);
    return <Badge tone="bad">{say('feedback-page-late', { day, days })}</Badge>;
  }
  const days = today.calendar.workingDaysBetween(today.day, dueOn, mostDays);
  return days <= soon ? (
    <Badge tone="warning">{say('feedback-page-left', { day, days })}</Badge>
  ) : (
    <>{say('feedback-page-left', { day, days })}</>
  );
}

/** Somebody waits for an answer. */
export function isOpen(state: FeedbackState): boolean {
  return state === 'new' || state === 'taken' || state === 'reopened';
}

/** The first words of a text, in one line. */
export function firstWords(text: string, characters = 90): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= characters) return line;
  const cut = line.slice(0, characters + 1);
  const end = cut.lastIndexOf(' ');
  // Without a space nearby it is no sentence: cut anywhere but inside a character.
  const words = end > characters / 2 ? cut.slice(0, end) : [...cut].slice(0, -2).join('');
  return `${words}…`;
}

/** Working days, from where one is warned. */
const soon = 5;
/** Terms are 90 working days at most; what is later than this is late enough. */
const mostDays = 250;
