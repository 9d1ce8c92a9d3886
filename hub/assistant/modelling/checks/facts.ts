import { scaleOf, spokenNumber } from './spoken-numbers.ts';

/**
 * Every number, day, share and place of a text in one spelling: `30 ngày` and `ba mươi ngày` are `30 ngày`,
 * `ngày 01 tháng 7 năm 2025` is `1/7/2025`, `1.000` is `1000`, `Điều 5` is `điều 5`, `24-QĐ/TW` is itself.
 */
export interface Facts {
  /** As they stand there, the longest that each is part of. */
  said: ReadonlySet<string>;
  /** These, and what they imply: a day has its month and its year, `30 ngày` is 30 of something. */
  implied: ReadonlySet<string>;
}

/** What is counted, where confusing two would be another claim. */
const counted = new Set(['ngày', 'tháng', 'năm', 'tuần', 'giờ', 'phút', 'quý', 'đồng', 'lần', 'tuổi', '%']);
const isCounted = (word: string) => counted.has(word);

const documentNumber = /(?<![\d/])\d{1,5}(?:\/\d{4})?[-/]\s?\p{L}{1,8}\d{0,2}(?:[-/][\p{L}\d]{1,12})*/giu;
const longDay = /(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})/g;
const shortDay = /(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/g;
const month = /(?:tháng\s+(\d{1,2})(?:\s+năm\s+|\s*\/\s*)(\d{4})|(?<![\d/.])(\d{1,2})\/(\d{4}))(?![\d/])/g;
const dayOfMonth = /(?<![\d/])(\d{1,2})(?:\s+tháng\s+|\/)(\d{1,2})(?![\d/.])/g;
const place =
  /(điều|khoản|mục|chương|phần|tiết|phụ lục)\s+(?:số\s+)?(\d{1,4}[a-zđ]?|[ivxlc]+)(?![\p{L}\d])/gu;
const point = /(?<!\p{L})điểm\s+([a-zđ])(?![\p{L}\d])/gu;
const figure = /\d+(?:[.\s]\d{3})+(?:,\d+)?(?!\d)|\d+(?:[.,]\d+)?/g;

export function factsIn(text: string): Facts {
  const said = new Set<string>();
  const implied = new Set<string>();
  let rest = text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, ' ');
  /** Takes what matches out of the text, so that nothing is read twice. */
  const take = (
    pattern: RegExp,
    read: (typed: string, ...groups: (string | undefined)[]) => readonly string[],
  ) => {
    rest = rest.replaceAll(pattern, (typed: string, ...groups: string[]) => {
      const [fact, ...parts] = read(typed, ...groups);
      said.add(fact!);
      for (const part of [fact!, ...parts]) implied.add(part);
      return ' ¦ ';
    });
  };
  const plain = (number: string) => String(Number(number));

  take(documentNumber, (typed) => {
    const number = typed.replaceAll(/\s/g, '').replaceAll('đ', 'd').replaceAll('Đ', 'd');
    const [, first, year] = /^(\d+)(?:\/(\d{4}))?/.exec(number)!;
    return [number, plain(first!), ...(year ? [year] : [])];
  });
  take(longDay, (_, day, of, year) => dayFacts(day!, of!, year!));
  take(shortDay, (_, day, __, of, year) => dayFacts(day!, of!, year!));
  take(month, (_, a, b, c, d) => monthFacts(a ?? c!, b ?? d!));
  take(dayOfMonth, (_, day, of) => [`${plain(day!)}/${plain(of!)}`]);
  take(place, (_, kind, number) => [`${kind} ${number}`]);
  take(point, (_, letter) => [`điểm ${letter}`]);
  take(/một nửa|quá nửa|hơn nửa/g, () => ['1/2']);
  for (const fact of numbersIn(rest)) {
    said.add(fact.said);
    for (const part of fact.implied) implied.add(part);
  }
  return { said, implied };
}

function dayFacts(day: string, of: string, year: string): string[] {
  const [d, m] = [Number(day), Number(of)];
  return [`${d}/${m}/${year}`, `${d}/${m}`, ...monthFacts(of, year)];
}

function monthFacts(of: string, year: string): string[] {
  return [`${Number(of)}/${year}`, year];
}

/** Numbers in figures and in words, with what they count. */
function numbersIn(text: string): { said: string; implied: string[] }[] {
  const tokens = text.match(new RegExp(`${figure.source}|[\\p{L}\\p{M}]+|%|¦|[^\\s]`, 'gu')) ?? [];
  const found: { said: string; implied: string[] }[] = [];
  let at = 0;
  while (at < tokens.length) {
    const number = numberAt(tokens, at);
    if (!number) {
      at += 1;
      continue;
    }
    at += number.words;
    const unit = unitAt(tokens, at);
    // "Một" is an article as often as a number: only what it counts makes it one.
    if (number.isOne && unit === null) continue;
    const value = String(number.value);
    if (unit === null) found.push({ said: value, implied: [value] });
    else found.push({ said: `${value} ${unit}`, implied: [`${value} ${unit}`, value] });
  }
  return found;
}

function numberAt(
  tokens: readonly string[],
  at: number,
): { value: number | string; words: number; isOne?: boolean } | null {
  if (/^\d/.test(tokens[at]!)) {
    let value = valueOf(tokens[at]!);
    let words = 1;
    for (
      let scale = scaleOf(tokens[at + words] ?? '');
      scale !== null;
      scale = scaleOf(tokens[at + words] ?? '')
    ) {
      value *= scale;
      words += 1;
    }
    return { value, words };
  }
  const spoken = spokenNumber(tokens.slice(at, at + 16), isCounted);
  if (!spoken || spoken.words === 0) return null;
  const over =
    tokens[at + spoken.words] === 'phần'
      ? spokenNumber(tokens.slice(at + spoken.words + 1), () => true)
      : null;
  const quarter = tokens[at + spoken.words] === 'phần' && tokens[at + spoken.words + 1] === 'tư';
  if (quarter) return { value: `${spoken.value}/4`, words: spoken.words + 2 };
  if (over) return { value: `${spoken.value}/${over.value}`, words: spoken.words + 1 + over.words };
  return { value: spoken.value, words: spoken.words, isOne: spoken.value === 1 && spoken.words === 1 };
}

function unitAt(tokens: readonly string[], at: number): string | null {
  const [word = '', next = ''] = tokens.slice(at, at + 2);
  if (word === 'phần' && next === 'trăm') return '%';
  if (word === 'năm' && /^\d{4}$/.test(next)) return null;
  return isCounted(word) ? word : null;
}

/** `1.000` is a thousand, `1,5` one and a half, `1.5` too. */
function valueOf(figures: string): number {
  if (/^\d+(?:[.\s]\d{3})+(?:,\d+)?$/.test(figures))
    return Number(figures.replaceAll(/[.\s]/g, '').replace(',', '.'));
  return Number(figures.replace(',', '.'));
}

/** What a sentence says and a text does not. A number that counts something may stand there without what it counts. */
export function unfounded(sentence: string, text: string): string[] {
  const there = factsIn(text);
  return [...factsIn(sentence).said].filter((fact) => {
    if (there.implied.has(fact)) return false;
    const [value, unit] = fact.split(' ');
    const isBare = unit !== undefined && isCounted(unit) && there.said.has(value!);
    return !isBare;
  });
}
