import { folded, questionSyllables } from '../../library/index.ts';

/** Questions that share more than this of their telling words ask for the same. */
const alike = 0.6;

/** What a question is about: folded syllables, those left out that only ask. */
export function tellingSyllables(question: string): ReadonlySet<string> {
  return new Set(
    folded(question)
      .split(' ')
      .filter((syllable) => syllable !== '' && !questionSyllables.has(syllable)),
  );
}

/** The question among some that asks for the same in other words; null for none. */
export function sameQuestion<Asked extends { question: string }>(
  question: string,
  among: readonly Asked[],
): Asked | null {
  const telling = tellingSyllables(question);
  let best: { one: Asked; share: number } | null = null;
  for (const one of among) {
    const other = tellingSyllables(one.question);
    const shared = [...telling].filter((syllable) => other.has(syllable)).length;
    const share = shared / (telling.size + other.size - shared);
    if (share > alike && share > (best?.share ?? 0)) best = { one, share };
  }
  return best?.one ?? null;
}
