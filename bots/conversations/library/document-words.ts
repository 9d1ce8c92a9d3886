import type { DocumentName, DocumentStatus, DocumentView, RelationView } from '../../../hub/library/index.ts';
import type { Say } from '../../../hub/platform/locales.ts';

/** As one says it: `Nghị quyết 57-NQ/TW`; the title where it has no number. */
export function documentCalled({ kind, number, title }: DocumentName): string {
  return number === '' ? title : [kind, number].filter((part) => part !== '').join(' ');
}

/** What tells it from all others, since numbers begin anew each term: `Nghị quyết 57-NQ/TW, Bộ Chính trị, 22/12/2024`. */
export function documentNamed(document: DocumentName): string {
  const { issuer, date } = document;
  return [documentCalled(document), issuer, date === null ? '' : dayInWords(date)]
    .filter((part) => part !== '')
    .join(', ');
}

/** What a list knows of a document: one that was only found to be replaced may have been, never more. */
export interface ListedDocument extends DocumentName {
  status: DocumentStatus;
  statusIsFound?: boolean;
  replacedBy?: readonly { confirmed: boolean }[];
}

function standingOf({
  status,
  statusIsFound,
  replacedBy,
}: ListedDocument): DocumentStatus | 'maybe_replaced' {
  if (status !== 'replaced') return status;
  const isFound = statusIsFound ?? (replacedBy ?? []).every(({ confirmed }) => !confirmed);
  return isFound ? 'maybe_replaced' : 'replaced';
}

/** `còn hiệu lực`, `có thể đã được thay thế`. */
export function statusInWords(document: ListedDocument, say: Say): string {
  return say('library-talk-status', { status: standingOf(document) });
}

/** A line of a list. */
export function documentLine(document: ListedDocument, say: Say): string {
  const title = document.number === '' ? '' : `: ${shortened(document.title, 110)}`;
  const status = document.status === 'in_force' ? '' : ` (${statusInWords(document, say)})`;
  return `${documentNamed(document)}${title}${status}`;
}

/** The card of a document: its name, what it is about, and whether it holds. */
export function documentCard(document: DocumentView, say: Say): string {
  const { number, title, unit, effective, expires, pageStarts } = document;
  const lines = [
    documentNamed(document),
    number === '' ? '' : title,
    cardStatus(document, say),
    ...relationLines(document, say),
    effective === null ? '' : say('library-talk-effective', { day: dayInWords(effective) }),
    expires === null ? '' : say('library-talk-expires', { day: dayInWords(expires) }),
    say('library-talk-card-unit', { unit: unit.name }),
    pageStarts.length > 1 ? say('library-talk-card-pages', { count: pageStarts.length }) : '',
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** As a sentence of its own. */
export function cardStatus(document: ListedDocument, say: Say): string {
  return say('library-talk-card-status', { status: standingOf(document) });
}

/** What took its place, and what it takes the place of, changes or guides. */
function relationLines({ id, relations }: DocumentView, say: Say): string[] {
  return relations
    .filter(({ state }) => state !== 'rejected')
    .slice(0, 6)
    .map((relation) => relationLine(relation, id, say));
}

/** From the eyes of the document that is shown. */
function relationLine(relation: RelationView, shownId: string, say: Say): string {
  const { from, kind, target, number, state } = relation;
  const isOwn = from.id === shownId;
  const other = isOwn ? (target ? documentNamed(target) : number) : documentNamed(from);
  return say('library-talk-relation', {
    kind: isOwn ? kind : `${kind}-by`,
    other,
    state: state === 'confirmed' ? 'confirmed' : 'found',
  });
}

/** A relation as a sentence that names both. */
export function relationSentence({ from, kind, target, number, state }: RelationView, say: Say): string {
  return say('library-talk-relation-whole', {
    from: documentCalled(from),
    kind,
    other: target ? documentNamed(target) : number,
    state: state === 'confirmed' ? 'confirmed' : 'found',
  });
}

/** A calendar day such as 2024-12-22 as it is written here: 22/12/2024. */
function dayInWords(day: string): string {
  return day.split('-').toReversed().join('/');
}

export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2))}…`;
}
