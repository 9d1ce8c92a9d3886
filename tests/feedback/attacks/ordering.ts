import { bytesOf, rowsOf, textsOf, type Dump, type DumpRow } from '../dump.ts';

/** Attacks by the order in which things lie. Each answers with a score, beside what drawing lots would score. */

/** What was said, or done about it, on one day by people who were heard just before, in the order of time. */
export interface DayOfItems {
  items: readonly DumpRow[];
  /** Member ids, one for each item, as the attacker sees them come in the ledgers of the chats: worse than it is. */
  heard: readonly string[];
  /** The truth, to score by: who wrote an item, by its id; and the how-manieth of the day it was. */
  authorOf: ReadonlyMap<string, string>;
  placeOf: ReadonlyMap<string, number>;
}

export interface Score {
  right: number;
  chance: number;
  sigma: number;
}

/** (b) The first to be heard wrote what lies first, the second the second, and so on: by this order, is that so? */
export function guessByOrder(
  days: readonly DayOfItems[],
  order: (row: DumpRow, place: number) => string,
): Score {
  const total = { right: 0, chance: 0, variance: 0 };
  for (const { items, heard, authorOf } of days) {
    const ordered = items
      .map((row, place) => ({ row, key: order(row, place) }))
      .sort((one, other) => (one.key < other.key ? -1 : 1))
      .map(({ row }) => authorOf.get(String(row.values['id'])));
    total.right += ordered.filter((author, index) => author === heard[index]).length;
    const drawn = simulated(ordered as string[], heard);
    total.chance += drawn.mean;
    total.variance += drawn.variance;
  }
  return { right: total.right, chance: total.chance, sigma: Math.sqrt(total.variance) };
}

/** What somebody scores who draws lots. */
function simulated(authors: readonly string[], heard: readonly string[]): { mean: number; variance: number } {
  const rounds = 400;
  let sum = 0;
  let squares = 0;
  for (let round = 0; round < rounds; round += 1) {
    const drawn = authors
      .map((author) => ({ author, lot: Math.random() }))
      .sort((one, other) => one.lot - other.lot);
    const right = drawn.filter(({ author }, index) => author === heard[index]).length;
    sum += right;
    squares += right * right;
  }
  const mean = sum / rounds;
  return { mean, variance: squares / rounds - mean * mean };
}

/** (b) Do items lie as they came? Spearman's correlation over all days, in standard deviations of what chance gives. */
export function correlateOrder(
  days: readonly DayOfItems[],
  order: (row: DumpRow, place: number) => string,
): number {
  let sum = 0;
  let variance = 0;
  for (const { items, placeOf } of days) {
    const count = items.length;
    if (count < 3) continue;
    const ordered = items
      .map((row, place) => ({ came: placeOf.get(String(row.values['id']))!, key: order(row, place) }))
      .sort((one, other) => (one.key < other.key ? -1 : 1));
    const ranks = ordered.map(({ came }) => ordered.filter((other) => other.came < came).length);
    const distance = ranks.reduce((total, rank, index) => total + (rank - index) ** 2, 0);
    sum += 1 - (6 * distance) / (count * (count * count - 1));
    variance += 1 / (count - 1);
  }
  return variance === 0 ? 0 : sum / Math.sqrt(variance);
}

/** In which rows of what was said can be put in order: how they lie, by each of their columns, by what lies beside them. */
export function ordersOf(
  dump: Dump,
  items: readonly DumpRow[],
): Record<string, (row: DumpRow, place: number) => string> {
  const orders: Record<string, (row: DumpRow, place: number) => string> = {
    heap: (_, place) => inDigits(place),
  };
  for (const table of ['feedback_entry', 'feedback_file', 'feedback_outbox', 'feedback_staged_file']) {
    const lastOf = new Map<unknown, number>();
    for (const [place, { values }] of rowsOf(dump, table).entries())
      lastOf.set(values['item_id'] ?? values['staged_id'], place);
    orders[table] = ({ values }, place) => `${inDigits(lastOf.get(values['id']) ?? 0)} ${inDigits(place)}`;
  }
  const bytes = new Map(items.map((item) => [item.values['id'], bytesWith(dump, item)]));
  orders['bytes'] = ({ values }, place) => `${inDigits(bytes.get(values['id'])!)} ${inDigits(place)}`;
  for (const column of Object.keys(items[0]?.values ?? {}))
    orders[column] = ({ table, values }, place) =>
      `${textsOf({ table, values: { [column]: values[column] } }).join()} ${inDigits(place)}`;
  return orders;
}

/** Of its ciphertexts, and of all that lies beside it. */
function bytesWith(dump: Dump, item: DumpRow): number {
  const { id } = item.values;
  const beside = ['feedback_entry', 'feedback_file', 'feedback_staged_file'].flatMap((table) =>
    rowsOf(dump, table).filter(({ values }) => values['item_id'] === id || values['staged_id'] === id),
  );
  return [item, ...beside].flatMap(bytesOf).reduce((sum, { length }) => sum + length, 0);
}

/** Member ids by how much was said in their chats on our page, in both directions: the least first. */
export function bySize(dump: Dump, heard: readonly string[]): string[] {
  const memberAt = new Map(
    rowsOf(dump, 'chat').map(({ values }) => [values['address'], values['member_id']]),
  );
  const said = new Map<unknown, number>();
  for (const row of rowsOf(dump, 'web_message')) {
    const memberId = memberAt.get(row.values['address']);
    const bytes = bytesOf(row).reduce((sum, { length }) => sum + length, 0);
    said.set(memberId, (said.get(memberId) ?? 0) + bytes);
  }
  return heard.toSorted((one, other) => (said.get(one) ?? 0) - (said.get(other) ?? 0));
}

const inDigits = (place: number): string => String(place).padStart(9, '0');
