import { paragraphsOf, type Paragraph } from '../reading/paragraphs.ts';
import { labelOf, ranks, tableLabel, type Label } from './labels.ts';
import { captionNumber, tableAt } from './tables.ts';

/** A part of a document with everything below it. */
export interface Section {
  label: Label;
  /** What its opening paragraph says after the label, shortened to what others depend on. */
  title: string;
  /** A sentence of its parent that it hangs on: "… gồm những nội dung sau:". Empty where there is none. */
  leadIn: string;
  parent: Section | null;
}

/** A paragraph and its place. */
export interface Placed extends Paragraph {
  section: Section | null;
  /** The sentence of its own section that it hangs on, if it is not itself the opening of one. */
  leadIn: string;
  opens: boolean;
  /** Names what follows and says nothing by itself. */
  isHeading: boolean;
}

/** What is longer says something, in characters, and is no heading. */
export const longestHeading = 250;
/** Rows of a table are read together up to this. */
const rowsTogether = 350;
const longestTitle = 300;
const sentenceEnd = /[.;:,!?…]["”»)*]*$/;

/** The paragraphs of a text, from `from` on, each with the parts of the document that it stands in. */
export function outlineOf(text: string, from = 0): Placed[] {
  const placed: Placed[] = [];
  let open: Section | null = null;
  let leadIns = new Map<Section | null, string>();
  let lastArticle = 0;
  let tables = 0;
  const paragraphs = paragraphsOf(text, from);
  for (let place = 0; place < paragraphs.length; place += 1) {
    const paragraph = paragraphs[place]!;
    const table = tableAt(text, paragraphs, place, rowsTogether);
    if (table) {
      place += table.count - 1;
      open = aboveBullets(open);
      tables += 1;
      const above = placed.at(-1);
      const number = (above && captionNumber(above.text)) ?? String(tables);
      const section: Section = {
        label: tableLabel(number),
        title: titleOf(table.header),
        leadIn: leadIns.get(open) ?? '',
        parent: open,
      };
      for (const [at, rows] of table.rows.entries()) {
        placed.push({ ...rows, section, leadIn: '', opens: at === 0, isHeading: false });
      }
      leadIns.set(open, '');
      continue;
    }
    const label = acceptedLabel(paragraph.text, lastArticle);
    if (!label) {
      open = aboveBullets(open);
      const isTitle = open !== null && placed.at(-1)?.opens === true && isTitleOf(open, paragraph.text);
      if (isTitle && open) open.title = paragraph.text;
      placed.push({
        ...paragraph,
        section: open,
        leadIn: leadIns.get(open) ?? '',
        opens: false,
        isHeading: isTitle,
      });
      if (!isTitle) leadIns.set(open, hangsOn(paragraph.text));
      continue;
    }
    if (label.kind === 'article') lastArticle = Number.parseInt(label.number, 10);
    if (label.kind === 'appendix') {
      lastArticle = 0;
      tables = 0;
    }
    const parent = parentOf(open, label);
    if (label.rank < ranks.article) leadIns = new Map();
    open = {
      label,
      title: titleOf(paragraph.text.slice(label.length).trim()),
      leadIn: leadIns.get(parent) ?? '',
      parent,
    };
    placed.push({
      ...paragraph,
      section: open,
      leadIn: '',
      opens: true,
      isHeading: isHeading(paragraph.text, label),
    });
  }
  return placed;
}

/** From the outermost part inward. */
export function pathOf(section: Section | null): Section[] {
  const path: Section[] = [];
  for (let at = section; at; at = at.parent) path.unshift(at);
  return path;
}

// "Điều 5 Điều lệ Đảng quy định" in the middle of a text opens nothing: without a full stop the number must follow on.
function acceptedLabel(text: string, lastArticle: number): Label | null {
  const label = labelOf(text);
  // "Phụ lục kèm theo Quy định này nêu …" and "Mẫu 2 do chi bộ lập." speak of one, and open none.
  if (label?.kind === 'appendix' || label?.kind === 'form') {
    return text.length > longestHeading / 2 || /[.;,:]$/.test(text.slice(label.length)) ? null : label;
  }
  if (label?.kind !== 'article') return label;
  const punctuated = /[.:]$/.test(text.slice(0, label.length)) || text.length === label.length;
  return punctuated || Number.parseInt(label.number, 10) === lastArticle + 1 ? label : null;
}

function parentOf(open: Section | null, label: Label): Section | null {
  let parent = open;
  while (parent && parent.label.rank >= label.rank) parent = parent.parent;
  return parent;
}

function aboveBullets(open: Section | null): Section | null {
  let section = open;
  while (section && section.label.rank >= ranks.dash) section = section.parent;
  return section;
}

function isTitleOf(section: Section, text: string): boolean {
  if (section.title !== '' || section.label.rank > ranks.article || text.length > longestHeading)
    return false;
  return !sentenceEnd.test(text);
}

function isHeading(text: string, label: Label): boolean {
  if (label.rank < ranks.article) return true;
  if (label.rank >= ranks.dash || text.length > longestHeading) return false;
  return text.length === label.length || !sentenceEnd.test(text);
}

function hangsOn(text: string): string {
  if (captionNumber(text) !== null) return titleOf(text);
  return text.endsWith(':') ? lastSentence(text) : '';
}

function titleOf(text: string): string {
  if (text.length <= longestTitle) return text;
  if (text.endsWith(':')) return lastSentence(text);
  const stop = text.search(/[.;:]\s/);
  return text.slice(0, stop > 0 && stop < longestTitle ? stop + 1 : longestTitle);
}

function lastSentence(text: string): string {
  const start = Math.max(text.lastIndexOf('. ', text.length - 2), text.lastIndexOf('; ', text.length - 2));
  return text.slice(Math.max(start === -1 ? 0 : start + 2, text.length - longestTitle));
}
