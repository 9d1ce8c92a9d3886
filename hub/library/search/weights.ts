/** Every number by which statements are ranked, in one place; how each was found stands in docs/retrieval.md. */
export const weights = {
  /** BM25 of a statement: how soon repetition stops counting, and how much length takes away. */
  saturation: 0.9,
  lengthShare: 0.7,
  /** What a word counts that stands above the statement: in its title, heading or lead-in. */
  contextShare: 0.35,
  /** What a syllable counts that is written otherwise than the asker wrote it (`đảng`, asked for `đang`). */
  lookalike: 0.5,
  /** What two syllables of the question in a row count with another one between them. */
  apart: 0.2,
  /** Words of a question: those that only ask, those added from the list of sayings, those mended. */
  asking: 0.4,
  expansion: 0.35,
  correction: 0.7,
  /** Factors: the score is multiplied by 1 plus those that hold. */
  coverage: 0.5,
  opening: 0.1,
  namedDocument: 0.4,
  definition: 0.8,
  replaced: -0.15,
  heading: -0.1,
  /** Added where the statement stands in the article that was named: share of what the question's words are worth. */
  namedArticle: 0.5,
} as const;
