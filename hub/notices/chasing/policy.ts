import { NoticeInvalid } from '../errors.ts';
import type { NewNotice } from '../new-notice.ts';

export const chaseActions = ['remind', 'remind_elsewhere', 'list', 'tell_above'] as const;
export type ChaseAction = (typeof chaseActions)[number];

/**
 * How the silent are chased: `default`, `gentle`, `none`, or up to four numbers of hours after the notice went,
 * each later than the one before: remind, remind on another channel, list for the secretary, tell the committee above.
 */
export type ChaseChoice = 'default' | 'gentle' | 'none' | readonly number[];

export interface PlannedStep {
  action: ChaseAction;
  dueAt: Date;
}

interface Chased {
  /** When the notice goes. */
  sendAt: Date;
  dueAt: Date | null;
  /** From here on it is stale: nobody is chased about it. */
  expiresAt: Date | null;
  urgent: boolean;
}

const hourMs = 3_600_000;
const shortestHours = 0.25;
const longestHours = 24 * 90;
/** Below this a reminder is no reminder but a second ring. */
const shortestPauseMs = shortestHours * hourMs;
/** Lists and figures of steps at least so far away come together at hours of the office. */
const officeFromMs = 24 * hourMs;
const officeHours = [8, 14] as const;
const vietnamOffsetMs = 7 * hourMs;

/**
 * Hours after the notice went, in the order of {@link chaseActions}; null leaves a step out.
 *
 * - default: a day, since many look at their phone once a day; the next day by another way, should the first be one
 *   they do not look at; on the third day a person takes over; after a working week, without an answer, the level
 *   above knows how many are missing.
 * - urgent: what must be known the same day, in hours.
 * - gentle: one reminder and the list, for what is good to know; nobody above hears of it.
 */
const plans = {
  default: [24, 48, 72, 120],
  urgent: [1, 2, 4, 8],
  gentle: [48, null, 120, null],
} as const;

/**
 * The steps of a notice as its sender has chosen; where nobody chose: `default` with an acknowledgement, else none.
 *
 * @throws {NoticeInvalid} `chase`, also where silence is to be chased and nobody is asked for an answer
 */
export function chaseSteps(
  { wantsAck = false, chase, ...notice }: NoticeToChase,
  sendAt: Date,
): PlannedStep[] {
  if (!wantsAck) {
    if (chase === undefined || chase === 'default' || chase === 'none') return [];
    throw new NoticeInvalid('chase');
  }
  const { dueAt = null, expiresAt = null, urgent = false } = notice;
  return chasePlan(chase ?? 'default', { sendAt, dueAt, expiresAt, urgent });
}

/** What a plan depends on, as the sender gives it. */
type NoticeToChase = Pick<NewNotice, 'wantsAck' | 'chase' | 'dueAt' | 'expiresAt' | 'urgent'>;

/**
 * The steps for a notice that wants acknowledgements. A plan of ours that is longer than the time until the due
 * date shrinks to it as a whole: reminders come before it, and the last step when it is there, or at the next hour of
 * the office. It never stretches: that one knows of a task is to be known in the first days, also where there is a
 * month to do it.
 *
 * @throws {NoticeInvalid} `chase`: own hours that are no such list, or reminders after the due date
 */
export function chasePlan(choice: ChaseChoice, notice: Chased): PlannedStep[] {
  // A due date that is over before the notice goes is no measure of anything.
  const dueAt = notice.dueAt && notice.dueAt > notice.sendAt ? notice.dueAt : null;
  const chased = { ...notice, dueAt };
  const steps = typeof choice === 'string' ? ourPlan(choice, chased) : namedHours(choice, chased);
  return steps.filter(({ dueAt }) => !notice.expiresAt || dueAt < notice.expiresAt);
}

function ourPlan(choice: Exclude<ChaseChoice, readonly number[]>, notice: Chased): PlannedStep[] {
  if (choice === 'none') return [];
  const hours = choice === 'default' && notice.urgent ? plans.urgent : plans[choice];
  const leftMs = notice.dueAt ? notice.dueAt.getTime() - notice.sendAt.getTime() : Infinity;
  const share = Math.min(1, leftMs / (Math.max(...hours.map((each) => each ?? 0)) * hourMs));
  const steps: PlannedStep[] = [];
  let before = notice.sendAt.getTime();
  for (const [index, action] of chaseActions.entries()) {
    const after = hours[index];
    if (after === null || after === undefined) continue;
    const afterMs = after * hourMs * share;
    const at = notice.sendAt.getTime() + afterMs;
    const isReminder = action === 'remind' || action === 'remind_elsewhere';
    if (isReminder && at - before < shortestPauseMs) continue;
    const dueAt = new Date(isReminder || afterMs < officeFromMs ? at : inOfficeHours(at));
    steps.push({ action, dueAt });
    before = at;
  }
  return steps;
}

function namedHours(hours: readonly number[], { sendAt, dueAt }: Chased): PlannedStep[] {
  const rising = hours.every(
    (each, index) =>
      each >= (index === 0 ? shortestHours : hours[index - 1]! + shortestHours) && each <= longestHours,
  );
  if (hours.length === 0 || hours.length > chaseActions.length || !rising) throw new NoticeInvalid('chase');
  const steps = hours.map((each, index) => ({
    action: chaseActions[index]!,
    dueAt: new Date(sendAt.getTime() + Math.round(each * hourMs)),
  }));
  const late = steps.slice(0, 2).some((step) => dueAt !== null && step.dueAt >= dueAt);
  if (late) throw new NoticeInvalid('chase');
  return steps;
}

/** The next eight or fourteen o'clock in Vietnam: seven lists of one day are one message, in working time. */
function inOfficeHours(at: number): number {
  const local = at + vietnamOffsetMs;
  const dayMs = 24 * hourMs;
  const midnight = Math.floor(local / dayMs) * dayMs;
  const next = [...officeHours, officeHours[0] + 24].find((hour) => midnight + hour * hourMs >= local)!;
  return midnight + next * hourMs - vietnamOffsetMs;
}

/** `24h,48h,5d` or `24, 48` or `90m` as people type hours. Null: it is no such list. */
export function readHours(text: string): number[] | null {
  const pieces = text.trim().split(/[\s,;]+/);
  const hours = pieces.map((piece) => {
    const written = /^(\d{1,4}(?:\.\d{1,2})?)(h|g|d|n|m|p)?$/i.exec(piece);
    if (!written) return Number.NaN;
    const unit = (written[2] ?? 'h').toLowerCase();
    const factor = 'dn'.includes(unit) ? 24 : 'mp'.includes(unit) ? 1 / 60 : 1;
    return Number(written[1]) * factor;
  });
  return hours.every((each) => Number.isFinite(each)) ? hours : null;
}
