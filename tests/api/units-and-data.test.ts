import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import { openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice({ empty: true });
}, 60_000);
afterAll(() => office.close());
beforeEach(async () => {
  await office.database.query('truncate unit, member cascade');
  await office.people.importUnits(operator, smallProvince);
  await office.people.importMembers(
    operator,
    csv(
      memberHeader,
      'V,Hà Thị Vân,T,officer,official,,,',
      'W,Lý Văn Vinh,X1,officer,official,,,',
      'A,Nguyễn Văn An,X1-C,secretary,official,,,',
      'B,Trần Thị Bình,X1-C,,official,0912345678,,',
      'D,Vàng A Dơ,X2-C,,official,,,',
    ),
  );
});

const resolution = { on: '2026-11-02', reason: 'Quyết định 12-QĐ/ĐU' };
type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
async function ask(who: string, method: Method, path: string, body?: object) {
  const headers = await office.as(who);
  const payload = body === undefined ? {} : { payload: body };
  return await office.app.inject({ method, url: `/api/v1${path}`, headers, ...payload });
}

describe('units', () => {
  test('are moved, merged, split, renamed and dissolved, and their history is told', async () => {
    expect((await ask('V', 'POST', '/units/X1-B/moves', { parent: 'X2', ...resolution })).statusCode).toBe(
      204,
    );
    const merged = await ask('V', 'POST', '/units/X2-C/mergers', { from: ['X1-B-C'], ...resolution });
    expect([merged.statusCode, merged.json()]).toEqual([
      201,
      { members: 0, stays: 0, roles: 0, children: 0 },
    ]);
    const unit = { code: 'X1-D', name: 'Chi bộ thôn Đoài', kind: 'cell' };
    const split = await ask('W', 'POST', '/units/X1-C/splits', { unit, members: ['B'], ...resolution });
    expect([split.statusCode, split.json()]).toEqual([201, { members: 1, stays: 0, roles: 0, children: 0 }]);
    expect((await ask('W', 'PATCH', '/units/X1-C', { name: 'Chi bộ thôn Đông' })).statusCode).toBe(204);
    const dissolved = await ask('V', 'PUT', '/units/X1-B/dissolution', resolution);
    expect([dissolved.statusCode, dissolved.json()]).toEqual([200, { roles: 0 }]);
    const { events } = (await ask('W', 'GET', '/units/X1-C/history')).json<{ events: object[] }>();
    expect(events).toMatchObject([
      { kind: 'renamed', before: 'Chi bộ thôn' },
      { kind: 'split-off', unit: { code: 'X1-D' }, by: 'Lý Văn Vinh' },
    ]);
  });

  test.each([
    ['A', 'POST', '/units/X1-C/moves', { parent: 'X1-B', ...resolution }],
    ['W', 'POST', '/units/X1-C/moves', { parent: 'X2', ...resolution }],
    ['W', 'POST', '/units/X2-C/mergers', { from: ['X1-C'], ...resolution }],
    ['A', 'PATCH', '/units/X1-C', { name: 'Khác' }],
    ['A', 'PUT', '/units/X1-C/dissolution', resolution],
    ['D', 'GET', '/units/X1-C/history', undefined],
  ] as const)('are not everybody’s: %s %s %s', async (who, method, path, body) => {
    const refused = await ask(who, method, path, body);
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'may.not']);
  });

  test('refusals are worded', async () => {
    const refused = await ask('V', 'POST', '/units/X1/moves', { parent: 'X2', ...resolution });
    expect(refused.json<{ code: string; detail: string }>()).toMatchObject({
      code: 'unit.not-above',
      detail: expect.stringContaining('Tổ chức cấp trên phải ở cấp cao hơn'),
    });
    const late = await ask('V', 'POST', '/units/X1-C/moves', {
      parent: 'X2',
      ...resolution,
      on: '2026-11-03',
    });
    expect(late.json<{ detail: string }>().detail).toContain('03/11/2026 chưa tới');
  });
});

describe('a member’s data', () => {
  test('is handed out and erased by the office, and told as counts', async () => {
    const data = await ask('V', 'GET', '/members/B/data');
    expect([data.statusCode, data.json()]).toEqual([
      200,
      expect.objectContaining({ member: expect.objectContaining({ code: 'B', phone: '+84912345678' }) }),
    ]);
    const erased = await ask('V', 'DELETE', '/members/B/data');
    expect([erased.statusCode, erased.json()]).toEqual([
      200,
      { member: 'B', erased: expect.objectContaining({ contacts: 1, statuses: 1 }) },
    ]);
    expect((await ask('V', 'GET', '/members/B/data')).statusCode).toBe(404);
  });

  test('is one’s own, and nobody else’s', async () => {
    expect((await ask('B', 'GET', '/members/B/data')).statusCode).toBe(200);
    for (const method of ['GET', 'DELETE'] as const) {
      expect((await ask('A', method, '/members/B/data')).statusCode).toBe(403);
      expect((await ask('D', method, '/members/B/data')).statusCode).toBe(403);
    }
    expect((await ask('B', 'DELETE', '/members/B/data')).statusCode).toBe(200);
  });

  test('needs a token that may write: phones are in it', async () => {
    const headers = await office.as('V', ['people:read']);
    const refused = await office.app.inject({ url: '/api/v1/members/B/data', headers });
    expect([refused.statusCode, refused.json<{ code: string }>().code]).toEqual([403, 'token.scope']);
  });
});
