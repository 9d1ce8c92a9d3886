import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { csvRows } from '../../hub/people/import/csv.ts';
import { xlsxRowsHere } from '../../hub/people/import/xlsx.ts';
import { operator } from '../../hub/platform/audit.ts';
import { writeSheet } from '../../hub/platform/spreadsheet.ts';
import { clean } from '../../hub/people/text.ts';
import { csv, memberHeader } from './given.ts';
import { openKeptHouse, type KeptHouse } from './keeping.ts';

let house: KeptHouse & { reset: () => Promise<void> };
beforeAll(async () => (house = await openKeptHouse()), 60_000);
beforeEach(() => house.reset());
afterAll(() => house.database.close());

const formats = ['csv', 'xlsx'] as const;
const rowsOf = async (content: Buffer, format: 'csv' | 'xlsx') =>
  format === 'csv' ? csvRows(content, 1_000) : await xlsxRowsHere(content, 1_000);
const nothing = { created: 0, updated: 0 };

describe.each(formats)('a list given out as %s', (format) => {
  test('has Vietnamese titles and words, and phones with their zero', async () => {
    const { content, fileName, rows } = await house.people.exportMembers(await house.as('S'), 'X1-C', format);
    expect([fileName, rows]).toEqual([`Danh sách đảng viên.${format}`, 3]);
    const [header, m, p, s] = await rowsOf(content, format);
    expect(header).toEqual([
      'Mã đảng viên',
      'Họ và tên',
      'Mã chi bộ',
      'Chức vụ',
      'Tình trạng',
      'Số điện thoại',
      'Địa chỉ email',
      'Ngày vào Đảng',
    ]);
    const day = '19/05/2019';
    expect(m).toEqual(['M', 'Đào Thị Bình', 'X1-C', '', 'chính thức', '0912345678', 'binh@example.vn', day]);
    expect(p?.slice(0, 5)).toEqual(['P', 'Vàng A Páo', 'X1-C', '', 'dự bị']);
    expect(s?.slice(0, 5)).toEqual(['S', 'Nguyễn Văn An', 'X1-C', 'bí thư', 'chính thức']);
  });

  test('taken in again changes nothing: not by who gave it out, not by the operator', async () => {
    const secretary = await house.as('S');
    const own = await house.people.exportMembers(secretary, 'X1-C', format);
    const all = await house.people.exportMembers(operator, null, format);
    const units = await house.people.exportUnits(operator, null, format);
    expect([own.rows, all.rows, units.rows]).toEqual([3, 9, 7]);
    expect(await house.people.importMembers(secretary, own.content)).toEqual({
      ...nothing,
      unchanged: 3,
      errors: [],
    });
    expect(await house.people.importMembers(operator, all.content)).toMatchObject({
      ...nothing,
      unchanged: 9,
      errors: [],
    });
    expect(await house.people.importUnits(operator, units.content)).toMatchObject({
      ...nothing,
      unchanged: 7,
      errors: [],
    });
    const office = await house.as('O');
    const below = await house.people.exportUnits(office, 'X1', format);
    expect(await house.people.importUnits(office, below.content)).toMatchObject({ ...nothing, unchanged: 4 });
  });

  test('taken in again by an English reader changes nothing', async () => {
    await house.database.query(`update member set language = 'en'`);
    await house.people.giveRole(operator, 'M', {
      role: 'committee',
      unit: 'X1-C',
      from: '2026-11-01',
      reason: 'Nghị quyết',
    });
    const office = await house.as('TO');
    const members = await house.people.exportMembers(office, 'T', format);
    const units = await house.people.exportUnits(office, 'T', format);
    expect((await rowsOf(members.content, format))[0]?.slice(0, 3)).toEqual([
      'Code',
      'Full name',
      'Unit code',
    ]);
    expect(await house.people.importMembers(office, members.content)).toMatchObject({
      ...nothing,
      unchanged: 9,
    });
    expect(await house.people.importUnits(office, units.content)).toMatchObject({ ...nothing, unchanged: 7 });
  });

  test('keeps several roles, and leaves alone what is planned and other statuses', async () => {
    for (const [role, from] of [
      ['deputy', '2026-11-01'],
      ['officer', '2026-12-01'],
    ] as const) {
      await house.people.giveRole(operator, 'S', { role, unit: 'X1-C', from, reason: 'Nghị quyết' });
    }
    await house.people.setStatus(operator, 'P', {
      status: 'official',
      from: '2026-12-01',
      reason: 'Hết dự bị',
    });
    await house.people.setStatus(operator, 'M', { status: 'exempt', from: '2026-11-01', reason: 'Tuổi cao' });
    const { content } = await house.people.exportMembers(operator, 'X1-C', format);
    const roles = (await rowsOf(content, format)).map((row) => row[3]);
    expect(roles).toEqual(['Chức vụ', '', '', 'bí thư, phó bí thư']);
    expect(await house.people.importMembers(operator, content)).toMatchObject({ ...nothing, unchanged: 3 });
  });

  test('leaves out who has left, and who was erased', async () => {
    await house.people.setStatus(operator, 'M', {
      status: 'removed',
      from: '2026-11-01',
      reason: 'Quyết định',
    });
    const { content } = await house.people.exportMembers(operator, 'X1-C', format);
    expect((await rowsOf(content, format)).map(([code]) => code)).toEqual(['Mã đảng viên', 'P', 'S']);
  });

  test('holds no formula, however names and codes begin, and gives them back as they were', async () => {
    const names = [
      '_x0041_',
      'toString',
      '__proto__',
      '=HYPERLINK("http://a","b")',
      '+84912',
      '-1+1',
      '@SUM(A1)',
      "'=1+1",
      "''-x",
      '"quoted", & <b>',
    ];
    const lines = names.map((name, index) => `Z${index},"${name.replaceAll('"', '""')}",X2-C,,official,,,`);
    await house.people.importMembers(operator, csv(memberHeader, ...lines));
    const { content } = await house.people.exportMembers(operator, 'X2-C', format);
    const read = (await rowsOf(content, format)).filter(([code]) => code?.startsWith('Z'));
    const kept = await Promise.all(
      names.map(async (_, index) => (await house.people.memberByCode(`Z${index}`)).fullName),
    );
    expect(read.map(([, name]) => name)).toEqual(kept);
    if (format === 'csv') {
      const cells = content.toString().split(/[,\r\n]+/);
      expect(cells.filter((cell) => /^"?[=+\-@\t]/.test(cell))).toEqual([]);
    }
    expect(await house.people.importMembers(operator, content)).toMatchObject(nothing);
  });

  test('gives any text back', async () => {
    const text = fc
      .oneof(
        fc.string({ unit: 'grapheme', maxLength: 40 }),
        fc.string({
          unit: fc.constantFrom(
            '=',
            '+',
            '-',
            '@',
            "'",
            '"',
            ',',
            ';',
            '_',
            'x',
            '0',
            'A',
            ' ',
            'Đ',
            '&',
            '<',
          ),
        }),
      )
      .map(clean);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 8 }), async (cells) => {
        const rows = [['A', 'B'], ...cells.map(([one, other]) => [`.${one}`, other])];
        const read = await rowsOf(await writeSheet(rows, format), format);
        expect(read.map((row) => row.map(clean))).toEqual(rows.map((row) => row.map(clean)));
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  test('can be taken empty, to be filled in', async () => {
    const secretary = await house.as('S');
    for (const kind of ['members', 'units'] as const) {
      const { content, rows } = await house.people.emptySheet(secretary, kind, format);
      expect(rows).toBe(0);
      expect(await rowsOf(content, format)).toHaveLength(1);
    }
  });
});

describe('who gives a list out', () => {
  test('needs the right in the unit; it is written down there', async () => {
    const may = async (code: string, unit: string | null) =>
      await house.people.exportMembers(await house.as(code), unit, 'csv').then(
        ({ rows }) => rows,
        (error: { code: string }) => error.code,
      );
    expect(await may('S', 'X1-C')).toBe(3);
    expect(await may('S', 'X1')).toBe('may.not');
    expect(await may('S', 'X2-C')).toBe('may.not');
    expect(await may('K', 'X1')).toBe('may.not');
    expect(await may('M', 'X1-C')).toBe('may.not');
    expect(await may('M', null)).toBe('may.not');
    expect(await may('O', 'X1')).toBe(5);
    expect(await may('O', null)).toBe(5);
    expect(await may('S', 'KHONG-CO')).toBe('unit.unknown');
    const audited = async (unit: string) =>
      (await house.audited(unit)).filter(([action]) => action.endsWith('.exported'));
    expect(await audited('X1-C')).toEqual([['members.exported', { members: 3 }]]);
    expect(await audited('X1')).toEqual([
      ['members.exported', { members: 5 }],
      ['members.exported', { members: 5 }],
    ]);
    await house.people.exportUnits(await house.as('S'), 'X1-C', 'xlsx');
    expect((await audited('X1-C')).at(-1)).toEqual(['units.exported', { units: 1 }]);
  });

  test('gets nobody twice who holds rights in a unit and in one below', async () => {
    await house.people.giveRole(operator, 'O', {
      role: 'secretary',
      unit: 'X1-C',
      from: '2026-11-01',
      reason: 'Phân công',
    });
    const { rows } = await house.people.exportMembers(await house.as('O'), null, 'csv');
    expect(rows).toBe(5);
  });
});

describe('a file between preview and decision', () => {
  const list = csv(
    memberHeader,
    'N,Đồng chí Mới,X1-C,,dự bị,0987654321,,',
    'M,Đào Thị Bình,X1-C,,chính thức,,,',
  );
  const owner = async (code: string) => {
    const by = await house.as(code);
    return { ...by, memberId: by.memberId! };
  };

  test('is seen by its owner, sealed, and taken in once', async () => {
    const secretary = await owner('S');
    const { id } = await house.people.saveDraft(secretary, 'members', {
      fileName: 'chi bộ.csv',
      bytes: list,
    });
    const [kept] = await house.database.query<{ content: Buffer }>('select content from import_draft');
    expect(Buffer.from(kept!.content).includes('0987654321')).toBe(false);
    expect(await house.people.draft(secretary, id)).toMatchObject({
      kind: 'members',
      fileName: 'chi bộ.csv',
    });
    const preview = await house.people.previewDraft(secretary, id);
    expect(preview).toMatchObject({ created: 1, updated: 1, errors: [] });
    expect(JSON.stringify(preview)).not.toContain('0987654321');
    await expect(house.people.memberByCode('N')).rejects.toThrow('member.unknown');
    for (const other of [await owner('O'), await owner('TO')]) {
      await expect(house.people.draft(other, id)).rejects.toMatchObject({ code: 'import.draft-gone' });
      await expect(house.people.applyDraft(other, id)).rejects.toMatchObject({ code: 'import.draft-gone' });
    }
    expect(await house.people.applyDraft(secretary, id)).toMatchObject({
      created: 1,
      updated: 1,
      errors: [],
    });
    await expect(house.people.applyDraft(secretary, id)).rejects.toMatchObject({ code: 'import.draft-gone' });
    expect((await house.people.memberByCode('N')).fullName).toBe('Đồng chí Mới');
  });

  test('stays while it has errors, unless its good rows are taken', async () => {
    const secretary = await owner('S');
    const faulty = csv(memberHeader, 'N,Đồng chí Mới,X1-C,,dự bị,,,', 'N2,Người khác,X2-C,,dự bị,,,');
    const { id } = await house.people.saveDraft(secretary, 'members', { fileName: 'a.csv', bytes: faulty });
    expect(await house.people.applyDraft(secretary, id)).toMatchObject({ created: 0, errors: [{ row: 3 }] });
    expect(await house.people.applyDraft(secretary, id, { partial: true })).toMatchObject({ created: 1 });
    await expect(house.people.draft(secretary, id)).rejects.toMatchObject({ code: 'import.draft-gone' });
  });

  test('is gone after an hour, when it is discarded, and when another of its kind comes', async () => {
    const [secretary, office] = [await owner('S'), await owner('O')];
    const save = async (by: typeof secretary) =>
      (await house.people.saveDraft(by, 'members', { fileName: 'a.csv', bytes: list })).id;
    const [first, others] = [await save(secretary), await save(office)];
    const second = await save(secretary);
    await expect(house.people.draft(secretary, first)).rejects.toMatchObject({ code: 'import.draft-gone' });
    await house.people.discardDraft(secretary, others);
    expect(await house.people.draft(office, others)).toMatchObject({ id: others });
    await house.people.discardDraft(secretary, second);
    await expect(house.people.draft(secretary, second)).rejects.toMatchObject({ code: 'import.draft-gone' });
    house.pass({ days: 1 / 24 });
    await expect(house.people.draft(office, others)).rejects.toMatchObject({ code: 'import.draft-gone' });
    await save(secretary);
    expect(await house.database.query('select from import_draft')).toHaveLength(1);
    house.pass({ days: 1 / 24 });
    await house.people.forgetDrafts();
    expect(await house.database.query('select from import_draft')).toEqual([]);
  });

  test('needs the right to import somewhere', async () => {
    const file = { fileName: 'a.csv', bytes: list };
    await expect(house.people.saveDraft(await owner('M'), 'members', file)).rejects.toThrow('may.not');
    await expect(house.people.saveDraft(await owner('S'), 'units', file)).rejects.toThrow('may.not');
    await expect(house.people.draft(await owner('S'), 'khong-co')).rejects.toThrow('import.draft-gone');
  });
});
