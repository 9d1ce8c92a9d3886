import type { Database } from '../platform/database/index.ts';
import type { DocumentName } from './document-name.ts';
import { mayRead, unitsUpward, withEyes } from './eyes.ts';
import type { RelationKind, RelationView } from './port.ts';
import { fitsInTime, numberKey } from './relating.ts';
import { nameOf } from './row.ts';

/** What is between some documents and others, as somebody may see it. */
export function relationViews({ database }: { database: Database }) {
  /** @param seen the values of {@link withEyes} */
  return async (seen: readonly unknown[], ids: readonly string[]): Promise<RelationView[]> => {
    const rows = await database.query<Row>(selectRelations, [...seen, ids]);
    return rows.map(({ from, target, candidates, ...row }) => ({
      ...row,
      from: nameOf(from),
      target: target && nameOf(target),
      candidates: target ? [] : candidates.map(nameOf),
    }));
  };
}

interface Row {
  id: string;
  from: DocumentName;
  kind: RelationKind;
  number: string;
  target: DocumentName | null;
  candidates: DocumentName[];
  state: RelationView['state'];
  said: string | null;
}

const name = (alias: string) => `
  json_build_object('id', ${alias}.id, 'number', ${alias}.number, 'kind', ${alias}.kind, 'issuer', ${alias}.issuer,
    'date', ${alias}.issued_on, 'title', ${alias}.title)`;

/** Of others only what is released, and what they say only where both may be read. */
const selectRelations = `
  ${withEyes},
  readable as (
    select d.* from library_document d where (d.state = 'released' or d.id = any ($4::uuid[])) and ${mayRead}
  ),
  said as (
    select r.*, s.unit_id, s.issued_on, ${name('s')} as says,
      substring(s.text from r.start + 1 for r."end" - r.start) as words
    from library_relation r join readable s on s.id = r.document_id
    where r.document_id = any ($4::uuid[])
      or (r.target_id = any ($4::uuid[]) and exists (select from readable t where t.id = r.target_id))
  ),
  ${unitsUpward('select distinct unit_id from said', 'higher')}
  select said.id, said.says as from, said.kind, said.number, said.state, said.words as said,
    (select ${name('t')} from readable t where t.id = said.target_id) as target,
    coalesce((
      select json_agg(${name('c')} order by c.issued_on desc nulls last) from readable c
      where said.target_id is null and c.id <> said.document_id and c.state = 'released'
        and ${numberKey('c.number')} = ${numberKey('said.number')} and ${fitsInTime('said', 'said', 'c')}
        and exists (select from higher h where h.unit_id = said.unit_id and h.id = c.unit_id)
    ), '[]') as candidates
  from said order by said.start nulls last, said.id`;
