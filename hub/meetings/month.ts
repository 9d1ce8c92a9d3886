import { calendarDay, subtreeQuery } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import { MeetingInvalid } from './errors.ts';
import type { MeetingsParts } from './meetings.ts';
import type { Meetings, MeetingLine, MonthOfCell } from './port.ts';
import { lineColumns, lineOf } from './reading.ts';
import type { Moments } from './row.ts';

/** From this day of a month on a cell without a meeting is late, whatever its custom. */
const nearlyOverFrom = 25;

/** The regular meetings of a month, for the committee above: who has called one, and what came of it. */
export function month({
  database,
  people,
  attendance,
  clock,
}: Pick<MeetingsParts, 'database' | 'people' | 'attendance' | 'clock'>): Pick<Meetings, 'month'> {
  /** @param wanted `2026-12` @throws {DomainError} `may.not`, `unit.unknown`, `meeting.invalid` */
  async function ofMonth(by: Actor, unitCode: string, wanted: string): Promise<readonly MonthOfCell[]> {
    if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(wanted)) throw new MeetingInvalid('month');
    const { id } = await people.unitByCode(unitCode);
    await people.requireMay(by, 'meeting.read', id);
    const today = calendarDay(clock());
    const rows = await database.query<CellRow>(selectCells, [id, today, `${wanted}-01`]);
    return await Promise.all(
      rows.map(async ({ unit, meeting, customaryDay, paperApproved }) => {
        if (!meeting) return { unit, meeting: null, late: isLate(wanted, { today, customaryDay }) };
        const line = lineOf(withDates(meeting));
        const quorumMet = await isQuorumMet(line);
        return { unit, meeting: { ...line, quorumMet, paperApproved }, late: false };
      }),
    );
  }

  /** Null before anybody could have been there. */
  async function isQuorumMet({ id, state }: MeetingLine): Promise<boolean | null> {
    if (state !== 'open' && state !== 'closed') return null;
    const { present, majority } = await attendance.baseWithin(database, id);
    return present >= majority.required;
  }

  return { month: ofMonth };
}

interface CellRow {
  unit: MonthOfCell['unit'];
  meeting: MeetingJson | null;
  paperApproved: boolean;
  /** Day of the month on which its last one before was. */
  customaryDay: number | null;
}

type MeetingJson = Omit<MeetingLine, 'state' | 'startsAt'> & {
  [moment in keyof Moments | 'startsAt']: string | null;
};

/** Inside JSON moments are text. */
function withDates({ startsAt, calledAt, openedAt, closedAt, cancelledAt, ...rest }: MeetingJson) {
  const date = (text: string | null) => (text === null ? null : new Date(text));
  const moments = { calledAt: date(calledAt), openedAt: date(openedAt), closedAt: date(closedAt) };
  return { ...rest, ...moments, startsAt: new Date(startsAt!), cancelledAt: date(cancelledAt) };
}

function isLate(
  wanted: string,
  { today, customaryDay }: { today: string; customaryDay: number | null },
): boolean {
  const current = today.slice(0, 7);
  if (wanted !== current) return wanted < current;
  const day = Number(today.slice(8));
  return day >= nearlyOverFrom || (customaryDay !== null && day > customaryDay);
}

const day = `(meeting.starts_at at time zone 'Asia/Ho_Chi_Minh')::date`;

/** One row for each cell below; its regular meeting of the month, the closed one where there are several. */
const selectCells = `
  select json_build_object('id', cell.id, 'code', cell.code, 'name', cell.name) as unit, held.line as meeting,
    coalesce(held.approved, false) as "paperApproved", before.day as "customaryDay"
  from unit cell
  left join lateral (
    select (select row_to_json(line) from (select ${lineColumns}) line) as line,
      exists (select from meeting_paper where meeting_id = meeting.id and kind = 'minutes'
        and approved_at is not null) as approved
    from meeting join unit on unit.id = meeting.unit_id
    where meeting.unit_id = cell.id and meeting.kind in ('regular', 'regular_thematic')
      and meeting.called_at is not null and meeting.cancelled_at is null
      and ${day} >= $3::date and ${day} < $3::date + interval '1 month'
    order by meeting.closed_at is null, meeting.starts_at limit 1
  ) held on true
  left join lateral (
    select extract(day from ${day})::int as day from meeting
    where unit_id = cell.id and kind in ('regular', 'regular_thematic') and called_at is not null
      and cancelled_at is null and ${day} < $3::date
    order by starts_at desc limit 1
  ) before on true
  where cell.kind = 'cell' and cell.id in (${subtreeQuery})
  order by cell.code`;
