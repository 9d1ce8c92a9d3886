import type { Actor } from '../platform/audit.ts';
import type { MeetingsParts } from './meetings.ts';
import type { Meetings, Reach } from './port.ts';
import { findMeeting } from './row.ts';

/** Whom the invitation has come to: figures for who may read the meeting, names for who leads the very unit. */
export function reaching({
  database,
  people,
}: Pick<MeetingsParts, 'database' | 'people'>): Pick<Meetings, 'reach'> {
  /** @throws {DomainError} `meeting.unknown`, `may.not` */
  async function reach(by: Actor, id: string): Promise<Reach> {
    const { unitId } = await findMeeting(database, id);
    await people.requireMay(by, 'meeting.read', unitId);
    const mayName = by.memberId === null || (await people.may(by.memberId, 'attendance.people', unitId));
    const rows = await database.query<Row>(selectReach, [id]);
    const missed = rows.filter(({ state }) => state === 'missed');
    return {
      reached: rows.filter(({ state }) => state === 'reached').length,
      underWay: rows.filter(({ state }) => state === 'under-way').length,
      missed: missed.length,
      missedPeople: mayName ? missed.map(({ code, fullName }) => ({ code, fullName })) : null,
    };
  }

  return { reach };
}

interface Row {
  code: string;
  fullName: string;
  state: 'reached' | 'under-way' | 'missed';
}

/** Who was told anything of the meeting has been reached, whichever word it was. */
const selectReach = `
  select member.code, member.full_name as "fullName",
    case when bool_or(sent.state = 'handed_over') then 'reached'
      when bool_or(sent.state in ('unreachable', 'failed')) and not bool_or(sent.state = 'created') then 'missed'
      else 'under-way' end as state
  from attendance called join member on member.id = called.member_id
  left join lateral (
    select delivery.state from meeting_word word join delivery on delivery.notice_id = word.notice_id
    where word.meeting_id = called.meeting_id and word.kind in ('invitation', 'change', 'reminder')
      and delivery.member_id = called.member_id
  ) sent on true
  where called.meeting_id = $1 and called.summoned
  group by member.id order by member.code`;
