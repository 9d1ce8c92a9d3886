import { isSyllable } from './syllables.ts';

// For a, ă, â and so on: without a tone, then grave, hook, tilde, acute, dot below. A dot: the letter is ASCII.
const rows: readonly (readonly [letter: string, codes: readonly (number | null)[]])[] = [
  ['a', [null, 0xb5, 0xb6, 0xb7, 0xb8, 0xb9]],
  ['ă', [0xa8, 0xbb, 0xbc, 0xbd, 0xbe, 0xc6]],
  ['â', [0xa9, 0xc7, 0xc8, 0xc9, 0xca, 0xcb]],
  ['e', [null, 0xcc, 0xce, 0xcf, 0xd0, 0xd1]],
  ['ê', [0xaa, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6]],
  ['i', [null, 0xd7, 0xd8, 0xdc, 0xdd, 0xde]],
  ['o', [null, 0xdf, 0xe1, 0xe2, 0xe3, 0xe4]],
  ['ô', [0xab, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9]],
  ['ơ', [0xac, 0xea, 0xeb, 0xec, 0xed, 0xee]],
  ['u', [null, 0xef, 0xf1, 0xf2, 0xf3, 0xf4]],
  ['ư', [0xad, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9]],
  ['y', [null, 0xfa, 0xfb, 0xfc, 0xfd, 0xfe]],
  ['đ', [0xae]],
  ['Ă', [0xa1]],
  ['Â', [0xa2]],
  ['Ê', [0xa3]],
  ['Ô', [0xa4]],
  ['Ơ', [0xa5]],
  ['Ư', [0xa6]],
  ['Đ', [0xa7]],
];
const tones = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];

const letters = new Map<string, string>(
  rows.flatMap(([letter, codes]) =>
    codes.flatMap((code, tone) =>
      code === null
        ? []
        : [[String.fromCharCode(code), `${letter}${tones[tone] ?? ''}`.normalize('NFC')] as const],
    ),
  ),
);
// What becomes of µ where a reader of PDF normalises it.
letters.set('\u03bc', 'à');

/** The code of ư is that of the soft hyphen. */
const horn = '\u00ad';

/** Of a part of a resolution, at the beginning of a line. */
const label = /^[A-Ea-e]-$/;

const coded = new RegExp(`[${[...letters.keys()].join('')}]`, 'gu');

const word = new RegExp(`[A-Za-z${[...letters.keys()].join('')}-]+`, 'gu');

/**
 * Text of a font such as .VnTime, whose codes have been taken for those of Latin-1, in Unicode. Capitals with tones do not
 * exist in it: fonts such as .VnTimeH draw small letters as capitals, so a word of capitals otherwise (`MËT`) is one.
 *
 * @source TCVN 5712:1993, table VN3
 */
export function fromTcvn3(text: string): string {
  const hasHorns = text.includes(horn);
  return text.replace(word, (found, at: number) => {
    const isLabel = label.test(found) && (at === 0 || text[at - 1] === '\n');
    const read = decoded(hasHorns || isLabel ? found : withLostHorns(found));
    return /[A-Z][^A-Z]*[A-Z]/.test(found) && !/[a-z]/.test(found) ? read.toUpperCase() : read;
  });
}

// Some writers of PDF turn the soft hyphen into a hyphen, everywhere in a text or nowhere.
function withLostHorns(found: string): string {
  if (!found.includes('-') || found.split('-').every((part) => part === '' || isSyllable(decoded(part))))
    return found;
  const horned = found.replaceAll('-', horn);
  return isSyllable(decoded(horned)) ? horned : found;
}

function decoded(text: string): string {
  return text.replace(coded, (code) => letters.get(code) ?? code);
}

/** Whether all of a word has a meaning in TCVN3. */
export function isAllTcvn3(text: string): boolean {
  return /^\p{ASCII}*$/u.test(text.replace(coded, ''));
}
