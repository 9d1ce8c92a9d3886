import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDocument, type Searchable } from '../../library/index.ts';

/** Words that follow each other by chance, as often as words of a language do: the n-th one of n times as seldom. */
export interface InventedLanguage {
  word(): string;
  /** A whole number from 0, smaller than this. */
  below(limit: number): number;
}

const locales = join(import.meta.dirname, '../../locales/vi');
const onsets = 'b c ch d đ g gh gi h kh l m n ng nh ph qu r s t th tr v x'.split(' ');
const rimes =
  'a á ạ an ang ao ăm âu ê ền ết i in inh iên iêu o ong ô ốc ông ơ ơi u ung ua ươi ương ượt y'.split(' ');
/** Most words have two syllables, and go together again and again. */
const wordCount = 30_000;
const clauses = 4;
const articles = 12;

/** Real words of our own faces first, then invented ones. The same each time it is run. */
export async function inventedLanguage(): Promise<InventedLanguage> {
  const below = chance(2026);
  const pick = (of: readonly string[]) => of[below(of.length)]!;
  const syllables = [
    ...new Set([...(await ownSyllables()), ...onsets.flatMap((onset) => rimes.map((rime) => onset + rime))]),
  ];
  const words = Array.from({ length: wordCount }, () =>
    below(4) === 0 ? pick(syllables) : `${pick(syllables)} ${pick(syllables)}`,
  );
  const sums = new Float64Array(wordCount);
  for (let place = 0, sum = 0; place < wordCount; place += 1) sums[place] = sum += 1 / (place + 3);
  const total = sums.at(-1)!;
  return {
    below,
    word() {
      const wanted = (below(2 ** 31) / 2 ** 31) * total;
      return words[firstAbove(sums, wanted)]!;
    },
  };
}

/** Regulations of a dozen articles, until there are so many passages. */
export function* inventedDocuments(language: InventedLanguage, passages: number): Generator<Searchable> {
  for (let made = 0, number = 0; made < passages; number += 1) {
    const document = readDocument(`${number}.md`, regulation(language, number));
    made += document.passages.length;
    yield { ...document, id: String(number), inForce: language.below(10) > 0 };
  }
}

/** Words that stand near each other in some document, asked for; some without diacritics. */
export function inventedQuestion(language: InventedLanguage, documents: readonly Searchable[]): string {
  const { text } = documents[language.below(documents.length)]!;
  const words = text.split(/\s+/);
  const from = language.below(Math.max(1, words.length - 12));
  const said = words.slice(from, from + 6 + language.below(6)).join(' ');
  const asked = `${said} ${['là gì', 'thế nào', 'bao nhiêu ngày', 'do ai quyết định', 'đv phải làm gì'][language.below(5)]}?`;
  return language.below(3) === 0 ? asked.normalize('NFD').replaceAll(/\p{M}/gu, '') : asked;
}

function regulation(language: InventedLanguage, number: number): string {
  const sentence = (length: number) => {
    const words = Array.from({ length }, () => language.word()).join(' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  };
  const lines = [
    '---',
    `title: "Quy định ${sentence(6)}"`,
    `number: "${number + 1}-QĐ/BC"`,
    `date: "${2000 + (number % 26)}-03-01"`,
    '---',
  ];
  for (let article = 1; article <= articles; article += 1) {
    lines.push(`Điều ${article}. ${sentence(5)}`);
    for (let clause = 1; clause <= clauses; clause += 1) {
      lines.push(`${clause}. ${sentence(25 + language.below(30))}, ${language.word()}.`);
    }
  }
  return lines.join('\n');
}

async function ownSyllables(): Promise<string[]> {
  const files = (await readdir(locales)).filter((name) => name.endsWith('.ftl')).toSorted();
  const texts = await Promise.all(files.map(async (name) => await readFile(join(locales, name), 'utf8')));
  const said = texts.join('\n').replaceAll(/^[\w-]+ =|\{[^}]*\}/gm, ' ');
  return said.toLowerCase().match(/(?<![\p{L}\d])\p{L}{1,7}(?![\p{L}\d])/gu) ?? [];
}

function firstAbove(sums: Float64Array, wanted: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sums[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The same numbers each time; mulberry32. */
function chance(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}
