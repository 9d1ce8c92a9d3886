import type { Audit } from '../../platform/audit.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { ChaseAction, PlannedStep } from './policy.ts';

/** A step whose time has come, with what it has to know of its notice. */
export interface DueStep {
  noticeId: string;
  number: number;
  action: ChaseAction;
  dueAt: Date;
  /** When the step before it was due, or acted later; for the first, when the notice went. */
  previousAt: Date;
  unitId: string;
  senderId: string;
  title: string;
  urgent: boolean;
  sendAt: Date;
  noticeDueAt: Date | null;
  expiresAt: Date | null;
  cancelledAt: Date | null;
}

/** @param chosen a condition on `step`, whose parameters begin at `$1`, with an order and a limit */
export function dueSteps(chosen: string): string {
  return `
    select step.notice_id as "noticeId", step.number, step.action, step.due_at as "dueAt",
      coalesce((select max(greatest(due_at, done_at)) from chase_step other
        where other.notice_id = step.notice_id and other.number < step.number), notice.send_at) as "previousAt",
      notice.unit_id as "unitId", notice.sender_id as "senderId", notice.title, notice.urgent,
      notice.send_at as "sendAt", notice.due_at as "noticeDueAt", notice.expires_at as "expiresAt",
      notice.cancelled_at as "cancelledAt"
    from chase_step step join notice on notice.id = step.notice_id
    where step.state = 'waiting' and ${chosen}
    for update of step, notice skip locked`;
}

/** Writes a notice's plan down. */
export async function keepSteps(sql: Sql, noticeId: string, steps: readonly PlannedStep[]): Promise<void> {
  if (steps.length === 0) return;
  await sql.query(
    `insert into chase_step (notice_id, number, action, due_at)
     select $1, number, action::chase_action, due_at
     from unnest($2::int[], $3::text[], $4::timestamptz[]) as step (number, action, due_at)`,
    [
      noticeId,
      steps.map((_, index) => index + 1),
      steps.map(({ action }) => action),
      steps.map(({ dueAt }) => dueAt),
    ],
  );
}

/** @param people how many were silent then; null where nobody looked */
export async function markStep(
  sql: Sql,
  { noticeId, number }: Pick<DueStep, 'noticeId' | 'number'>,
  {
    state,
    at,
    people = null,
  }: { state: 'done' | 'needless' | 'cancelled'; at: Date; people?: number | null },
): Promise<void> {
  await sql.query(
    `update chase_step set state = $3::chase_state, done_at = $4, people = $5
     where notice_id = $1 and number = $2 and state = 'waiting'`,
    [noticeId, number, state, at, people],
  );
}

/** Marks a step as done, moves those after it, and puts it on the record. */
export async function stepDone(
  sql: Sql,
  audit: Audit,
  { step, at, people }: { step: DueStep; at: Date; people: number },
): Promise<void> {
  await markStep(sql, step, { state: 'done', at, people });
  await keepPauses(sql, step, at);
  const deed = { action: 'notice.chased', unitId: step.unitId, subjectId: step.noticeId };
  await audit.record(
    { memberId: null, via: 'system' },
    { ...deed, facts: { step: step.action, people } },
    sql,
  );
}

/**
 * After a step that came late no other follows on its heels: each keeps at least half of its pause. That the hub was
 * down must not look above as if people had been asked three times.
 */
async function keepPauses(sql: Sql, acted: DueStep, at: Date): Promise<void> {
  if (at <= acted.dueAt) return;
  const steps = await sql.query<{ number: number; dueAt: Date }>(
    `select number, due_at as "dueAt" from chase_step
     where notice_id = $1 and number > $2 and state = 'waiting' order by number`,
    [acted.noticeId, acted.number],
  );
  let before = { planned: acted.dueAt, moved: at };
  for (const { number, dueAt } of steps) {
    const pauseMs = (dueAt.getTime() - before.planned.getTime()) / 2;
    const moved = new Date(Math.max(dueAt.getTime(), before.moved.getTime() + pauseMs));
    if (moved > dueAt) await moveStep(sql, { noticeId: acted.noticeId, number }, moved);
    before = { planned: dueAt, moved };
  }
}

export async function moveStep(
  sql: Sql,
  { noticeId, number }: Pick<DueStep, 'noticeId' | 'number'>,
  to: Date,
): Promise<void> {
  await sql.query('update chase_step set due_at = $3 where notice_id = $1 and number = $2', [
    noticeId,
    number,
    to,
  ]);
}

/** Ends what still waits of a notice's chase. Returns how many steps. */
export async function cancelSteps(sql: Sql, noticeId: string, at: Date): Promise<number> {
  const rows = await sql.query(
    `update chase_step set state = 'cancelled', done_at = $2 where notice_id = $1 and state = 'waiting'
     returning number`,
    [noticeId, at],
  );
  return rows.length;
}
