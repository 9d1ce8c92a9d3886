import type { Actor } from '../platform/audit.ts';
import { isId } from '../platform/ids.ts';
import type { MeetingsParts } from './meetings.ts';
import type { MeetingDuties, MeetingLine, Meetings } from './port.ts';
import { isNotOver, lineColumns, lineOf } from './reading.ts';
import type { Moments } from './row.ts';

type Verbs = Pick<Meetings, 'over' | 'callable' | 'duties'>;
type LineRow = Omit<MeetingLine, 'state'> & Moments;

/** Meetings of all units within reach: what is over, where one may call, what waits for one's own hand. */
export function overview({
  database,
  people,
  clock,
}: Pick<MeetingsParts, 'database' | 'people' | 'clock'>): Verbs {
  async function over(by: Actor, { before, limit = 20 }: { before?: string; limit?: number } = {}) {
    const units = [...(await people.unitsWithin(by, 'meeting.read'))];
    const after = before && isId(before) ? before : null;
    const rows = await database.query<LineRow>(selectOver, [clock(), units, after, limit]);
    return rows.map(lineOf);
  }

  async function callable(by: Actor) {
    const units = [...(await people.unitsWithin(by, 'meeting.call'))];
    return await database.query<{ code: string; name: string }>(selectUnits, [units]);
  }

  async function duties(by: Actor & { memberId: string }): Promise<MeetingDuties> {
    const held = await people.unitsHeld(by.memberId, 'meeting.call');
    if (held.length === 0) return { proposed: [], unclosed: [], withoutMinutes: [] };
    const values = [clock(), held.map(({ id }) => id)];
    const linesOf = async (query: string) => (await database.query<LineRow>(query, values)).map(lineOf);
    return {
      proposed: await linesOf(selectProposed),
      unclosed: await linesOf(selectUnclosed),
      withoutMinutes: await linesOf(selectWithoutMinutes),
    };
  }

  return { over, callable, duties };
}

/** What nobody has closed is over too, half a day after its end. */
const selectOver = `
  select ${lineColumns} from meeting join unit on unit.id = meeting.unit_id
  where meeting.unit_id = any ($2::uuid[]) and not ${isNotOver}
    and ($3::uuid is null or (meeting.starts_at, meeting.id)
      < (select last.starts_at, last.id from meeting last where last.id = $3))
  order by meeting.starts_at desc, meeting.id desc limit $4`;

const selectUnits = 'select code, name from unit where id = any ($1::uuid[]) order by code';

const selectOfUnits = `
  select ${lineColumns} from meeting join unit on unit.id = meeting.unit_id
  where meeting.unit_id = any ($2::uuid[]) and meeting.cancelled_at is null`;

const selectProposed = `${selectOfUnits} and meeting.called_at is null and meeting.starts_at > $1
  order by meeting.starts_at, meeting.id`;

// What nobody has seen to for two months is not today's work any more.
const selectUnclosed = `${selectOfUnits} and meeting.called_at is not null and meeting.closed_at is null
    and not ${isNotOver} and meeting.starts_at > $1::timestamptz - interval '60 days'
  order by meeting.starts_at, meeting.id`;

const selectWithoutMinutes = `${selectOfUnits} and meeting.closed_at > $1::timestamptz - interval '60 days'
    and not exists (select from meeting_paper paper
      where paper.meeting_id = meeting.id and paper.kind = 'minutes' and paper.approved_at is not null)
  order by meeting.starts_at, meeting.id`;
