import type { DocxFonts } from '../../../platform/file-text/docx-fonts.ts';
import { labelOf } from '../../structure/labels.ts';
import { cleanLine } from '../clean-line.ts';
import type { Numbering } from './numbering.ts';
import type { ParagraphStyle } from './paragraph-styles.ts';
import { textOf, type WordParagraph } from './word-paragraph.ts';

export interface WordParts {
  styles: (id: string | null) => ParagraphStyle;
  fonts: DocxFonts;
  numbering: Numbering;
  /** Lines of the notes by `footnote 1`, `endnote 2`. */
  notes: ReadonlyMap<string, readonly string[]>;
  coded: boolean;
  /** Hears every text and the font it stands in. */
  onText: (text: string, font: string) => void;
}

/** What a paragraph gives: its lines with the label that Word counts, then those of its text boxes. */
export function linesOfParagraph(paragraph: WordParagraph, parts: WordParts, isHead: boolean): string[] {
  const style = parts.styles(paragraph.style);
  if (style.contents) return paragraph.boxes;
  const list = paragraph.list ?? style.list;
  const centred = paragraph.centred ?? style.centred ?? false;
  const text = textOf(paragraph, parts.coded);
  const lines = cutLines(text, { centred, isHead });
  const isNumbered = list !== null && list !== '0' && lines.length > 0;
  const label = isNumbered
    ? parts.numbering.next({ list, level: paragraph.level ?? style.level, style: paragraph.style })
    : '';
  const [first, ...rest] = lines;
  if (first !== undefined) {
    const printed = cleanLine(`${label}${first}`);
    lines.splice(
      0,
      lines.length,
      isHead ? printed : markedHeading(printed, paragraph.outline ?? style.outline),
      ...rest,
    );
  }
  return [...lines, ...paragraph.boxes];
}

/** The notes a paragraph refers to, `[1] …`. */
export function notesOf(paragraph: WordParagraph, parts: WordParts): string[] {
  return paragraph.notes.flatMap((id) => {
    const note = parts.notes.get(id)?.join(' ') ?? '';
    return note === '' ? [] : [`[${id.replace(/^\D+/, '')}] ${note}`];
  });
}

const apart = /ĐẢNG CỘNG SẢN VIỆT NAM|CỘNG H(?:OÀ|ÒA) XÃ HỘI CHỦ NGHĨA|Độc lập|,\s*ngày[ .…\d]*tháng/iu;
const endsSentence = /[.;:!?…]["”»)]?$/;

/**
 * The lines of a paragraph. A break within it is one of a title or before a label; elsewhere it only shapes the page. In a
 * letterhead tabs keep the two sides apart.
 */
function cutLines(text: string, { centred, isHead }: { centred: boolean; isHead: boolean }): string[] {
  const columns = isHead && apart.test(text) ? text.replaceAll(/\t+| {6,}/g, '\n') : text;
  const lines: string[] = [];
  for (const piece of columns.split(/[\n\f]/).map(cleanLine)) {
    if (piece === '') continue;
    const last = lines.at(-1);
    const parts =
      last === undefined || centred || columns !== text || endsSentence.test(last) || labelOf(piece) !== null;
    if (parts) lines.push(piece);
    else lines[lines.length - 1] = `${last} ${piece}`;
  }
  return lines;
}

/** A heading without a number gets the mark of one, by which the structure knows it. */
function markedHeading(line: string, outline: number | null): string {
  if (outline === null || outline > 5 || line.length > 250 || labelOf(line) !== null) return line;
  return `${'#'.repeat(outline + 1)} ${line}`;
}
