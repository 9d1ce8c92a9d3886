import { earliestSend, type QuietHours } from '../channels/index.ts';
import { calendarDay } from '../people/index.ts';
import type { Sql } from '../platform/database/index.ts';

export type StepKind = 'remind' | 'handbook' | 'report';

export interface PlannedStep {
  kind: StepKind;
  /** Before the start; negative: after the meeting. */
  minutesBefore: number;
  dueAt: Date;
}

/** What steps are reckoned with; looked up before the transaction. */
export interface StepRules {
  quiet: QuietHours | null;
  timeZone: string;
  /** Documents stand in the official handbook app this many days before. */
  handbookDays: number;
}

const minuteMs = 60_000;
const dayMinutes = 1_440;

/**
 * What falls due before a meeting. A reminder that would come in quiet hours waits for the morning, or goes the evening
 * before where that would be too late.
 *
 * @param random a number in [0, 1): spreads the morning's reminders over some minutes
 */
export function stepsBefore(
  { startsAt, reminders }: { startsAt: Date; reminders: readonly number[] },
  { now, rules, random }: { now: Date; rules: StepRules; random: number },
): PlannedStep[] {
  const { quiet, timeZone, handbookDays } = rules;
  const before = (minutes: number) => new Date(startsAt.getTime() - minutes * minuteMs);
  return [
    ...reminders.map((minutesBefore) => ({
      kind: 'remind' as const,
      minutesBefore,
      dueAt: earliestSend({
        wanted: before(minutesBefore),
        now,
        deadline: startsAt,
        quiet,
        timeZone,
        random,
      }),
    })),
    {
      kind: 'handbook',
      minutesBefore: handbookDays * dayMinutes,
      // By then they should stand there: said in the morning, there is a day left to do it.
      dueAt: earlier(morningOf(before(handbookDays * dayMinutes)), before(handbookDays * dayMinutes)),
    },
  ];
}

/** The report is due in `days`: said in the morning of that day. */
export function stepAfter(closedAt: Date, days: number): PlannedStep {
  const minutesBefore = -days * dayMinutes;
  return {
    kind: 'report',
    minutesBefore,
    dueAt: morningOf(new Date(closedAt.getTime() - minutesBefore * minuteMs)),
  };
}

/**
 * Writes the steps of a meeting down, or those of its new time. What is past already is needless; what was done and
 * falls due again waits again.
 */
export async function keepSteps(
  sql: Sql,
  meetingId: string,
  { steps, now }: { steps: readonly PlannedStep[]; now: Date },
): Promise<void> {
  await sql.query(upsertSteps, [
    meetingId,
    steps.map(({ kind }) => kind),
    steps.map(({ minutesBefore }) => minutesBefore),
    steps.map(({ dueAt }) => dueAt),
    now,
  ]);
}

/** Reminders of a meeting that are not among these any more. */
export async function dropReminders(sql: Sql, meetingId: string, kept: readonly number[]): Promise<void> {
  await sql.query(
    `delete from meeting_step where meeting_id = $1 and kind = 'remind' and state <> 'done'
       and not (minutes_before = any ($2::int[]))`,
    [meetingId, kept],
  );
}

/** Ends what still waits before a meeting. */
export async function cancelSteps(sql: Sql, meetingId: string, at: Date): Promise<void> {
  await sql.query(
    `update meeting_step set state = 'cancelled', done_at = $2 where meeting_id = $1 and state = 'waiting'`,
    [meetingId, at],
  );
}

export async function markStep(
  sql: Sql,
  meetingId: string,
  {
    step,
    ...became
  }: {
    step: Pick<PlannedStep, 'kind' | 'minutesBefore'>;
    state: 'done' | 'needless' | 'cancelled';
    at: Date;
    people?: number;
  },
): Promise<void> {
  await sql.query(
    `update meeting_step set state = $4::chase_state, done_at = $5, people = $6
     where meeting_id = $1 and kind = $2::meeting_step_kind and minutes_before = $3 and state = 'waiting'`,
    [meetingId, step.kind, step.minutesBefore, became.state, became.at, became.people ?? null],
  );
}

/** Eight in the morning of the same day in Vietnam. */
function morningOf(moment: Date): Date {
  return new Date(`${calendarDay(moment)}T08:00:00+07:00`);
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

const upsertSteps = `
  insert into meeting_step (meeting_id, kind, minutes_before, due_at, state)
  select $1, kind::meeting_step_kind, minutes, due_at,
    (case when due_at > $5 then 'waiting' else 'needless' end)::chase_state
  from unnest($2::text[], $3::int[], $4::timestamptz[]) as step (kind, minutes, due_at)
  on conflict (meeting_id, kind, minutes_before) do update set due_at = excluded.due_at,
    state = case when excluded.state = 'waiting' or meeting_step.state = 'waiting' then excluded.state
      else meeting_step.state end,
    done_at = case when excluded.state = 'waiting' then null else meeting_step.done_at end,
    people = case when excluded.state = 'waiting' then null else meeting_step.people end`;
