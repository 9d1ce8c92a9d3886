import { allRows, bytesOf, rowsOf, secretItems, textsOf, type Dump, type DumpRow } from '../dump.ts';
import type { Link } from './joining.ts';

/** Attacks by size, by moment, by what an old backup had, and by what the log says. */

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

/** (e) Items of which anything is another than it was, as they lie now. */
export function changedItems(before: Dump, now: Dump): DumpRow[] {
  // Which transaction wrote it last changes with every touch, also where nothing else does.
  const said = ({ table, values }: DumpRow) => textsOf({ table, values: { ...values, xmin: null } }).join();
  const known = new Map(secretItems(before).map((row) => [row.values['id'], said(row)]));
  return secretItems(now).filter((row) => known.get(row.values['id']) !== said(row));
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
