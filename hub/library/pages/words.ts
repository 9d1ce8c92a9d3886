import type { Say } from '../../platform/locales.ts';
import type { DocumentName, Readers } from '../port.ts';

/** What a document is called: its kind, number and day; its title where it has no number. */
export function nameInWords(
  { number, kind, date, title }: Omit<DocumentName, 'id' | 'issuer'>,
  say: Say,
): string {
  if (number === '') return title;
  return say('library-page-name', { number, kind: kind || 'none', date: date ?? 'none' });
}

/** A calendar day as it is written here; empty for none. */
export function dayInWords(day: string | null, say: Say): string {
  return day === null ? '' : say('library-page-day', { day });
}

export function readersInWords(readers: Readers, unit: string, say: Say): string {
  if (readers.who === 'members') return say('library-page-readers-members', { unit });
  const roles = readers.roles.map((role) => say(`role-name-${role}`)).join(', ');
  return say('library-page-readers-roles', { unit, roles });
}
