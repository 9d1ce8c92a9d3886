/** A document as it is spoken of: its number as typed, or words of its name. */
export interface Spoken {
  words: string;
  /** The digits its number begins with; null where none was said. */
  digits: string | null;
  /** The kind as documents name it, such as `Nghị quyết`; null where none was said. */
  kind: string | null;
}

/** Kinds as they are spoken of and shortened, folded. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^(?:nghi quyet|nq)$/, 'Nghị quyết'],
  [/^(?:quy dinh|qdi)$/, 'Quy định'],
  [/^quyet dinh$/, 'Quyết định'],
  [/^(?:huong dan|hd)$/, 'Hướng dẫn'],
  [/^(?:ket luan|kl)$/, 'Kết luận'],
  [/^(?:chi thi|ct)$/, 'Chỉ thị'],
  [/^(?:ke hoach|kh)$/, 'Kế hoạch'],
  [/^(?:quy che|qc)$/, 'Quy chế'],
  [/^(?:thong bao|tb)$/, 'Thông báo'],
  [/^nghi dinh$/, 'Nghị định'],
  [/^thong tu$/, 'Thông tư'],
  [/^cong van$/, 'Công văn'],
];
const kindWords =
  'nghi quyet|nq|quy dinh|quyet dinh|qd|huong dan|hd|ket luan|kl|chi thi|ct|ke hoach|kh|quy che|qc|thong bao|tb|nghi dinh|thong tu|cong van|van ban|vb';
const numberLetters =
  ' ?(?:nq|qdi|qd|hd|kl|ct|kh|qc|tb|tt|cv|bc|ttr|nd|dl)(?:/[a-z]+\\d{0,2}){0,2}|/\\d{4}/[a-z]+\\d{0,2}(?: [a-z]+)?';
const numbered = new RegExp(
  `^(?:(?<kind>${kindWords}) )?(?:so )?(?<digits>\\d{1,5})(?<letters>${numberLetters})?$`,
);

/** A document alone, by its number; null: it is something else. Two digits alone choose a line, and six check in. */
export function documentAlone(folded: string, typed: string): Spoken | null {
  const groups = numbered.exec(folded)?.groups;
  const isNumber = groups?.['kind'] !== undefined || groups?.['letters'] !== undefined;
  return isNumber ? spokenOf(folded, typed) : null;
}

/** @param typed what was typed, in which its number stands as it is written */
export function spokenOf(folded: string, typed: string): Spoken {
  const { kind, digits } = numbered.exec(folded)?.groups ?? {};
  const number = /\d{1,5}(?:\/\d{4})?\s?-\s?[\p{L}]+\d{0,2}(?:[/-][\p{L}\d]+)*/u.exec(typed)?.[0];
  return {
    words: number?.replaceAll(/\s/g, '') ?? digits ?? folded,
    digits: digits?.replace(/^0+(?=\d)/, '') ?? null,
    kind: kinds.find(([pattern]) => pattern.test(kind ?? ''))?.[1] ?? null,
  };
}
