import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ImportOptions } from '../../hub/people/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader, smallProvince, unitHeader } from './given.ts';
import { openKeptHouse } from './keeping.ts';

let house: Awaited<ReturnType<typeof openKeptHouse>>;
beforeAll(async () => (house = await openKeptHouse()), 60_000);
beforeEach(() => house.reset());
afterAll(() => house.database.close());

/** O is the officer of X1, S the secretary of X1-C, S2 of X2-C, TO the officer at the top, K of the committee. */
const members = async (who: string, lines: readonly string[], options?: ImportOptions) =>
  await house.people.importMembers(await house.as(who), csv(memberHeader, ...lines), options);
const units = async (who: string, lines: readonly string[], options?: ImportOptions) =>
  await house.people.importUnits(await house.as(who), csv(unitHeader, ...lines), options);
const refusals = ({ errors }: { errors: readonly { row: number; field: string }[] }) =>
  errors.map(({ row, field }) => `${row} ${field}`);

const ownCell = [
  'S,Nguyễn Văn An,X1-C,secretary,official,,,',
  'M,Đào Thị Bình,X1-C,,official,0912345678,binh@example.vn,2019-05-19',
  'P,Vàng A Páo,X1-C,,probationary,,,',
];

describe('members of a spreadsheet', () => {
  test('are the own cell’s for its secretary: the whole list, corrections, a new member', async () => {
    expect(await members('S', ownCell)).toMatchObject({ unchanged: 3, errors: [] });
    const report = await members('S', [
      'M,Đào Thị Bình Minh,X1-C,,official,0987654321,binh@example.vn,2019-05-19',
      'P,Vàng A Páo,X1-C,,chính thức,,,',
      'N,Lò Thị Mới,X1-C,,dự bị,,,',
    ]);
    expect(report).toEqual({ created: 1, updated: 2, unchanged: 0, errors: [] });
    const { id } = await house.people.memberByCode('S');
    const by = await house.database.query(
      `select distinct s.recorded_by from member_status s join member m on m.id = s.member_id
       where m.code in ('N', 'P') and s.from_on = '2026-11-01'
       union select h.recorded_by from membership h join member m on m.id = h.member_id where m.code = 'N'`,
    );
    expect(by).toEqual([{ recorded_by: id }]);
    const [ended] = await house.database.query(
      `select s.ended_by from member_status s join member m on m.id = s.member_id
       where m.code = 'P' and s.status = 'probationary'`,
    );
    expect(ended).toEqual({ ended_by: id });
    expect(await house.people.search(operator, { text: 'lo thi moi' })).toMatchObject([{ code: 'N' }]);
  });

  test('are nobody’s from other cells: neither pulled in, nor pushed out, nor changed', async () => {
    const report = await members('S', [
      'M2,Đặng Thùy Linh,X1-C,,official,,,',
      'M,Đào Thị Bình,X2-C,,official,,,',
      'S2,Quàng Văn Ba,X2-C,secretary,official,,,',
      'K,Lò Thị Kim,X1-C,,official,,,',
      'Q,Người Mới,X1,,official,,,',
    ]);
    expect(refusals(report)).toEqual(['2 code', '3 unit_code', '4 unit_code', '5 code', '6 unit_code']);
    expect(report.errors[0]?.message).toContain('do tổ chức đảng khác quản lý');
    expect(report.errors[1]?.message).toContain('không thuộc phạm vi');
  });

  test('take no role from a secretary’s file, nor lose one', async () => {
    const report = await members('S', [
      'M,Đào Thị Bình,X1-C,phó bí thư,official,0912345678,binh@example.vn,2019-05-19',
      'S,Nguyễn Văn An,X1-C,,official,,,',
    ]);
    expect(refusals(report)).toEqual(['2 role', '3 role']);
  });

  test('move and get roles by the officer above, within reach; an admin is beyond an officer', async () => {
    const report = await members(
      'O',
      [
        'M,Đào Thị Bình,X1-B-C,"phó bí thư, chi ủy viên",official,0912345678,binh@example.vn,2019-05-19',
        'M2,Đặng Thùy Linh,X1-C,,official,,,',
        'P,Vàng A Páo,X1-C,quản trị,probationary,,,',
      ],
      { partial: true },
    );
    expect(report).toMatchObject({ updated: 1 });
    expect(refusals(report)).toEqual(['3 code', '4 role']);
    const { roles, unit } = await house.people.profile(operator, 'M');
    expect([unit?.code, roles.map(({ role }) => role).toSorted()]).toEqual([
      'X1-B-C',
      ['committee', 'deputy'],
    ]);
  });

  test('cannot be moved by a secretary of two cells, who may not move', async () => {
    await house.people.giveRole(operator, 'S', {
      role: 'secretary',
      unit: 'X2-C',
      from: '2026-11-01',
      reason: 'Quyết định 1',
    });
    const report = await members('S', ['M2,Đặng Thùy Linh,X1-C,,official,,,']);
    expect(refusals(report)).toEqual(['2 unit_code']);
    expect(report.errors[0]?.message).toContain('chuyển sinh hoạt');
  });

  test('leave roles behind where they leave, and arrive: the stay there and being on the way end', async () => {
    await house.temporarily('S', 'X1-B-C', '2026-10-01', null);
    await house.status('S', 'transferring', '2026-10-01');
    const file = csv('code,full_name,unit_code', 'S,Nguyễn Văn An,X1-B-C');
    expect(await house.people.importMembers(await house.as('O'), file)).toMatchObject({ updated: 1 });
    const { roles, places, statuses } = await house.people.profile(operator, 'S').then((profile) => ({
      roles: profile.roles.filter(({ state }) => state === 'now'),
      places: profile.memberships.filter(({ state }) => state === 'now'),
      statuses: profile.statuses.filter(({ state }) => state === 'now').map(({ status }) => status),
    }));
    expect(roles).toEqual([]);
    expect(places).toMatchObject([{ kind: 'home', unitCode: 'X1-B-C' }]);
    expect(statuses).toEqual(['official']);
  });

  test('never leave the top without anybody who can give roles', async () => {
    await expect(members('TO', ['TO,Hà Thị Vân,T,,official,,,'])).rejects.toMatchObject({
      code: 'role.last',
    });
  });

  test.each(['K', 'M'])('are not for %s to import at all', async (who) => {
    await expect(members(who, ownCell)).rejects.toMatchObject({ code: 'may.not' });
  });

  test('that came with a planned move, role or status keep what is planned', async () => {
    const reason = { reason: 'Theo nghị quyết chi bộ' };
    await house.people.move(operator, 'M', { to: 'X2-C', kind: 'home', from: '2026-12-01', ...reason });
    await house.people.giveRole(operator, 'P', {
      role: 'deputy',
      unit: 'X1-C',
      from: '2026-12-01',
      ...reason,
    });
    await house.people.setStatus(operator, 'P', { status: 'official', from: '2026-12-15', ...reason });
    expect(await members('S', ownCell)).toMatchObject({ unchanged: 3, errors: [] });
  });

  test('who left the Party are not brought back by an old list', async () => {
    await house.people.setStatus(operator, 'M', {
      status: 'resigned',
      from: '2026-10-01',
      reason: 'Đơn ngày 1/9',
    });
    const report = await members('S', ownCell);
    expect(refusals(report)).toEqual(['3 code']);
    expect(report.errors[0]?.message).toContain('ra khỏi Đảng');
  });
});

describe('whose data was erased', () => {
  const again = 'M,Đào Thị Bình,X1-C,,official,,,';
  beforeEach(() => house.people.eraseData(operator, 'M'));

  test('is not brought back by a spreadsheet unless that is meant', async () => {
    const refused = await members('S', [again]);
    expect(refusals(refused)).toEqual(['2 code']);
    expect(refused.errors[0]?.message).toContain('đã được xóa theo yêu cầu');
    expect(await members('S', [again], { readmit: true })).toMatchObject({ created: 1, errors: [] });
    expect(await members('S', [again])).toMatchObject({ unchanged: 1, errors: [] });
  });

  test('stays a tombstone, also when a file names the code of the stone', async () => {
    const [stone] = await house.database.query<{ code: string }>(
      'select code from member where erased_at is not null',
    );
    const report = await house.people.importMembers(
      operator,
      csv(memberHeader, `${stone!.code},Tên Khác,X1-C,,official,,,`),
      { readmit: true },
    );
    expect(refusals(report)).toEqual(['2 code']);
  });
});

describe('units of a spreadsheet', () => {
  test('are renamed, founded and re-hung within reach, with history and the actor’s name', async () => {
    const report = await units('O', [
      'X1,Đảng bộ xã Một,commune,T',
      'X1-B-C,Chi bộ đã đổi tên,cell,X1',
      'X1-D,Đảng bộ bộ phận mới,branch,X1',
      'X1-D-C,Chi bộ mới,cell,X1-D',
    ]);
    expect(report).toEqual({ created: 2, updated: 1, unchanged: 1, errors: [] });
    const events = await house.people.unitHistory(operator, 'X1-B-C');
    // Both happened at one moment: neither comes first.
    const told = events.map(({ kind, before, unit, by }) => [kind, before, unit?.code, by]);
    expect(told.toSorted((one, other) => String(one).localeCompare(String(other)))).toEqual([
      ['moved', 'Đảng bộ bộ phận', 'X1', 'Trần Văn Phòng'],
      ['renamed', 'Chi bộ trong bộ phận', undefined, 'Trần Văn Phòng'],
    ]);
  });

  test('beyond reach are refused, and so is hanging something there', async () => {
    const report = await units(
      'O',
      [
        'X2,Đảng bộ xã Hai đổi tên,commune,T',
        'X1-C,Chi bộ thôn,cell,X2',
        'X3,Đảng bộ xã Ba,commune,T',
        'G,Một gốc khác,province,',
        'X1,Đảng bộ xã Một,commune,',
        'X3-C,Chi bộ của xã bị từ chối,cell,X3',
      ],
      { partial: true },
    );
    expect(report).toMatchObject({ created: 0, updated: 0, unchanged: 0 });
    expect(refusals(report)).toEqual([
      '2 code',
      '3 parent_code',
      '4 parent_code',
      '5 parent_code',
      '6 parent_code',
      '7 parent_code',
    ]);
  });

  test('stay where they hang when the file does not say', async () => {
    const file = csv('code,name,kind', 'X1-C,Chi bộ thôn Đông,cell', 'X1-N,Chi bộ mới,cell');
    const report = await house.people.importUnits(await house.as('O'), file, { partial: true });
    expect(report).toMatchObject({ updated: 1, created: 0 });
    expect(refusals(report)).toEqual(['3 parent_code']);
    const [unit] = await house.database.query(
      `select p.code from unit u join unit p on p.id = u.parent_id where u.code = 'X1-C'`,
    );
    expect(unit).toEqual({ code: 'X1' });
  });

  test('are not for a secretary to import', async () => {
    await expect(units('S', ['X1-C,Chi bộ thôn,cell,X1'])).rejects.toMatchObject({ code: 'may.not' });
  });
});

describe('a dry run', () => {
  test('says line by line what would change; contacts only by their ends', async () => {
    const report = await members(
      'O',
      [
        'M,Đào Thị Bình Minh,X1-B-C,phó bí thư,official,0987654321,,20/05/2019',
        'S,Nguyễn Văn An,X1-C,secretary,official,,,',
        'N,Lò Thị Mới,X1-C,,probationary,0911222333,moi@example.vn,',
      ],
      { dryRun: true },
    );
    expect(report).toEqual({
      created: 1,
      updated: 1,
      unchanged: 1,
      errors: [],
      moreChanges: 0,
      erased: 0,
      changes: [
        {
          row: 2,
          code: 'M',
          name: 'Đào Thị Bình Minh',
          kind: 'updated',
          fields: [
            { field: 'full_name', from: 'Đào Thị Bình', to: 'Đào Thị Bình Minh' },
            { field: 'phone', from: '•••678', to: '•••321' },
            { field: 'email', from: '•••', to: null },
            { field: 'joined_on', from: '2019-05-19', to: '2019-05-20' },
            { field: 'unit_code', from: 'X1-C', to: 'X1-B-C' },
            { field: 'role', from: null, to: 'deputy' },
          ],
        },
        {
          row: 4,
          code: 'N',
          name: 'Lò Thị Mới',
          kind: 'created',
          fields: [
            { field: 'full_name', from: null, to: 'Lò Thị Mới' },
            { field: 'phone', from: null, to: '•••333' },
            { field: 'email', from: null, to: '•••' },
            { field: 'unit_code', from: null, to: 'X1-C' },
            { field: 'status', from: null, to: 'probationary' },
          ],
        },
      ],
    });
    await expect(house.people.memberByCode('N')).rejects.toThrow('member.unknown');
  });

  test('of units too, and of a long file only the beginning', async () => {
    const lines = Array.from({ length: 600 }, (_, index) => `X1-${1000 + index},Chi bộ ${index},cell,X1`);
    const report = await units('O', ['X1-C,Chi bộ thôn Đông,cell,X1-B', ...lines], { dryRun: true });
    expect(report).toMatchObject({ created: 600, updated: 1, moreChanges: 101 });
    expect(report.changes).toHaveLength(500);
    expect(report.changes?.[0]?.fields).toEqual([
      { field: 'name', from: 'Chi bộ thôn', to: 'Chi bộ thôn Đông' },
      { field: 'parent_code', from: 'X1', to: 'X1-B' },
    ]);
  });
});

describe('the audit', () => {
  const imported = async (unit: string) =>
    (await house.audited(unit)).filter(([action]) => action.startsWith('import.'));

  test('has one entry per topmost unit in reach, with counts; none for what changed nothing', async () => {
    const before = await imported('T');
    expect(before).toEqual([
      ['import.units', { created: 7, updated: 0 }],
      ['import.members', { created: 9, updated: 0 }],
    ]);
    await members('S', ownCell);
    await members('S', ownCell, { dryRun: true });
    await members('S', ['P,Vàng A Páo,X1-C,,official,,,', 'N,Lò Thị Mới,X1-C,,probationary,,,']);
    expect(await imported('X1-C')).toEqual([['import.members', { created: 1, updated: 1 }]]);
    await house.people.giveRole(operator, 'O', {
      role: 'officer',
      unit: 'X2-C',
      from: '2026-11-01',
      reason: 'Kiêm nhiệm',
    });
    await members('O', ['N,Lò Thị Mới,X2-C,,probationary,,,', 'M,Đào Thị Bình,X1-B-C,,official,,,']);
    expect(await imported('X1')).toEqual([['import.members', { created: 0, updated: 2 }]]);
    expect(await imported('X2-C')).toEqual([['import.members', { created: 0, updated: 1 }]]);
    expect(await imported('T')).toEqual(before);
  });

  test('stands or falls with the import', async () => {
    await expect(
      members('TO', ['TO,Hà Thị Vân,T,,official,,,', 'N,Lò Thị Mới,X1-C,,official,,,']),
    ).rejects.toThrow();
    expect(await house.people.importUnits(operator, smallProvince)).toMatchObject({ unchanged: 7 });
    expect(await imported('T')).toHaveLength(2);
  });
});
