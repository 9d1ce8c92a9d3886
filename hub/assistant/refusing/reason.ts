import { folded, type FoundInLibrary, type KnownDocument } from '../../library/index.ts';
import type { Quoted } from '../answering.ts';
import type { RefusalReason, RefusedReply } from '../port.ts';
import { tellingWords } from './telling-words.ts';

type Refused = Omit<RefusedReply, 'id' | 'canHandOver'>;
type Said = Pick<Quoted, 'signals' | 'doubt'>;

/** Below this share of the question's words nothing that was found is about it. */
const near = 0.45;
const mostNear = 3;
/** Of the best score: what is worth less is not called near. */
const nearScore = 0.4;
/** So likely not in the library, that what shares words with the question does so by chance. */
const surelyNotThere = 0.8;

/** A refusal in its parts: why, what was looked for, what is near. */
export function refusalOf(typed: string, found: FoundInLibrary, said: Said): Refused {
  const isByChance = said.doubt >= surelyNotThere && found.named.documents.size === 0;
  return {
    kind: 'refused',
    why: reasonOf(found, said.signals, isByChance),
    missing: found.named.missing.map((name) => asTyped(typed, name)),
    lookedFor: tellingWords(typed),
    near: isByChance && found.named.missing.length === 0 ? [] : nearDocuments(found),
  };
}

/** Nothing can be said while the library is being read. */
export function notReady(typed: string): Refused {
  return { kind: 'refused', why: 'not-ready', missing: [], lookedFor: tellingWords(typed), near: [] };
}

function reasonOf(
  { named, statements, answerType }: FoundInLibrary,
  { noSuchAnswer }: Said['signals'],
  isByChance: boolean,
): RefusalReason {
  if (named.missing.length > 0) return 'missing-document';
  if (isByChance || (statements[0]?.coverage ?? 0) < near) return 'nothing-near';
  return answerType !== 'other' && noSuchAnswer === 1 ? 'no-such-answer' : 'not-sure';
}

function nearDocuments({ statements, named }: FoundInLibrary): Refused['near'] {
  const least = (statements[0]?.score ?? 0) * nearScore;
  const places = new Map<string, Refused['near'][number]>();
  const order = [
    ...statements.filter(({ document }) => gaveWayTo(document, named.missing)),
    ...statements.filter(({ document }) => named.documents.has(document)),
    ...statements.filter(({ score }) => score > 0 && score >= least),
  ];
  for (const { document, statement } of order) {
    if (places.size === mostNear) break;
    if (places.has(document.id)) continue;
    const { id, number, kind, issuer, date, title } = document;
    places.set(document.id, {
      id,
      number,
      kind,
      issuer,
      date,
      title,
      locator: statement.locator,
      start: statement.start,
    });
  }
  return [...places.values()];
}

/** What is missing took its place: the nearest that the library has. */
function gaveWayTo({ replacedBy }: KnownDocument, missing: readonly string[]): boolean {
  const figures = (name: string) => folded(name).match(/\d+/)?.[0];
  return replacedBy.some(({ number }) => missing.some((name) => figures(name) === figures(number)));
}

/** A name that was found folded, as it stands in the question. */
function asTyped(typed: string, name: string): string {
  const words = typed.normalize('NFC').split(/\s+/);
  const wanted = folded(name);
  for (let first = 0; first < words.length; first += 1) {
    for (let last = first; last < Math.min(words.length, first + 8); last += 1) {
      const said = words.slice(first, last + 1).join(' ');
      if (folded(said) === wanted) return said.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
    }
  }
  return name;
}
