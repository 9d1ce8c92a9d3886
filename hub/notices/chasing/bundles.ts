import { createHash } from 'node:crypto';
import { calendarDay } from '../../people/index.ts';
import type { Sql } from '../../platform/database/index.ts';
import type { Digest, Digests } from '../digest.ts';
import type { SendingParts } from '../sending.ts';
import { addressed, type Word } from './addressed.ts';
import type { ChaseAction } from './policy.ts';
import { silentByUnit } from './silent.ts';
import { dueSteps, markStep, stepDone, type DueStep } from './steps.ts';
import { aboveInWords, listInWords } from './words.ts';

type Action = Extract<ChaseAction, 'list' | 'tell_above'>;

/** Steps that are told of together. */
const stepsAtOnce = 500;
/** What is due so soon after goes along, so that seven lists of one morning are one message. */
const alongMs = 15 * 60_000;
/** A province's lists are thousands of messages. */
const limitMs = 120_000;

/** Silence handed over to persons: by name to who leads their unit, in figures to the level above. */
export function bundles(parts: SendingParts, { sendAll }: Digests) {
  const { database, audit, people, clock, onProblem } = parts;

  /**
   * All due steps of one kind in one transaction: each reader gets one message about all of them. Where that fails each
   * notice is tried by itself, so that what is wrong with one does not hold up the others.
   */
  async function handOver(action: Action): Promise<number> {
    const due = await database.query<{ id: string }>(
      `select notice_id as id from chase_step where state = 'waiting' and due_at <= $1 and action = $2::chase_action
       order by due_at limit $3`,
      [clock(), action, stepsAtOnce],
    );
    if (due.length === 0) return 0;
    try {
      return await database.transaction(async (sql) => await handOverIn(sql, action, null), limitMs);
    } catch (error) {
      onProblem(error);
    }
    let acted = 0;
    for (const { id } of due) {
      try {
        acted += await database.transaction(async (sql) => await handOverIn(sql, action, id), limitMs);
      } catch (error) {
        onProblem(error);
      }
    }
    return acted;
  }

  /** @param only this notice alone; null: all of them */
  async function handOverIn(sql: Sql, action: Action, only: string | null): Promise<number> {
    const now = clock();
    const taken = await sql.query<DueStep>(
      dueSteps(`step.action = $1::chase_action and step.due_at <= $2 and ($4::uuid is null or step.notice_id = $4)
          and not exists (select from chase_step earlier where earlier.notice_id = step.notice_id
            and earlier.number < step.number and earlier.state = 'waiting')
        order by step.due_at, step.notice_id limit $3`),
      [action, new Date(now.getTime() + alongMs), stepsAtOnce, only],
    );
    const open: DueStep[] = [];
    for (const step of taken) {
      if (!step.cancelledAt && !(step.expiresAt && step.expiresAt <= now)) open.push(step);
      else await markStep(sql, step, { state: step.cancelledAt ? 'cancelled' : 'needless', at: now });
    }
    const silent = await silentByUnit(
      sql,
      open.map(({ noticeId }) => noticeId),
      calendarDay(now),
    );
    const units = [...new Set(silent.map(({ unitId }) => unitId))];
    const leaders = await people.leadersFrom(units, [...parts.channels().keys()], sql);
    const words = addressed(action, silent, leaders);
    const told = new Set(words.flatMap(({ about }) => about.map(({ noticeId }) => noticeId)));
    let acted = 0;
    const silentOf = Map.groupBy(silent, ({ noticeId }) => noticeId);
    for (const step of open) {
      const count = (silentOf.get(step.noticeId) ?? []).reduce((sum, each) => sum + each.silent, 0);
      // A list stands on the page of today also where no channel reaches who leads the unit.
      if (count > 0 && (action === 'list' || told.has(step.noticeId))) {
        await stepDone(sql, audit, { step, at: now, people: count });
        acted += 1;
      } else await markStep(sql, step, { state: 'needless', at: now, people: count });
    }
    const stepOf = new Map(open.map((step) => [step.noticeId, step]));
    await sendAll(
      words.map((word) => digestOf(action, word, stepOf)),
      sql,
    );
    return acted;
  }

  return { handOver };
}

function digestOf(action: Action, { about, ...word }: Word, steps: ReadonlyMap<string, DueStep>): Digest {
  const notices = [...Map.groupBy(about, ({ noticeId }) => noticeId)].map(([noticeId, units]) => ({
    ...steps.get(noticeId)!,
    units,
  }));
  const keys = notices.map(({ noticeId, number, units }) =>
    [noticeId, number, ...units.map(({ unitId }) => unitId)].join(),
  );
  const digest = createHash('sha256').update([action, ...word.memberIds, ...keys].join(' '));
  return {
    ...word,
    senderId: notices[0]!.senderId,
    key: `chase ${digest.digest('hex')}`,
    text: (say) => (action === 'list' ? listInWords(notices, say) : aboveInWords(notices, say)),
    urgent: notices.some(({ urgent }) => urgent),
  };
}
