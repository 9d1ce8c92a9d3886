import { archivedParts } from '../delivery/index.ts';
import type { Actor } from '../platform/audit.ts';
import { calendarDay } from '../people/index.ts';
import type { SendingParts } from './sending.ts';

/** A line of the list of notices. The figures are those of the recipients within reach. */
export interface NoticeLine {
  id: string;
  kind: 'notice' | 'directive';
  title: string;
  number: string | null;
  unit: string;
  unitName: string;
  wantsAck: boolean;
  dueAt: Date | null;
  sendAt: Date;
  cancelledAt: Date | null;
  /** False for a notice from above, of which only the own units' part is counted. */
  whole: boolean;
  recipients: number;
  acknowledged: number;
  /** Whom no channel reaches, or given up after all attempts, and not told in person yet. */
  unreachable: number;
  /** Who has not acknowledged and could still. */
  notYet: number;
}

/** What waits for somebody today. */
export interface Today {
  /** Due soonest first, then newest: notices with people to remind or to tell in person. */
  waiting: NoticeLine[];
  /** Accepted and not gone yet, next first. */
  scheduled: NoticeLine[];
}

const dayMs = 86_400_000;
/** After half a year nobody is asked any more. */
const waitsForMs = 183 * dayMs;
/** A list of people to tell in person is of use for a month. */
const toTellForMs = 30 * dayMs;

/** Lists of notices over the units somebody has to do with, each in one statement. */
export function overview({ database, people, clock }: SendingParts) {
  /** Notices of the units within reach, and those from above that concern them; newest first, after `before`. */
  async function list(
    by: Actor,
    { before, limit = 20 }: { before?: string | undefined; limit?: number } = {},
  ): Promise<NoticeLine[]> {
    const chosen = '($3::uuid is null or notice.id < $3) order by notice.id desc limit $4';
    return await lines(by, chosen, [before ?? null, limit]);
  }

  /** What needs somebody: acknowledgements that are missing, people to tell in person, notices still to go. */
  async function today(by: Actor): Promise<Today> {
    const now = clock();
    const recent = `notice.cancelled_at is null and notice.compacted_at is null and notice.created_at > $3
      and (notice.wants_ack or notice.created_at > $4 or notice.send_at > $5)
      order by notice.id desc limit 50`;
    const since = (ms: number) => new Date(now.getTime() - ms);
    const found = await lines(by, recent, [since(waitsForMs), since(toTellForMs), now]);
    const gone = found.filter(({ sendAt }) => sendAt <= now);
    return {
      waiting: gone
        .filter(({ wantsAck, notYet, unreachable }) => (wantsAck && notYet > 0) || unreachable > 0)
        .toSorted((a, b) => dueOf(a) - dueOf(b)),
      scheduled: found
        .filter(({ sendAt, whole }) => sendAt > now && whole)
        .toSorted((a, b) => a.sendAt.getTime() - b.sendAt.getTime()),
    };
  }

  async function lines(by: Actor, chosen: string, values: unknown[]): Promise<NoticeLine[]> {
    const tops =
      by.memberId === null
        ? (await database.query<{ id: string }>('select id from unit where parent_id is null')).map(
            ({ id }) => id,
          )
        : await people.reach(by.memberId, 'notice.read');
    if (tops.length === 0) return [];
    return await database.query<NoticeLine>(counted(chosen), [tops, calendarDay(clock()), ...values]);
  }

  return { list, today };
}

function dueOf({ dueAt }: NoticeLine): number {
  return dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
}

const countedArchived = `
  coalesce(sum(part.count), 0)::bigint as rows,
  coalesce(sum(part.count) filter (where status = 'acknowledged'), 0)::bigint as acknowledged,
  coalesce(sum(part.count) filter (where status <> 'acknowledged' and state in ('unreachable', 'failed')), 0)::bigint
    as unreachable,
  coalesce(sum(part.count) filter (where status <> 'acknowledged' and state = 'cancelled'), 0)::bigint as cancelled`;

const countedRows = `
  count(*) as rows, count(acknowledged_at) as acknowledged,
  count(*) filter (where acknowledged_at is null and state in ('unreachable', 'failed')) as unreachable,
  count(*) filter (where acknowledged_at is null and state = 'cancelled') as cancelled`;

/**
 * `$1`: the units at the top of the reader's reach, `$2`: the day. What units below have passed on stands in the tree of
 * the directive, not in the list. A notice of a unit within reach is counted whole;
 * one from above by the rows of the reader's own people, found by their ids: never by going through all its rows.
 */
const counted = (chosen: string) => `
  with recursive below as (
    select id from unit where id = any ($1::uuid[])
    union select unit.id from unit join below on unit.parent_id = below.id
  ), above as (
    select id, parent_id from unit where id = any ($1::uuid[])
    union select unit.id, unit.parent_id from unit join above on above.parent_id = unit.id
  ), mine as materialized (
    select member_id, bool_or(kind = 'home' and from_on <= $2::date and (to_on is null or to_on > $2::date)) as now
    from membership where unit_id in (select id from below) group by member_id
  ), chosen as materialized (
    select notice.*, notice.unit_id in (select id from below) as whole
    from notice
    where notice.reminds_id is null and notice.kind not in ('digest', 'meeting')
      and (notice.root_id is null or notice.unit_id = any ($1::uuid[])
        or notice.unit_id not in (select id from below))
      and (
        notice.unit_id in (select id from below)
        or notice.unit_id in (select id from above) and (
          exists (
            select from mine join delivery on delivery.member_id = mine.member_id
            where delivery.notice_id = notice.id and delivery.unit_id in (select id from below))
          or exists (
            select from delivery_archive archive
            where archive.notice_id = notice.id and archive.unit_id in (select id from below))
          or exists (
            select from audience_slice slice
            where slice.notice_id = notice.id and slice.members && array(select member_id from mine where now))))
      and ${chosen}
  )
  select chosen.id, chosen.kind, chosen.title, chosen.number, unit.code as unit, unit.name as "unitName",
    chosen.wants_ack as "wantsAck", chosen.due_at as "dueAt", chosen.send_at as "sendAt",
    chosen.cancelled_at as "cancelledAt", chosen.whole, figures.recipients, figures.acknowledged,
    figures.unreachable,
    case when chosen.cancelled_at is null and chosen.compacted_at is null then figures.recipients - figures.acknowledged - figures.cancelled
      else 0 end as "notYet"
  from chosen join unit on unit.id = chosen.unit_id
  cross join lateral (
    select chosen.recipients, rows.acknowledged + archived.acknowledged, rows.unreachable + archived.unreachable,
      rows.cancelled + archived.cancelled
    from (select ${countedRows} from delivery where notice_id = chosen.id and chosen.whole) rows,
      (select ${countedArchived} from ${archivedParts} where archive.notice_id = chosen.id and chosen.whole) archived
    where chosen.whole
    union all
    select rows.rows + archived.rows + waiting.count, rows.acknowledged + archived.acknowledged,
      rows.unreachable + archived.unreachable, rows.cancelled + archived.cancelled
    from (
      select ${countedRows} from mine join delivery on delivery.member_id = mine.member_id
      where delivery.notice_id = chosen.id and delivery.unit_id in (select id from below) and not chosen.whole
    ) rows, (
      select ${countedArchived} from ${archivedParts}
      where archive.notice_id = chosen.id and archive.unit_id in (select id from below) and not chosen.whole
    ) archived, (
      select count(*) as count from audience_slice slice
        cross join unnest(slice.members) as waiting (member_id)
        join mine on mine.member_id = waiting.member_id and mine.now
      where slice.notice_id = chosen.id and not chosen.whole and not exists (
        select from delivery made where made.notice_id = chosen.id and made.member_id = waiting.member_id)
    ) waiting
    where not chosen.whole
  ) figures (recipients, acknowledged, unreachable, cancelled)
  order by chosen.id desc`;
