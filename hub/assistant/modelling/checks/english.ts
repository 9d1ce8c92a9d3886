import { englishConnecting, englishTerms } from './english-terms.ts';
import { hasPhrase, wordsIn, writtenIn } from './words.ts';

/**
 * An English sentence in the words of the documents, for the checks of what it says: term by term, in the order of the
 * sentence. Null: it has a word that no term and no passage has.
 *
 * @param near what it is drawn from: of several ways to say a term the one that stands there is taken, else one of `around`
 */
export function inTermsOf(sentence: string, near: string, around: string): string | null {
  const text = withFigures(sentence);
  const words = wordsIn(text);
  const [close, all] = [writtenIn(near), writtenIn(around)];
  const asSaid = new Set(wordsIn(around).map(({ said }) => said));
  const said: string[] = [];
  let at = 0;
  let last = 0;
  while (at < words.length) {
    const word = words[at]!;
    // Figures keep what stands between them: 24-QĐ/TW, 1/8/2021, 1%.
    const gap = text.slice(last, word.start).replaceAll(/[^\d\s%/.,;:-]/g, '');
    const term = termAt(words.slice(at, at + 3).map((one) => plain(one.said)));
    if (term) {
      const standing = (there: readonly string[]) =>
        term.means.find((phrase) => hasPhrase(there, writtenIn(phrase)));
      said.push(gap, standing(close) ?? standing(all) ?? term.means[0]!);
    } else if (/^\d/.test(word.said) || asSaid.has(word.said)) {
      said.push(gap, word.said);
    } else if (!englishConnecting.has(plain(word.said))) {
      return null;
    }
    at += term?.words ?? 1;
    last = words[at - 1]!.end;
  }
  return said.join(' ').replaceAll(/\s*([/-])\s*/g, '$1') + text.slice(last);
}

/** The longest term that begins here. */
function termAt(words: readonly string[]): { means: readonly string[]; words: number } | null {
  for (let length = words.length; length > 0; length -= 1) {
    const means = englishTerms.get(words.slice(0, length).join(' '));
    if (means) return { means, words: length };
  }
  return null;
}

const irregular = new Map(
  Object.entries({
    took: 'take',
    taken: 'take',
    met: 'meet',
    paid: 'pay',
    held: 'hold',
    gave: 'give',
    given: 'give',
  }),
);

/** Without the endings that English adds: `meetings`, `replaced`, `paying`. */
function plain(word: string): string {
  const lower = word.toLowerCase();
  const forms = [
    irregular.get(lower) ?? lower,
    lower.replace(/s$/, ''),
    lower.replace(/ies$/, 'y'),
    lower.replace(/es$/, ''),
    lower.replace(/(?:ed|ing)$/, ''),
    lower.replace(/(?:ed|ing)$/, 'e'),
    lower.replace(/(.)\1(?:ed|ing)$/, '$1'),
  ];
  return forms.find((form) => englishTerms.has(form) || englishConnecting.has(form)) ?? lower;
}

const months = 'january february march april may june july august september october november december'.split(
  ' ',
);
const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
const month = new RegExp(String.raw`\b(${months.join('|')})\b`, 'gi');

/** Days and numbers as documents write them: `1 August 2021` → `1/8/2021`, `1,000` → `1.000`, `ninety` → `90`. */
function withFigures(sentence: string): string {
  const name = month.source;
  const numberOf = (said: string) => months.indexOf(said.toLowerCase()) + 1;
  return sentence
    .replaceAll(
      new RegExp(String.raw`(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?${name},?\s+(\d{4})`, 'gi'),
      (_, day, of, year) => [day, numberOf(of), year].join('/'),
    )
    .replaceAll(
      new RegExp(String.raw`${name}\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})`, 'gi'),
      (_, of, day, year) => [day, numberOf(of), year].join('/'),
    )
    .replaceAll(new RegExp(String.raw`${name}\s+(\d{4})`, 'gi'), (_, of, year) => `${numberOf(of)}/${year}`)
    .replaceAll(/(\d),(?=\d{3}\b)/g, '$1.')
    .replaceAll(
      /\b(twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\s-](\w+))?\b/gi,
      (said, ten, one) => {
        const value = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].indexOf(
          ten.toLowerCase(),
        );
        const rest = one ? small.indexOf(one.toLowerCase()) : -1;
        if (one && (rest < 1 || rest > 9)) return `${(value + 2) * 10} ${one}`;
        return said === '' ? said : String((value + 2) * 10 + Math.max(0, rest));
      },
    )
    .replaceAll(new RegExp(String.raw`\b(${small.slice(1).join('|')})\b`, 'gi'), (said) =>
      String(small.indexOf(said.toLowerCase())),
    );
}
