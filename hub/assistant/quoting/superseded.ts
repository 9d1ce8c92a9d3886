import type { FoundInLibrary, KnownDocument } from '../../library/index.ts';
import type { Remark } from '../port.ts';

type Statements = FoundInLibrary['statements'];

/** A newer document answers where its best place is worth this much of the best place of the one it replaced. */
const goodEnough = 0.5;
/** A chain of replacements longer than this is read no further. */
const longestChain = 6;

/**
 * What is found, with places of replaced documents behind those of what replaced them, where these say something of it
 * too; and what the reader is to know of the document that is answered with.
 */
export function newestFirst(found: FoundInLibrary): { found: FoundInLibrary; remarks: Remark[] } {
  const [best] = found.statements;
  if (!best) return { found, remarks: [] };
  const { document } = best;
  const [replacement] = document.replacedBy;
  // Of one that somebody said to be replaced, and nobody knows by what, this is what can be said.
  if (document.status === 'expired' || (document.status === 'replaced' && !replacement)) {
    return { found, remarks: [{ kind: 'expired', number: nameOf(document) }] };
  }
  if (document.status !== 'replaced' || !replacement) return { found, remarks: [] };
  const remark: Remark = {
    kind: 'replaced',
    number: nameOf(document),
    by: replacement.number,
    confirmed: replacement.confirmed,
  };
  const newer = newerOf(document, found.statements);
  const newest = found.statements.find(({ document: other }) => newer.has(other.id));
  if (!newest || newest.score < goodEnough * best.score) return { found, remarks: [remark] };
  return {
    found: { ...found, statements: inOrder(found.statements, newest.document.id, document.id) },
    remarks: [{ ...remark, by: nameOf(newest.document) }],
  };
}

/** Ids of what took its place, step by step, as far as it was found. */
function newerOf(document: KnownDocument, statements: Statements): ReadonlySet<string> {
  const known = new Map(statements.map(({ document: other }) => [other.id, other]));
  const newer = new Set<string>();
  let last: readonly KnownDocument[] = [document];
  for (let step = 0; step < longestChain && last.length > 0; step += 1) {
    const ids = last.flatMap(({ replacedBy }) => replacedBy.flatMap(({ id }) => (id === null ? [] : [id])));
    const fresh = ids.filter((id) => id !== document.id && !newer.has(id));
    for (const id of fresh) newer.add(id);
    last = fresh.flatMap((id) => known.get(id) ?? []);
  }
  return newer;
}

function inOrder(statements: Statements, first: string, last: string): Statements {
  const place = ({ document: { id } }: Statements[number]) => (id === first ? 0 : id === last ? 2 : 1);
  return statements.toSorted((a, b) => place(a) - place(b));
}

/** By its number, where it has one. */
function nameOf({ number, title }: KnownDocument): string {
  return number === '' ? title : number;
}
