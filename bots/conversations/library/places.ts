import type { OutlineEntry } from '../../../hub/library/index.ts';
import { fold } from '../fold.ts';

/** A part of a document that has a name: `Điều 5, khoản 2`, `Chương II`. */
export interface Place {
  /** Folded, with its number: `dieu 5`, `chuong ii`. */
  label: string;
  clause: string | null;
  point: string | null;
}

/** As a button carries it: `dieu 5/2/a`. */
export function placeAsText({ label, clause, point }: Place): string {
  return [label, clause ?? '', point ?? ''].join('/').replace(/\/+$/, '');
}

export function placeFromText(text: string): Place {
  const [label = '', clause = '', point = ''] = text.split('/');
  return { label, clause: clause || null, point: point || null };
}

/** Where a place begins in the text; null: the document has none such. A clause that is not found: its article. */
export function offsetOf(
  { text, outline }: { text: string; outline: readonly OutlineEntry[] },
  { label, clause, point }: Place,
): number | null {
  const found = outline.find((entry) => fold(entry.label) === label);
  if (!found) return numbered(text, label, outline);
  const end = endOf(found, outline) ?? text.length;
  const ofClause = clause === null ? null : paragraphWith(text, found.start, end, `${clause}\\s?[.)]`);
  if (ofClause === null || point === null) return ofClause ?? found.start;
  return paragraphWith(text, ofClause, end, `[${point === 'd' ? 'dđ' : point}]\\s?\\)`) ?? ofClause;
}

/** "Mục 11.4.1" stands as `11.4.1.` there; so does "Điều 5" as `5.` where a document has no articles of its own. */
function numbered(text: string, label: string, outline: readonly OutlineEntry[]): number | null {
  const [, unit, number] = /^(muc|dieu) (\d[\d ]*)$/.exec(label) ?? [];
  const hasArticles = outline.some((entry) => fold(entry.label).startsWith('dieu '));
  if (number === undefined || (unit === 'dieu' && hasArticles)) return null;
  return paragraphWith(text, 0, text.length, `(?:#+ |\\*+)*${number.replaceAll(' ', '\\.')}[.)](?!\\d)`);
}

/** Where the next part of the same depth begins, or a higher one. */
function endOf({ depth, start }: OutlineEntry, outline: readonly OutlineEntry[]): number | undefined {
  return outline.find((entry) => entry.start > start && entry.depth <= depth)?.start;
}

function paragraphWith(text: string, start: number, end: number, opening: string): number | null {
  const found = new RegExp(`(?:^|\\n)[ \\t]*(?=${opening})`, 'iu').exec(text.slice(start, end));
  return found ? start + found.index + found[0].length : null;
}
