import { bytesOf, allRows, rowsOf, textsOf, type Dump, type DumpRow } from './dump.ts';

/**
 * What somebody does who has dumps, logs and files, and not the key. docs/threat-model.md names each by the name it has
 * here. Each answers with what it found: nothing, or a score beside what guessing would score.
 */

/** A claim that an item is this person's. */
export interface Link {
  itemId: string;
  memberId: string;
  by: string;
}

const uuid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;
const number = /\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/g;
/** Whole bytes, such as hashes and ciphertexts. */
const bytes = /^[0-9a-f]{32,}$/;

/** Values by which a row can be found again elsewhere. An address is one, however it looks. */
function handles(row: DumpRow, ignored: ReadonlySet<string>, addresses = new Set<string>()): string[] {
  const found = textsOf(row).flatMap((text) =>
    bytes.test(text) || addresses.has(text)
      ? [text]
      : [...(text.match(uuid) ?? []), ...(text.replaceAll(uuid, ' ').match(number) ?? [])],
  );
  return [...new Set(found)].filter((handle) => !ignored.has(handle));
}

/** Of the levels without a name. */
export const secretItems = (dump: Dump): DumpRow[] =>
  rowsOf(dump, 'feedback_item').filter(({ values }) => values['level'] !== 'named');

/**
 * (a) From each item to all rows that hold one of its values, from there to all that hold one of theirs, and so on, as
 * far as it goes: whose row is reached?
 *
 * @param ignored ids of units, topics, officers and other things that many rows rightly name
 */
export function joinByEqualValues(dump: Dump, ignored: ReadonlySet<string>): Link[] {
  const addresses = new Set(rowsOf(dump, 'chat').map(({ values }) => String(values['address'])));
  const byHandle = new Map<string, DumpRow[]>();
  for (const row of allRows(dump))
    for (const handle of handles(row, ignored, addresses)) {
      const rows = byHandle.get(handle) ?? [];
      rows.push(row);
      byHandle.set(handle, rows);
    }
  return secretItems(dump).flatMap((item) => {
    const reached = new Set<DumpRow>([item]);
    for (const row of reached)
      for (const handle of handles(row, ignored, addresses))
        for (const next of byHandle.get(handle) ?? []) reached.add(next);
    return [...reached]
      .filter(({ table }) => table === 'member')
      .map(({ values }) => ({
        itemId: String(item.values['id']),
        memberId: String(values['id']),
        by: [...new Set([...reached].map(({ table }) => table))].join(' > '),
      }));
  });
}

/** (a) The same by parts of values: is anything of an item contained in a longer value of a row that knows a person? */
export function joinByContainedValues(dump: Dump, ignored: ReadonlySet<string>): string[] {
  const secret = new Set(
    [...secretItems(dump), ...rowsOf(dump, 'feedback_staged')].flatMap((row) => handles(row, ignored)),
  );
  const elsewhere = allRows(dump)
    // What an officer did to an item is told with its id, as it should be: who wrote it is not in that row.
    .filter(({ table }) => !table.startsWith('feedback_') && table !== 'audit_entry')
    .map((row) => ({ row, text: textsOf(row).join('\n') }));
  return [...secret].flatMap((value) =>
    elsewhere.filter(({ text }) => text.includes(value)).map(({ row }) => `${value} in ${row.table}`),
  );
}

/** (a) Is anything that was written readable anywhere? */
export const searchForWords = (dump: Dump, word: string): string[] =>
  allRows(dump)
    .filter(
      (row) =>
        textsOf(row).some((text) => text.includes(word)) || bytesOf(row).some((each) => each.includes(word)),
    )
    .map(({ table }) => `${word} in ${table}`);

/** The items of one level that came to their readers on one day, and who was heard before that, in the order of time. */
export interface DayOfItems {
  items: readonly DumpRow[];
  /** Member ids, one for each item, as the attacker sees them come in the ledgers of the chats. */
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

/** In which items can be put in order: how they lie, and by each of their columns. */
export function ordersOf(items: readonly DumpRow[]): Record<string, (row: DumpRow, place: number) => string> {
  const orders: Record<string, (row: DumpRow, place: number) => string> = {
    heap: (_, place) => String(place).padStart(9, '0'),
  };
  for (const column of Object.keys(items[0]?.values ?? {}))
    orders[column] = ({ table, values }, place) =>
      `${textsOf({ table, values: { [column]: values[column] } }).join()} ${String(place).padStart(9, '0')}`;
  return orders;
}

/** (c) How many lengths ciphertexts have, by table and column: each says what is as long as it. */
export function sizesOf(dump: Dump): Map<string, Set<number>> {
  const sizes = new Map<string, Set<number>>();
  const secret = new Set(secretItems(dump).map(({ values }) => values['id']));
  const rows = [
    ...secretItems(dump),
    ...rowsOf(dump, 'feedback_staged'),
    ...rowsOf(dump, 'feedback_staged_file'),
    ...['feedback_entry', 'feedback_file'].flatMap((table) =>
      rowsOf(dump, table).filter(({ values }) => secret.has(values['item_id'])),
    ),
  ];
  for (const { table, values } of rows)
    for (const [column, value] of Object.entries(values))
      if (value instanceof Uint8Array) {
        const key = `${table}.${column}`;
        sizes.set(key, (sizes.get(key) ?? new Set()).add(value.length));
      }
  return sizes;
}

/** (d) Moments finer than a day in rows that belong to items of a level without a name. */
export function momentsIn(dump: Dump): string[] {
  const secret = new Set(secretItems(dump).map(({ values }) => values['id']));
  const rows = allRows(dump).filter(
    ({ table, values }) =>
      table.startsWith('feedback_staged') ||
      // A word that waits for its author has its moment: {@link matchAnswers}.
      (table.startsWith('feedback_') &&
        table !== 'feedback_outbox' &&
        (secret.has(values['id']) || secret.has(values['item_id']))),
  );
  return rows.flatMap((row) => {
    const moments = textsOf(row).filter(
      (text) => /\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(text) && !text.endsWith('T00:00:00.000Z'),
    );
    // A version 7 id begins with its millisecond.
    const timely = textsOf(row).filter((text) => /^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(text) && isOwn(row, text));
    return [...moments, ...timely].map((text) => `${row.table}: ${text}`);
  });
}

/** Ids that were made with the row: those of units, topics and officers were not. */
const isOwn = ({ values }: DumpRow, text: string): boolean =>
  ['id', 'item_id', 'staged_id'].some((column) => values[column] === text);

/** (e) What lay in an old backup and what lies there now: is any run of 16 bytes the same? */
export function matchBackup(backup: Dump, now: Dump): string[] {
  const run = 16;
  const before = new Set<string>();
  const staged = [...rowsOf(backup, 'feedback_staged'), ...rowsOf(backup, 'feedback_staged_file')];
  const still = new Set(
    [...rowsOf(now, 'feedback_staged'), ...rowsOf(now, 'feedback_staged_file')].map(
      ({ values }) => values['id'],
    ),
  );
  // Every fourth place of the one and every place of the other find each run of nineteen.
  for (const row of staged.filter(({ values }) => !still.has(values['id'])))
    for (const each of beginnings(row))
      for (let at = 0; at + run <= each.length; at += 4) before.add(each.toString('latin1', at, at + run));
  return [...secretItems(now), ...rowsOf(now, 'feedback_file')].flatMap((row) =>
    beginnings(row).flatMap((each) => {
      for (let at = 0; at + run <= each.length; at += 1)
        if (before.has(each.toString('latin1', at, at + run)))
          return [`${row.table} ${String(row.values['id'])}`];
      return [];
    }),
  );
}

/** Of a file the beginning: what is sealed anew differs from there on. */
const beginnings = (row: DumpRow): Buffer[] => [
  Buffer.from(String(row.values['id']).replaceAll('-', ''), 'hex'),
  ...bytesOf(row).map((each) => each.subarray(0, 16_384)),
];

/** (e) A word to an author that waited in the backup and is gone, and what was said on a page since: by the moment. */
export function matchAnswers(
  backup: Dump,
  now: Dump,
  { memberAt, withinMs }: { memberAt: ReadonlyMap<string, string>; withinMs: number },
): Link[] {
  const waits = new Set(rowsOf(now, 'feedback_outbox').map(({ values }) => values['id']));
  const secret = new Set(secretItems(now).map(({ values }) => values['id']));
  const said = rowsOf(now, 'web_message').filter(({ values }) => values['direction'] === 'out');
  return rowsOf(backup, 'feedback_outbox')
    .filter(({ values }) => secret.has(values['item_id']) && !waits.has(values['id']))
    .flatMap(({ values }) => {
      const due = new Date(String(values['due_at'])).getTime();
      const near = said.filter((message) => {
        const late = new Date(String(message.values['created_at'])).getTime() - due;
        return late >= 0 && late <= withinMs;
      });
      return near.map((message) => ({
        itemId: String(values['item_id']),
        memberId: memberAt.get(String(message.values['address'])) ?? '',
        by: 'moment',
      }));
    });
}

/** (f) Lines that name an item and a person, or say anything of what was written. */
export function readLogs(
  lines: readonly string[],
  {
    items,
    persons,
    words,
  }: { items: readonly string[]; persons: readonly string[]; words: readonly string[] },
): string[] {
  return lines.filter(
    (line) =>
      words.some((word) => line.includes(word)) ||
      (items.some((item) => line.includes(item)) && persons.some((person) => line.includes(person))),
  );
}
