import { operator } from '../../hub/platform/audit.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { demoCsv } from '../../prisma/demo/csv.ts';
import { csv, openHouse, smallProvince, unitHeader, type House } from './given.ts';

let house: House;
beforeAll(async () => (house = await openHouse()), 60_000);
beforeEach(() => house.clear());
afterAll(() => house.database.close());

const importUnits = (...lines: string[]) => house.people.importUnits(operator, csv(...lines));
const nothing = { created: 0, updated: 0, unchanged: 0 };
const shape = async () =>
  (
    await house.database.query<{ line: string }>(
      `select concat_ws('|', u.code, u.name, u.kind, p.code) as line
       from unit u left join unit p on p.id = u.parent_id order by u.code`,
    )
  ).map(({ line }) => line);

describe('a file of units', () => {
  test('creates the tree, and a second time changes nothing', async () => {
    const units = Buffer.from(demoCsv().units);
    expect(await house.people.importUnits(operator, units)).toEqual({ ...nothing, created: 30, errors: [] });
    expect(await house.people.importUnits(operator, units)).toEqual({
      ...nothing,
      unchanged: 30,
      errors: [],
    });
    const tree = await house.people.tree();
    expect(tree.map(({ code }) => code).slice(0, 3)).toEqual(['SLT', 'SLT-01', 'SLT-01-CB01']);
    expect(tree).toHaveLength(30);
  });

  test('is read in Vietnamese, with semicolons, a BOM, quotes and any order of lines and columns', async () => {
    const file = [
      '\uFEFFTên đơn vị;Cấp;MÃ CẤP TRÊN;Ghi chú;Mã',
      '"Chi bộ thôn ""Bãi; Dâu""";Chi bộ;X;bỏ qua;C',
      'Đảng bộ xã;Xã;T;;X',
      'Đảng bộ tỉnh;TỈNH;;;T',
      ';;;;',
    ].join('\n');
    const decomposed = Buffer.from(file.normalize('NFD'));
    expect(await house.people.importUnits(operator, decomposed)).toEqual({
      ...nothing,
      created: 3,
      errors: [],
    });
    expect(await shape()).toEqual([
      'C|Chi bộ thôn "Bãi; Dâu"|cell|X',
      'T|Đảng bộ tỉnh|province',
      'X|Đảng bộ xã|commune|T',
    ]);
  });

  test('renames, re-hangs and keeps the unit itself', async () => {
    await house.people.importUnits(operator, smallProvince);
    const before = await house.people.unitByCode('X1-B-C');
    const report = await importUnits(unitHeader, 'X1-B-C,Chi bộ tổ Văn,cell,X2', 'X2-C,Chi bộ bản,cell,X2');
    expect(report).toEqual({ created: 0, updated: 1, unchanged: 1, errors: [] });
    expect(await house.people.unitByCode('X1-B-C')).toEqual({ ...before, name: 'Chi bộ tổ Văn' });
    expect(await shape()).toContain('X1-B-C|Chi bộ tổ Văn|cell|X2');
  });

  test('lets a dissolved unit stand again', async () => {
    await house.people.importUnits(operator, smallProvince);
    await house.database.query(`update unit set valid_to = '2026-10-01' where code = 'X2-C'`);
    expect((await house.people.tree()).map(({ code }) => code)).not.toContain('X2-C');
    expect(await house.people.importUnits(operator, smallProvince)).toMatchObject({
      updated: 1,
      unchanged: 6,
    });
    expect((await house.people.tree()).map(({ code }) => code)).toContain('X2-C');
  });

  test('only says what it would do when asked to', async () => {
    expect(await house.people.importUnits(operator, smallProvince, { dryRun: true })).toMatchObject({
      created: 7,
    });
    expect(await house.people.tree()).toEqual([]);
  });

  test('builds the same tree in any order of its lines', async () => {
    const lines = demoCsv().units.trim().split('\n').slice(1);
    await importUnits(unitHeader, ...lines);
    const expected = await shape();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(lines, { minLength: lines.length }), async (shuffled) => {
        await house.clear();
        expect(await importUnits(unitHeader, ...shuffled)).toMatchObject({
          created: lines.length,
          errors: [],
        });
        expect(await shape()).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});

describe('a file of units with errors', () => {
  test('names each by its row and column and changes nothing', async () => {
    const { errors, ...counts } = await importUnits(
      unitHeader,
      'T,Đảng bộ tỉnh,province,',
      '',
      'A,,cell,T',
      'B,Chi bộ B,câu lạc bộ,T',
      'C,Chi bộ C,cell,KHONG-CO',
      'C,Chi bộ C lần nữa,cell,T',
      ',Chi bộ D,cell,T',
    );
    expect(counts).toEqual(nothing);
    expect(errors).toEqual([
      { row: 4, field: 'name', message: 'Ô này không được để trống.' },
      { row: 5, field: 'kind', message: expect.stringContaining('câu lạc bộ') },
      { row: 6, field: 'parent_code', message: expect.stringContaining('KHONG-CO') },
      { row: 7, field: 'code', message: 'Mã này đã có ở dòng 6.' },
      { row: 8, field: 'code', message: 'Ô này không được để trống.' },
    ]);
    expect(await house.people.tree()).toEqual([]);
  });

  test('is taken in part when asked to, without what hangs on a refused line', async () => {
    const file = csv(
      unitHeader,
      'T,Đảng bộ tỉnh,province,',
      'X,,commune,T',
      'B,Đảng bộ bộ phận,branch,X',
      'C,Chi bộ,cell,B',
      'Y,Đảng bộ xã,commune,T',
    );
    const refused = await house.people.importUnits(operator, file);
    expect(refused.errors.map(({ row, field }) => [row, field])).toEqual([[3, 'name']]);
    const { errors, ...counts } = await house.people.importUnits(operator, file, { partial: true });
    expect(counts).toEqual({ ...nothing, created: 2 });
    expect(errors.map(({ row, field }) => [row, field])).toEqual([
      [3, 'name'],
      [4, 'parent_code'],
      [5, 'parent_code'],
    ]);
    expect(errors[1]?.message).toContain('trong tệp này có lỗi');
  });

  test('finds circles, and a parent that is no higher', async () => {
    await house.people.importUnits(operator, smallProvince);
    const { errors } = await importUnits(
      unitHeader,
      'A,A,commune,B',
      'B,B,branch,A',
      'S,S,cell,S',
      'C,C,cell,X1-C',
      'D,D,province,X1',
      'E,E,commune,X1',
    );
    expect(errors.map(({ row, message }) => `${row} ${message.split(':')[0]}`)).toEqual([
      '2 Cấp trên chạy vòng',
      '3 Cấp trên chạy vòng',
      '4 Cấp trên chạy vòng',
      expect.stringMatching(/^5 .*“X1-C” không phải cấp trên/),
      expect.stringMatching(/^6 .*“X1” không phải cấp trên/),
      expect.stringMatching(/^7 .*“X1” không phải cấp trên/),
    ]);
  });

  test('finds a circle that closes through units that exist', async () => {
    await house.people.importUnits(operator, smallProvince);
    const { errors } = await importUnits(unitHeader, 'X1,Đảng bộ xã Một,commune,X1-B');
    expect(errors).toMatchObject(
      [{ row: 2, field: 'parent_code', message: /chạy vòng/ }].map((error) => ({
        ...error,
        message: expect.stringMatching(error.message),
      })),
    );
  });

  test('does not lower a unit under which others hang', async () => {
    await house.people.importUnits(operator, smallProvince);
    const { errors } = await importUnits(unitHeader, 'X1-B,Chi bộ,cell,X1');
    expect(errors).toEqual([{ row: 2, field: 'kind', message: expect.stringContaining('“X1-B-C”') }]);
    const together = await importUnits(unitHeader, 'X1-B,Chi bộ,cell,X1', 'X1-B-C,Chi bộ khác,cell,X1');
    expect(together).toEqual({ ...nothing, updated: 2, errors: [] });
  });

  test('speaks English when asked to', async () => {
    const file = csv(unitHeader, 'A,A,club,');
    const { errors } = await house.people.importUnits(operator, file, { language: 'en' });
    expect(errors[0]?.message).toContain('Unknown kind of unit “club”');
  });
});

describe('a file that cannot be read', () => {
  const header = Buffer.from(`${unitHeader}\n`);
  test.each([
    ['is empty', Buffer.from(''), 1, 'file', 'không có dòng dữ liệu'],
    ['has only a header', header, 1, 'file', 'không có dòng dữ liệu'],
    ['is a broken XLSX', Buffer.from('PK\u0003\u0004…'), 1, 'file', 'bị hỏng'],
    ['is an XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 1, 'file', '.xlsx'],
    ['is Windows-1258', Buffer.concat([header, Buffer.from([0x54, 0x2c, 0xd0, 0xea])]), 1, 'file', 'UTF-8'],
    ['is UTF-16', Buffer.from(`\uFEFF${unitHeader}\nT,T,province,`, 'utf16le'), 1, 'file', 'UTF-8'],
    ['lacks a column', Buffer.from('code,name,parent_code\nT,T,'), 1, 'kind', 'thiếu cột'],
    [
      'has a column twice',
      Buffer.from('code,mã,name,kind,parent_code\nT,T,T,province,'),
      1,
      'code',
      'hai cột',
    ],
    [
      'never closes a quote',
      Buffer.from(`${unitHeader}\nT,T,province,\nX,"X,commune,T\n`),
      3,
      'file',
      'không đóng',
    ],
    ['is too large', Buffer.alloc(50 * 1024 * 1024 + 1, 'a'), 1, 'file', '50 MB'],
    ['is too long', Buffer.from(`${unitHeader}\n${'T,T,province,\n'.repeat(200_001)}`), 1, 'file', '200.000'],
  ])('because it %s', async (_, file, row, field, words) => {
    const report = await house.people.importUnits(operator, file);
    expect(report).toEqual({ ...nothing, errors: [{ row, field, message: expect.stringContaining(words) }] });
  });
});
