/** What a search looks at beyond the terms themselves. All are on; a measurement turns one off to see what it brings. */
export const allSignals = {
  /** Words that ask weigh less than words that say. */
  questionWords: true,
  /** Shorthand, abbreviations, and the words of the offices for those of every day. */
  wording: true,
  /** Slips of the fingers, where the library knows no such syllable. */
  spelling: true,
  /** A syllable written as the asker wrote it counts more than one that only looks alike. */
  accents: true,
  /** How much of the question a statement covers. */
  coverage: true,
  /** How much of it stands in the statement's first words: what it is about. */
  opening: true,
  /** A document or an article that the question names. */
  references: true,
  /** A definition where one is asked for. */
  definitions: true,
  /** What is in force before what was replaced. */
  validity: true,
  /** What several documents say alike is told once. */
  repeats: true,
};

export type Signals = typeof allSignals;
