import type { RoleName } from '../../../prisma/generated/enums.ts';
import type { Say } from '../../platform/locales.ts';
import type { UnitKind } from '../units/units.ts';
import type { FileStatus, MemberColumn, UnitColumn } from './words.ts';

/** What our own files say, in the reader's language. Reading takes every one of these words back (words.ts). */

export type Words<Name extends string> = Readonly<Record<Name, (say: Say) => string>>;

export const memberTitles: Words<MemberColumn> = {
  code: (say) => say('column-member-code'),
  full_name: (say) => say('column-full-name'),
  unit_code: (say) => say('column-unit-code'),
  role: (say) => say('column-role'),
  status: (say) => say('column-status'),
  phone: (say) => say('column-phone'),
  email: (say) => say('column-email'),
  joined_on: (say) => say('column-joined-on'),
};

export const unitTitles: Words<UnitColumn> = {
  code: (say) => say('column-code'),
  name: (say) => say('column-name'),
  kind: (say) => say('column-kind'),
  parent_code: (say) => say('column-parent-code'),
};

/** Of a change or an error: `file` is the whole file, and what is no column is left as it is. */
export function titleOf(kind: 'units' | 'members', field: string, say: Say): string {
  const titles: Readonly<Record<string, (say: Say) => string>> = kind === 'units' ? unitTitles : memberTitles;
  return field === 'file' ? say('column-file') : (titles[field]?.(say) ?? field);
}

export const roleCells: Words<RoleName> = {
  secretary: (say) => say('role-name-secretary'),
  deputy: (say) => say('role-name-deputy'),
  committee: (say) => say('role-name-committee'),
  officer: (say) => say('role-name-officer'),
  admin: (say) => say('role-name-admin'),
};

export const statusCells: Words<FileStatus> = {
  official: (say) => say('member-status-official'),
  probationary: (say) => say('member-status-probationary'),
};

export const kindCells: Words<UnitKind> = {
  central: (say) => say('unit-kind-central'),
  province: (say) => say('unit-kind-province'),
  commune: (say) => say('unit-kind-commune'),
  branch: (say) => say('unit-kind-branch'),
  cell: (say) => say('unit-kind-cell'),
};

/** `2001-02-03` → `03/02/2001`: day first in every language, as a spreadsheet of any country leaves it. */
export function dayCell(day: string): string {
  return day.split('-').toReversed().join('/');
}
