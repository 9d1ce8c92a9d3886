import { attribute, decodeEntities, markup } from '../../../platform/file-text/markup.ts';
import { inUnicode } from '../../../platform/legacy-vietnamese/recognise.ts';
import { labelOf } from '../../structure/labels.ts';
import { printedNumber } from '../docx/number-formats.ts';
import { cleanLine } from '../clean-line.ts';
import { tableLines } from '../table-lines.ts';
import { blocks, isAside, voids } from './elements.ts';

interface HtmlLine {
  text: string;
  isMain: boolean;
}
type List = { next: number; format: string } | null;

/**
 * The text of a page: a block to each line, lists with their numbers, tables row by row. Navigation, forms, what is hidden
 * and what a page marks as beside its subject are left out; where it marks its main part, all else is.
 */
export function htmlDocument(source: string): string {
  const lines = linesOf(source);
  const main = lines.filter(({ isMain }) => isMain);
  const letters = (some: readonly HtmlLine[]) => some.reduce((sum, { text }) => sum + text.length, 0);
  const shown = letters(main) > 200 || letters(main) > 0.5 * letters(lines) ? main : lines;
  return inUnicode(shown.map(({ text }) => text).join('\n'));
}

function linesOf(source: string): HtmlLine[] {
  const lines: HtmlLine[] = [];
  const tables: string[][][][] = [];
  const lists: List[] = [];
  let open = '';
  let label = '';
  let heading = 0;
  let [mains, preformatted] = [0, 0];
  let skipped: { name: string; depth: number } | null = null;
  const cellOpen = () => tables.at(-1)?.at(-1)?.at(-1);
  const put = (text: string) => {
    const cell = cellOpen();
    if (cell) cell.push(text);
    else lines.push({ text, isMain: mains > 0 });
  };
  const endBlock = () => {
    for (const piece of preformatted > 0 ? open.split('\n') : [open]) {
      const text = cleanLine(piece);
      if (text === '') continue;
      const marked = heading > 0 && labelOf(text) === null ? `${'#'.repeat(heading)} ${text}` : text;
      put(`${label}${marked}`);
      label = '';
    }
    open = '';
  };
  for (const piece of markup(source, true)) {
    if (piece.kind === 'text') {
      if (!skipped)
        open += decodeEntities(preformatted > 0 ? piece.text : piece.text.replaceAll(/\s+/g, ' '));
      continue;
    }
    const { name, closing, attributes } = piece;
    if (skipped) {
      if (name === skipped.name) skipped.depth += closing ? -1 : 1;
      if (skipped.depth === 0) skipped = null;
      continue;
    }
    if (!closing && !voids.has(name) && isAside(name, attributes, mains > 0)) {
      endBlock();
      skipped = { name, depth: 1 };
      continue;
    }
    if (blocks.has(name)) endBlock();
    if (name === 'main' || name === 'article' || (!closing && attribute(attributes, 'role') === 'main'))
      mains = Math.max(0, mains + (closing ? -1 : 1));
    if (name === 'pre') preformatted = Math.max(0, preformatted + (closing ? -1 : 1));
    if (/^h[1-6]$/.test(name)) heading = closing ? 0 : Number(name[1]);
    if (name === 'ol' || name === 'ul') {
      if (closing) lists.pop();
      else lists.push(name === 'ul' ? null : listOf(attributes));
    }
    if (name === 'li' && !closing) label = labelIn(lists, attributes);
    if (name === 'table') {
      if (!closing) tables.push([]);
      else if (tables.length > 0) for (const line of tableLines(tables.pop() ?? [])) put(line);
    }
    if (name === 'tr' && !closing) tables.at(-1)?.push([]);
    if (/^t[dh]$/.test(name) && !closing) tables.at(-1)?.at(-1)?.push([]);
  }
  endBlock();
  while (tables.length > 0) for (const line of tableLines(tables.pop() ?? [])) put(line);
  return lines;
}

const formats: Record<string, string> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

function listOf(attributes: string): List {
  const format = formats[attribute(attributes, 'type') ?? ''] ?? 'decimal';
  return { next: Number.parseInt(attribute(attributes, 'start') ?? '1', 10) || 1, format };
}

function labelIn(lists: readonly List[], attributes: string): string {
  const list = lists.at(-1);
  if (!list) return '- ';
  const said = Number.parseInt(attribute(attributes, 'value') ?? '', 10);
  const number = Number.isNaN(said) ? list.next : said;
  list.next = number + 1;
  const printed = printedNumber(number, list.format, []);
  return list.format.endsWith('Letter') ? `${printed}) ` : `${printed}. `;
}
