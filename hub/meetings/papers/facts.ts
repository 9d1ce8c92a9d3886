import type { Attendance, RollRow, VotingBase } from '../../attendance/index.ts';
import { calendarDay, inForce, type UnitKind } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Database } from '../../platform/database/index.ts';
import { findMeeting, type MeetingRow } from '../row.ts';
import { lastMeeting } from './last-meeting.ts';
import { isThere } from './people-lines.ts';
import type { LastMeeting } from '../port.ts';

/** What the house knows of a meeting when its papers are written. */
export interface MeetingFacts {
  meeting: MeetingRow;
  unit: { id: string; code: string; name: string; kind: UnitKind; parent: string };
  /** As it was set; else the secretary who was there. */
  chair: PersonInChair | null;
  taker: PersonInChair | null;
  /** Who signs a resolution: the chair where he or she leads the cell, else its secretary. */
  signer: PersonInChair | null;
  items: readonly { id: string; title: string; rapporteur: string | null; conclusion: string }[];
  opinions: readonly { itemId: string | null; author: string | null; text: string }[];
  motions: readonly MotionFacts[];
  tasks: readonly { what: string; who: string; dueOn: string | null }[];
  quality: { points: Readonly<Record<string, number>>; total: number } | null;
  roll: readonly RollRow[];
  base: VotingBase;
  last: LastMeeting | null;
}

export interface PersonInChair {
  id: string;
  fullName: string;
  role: 'secretary' | 'deputy' | null;
}

export interface MotionFacts {
  title: string;
  threshold: 'majority' | 'two_thirds';
  secret: boolean;
  base: number | null;
  inFavour: number | null;
  against: number | null;
  other: number | null;
  issued: number | null;
  returned: number | null;
  valid: number | null;
  invalid: number | null;
  choices: readonly { name: string; votes: number | null }[];
}

/** Attendance is asked in the house's own name: whose right it is was asked before. */
const house: Actor = { memberId: null, via: 'system' };

/**
 * @param reasons whether reasons of absence may be shown to who asks
 * @throws {DomainError} `meeting.unknown`
 */
export async function factsOf(
  { database, attendance }: { database: Database; attendance: Attendance },
  meetingId: string,
  { reasons }: { reasons: boolean },
): Promise<MeetingFacts> {
  const meeting = await findMeeting(database, meetingId);
  const day = calendarDay(meeting.startsAt);
  const ids = [meeting.id];
  const [[unit], people, items, opinions, motions, tasks, [quality], roll, base, last] = await Promise.all([
    database.query<MeetingFacts['unit']>(selectUnit, [meeting.unitId]),
    database.query<PersonInChair & { chair: boolean; taker: boolean }>(selectChairs, [
      meeting.unitId,
      day,
      meeting.chairId,
      meeting.takerId,
    ]),
    database.query<MeetingFacts['items'][number]>(selectItems, ids),
    database.query<MeetingFacts['opinions'][number]>(selectOpinions, ids),
    database.query<MotionFacts>(selectMotions, ids),
    database.query<MeetingFacts['tasks'][number]>(selectTasks, ids),
    database.query<NonNullable<MeetingFacts['quality']>>(
      'select points, total from meeting_quality where meeting_id = $1',
      ids,
    ),
    attendance.roll(house, meeting.id),
    attendance.base(house, meeting.id),
    lastMeeting(database, meeting.unitId, meeting.startsAt),
  ]);
  const secretary = people.find(({ role }) => role === 'secretary') ?? null;
  const secretaryCame = roll.some((row) => row.memberId === secretary?.id && isThere(row));
  const chair = people.find((person) => person.chair) ?? (secretaryCame ? secretary : null);
  return {
    meeting,
    unit: unit!,
    chair,
    taker: people.find((person) => person.taker) ?? null,
    signer: chair?.role ? chair : secretary,
    items,
    opinions,
    motions,
    tasks,
    quality: quality ?? null,
    roll: reasons ? roll : roll.map((row) => ({ ...row, reason: null })),
    base,
    last,
  };
}

const selectUnit = `
  select unit.id, unit.code, unit.name, unit.kind, coalesce(parent.name, '') as parent
  from unit left join unit parent on parent.id = unit.parent_id where unit.id = $1`;

// Who holds both roles signs as secretary.
const selectChairs = `
  select member.id, member.full_name as "fullName", coalesce(member.id = $3, false) as chair,
    coalesce(member.id = $4, false) as taker,
    led.role
  from member left join lateral (
    select case when bool_or(role.role = 'secretary') then 'secretary' else 'deputy' end as role from role
    where role.member_id = member.id and role.unit_id = $1 and role.role in ('secretary', 'deputy')
      and ${inForce('role', '$2::date')}
    having count(*) > 0
  ) led on true
  where member.id in ($3::uuid, $4::uuid) or led.role is not null
  order by member.id`;

const selectItems = `
  select id, title, rapporteur, conclusion from meeting_item where meeting_id = $1 order by position`;

const selectOpinions = `
  select opinion.item_id as "itemId", member.full_name as author, opinion.text
  from meeting_opinion opinion left join member on member.id = opinion.author_id and member.erased_at is null
  where opinion.meeting_id = $1 order by opinion.noted_at, opinion.id`;

const selectMotions = `
  select motion.title, motion.threshold, motion.secret, motion.base, motion.in_favour as "inFavour", motion.against,
    motion.other, motion.issued, motion.returned, motion.valid, motion.invalid,
    coalesce((select jsonb_agg(jsonb_build_object('name', choice.name, 'votes', choice.votes) order by choice.position)
      from motion_choice choice where choice.motion_id = motion.id), '[]') as choices
  from motion
  where motion.meeting_id = $1 and motion.recorded_at is not null and motion.struck_at is null
  order by motion.created_at, motion.id`;

const selectTasks = `
  select what, who, due_on::text as "dueOn" from meeting_task where meeting_id = $1 order by created_at, id`;
