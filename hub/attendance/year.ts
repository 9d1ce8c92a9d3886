import type { Actor, Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Locales } from '../platform/locales.ts';
import { calendarDay, subtreeQuery, type People } from '../people/index.ts';
import { byNames } from './name-order.ts';
import type { Attendance, AttendanceYear, MonthFigures, PersonFigures } from './port.ts';
import { yearSheet } from './year-sheet.ts';

type Verbs = Pick<Attendance, 'year' | 'yearWorkbook'>;
type Cell = AttendanceYear['cells'][number];

/** A cell's year: by month for who may read its meetings, by person for who leads that very unit. */
export function years({
  database,
  people,
  audit,
  clock,
  locales,
}: {
  database: Database;
  people: People;
  audit: Audit;
  clock: Clock;
  locales: Locales;
}): Verbs {
  const year: Verbs['year'] = async (by, unitCode, wanted) => {
    const unit = await people.unitByCode(unitCode);
    await people.requireMay(by, 'meeting.read', unit.id);
    const period = [`${wanted}-01-01`, `${wanted + 1}-01-01`];
    const lastDay = `${wanted}-12-31`;
    const today = calendarDay(clock());
    const values = [unit.id, lastDay < today ? lastDay : today, ...period];
    const months = await database.query<MonthFigures>(selectMonths, values);
    const cells = await database.query<Cell>(selectCells, values);
    return {
      unit: { id: unit.id, code: unit.code, name: unit.name },
      year: wanted,
      months: everyMonth(months),
      people: (await mayKnowPeople(by, unit.id)) ? await peopleOf(unit.id, period) : null,
      cells: cells.filter(({ id }) => id !== unit.id).toSorted((a, b) => inOrder.compare(a.code, b.code)),
    };
  };

  const yearWorkbook: Verbs['yearWorkbook'] = async (by, unitCode, wanted) => {
    const figures = await year(by, unitCode, wanted);
    const language = by.memberId === null ? 'vi' : (await people.member(by.memberId)).language;
    const file = await yearSheet(figures, locales(language));
    const facts = { year: wanted, people: figures.people?.length ?? 0 };
    await audit.record(by, { action: 'attendance.year-exported', unitId: figures.unit.id, facts });
    return file;
  };

  async function mayKnowPeople(by: Actor, unitId: string): Promise<boolean> {
    return by.memberId === null || (await people.may(by.memberId, 'attendance.people', unitId));
  }

  async function peopleOf(unitId: string, period: string[]): Promise<PersonFigures[]> {
    const rows = await database.query<PersonFigures>(selectPersons, [unitId, ...period]);
    return byNames(rows);
  }

  return { year, yearWorkbook };
}

const inOrder = new Intl.Collator('vi', { numeric: true });

/** January to December; a month without a meeting has zeros. */
function everyMonth(found: readonly MonthFigures[]): MonthFigures[] {
  const none = { meetings: 0, expected: 0, present: 0, late: 0, excused: 0, absent: 0 };
  return Array.from(
    { length: 12 },
    (_, index) => found.find(({ month }) => month === index + 1) ?? { month: index + 1, ...none },
  );
}

const held = (from: string, to: string) => `
  g.closed_at is not null and g.cancelled_at is null
  and g.starts_at >= ${from}::timestamp at time zone 'Asia/Ho_Chi_Minh'
  and g.starts_at < ${to}::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

const sums = `
  count(a.member_id) filter (where a.mark = 'present')::int as present,
  count(a.member_id) filter (where a.mark = 'late')::int as late,
  count(a.member_id) filter (where a.mark = 'excused')::int as excused,
  count(a.member_id) filter (where a.mark = 'absent')::int as absent`;

// Who was not called, such as an exempt member who came, is in none of these: rates are of those who were expected.
const selectMonths = `
  with within as (${subtreeQuery})
  select extract(month from g.starts_at at time zone 'Asia/Ho_Chi_Minh')::int as month,
    count(distinct g.id)::int as meetings, count(a.member_id)::int as expected, ${sums}
  from meeting g left join attendance a on a.meeting_id = g.id and a.summoned
  where (g.unit_id = $1 or g.unit_id in (select id from within)) and ${held('$3', '$4')}
  group by 1`;

const selectCells = `
  with within as (${subtreeQuery})
  select u.id, u.code, u.name, count(distinct g.id)::int as meetings, count(a.member_id)::int as expected, ${sums}
  from unit u left join meeting g on g.unit_id = u.id and ${held('$3', '$4')}
  left join attendance a on a.meeting_id = g.id and a.summoned
  where u.kind = 'cell' and u.id in (select id from within)
  group by u.id`;

const selectPersons = `
  select m.id as "memberId", m.code, m.full_name as "fullName", count(*)::int as meetings, ${sums}
  from meeting g join attendance a on a.meeting_id = g.id and a.summoned join member m on m.id = a.member_id
  where g.unit_id = $1 and ${held('$2', '$3')} and m.erased_at is null
  group by m.id`;
