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
  /** As it was typed. */
  typed: string;
}

/** Kinds of documents as people say them, and the letters in their numbers. */
const kinds: readonly (readonly [RegExp, string])[] = [
  [/nghi quyet|\bnq/, 'NQ'],
  [/quy dinh|quyet dinh|\bqd/, 'QD'],
  [/huong dan|\bhd/, 'HD'],
  [/ket luan|\bkl/, 'KL'],
  [/chi thi|\bct/, 'CT'],
  [/ke hoach|\bkh/, 'KH'],
  [/quy che|\bqc/, 'QC'],
  [/thong bao|\btb/, 'TB'],
  [/nghi dinh|\bnd/, 'ND'],
  [/thong tu|\btt/, 'TT'],
  [/cong van|\bcv/, 'CV'],
  [/dieu le|\bdl/, 'DL'],
  [/bao cao|\bbc/, 'BC'],
  [/to trinh|\bttr/, 'TTR'],
  [/phap lenh|\bpl/, 'PL'],
  [/bo luat|luat/, 'L'],
];

const numbered = /(?<![\d/.])(\d{1,5})(?:\/(\d{4}))?\s?[-/]\s?([a-z]{1,6}\d{0,2}(?:[-/][a-z0-9]{1,12})*)/g;
const said =
  /(nghi quyet|quy dinh|quyet dinh|huong dan|ket luan|chi thi|ke hoach|quy che|thong bao|nghi dinh|thong tu|cong van|dieu le|phap lenh|luat|nq|qd|hd|kl|kh|qc|tb|nd)(?: so)?\s?[-:]?\s?(\d{1,5})(?!\d|[\d/]*[-/]?[a-z])(?!\s?(?:%|dieu|ngay|thang|nam|nguoi|phan tram))/g;

/** @param folded lower case, no diacritics */
export function referencesIn(folded: string): References {
  const documents: DocumentReference[] = [];
  const add = (reference: DocumentReference) => {
    if (!documents.some(({ number, kind }) => number === reference.number && kind === reference.kind)) {
      documents.push(reference);
    }
  };
  for (const [typed, number, , letters] of folded.matchAll(numbered)) {
    if (/^(?:thang|nam|ngay)/.test(letters!)) continue;
    add({ number: withoutZeros(number!), kind: kindOf(letters!.replace(/^\d{4}/, '')), typed });
  }
  for (const [typed, word, number] of folded.matchAll(said)) {
    add({ number: withoutZeros(number!), kind: kindOf(word!), typed });
  }
  return {
    documents,
    article: /\bdieu (\d{1,4}[a-z]?)\b/.exec(folded)?.[1] ?? null,
    clause: /\bkhoan (\d{1,3})\b/.exec(folded)?.[1] ?? null,
    point: /\bdiem ([a-zđ])\b/.exec(folded)?.[1] ?? null,
  };
}

/** Whether a document's number is the one that was meant: the digits, and the kind where both say it. */
export function isMeant(reference: DocumentReference, foldedNumber: string): boolean {
  const [, digits, rest] = /^\D{0,20}?(\d{1,5})(.*)$/.exec(foldedNumber) ?? [];
  if (digits === undefined || withoutZeros(digits) !== reference.number) return false;
  const kind = kindOf(rest!.replace(/^[/\d]*[-/]?/, '')) ?? (/qh\d/.test(rest!) ? 'L' : null);
  return reference.kind === null || kind === null || kind === reference.kind;
}

function kindOf(letters: string): string | null {
  return kinds.find(([pattern]) => new RegExp(`^(?:${pattern.source})`).test(letters))?.[1] ?? null;
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}
