import type { FoundInLibrary, KnownDocument } from '../port.ts';
import type { FoundStatement } from '../search/search.ts';
import { questionSyllables } from '../search/wording.ts';
import type { Near, NearPassage } from './nearest.ts';
import { chosenStatements } from './statement-choice.ts';

/**
 * What a passage that meaning is sure of weighs, beside one in which every word of the question was met, which has about
 * 1.5 times what these are worth. Meaning comes first where words have found little, and seldom where they have found all.
 */
const meaningWeight = 0.4;
/** By so many deviations a passage stands out above what chance would bring, where meaning is sure of it. */
const sureDeviations = 2.5;
/** So many of the words' scores are what refusing looks at. */
const lookedAt = 10;

/**
 * What was found by words and what is near by meaning, as one list: the sum of the words' score, as it is, and of a share
 * of what the question's words are worth together. Where nothing stands out by its meaning, all stays as it was found.
 *
 * @param isKnown whether a syllable, folded, stands anywhere in the library: one that does not is worth most
 */
export function fused(
  found: FoundInLibrary,
  near: Near,
  isKnown: (syllable: string) => boolean = () => true,
): FoundInLibrary {
  const outstanding = outstandingOf(near);
  if (outstanding.size === 0) return found;
  const unit = meaningWeight * worthOf(found, near.compared, isKnown);
  const foundByWords = withMeaning(found.statements, outstanding, unit);
  const known = new Set(found.statements.map(keyOf));
  const nearOnly = [...outstanding]
    .filter(([key]) => !known.has(key))
    .flatMap(([, one]) =>
      chosenStatements(found, one.near.document, one.near.passage).map(({ found: statement, standing }) => ({
        ...statement,
        score: unit * one.standsOut * standing,
      })),
    );
  return {
    ...found,
    statements: [...foundByWords, ...nearOnly].toSorted((a, b) => b.score - a.score),
    wordScores: found.statements.slice(0, lookedAt).map(({ score }) => score),
  };
}

/** Of all telling words of the question. Those that the library lacks are as rare as can be, and no words' score has them. */
function worthOf(
  { syllables, worth }: FoundInLibrary,
  compared: number,
  isKnown: (syllable: string) => boolean,
): number {
  const unknown = new Set(
    syllables
      .map(({ folded }) => folded)
      .filter((syllable) => !questionSyllables.has(syllable) && !isKnown(syllable)),
  );
  const whole = worth + unknown.size * Math.log(1 + 2 * compared);
  return whole > 0 ? whole : 1;
}

interface Outstanding {
  near: NearPassage;
  /** How far it stands out, above nought to 1. */
  standsOut: number;
}

/**
 * The passages that stand out. Of a thousand random numbers the highest is three deviations above their mean by chance
 * alone; only what is beyond that says something. So a model that knows nothing of the language changes nothing.
 */
function outstandingOf({ passages, compared, mean, deviation }: Near): Map<string, Outstanding> {
  const outstanding = new Map<string, Outstanding>();
  if (deviation < 1e-6) return outstanding;
  const byChance = chanceDeviations(compared);
  for (const near of passages) {
    const above = (near.nearness - mean) / deviation - byChance;
    if (above > 0) outstanding.set(keyOf(near), { near, standsOut: Math.min(1, above / sureDeviations) });
  }
  return outstanding;
}

/** How many deviations above the mean the highest of so many independent numbers is to be expected. */
function chanceDeviations(count: number): number {
  if (count < 3) return 0;
  const most = Math.sqrt(2 * Math.log(count));
  return most - (Math.log(Math.log(count)) + Math.log(4 * Math.PI)) / (2 * most);
}

/** A passage's share goes to its best statement whole, to the others as they stand beside that. */
function withMeaning(
  statements: readonly FoundStatement<KnownDocument>[],
  outstanding: ReadonlyMap<string, Outstanding>,
  unit: number,
): FoundStatement<KnownDocument>[] {
  const bestOfPassage = new Map<string, number>();
  return statements.map((statement) => {
    const key = keyOf(statement);
    const meant = outstanding.get(key);
    if (!meant) return statement;
    const best = bestOfPassage.get(key) ?? statement.score;
    bestOfPassage.set(key, best);
    const standing = best > 0 ? statement.score / best : 1;
    return { ...statement, score: statement.score + unit * meant.standsOut * standing };
  });
}

function keyOf({ document, passage }: Pick<NearPassage, 'document' | 'passage'>): string {
  return `${document.id} ${passage.start}`;
}
