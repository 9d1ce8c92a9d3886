import type { Sql } from '../../platform/database/index.ts';
import { isId } from '../../platform/ids.ts';
import { FeedbackUnknown } from '../errors.ts';
import type { Sealing } from '../sealing.ts';
import type { Administrator, Unsealing, UnsealingState } from './port.ts';

const hourMs = 3_600_000;
/** Another administrator agrees within this, or nobody does. */
const agreeWithinMs = 72 * hourMs;
/** Who asked looks within this, from the moment at which another agreed. */
const seeWithinMs = 24 * hourMs;

export interface UnsealingRow {
  id: string;
  itemId: string;
  number: string;
  unitId: string;
  unitCode: string;
  unitName: string;
  topId: string;
  askedBy: Administrator;
  askedAt: Date;
  grounds: Uint8Array;
  agreedBy: Administrator | null;
  agreedAt: Date | null;
  seenAt: Date | null;
  endedById: string | null;
  told: boolean;
}

/** The latest of these units at the top. */
export async function unsealingsOf(sql: Sql, tops: readonly string[]): Promise<UnsealingRow[]> {
  return await sql.query<UnsealingRow>(
    `${selectRows} where unsealing.top_id = any ($1::uuid[]) order by unsealing.asked_at desc limit 50`,
    [tops],
  );
}

/** All that were ever asked about an item. */
export async function unsealingsOfItem(sql: Sql, itemId: string): Promise<UnsealingRow[]> {
  return await sql.query<UnsealingRow>(`${selectRows} where unsealing.item_id = $1`, [itemId]);
}

/** @throws {FeedbackUnknown} none, or one of another tree */
export async function unsealingOf(sql: Sql, id: string, tops: readonly string[]): Promise<UnsealingRow> {
  return await found(sql, id, { tops, lock: '' });
}

/** The same, held against everybody else until the transaction ends. */
export async function lockUnsealing(sql: Sql, id: string, tops: readonly string[]): Promise<UnsealingRow> {
  return await found(sql, id, { tops, lock: 'for update of unsealing' });
}

async function found(
  sql: Sql,
  id: string,
  { tops, lock }: { tops: readonly string[]; lock: string },
): Promise<UnsealingRow> {
  const query = `${selectRows} where unsealing.id = $1 and unsealing.top_id = any ($2::uuid[]) ${lock}`;
  const [row] = isId(id) ? await sql.query<UnsealingRow>(query, [id, tops]) : [];
  if (!row) throw new FeedbackUnknown();
  return row;
}

export function stateOf(row: UnsealingRow, now: Date): UnsealingState {
  if (row.endedById !== null) return row.endedById === row.askedBy.id ? 'withdrawn' : 'refused';
  if (row.seenAt !== null) return 'seen';
  if (now >= endOf(row)) return 'expired';
  return row.agreedAt === null ? 'asked' : 'agreed';
}

function endOf({ askedAt, agreedAt }: UnsealingRow): Date {
  return new Date(agreedAt === null ? askedAt.getTime() + agreeWithinMs : agreedAt.getTime() + seeWithinMs);
}

export function shown(row: UnsealingRow, { sealing, now }: { sealing: Sealing; now: Date }): Unsealing {
  const { id, itemId, number, unitId, unitCode, unitName, askedBy, askedAt, agreedBy, agreedAt, told } = row;
  const state = stateOf(row, now);
  return {
    id,
    item: { id: itemId, number, unit: { id: unitId, code: unitCode, name: unitName } },
    state,
    askedBy,
    askedAt: askedAt.toISOString(),
    ...sealing.openGrounds(id, row.grounds),
    agreedBy,
    agreedAt: agreedAt?.toISOString() ?? null,
    until: state === 'asked' || state === 'agreed' ? endOf(row).toISOString() : null,
    told,
  };
}

const person = (alias: string) =>
  `jsonb_build_object('id', ${alias}.id, 'code', ${alias}.code, 'fullName', ${alias}.full_name)`;

/** A word of which one attempt has come to its end has been brought, or waits for a chat that takes it. */
const selectRows = `
  select unsealing.id, unsealing.item_id as "itemId", item.number, unit.id as "unitId", unit.code as "unitCode",
    unit.name as "unitName", unsealing.top_id as "topId", ${person('asker')} as "askedBy",
    unsealing.asked_at as "askedAt", unsealing.grounds,
    case when agreer.id is not null then ${person('agreer')} end as "agreedBy", unsealing.agreed_at as "agreedAt",
    unsealing.seen_at as "seenAt", unsealing.ended_by_id as "endedById",
    unsealing.position is not null and not exists (
      select from feedback_outbox word
      where word.item_id = unsealing.item_id and word.position = unsealing.position and word.attempts < 2
    ) as told
  from feedback_unsealing unsealing
  join feedback_item item on item.id = unsealing.item_id
  join unit on unit.id = item.unit_id
  join member asker on asker.id = unsealing.asked_by_id
  left join member agreer on agreer.id = unsealing.agreed_by_id`;
