import type { Feedback } from '../feedback/index.ts';
import { type People, type Unit } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';
import { firstDay, isMonth, lastClosed, type Month } from './months.ts';
import type { FeedbackReport, Reports } from './port.ts';
import { proposalReading } from './proposals/index.ts';
import type { Snapshot } from './snapshots.ts';
import { tablesOf } from './tables.ts';

const needs = 'feedback.report';

/** Reports as they are read: from snapshots alone, never from items. */
export function reading({
  database,
  people,
  feedback: ofFeedback,
  clock,
}: {
  database: Database;
  people: Pick<People, 'unitByCode' | 'may' | 'requireMay'>;
  feedback: Pick<Feedback, 'answering'>;
  clock: Clock;
}): Pick<Reports, 'months' | 'feedback' | 'proposalItems'> {
  const { groupsOf, itemsOf } = proposalReading({ database, people, feedback: ofFeedback });

  async function months(by: Actor, unitCode: string): Promise<Month[]> {
    return await monthsOf(await allowed(by, unitCode));
  }

  async function feedback(by: Actor, unitCode: string, wanted?: Month): Promise<FeedbackReport> {
    const unit = await allowed(by, unitCode);
    const month = wanted ?? (await monthsOf(unit))[0] ?? lastClosed(clock());
    requireClosed(month, lastClosed(clock()));
    const below = await database.query<Snapshot>(selectSnapshots, [firstDay(month), unit.id]);
    const own = below.find(({ path }) => path.at(-1) === unit.id);
    const asked = { unit: unit.code, name: unit.name, period: month };
    if (!own) return { ...asked, ...withoutFigures };
    const groups = await groupsOf(unit.id, month);
    const proposals = groups.map(({ label, size }) => ({ unit: unit.code, label, size }));
    return { ...asked, smallest: own.smallest, ...tablesOf(own, below), proposals };
  }

  async function proposalItems(by: Actor, unitCode: string, month: Month) {
    const unit = await allowed(by, unitCode);
    requireClosed(month, lastClosed(clock()));
    return await itemsOf(by, unit, month);
  }

  async function allowed(by: Actor, unitCode: string): Promise<Unit> {
    const unit = await people.unitByCode(unitCode);
    await people.requireMay(by, needs, unit.id);
    return unit;
  }

  async function monthsOf({ id }: Unit): Promise<Month[]> {
    const rows = await database.query<{ month: Month }>(selectMonths, [id]);
    return rows.map(({ month }) => month);
  }

  return { months, feedback, proposalItems };
}

function requireClosed(month: Month, last: Month): void {
  if (!isMonth(month)) throw new DomainError('report.no-month', { status: 404 });
  if (month > last) throw new DomainError('report.open-month', { status: 409, facts: { month } });
}

const withoutFigures = {
  smallest: 0,
  cells: [],
  total: null,
  more: false,
  byUnit: [],
  byTopic: [],
  byKind: [],
  byState: [],
  answering: { medianDays: null, late: null, inTime: null, useful: null, notUseful: null },
  proposals: [],
} satisfies Partial<FeedbackReport>;

const selectMonths = `
  select to_char(month, 'YYYY-MM') as month from feedback_snapshot where unit_id = $1::uuid order by month desc`;

// The tree as it was then: whoever came under the unit later is not in its earlier months.
const selectSnapshots = `
  select s.groups ->> 'code' as code, s.groups ->> 'name' as name, s.groups -> 'path' as path,
    s.groups -> 'cells' as cells, (s.groups ->> 'pool')::int as pool, (s.groups ->> 'more')::boolean as more,
    (s.groups ->> 'medianDays')::float8 as "medianDays", (s.groups ->> 'smallest')::int as smallest
  from feedback_snapshot s
  where s.month = $1::date and s.groups -> 'path' @> jsonb_build_array($2::text)
  order by jsonb_array_length(s.groups -> 'path'), s.groups ->> 'code'`;
