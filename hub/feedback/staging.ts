import type { Day } from '../meetings/index.ts';
import { calendarDay } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';
import { shuffled } from '../platform/shuffled.ts';
import type { FeedbackKind, GivenFile } from './port.ts';
import type { Sealing } from './sealing.ts';

/** What a staged confidential row holds inside. */
export interface StagedConfidential {
  kind: FeedbackKind;
  topicId: string | null;
  topic: string | null;
  text: string;
  /** Who is to answer. */
  unitId: string;
  /** As its author was told. */
  number: string;
}

/** What a staged unlinkable row holds inside; its unit stands outside, so that company can be counted. */
export interface StagedUnlinkable {
  kind: FeedbackKind;
  topicId: string | null;
  topic: string | null;
  text: string;
  /** Base64 of what its receipt is found by once it is released. */
  releasedHash: string;
}

/** What comes to wait. */
export type NewStaged =
  | {
      level: 'confidential';
      content: StagedConfidential;
      memberId: string;
      requestHash: Uint8Array | null;
      files: readonly GivenFile[];
    }
  | {
      level: 'unlinkable';
      content: StagedUnlinkable;
      unitId: string;
      receiptHash: Uint8Array;
      files: readonly GivenFile[];
    };

/** A row of `feedback_staged` with its files, all sealed. */
export interface StagedRow {
  id: string;
  level: 'confidential' | 'unlinkable';
  unitId: string | null;
  stagedOn: Day;
  content: Uint8Array;
  author: Uint8Array | null;
  requestHash: Uint8Array | null;
  receiptHash: Uint8Array | null;
  files: readonly { id: string; content: Uint8Array }[];
}

/** How many of those that wait are taken up and laid down again with what is new. */
const mixedWith = 8;
/** Of their files together; one row may have more. */
const mixedFileBytes = 8 * 1024 * 1024;

/**
 * What nobody reads yet. Rows are laid down among those that wait: some that lie there are taken up and laid down again
 * with them in random order, so that neither place in the heap nor the number of a TOAST value tells which came when.
 * They go through this process, since an update would leave their TOAST values where they are.
 */
export function staging({ sealing, clock }: { sealing: Sealing; clock: Clock }) {
  /**
   * Inside the caller's transaction.
   *
   * @returns for each whether it is new: what repeats a request that waits already is left out
   */
  async function stage(sql: Sql, given: readonly NewStaged[]): Promise<boolean[]> {
    const rows = given.map(sealed);
    const laid = await mixIn(sql, rows);
    return rows.map(({ id }) => laid.has(id));
  }

  function sealed(given: NewStaged): StagedRow {
    const id = sealing.newId();
    const files = given.files.map((file) => {
      const fileId = sealing.newId();
      return { id: fileId, content: sealing.sealFile(fileId, given.level, file) };
    });
    const confidential = given.level === 'confidential' ? given : null;
    const unlinkable = given.level === 'unlinkable' ? given : null;
    return {
      id,
      level: given.level,
      unitId: unlinkable?.unitId ?? null,
      stagedOn: calendarDay(clock()),
      content: sealing.sealStaged(given.content),
      author: confidential && sealing.sealAuthor(id, confidential.memberId),
      requestHash: confidential?.requestHash ?? null,
      receiptHash: unlinkable?.receiptHash ?? null,
      files,
    };
  }

  return { stage, openStaged: sealing.openStaged };
}

/** Lays rows down with some of those that wait. Returns the ids of all that lie there now. */
export async function mixIn(sql: Sql, rows: readonly StagedRow[]): Promise<Set<string>> {
  const others = await takeUpSome(sql, mixedWith);
  // Of two with one request the one stays that lay there: its number has been told.
  const requests = new Set(others.map(({ requestHash }) => requestHash && hex(requestHash)));
  const fresh = rows.filter(({ requestHash }) => !requestHash || !requests.has(hex(requestHash)));
  return await layDown(sql, shuffled([...fresh, ...others]));
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Takes these rows out, with their files. They are held by the caller's transaction. */
export async function takeUp(sql: Sql, ids: readonly string[]): Promise<StagedRow[]> {
  const rows = await sql.query<Omit<StagedRow, 'files'>>(selectRows, [ids]);
  const files = await sql.query<{ id: string; stagedId: string; content: Uint8Array }>(takeFiles, [ids]);
  await sql.query('delete from feedback_staged where id = any ($1::uuid[])', [ids]);
  const byRow = Map.groupBy(files, ({ stagedId }) => stagedId);
  return rows.map((row) => ({ ...row, files: byRow.get(row.id) ?? [] }));
}

async function takeUpSome(sql: Sql, most: number): Promise<StagedRow[]> {
  const held = await sql.query<{ id: string }>(lockSome, [most, mixedFileBytes]);
  return held.length === 0
    ? []
    : await takeUp(
        sql,
        held.map(({ id }) => id),
      );
}

async function layDown(sql: Sql, rows: readonly StagedRow[]): Promise<Set<string>> {
  const laid = await sql.query<{ id: string }>(insertRows, [
    rows.map(({ id }) => id),
    rows.map(({ level }) => level),
    rows.map(({ unitId }) => unitId),
    rows.map(({ stagedOn }) => stagedOn),
    rows.map(({ content }) => content),
    rows.map(({ author }) => author),
    rows.map(({ requestHash }) => requestHash),
    rows.map(({ receiptHash }) => receiptHash),
  ]);
  const ids = new Set(laid.map(({ id }) => id));
  const files = shuffled(
    rows
      .filter(({ id }) => ids.has(id))
      .flatMap((row) => row.files.map(({ id, content }) => ({ id, stagedId: row.id, content }))),
  );
  // One by one: a statement with all of them would hold each file three times over.
  for (const { id, stagedId, content } of files) await sql.query(insertFile, [id, stagedId, content]);
  return ids;
}

// What somebody else is moving or releasing at this moment is left to them.
const lockSome = `
  select id from feedback_staged where id in (
    select id from (
      select id, row_number() over drawn as place, sum(bytes) over drawn as bytes
      from (
        select id, random() as lot,
          coalesce((select sum(length(f.content)) from feedback_staged_file f where f.staged_id = s.id), 0) as bytes
        from feedback_staged s order by lot limit $1
      ) lots window drawn as (order by lot, id)
    ) measured where place = 1 or bytes <= $2
  ) for update skip locked`;

const selectRows = `
  select id, level, unit_id as "unitId", staged_on as "stagedOn", content, author, request_hash as "requestHash",
    receipt_hash as "receiptHash"
  from feedback_staged where id = any ($1::uuid[])`;

const takeFiles =
  'delete from feedback_staged_file where staged_id = any ($1::uuid[]) returning id, staged_id as "stagedId", content';

const insertRows = `
  insert into feedback_staged (id, level, unit_id, staged_on, content, author, request_hash, receipt_hash)
  select * from unnest($1::uuid[], $2::feedback_level[], $3::uuid[], $4::date[], $5::bytea[], $6::bytea[], $7::bytea[],
    $8::bytea[])
  on conflict (request_hash) do nothing returning id`;

const insertFile = 'insert into feedback_staged_file (id, staged_id, content) values ($1, $2, $3)';
