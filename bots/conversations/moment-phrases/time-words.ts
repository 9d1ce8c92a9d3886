import { fold } from '../fold.ts';
import type { Found } from './found.ts';

/** A word or sign of a text, and what has been recognised of it. */
export interface TimeWord {
  /** Without marks, in lower case; the name of its kind in angle brackets once it was recognised. */
  plain: string;
  /** Typed with its marks. */
  marked: boolean;
  found?: Found;
  /** Where it stands in the text. */
  from: number;
  to: number;
}

/**
 * How words of time are written with marks, and under which name they are read. Written with other marks they are other
 * words: "tối" is the evening, "tôi" is oneself, "Tuấn" is nobody's week. Without marks a word may be any of them.
 */
const marked: Record<string, Record<string, string>> = {
  am: { âm: 'am' },
  ba: {},
  bay: { bảy: 'bay7', bẩy: 'bay7' },
  bon: { bốn: 'bon' },
  bua: { bữa: 'bua' },
  chap: { chạp: 'chap' },
  chieu: { chiều: 'chieu' },
  chin: { chín: 'chin' },
  chu: { chủ: 'chu', chúa: 'chu' },
  cuoi: { cuối: 'cuoi' },
  dau: { đầu: 'dau' },
  dem: { đêm: 'dem' },
  den: { đến: 'den' },
  duong: { dương: 'duong', đường: 'duongpho' },
  gieng: { giêng: 'gieng' },
  gio: { giờ: 'gio', giỗ: 'giogio' },
  giua: { giữa: 'giua' },
  hai: {},
  hom: { hôm: 'hom' },
  kem: { kém: 'kem' },
  kia: { kìa: 'kia3' },
  lam: { lăm: 'lam' },
  mai: {},
  mong: { mồng: 'mung' },
  mot: { mốt: 'mot2', một: 'mot1' },
  mung: { mùng: 'mung' },
  muoi: { mười: 'muoi', mươi: 'muoi' },
  nam: { năm: 'nam' },
  nay: { này: 'nay1' },
  ngay: { ngày: 'ngay' },
  nhat: { nhật: 'nhat' },
  nhut: { nhựt: 'nhat' },
  nua: { nữa: 'nua', nửa: 'nua2' },
  phut: { phút: 'phut' },
  qua: {},
  ram: { rằm: 'ram' },
  ruoi: { rưỡi: 'ruoi', rưởi: 'ruoi' },
  sang: { sáng: 'sang1' },
  sau: { sáu: 'sau6' },
  ta: {},
  tam: { tám: 'tam' },
  tet: { tết: 'tet' },
  thang: { tháng: 'thang' },
  thu: { thứ: 'thu' },
  tieng: { tiếng: 'tieng' },
  toi: { tối: 'toi1', tới: 'toi2' },
  trua: { trưa: 'trua' },
  tu: { tư: 'tu', từ: 'tu2' },
  tuan: { tuần: 'tuan' },
};

/** Numbers, words and the signs that stand in dates and hours; other signs are left out. */
export function timeWords(text: string): TimeWord[] {
  return [...text.matchAll(/\d+|\p{L}[\p{L}\p{M}]*|[/:.–-]/gu)].map((match) => {
    const word = match[0].normalize('NFC').toLowerCase();
    const plain = plainOf(word);
    return { plain, marked: word !== fold(word), from: match.index, to: match.index + match[0].length };
  });
}

function plainOf(word: string): string {
  if (/^[\d/:.]/.test(word)) return word;
  if (/^[–-]$/.test(word)) return '-';
  const plain = fold(word);
  const forms = marked[plain] ?? (Object.hasOwn(marked, plain) ? {} : null);
  if (word === plain || forms === null) return plain;
  return forms[word] ?? `other_${plain}`;
}

/** A pattern over plain words with single spaces between them, and what it means; null: nothing after all. */
export type Phrase = readonly [
  pattern: RegExp,
  read: (match: RegExpExecArray, words: readonly TimeWord[]) => Found | string | null,
];

/**
 * Phrase by phrase, replaces the words that a phrase finds by one: by what they are, named `<day>`, `<clock>` and so on,
 * or by another plain word. Later phrases see what earlier ones left.
 */
export function recognise(words: readonly TimeWord[], phrases: readonly Phrase[]): readonly TimeWord[] {
  return phrases.reduce(recogniseOne, words);
}

function recogniseOne(words: readonly TimeWord[], [pattern, read]: Phrase): readonly TimeWord[] {
  const starts: number[] = [];
  let length = 0;
  for (const { plain } of words) {
    starts.push(length);
    length += plain.length + 1;
  }
  const left: TimeWord[] = [];
  let next = 0;
  for (const match of lineOf(words).matchAll(pattern)) {
    const first = starts.indexOf(match.index);
    const after = starts.findIndex((start) => start > match.index + match[0].length);
    const last = (after === -1 ? words.length : after) - 1;
    const matched = words.slice(first, last + 1);
    const meaning = first < next ? null : read(match, matched);
    if (meaning === null) continue;
    const place = { from: matched[0]!.from, to: matched.at(-1)!.to, marked: false };
    left.push(...words.slice(next, first));
    left.push(
      typeof meaning === 'string'
        ? { ...place, plain: meaning }
        : { ...place, plain: `<${meaning.kind}>`, found: meaning },
    );
    next = last + 1;
  }
  return [...left, ...words.slice(next)];
}

export function lineOf(words: readonly TimeWord[]): string {
  return words.map(({ plain }) => plain).join(' ');
}

/** All of one kind that were recognised, in the order of the text. */
export function allFound<Kind extends Found['kind']>(
  words: readonly TimeWord[],
  kind: Kind,
): Extract<Found, { kind: Kind }>[] {
  return words.flatMap(({ found }) =>
    found?.kind === kind ? [found as Extract<Found, { kind: Kind }>] : [],
  );
}
