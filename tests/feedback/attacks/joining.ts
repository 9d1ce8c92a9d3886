import { createHash, createHmac } from 'node:crypto';
import { allRows, bytesOf, rowsOf, secretItems, textsOf, type Dump, type DumpRow } from '../dump.ts';

/** Attacks by values that come again elsewhere. Each answers with what it found: nothing. */

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

/**
 * (a) Hashes of an event, or of a row's id, that were made without a key: does what the ledgers tell give one that
 * stands beside something said?
 */
export function hashEvents(dump: Dump): string[] {
  const kept = new Set(
    ['feedback_staged', 'feedback_item'].flatMap((table) =>
      rowsOf(dump, table).flatMap(({ values }) =>
        ['request_hash', 'receipt_hash'].flatMap((column) =>
          values[column] instanceof Uint8Array ? Buffer.from(values[column]).toString('hex') : [],
        ),
      ),
    ),
  );
  const members = rowsOf(dump, 'member').map(({ values }) => String(values['id']));
  const memberAt = new Map(
    rowsOf(dump, 'chat').map(({ values }) => [String(values['address']), String(values['member_id'])]),
  );
  const tried = rowsOf(dump, 'inbound_event').flatMap(({ values }) => {
    const keys = [String(values['event_key']), String(values['id'])];
    const memberId = memberAt.get(String(values['address'])) ?? '';
    return keys.flatMap((key) => [key, `${memberId} ${key}`, `${memberId}:${key}`, `${memberId}${key}`]);
  });
  return [...members, ...tried].flatMap((text) =>
    hashes(text)
      .filter((hash) => kept.has(hash))
      .map((hash) => `${hash} of ${text}`),
  );
}

const hashes = (text: string): string[] => [
  createHash('sha256').update(text).digest('hex'),
  createHash('sha512').update(text).digest('hex').slice(0, 64),
  ...['', 'feedback-request', 'feedback-receipt-staged', 'feedback-receipt-released'].map((salt) =>
    createHmac('sha256', salt).update(text).digest('hex'),
  ),
];
