import { operator } from '../../hub/platform/audit.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { calendarDay } from '../../hub/people/index.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { demoCsv } from '../../prisma/demo/csv.ts';
import { demoProvince } from '../../prisma/demo/province.ts';
import { csv, memberHeader, openHouse, smallProvince, type House } from './given.ts';

let house: House;
beforeAll(async () => (house = await openHouse()), 60_000);
beforeEach(async () => {
  await house.clear();
  await house.people.importUnits(operator, smallProvince);
});
afterAll(() => house.database.close());

const importMembers = (...lines: string[]) =>
  house.people.importMembers(operator, csv(memberHeader, ...lines));
const nothing = { created: 0, updated: 0, unchanged: 0 };
const keys = keysFrom(Buffer.alloc(32, 7));

const contactsOf = async (code: string) => {
  const [row] = await house.database.query<{ id: string; phone: Buffer | null; email: Buffer | null }>(
    'select id, phone, email from member where code = $1',
    [code],
  );
  const open = (field: 'phone' | 'email') => {
    const sealed = row?.[field];
    return sealed ? keys.open('contact', `${row.id}:${field}`, sealed) : null;
  };
  return { phone: open('phone'), email: open('email') };
};

/** Rows of a dated table as `what from→to`, oldest first. */
const history = async (table: 'membership' | 'member_status' | 'role', code: string) => {
  const what = { membership: 'u.code', member_status: 't.status::text', role: `t.role || ' ' || u.code` }[
    table
  ];
  const unit = table === 'member_status' ? '' : 'join unit u on u.id = t.unit_id';
  const rows = await house.database.query<{ line: string }>(
    `select concat(${what}, ' ', t.from_on, '→', t.to_on) as line
     from ${table} t join member m on m.id = t.member_id ${unit}
     where m.code = $1 order by t.from_on, t.to_on nulls last, 1`,
    [code],
  );
  return rows.map(({ line }) => line);
};

describe('a file of members', () => {
  test('creates the members of the demo, and a second time changes nothing', async () => {
    const { units, members } = demoCsv();
    await house.people.importUnits(operator, Buffer.from(units));
    const file = Buffer.from(members);
    expect(await house.people.importMembers(operator, file)).toEqual({
      ...nothing,
      created: 600,
      errors: [],
    });
    expect(await house.people.importMembers(operator, file)).toEqual({
      ...nothing,
      unchanged: 600,
      errors: [],
    });
    const counted = (await house.people.tree()).filter(({ code }) => code.startsWith('SLT'));
    expect(counted.reduce((sum, unit) => sum + unit.members, 0)).toBe(600);
    expect(await house.people.officerOfRoot()).toBe(demoProvince().officer);
  });

  test('is read in Vietnamese: headers, roles, statuses, days', async () => {
    const report = await house.people.importMembers(
      operator,
      csv(
        '\uFEFFMã đảng viên\tHọ và tên\tMã chi bộ\tChức vụ\tTình trạng\tSố điện thoại\tThư điện tử\tNgày vào Đảng',
        'DV1\t  Lò  Thị Hoa \tX2-C\tBí thư\tChính thức\t0912.345.678\thoa@example.vn\t3/2/2001',
        'DV2\tĐỗ Văn Đạt\tX2-C\t\tDự bị\t\t\t',
      ),
    );
    expect(report).toEqual({ ...nothing, created: 2, errors: [] });
    const member = await house.people.memberByCode('DV1');
    expect(member).toMatchObject({ fullName: 'Lò Thị Hoa', language: 'vi' });
    expect(await house.people.describeMember(member.id)).toEqual({
      name: 'Lò Thị Hoa',
      givenName: 'Hoa',
      unit: 'Chi bộ bản',
    });
    expect(await contactsOf('DV1')).toEqual({ phone: '+84912345678', email: 'hoa@example.vn' });
    expect(await history('role', 'DV1')).toEqual(['secretary X2-C 2026-11-01→']);
    expect(await history('member_status', 'DV2')).toEqual(['probationary 2026-11-01→']);
    const [row] = await house.database.query<object>(`select joined_on from member where code = 'DV1'`);
    expect(row).toEqual({ joined_on: '2001-02-03' });
  });

  test.each([
    ['+84 912 345 678', '+84912345678'],
    ['84912345678', '+84912345678'],
    ['0084912345678', '+84912345678'],
    ['912345678', '+84912345678'],
    ['2438251234', '+842438251234'],
    ["'0912-345-678", '+84912345678'],
    ['(024) 3825 1234', '+842438251234'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['', null],
  ])('keeps the phone number %s as %s, sealed', async (written, kept) => {
    await importMembers(`A,Nguyễn Văn A,X2-C,,official,${written},,`);
    expect((await contactsOf('A')).phone).toBe(kept);
    expect(await importMembers(`A,Nguyễn Văn A,X2-C,,official,${written},,`)).toMatchObject({ unchanged: 1 });
  });

  test('takes names, contacts and days that have changed', async () => {
    await importMembers('A,Nguyễn Văn A,X2-C,,official,0912345678,a@example.vn,2001-02-03');
    const report = await importMembers('A,Nguyễn Văn An,X2-C,,official,,b@example.vn,04/02/2001');
    expect(report).toEqual({ ...nothing, updated: 1, errors: [] });
    expect((await house.people.memberByCode('A')).fullName).toBe('Nguyễn Văn An');
    expect(await contactsOf('A')).toEqual({ phone: null, email: 'b@example.vn' });
  });

  test('leaves alone what a missing column would say', async () => {
    await importMembers('A,Nguyễn Văn A,X2-C,secretary,official,0912345678,a@example.vn,2001-02-03');
    const short = csv('code,full_name,unit_code,status', 'A,Nguyễn Văn A,X2-C,official');
    expect(await house.people.importMembers(operator, short)).toEqual({
      ...nothing,
      unchanged: 1,
      errors: [],
    });
    expect(await contactsOf('A')).toEqual({ phone: '+84912345678', email: 'a@example.vn' });
    expect(await history('role', 'A')).toEqual(['secretary X2-C 2026-11-01→']);
  });

  test('keeps the history of a member who moves', async () => {
    await importMembers('A,Nguyễn Văn A,X2-C,secretary,official,,,');
    house.pass({ days: 30 });
    expect(await importMembers('A,Nguyễn Văn A,X1-C,deputy,official,,,')).toMatchObject({ updated: 1 });
    expect(await history('membership', 'A')).toEqual(['X2-C 2026-11-01→2026-12-01', 'X1-C 2026-12-01→']);
    expect(await history('role', 'A')).toEqual([
      'secretary X2-C 2026-11-01→2026-12-01',
      'deputy X1-C 2026-12-01→',
    ]);
    const { id } = await house.people.memberByCode('A');
    expect((await house.people.unitsOf(id)).map(({ code }) => code)).toEqual(['X1-C']);
    expect(await importMembers('A,Nguyễn Văn A,X1-C,deputy,official,,,')).toMatchObject({ unchanged: 1 });
  });

  test('moves a member twice on one day', async () => {
    for (const unit of ['X2-C', 'X1-C', 'X1-B-C']) await importMembers(`A,Nguyễn Văn A,${unit},,official,,,`);
    const { id } = await house.people.memberByCode('A');
    expect((await house.people.unitsOf(id)).map(({ code }) => code)).toEqual(['X1-B-C']);
  });

  test('closes an emptied role and leaves roles held elsewhere', async () => {
    await importMembers('A,Nguyễn Văn A,X2-C,secretary,official,,,');
    await house.database.query(
      `insert into role (id, member_id, unit_id, role, from_on)
       select gen_random_uuid(), m.id, u.id, 'committee', '2026-11-01' from member m, unit u
       where m.code = 'A' and u.code = 'X2'`,
    );
    house.pass({ days: 1 });
    expect(await importMembers('A,Nguyễn Văn A,X2-C,,official,,,')).toMatchObject({ updated: 1 });
    expect(await history('role', 'A')).toEqual([
      'secretary X2-C 2026-11-01→2026-11-02',
      'committee X2 2026-11-01→',
    ]);
    expect(await importMembers('A,Nguyễn Văn A,X2-C,,official,,,')).toMatchObject({ unchanged: 1 });
  });

  test('makes a probationary member official and leaves other statuses', async () => {
    await importMembers('A,Nguyễn Văn A,X2-C,,probationary,,,');
    await house.status('A', 'exempt', '2026-11-01');
    house.pass({ days: 365 });
    expect(await importMembers('A,Nguyễn Văn A,X2-C,,chính thức,,,')).toMatchObject({ updated: 1 });
    expect(await history('member_status', 'A')).toEqual([
      'probationary 2026-11-01→2027-11-01',
      'exempt 2026-11-01→',
      'official 2027-11-01→',
    ]);
  });

  test('counts days as Vietnam does', () => {
    expect(calendarDay(new Date('2026-10-31T16:59:59Z'))).toBe('2026-10-31');
    expect(calendarDay(new Date('2026-10-31T17:00:00Z'))).toBe('2026-11-01');
  });
});

describe('a file of members with errors', () => {
  const faulty = [
    'A,Nguyễn Văn A,X2-C,,official,,,',
    'B,,X2-C,,official,,,',
    'C,Nguyễn Văn C,X9,,official,,,',
    'D,Nguyễn Văn D,X2-C,chủ tịch,official,,,',
    'E,Nguyễn Văn E,X2-C,,retired,,,',
    'F,Nguyễn Văn F,X2-C,,,,,',
    'G,Nguyễn Văn G,X2-C,,official,98765,,',
    'H,Nguyễn Văn H,X2-C,,official,,h.example.vn,',
    'I,Nguyễn Văn I,X2-C,,official,,,31/02/2001',
    'K,Nguyễn Văn K,X2-C,,official,,,2/11/2026',
    'A,Nguyễn Văn A,X1-C,,official,,,',
  ];

  test('names each by its row and column and changes nothing', async () => {
    const { errors, ...counts } = await importMembers(...faulty);
    expect(counts).toEqual(nothing);
    expect(errors.map(({ row, field }) => `${row} ${field}`)).toEqual([
      '3 full_name',
      '4 unit_code',
      '5 role',
      '6 status',
      '7 status',
      '8 phone',
      '9 email',
      '10 joined_on',
      '11 joined_on',
      '12 code',
    ]);
    expect(errors[1]?.message).toBe('Không có tổ chức đảng nào mang mã “X9”.');
    await expect(house.people.memberByCode('A')).rejects.toThrow('member.unknown');
  });

  test('never repeats a phone number or an e-mail address', async () => {
    const { errors } = await importMembers(...faulty);
    expect(JSON.stringify(errors)).not.toMatch(/98765|h\.example/);
  });

  test('is taken in part when asked to', async () => {
    const report = await house.people.importMembers(operator, csv(memberHeader, ...faulty), {
      partial: true,
    });
    expect(report).toMatchObject({ ...nothing, created: 1 });
    expect(report.errors).toHaveLength(10);
    const { id } = await house.people.memberByCode('A');
    expect((await house.people.unitsOf(id)).map(({ code }) => code)).toEqual(['X2-C']);
  });

  test('refuses a unit that has been dissolved', async () => {
    await house.database.query(`update unit set valid_to = '2026-11-01' where code = 'X2-C'`);
    const { errors } = await importMembers('A,Nguyễn Văn A,X2-C,,official,,,');
    expect(errors).toMatchObject([{ row: 2, field: 'unit_code' }]);
  });

  test('only says what it would do when asked to', async () => {
    const file = csv(memberHeader, 'A,Nguyễn Văn A,X2-C,,official,,,');
    expect(await house.people.importMembers(operator, file, { dryRun: true })).toMatchObject({ created: 1 });
    await expect(house.people.memberByCode('A')).rejects.toThrow('member.unknown');
  });
});

test('two imports of the same file at once create each member once', async () => {
  const lines = Array.from({ length: 200 }, (_, index) => `M${index},Nguyễn Văn A,X2-C,,official,,,`);
  const reports = await Promise.all([importMembers(...lines), importMembers(...lines)]);
  expect(reports.map(({ created, unchanged }) => created + unchanged)).toEqual([200, 200]);
  expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(200);
});

test('20,000 members', async () => {
  const lines = Array.from({ length: 20_000 }, (_, index) => {
    const number = String(index).padStart(8, '0');
    return `M${number},Nguyễn Văn ${index},X2-C,,official,09${number},m${number}@example.vn,2001-02-03`;
  });
  const started = performance.now();
  expect(await importMembers(...lines)).toMatchObject({ created: 20_000, errors: [] });
  const imported = performance.now();
  expect(await importMembers(...lines)).toMatchObject({ unchanged: 20_000 });
  const again = performance.now();
  expect(await house.people.inviteUnit(operator, 'T')).toHaveLength(20_000);
  const invited = performance.now();
  const ms = [imported - started, again - imported, invited - again].map(Math.round);
  console.info(`20,000 members: import ${ms[0]} ms, again ${ms[1]} ms, invited ${ms[2]} ms`);
}, 60_000);
