import type { MembershipKind } from '../../prisma/generated/enums.ts';
import type { Sql } from '../platform/database/index.ts';
import {
  calendarDay,
  inForce,
  standingOf,
  subtreeQuery,
  type Standing,
  type StatusName,
} from '../people/index.ts';
import { byNames } from './name-order.ts';
import type { AttendanceMark, CheckInRoad, ExcuseState, RsvpAnswer } from './port.ts';

/** Somebody who belongs to a meeting: to its unit or one below on its day, or called all the same. */
export interface PersonOfMeeting {
  memberId: string;
  code: string;
  fullName: string;
  /** Name of the unit he or she belongs to; empty for nowhere. */
  unit: string;
  /** Of the meeting's unit or one below. Who is called from elsewhere is a guest. */
  belongs: boolean;
  /** And not only for a time. */
  isHome: boolean;
  statuses: readonly StatusName[];
  standing: Standing;
  /** Null: no row, neither called nor come. */
  attendance: AttendanceFacts | null;
}

export interface AttendanceFacts {
  summoned: boolean;
  rsvp: RsvpAnswer | null;
  lateMinutes: number | null;
  reason: Buffer | null;
  excuse: ExcuseState | null;
  mark: AttendanceMark | null;
  markedAt: Date | null;
  road: CheckInRoad | null;
  markedByName: string | null;
  /** Hexadecimal. */
  device: string | null;
}

/** Is in the room, or in the call. */
export function isPresent({ attendance }: Pick<PersonOfMeeting, 'attendance'>): boolean {
  return attendance?.mark === 'present' || attendance?.mark === 'late';
}

/** Takes part elsewhere for a time, by a decision: that is known to be why he or she does not come. */
export function isAway({ statuses }: Pick<PersonOfMeeting, 'statuses'>): boolean {
  return statuses.includes('away');
}

/**
 * Everybody of a meeting with what their statuses say on its day, by name. Who is no member any more on that day is
 * left out unless there is a row.
 *
 * @param memberIds only these
 */
export async function peopleOfMeeting(
  sql: Sql,
  meeting: { id: string; unitId: string; startsAt: Date },
  memberIds: readonly string[] | null = null,
): Promise<PersonOfMeeting[]> {
  const values = [meeting.unitId, calendarDay(meeting.startsAt), meeting.id, memberIds];
  const rows = await sql.query<PersonRow>(selectPeople, values);
  const people = rows.map(personOf);
  return byNames(people.filter(({ standing, attendance }) => standing.isMember || attendance !== null));
}

function personOf({ kind, awayToo, ...row }: PersonRow): PersonOfMeeting {
  const {
    summoned,
    rsvp,
    lateMinutes,
    reason,
    excuse,
    mark,
    markedAt,
    road,
    markedByName,
    device,
    ...person
  } = row;
  const facts = { rsvp, lateMinutes, reason, excuse, mark, markedAt, road, markedByName, device };
  const isAwayToo = awayToo && !row.statuses.includes('away');
  const statuses = isAwayToo ? [...row.statuses, 'away' as const] : row.statuses;
  return {
    ...person,
    belongs: kind !== null,
    isHome: kind === 'home',
    statuses,
    // A guest takes part as somebody who is here for a time: speaks, and votes at home only.
    standing: standingOf(statuses, kind ?? 'temporary'),
    attendance: summoned === null ? null : { summoned, ...facts },
  };
}

interface PersonRow
  extends
    Pick<PersonOfMeeting, 'memberId' | 'code' | 'fullName' | 'unit'>,
    Omit<AttendanceFacts, 'summoned'> {
  kind: MembershipKind | null;
  statuses: StatusName[];
  /** At home here, and for a time somewhere that is not below the meeting's unit. */
  awayToo: boolean;
  /** Null: there is no row. */
  summoned: boolean | null;
}

const selectPeople = `
  with within as (${subtreeQuery}),
  belonging as (
    select distinct on (h.member_id) h.member_id, h.kind, h.unit_id from membership h
    where h.unit_id in (select id from within) and ${inForce('h', '$2::date')}
      and ($4::uuid[] is null or h.member_id = any ($4))
    order by h.member_id, h.kind, h.unit_id
  ),
  person as (
    select member_id from belonging
    union
    select member_id from attendance where meeting_id = $3 and ($4::uuid[] is null or member_id = any ($4))
  )
  select m.id as "memberId", m.code, m.full_name as "fullName", coalesce(u.name, (
      select home.name from membership h join unit home on home.id = h.unit_id
      where h.member_id = m.id and ${inForce('h', '$2::date')} order by h.kind limit 1
    ), '') as unit,
    b.kind,
    array(select s.status::text from member_status s
      where s.member_id = m.id and ${inForce('s', '$2::date')} order by s.status) as statuses,
    coalesce(b.kind = 'home', false) and exists (select from membership e
      where e.member_id = m.id and e.kind = 'temporary' and ${inForce('e', '$2::date')}
        and e.unit_id not in (select id from within)) as "awayToo",
    a.summoned, a.rsvp, a.late_minutes as "lateMinutes", a.reason, a.excuse, a.mark, a.marked_at as "markedAt", a.road,
    marker.full_name as "markedByName", encode(a.device, 'hex') as device
  from person p join member m on m.id = p.member_id
  left join belonging b on b.member_id = m.id left join unit u on u.id = b.unit_id
  left join attendance a on a.meeting_id = $3 and a.member_id = m.id
  left join member marker on marker.id = a.marked_by`;
