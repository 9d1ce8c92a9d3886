/** A syllable as it was written, and where. */
export interface Syllable {
  written: string;
  /** However it is typed: lower case, no accents. */
  folded: string;
  from: number;
  to: number;
  /** Begins with a capital, in a text that tells capitals apart. */
  capital: boolean;
  /** Part of what looks like somebody's name. */
  name: boolean;
  /** Says nothing by itself, as far as can be seen. */
  empty: boolean;
}

/** Words as they are compared: `Đèn  đường` is `den duong`. */
export function keyOf(words: readonly Syllable[], from = 0, length = words.length - from): string {
  let key = words[from]?.folded ?? '';
  for (let at = from + 1; at < from + length; at += 1) key += ` ${words[at]!.folded}`;
  return key;
}

/** Typed without accents. */
export function isPlain(words: readonly Syllable[]): boolean {
  return words.every(({ written, folded }) => written.toLowerCase() === folded);
}

/** Begins or ends with what says nothing. */
export function isEmptyEdged(words: readonly Syllable[]): boolean {
  return words[0]!.empty || words.at(-1)!.empty;
}

/** Where words begin, as they are compared. */
export function placesIn(run: readonly Syllable[], wanted: readonly string[]): number[] {
  return run.flatMap(({ folded }, at) =>
    folded === wanted[0] && wanted.every((word, offset) => run[at + offset]?.folded === word) ? [at] : [],
  );
}
