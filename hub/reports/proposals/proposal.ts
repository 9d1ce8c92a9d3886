import type { Syllable } from './syllables.ts';

/** What somebody proposed or passed on, while it is grouped: nobody reads these. */
export interface Proposal {
  id: string;
  /** Which unit answers for it. */
  unitId: string;
  /**
   * Whom it is surely another's than those of all other speakers: its author where it is named; itself where it is not and
   * enough people belong to the unit; null where they are too few to be taken for different people.
   */
  speaker: string | null;
  named: boolean;
  text: string;
  runs: readonly Syllable[][];
}

/** Proposals about the same thing. No proposal is in two. */
export interface Theme {
  /** Its words without accents: two with the same are one. */
  key: string;
  /** Words that enough people used, as they wrote them. */
  label: string;
  proposals: readonly Proposal[];
  /** Where in some of their texts the words lie that were quoted for it. */
  quotes: ReadonlyMap<string, { from: number; to: number }>;
}
