import type { Digests } from '../digest.ts';
import { acceptReminder, remindedAgainAfterMs } from '../reminding.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { SendingParts } from '../sending.ts';
import { bundles } from './bundles.ts';
import { dueSteps, markStep, moveStep, stepDone, type DueStep } from './steps.ts';

/** Notices of one sweep; the next one is seconds away. */
const noticesAtOnce = 200;

/** As for accepting a notice: a reminder may be for hundreds of thousands. */
const limitMs = 60_000;

/** Chases those who stay silent, step by step, for as long as they do. */
export function chasing(parts: SendingParts, ofDigests: Digests) {
  const { database, audit, queues, clock, onProblem } = parts;
  const { handOver } = bundles(parts, ofDigests);

  /**
   * Takes every step whose time has come; several processes may sweep at once, and a sweep may run twice. A step looks
   * at the world first: where nobody is silent any more it does nothing. Returns how many steps acted.
   */
  async function chase(): Promise<number> {
    let acted = 0;
    for (const id of await remindable()) {
      try {
        acted += await database.transaction(async (sql) => await remindFor(sql, id), limitMs);
      } catch (error) {
        // The others are not to wait for what is wrong with one.
        onProblem(error);
      }
    }
    acted += await handOver('list');
    acted += await handOver('tell_above');
    if (acted > 0) await queues.ring('deliver');
    return acted;
  }

  async function remindable(): Promise<string[]> {
    const rows = await database.query<{ id: string }>(
      `select notice_id as id from chase_step
       where state = 'waiting' and due_at <= $1 and action in ('remind', 'remind_elsewhere')
       group by notice_id order by min(due_at), notice_id limit $2`,
      [clock(), noticesAtOnce],
    );
    return rows.map(({ id }) => id);
  }

  /** Of several reminders that were missed the last one goes, for all. */
  async function remindFor(sql: Sql, id: string): Promise<number> {
    const now = clock();
    const due = await sql.query<DueStep>(
      dueSteps(`step.notice_id = $1 and step.due_at <= $2 and step.action in ('remind', 'remind_elsewhere')
        order by step.number`),
      [id, now],
    );
    const step = due.at(-1);
    if (!step) return 0;
    for (const missed of due.slice(0, -1)) await markStep(sql, missed, { state: 'needless', at: now });
    if (step.cancelledAt) return await ended('cancelled');
    if (isPast(step.expiresAt) || isPast(dueDateOf(step))) return await ended('needless');
    if (await remindedByHand()) return 0;
    const people = await acceptReminder(
      sql,
      parts,
      { ...step, id },
      {
        gotBefore: new Date((step.sendAt.getTime() + step.dueAt.getTime()) / 2),
        otherChannel: step.action === 'remind_elsewhere',
      },
    );
    if (people === 0) return await ended('needless');
    await stepDone(sql, audit, { step, at: now, people });
    return 1;

    function isPast(moment: Date | null): boolean {
      return moment !== null && moment <= now;
    }

    async function ended(state: 'needless' | 'cancelled'): Promise<0> {
      await markStep(sql, step!, { state, at: now });
      return 0;
    }

    /** Somebody reminded them shortly before: that was this step. On another channel it only keeps its distance. */
    async function remindedByHand(): Promise<boolean> {
      const [last] = await sql.query<{ at: Date; people: number }>(
        `select created_at as at, recipients as people from notice where reminds_id = $1
         order by created_at desc limit 1`,
        [id],
      );
      if (!last) return false;
      if (step!.action === 'remind') {
        const closeMs = (step!.dueAt.getTime() - step!.previousAt.getTime()) / 2;
        if (now.getTime() - last.at.getTime() >= closeMs) return false;
        await markStep(sql, step!, { state: 'done', at: last.at, people: last.people });
        return true;
      }
      const againAt = new Date(last.at.getTime() + remindedAgainAfterMs);
      if (againAt <= now) return false;
      await moveStep(sql, step!, againAt);
      return true;
    }
  }

  return { chase };
}

/** Null also where it was over before the notice went. */
function dueDateOf({ noticeDueAt, sendAt }: DueStep): Date | null {
  return noticeDueAt && noticeDueAt > sendAt ? noticeDueAt : null;
}
