import { documentStatuses, type BrowseFilter } from '../port.ts';
import { libraryUrl } from './urls.ts';

/** What of an address narrows the list of documents. */
export interface Browsing extends BrowseFilter {
  /** All that bear the words in their names, and nothing of what stands inside. */
  all?: boolean;
}

type Query = Readonly<Record<string, string | undefined>>;

export function filterIn(query: Query): Browsing {
  const year = /^\d{4}$/.exec(query['year'] ?? '');
  return {
    words: query['words']?.normalize('NFC').trim().slice(0, 200) || undefined,
    kind: query['kind'] || undefined,
    issuer: query['issuer'] || undefined,
    year: year ? Number(year[0]) : undefined,
    status: documentStatuses.find((status) => status === query['status']),
    ...(query['all'] === 'yes' ? { all: true } : {}),
    page: Math.max(1, Math.trunc(Number(query['page'] ?? '1')) || 1),
  };
}

/** Whether anything but words narrows it. */
export function isNarrowed({ kind, issuer, year, status }: BrowseFilter): boolean {
  return [kind, issuer, year, status].some((one) => one !== undefined);
}

/** The address of the list as it is narrowed. */
export function browseUrl({ words, kind, issuer, year, status, all, page = 1 }: Browsing): string {
  const paging = { all: all ? 'yes' : undefined, page: page > 1 ? page : undefined };
  const asked = Object.entries({ words, kind, issuer, year, status, ...paging })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]): [string, string] => [name, String(value)]);
  return asked.length === 0 ? libraryUrl : `${libraryUrl}?${new URLSearchParams(asked).toString()}`;
}
