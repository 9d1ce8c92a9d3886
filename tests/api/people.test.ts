import { operator } from '../../hub/platform/audit.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoProvince } from '../../prisma/demo/province.ts';
import { form, holder, openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.close());

const officer = holder('officer', 'SLT');
const ofCommune = holder('officer', 'SLT-01');
const secretary = holder('secretary', 'SLT-01-CB01');
const member = holder('', 'SLT-01-CB01');
const post = (url: string, headers: Record<string, string>, payload?: string | Buffer) =>
  office.app.inject({ method: 'POST', url, headers, ...(payload === undefined ? {} : { payload }) });
const get = (url: string, headers: Record<string, string>) => office.app.inject({ url, headers });

describe('importing', () => {
  const csv = { 'content-type': 'text/csv; charset=utf-8' };
  const units = 'code,name,kind,parent_code\nSLT-01-CB90,Chi bộ Tổ dân phố Mới,cell,SLT-01\n';
  const members = (status: string) =>
    'code,full_name,unit_code,role,status,phone,email,joined_on\n' +
    `DV009001,Lò Văn Én,SLT-01-CB90,,official,,,2019-05-19\nDV009002,Lò Thị Sa,SLT-01-CB90,,${status},,,2020-01-02\n`;

  test('a file as it is or in a form; twice changes nothing; a trial run neither', async () => {
    const caller = await office.as(officer);
    const trial = await post('/api/v1/units/import?dryRun=true', { ...caller, ...csv }, units);
    const counts = { created: 1, updated: 0, unchanged: 0, errors: [] };
    const line = { row: 2, code: 'SLT-01-CB90', name: 'Chi bộ Tổ dân phố Mới', kind: 'created' };
    expect(trial.json()).toMatchObject({ ...counts, changes: [line], moreChanges: 0, erased: 0 });
    expect(trial.json().changes[0].fields).toContainEqual({ field: 'parent_code', from: null, to: 'SLT-01' });
    const asItIs = await post('/api/v1/units/import', { ...caller, ...csv }, units);
    expect([asItIs.statusCode, asItIs.json()]).toEqual([200, counts]);
    const { headers, payload } = await form({ file: new File([units], 'đơn vị.csv', { type: 'text/csv' }) });
    const inAForm = await post('/api/v1/units/import', { ...caller, ...headers }, payload);
    expect(inAForm.json()).toEqual({ created: 0, updated: 0, unchanged: 1, errors: [] });
  });

  test('a file with errors changes nothing unless it may in part', async () => {
    const caller = { ...(await office.as(officer)), ...csv };
    const refused = await post('/api/v1/members/import', caller, members('lạ'));
    expect([refused.statusCode, refused.json()]).toEqual([
      422,
      {
        created: 0,
        updated: 0,
        unchanged: 0,
        errors: [
          { row: 3, field: 'status', message: 'Không rõ tình trạng “lạ”. Ghi: chính thức hoặc dự bị.' },
        ],
      },
    ]);
    const partly = await post('/api/v1/members/import?partial=true', caller, members('lạ'));
    expect([partly.statusCode, partly.json().created, partly.json().errors.length]).toEqual([200, 1, 1]);
    const rest = await post('/api/v1/members/import', caller, members('official'));
    expect(rest.json()).toEqual({ created: 1, updated: 0, unchanged: 1, errors: [] });
  });

  test('takes an Excel file, and gives the list back as one', async () => {
    const caller = await office.as(secretary);
    for (const [format, type] of [
      ['csv', 'text/csv'],
      ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ] as const) {
      const list = await get(`/api/v1/units/SLT-01-CB01/members.${format}`, caller);
      expect([list.statusCode, list.headers['content-type']?.split(';')[0]]).toEqual([200, type]);
      expect(list.headers['content-disposition']).toBe(`attachment; filename="members.${format}"`);
      const headers = { ...caller, 'content-type': type };
      const again = await post('/api/v1/members/import', headers, list.rawPayload);
      expect(again.json()).toEqual({ created: 0, updated: 0, unchanged: 23, errors: [] });
      const { headers: asForm, payload } = await form({
        file: new File([new Uint8Array(list.rawPayload)], `a.${format}`),
      });
      expect((await post('/api/v1/members/import', { ...caller, ...asForm }, payload)).json()).toMatchObject({
        unchanged: 23,
      });
      const units = await get(`/api/v1/units/SLT-01-CB01/units.${format}`, caller);
      expect(units.statusCode).toBe(200);
    }
    for (const url of ['/api/v1/units/SLT-01/members.csv', '/api/v1/units/SLT-01/units.xlsx']) {
      expect((await get(url, caller)).json().code).toBe('may.not');
    }
    expect((await get('/api/v1/units/SLT-01-CB01/members.csv', await office.as(member))).statusCode).toBe(
      403,
    );
  });

  test('needs the scope, the right, and each line within it', async () => {
    const scoped = await post(
      '/api/v1/units/import',
      { ...(await office.as(officer, ['people:read'])), ...csv },
      units,
    );
    expect([scoped.statusCode, scoped.json().code]).toEqual([403, 'token.scope']);
    for (const [caller, url] of [
      [secretary, '/api/v1/units/import'],
      [member, '/api/v1/units/import'],
      [member, '/api/v1/members/import'],
    ] as const) {
      const reply = await post(url, { ...(await office.as(caller)), ...csv }, units);
      expect([reply.statusCode, reply.json().code], `${caller.role} ${url}`).toEqual([403, 'may.not']);
    }
    const elsewhere = 'code,name,kind,parent_code\nSLT-02-CB90,Chi bộ khác,cell,SLT-02\n';
    const beyond = await post('/api/v1/units/import', { ...(await office.as(ofCommune)), ...csv }, elsewhere);
    expect([beyond.statusCode, beyond.json().errors]).toMatchObject([
      422,
      [{ row: 2, field: 'parent_code' }],
    ]);
  });

  test('needs a file', async () => {
    const caller = await office.as(officer);
    const { headers, payload } = await form({ note: 'không có tệp' });
    for (const reply of [
      await post('/api/v1/units/import', caller),
      await post('/api/v1/units/import', { ...caller, 'content-type': 'application/json' }, '{}'),
      await post('/api/v1/units/import', { ...caller, ...headers }, payload),
    ]) {
      expect([reply.statusCode, reply.json().code]).toEqual([415, 'request.media-type']);
    }
    const empty = await post('/api/v1/units/import', { ...caller, ...csv }, '');
    expect([empty.statusCode, empty.json().errors?.[0]?.field]).toEqual([422, 'file']);
  });
});

describe('units', () => {
  test('are those below where the caller holds a role', async () => {
    const codes = async (caller: typeof officer) =>
      (await get('/api/v1/units', await office.as(caller)))
        .json<{ units: { code: string }[] }>()
        .units.map(({ code }) => code);
    const all = await codes(officer);
    expect(all[0]).toBe('SLT');
    expect(all).toEqual(expect.arrayContaining(demoProvince().units.map(({ code }) => code)));
    expect(await codes(ofCommune)).toEqual(all.filter((code) => code.startsWith('SLT-01')));
    expect(await codes(secretary)).toEqual(['SLT-01-CB01']);
    expect(await codes(member)).toEqual([]);
  });

  test('come with the number of members at home', async () => {
    const { units } = (await get('/api/v1/units', await office.as(secretary))).json();
    const [row] = demoProvince().units.filter(({ code }) => code === 'SLT-01-CB01');
    expect(units).toEqual([{ code: row!.code, name: row!.name, kind: 'cell', members: 23 }]);
  });
});

describe('a member', () => {
  const url = `/api/v1/members/${member.code}`;

  test('is a name, a unit, what holds of the member and which chats are linked; never a phone', async () => {
    const caller = await office.as(secretary, ['people:read']);
    const { code, full_name: fullName, unit_code: unit } = member;
    const reply = await get(url, caller);
    expect(reply.json()).toMatchObject({ code, fullName, unit, linked: false, chats: [] });
    expect(reply.body).not.toMatch(/phone|email|\+84/);
    const { inviteId } = await office.people.openInvite((await office.people.invite(operator, code)).code);
    const link = {
      inviteId,
      channel: 'telegram',
      address: '42',
      consentText: 'Tôi đồng ý.',
      language: 'vi',
    } as const;
    await office.people.link(link);
    expect((await get(url, caller)).json()).toMatchObject({ code, fullName, unit, linked: true });
  });

  test('is shown to those over the unit only', async () => {
    for (const caller of [holder('secretary', 'SLT-01-CB02'), holder('officer', 'SLT-02'), member]) {
      const reply = await get(url, await office.as(caller));
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'may.not']);
    }
    expect((await get(url, await office.as(ofCommune))).statusCode).toBe(200);
    const nobody = await get('/api/v1/members/DV999999', await office.as(officer));
    expect([nobody.statusCode, nobody.json().code]).toEqual([404, 'member.unknown']);
  });
});

describe('invitations', () => {
  test('for one member: a code that opens, with links', async () => {
    const caller = await office.as(secretary);
    const invited = holder('deputy', 'SLT-01-CB01');
    const reply = await post(`/api/v1/members/${invited.code}/invites`, caller);
    expect(reply.statusCode).toBe(201);
    const { code, ...invite } = reply.json();
    expect(code).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{4}$/);
    const plain = code.replace('-', '');
    expect(invite).toEqual({
      member: invited.code,
      expiresAt: '2026-11-16T02:00:00.000Z',
      links: {
        telegram: `https://t.me/CauNoiBot?start=${plain}`,
        web: `http://127.0.0.1:8080/join/${plain}`,
      },
    });
    expect((await office.people.openInvite(code)).member.code).toBe(invited.code);
  });

  test('for everyone of a unit without a chat', async () => {
    const reply = await post('/api/v1/units/SLT-01-CB02/invites', await office.as(ofCommune));
    const { invites } = reply.json<{ invites: { member: string; links: object }[] }>();
    const roll = demoProvince().members.filter((row) => row.unit_code === 'SLT-01-CB02');
    expect(invites.map((invite) => invite.member)).toEqual(roll.map(({ code }) => code));
    expect(invites.every(({ links }) => 'web' in links)).toBe(true);
  });

  test('are not for others to make', async () => {
    const caller = await office.as(secretary);
    const elsewhere = holder('', 'SLT-01-CB02');
    for (const url of [`/api/v1/members/${elsewhere.code}/invites`, '/api/v1/units/SLT-01/invites']) {
      const reply = await post(url, caller);
      expect([reply.statusCode, reply.json().code]).toEqual([403, 'may.not']);
    }
    const reader = await office.as(secretary, ['people:read']);
    expect((await post('/api/v1/units/SLT-01-CB01/invites', reader)).json().code).toBe('token.scope');
  });
});

test('rules are those in force on a day, today by default', async () => {
  const caller = await office.as(member);
  const today = (await get('/api/v1/rules', caller)).json<{ rules: { key: string; source: string }[] }>();
  expect(today).toEqual(
    JSON.parse(JSON.stringify({ rules: await office.people.rulesInForce(new Date('2026-11-02')) })),
  );
  expect(today.rules.length).toBeGreaterThan(0);
  expect((await get('/api/v1/rules?on=1930-02-03', caller)).json()).toEqual({ rules: [] });
  expect((await get('/api/v1/rules?on=3.2.1930', caller)).json().errors[0].field).toBe('on');
});
