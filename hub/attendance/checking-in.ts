import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import { calendarDay, inForce, isInformed } from '../people/index.ts';
import { codeKeyOf, isCodeAt } from './codes.ts';
import type { AttendanceMark, CheckedIn, OpenMeeting } from './port.ts';

/** So many wrong codes of one person in so long: then none is looked at until the oldest is forgotten. */
const mostTries = 5;
const triesCountMs = 5 * 60_000;
const minuteMs = 60_000;

type How = { road: 'code' | 'link'; device?: string | undefined; meetingId?: string | undefined };

/** Members say themselves that they are there: the six digits prove that they see the wall. */
export function checkingIn({ database, keys, clock }: { database: Database; keys: Keys; clock: Clock }) {
  /** Two statements for a right code, whatever else is going on: a whole commune does this within a minute. */
  async function checkIn(memberId: string, code: string, how: How): Promise<CheckedIn> {
    const at = clock();
    const { open, tries } = await lookFor(memberId, at);
    const meant = how.meetingId === undefined ? open : open.filter(({ id }) => id === how.meetingId);
    if (open.length > 0 && tries.length >= mostTries) return { kind: 'wait', until: waitUntil(tries) };
    const meeting = meant.find(({ id }) => isCodeAt(codeKeyOf(keys, id), code, at));
    if (meeting) return await enter(memberId, meeting, at, how);
    if (open.length === 0 && !(await opensElsewhere(code, at))) return { kind: 'none-open' };
    await database.query(noteTry, [memberId, at, new Date(at.getTime() - triesCountMs)]);
    return { kind: 'wrong' };
  }

  async function lookFor(memberId: string, at: Date): Promise<{ open: Candidate[]; tries: Date[] }> {
    const since = new Date(at.getTime() - triesCountMs);
    const rows = await database.query<Candidate & { tries: Date[] }>(selectOpen, [
      memberId,
      calendarDay(at),
      since,
    ]);
    return { open: rows.filter(({ id }) => id !== null), tries: rows[0]?.tries ?? [] };
  }

  async function enter(memberId: string, meeting: Candidate, at: Date, how: How): Promise<CheckedIn> {
    const { id, title, unit, startsAt, lateAfter } = meeting;
    const shown: OpenMeeting = { id, title, unit, startsAt };
    const kind = at.getTime() > startsAt.getTime() + lateAfter * minuteMs ? 'late' : 'present';
    // Bound to the meeting: the same browser is not known again in another.
    const device =
      how.device === undefined ? null : keys.fingerprint('check-in-device', `${id} ${how.device}`);
    const written = await database.query(writeMark, [id, memberId, kind, at, how.road, device]);
    if (written.length > 0) return { kind, meeting: shown, at };
    const [stands] = await database.query<{ mark: AttendanceMark | null; at: Date }>(selectMark, [
      id,
      memberId,
    ]);
    if (stands?.mark === 'present' || stands?.mark === 'late') {
      return { kind: 'already', meeting: shown, at: stands.at };
    }
    // Closed between the two statements.
    return { kind: 'none-open' };
  }

  /** The right code of a meeting to which somebody does not belong is a wrong one, not the beginning of a question. */
  async function opensElsewhere(code: string, at: Date): Promise<boolean> {
    const all = await database.query<{ id: string }>(`select id from meeting where ${isOpen}`);
    return all.some(({ id }) => isCodeAt(codeKeyOf(keys, id), code, at));
  }

  return { checkIn };
}

interface Candidate extends OpenMeeting {
  lateAfter: number;
}

/** The moment at which fewer than the most are left. */
function waitUntil(tries: readonly Date[]): Date {
  return new Date(tries.at(-mostTries)!.getTime() + triesCountMs);
}

const isOpen = 'opened_at is not null and closed_at is null and cancelled_at is null';

// One row with a null meeting where there is none: the tries are wanted all the same.
const selectOpen = `
  with recursive mine (id, parent_id) as (
    select u.id, u.parent_id from unit u join membership h on h.unit_id = u.id
    where h.member_id = $1 and ${inForce('h', '$2::date')}
    union
    select u.id, u.parent_id from unit u join mine on u.id = mine.parent_id
  ), open as (
    select meeting.id, meeting.title, unit.name as unit, meeting.starts_at as "startsAt",
      meeting.late_after as "lateAfter"
    from meeting join unit on unit.id = meeting.unit_id
    where ${isOpen} and ${isInformed('$1', '$2::date')}
      and (meeting.unit_id in (select id from mine)
        or exists (select from attendance a where a.meeting_id = meeting.id and a.member_id = $1))
  )
  select open.*, array(
    select tried_at from check_in_try where member_id = $1 and tried_at > $3 order by tried_at) as tries
  from (select) one left join open on true`;

const noteTry = `
  with forgotten as (delete from check_in_try where tried_at <= $3)
  insert into check_in_try (member_id, tried_at) values ($1, $2) on conflict do nothing`;

// The later true time counts; who is there already stays so.
const writeMark = `
  insert into attendance (meeting_id, member_id, summoned, mark, marked_at, road, device)
  select id, $2, false, $3, $4, $5, $6 from meeting where id = $1 and ${isOpen}
  on conflict (meeting_id, member_id) do update set mark = excluded.mark, marked_at = excluded.marked_at,
    road = excluded.road, marked_by = null, device = excluded.device
  where coalesce(attendance.mark not in ('present', 'late'), true)
    and coalesce(attendance.marked_at <= excluded.marked_at, true)
  returning mark`;

const selectMark = `
  select mark, marked_at as at from attendance where meeting_id = $1 and member_id = $2`;
