import { word, type Fields } from '../../console/index.ts';
import { readDay } from '../../people/index.ts';
import type { Say } from '../../platform/locales.ts';
import { documentStatuses, type Described, type DocumentView } from '../port.ts';
import { readersFrom, typedReaders, type TypedReaders } from './readers-typed.ts';
import { dayInWords } from './words.ts';

const wordFields = ['number', 'kind', 'issuer', 'title', 'status'] as const;
const dayFields = ['date', 'effective', 'expires'] as const;
export type DescriptionField = (typeof wordFields)[number] | (typeof dayFields)[number];

/** What is said of a document, as it stands in the form. */
export interface TypedDescription {
  values: Readonly<Record<DescriptionField, string>>;
  readers: TypedReaders;
}

/** What is wrong, by field, in the reader's language. */
export type DescriptionFaults = Partial<Record<DescriptionField, string>>;

/** What is known of a document, as its form shows it. */
export function descriptionOf(view: DocumentView, say: Say): TypedDescription {
  const { number, kind, issuer, title, saidStatus, date, effective, expires, readers } = view;
  const days = {
    date: dayInWords(date, say),
    effective: dayInWords(effective, say),
    expires: dayInWords(expires, say),
  };
  return { values: { number, kind, issuer, title, status: saidStatus ?? '', ...days }, readers };
}

export function typedDescription(fields: Fields): TypedDescription {
  const typed = [...wordFields, ...dayFields].map((name) => [name, word(fields, name)]);
  return { values: Object.fromEntries(typed) as TypedDescription['values'], readers: typedReaders(fields) };
}

/** What the fields say, as far as it can be understood, and what is wrong with them. */
export function describedBy(
  { values, readers }: TypedDescription,
  say: Say,
): { described: Described; faults: DescriptionFaults } {
  const faults: DescriptionFaults = {};
  const day = (name: (typeof dayFields)[number]) => {
    const found = readDay(values[name]);
    if (found === null && values[name] !== '') faults[name] = say('library-page-day-wrong');
    return found;
  };
  if (values.title === '') faults.title = say('library-page-title-missing');
  const { number, kind, issuer, title, status } = values;
  const described: Described = {
    number,
    kind,
    issuer,
    title,
    date: day('date'),
    effective: day('effective'),
    expires: day('expires'),
    saidStatus: documentStatuses.find((one) => one === status) ?? null,
    readers: readersFrom(readers),
  };
  return { described, faults };
}
