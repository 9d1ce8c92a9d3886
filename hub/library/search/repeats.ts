import type { FoundStatement } from './search.ts';
import type { Searchable } from './searchable.ts';
import { folded } from './syllables.ts';

/** So many of the first are compared with each other; nobody looks further down. */
const looks = 30;
/** Statements that share more than this of their syllables say the same. */
const sameSyllables = 0.85;
/** Shorter ones are alike by chance: "Luật này có hiệu lực từ ngày …". */
const fewestSyllables = 12;

/** From the highest. Others come behind. @source Luật 64/2025/QH15, điều 4; Quy định 66-QĐ/TW (2017), điều 4 */
const ranks: readonly (readonly string[])[] = [
  ['Hiến pháp', 'Điều lệ'],
  ['Bộ luật', 'Luật', 'Pháp lệnh'],
  ['Nghị quyết'],
  ['Chỉ thị', 'Quy định', 'Quy chế', 'Quyết định', 'Nghị định'],
  ['Kết luận', 'Thông tư'],
  ['Hướng dẫn', 'Kế hoạch', 'Thông báo'],
];

/**
 * Of statements that say the same in several documents, one stays where the best of them stood: of the document in
 * force, then of the higher, then of the newer. The others fall behind all that are compared, unless the question names
 * their document.
 *
 * @param statements best first
 */
export function withoutRepeats<Document extends Searchable>(
  statements: readonly FoundStatement<Document>[],
  named: ReadonlySet<Document>,
): readonly FoundStatement<Document>[] {
  const first = statements.slice(0, looks);
  const lowest = first.at(-1)?.score ?? 0;
  // Of texts without a number nothing is known that would place one before the other.
  const compared = first.filter(({ document }) => document.number !== '' && !named.has(document));
  const scores = new Map<FoundStatement<Document>, number>();
  for (const group of groupsOf(compared)) {
    const best = group[0]!.score;
    const [kept] = group.toSorted((a, b) => precedence(a.document, b.document));
    for (const one of group) scores.set(one, one === kept ? best : (lowest * one.score) / (best + 1));
  }
  return scores.size === 0
    ? statements
    : statements.map((one) => ({ ...one, score: scores.get(one) ?? one.score }));
}

/** Those with more than one in them. */
function groupsOf<Document extends Searchable>(
  statements: readonly FoundStatement<Document>[],
): FoundStatement<Document>[][] {
  const groups: { syllables: ReadonlySet<string>; those: FoundStatement<Document>[] }[] = [];
  for (const one of statements) {
    const { document, statement } = one;
    const syllables = new Set(folded(document.text.slice(statement.start, statement.end)).split(' '));
    if (syllables.size < fewestSyllables || statement.isHeading) continue;
    const group = groups.find(
      ({ syllables: others, those }) =>
        areAlike(syllables, others) && those.every((other) => other.document !== document),
    );
    if (group) group.those.push(one);
    else groups.push({ syllables, those: [one] });
  }
  return groups.map(({ those }) => those).filter(({ length }) => length > 1);
}

function areAlike(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one];
  if (fewer.size < more.size * sameSyllables) return false;
  let shared = 0;
  for (const syllable of fewer) if (more.has(syllable)) shared += 1;
  return shared / (fewer.size + more.size - shared) > sameSyllables;
}

function precedence(one: Searchable, other: Searchable): number {
  if (one.inForce !== other.inForce) return one.inForce ? -1 : 1;
  return rankOf(one) - rankOf(other) || (other.date ?? '').localeCompare(one.date ?? '');
}

function rankOf({ kind }: Searchable): number {
  const rank = ranks.findIndex((kinds) => kinds.includes(kind));
  return rank === -1 ? ranks.length : rank;
}
