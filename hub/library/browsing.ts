import { calendarDay } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { mayKeep, mayRead, withEyes, type Eyes } from './eyes.ts';
import type { Browsed, BrowseFilter, Counted, DocumentSummary, Keeping, Reading } from './port.ts';
import { summaryColumns, summaryOf, type SummaryRow } from './row.ts';
import { folded } from './search/syllables.ts';
import { standingsOf } from './status.ts';

const pageLength = 20;
const mostNew = 20;
const newForMs = 30 * 86_400_000;

/** Lists of documents that somebody may read. */
export function browsing({ database, clock, eyes }: { database: Database; clock: Clock; eyes: Eyes }) {
  /** Filters are words and names without their diacritics, which no index of the database knows: they are tried here. */
  const browse: Reading['browse'] = async (by, filter) => {
    const all = await summaries(await rowsFor(by, `d.state = 'released' and ${mayRead}`));
    const wanted = all.filter((document) => fits(document, filter)).toSorted(newestFirst);
    const pages = Math.max(1, Math.ceil(wanted.length / pageLength));
    const page = Math.min(pages, Math.max(1, Math.trunc(filter.page ?? 1) || 1));
    return {
      documents: wanted.slice((page - 1) * pageLength, page * pageLength),
      total: wanted.length,
      page,
      pages,
      ...countedOf(all),
    };
  };

  const drafts: Keeping['drafts'] = async (by) =>
    await summaries(await rowsFor(by, `d.state = 'draft' and ${mayKeep}`, 'd.added_at desc, d.id desc'));

  const whatsNew: Reading['whatsNew'] = async (memberId) => {
    const [seen] = await database.query<{ seenAt: Date }>(
      'select seen_at as "seenAt" from library_seen where member_id = $1',
      [memberId],
    );
    const since = seen?.seenAt ?? new Date(clock().getTime() - newForMs);
    const values = [...(await eyes.of({ memberId, via: 'system' })), since, mostNew];
    return await summaries(await database.query<SummaryRow>(selectNew, values));
  };

  const markSeen: Reading['markSeen'] = async (memberId) => {
    await database.query(
      `insert into library_seen (member_id, seen_at) values ($1, $2)
       on conflict (member_id) do update set seen_at = greatest(library_seen.seen_at, excluded.seen_at)`,
      [memberId, clock()],
    );
  };

  async function rowsFor(by: Actor, condition: string, order = 'd.id'): Promise<SummaryRow[]> {
    return await database.query<SummaryRow>(
      `${withEyes} select ${summaryColumns} from library_document d join unit u on u.id = d.unit_id
       where ${condition} order by ${order}`,
      await eyes.of(by),
    );
  }

  async function summaries(rows: readonly SummaryRow[]): Promise<DocumentSummary[]> {
    const standings = await standingsOf(database, rows, calendarDay(clock()));
    return rows.map((row) => summaryOf(row, standings.get(row.id)!));
  }

  return { browse, drafts, whatsNew, markSeen };
}

function fits(document: DocumentSummary, { words, kind, issuer, year, status, unit }: BrowseFilter): boolean {
  if (status !== undefined && document.status !== status) return false;
  if (unit !== undefined && document.unit.code !== unit) return false;
  if (year !== undefined && yearOf(document) !== String(year)) return false;
  if (kind !== undefined && folded(document.kind) !== folded(kind)) return false;
  if (issuer !== undefined && folded(document.issuer) !== folded(issuer)) return false;
  const said = ` ${folded(`${document.number} ${document.kind} ${document.title} ${document.issuer}`)} `;
  return folded(words ?? '')
    .split(' ')
    .every((word) => word === '' || said.includes(` ${word}`));
}

/** What has no day comes last. */
function newestFirst(a: DocumentSummary, b: DocumentSummary): number {
  return (b.date ?? '').localeCompare(a.date ?? '') || a.title.localeCompare(b.title, 'vi');
}

function yearOf({ date }: DocumentSummary): string {
  return date?.slice(0, 4) ?? '';
}

function countedOf(all: readonly DocumentSummary[]): Pick<Browsed, 'kinds' | 'issuers' | 'years'> {
  return {
    kinds: counted(all.map(({ kind }) => kind)),
    issuers: counted(all.map(({ issuer }) => issuer)),
    years: counted(all.map(yearOf)),
  };
}

/** Names that differ in their diacritics or case alone are one: the way that is written most often. */
function counted(names: readonly string[]): Counted[] {
  const named = names.filter((name) => name !== '');
  return [...Map.groupBy(named, folded).values()]
    .map((same) => ({ name: mostFrequent(same), count: same.length }))
    .toSorted((a, b) => b.count - a.count || a.name.localeCompare(b.name, 'vi'));
}

function mostFrequent(names: readonly string[]): string {
  const groups = [...Map.groupBy(names, (name) => name).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]![0]!;
}

const selectNew = `
  ${withEyes}
  select ${summaryColumns} from library_document d join unit u on u.id = d.unit_id
  where d.state = 'released' and d.released_at > $4 and ${mayRead}
  order by d.released_at desc, d.id desc limit $5`;
