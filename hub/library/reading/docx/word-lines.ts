import { fontNamed } from '../../../platform/file-text/docx-fonts.ts';
import { attribute, decodeEntities, markup } from '../../../platform/file-text/markup.ts';
import { tableLines, type Cell } from '../table-lines.ts';
import { linesOfParagraph, notesOf, type WordParts } from './paragraph-lines.ts';
import { addText, newParagraph, type WordParagraph } from './word-paragraph.ts';

type Box =
  | { kind: 'flow'; lines: string[] }
  | { kind: 'table'; rows: Cell[][] }
  | { kind: 'note'; id: string; lines: string[] }
  /** A text box interrupts the paragraph it hangs on. */
  | { kind: 'text-box'; lines: string[]; paragraph: WordParagraph; run: Run };
type Run = { font: string | null; runStyle: string | null; capitals: boolean; hidden: boolean };

const headLines = 15;
const off = /^(?:0|false|off|none)$/;
const noRun: Run = { font: null, runStyle: null, capitals: false, hidden: false };
// Deleted and moved text still travels in the file; the fallback says again what the choice says.
const leftOut = new Set(['del', 'moveFrom', 'Fallback', 'instrText', 'rt']);

/**
 * The lines of `word/document.xml`, or of the notes of `word/footnotes.xml`. A note stands as a line of its own behind the
 * paragraph that refers to it: there it shares that paragraph's locator, and the paragraph can be quoted without it.
 */
export function wordLines(xml: string, parts: WordParts): { lines: string[]; notes: Map<string, string[]> } {
  const root: Box & { kind: 'flow' } = { kind: 'flow', lines: [] };
  const boxes: Box[] = [root];
  const notes = new Map<string, string[]>();
  let paragraph = newParagraph();
  let run = { ...noRun };
  let [inRun, inRunProperties, inParagraphProperties, reading] = [false, false, false, false];
  let skipping = 0;
  const goesOn: WordParagraph[] = [];
  const dueNotes: string[] = [];

  const put = (lines: readonly string[]) => {
    const box = boxes.at(-1);
    if (box && box.kind !== 'table') for (const line of lines) box.lines.push(line);
  };
  const write = (text: string) => {
    if (skipping > 0 || run.hidden) return;
    const font = parts.fonts.of({ font: run.font, runStyle: run.runStyle, paragraphStyle: paragraph.style });
    parts.onText(text, font);
    addText(paragraph, { font, text, capitals: run.capitals });
  };
  // Not into a table's cell, nor between "gồm:" and what hangs on it.
  const putNotes = () => {
    if (boxes.length === 1 && !root.lines.at(-1)?.endsWith(':')) put(dueNotes.splice(0));
  };
  const endParagraph = () => {
    if (paragraph.goesOn) {
      goesOn.push(paragraph);
      return;
    }
    put(linesOfParagraph(paragraph, parts, boxes.length === 1 && root.lines.length < headLines));
    dueNotes.push(...notesOf(paragraph, parts));
    putNotes();
  };
  const beginParagraph = () => {
    paragraph = newParagraph();
    const cut = goesOn.pop();
    if (cut) Object.assign(paragraph, { runs: cut.runs, notes: cut.notes, boxes: cut.boxes });
    inRun = false;
  };
  const open: Record<string, (attributes: string, empty: boolean) => void> = {
    p: (_, empty) => {
      beginParagraph();
      if (empty) endParagraph();
    },
    pPr: (_, empty) => (inParagraphProperties = !empty),
    rPr: (_, empty) => (inRunProperties = !empty),
    r: (_, empty) => {
      inRun = !empty;
      run = { ...noRun };
    },
    t: (_, empty) => (reading = !empty),
    tab: () => inRun && !inParagraphProperties && write('\t'),
    ptab: () => write('\t'),
    br: (attributes) => write(/^(?:page|column)$/.test(attribute(attributes, 'type') ?? '') ? '\f' : '\n'),
    cr: () => write('\n'),
    noBreakHyphen: () => write('-'),
    sym: (attributes) => write(symbol(attributes)),
    pStyle: (attributes) => (paragraph.style = attribute(attributes, 'val')),
    numId: (attributes) => inParagraphProperties && (paragraph.list = attribute(attributes, 'val')),
    ilvl: (attributes) => inParagraphProperties && (paragraph.level = Number(attribute(attributes, 'val'))),
    outlineLvl: (attributes) => (paragraph.outline = Number(attribute(attributes, 'val'))),
    jc: (attributes) =>
      inParagraphProperties && (paragraph.centred = attribute(attributes, 'val') === 'center'),
    rStyle: (attributes) => (run.runStyle = attribute(attributes, 'val')),
    rFonts: (attributes) => inRun && (run.font = fontNamed(attributes)),
    caps: (attributes) => inRun && (run.capitals = isOn(attributes)),
    vanish: (attributes) => inRun && (run.hidden = isOn(attributes)),
    footnoteReference: (attributes) => paragraph.notes.push(`footnote ${attribute(attributes, 'id')}`),
    endnoteReference: (attributes) => paragraph.notes.push(`endnote ${attribute(attributes, 'id')}`),
    footnote: (attributes) => boxes.push(noteBox('footnote', attributes)),
    endnote: (attributes) => boxes.push(noteBox('endnote', attributes)),
    tbl: () => boxes.push({ kind: 'table', rows: [] }),
    tr: () => {
      const table = boxes.at(-1);
      if (table?.kind === 'table') table.rows.push([]);
    },
    tc: (_, empty) => !empty && boxes.push({ kind: 'flow', lines: [] }),
    txbxContent: (_, empty) => {
      if (empty) return;
      boxes.push({ kind: 'text-box', lines: [], paragraph, run });
      run = { ...noRun };
    },
  };
  const close: Record<string, () => void> = {
    p: endParagraph,
    pPr: () => (inParagraphProperties = false),
    rPr: () => (inRunProperties = false),
    r: () => (inRun = false),
    t: () => (reading = false),
    tc: () => {
      const cell = boxes.at(-1);
      const table = boxes.at(-2);
      if (cell?.kind !== 'flow' || table?.kind !== 'table') return;
      boxes.pop();
      table.rows.at(-1)?.push(cell.lines);
    },
    tbl: () => {
      const table = boxes.at(-1);
      if (table?.kind !== 'table') return;
      boxes.pop();
      put(tableLines(table.rows));
      putNotes();
    },
    txbxContent: () => {
      const box = boxes.at(-1);
      if (box?.kind !== 'text-box') return;
      boxes.pop();
      ({ paragraph, run } = box);
      inRun = true;
      paragraph.boxes.push(...box.lines);
    },
    footnote: () => endNote(),
    endnote: () => endNote(),
  };
  const endNote = () => {
    const note = boxes.at(-1);
    if (note?.kind !== 'note') return;
    boxes.pop();
    notes.set(note.id, note.lines);
  };
  for (const piece of markup(xml, false)) {
    if (piece.kind === 'text') {
      if (reading && inRun) write(decodeEntities(piece.text));
      continue;
    }
    const { name, closing, attributes } = piece;
    const empty = attributes.endsWith('/');
    // Within properties these mark the end of a paragraph, or a cell, as deleted; elsewhere they hold what was.
    if (leftOut.has(name) && !inRunProperties) {
      if (!empty) skipping = Math.max(0, skipping + (closing ? -1 : 1));
    } else if (name === 'del' && inParagraphProperties && !closing) paragraph.goesOn = true;
    else if (skipping === 0) {
      if (closing) close[name]?.();
      else open[name]?.(attributes, empty);
    }
  }
  // Nothing follows the last of them.
  for (const cut of goesOn) put(linesOfParagraph(cut, parts, false));
  root.lines.push(...dueNotes);
  return { lines: root.lines, notes };
}

function noteBox(kind: 'footnote' | 'endnote', attributes: string): Box {
  return { kind: 'note', id: `${kind} ${attribute(attributes, 'id')}`, lines: [] };
}

function isOn(attributes: string): boolean {
  return !off.test(attribute(attributes, 'val') ?? '');
}

// Bullets and arrows of the symbol fonts say nothing; a letter of a font before Unicode does.
function symbol(attributes: string): string {
  const code = Number.parseInt(attribute(attributes, 'char') ?? '', 16);
  const font = attribute(attributes, 'font') ?? '';
  return /^\.?vn/i.test(font) && code > 0 && code <= 0xffff ? String.fromCharCode(code) : ' ';
}
