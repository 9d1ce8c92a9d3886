import { z } from 'zod';
import type { People } from '../people/index.ts';
import { operator, type Actor } from '../platform/audit.ts';
import type { HubDoor } from '../platform/hub-door.ts';
import type { FoundPassage, Library } from './port.ts';

/** What `caunoi search` asks of the hub that runs. */
export const SearchAsked = z.strictObject({
  text: z.string().min(1).max(1_000),
  count: z.int().min(1).max(100),
  /** Code of the member with whose eyes; null: the operator's. */
  as: z.string().max(64).nullable(),
});

/** As `search` prints it. */
export interface SearchAnswer {
  passages: {
    document: string;
    number: string;
    title: string;
    locator: string;
    text: string;
    score: number;
  }[];
}

/** A command waits so long for an index that is being read. */
const buildingMs = 60_000;

type Parts = { library: Library; people: People };

/** Lets commands search in the index of this process. */
export function libraryDoor(door: HubDoor, parts: Parts): void {
  door.answer('search', SearchAsked, async (asked) => await searchFor(parts, asked));
}

/** @throws {LibraryNotReady} @throws {UnknownMember} */
export async function searchFor(
  { library, people }: Parts,
  { text, count, as }: z.output<typeof SearchAsked>,
): Promise<SearchAnswer> {
  const by: Actor = as === null ? operator : { memberId: (await people.memberByCode(as)).id, via: 'command' };
  await ready(library);
  return { passages: (await library.passages(by, text, count)).map(asPrinted) };
}

/** Resolves when the index can be asked, or after a minute. */
export async function ready({ finding }: Pick<Library, 'finding'>): Promise<void> {
  if (!finding.state().held) return;
  let late: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => (late = setTimeout(resolve, buildingMs)));
  await Promise.race([finding.until(0), patience]);
  clearTimeout(late);
}

function asPrinted({ document, locator, text, score }: FoundPassage): SearchAnswer['passages'][number] {
  const { id, number, title } = document;
  return { document: id, number, title, locator, text, score: Math.round(score * 1_000) / 1_000 };
}
