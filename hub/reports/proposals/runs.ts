import { fold } from '../../people/index.ts';
import { markEmpty } from './empty-words.ts';
import { markNames } from './names.ts';
import { placesIn, type Syllable } from './syllables.ts';

/** The syllables of a text, in runs that no sign and no new line cuts: words that belong together stand in one. */
export function runsOf(text: string): Syllable[][] {
  const shouted = !/\p{Ll}/u.test(text);
  const runs: Syllable[][] = [[]];
  let end = 0;
  for (const { 0: written, index: from } of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const folded = fold(written);
    if (/[^ \t\u00a0]/.test(text.slice(end, from))) runs.push([]);
    end = from + written.length;
    const capital = !shouted && /^\p{Lu}/u.test(written);
    if (folded === '') runs.push([]);
    else runs.at(-1)!.push({ written, folded, from, to: end, capital, name: false, empty: false });
  }
  const spoken = runs.filter((run) => run.length > 0);
  spoken.forEach(markNames);
  spoken.forEach(markEmpty);
  return spoken;
}

/** Where words stand in a text, letter by letter but for accents, capitals and signs; null where they do not. */
export function placeOf(words: string, runs: readonly Syllable[][]): { from: number; to: number } | null {
  const wanted = runsOf(words)
    .flat()
    .map(({ folded }) => folded);
  const said = runs.flat();
  const [at] = placesIn(said, wanted);
  if (at === undefined) return null;
  return { from: said[at]!.from, to: said[at + wanted.length - 1]!.to };
}
