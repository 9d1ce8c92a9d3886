import { DocumentInvalid } from './errors.ts';
import { documentStatuses, type Described, type Readers } from './port.ts';

const roleNames: readonly string[] = ['secretary', 'deputy', 'committee', 'officer', 'admin'];
const day = /^\d{4}-\d{2}-\d{2}$/;
const firstYear = 1930;
const lastYear = 2199;

/** @throws {DocumentInvalid} */
export function checkedReaders({ who, roles }: Readers): Readers {
  if (who === 'members') return { who, roles: [] };
  const known = [...new Set(roles)].filter((role) => roleNames.includes(role)).toSorted();
  if (who !== 'roles' || known.length === 0 || known.length < new Set(roles).size) {
    throw new DocumentInvalid('readers');
  }
  return { who, roles: known };
}

/** As it is kept: spaces and characters that cannot be seen are put in order. @throws {DocumentInvalid} */
export function checkedDescription(given: Described): Described {
  const date = dayIn('date', given.date);
  const effective = dayIn('effective', given.effective);
  const expires = dayIn('expires', given.expires);
  if (expires !== null && date !== null && expires < date) throw new DocumentInvalid('expires');
  const title = within('title', given.title, 500);
  if (title === '') throw new DocumentInvalid('title');
  const { saidStatus } = given;
  if (saidStatus !== null && !documentStatuses.includes(saidStatus)) throw new DocumentInvalid('status');
  return {
    number: within('number', given.number, 60).replaceAll(' ', ''),
    kind: within('kind', given.kind, 60),
    issuer: within('issuer', given.issuer, 200),
    date,
    effective,
    expires,
    title,
    saidStatus,
    readers: checkedReaders(given.readers),
  };
}

function within(field: string, text: string, most: number): string {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\p{Cf}\0]/gu, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  if (plain.length > most) throw new DocumentInvalid(field);
  return plain;
}

function dayIn(field: string, text: string | null): string | null {
  if (text === null || text === '') return null;
  const date = new Date(`${text}T00:00:00Z`);
  const isDay = day.test(text) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
  const year = Number(text.slice(0, 4));
  if (!isDay || year < firstYear || year > lastYear) throw new DocumentInvalid(field);
  return text;
}
