import { keyphrasesOf } from './keyphrases.ts';
import type { Proposal, Theme } from './proposal.ts';
import { speakersOf } from './uses.ts';

/**
 * Groups proposals by the words that they share: the weightiest phrase takes all that have it, the next one those that are
 * left. So every proposal of a group has its words in it, and anybody can check it by hand.
 *
 * @param smallest so many people in a group
 */
export async function byKeyphrases(
  proposals: readonly Proposal[],
  { smallest }: { smallest: number },
): Promise<Theme[]> {
  const free = new Set(proposals);
  const themes: Theme[] = [];
  for (const { key, label, proposals: having } of await keyphrasesOf(proposals, smallest)) {
    const taken = having.filter((proposal) => free.has(proposal));
    if (speakersOf(taken) < smallest) continue;
    for (const proposal of taken) free.delete(proposal);
    themes.push({ key, label, proposals: taken, quotes: new Map() });
  }
  return themes;
}
