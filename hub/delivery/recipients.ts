import type { ChannelName } from '../channels/index.ts';
import type { Sql } from '../platform/database/index.ts';
import { archivedParts, archivedProofs } from './archive.ts';
import { reachedInGroup } from './group-rows.ts';
import { status, statuses, type Status, type Tally } from './ledger.ts';

/** Ids of the units whose recipients are meant; null: all of them. */
export type Within = readonly string[] | null;

/** A tally of some recipients and how many they are: the statuses add up to it. */
export type PartTally = Tally & { recipients: number };

export interface Recipient {
  memberId: string;
  member: string;
  fullName: string;
  unitId: string;
  unit: string;
  status: Status;
  channel: ChannelName | null;
  reason: string | null;
  inDoubt: boolean;
  /** A group of the channel got it, and the recipient with it. */
  inGroup: boolean;
  inPerson: boolean;
  /** Who told them in person. */
  toldBy: string | null;
  /** When the recipient came as far as `status`; null before anything went. */
  at: Date | null;
}

/**
 * Everybody a notice is for, also those whose rows are not made yet: they receive it under the unit of their home,
 * or that of the sender. Of those who are archived only who acknowledged is known by name. `$1` is the notice, `$2`
 * the calendar day, `$3` the units meant or null.
 */
const everyone = `
  with everyone as (
    select member_id, unit_id, ${status} as status, channel, reason, told_by, repeats,
      handed_over_at is not null as gone, in_doubt and state = 'created' and acknowledged_at is null as in_doubt,
      coalesce(acknowledged_at, seen_at, delivered_at, handed_over_at) as at, acknowledged_at is null and
        state <> 'cancelled' as not_yet, false as archived
    from delivery where notice_id = $1 and ($3::uuid[] is null or unit_id = any ($3::uuid[]))
    union all
    select member_id, unit_id, 'created', null, null, null, 0, false, false, null, true, false
    from (
      select waiting.member_id, coalesce(home.unit_id, slice.sender_unit_id) as unit_id
      from audience_slice slice cross join unnest(slice.members) as waiting (member_id)
      left join lateral (
        select unit_id from membership home
        where home.member_id = waiting.member_id and home.from_on <= $2::date
          and (home.to_on is null or home.to_on > $2::date)
        order by home.kind, home.from_on desc limit 1) home on true
      where slice.notice_id = $1
    ) waiting
    where ($3::uuid[] is null or unit_id = any ($3::uuid[]))
      and not exists (select from delivery made where made.notice_id = $1 and made.member_id = waiting.member_id)
    union all
    select proof.member_id, archive.unit_id, 'acknowledged', null, null, proof.told_by, 0, false, false,
      proof.acknowledged_at, false, true
    from ${archivedProofs}
    where archive.notice_id = $1 and ($3::uuid[] is null or archive.unit_id = any ($3::uuid[]))
  )`;

const archivedUnits = `
  select archive.unit_id as "unitId", part.status, part.channel::channel as channel, part.gone, part.count,
    0 as "inDoubt", part.duplicates, part."inPerson"
  from ${archivedParts}
  where archive.notice_id = $1 and ($3::uuid[] is null or archive.unit_id = any ($3::uuid[]))`;

interface Meant {
  /** The calendar day on which a recipient without a row is at home somewhere. */
  day: string;
  within?: Within;
}

interface UnitRow {
  unitId: string;
  status: Status;
  channel: ChannelName | null;
  gone: boolean;
  count: number;
  inDoubt: number;
  duplicates: number;
  inPerson: number;
}

/** How far the recipients of each unit have come, by the unit's id. Units without recipients are not in it. */
export async function tallyByUnit(
  sql: Sql,
  noticeId: string,
  { day, within = null }: Meant,
): Promise<Map<string, PartTally>> {
  const rows = await sql.query<UnitRow>(
    `${everyone}
     select unit_id as "unitId", status, channel, gone, count(*) as count,
       count(*) filter (where in_doubt) as "inDoubt", coalesce(sum(repeats), 0) as duplicates,
       count(told_by) as "inPerson"
     from everyone where not archived group by 1, 2, 3, 4
     union all ${archivedUnits}`,
    [noticeId, day, within],
  );
  return new Map(
    [...Map.groupBy(rows, ({ unitId }) => unitId)].map(([unitId, ofUnit]) => [unitId, counted(ofUnit)]),
  );
}

function counted(rows: readonly UnitRow[]): PartTally {
  return sumOf(
    rows.map(({ status: name, channel, gone, count, inDoubt, duplicates, inPerson }) => ({
      recipients: count,
      byStatus: { ...nothing(), [name]: count },
      byChannel: channel && gone ? { [channel]: count } : {},
      inDoubt,
      duplicates,
      inPerson,
    })),
  );
}

function nothing(): Record<Status, number> {
  return Object.fromEntries(statuses.map((name) => [name, 0])) as Record<Status, number>;
}

/** One tally of several. */
export function sumOf(tallies: readonly PartTally[]): PartTally {
  const total: PartTally = {
    recipients: 0,
    byStatus: nothing(),
    byChannel: {},
    inDoubt: 0,
    duplicates: 0,
    inPerson: 0,
  };
  for (const tally of tallies) {
    total.recipients += tally.recipients;
    for (const name of statuses) total.byStatus[name] += tally.byStatus[name];
    for (const [name, count] of Object.entries(tally.byChannel) as [ChannelName, number][]) {
      total.byChannel[name] = (total.byChannel[name] ?? 0) + count;
    }
    total.inDoubt += tally.inDoubt;
    total.duplicates += tally.duplicates;
    total.inPerson += tally.inPerson;
  }
  return total;
}

/**
 * Recipients by name, in the order of their codes, up to `limit` after the code `after`.
 *
 * @param only of these statuses
 * @param notYet those who have not acknowledged and could still: whoever was cancelled is left out
 * @param limit null: all of them
 */
export async function recipients(
  sql: Sql,
  noticeId: string,
  options: Meant & {
    only?: readonly Status[] | undefined;
    notYet?: boolean | undefined;
    after?: string | undefined;
    limit?: number | null | undefined;
  },
): Promise<Recipient[]> {
  const { day, within = null, only, notYet = false, after = '', limit = 1000 } = options;
  return await sql.query<Recipient>(
    `${everyone}
     select member.id as "memberId", member.code as member, member.full_name as "fullName",
       unit.id as "unitId", unit.code as unit, status, channel, reason, in_doubt as "inDoubt",
       coalesce(reason = '${reachedInGroup}', false) as "inGroup",
       told_by is not null as "inPerson", told_by as "toldBy", at
     from everyone join member on member.id = everyone.member_id join unit on unit.id = everyone.unit_id
     where ($4::text[] is null or status = any($4)) and (not $5::boolean or not_yet) and member.code > $6
     order by member.code limit $7`,
    [noticeId, day, within, only ?? null, notYet, after, limit],
  );
}

/** Does anybody receive it under one of these units? Being there for a time, while at home elsewhere, is not enough. */
export async function reaches(
  sql: Sql,
  noticeId: string,
  { units, day }: { units: readonly string[]; day: string },
): Promise<boolean> {
  if (units.length === 0) return false;
  const [answer] = await sql.query<{ some: boolean }>(
    `${everyone} select exists (select from everyone)
       or exists (select from delivery_archive where notice_id = $1 and unit_id = any ($3::uuid[])) as some`,
    [noticeId, day, units],
  );
  return answer?.some ?? false;
}

/** Under which unit each of these members receives a notice; those who do not are not in it. */
export async function unitsOfRecipients(
  sql: Sql,
  noticeId: string,
  { members, day }: { members: readonly string[]; day: string },
): Promise<Map<string, string>> {
  const rows = await sql.query<{ memberId: string; unitId: string }>(
    `${everyone} select member_id as "memberId", unit_id as "unitId" from everyone
     where member_id = any ($4::uuid[])`,
    [noticeId, day, null, members],
  );
  return new Map(rows.map(({ memberId, unitId }) => [memberId, unitId]));
}
