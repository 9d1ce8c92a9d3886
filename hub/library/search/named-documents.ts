import type { Readable } from './candidates.ts';
import type { Naming } from './document-naming.ts';
import { editionIn, fitting, saysIssuer, type Edition } from './edition.ts';
import { isMeant, type References } from './references.ts';
import type { Searchable } from './searchable.ts';
import type { Segment } from './segment.ts';
import { questionSyllables } from './wording.ts';

/** Which documents of the library a question names, and what it names that the library does not have. */
export interface Named<Document extends Searchable = Searchable> {
  documents: ReadonlySet<Document>;
  /** As it was typed, folded: `338-qd/tw`, `luat dat dai`. */
  missing: readonly string[];
}

const bySubject =
  /(?<!phap |ky |theo |trong |cua )\b(?:bo luat|luat|nghi dinh|thong tu|dieu le) ([a-z]+ [a-z]+)/g;

/** @param question folded, single spaces */
export function namedDocuments<Document extends Searchable>(
  readable: readonly Readable<Segment<Document>>[],
  references: References,
  question: string,
): Named<Document> {
  const names = namesOf(readable);
  const said = ` ${question} `;
  const issued = new Set(
    names.filter(({ issuer }) => saysIssuer(question, issuer)).map(({ document }) => document),
  );
  const lastYear = names.reduce(
    (last, { document: { date } }) => (date !== null && date > last ? date : last),
    '',
  );
  /** Null: they are of other days than was said. */
  const meant = (called: readonly Document[], behind: string): readonly Document[] | null => {
    const edition = editionIn(behind);
    const fit = fitting(called, edition, (document) => issued.has(document));
    // A year that is still to come is what a document aims at.
    const isOfThen = edition.date !== null && edition.date <= lastYear;
    return isOfThen && fit.every((document) => isOfAnotherDay(document, edition)) ? null : fit;
  };
  const called = (by: (name: Naming) => boolean) => names.filter(by).map(({ document }) => document);

  const missing: string[] = [];
  const named = new Set<Document>();
  const name = (those: readonly Document[] | null, typed: string) => {
    if (!those || those.length === 0) missing.push(typed);
    for (const document of those ?? []) named.add(document);
  };
  for (const reference of references.documents) {
    const those = called(({ number }) => isMeant(reference, number));
    name(meant(those, reference.behind), reference.typed);
  }
  const isReferredTo = ({ number }: Naming) =>
    references.documents.some((reference) => isMeant(reference, number));
  for (const words of wordsIn(
    names.filter((one) => !isReferredTo(one)),
    said,
  )) {
    const those = called(({ title, spokenNumber }) => title === words || spokenNumber === words);
    name(meant(those, said.slice(said.indexOf(words) + words.length)), words);
  }
  for (const [typed, subject] of question.matchAll(bySubject)) {
    if (isSubject(subject!) && !names.some(({ title }) => title.includes(subject!))) missing.push(typed);
  }
  return { documents: new Set([...named].toSorted(firstInForce)), missing };
}

/** Titles and numbers that stand in the question as they are. */
function wordsIn(names: readonly Naming[], said: string): ReadonlySet<string> {
  return new Set(
    names
      .flatMap(({ title, spokenNumber }) => [title, spokenNumber])
      .filter((words) => words.includes(' ') && said.includes(` ${words} `)),
  );
}

function isOfAnotherDay({ date }: Searchable, edition: Edition): boolean {
  return date !== null && !date.startsWith(edition.date!);
}

/** Of documents of one number the one in force, then the newer. */
function firstInForce(one: Searchable, other: Searchable): number {
  if (one.inForce !== other.inForce) return one.inForce ? -1 : 1;
  return (other.date ?? '').localeCompare(one.date ?? '') || one.id.localeCompare(other.id);
}

function namesOf<Document extends Searchable>(
  readable: readonly Readable<Segment<Document>>[],
): (Naming & { document: Document })[] {
  return readable.flatMap(({ segment, documents }) =>
    segment.documents
      .map((document, place) => ({ document, place, ...segment.names[place]! }))
      .filter(({ place }) => documents[place] === 1),
  );
}

function isSubject(words: string): boolean {
  return words.split(' ').every((word) => !questionSyllables.has(word) && word !== 'quy' && word !== 'hien');
}
