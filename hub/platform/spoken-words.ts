import { randomInt } from 'node:crypto';

/** Twelve of at least 256: 96 bits or more. */
export const syllablesTogether = 12;

/**
 * No two of these are one in anybody's mouth: of d/gi/r/v, s/x, ch/tr and l/n one is taken each; no syllable ends in a
 * sound that south and north say differently.
 */
const onsets = ['b', 'c', 'ch', 'd', 'g', 'h', 'kh', 'l', 'm', 'ng', 'nh', 'ph', 's', 't', 'th'];
const rhymes = ['a', 'e', 'i', 'o', 'u', 'am', 'em', 'im', 'om', 'um', 'ai', 'ao', 'eo', 'ia', 'iu', 'oi'];
const moreRhymes = ['ua', 'ui'];
/** Words that nobody would want to read out. */
const unkind = 'cho cu dam deo du ghe ma ngheo ngu tham tu hiu';

/** Written as Vietnamese writes them, without marks. */
export const syllables: readonly string[] = onsets
  .flatMap((onset) => [...rhymes, ...moreRhymes].map((rhyme) => spelled(onset, rhyme)))
  .filter((syllable) => !unkind.split(' ').includes(syllable));
const known = new Set(syllables);

/** Words of something secret that somebody keeps, such as a receipt, two by two: `bam-kho lia-su …`. */
export function drawSpokenWords(): string {
  return shown(Array.from({ length: syllablesTogether }, () => syllables[randomInt(syllables.length)]!));
}

function shown(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : `${index % 2 ? '-' : ' '}${word}`)).join('');
}

/**
 * The words as typed or read out: case, marks, spaces, dashes and line ends do not count, nor sounds that some say
 * alike. Null for what cannot be one.
 */
export function readSpokenWords(text: string): string | null {
  const letters = text
    .slice(0, longestTyped)
    .toLowerCase()
    .replaceAll(/[đð]/g, 'd')
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '');
  const heard: string[] = [];
  for (let rest = letters; rest !== '';) {
    const found = oneSyllable.exec(rest);
    if (!found) return null;
    heard.push(asDrawn(found[1]!, found[2]!));
    rest = rest.slice(found[0].length);
  }
  const isOne = heard.length === syllablesTogether && heard.every((word) => known.has(word));
  return isOne ? shown(heard) : null;
}

/** They have no more than 80 letters; whoever writes a number before each word may need more. */
const longestTyped = 400;
/** Every syllable begins with a consonant and ends in a vowel or m, so it is plain where the next one begins. */
const oneSyllable =
  /^(ngh|ng|nh|gh|gi(?=[aeouy])|kh|ch|ph|th|tr|[bcdfghklmnrstvx])([aeiouy]{1,2}(?:m(?![aeiouy]))?)/;

/** What somebody hears or writes otherwise, as we draw it. */
const soundsAs: Record<string, string> = {
  gi: 'd',
  r: 'd',
  v: 'd',
  x: 's',
  tr: 'ch',
  n: 'l',
  f: 'ph',
  k: 'c',
  gh: 'g',
  ngh: 'ng',
};

function asDrawn(onset: string, rhyme: string): string {
  return spelled(soundsAs[onset] ?? onset, rhyme.replaceAll('y', 'i'));
}

/** c, g and ng are written otherwise before e and i. */
function spelled(onset: string, rhyme: string): string {
  const before = /^[ei]/.test(rhyme) ? ({ c: 'k', g: 'gh', ng: 'ngh' }[onset] ?? onset) : onset;
  return `${before}${rhyme}`;
}
