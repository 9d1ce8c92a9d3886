import { demoProvince, type MemberRow, type UnitRow } from './province.ts';

const unitColumns = ['code', 'name', 'kind', 'parent_code'] as const satisfies readonly (keyof UnitRow)[];
const memberColumns = [
  'code',
  'full_name',
  'unit_code',
  'role',
  'status',
  'phone',
  'email',
  'joined_on',
] as const satisfies readonly (keyof MemberRow)[];

/** The demo province as the two files that `caunoi import` reads (UTF-8, no BOM, English headers). */
export function demoCsv(): { units: string; members: string } {
  const { units, members } = demoProvince();
  return { units: csv(unitColumns, units), members: csv(memberColumns, members) };
}

function csv<Column extends string>(
  columns: readonly Column[],
  rows: readonly Readonly<Record<Column, string>>[],
): string {
  const lines = rows.map((row) => columns.map((column) => quoted(row[column])).join(','));
  return [columns.join(','), ...lines, ''].join('\n');
}

function quoted(value: string): string {
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
