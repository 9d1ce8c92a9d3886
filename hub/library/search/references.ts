import { withoutDiacritics } from '../../platform/folding.ts';
import { documentKinds } from '../describing/kinds.ts';

/** A document or a place in one that a question names. */
export interface References {
  /** Numbers such as `57-NQ/TW`, `nghị quyết 57`, `3260-KH/ĐĐQH15`, `Luật 24/2018/QH14`. */
  documents: readonly DocumentReference[];
  /** `Điều 5`: 5. */
  article: string | null;
  /** `khoản 2`: 2. */
  clause: string | null;
  /** `điểm đ`. */
  point: string | null;
}

export interface DocumentReference {
  /** The digits before the first stroke. */
  number: string;
  /** Letters of the kind (`NQ`, `QD`), folded to capitals without diacritics; null where only digits were given. */
  kind: string | null;
  /** All letters and what belongs to them, `nqtw` of `57-NQ/TW`; empty where only the kind was said. */
  letters: string;
  /** A year that is part of the number, as in `24/2018/QH14`. */
  year: string | null;
  /** As it was typed. */
  typed: string;
  /** What follows it. */
  behind: string;
}

/** Kinds of documents as people say them and as numbers have them, folded; longer letters first: `ttr` is not `tt`. */
const kinds = documentKinds
  .map(({ name, letters }) => ({ name: withoutDiacritics(name), letters: withoutDiacritics(letters) }))
  .toSorted((one, other) => other.letters.length - one.letters.length);
/** A law has no letters of its own. */
const law = 'L';

const numbered = /(?<![\d/.])(\d{1,5})(?:\/(\d{4}))?\s?[-/]\s?([a-z]{1,6}\d{0,2}(?:[-/][a-z0-9]{1,12})*)/g;
const said =
  /(nghi quyet|quy dinh|quyet dinh|huong dan|ket luan|chi thi|ke hoach|quy che|thong bao|nghi dinh|thong tu|cong van|dieu le|phap lenh|luat|nq|qd|hd|kl|kh|qc|tb|nd)(?: so)?\s?[-:]?\s?(\d{1,5})(?:\/(\d{4}))?(?!\d|[\d/]*[-/]?[a-z])(?!\s?(?:%|dieu|ngay(?! \d)|thang(?! \d)|nam(?! (?:19|20)\d\d)|nguoi|phan tram))/g;

/** @param folded lower case, no diacritics */
export function referencesIn(folded: string): References {
  const documents: DocumentReference[] = [];
  const add = (reference: DocumentReference) => {
    if (!documents.some(({ number, kind }) => number === reference.number && kind === reference.kind)) {
      documents.push(reference);
    }
  };
  for (const found of folded.matchAll(numbered)) {
    const [typed, number, year, letters] = found;
    if (/^(?:thang|nam|ngay)/.test(letters!)) continue;
    const behind = folded.slice(found.index + typed.length);
    const kind = kindOf(letters!.replace(/^\d{4}/, ''));
    add({
      number: withoutZeros(number!),
      kind,
      letters: joined(letters!),
      year: year ?? null,
      typed,
      behind,
    });
  }
  for (const found of folded.matchAll(said)) {
    const [typed, word, number, year] = found;
    const behind = folded.slice(found.index + typed.length);
    add({
      number: withoutZeros(number!),
      kind: kindOf(word!),
      letters: '',
      year: year ?? null,
      typed,
      behind,
    });
  }
  return {
    documents,
    article: /\bdieu (\d{1,4}[a-z]?)\b/.exec(folded)?.[1] ?? null,
    clause: /\bkhoan (\d{1,3})\b/.exec(folded)?.[1] ?? null,
    point: /\bdiem ([a-zđ])\b/.exec(folded)?.[1] ?? null,
  };
}

/** Whether a document's number is the one that was meant: the digits, and what both say besides: kind, letters, year. */
export function isMeant(reference: DocumentReference, foldedNumber: string): boolean {
  const [, digits, year, rest] = /^\D{0,20}?(\d{1,5})(?:\/(\d{4}))?(.*)$/.exec(foldedNumber) ?? [];
  if (digits === undefined || withoutZeros(digits) !== reference.number) return false;
  if (year !== undefined && reference.year !== null && year !== reference.year) return false;
  const letters = joined(rest!);
  if (!letters.startsWith(reference.letters) && !reference.letters.startsWith(letters)) return false;
  const kind = kindOf(rest!.replace(/^[/\d]*[-/]?/, '')) ?? (/qh\d/.test(rest!) ? law : null);
  return reference.kind === null || kind === null || kind === reference.kind;
}

function joined(letters: string): string {
  return letters.replaceAll(/[^a-z\d]/g, '');
}

/** @param said a kind's name or the letters of a number, and whatever follows; folded */
function kindOf(said: string): string | null {
  const kind = kinds.find(
    ({ name, letters }) => said.startsWith(name) || (letters !== '' && said.startsWith(letters)),
  );
  return kind ? kind.letters.toUpperCase() || law : null;
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
