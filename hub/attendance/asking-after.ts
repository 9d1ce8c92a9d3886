import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { calendarDay, inForce, isInformed, ruleWithin, type People } from '../people/index.ts';
import { byNames } from './name-order.ts';
import type { Attendance, ToAskAfter } from './port.ts';

/**
 * Members of whom the secretary may want to know how they are, before three months of a year are full. Reckoned when
 * asked, kept nowhere, for who leads the very unit alone.
 *
 * @source domain.md 1.4: 294-QĐ/TW, 8.1 (three months within a year, not three in a row)
 */
export function askingAfter({
  database,
  people,
  clock,
}: {
  database: Database;
  people: People;
  clock: Clock;
}): Pick<Attendance, 'toAskAfter'> {
  return {
    async toAskAfter(by, unitCode) {
      const unit = await people.unitByCode(unitCode);
      await people.requireMay(by, 'attendance.people', unit.id);
      const now = clock();
      const { value, source } = await ruleWithin(database, 'member.ask-after-months-absent', now);
      const today = calendarDay(now);
      const values = [unit.id, today, `${today.slice(0, 4)}-01-01`, Number(value)];
      const found = await database.query<Omit<ToAskAfter, 'source'>>(selectToAskAfter, values);
      return byNames(found).map((person) => ({ ...person, source }));
    },
  };
}

// A month counts where the person was called to a meeting that was held, and was at none, unexcused each time.
const selectToAskAfter = `
  with missed as (
    select a.member_id, extract(month from g.starts_at at time zone 'Asia/Ho_Chi_Minh')::int as month
    from meeting g join attendance a on a.meeting_id = g.id
    where g.unit_id = $1 and g.closed_at is not null and g.cancelled_at is null and a.summoned
      and g.starts_at >= $3::timestamp at time zone 'Asia/Ho_Chi_Minh'
    group by a.member_id, month having bool_and(a.mark = 'absent')
  )
  select m.id as "memberId", m.code, m.full_name as "fullName", array_agg(missed.month order by missed.month) as months
  from missed join member m on m.id = missed.member_id
  where ${isInformed('m.id', '$2::date')} and exists (
    select from membership h where h.member_id = m.id and h.unit_id = $1 and ${inForce('h', '$2::date')})
  group by m.id having count(*) >= $4`;
