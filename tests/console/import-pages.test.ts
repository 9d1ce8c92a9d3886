import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader, unitHeader } from '../people/given.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn, type Reader, type Seen } from './reader.ts';

// V keeps the office of the province; A is the secretary of X1-C with B and E; D is in X2-C.
let house: TestHub;
let secretary: Reader;
let officer: Reader;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web'] });
}, 60_000);
afterAll(() => house.close());
beforeEach(async () => {
  secretary = await signIn(house, 'A');
  officer = await signIn(house, 'V');
});

const page = '/console/people/import';
const file = (bytes: Buffer, name = 'danh sách chi bộ.csv') => [new File([new Uint8Array(bytes)], name)];

async function upload(reader: Reader, bytes: Buffer, kind = 'members', name?: string): Promise<Seen> {
  await reader.open(page);
  return await reader.press(page, { ...(kind === 'units' ? { kind } : {}), file: file(bytes, name) });
}

describe('bringing a list', () => {
  test('begins with a choice, a template to fill in and how to fill it in', async () => {
    const seen = await secretary.open(page);
    expect(seen.text).toContain('chưa bấm “Nhập” thì chưa có gì thay đổi');
    expect(seen.text).toContain('Mẫu đảng viên (Excel)');
    expect(seen.text).not.toContain('Mẫu tổ chức đảng');
    expect((await officer.open(page)).text).toContain('Mẫu tổ chức đảng (CSV)');
    const template = await secretary.download(`${page}/members.csv`);
    expect(template.name).toBe('Danh sách đảng viên.csv');
    expect(template.content.toString()).toContain('Mã đảng viên,Họ và tên,Mã chi bộ');
    expect((await secretary.download(`${page}/members.xlsx`)).content.subarray(0, 2).toString()).toBe('PK');
  });

  test('without a file says so', async () => {
    await secretary.open(page);
    const seen = await secretary.press(page, {});
    expect([seen.status, seen.text]).toEqual([422, expect.stringContaining('Đồng chí chưa chọn tệp')]);
  });

  test('shows what would change, changes nothing yet, and takes it in when told to', async () => {
    const bytes = csv(
      'Mã đảng viên;Họ và tên;Mã chi bộ;Chức vụ;Tình trạng;Số điện thoại',
      'B;Trần Thị Bình An;X1-C;phó bí thư;chính thức;0912345678',
      'N;Lò Thị Mới;X1-C;;dự bị;',
      'E;Phạm Thị Én;X1-C;;chính thức;',
    );
    await officer.open(page);
    const seen = await officer.press(page, { kind: 'members', file: file(bytes) });
    expect(seen.url).toMatch(/^\/console\/people\/import\/[0-9a-f-]{36}$/);
    expect(seen.text).toContain('Xem trước: danh sách chi bộ.csv');
    expect(seen.text).toContain('Thêm mới 1 Sửa 1 Giữ nguyên 1 Có lỗi 0');
    expect(seen.text).toContain('Họ và tên: Trần Thị Bình → Trần Thị Bình An');
    expect(seen.text).toContain('Chức vụ: phó bí thư');
    expect(seen.text).toContain('Số điện thoại: •••678');
    expect(seen.text).toContain('Lò Thị Mới mới N · dòng 3');
    expect(seen.html).not.toContain('0912345678');
    await expect(house.hub.people.memberByCode('N')).rejects.toThrow('member.unknown');

    const done = await officer.press(`${seen.url}/taking`);
    expect(done.url).toBe('/console/people');
    expect(done.text).toContain('Đã nhập: thêm 1, sửa 1, giữ nguyên 1.');
    expect((await house.hub.people.memberByCode('N')).fullName).toBe('Lò Thị Mới');
    const again = await officer.open(seen.url);
    expect([again.status, again.text]).toEqual([404, expect.stringContaining('Đồng chí chọn tệp lần nữa')]);
  });

  test('with errors names row, column and what to mend; only the good rows go when told so', async () => {
    const bytes = csv(
      memberHeader,
      'B2,Hà Văn Tốt,X1-C,,official,,,',
      'B3,Hà Văn Sai,X1-C,,official,12345,,',
      'D,Vàng A Dơ,X1-C,,official,,,',
      'B4,Hà Văn Xa,X2-C,,official,,,',
      'B5,Hà Văn Chức,X1-C,bí thư,official,,,',
    );
    const seen = await upload(secretary, bytes);
    expect(seen.text).toContain('4 chỗ cần sửa trong tệp');
    expect(seen.text).toContain('3 Số điện thoại Số điện thoại không đúng. Ghi như 0912345678');
    expect(seen.text).toMatch(/4 Mã đảng viên .* do tổ chức đảng khác quản lý/);
    expect(seen.text).toMatch(/5 Mã chi bộ /);
    expect(seen.text).toMatch(/6 Chức vụ /);
    expect(seen.text).toContain('Chỉ nhập 1 dòng không có lỗi');
    expect(seen.html).not.toContain('12345,');
    const done = await secretary.press(`${seen.url}/taking`);
    expect(done.text).toContain('Đã nhập: thêm 1, sửa 0, giữ nguyên 0, bỏ qua 4 chỗ có lỗi.');
    expect((await house.hub.people.memberByCode('B2')).fullName).toBe('Hà Văn Tốt');
    await expect(house.hub.people.memberByCode('B3')).rejects.toThrow('member.unknown');
  });

  test('that cannot be read at all says how to save it', async () => {
    const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
    const seen = await upload(secretary, old, 'members', 'cũ.xls');
    expect(seen.text).toMatch(/1 Cả tệp .*xlsx/);
    expect(seen.html).not.toContain('/taking"');
  });

  test('can be dropped', async () => {
    const seen = await upload(secretary, csv(memberHeader, 'B,Khác hẳn,X1-C,,official,,,'));
    const dropped = await secretary.press(`${seen.url}/discarding`);
    expect(dropped.text).toContain('Danh sách không có gì thay đổi');
    expect((await secretary.open(seen.url)).status).toBe(404);
  });

  test('is nobody else’s to see, to take in or to drop', async () => {
    const seen = await upload(secretary, csv(memberHeader, 'B,Khác hẳn,X1-C,,official,,,'));
    expect((await officer.open(seen.url)).status).toBe(404);
    const other = await upload(officer, csv(unitHeader, 'X3,Xã Ba,commune,T'), 'units');
    expect(other.text).toContain('Danh sách tổ chức đảng');
    expect((await secretary.open(other.url)).status).toBe(404);
    const taken = await officer.press(`${other.url}/taking`);
    expect(taken.text).toContain('Đã nhập: thêm 1');
    expect((await house.hub.people.unitByCode('X3')).name).toBe('Xã Ba');
    expect((await secretary.open(seen.url)).status).toBe(200);
  });

  test('of units is refused to whoever may bring none', async () => {
    await secretary.open(page);
    const refused = await secretary.press(page, {
      kind: 'units',
      file: file(csv(unitHeader, 'X9,Xã,commune,T')),
    });
    expect(refused.status).toBe(403);
  });

  test('that names somebody erased asks before taking them back', async () => {
    const list = csv(memberHeader, 'C,Lò Văn Cương,X1-B-C,,probationary,,,');
    await house.hub.people.eraseData(operator, 'C');
    const seen = await upload(officer, list, 'members');
    expect(seen.text).toContain('Nhập lại người đã xóa dữ liệu');
    expect(seen.html).not.toContain('/taking"');
    const anew = await officer.open(`${seen.url}?readmit=yes`);
    expect(anew.text).toContain('Thêm mới 1');
    const done = await officer.press(`${seen.url}/taking`);
    expect(done.text).toContain('thêm 1');
  });
});

describe('taking a list out', () => {
  test('in both forms from the unit’s page, by who may', async () => {
    const unit = '/console/people/units/X1-C';
    expect((await secretary.open(unit)).html).toContain(`${unit}/members.xlsx`);
    for (const format of ['csv', 'xlsx']) {
      const { status, name, content } = await secretary.download(`${unit}/members.${format}`);
      expect([status, name]).toEqual([200, `Danh sách đảng viên.${format}`]);
      const seen = await upload(secretary, content, 'members', name);
      expect(seen.text).toContain('Không có gì thay đổi');
    }
    expect((await secretary.download('/console/people/units/X2-C/members.csv')).status).toBe(403);
    expect((await officer.open('/console/people/units/T')).html).toContain('/units.xlsx');
    expect((await officer.download('/console/people/units/T/units.xlsx')).status).toBe(200);
  });
});
