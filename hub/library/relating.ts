import type { Sql } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { firstDate } from './describing/dates.ts';
import type { Relation } from './describing/relations.ts';
import { unitsUpward } from './eyes.ts';

/** Numbers are compared without their case, spaces and đ: `24-QĐ/TW` is also typed `24-QD/TW`. */
export const numberKey = (column: string) => `lower(translate(${column}, 'Đđ ', 'Dd'))`;

/** Puts down what a text says of others, as it is read now; what a person decided stays. */
export async function keepRelations(
  sql: Sql,
  documentId: string,
  relations: readonly Relation[],
): Promise<void> {
  const found = relations.map(({ kind, number, start, end }) => ({
    id: newId(),
    kind: kind === 'replaced-by' ? 'replaced_by' : kind,
    number,
    start,
    end,
  }));
  const values = [documentId, JSON.stringify(found)];
  await sql.query(forgetUnsaid, values);
  await sql.query(leaveDecided, values);
  await sql.query(insertFound, values);
}

/**
 * Looks anew which documents are meant where nobody has chosen: by a document, by all that name its number, and by all
 * that name the number it had. One is meant where it is the only one of that number – and of that day, where the text names a day – among
 * what was issued before, in the same unit or above it; anything else is for a person to choose.
 *
 * @returns ids of the documents of which something else is said now, by which they may stand otherwise
 */
export async function findTargets(sql: Sql, documentId: string, hadNumber = ''): Promise<Set<string>> {
  const open = await sql.query<OpenRelation>(selectOpen, [documentId, hadNumber]);
  const meant = open.map(({ id, targetId, number, said, candidates }) => {
    const date = said === null ? null : dayAfter(number, said);
    const ofThatDay = candidates.filter((candidate) => date === null || candidate.date === date);
    return { id, before: targetId, after: ofThatDay.length === 1 ? ofThatDay[0]!.id : null };
  });
  const moved = meant.filter(({ before, after }) => before !== after);
  if (moved.length > 0) {
    await sql.query(setTargets, [JSON.stringify(moved.map(({ id, after }) => ({ id, target: after })))]);
  }
  return new Set(moved.flatMap(({ before, after }) => [before, after]).filter((id) => id !== null));
}

/** Documents that others speak of, or that speak of themselves: how they stand hangs on a document that changed. */
export async function spokenOf(sql: Sql, documentId: string): Promise<Set<string>> {
  const rows = await sql.query<{ id: string }>(
    `select target_id as id from library_relation where document_id = $1 and target_id is not null
     union select document_id from library_relation where target_id = $1 and kind = 'replaced_by'`,
    [documentId],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Lets whoever holds an index look at these again. */
export async function touch(sql: Sql, ids: Iterable<string>, version: number): Promise<void> {
  await sql.query('update library_document set version = $2 where id = any ($1::uuid[])', [
    [...ids],
    version,
  ]);
}

/** The day that stands right behind a number: `Quy định số 24-QĐ/TW, ngày 30/7/2021 …`. */
function dayAfter(number: string, said: string): string | null {
  const at = said.indexOf(number);
  const behind = at === -1 ? '' : said.slice(at + number.length, at + number.length + 40);
  return /^[\s,(]*(?:ngày|\d)/u.test(behind) ? firstDate(behind) : null;
}

interface OpenRelation {
  id: string;
  number: string;
  targetId: string | null;
  /** The clause that says it; null where a person added it. */
  said: string | null;
  candidates: { id: string; date: string | null }[];
}

const found = `
  jsonb_to_recordset($2::jsonb) as f (id uuid, kind library_relation_kind, number text, start int, "end" int)`;

const forgetUnsaid = `
  delete from library_relation r where r.document_id = $1 and r.start is not null and r.state = 'found'
    and not exists (select from ${found} where f.kind = r.kind and f.number = r.number)`;

/** What a person decided holds without the words that were there when it was decided. */
const leaveDecided = `
  update library_relation r set start = null, "end" = null where r.document_id = $1 and r.start is not null
    and not exists (select from ${found} where f.kind = r.kind and f.number = r.number)`;

const insertFound = `
  insert into library_relation (id, document_id, kind, number, state, start, "end")
  select f.id, $1, f.kind, f.number, 'found', f.start, f."end" from ${found}
  on conflict (document_id, kind, number) do update set start = excluded.start, "end" = excluded."end"`;

/** Before or after, as the kind wants it; a document without a day may be either. */
export const fitsInTime = (relation: string, says: string, other: string) => `
  (${says}.issued_on is null or ${other}.issued_on is null
    or case when ${relation}.kind = 'replaced_by' then ${other}.issued_on >= ${says}.issued_on
       else ${other}.issued_on <= ${says}.issued_on end)`;

const selectOpen = `
  with recursive changed as (
    select id, ${numberKey('number')} as key from library_document where id = $1
    union all select $1::uuid, ${numberKey('$2::text')}
  ),
  open as (
    select r.*, d.unit_id, d.issued_on, substring(d.text from r.start + 1 for r."end" - r.start) as said
    from library_relation r join library_document d on d.id = r.document_id
    where (r.state = 'found' or (r.state = 'confirmed' and r.target_id is null)) and r.start is not null
      and d.state <> 'removed'
      and (r.document_id in (select id from changed) or r.target_id in (select id from changed)
        or ${numberKey('r.number')} in (select key from changed where key <> ''))
  ),
  ${unitsUpward('select distinct unit_id from open')}
  select o.id, o.number, o.target_id as "targetId", o.said,
    coalesce(json_agg(json_build_object('id', c.id, 'date', c.issued_on)) filter (where c.id is not null), '[]')
      as candidates
  from open o left join library_document c on c.state = 'released' and c.id <> o.document_id
    and ${numberKey('c.number')} = ${numberKey('o.number')} and ${fitsInTime('o', 'o', 'c')}
    and exists (select from upward w where w.unit_id = o.unit_id and w.id = c.unit_id)
  group by o.id, o.number, o.target_id, o.said`;

const setTargets = `
  update library_relation r set target_id = given.target
  from jsonb_to_recordset($1::jsonb) as given (id uuid, target uuid) where given.id = r.id`;
