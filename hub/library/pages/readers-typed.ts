import { all, word, type Fields } from '../../console/index.ts';
import type { RoleName } from '../../people/index.ts';
import type { Readers } from '../port.ts';

/** Roles that may be named as readers, the leading ones first. */
export const readingRoles: readonly RoleName[] = ['secretary', 'deputy', 'committee', 'officer', 'admin'];

/** Who may read, as it stands in a form. */
export interface TypedReaders {
  who: string;
  roles: readonly string[];
}

export function typedReaders(fields: Fields): TypedReaders {
  return { who: word(fields, 'who'), roles: all(fields, 'roles') };
}

export function readersFrom({ who, roles }: TypedReaders): Readers {
  return who === 'roles'
    ? { who: 'roles', roles: readingRoles.filter((role) => roles.includes(role)) }
    : { who: 'members', roles: [] };
}
