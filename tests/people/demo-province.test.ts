import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { demoCsv } from '../../prisma/demo/csv.ts';
import { demoNotices } from '../../prisma/demo/notice.ts';
import { demoProvince, type MemberRow } from '../../prisma/demo/province.ts';

const { units, members, officer } = demoProvince();
const parents = new Map(units.map(({ code, parent_code }) => [code, parent_code]));
const cells = units
  .filter(({ kind }) => kind === 'cell')
  .map(({ code, name }) => ({ code, name, roll: members.filter(({ unit_code }) => unit_code === code) }));
const holding = (roll: readonly MemberRow[], role: MemberRow['role']) =>
  roll.filter((row) => row.role === role);
const share = (matches: (row: MemberRow) => boolean) => members.filter(matches).length / members.length;

describe('the tree of the demo province', () => {
  test('has one province, four communes, one branch and 24 cells', () => {
    const kinds = Object.groupBy(units, ({ kind }) => kind);
    expect(Object.entries(kinds).map(([kind, rows]) => [kind, rows.length])).toEqual([
      ['province', 1],
      ['commune', 4],
      ['cell', 24],
      ['branch', 1],
    ]);
    expect(new Set(units.map(({ code }) => code)).size).toBe(units.length);
    expect(new Set(units.map(({ name }) => name)).size).toBe(units.length);
  });

  test('names every parent before its children, so there is no cycle', () => {
    const seen = new Set(['']);
    for (const { code, parent_code } of units) {
      expect(seen).toContain(parent_code);
      seen.add(code);
    }
    expect(units.filter(({ parent_code }) => parent_code === '').map(({ code }) => code)).toEqual(['SLT']);
  });

  test('hangs cells at two different depths', () => {
    const depth = (code: string): number => (code === '' ? 0 : 1 + depth(parents.get(code) ?? ''));
    expect(new Set(cells.map(({ code }) => depth(code)))).toEqual(new Set([3, 4]));
  });
});

describe('the members of the demo province', () => {
  test('are 600, each with a code, phone and e-mail of their own and a unit that exists', () => {
    expect(members).toHaveLength(600);
    expect(new Set(members.map(({ code }) => code)).size).toBe(600);
    for (const field of ['phone', 'email'] as const) {
      const known = members.map((row) => row[field]).filter((value) => value !== '');
      expect(new Set(known).size).toBe(known.length);
    }
    for (const row of members) {
      expect(row.code).toMatch(/^DV\d{6}$/);
      expect(parents.has(row.unit_code)).toBe(true);
      expect(row.phone).toMatch(/^(09000\d{5})?$/);
      expect(row.email).toMatch(/^([a-z]+\d+@example\.vn)?$/);
    }
  });

  test('bear Vietnamese names in NFC, no two alike in one cell', () => {
    for (const { full_name } of members) {
      expect(full_name).toBe(full_name.normalize('NFC'));
      expect(full_name).toMatch(/^\p{Lu}\p{Ll}*( \p{Lu}\p{Ll}*){2,3}$/u);
    }
    for (const { roll } of cells)
      expect(new Set(roll.map(({ full_name }) => full_name)).size).toBe(roll.length);
  });

  test.each(cells)('$code $name is led as the rules ask', ({ roll }) => {
    const officials = roll.filter(({ status }) => status === 'official').length;
    expect(roll.length).toBeGreaterThanOrEqual(8);
    expect(roll.length).toBeLessThanOrEqual(49);
    expect(officials).toBeGreaterThanOrEqual(3);
    expect(holding(roll, 'secretary')).toHaveLength(1);
    expect(holding(roll, 'deputy')).toHaveLength(officials >= 9 ? 1 : 0);
    expect(holding(roll, 'committee').length > 0).toBe(officials >= 9);
    const committee = roll.filter(({ role }) => role !== '');
    expect(committee.length).toBeLessThanOrEqual(7);
    expect(committee.every(({ status, phone }) => status === 'official' && phone !== '')).toBe(true);
  });

  test('include a secretary and an officer per commune, an officer and an admin for the province', () => {
    for (const { code } of units.filter(({ kind }) => kind === 'commune')) {
      const roles = members.filter(({ unit_code }) => unit_code === code).map(({ role }) => role);
      expect(roles).toEqual(['secretary', 'officer']);
    }
    const staff = members.filter(({ unit_code }) => unit_code === 'SLT');
    expect(staff.map(({ role }) => role)).toEqual(['officer', 'admin']);
    expect(staff.find(({ code }) => code === officer)?.role).toBe('officer');
  });

  test('joined on real days: probationers in the last twelve months, the others since 1968', () => {
    for (const { joined_on, status } of members) {
      expect(new Date(joined_on).toISOString().slice(0, 10)).toBe(joined_on);
      const [first, last] =
        status === 'probationary' ? ['2025-11-01', '2026-11-01'] : ['1968-01-01', '2025-11-01'];
      expect(first <= joined_on && joined_on < last, joined_on).toBe(true);
    }
  });

  test('have the gaps real lists have', () => {
    expect(share(({ status }) => status === 'probationary')).toBeCloseTo(0.06, 2);
    expect(share(({ phone }) => phone === '')).toBeCloseTo(0.15, 1);
    expect(share(({ email }) => email !== '')).toBeCloseTo(0.3, 1);
  });

  test('are the same on every call', () => {
    expect(demoProvince()).toEqual({ units, members, officer });
  });
});

test('the files read back as the rows they were made from', () => {
  const files = demoCsv();
  expect(parse(files.units, { columns: true })).toEqual(units);
  expect(parse(files.members, { columns: true })).toEqual(members);
});

test('the notices keep to the formal form and fit a chat message', () => {
  expect(demoNotices.length).toBeGreaterThanOrEqual(2);
  for (const { kind, number, title, body } of demoNotices) {
    expect(`${title}${body}`).toBe(`${title}${body}`.normalize('NFC'));
    expect(body).toMatch(/^Kính gửi đồng chí,/);
    expect(body).not.toMatch(/\p{Extended_Pictographic}|\.\/\./u);
    expect(body.length).toBeLessThan(2000);
    expect(body).not.toMatch(/^ | {2}/m);
    expect(number !== undefined).toBe(kind === 'directive');
  }
});
