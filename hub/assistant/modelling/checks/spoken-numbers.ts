/** Numbers as they are said: `hai mươi lăm`, `một trăm linh năm`, `ba triệu`. */
const digits = new Map(
  Object.entries({ không: 0, một: 1, mốt: 1, hai: 2, ba: 3, bốn: 4, tư: 4, năm: 5, lăm: 5, nhăm: 5 }).concat(
    Object.entries({ sáu: 6, bảy: 7, bẩy: 7, tám: 8, chín: 9 }),
  ),
);
/** These say a number only after another one: `tư` begins "tư cách", `không` says no. */
const onlyAfter = new Set(['không', 'mốt', 'tư', 'lăm', 'nhăm']);
const scales = new Map(Object.entries({ nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 }));

/** What "năm" before it counts as five. */
const things = new Set(['người', 'buổi', 'bước', 'mức', 'nhóm', 'thành', 'loại']);

/** By how much a word after a number multiplies it; null: it does not. */
export function scaleOf(word: string): number | null {
  return word === 'trăm' ? 100 : (scales.get(word) ?? null);
}

export interface SpokenNumber {
  value: number;
  /** How many words say it. */
  words: number;
}

/**
 * The number that begins with the first of these words; null: none does. "Năm" alone is a year unless what is counted
 * follows it.
 *
 * @param words lower case, in the usual spelling
 * @param counted whether a word is what one counts, such as a day
 */
export function spokenNumber(
  words: readonly string[],
  counted: (word: string) => boolean,
): SpokenNumber | null {
  const [first = '', second = ''] = words;
  if (first === 'mười') return tail(10, words, 1);
  if (!digits.has(first) || onlyAfter.has(first)) return null;
  const isFive = (next: string) =>
    ['mươi', 'trăm', 'phần'].includes(next) || scales.has(next) || things.has(next) || counted(next);
  if (first === 'năm' && !isFive(second)) return null;
  return tail(0, words, 0);
}

function tail(begun: number, words: readonly string[], from: number): SpokenNumber {
  let total = 0;
  let below = begun;
  let at = from;
  for (;;) {
    const [word = '', next = ''] = words.slice(at, at + 2);
    const digit = digits.get(word);
    const scale = scales.get(word);
    if (scale !== undefined) {
      total += (below || 1) * scale;
      below = 0;
      at += 1;
    } else if ((word === 'linh' || word === 'lẻ') && digits.has(next)) {
      below += digits.get(next)!;
      at += 2;
    } else if (word === 'mười') {
      below += 10;
      at += 1;
    } else if (digit !== undefined && next === 'trăm') {
      below += digit * 100;
      at += 2;
    } else if (digit !== undefined && next === 'mươi') {
      below += digit * 10;
      at += 2;
    } else if (digit !== undefined && below % 10 === 0 && !(word === 'năm' && at > 0)) {
      below += digit;
      at += 1;
    } else {
      return { value: total + below, words: at };
    }
  }
}
