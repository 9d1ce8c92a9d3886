import type { Span } from '../reading/sentences.ts';
import type { Library } from '../port.ts';

export interface LibraryPagesParts {
  library: Pick<Library, 'keeping' | 'reading' | 'finding' | 'passages'>;
}

/** The right of those who put documents in; the pages on which one reads are every member's. */
export const needs = 'library.keep';

export const libraryUrl = '/console/library';
export const newUrl = `${libraryUrl}/new`;
export const incomingUrl = `${libraryUrl}/incoming`;

type PageOf = '' | '/chain' | '/original' | '/description' | '/relations' | '/removal';

/** @param id or `:id`, for the pattern of the address */
export function documentUrl(id: string, page: PageOf = ''): string {
  return `${libraryUrl}/${id}${page}`;
}

/** Where a document is read with these words of it marked, and in sight. */
export function passageUrl(id: string, { start, end }: Span): string {
  return `${documentUrl(id)}?at=${start}-${end}#${passageAnchor}`;
}

/** Of the paragraph that begins at a place of the text. */
export function anchorOf(start: number): string {
  return `o-${start}`;
}

/** Where a document is read from a place of its text on, with nothing marked. */
export function placeUrl(id: string, start: number): string {
  return `${documentUrl(id)}?from=${start}#${anchorOf(start)}`;
}

/** Of the first marked words on a page. */
export const passageAnchor = 'doan';
