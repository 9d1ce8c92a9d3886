import type { Feedback, ItemSummary } from '../../feedback/index.ts';
import type { People, Unit } from '../../people/index.ts';
import type { Actor } from '../../platform/audit.ts';
import type { Database } from '../../platform/database/index.ts';
import { firstDay, type Month } from '../months.ts';
import type { GroupedItem } from '../port.ts';
import type { GroupOfUnit } from './telling.ts';

/** Groups as they are read, and what of them one may open anyway. */
export function proposalReading({
  database,
  people,
  feedback,
}: {
  database: Database;
  people: Pick<People, 'may'>;
  feedback: Pick<Feedback, 'answering'>;
}) {
  /** In the order in which they are shown. Whoever calls has asked for the right. */
  async function groupsOf(unitId: string, month: Month): Promise<GroupOfUnit[]> {
    const rows = await database.query<{ groups: GroupOfUnit[] }>(selectGroups, [unitId, firstDay(month)]);
    return rows[0]?.groups ?? [];
  }

  /** Of each group's words, the items that this very unit has, for who answers for it; for all others none. */
  async function itemsOf(by: Actor, unit: Unit, month: Month): Promise<Map<string, GroupedItem[]>> {
    const answers = by.memberId !== null && (await people.may(by.memberId, 'feedback.answer', unit.id));
    const groups = answers ? await groupsOf(unit.id, month) : [];
    if (groups.length === 0) return new Map();
    const rows = await database.query<GroupedRow>(selectGrouped, [firstDay(month), unit.id]);
    const ids = rows.map(({ id }) => id);
    const items = await feedback.answering.list(by, { unit: unit.code, ids, limit: mostItems });
    const byId = new Map(items.map((item) => [item.id, item]));
    return new Map(
      groups.map(({ theme, label }) => [
        label,
        rows.flatMap((row) => {
          const item = row.theme === theme ? byId.get(row.id) : undefined;
          return item ? [groupedItem(item, row)] : [];
        }),
      ]),
    );
  }

  return { groupsOf, itemsOf };
}

const mostItems = 1_000;

interface GroupedRow {
  id: string;
  theme: number;
  from: number | null;
  to: number | null;
}

function groupedItem({ id, number, text, receivedOn }: ItemSummary, { from, to }: GroupedRow): GroupedItem {
  // Changed since by its author, or wiped: what stands there now was not quoted.
  const quote = from !== null && to !== null && to <= text.length ? text.slice(from, to) : null;
  return { id, number, receivedOn, quote };
}

const selectGroups = 'select groups from feedback_proposals where unit_id = $1 and month = $2::date';

const selectGrouped = `
  select g.item_id as id, g.theme, g.quote_from as "from", g.quote_to as "to"
  from feedback_grouped g join feedback_item i on i.id = g.item_id
  where g.month = $1::date and i.unit_id = $2
  order by g.quote_from is null, i.received_on, i.id`;
