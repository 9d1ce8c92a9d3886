import { officeAbbreviations } from './wording.ts';
import type { Searchable } from './searchable.ts';

/** What a question says of a document besides its number, since numbers begin anew each term. */
export interface Edition {
  /** `2021`, `2021-07` or `2021-07-30`, of which its date begins with; null: not said. */
  date: string | null;
  /** A term of office: from this day up to that. */
  term: readonly [from: string, to: string] | null;
}

/**
 * Terms of the Central Committee by the congress that elected it, from the day it closed.
 *
 * @source the resolutions of the congresses; the fourteenth closed on 23 January 2026
 */
const terms: readonly (readonly [names: string, from: string, to: string])[] = [
  ['xi|11', '2011-01-19', '2016-01-28'],
  ['xii|12', '2016-01-28', '2021-02-01'],
  ['xiii|13', '2021-02-01', '2026-01-23'],
  ['xiv|14', '2026-01-23', '2031-12-31'],
];
const day =
  /^[ ,(]{0,3}(?:(?:cua|do) [a-z ]{1,40}?[ ,(]{1,3})?ngay (\d{1,2})(?:[/.-]| thang )(\d{1,2})(?:[/.-]| nam )(\d{4})(?!\d)/;
const month = /^[ (]{0,2}(?:thang )(\d{1,2})(?:[/.-]| nam )(\d{4})(?!\d)/;
// "Nghị quyết 57, năm 2030 …" speaks of an aim, "Quy định 24 (năm 2021)" of the document.
const year = /^[ (]{0,2}(?:cua [a-z ]{2,40}? )?(?:ban hanh )?(?:nam )?((?:19|20)\d{2})(?!\d)/;
const named = /(?:khoa|dai hoi|nhiem ky)(?: (?:dai hoi|thu|lan thu|dang))? (x[iv]{1,3}|1[1-4])(?![a-z\d])/;
const years = /nhiem ky (20\d{2}) ?[-–] ?(20\d{2})/;
/** Farther behind the number, a date is of something else. */
const reach = 100;

/** @param behind what follows the number: lower case, no diacritics */
export function editionIn(behind: string): Edition {
  const near = behind.slice(0, reach);
  return { date: dateIn(near), term: termIn(near) };
}

/** Of documents that share what they were called by, those that fit what else was said; where none does, all. */
export function fitting<Document extends Searchable>(
  documents: readonly Document[],
  { date, term }: Edition,
  issuersSaid: (document: Document) => boolean,
): readonly Document[] {
  const narrowed = (those: readonly Document[], fits: (document: Document) => boolean) => {
    const fit = those.filter(fits);
    return fit.length > 0 ? fit : those;
  };
  let left = narrowed(documents, issuersSaid);
  if (date !== null) left = narrowed(left, (document) => document.date?.startsWith(date) ?? false);
  if (term !== null) {
    const [from, to] = term;
    left = narrowed(
      left,
      (document) => document.date !== null && document.date >= from && document.date < to,
    );
  }
  return left;
}

/** Whether the question says who issued a document. @param question folded, single spaces */
export function saysIssuer(question: string, foldedIssuer: string): boolean {
  if (!foldedIssuer.includes(' ')) return false;
  const said = ` ${question} `;
  return (
    said.includes(` ${foldedIssuer} `) ||
    [...officeAbbreviations].some(
      ([short, meant]) => meant.includes(foldedIssuer) && said.includes(` ${short} `),
    )
  );
}

function dateIn(near: string): string | null {
  const byDay = day.exec(near);
  if (byDay) return `${byDay[3]}-${byDay[2]!.padStart(2, '0')}-${byDay[1]!.padStart(2, '0')}`;
  const byMonth = month.exec(near);
  if (byMonth) return `${byMonth[2]}-${byMonth[1]!.padStart(2, '0')}`;
  return year.exec(near)?.[1] ?? null;
}

function termIn(near: string): Edition['term'] {
  const byYears = years.exec(near);
  if (byYears) return [`${byYears[1]}-01-01`, `${byYears[2]}-12-31`];
  const name = named.exec(near)?.[1];
  const term = name === undefined ? undefined : terms.find(([names]) => names.split('|').includes(name));
  return term ? [term[1], term[2]] : null;
}
