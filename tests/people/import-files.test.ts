import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { xlsxRows } from '../../hub/people/import/xlsx.ts';
import { operator } from '../../hub/platform/audit.ts';
import { zip } from '../support/zip.ts';
import { csv, memberHeader, openHouse, smallProvince, unitHeader, type House } from './given.ts';
import { row, workbook } from './workbook.ts';

let house: House;
beforeAll(async () => (house = await openHouse()), 60_000);
beforeEach(async () => {
  await house.clear();
  await house.people.importUnits(operator, smallProvince);
});
afterAll(() => house.database.close());

const importMembers = (file: Uint8Array) => house.people.importMembers(operator, file);
const importUnits = (file: Uint8Array) => house.people.importUnits(operator, file);
const header = memberHeader.split(',');
const kept = async (code: string) => {
  const { member } = await house.people.exportData(operator, code);
  return member;
};

describe('an Excel file', () => {
  test('is read like a CSV file: Vietnamese words, real dates, numbers', async () => {
    const text = (value: string) => ({ value, type: String });
    const file = await writeXlsxFile([
      ['Mã đảng viên', 'Họ và tên', 'Mã chi bộ', 'Tình trạng', 'Số điện thoại', 'Ngày vào Đảng'].map(text),
      [
        ...['DV1', 'Lò Thị Hoa', 'X2-C', 'Chính thức'].map(text),
        { value: 912345678, type: Number },
        { value: new Date('2001-02-03T00:00:00Z'), type: Date, format: 'dd/mm/yyyy' },
      ],
    ]).toBuffer();
    expect(await importMembers(file)).toEqual({ created: 1, updated: 0, unchanged: 0, errors: [] });
    expect(await kept('DV1')).toMatchObject({
      fullName: 'Lò Thị Hoa',
      phone: '+84912345678',
      joinedOn: '2001-02-03',
    });
  });

  test('gives the value of a formula, a date by its style, and what an office puts above the header', async () => {
    const formula = '<c r="@" t="str"><f>CONCATENATE("Lò ","Văn Én")</f><v>Lò Văn Én</v></c>';
    const date = '<c r="@" s="1"><v>43604</v></c>';
    const file = workbook(
      [
        row(1, 'ĐẢNG BỘ XÃ HAI'),
        row(3, 'Danh sách đảng viên chi bộ bản'),
        row(5, ...header),
        row(6, 'A', formula, 'X2-C', '', 'official', '', '', date),
        row(9, 'B', 'Lò Văn Bay', 'X9', '', 'official', '', '', ''),
      ].join(''),
    );
    expect((await importMembers(file)).errors).toMatchObject([{ row: 9, field: 'unit_code' }]);
    await house.people.importMembers(operator, file, { partial: true });
    expect(await kept('A')).toMatchObject({ fullName: 'Lò Văn Én', joinedOn: '2019-05-19' });
  });

  test('whose codes have lost their zeros is told so, not taken for other people', async () => {
    await importMembers(csv(memberHeader, '0012345,Lò Văn Én,X2-C,,official,,,'));
    const number = '<c r="@" s="2"><v>12345</v></c>';
    const rows = row(1, ...header) + row(2, number, 'Lò Văn Én', 'X2-C', '', 'official', '', '', '');
    expect((await importMembers(workbook(rows))).errors).toEqual([
      { row: 2, field: 'code', message: expect.stringContaining('“0012345”') },
    ]);
    const [{ count } = { count: 0 }] = await house.database.query<{ count: number }>(
      'select count(*) from member',
    );
    expect(count).toBe(1);
  });

  test('of units builds the tree', async () => {
    const file = workbook(row(1, ...unitHeader.split(',')) + row(2, 'X2-D', 'Chi bộ mới', 'chi bộ', 'X2'));
    expect(await importUnits(file)).toMatchObject({ created: 1, errors: [] });
  });

  test('of 20,000 members', async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) =>
      [
        `M${index}`,
        `Nguyễn Văn ${index}`,
        'X2-C',
        '',
        'official',
        `09${String(index).padStart(8, '0')}`,
        '',
        '',
      ].map((value) => ({ value, type: String })),
    );
    const file = await writeXlsxFile([header.map((value) => ({ value, type: String })), ...rows]).toBuffer();
    const started = performance.now();
    expect(await importMembers(file)).toMatchObject({ created: 20_000, errors: [] });
    const ms = Math.round(performance.now() - started);
    console.info(`20,000 members from XLSX (${Math.round(file.length / 1024)} KB): ${ms} ms`);
  }, 60_000);
});

describe('a file that would harm or is something else', () => {
  const first = row(1, ...header);
  const sheet = (xml: string) => ({ 'xl/worksheets/sheet1.xml': xml });
  const claims = (bytes: number) => {
    // The directory says how large a part is; this one lies about the last.
    const file = Buffer.from(workbook(first));
    file.writeUInt32LE(bytes, file.lastIndexOf('PK\u0001\u0002', undefined, 'latin1') + 24);
    return file;
  };
  const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ', 'base64');

  test.each([
    [
      'a bomb of 300 MB',
      workbook(first, sheet(`<worksheet><sheetData/>${' '.repeat(300_000_000)}</worksheet>`)),
      'quá lớn',
    ],
    [
      'many bombs',
      workbook(
        first,
        Object.fromEntries(
          Array.from({ length: 4 }, (_, n) => [`xl/media/${n}.xml`, ' '.repeat(50_000_000)]),
        ),
      ),
      'quá lớn',
    ],
    ['a size that is a lie', claims(4_000_000), 'hỏng'],
    ['a huge size that is a lie', claims(4_000_000_000), 'quá lớn'],
    ['one far row', workbook(first + row(1_048_576, 'A')), '200.000'],
    [
      'one far row without an end',
      workbook(`${first}<row r="999999999"><c r="A999999999"><v>1</v></c></row>`),
      'hỏng',
    ],
    [
      'one far row in disguise',
      workbook(`${first}<row x:r='&#57;99999'><c r="A2"><v>1</v></c></row>`),
      'hỏng',
    ],
    ['one far column', workbook(`${first}<row r="2"><c r="XFD2"><v>1</v></c></row>`), '100 cột'],
    ['XML that is none', workbook(first, sheet('<worksheet><sheetData><row r="1"')), 'hỏng'],
    ['a Word file', zip({ 'word/document.xml': '<w:document/>' }), 'không phải bảng tính'],
    ['a broken archive', Buffer.from('PK\u0003\u0004 và chữ'), 'hỏng'],
    ['an old Excel file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '.xlsx'],
    ['a picture', pixel, 'UTF-8'],
    ['a program', readFileSync(process.execPath).subarray(0, 100_000), 'UTF-8'],
    ['our own source', readFileSync(join(import.meta.dirname, 'given.ts')), 'thiếu cột'],
  ])('%s', async (_, file, words) => {
    const before = process.memoryUsage().rss;
    const report = await importMembers(file);
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 0 });
    expect(report.errors[0]?.message).toContain(words);
    expect(process.memoryUsage().rss - before).toBeLessThan(700_000_000);
  });

  test('one long text in each of many cells costs no more than its beginning', async () => {
    const long = 'ữ'.repeat(5_000_000);
    const shared = { 'xl/sharedStrings.xml': `<sst><si><t>${long}</t></si></sst>` };
    const cells = (number: number) =>
      `<row r="${number}">${['A', 'B', 'C'].map((letter) => `<c r="${letter}${number}" t="s"><v>0</v></c>`).join('')}</row>`;
    const rows = Array.from({ length: 5_000 }, (_, index) => cells(index + 2)).join('');
    const started = performance.now();
    const { errors } = await importMembers(workbook(first + rows, shared));
    expect(errors.length).toBeGreaterThan(4_999);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  test('is read beside the hub, which goes on meanwhile; one that takes too long is given up', async () => {
    const rows = Array.from(
      { length: 150_000 },
      (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>1</v></c></row>`,
    );
    const file = workbook(first + rows.join(''));
    let beats = 0;
    const heart = setInterval(() => (beats += 1), 10);
    await expect(xlsxRows(file, 200_000, { timeMs: 300, memoryMb: 512 })).rejects.toMatchObject({
      code: 'file-broken',
    });
    clearInterval(heart);
    expect(beats).toBeGreaterThan(5);
  });
});
