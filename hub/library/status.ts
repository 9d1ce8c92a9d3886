import type { Sql } from '../platform/database/index.ts';
import { unitsUpward } from './eyes.ts';
import type { DocumentStatus, KnownDocument } from './port.ts';
import type { SummaryRow } from './row.ts';

/** Whether a document holds, and who says so. */
export interface Standing {
  status: DocumentStatus;
  /** Only a text says so: nobody has confirmed it. */
  isFound: boolean;
  replacedBy: KnownDocument['replacedBy'];
}

/** What decides it of the document itself. */
type Judged = Pick<SummaryRow, 'id' | 'saidStatus' | 'saysExpired' | 'described' | 'expires'>;

/**
 * What a person says goes before the days, the days before other documents, and what somebody confirmed before what was
 * only read.
 *
 * @param today the calendar day
 */
function standingOf(
  { saidStatus, saysExpired, described, expires }: Omit<Judged, 'id'>,
  replacedBy: Standing['replacedBy'],
  today: string,
): Standing {
  const confirmed = replacedBy.some((by) => by.confirmed);
  if (saidStatus) return { status: saidStatus, isFound: false, replacedBy };
  if ((expires !== null && expires <= today) || (saysExpired && described)) {
    return { status: 'expired', isFound: !described, replacedBy };
  }
  if (replacedBy.length > 0) return { status: 'replaced', isFound: !confirmed, replacedBy };
  return { status: saysExpired ? 'expired' : 'in_force', isFound: saysExpired, replacedBy };
}

/** How some documents stand, by their ids: one query, however many there are. */
export async function standingsOf<Row extends Judged>(
  sql: Sql,
  rows: readonly Row[],
  today: string,
): Promise<Map<string, Standing>> {
  const ids = rows.map(({ id }) => id);
  const found = ids.length === 0 ? [] : await sql.query<ReplacedBy>(selectReplacing, [ids]);
  const byDocument = Map.groupBy(found, ({ replaced }) => replaced);
  return new Map(
    rows.map((row) => {
      const replacedBy = (byDocument.get(row.id) ?? []).map(({ id, number, confirmed }) => ({
        id,
        number,
        confirmed,
      }));
      return [row.id, standingOf(row, onePerNumber(replacedBy), today)];
    }),
  );
}

interface ReplacedBy {
  replaced: string;
  id: string | null;
  number: string;
  confirmed: boolean;
}

/** Where both say it, it is one thing. The confirmed come first. */
function onePerNumber(all: Standing['replacedBy']): Standing['replacedBy'] {
  const known = new Map<string, Standing['replacedBy'][number]>();
  for (const by of all) {
    const key = by.id ?? by.number;
    if (!known.has(key)) known.set(key, by);
  }
  return [...known.values()];
}

/**
 * A document takes another's place only where it stands no lower than that and is there for all who read it: what a cell
 * says of a regulation of the Party's counts for nobody, and of what one may not read nothing is told.
 *
 * @param says alias of the one that says it
 * @param other alias of the one of which it is said
 */
const counts = (says: string, other: string) => `
  (${says}.unit_id = ${other}.unit_id
    or exists (select from upward w where w.unit_id = ${other}.unit_id and w.id = ${says}.unit_id))
  and (${says}.readers = 'members'
    or (${other}.readers = 'roles' and ${other}.reader_roles <@ ${says}.reader_roles))`;

const selectReplacing = `
  with recursive asked as (select * from library_document where id = any ($1::uuid[])),
  ${unitsUpward('select distinct unit_id from asked')}
  select said.replaced, said.id, said.number, said.confirmed from (
    select t.id as replaced, s.id, s.number, r.state = 'confirmed' as confirmed, s.issued_on
    from asked t join library_relation r on r.target_id = t.id
      join library_document s on s.id = r.document_id and s.state = 'released'
    where r.kind = 'replaces' and r.state <> 'rejected' and ${counts('s', 't')}
    union all
    select t.id, o.id, r.number, r.state = 'confirmed', o.issued_on
    from asked t join library_relation r on r.document_id = t.id
      left join library_document o on o.id = r.target_id and o.state = 'released'
        and ${counts('o', 't')}
    where r.kind = 'replaced_by' and r.state <> 'rejected'
  ) said order by said.confirmed desc, said.issued_on desc nulls last, said.number`;
