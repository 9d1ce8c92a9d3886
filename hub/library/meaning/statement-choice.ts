import type { FoundInLibrary, KnownDocument } from '../port.ts';
import type { FoundStatement } from '../search/search.ts';
import { folded } from '../search/syllables.ts';
import { questionSyllables } from '../search/wording.ts';
import type { Passage } from '../structure/passages.ts';

/** A statement of a passage that is near by meaning alone, and how it stands beside the best of them, 0 to 1. */
export interface ChosenStatement {
  found: FoundStatement<KnownDocument>;
  standing: number;
}

/** What a statement is worth beside one with as many words of the question that is no heading. */
const headingShare = 0.5;

/** The statements of a passage that words did not find, by how many of the question's telling words they share. */
export function chosenStatements(
  { syllables }: Pick<FoundInLibrary, 'syllables'>,
  document: KnownDocument,
  passage: Passage,
): ChosenStatement[] {
  const telling = new Set(
    syllables.map((syllable) => syllable.folded).filter((syllable) => !questionSyllables.has(syllable)),
  );
  const weighed = passage.statements.map((statement) => {
    const said = new Set(folded(document.text.slice(statement.start, statement.end)).split(' '));
    const shared = [...telling].filter((syllable) => said.has(syllable)).length;
    const coverage = telling.size > 0 ? shared / telling.size : 0;
    return { statement, coverage, weight: (shared + 1) * (statement.isHeading ? headingShare : 1) };
  });
  const most = Math.max(...weighed.map(({ weight }) => weight));
  // The first of equals is the best; those behind it stand below what was found by words as well.
  const best = weighed.find(({ weight }) => weight === most);
  return weighed.map((one) => ({
    found: { document, passage, statement: one.statement, score: 0, coverage: one.coverage, defines: 0 },
    standing: one === best ? 1 : (0.5 * one.weight) / most,
  }));
}
