import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { demoProvince } from '../../prisma/demo/province.ts';
import { holder, openOffice, type Office } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, 60_000);
afterAll(() => office.close());

const ofCommune = holder('officer', 'SLT-01');
const secretary = holder('secretary', 'SLT-01-CB01');
const neighbour = holder('secretary', 'SLT-01-CB02');
const plain = demoProvince().members.filter((row) => row.unit_code === 'SLT-01-CB01' && row.role === '');
const [member, other, third] = [plain[0]!, plain[1]!, plain[2]!];
const from = '2026-11-02';
const reason = 'Quyết định của đảng ủy';

async function ask(
  method: 'GET' | 'PATCH' | 'POST' | 'PUT' | 'DELETE',
  url: string,
  by: Parameters<Office['as']>[0],
  payload?: object,
) {
  const headers = await office.as(by);
  const reply = await office.app.inject({
    method,
    url: `/api/v1${url}`,
    headers,
    ...(payload ? { payload } : {}),
  });
  return { status: reply.statusCode, body: reply.body === '' ? null : reply.json() };
}

describe('searching', () => {
  test('finds members within the caller’s reach', async () => {
    const words = encodeURIComponent(member.full_name.toUpperCase());
    const found = await ask('GET', `/members?search=${words}`, secretary);
    expect(found.body.members).toContainEqual({
      code: member.code,
      fullName: member.full_name,
      unitCode: 'SLT-01-CB01',
      unit: demoProvince().units.find(({ code }) => code === 'SLT-01-CB01')!.name,
      former: false,
    });
    const elsewhere = await ask('GET', `/members?search=${words}`, neighbour);
    expect(elsewhere.body.members.map(({ code }: { code: string }) => code)).not.toContain(member.code);
    expect((await ask('GET', `/members?search=${words}`, member)).body).toEqual({ members: [] });
    expect(await ask('GET', '/members?search=an&unit=SLT-02', secretary)).toMatchObject({
      status: 403,
      body: { code: 'may.not' },
    });
  });

  test('needs something to look for', async () => {
    expect((await ask('GET', '/members', secretary)).status).toBe(400);
    expect((await ask('GET', '/members?search=an&limit=1000', secretary)).status).toBe(400);
  });
});

describe('the list is kept', () => {
  test('a correction', async () => {
    const url = `/members/${other.code}`;
    expect((await ask('PATCH', url, secretary, { phone: '0987654321', joinedOn: '3/2/2018' })).status).toBe(
      204,
    );
    const { contacts, joinedOn } = await office.people.profile(operator, other.code);
    expect([contacts?.phone, joinedOn]).toEqual(['+84987654321', '2018-02-03']);
    expect(await ask('PATCH', url, neighbour, { fullName: 'X' })).toMatchObject({
      body: { code: 'may.not' },
    });
    expect(await ask('PATCH', url, secretary, { phone: '12' })).toMatchObject({
      status: 422,
      body: { code: 'member.phone-wrong', detail: expect.stringContaining('Số điện thoại') },
    });
    expect((await ask('PATCH', url, secretary, { nickname: 'X' })).status).toBe(400);
  });

  test('a stay and its end', async () => {
    const move = { to: 'SLT-01-CB02', kind: 'temporary', from, until: '2027-01-31', reason };
    expect((await ask('POST', `/members/${other.code}/moves`, secretary, move)).body.code).toBe('may.not');
    const { status, body } = await ask('POST', `/members/${other.code}/moves`, ofCommune, move);
    expect(status).toBe(201);
    const shown = await ask('GET', `/members/${other.code}`, ofCommune);
    const stay = shown.body.memberships.find(({ id }: { id: string }) => id === body.id);
    expect(stay).toMatchObject({
      kind: 'temporary',
      unitCode: 'SLT-01-CB02',
      until: '2027-01-31',
      state: 'now',
      reason,
      recordedBy: ofCommune.full_name,
    });
    const roll = await ask('GET', '/units/SLT-01-CB02/members', neighbour);
    const line = roll.body.lines.find(({ code }: { code: string }) => code === other.code);
    expect(line).toMatchObject({ kind: 'temporary', standing: { votes: false }, reachable: false });
    const end = { on: '2026-11-20', reason };
    const url = `/members/${other.code}/memberships/${body.id}/end`;
    expect((await ask('PUT', url, neighbour, end)).status).toBe(403);
    expect((await ask('PUT', url, ofCommune, end)).status).toBe(204);
  });

  test('a move for good', async () => {
    const move = { to: 'SLT-01-CB02', kind: 'home', from, reason };
    expect((await ask('POST', `/members/${third.code}/moves`, ofCommune, move)).status).toBe(201);
    expect((await ask('GET', `/members/${third.code}`, neighbour)).body.unit).toBe('SLT-01-CB02');
    expect((await ask('GET', `/members/${third.code}`, secretary)).body.code).toBe('may.not');
    const again = await ask('POST', `/members/${third.code}/moves`, ofCommune, move);
    expect(again).toMatchObject({ status: 409, body: { code: 'move.same-unit' } });
  });

  test('a status and its end', async () => {
    const url = `/members/${member.code}/statuses`;
    const exempt = { status: 'exempt', from, reason };
    expect((await ask('POST', url, neighbour, exempt)).status).toBe(403);
    const { body } = await ask('POST', url, secretary, exempt);
    const shown = await ask('GET', `/members/${member.code}`, secretary);
    expect(shown.body.standing).toMatchObject({ invited: false, votes: true, counted: 'when-present' });
    expect((await ask('PUT', `${url}/${body.id}/end`, secretary, { on: '2026-12-01', reason })).status).toBe(
      204,
    );
    expect((await ask('POST', url, secretary, { ...exempt, status: 'promoted' })).status).toBe(400);
    expect((await ask('POST', url, secretary, { ...exempt, from: '2/11/2026' })).status).toBe(400);
  });

  test('a role and its end', async () => {
    const url = `/members/${member.code}/roles`;
    const deputy = { role: 'deputy', unit: 'SLT-01-CB01', from, reason };
    expect((await ask('POST', url, secretary, deputy)).status).toBe(403);
    const { body } = await ask('POST', url, ofCommune, deputy);
    const { roles } = (await ask('GET', '/units/SLT-01-CB01/roles', secretary)).body;
    expect(roles).toContainEqual(
      expect.objectContaining({ id: body.id, role: 'deputy', member: member.code }),
    );
    expect((await ask('GET', '/units/SLT-01-CB01/roles', neighbour)).status).toBe(403);
    expect((await ask('PUT', `${url}/${body.id}/end`, secretary, { on: from, reason })).status).toBe(403);
    expect((await ask('PUT', `${url}/${body.id}/end`, ofCommune, { on: from, reason })).status).toBe(204);
  });

  test('chats: which is first, and unlinking', async () => {
    for (const [channel, address] of [
      ['telegram', '71'],
      ['zalo', '72'],
    ] as const) {
      const { code } = await office.people.invite(operator, member.code);
      const { inviteId } = await office.people.openInvite(code);
      const consent = { consentText: 'Tôi đồng ý.', language: 'vi' } as const;
      await office.people.link({ inviteId, channel, address, ...consent });
    }
    const chats = async () => (await ask('GET', `/members/${member.code}`, secretary)).body.chats;
    const [first, second] = await chats();
    expect([first.channel, second.channel]).toEqual(['zalo', 'telegram']);
    const prefer = `/members/${member.code}/first-chat`;
    expect((await ask('PUT', prefer, neighbour, { chat: second.id })).status).toBe(403);
    expect((await ask('PUT', prefer, member, { chat: second.id })).status).toBe(204);
    expect((await chats())[0].id).toBe(second.id);
    expect((await ask('DELETE', `/members/${member.code}/chats/${first.id}`, neighbour)).status).toBe(403);
    expect((await ask('DELETE', `/members/${member.code}/chats/${first.id}`, secretary)).status).toBe(204);
    expect((await ask('DELETE', `/members/${member.code}/chats/${first.id}`, secretary)).status).toBe(404);
    expect((await chats()).length).toBe(1);
  });
});

test('reading needs the scope to read, changing the scope to write', async () => {
  const reader = await office.as(secretary, ['people:read']);
  const writer = await office.as(secretary, ['people:write']);
  const url = `/api/v1/members/${member.code}`;
  const read = await office.app.inject({ url, headers: writer });
  const write = await office.app.inject({ method: 'PATCH', url, headers: reader, payload: {} });
  expect([read.json().code, write.json().code]).toEqual(['token.scope', 'token.scope']);
});
