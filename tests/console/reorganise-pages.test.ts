import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { calendarDay } from '../../hub/people/index.ts';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn } from './reader.ts';

let house: TestHub;
beforeAll(async () => (house = await openTestHub({ roles: ['web'] })), 60_000);
afterAll(() => house.close(), 60_000);

// A secretary and two members in the cell X1-C, a member in X2-C; W keeps X1, V the province.
beforeEach(async () => {
  await house.hub.database.query('truncate unit, member cascade');
  await house.hub.people.importUnits(operator, smallProvince);
  await house.hub.people.importMembers(
    operator,
    csv(
      memberHeader,
      'V,Hà Thị Vân,T,officer,official,,,',
      'W,Lý Văn Vinh,X1,officer,official,,,',
      'A,Nguyễn Văn An,X1-C,secretary,official,,,',
      'B,Trần Thị Bình,X1-C,,official,,,',
      'D,Vàng A Dơ,X2-C,,official,,,',
    ),
  );
});
const today = () => calendarDay(house.hub.clock());
const shown = () => today().split('-').toReversed().join('/');
const resolution = () => ({ on: today(), reason: 'Quyết định 12-QĐ/ĐU' });
const url = '/console/people/units/X1-C/reorganise';
const codes = async () => (await house.hub.people.tree()).map(({ code, members }) => `${code} ${members}`);

test('merging says in numbers what will happen, and does it only then', async () => {
  const officer = await signIn(house, 'V');
  const page = await officer.open(url);
  expect(page.text).toContain('Sắp xếp Chi bộ thôn');
  expect(page.text).toContain('2 đảng viên');
  expect(page.html).toContain('<option value="X2-C"');
  expect(page.html, 'only cells are merged with a cell').not.toMatch(
    /name="into"[^]*value="X2"[^]*<\/select>/,
  );
  const question = await officer.press(`${url}/merge/check`, { into: 'X2-C', ...resolution() });
  expect(question.text).toContain(`Chi bộ thôn không còn từ ngày ${shown()}, nhập vào Chi bộ bản.`);
  expect(question.text).toContain('2 đảng viên chuyển theo.');
  expect(question.text).toContain('1 chức vụ ở Chi bộ thôn kết thúc.');
  expect(question.text, 'what does not happen is not said').not.toContain('tạm thời');
  expect(await codes()).toContain('X1-C 2');
  const done = await officer.press(`${url}/merge`);
  expect(done.url).toBe('/console/people/units/X2-C');
  expect(done.text).toContain('Đã sáp nhập: 2 đảng viên chuyển, 1 chức vụ kết thúc');
  expect(await codes()).toContain('X2-C 3');
  expect(await codes()).not.toContain('X1-C 2');
});

test('hanging elsewhere', async () => {
  const officer = await signIn(house, 'V');
  await officer.open(url);
  const question = await officer.press(`${url}/rehang/check`, { parent: 'X2', ...resolution() });
  expect(question.text).toContain(`Chi bộ thôn trực thuộc Đảng bộ xã Hai từ ngày ${shown()}`);
  expect((await officer.press(`${url}/rehang`)).text).toContain('Đã chuyển Chi bộ thôn về Đảng bộ xã Hai.');
});

test('splitting takes the members that were ticked', async () => {
  const officer = await signIn(house, 'W');
  await officer.open(url);
  const question = await officer.press(`${url}/split/check`, {
    newCode: 'X1-D',
    newName: 'Chi bộ thôn Đoài',
    kind: 'cell',
    members: ['B'],
    ...resolution(),
  });
  expect(question.text).toContain(`Lập Chi bộ thôn Đoài (X1-D) từ ngày ${shown()}. 1 đảng viên`);
  expect((await officer.press(`${url}/split`)).text).toContain('Đã tách: 1 đảng viên');
  expect(await codes()).toEqual(expect.arrayContaining(['X1-C 1', 'X1-D 1']));
});

test('renaming and dissolving', async () => {
  const officer = await signIn(house, 'W');
  await officer.open(url);
  expect((await officer.press(`${url}/rename`, { name: 'Chi bộ thôn Đông' })).text).toContain(
    'Chi bộ thôn Đông',
  );
  await officer.open(url);
  await officer.press(`${url}/dissolve/check`, resolution());
  const refused = await officer.press(`${url}/dissolve`);
  expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('còn 2 đảng viên')]);
  await officer.open('/console/people/units/X1-B-C/reorganise');
  await officer.press('/console/people/units/X1-B-C/reorganise/dissolve/check', resolution());
  const done = await officer.press('/console/people/units/X1-B-C/reorganise/dissolve');
  expect(done.text).toContain('Đã giải thể Chi bộ trong bộ phận.');
});

test('a unit of somebody else’s is not offered and not taken', async () => {
  const officer = await signIn(house, 'W');
  const page = await officer.open(url);
  expect(page.html).not.toContain('value="X2-C"');
  const question = await officer.press(`${url}/merge/check`, { into: 'X2-C', ...resolution() });
  expect(question.status).toBe(200);
  expect((await officer.press(`${url}/merge`)).status).toBe(403);
  const secretary = await signIn(house, 'A');
  expect((await secretary.open(url)).status).toBe(403);
});
