import type { Proposal } from './proposal.ts';
import { isPlain, placesIn, type Syllable } from './syllables.ts';

/** Where somebody used words side by side. */
export interface Use {
  proposal: Proposal;
  words: readonly Syllable[];
}

/** Wherever these words are used, but as part of somebody's name. */
export function usesOf(proposals: readonly Proposal[], key: string): Use[] {
  const wanted = key.split(' ');
  return proposals.flatMap((proposal) =>
    proposal.runs.flatMap((run) =>
      placesIn(run, wanted).flatMap((at) => {
        const words = run.slice(at, at + wanted.length);
        return isNaming(words) ? [] : [{ proposal, words }];
      }),
    ),
  );
}

/** Each once. */
export function proposalsOf(uses: readonly Use[]): Proposal[] {
  return [...new Set(uses.map(({ proposal }) => proposal))];
}

export function isNaming(words: readonly Syllable[]): boolean {
  return words.some(({ name }) => name);
}

/** How many people are surely among those who made them. */
export function speakersOf(proposals: readonly Proposal[]): number {
  return new Set(proposals.flatMap(({ speaker }) => speaker ?? [])).size;
}

/** Words as most people wrote them with accents; without, where nobody did. */
export function labelOf(uses: readonly Use[]): string {
  const forms = Map.groupBy(uses, ({ words }) => words.map(({ written }) => written.toLowerCase()).join(' '));
  const ranked = [...forms]
    .map(([form, each]) => ({
      form,
      accented: !isPlain(each[0]!.words),
      people: speakersOf(proposalsOf(each)),
    }))
    .toSorted(
      (a, b) => Number(b.accented) - Number(a.accented) || b.people - a.people || (a.form < b.form ? -1 : 1),
    );
  const [first] = ranked;
  return first ? first.form.charAt(0).toUpperCase() + first.form.slice(1) : '';
}
