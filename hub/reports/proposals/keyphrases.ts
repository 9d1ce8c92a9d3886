import type { Proposal } from './proposal.ts';
import { isEmptyEdged, isPlain, keyOf } from './syllables.ts';
import { withPauses } from './with-pauses.ts';
import { isNaming, labelOf, proposalsOf, speakersOf, type Use } from './uses.ts';

/** Words that several people used, side by side. */
export interface Keyphrase {
  /** Without accents, one space between words. */
  key: string;
  /** As it was written with accents most often. */
  label: string;
  proposals: readonly Proposal[];
  /** Who used it, by how seldom it is otherwise. */
  weight: number;
}

const lengths = [2, 3, 4] as const;

/**
 * The phrases of two to four syllables that enough people used, the weightiest first. The same proposals give the same
 * phrases, whatever their order.
 */
export async function keyphrasesOf(proposals: readonly Proposal[], smallest: number): Promise<Keyphrase[]> {
  const found: Keyphrase[] = [];
  let frequent: ReadonlySet<string> | null = null;
  for (const length of lengths) {
    const often = new Set<string>();
    for await (const [key, uses] of withPauses(await allUses(proposals, length, frequent))) {
      if (speakersOf(proposalsOf(uses)) < smallest) continue;
      often.add(key);
      const telling = tellingOf(uses);
      const of = proposalsOf(telling);
      const people = speakersOf(of);
      if (people < smallest) continue;
      const weight = people * Math.log(1 + proposals.length / of.length) * (0.5 + length / 4);
      found.push({ key, label: labelOf(telling), proposals: of, weight });
    }
    frequent = often;
  }
  return found.toSorted((a, b) => b.weight - a.weight || (a.key < b.key ? -1 : 1));
}

/** @param frequent of one syllable less; where a part is seldom, the whole is */
async function allUses(
  proposals: readonly Proposal[],
  length: number,
  frequent: ReadonlySet<string> | null,
): Promise<Map<string, Use[]>> {
  const uses = new Map<string, Use[]>();
  for await (const proposal of withPauses(proposals)) {
    for (const run of proposal.runs) {
      for (let at = 0; at + length <= run.length; at += 1) {
        const parts = [keyOf(run, at, length - 1), keyOf(run, at + 1, length - 1)];
        if (frequent && !parts.every((part) => frequent.has(part))) continue;
        const key = keyOf(run, at, length);
        const use = { proposal, words: run.slice(at, at + length) };
        const of = uses.get(key);
        if (of) of.push(use);
        else uses.set(key, [use]);
      }
    }
  }
  return uses;
}

/**
 * Those that name something and nobody. What is typed without accents means what most mean who typed them: `den duong` is a
 * street light where others write `đèn đường`, though `đến` alone says nothing.
 */
function tellingOf(uses: readonly Use[]): Use[] {
  const accented = uses.filter(({ words }) => !isPlain(words));
  const asked = accented.length > 0 ? accented : uses;
  const filled = asked.filter(({ words }) => !isEmptyEdged(words));
  if (filled.length * 2 < asked.length) return [];
  const plain = accented.length > 0 ? uses.filter(({ words }) => isPlain(words)) : [];
  return [...filled, ...plain].filter(({ words }) => !isNaming(words));
}
