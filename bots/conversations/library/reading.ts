import type { DocumentView } from '../../../hub/library/index.ts';
import type { Turn } from '../turn.ts';
import { cardStatus, documentCalled } from './document-words.ts';
import type { openedDocuments } from './opened.ts';
import { offsetOf, type Place } from './places.ts';
import { paragraphAt, partFrom, startOfPart } from './reading-parts.ts';
import { buttonFor } from './references.ts';

/** A stretch that is pointed out in what is read. */
interface Marked {
  start: number;
  end: number;
}

/** What is shown of what stands before a citation, in UTF-16 units. */
const mostBefore = 500;
/** Set before what was cited, and after it. */
const marks = ['▶ ', ' ◀'] as const;

/** One document from inside, part after part of it. */
export function readingDocuments({ open, keep }: ReturnType<typeof openedDocuments>) {
  /** A part of its text, from an offset on; what is pointed out stands between marks. */
  async function read(
    turn: Turn,
    memberId: string,
    id: string,
    offset: number,
    marked?: Marked,
  ): Promise<void> {
    const document = await open(turn, memberId, id);
    if (document) await showPart(turn, document, offset, marked);
  }

  /** Where a citation stands, with what surrounds it. */
  async function readAround(turn: Turn, memberId: string, id: string, marked: Marked): Promise<void> {
    const document = await open(turn, memberId, id);
    if (document) await showPart(turn, document, surroundings(document, marked.start), marked);
  }

  async function readPart(turn: Turn, memberId: string, id: string, number: number): Promise<void> {
    const document = await open(turn, memberId, id);
    if (document) await showPart(turn, document, startOfPart(document.text, number));
  }

  /** The part after the one that was shown last, or before it. */
  async function turnFrom(
    turn: Turn,
    memberId: string,
    { id, at }: { id: string; at: number },
    way: 'next' | 'previous',
  ): Promise<void> {
    const { say, reply } = turn;
    const document = await open(turn, memberId, id);
    if (!document) return;
    const { next, before } = partFrom(document.text, at);
    const offset = way === 'next' ? next : before;
    if (offset !== null) return await showPart(turn, document, offset);
    await reply.text(say('library-talk-no-further', { way, document: documentCalled(document) }), [
      ...(document.outline.length > 1 ? [buttonFor(say('button-library-outline'), 'outline', id)] : []),
      buttonFor(say('button-library-file'), 'file', id),
    ]);
  }

  async function readPlace(turn: Turn, memberId: string, id: string, place: Place): Promise<void> {
    const { say, reply } = turn;
    const document = await open(turn, memberId, id);
    if (!document) return;
    const offset = offsetOf(document, place);
    if (offset !== null) return await showPart(turn, document, offset);
    await keep(turn, { id, at: null });
    await reply.text(say('library-talk-no-such-place', { document: documentCalled(document) }), [
      ...(document.outline.length > 1 ? [buttonFor(say('button-library-outline'), 'outline', id)] : []),
      buttonFor(say('button-library-read'), 'read', id, 0),
    ]);
  }

  async function showPart(
    turn: Turn,
    document: DocumentView,
    offset: number,
    marked?: Marked,
  ): Promise<void> {
    const { say, reply } = turn;
    const { id, text, outline } = document;
    const { start, end, number, parts, before, next } = partFrom(text, offset);
    await keep(turn, { id, at: start });
    const heading = say('library-talk-part', { document: documentCalled(document), number, parts });
    const whole = outline.findLast((entry) => entry.start <= start && isArticle(entry.label));
    const where = whole && whole.start < start ? ` · ${whole.label}` : '';
    const status = document.status === 'in_force' ? '' : `\n${cardStatus(document, say)}`;
    await reply.text(`${heading}${where}${status}\n\n${withMarks(text, { start, end }, marked)}`, [
      ...(next === null ? [] : [buttonFor(say('button-library-next'), 'read', id, next)]),
      ...(before === null ? [] : [buttonFor(say('button-library-previous'), 'read', id, before)]),
      ...(outline.length > 1 ? [buttonFor(say('button-library-outline'), 'outline', id)] : []),
      buttonFor(say('button-library-file'), 'file', id),
    ]);
  }

  return { read, readAround, readPart, readPlace, turnFrom };
}

/** Where to begin, so that what leads to a place is read with it: its article, else the paragraph before. */
function surroundings({ text, outline }: Pick<DocumentView, 'text' | 'outline'>, offset: number): number {
  const paragraph = paragraphAt(text, offset);
  const article = outline.findLast(({ start }) => start <= paragraph)?.start;
  if (article !== undefined && paragraph - article <= mostBefore) return article;
  const before = paragraphAt(text, text.slice(0, paragraph).trimEnd().length);
  return paragraph - before <= mostBefore ? before : paragraph;
}

function withMarks(text: string, { start, end }: Marked, marked?: Marked): string {
  if (!marked || marked.end <= marked.start || marked.start < start || marked.start >= end)
    return text.slice(start, end).trim();
  const until = Math.min(marked.end, end);
  return `${text.slice(start, marked.start)}${marks[0]}${text.slice(marked.start, until).trimEnd()}${marks[1]}${text.slice(until, end)}`.trim();
}

function isArticle(label: string): boolean {
  return /^(?:điều|article)/iu.test(label);
}
