import type { Actor } from '../../platform/audit.ts';
import { calendarDay, isInformed } from '../../people/index.ts';
import { unitsBelow, type PartOf } from '../part.ts';
import type { Find } from '../find.ts';
import type { SendingParts } from '../sending.ts';
import type { ChaseAction } from './policy.ts';
import { cancelSteps } from './steps.ts';

/** A step of a notice's chase, as its readers see it. */
export interface ChaseStep {
  action: ChaseAction;
  /** When it is, or was, to come. */
  dueAt: Date;
  state: 'waiting' | 'done' | 'needless' | 'cancelled';
  doneAt: Date | null;
  /** How many were silent then; null where nobody looked, and for whoever sees only a part of the recipients. */
  people: number | null;
}

/** Those who are to be met in person about one notice. */
export interface ToMeet {
  noticeId: string;
  count: number;
  /** The first by name. */
  first: { fullName: string; unit: string }[];
}

/** Names of one notice on the page of today. */
const namesToday = 10;
const dayMs = 86_400_000;
/** After half a year nobody is asked any more. */
const waitsForMs = 183 * dayMs;

/** What has been done about those who stay silent, what is to come, and stopping it. */
export function timeline(
  { database, people, audit, clock }: SendingParts,
  { find, partOf }: { find: Find; partOf: PartOf },
) {
  /** The steps in their order; none where nobody is chased. @throws {DomainError} `notice.unknown`, `may.not` */
  async function chaseOf(by: Actor, id: string): Promise<ChaseStep[]> {
    const notice = await find(id);
    const within = await partOf(by, notice, 'notice.read');
    return await database.query<ChaseStep>(
      `select action, due_at as "dueAt", state, done_at as "doneAt", case when $2 then people end as people
       from chase_step where notice_id = $1 order by number`,
      [notice.id, within === null],
    );
  }

  /** What stopping would do: how many steps would not come. @throws {DomainError} `notice.unknown`, `may.not` */
  async function chaseToStop(by: Actor, id: string): Promise<{ title: string; steps: number }> {
    const notice = await find(id);
    await people.requireMay(by, 'notice.remind', notice.unitId);
    const steps = await database.query(
      `select number from chase_step where notice_id = $1 and state = 'waiting'`,
      [notice.id],
    );
    return { title: notice.title, steps: steps.length };
  }

  /**
   * Nobody is chased about this notice any more; a second time nothing happens. Returns how many steps will not come.
   *
   * @throws {DomainError} `notice.unknown`, `may.not`
   */
  async function stopChase(by: Actor, id: string): Promise<{ id: string; stopped: number }> {
    const notice = await find(id);
    await people.requireMay(by, 'notice.remind', notice.unitId);
    return await database.transaction(async (sql) => {
      // The lock waits for a step that is acting right now.
      await sql.query('select from notice where id = $1 for update', [notice.id]);
      const stopped = await cancelSteps(sql, notice.id, clock());
      const deed = { action: 'notice.chase-stopped', unitId: notice.unitId, subjectId: notice.id };
      if (stopped > 0) await audit.record(by, { ...deed, facts: { stopped } }, sql);
      return { id: notice.id, stopped };
    });
  }

  /** Whom the reader is to meet in person, by notice: others on a list that was handed over, still silent. */
  async function toMeet(by: Actor & { memberId: string }): Promise<ReadonlyMap<string, ToMeet>> {
    const units = await unitsBelow(database, await people.reach(by.memberId, 'notice.tell'));
    const now = clock();
    const since = new Date(now.getTime() - waitsForMs);
    const rows = await database.query<ToMeet>(listed, [
      units,
      since,
      namesToday,
      by.memberId,
      calendarDay(now),
    ]);
    return new Map(rows.map((row) => [row.noticeId, row]));
  }

  return { chaseOf, chaseToStop, stopChase, toMeet };
}

const listed = `
  with person as (
    select notice.id as notice_id, member.full_name, unit.code as unit,
      row_number() over (partition by notice.id order by member.folded_name, member.code) as place
    from chase_step step
    join notice on notice.id = step.notice_id
    join delivery on delivery.notice_id = notice.id
    join member on member.id = delivery.member_id
    join unit on unit.id = delivery.unit_id
    where step.action = 'list' and step.state = 'done' and notice.created_at > $2 and notice.cancelled_at is null
      and delivery.unit_id = any ($1::uuid[]) and delivery.member_id <> $4 and delivery.acknowledged_at is null and delivery.state <> 'cancelled'
      and ${isInformed('delivery.member_id', '$5::date')}
  )
  select notice_id as "noticeId", count(*)::int as count,
    jsonb_agg(jsonb_build_object('fullName', full_name, 'unit', unit) order by place)
      filter (where place <= $3) as first
  from person group by notice_id`;
