import { calendarDay } from '../../people/index.ts';
import type { OwnAsked, OwningParts } from './own-answers.ts';

interface Year {
  meetings: number;
  present: number;
  late: number;
  excused: number;
  absent: number;
}

/** At how many meetings of this year, to which one was called, one was. */
export function ownAttendance({ database, clock }: OwningParts) {
  return async ({ memberId, say }: OwnAsked): Promise<string> => {
    const year = Number(calendarDay(clock()).slice(0, 4));
    const [row] = await database.query<Year>(selectYear, [memberId, `${year}-01-01`, `${year + 1}-01-01`]);
    const { meetings = 0, present = 0, late = 0, excused = 0, absent = 0 } = row ?? {};
    // Numbers of years are not grouped by thousands.
    if (meetings === 0) return say('own-attendance-none', { year: String(year) });
    return say('own-attendance', {
      year: String(year),
      meetings,
      came: present + late,
      late,
      excused,
      absent,
    });
  };
}

const selectYear = `
  select count(*)::int as meetings, (count(*) filter (where a.mark = 'present'))::int as present,
    (count(*) filter (where a.mark = 'late'))::int as late,
    (count(*) filter (where a.mark = 'excused'))::int as excused,
    (count(*) filter (where a.mark = 'absent'))::int as absent
  from meeting g join attendance a on a.meeting_id = g.id and a.member_id = $1 and a.summoned
  where g.closed_at is not null and g.cancelled_at is null
    and g.starts_at >= $2::timestamp at time zone 'Asia/Ho_Chi_Minh'
    and g.starts_at < $3::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
