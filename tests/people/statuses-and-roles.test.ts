import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { openKeptHouse } from './keeping.ts';

let house: Awaited<ReturnType<typeof openKeptHouse>>;
beforeAll(async () => (house = await openKeptHouse()), 60_000);
beforeEach(() => house.reset());
afterAll(() => house.database.close());

const because = { reason: 'Nghị quyết của chi bộ' };
const today = '2026-11-01';

async function statusesOf(code: string): Promise<string[]> {
  const { statuses } = await house.people.profile(operator, code);
  return statuses.map(({ status, from, until, state }) => `${status} ${from}…${until ?? ''} ${state}`);
}

/** What a promise is refused with; `done` where it is not. */
async function outcome(asked: Promise<unknown>): Promise<string> {
  return await asked.then(
    () => 'done',
    (error: { code: string }) => error.code,
  );
}

describe('a status', () => {
  test('is recorded with who and why, beside those that hold', async () => {
    const by = await house.as('S');
    await house.people.setStatus(by, 'M', { status: 'exempt', from: '2024-05-01', ...because });
    await house.people.setStatus(by, 'M', {
      status: 'temporarily_exempt',
      from: today,
      until: '2027-03-31',
      ...because,
    });
    expect(await statusesOf('M')).toEqual([
      'temporarily_exempt 2026-11-01…2027-03-31 now',
      'official 2026-01-01… now',
      'exempt 2024-05-01… now',
    ]);
    const { statuses, standing } = await house.people.profile(by, 'M');
    expect(statuses[0]).toMatchObject({ recordedBy: 'Nguyễn Văn An', reason: because.reason });
    expect(standing).toMatchObject({ informed: true, invited: false, votes: true, counted: 'when-present' });
    expect(await house.audited('X1-C')).toContainEqual([
      'member.status-set',
      { status: 'exempt', from: '2024-05-01' },
    ]);
  });

  test('official and probationary take each other’s place', async () => {
    await house.people.setStatus(operator, 'P', { status: 'official', from: '2026-10-20', ...because });
    expect(await statusesOf('P')).toEqual([
      'official 2026-10-20… now',
      'probationary 2026-01-01…2026-10-19 past',
    ]);
    expect((await house.people.profile(operator, 'P')).standing.votes).toBe(true);
  });

  test('of leaving ends roles, memberships and other statuses on that day; the rows stay', async () => {
    await house.people.setStatus(operator, 'S', { status: 'reduced', from: '2026-02-01', ...because });
    await house.people.setStatus(operator, 'S', { status: 'deceased', from: today, ...because });
    const left = await house.people.profile(await house.as('O'), 'S');
    expect(left.statuses.filter(({ state }) => state === 'now').map(({ status }) => status)).toEqual([
      'deceased',
    ]);
    expect(left.roles).toMatchObject([{ role: 'secretary', until: '2026-10-31' }]);
    expect(left.memberships).toMatchObject([{ unitCode: 'X1-C', until: '2026-10-31', state: 'past' }]);
    expect(left.unit?.code).toBe('X1-C');
    expect(left.standing.isMember).toBe(false);
    expect(
      await outcome(house.people.setStatus(operator, 'S', { status: 'exempt', from: today, ...because })),
    ).toBe('status.gone');
  });

  test('of leaving that was a mistake is called off: at home again, official again, without the role', async () => {
    const { id } = await house.people.setStatus(operator, 'S', {
      status: 'removed',
      from: today,
      ...because,
    });
    await house.people.endStatus(operator, 'S', id, { on: today, reason: 'Nhầm người' });
    const back = await house.people.profile(operator, 'S');
    expect(await statusesOf('S')).toEqual(['removed 2026-11-01… called-off', 'official 2026-01-01… now']);
    expect(back.memberships).toMatchObject([{ unitCode: 'X1-C', until: null, state: 'now' }]);
    expect(back.roles.filter(({ state }) => state === 'now')).toEqual([]);
  });

  test('of admission anew brings back who had left; a home comes by a move', async () => {
    await house.people.setStatus(operator, 'M', { status: 'removed', from: '2026-03-01', ...because });
    await house.people.setStatus(operator, 'M', { status: 'probationary', from: today, ...because });
    await house.people.move(operator, 'M', { to: 'X2-C', kind: 'home', from: today, ...because });
    expect(await statusesOf('M')).toEqual([
      'probationary 2026-11-01… now',
      'removed 2026-03-01…2026-10-31 past',
      'official 2026-01-01…2026-02-28 past',
    ]);
    expect((await house.people.profile(operator, 'M')).unit?.code).toBe('X2-C');
  });

  test('ends on a day; on its first day it has never held', async () => {
    const by = await house.as('S');
    const { id } = await house.people.setStatus(by, 'M', {
      status: 'exempt',
      from: '2026-05-01',
      ...because,
    });
    await house.people.endStatus(by, 'M', id, { on: today, ...because });
    expect((await statusesOf('M'))[0]).toBe('exempt 2026-05-01…2026-10-31 past');
    expect(await outcome(house.people.endStatus(by, 'M', id, { on: today, ...because }))).toBe(
      'status.unknown',
    );
  });

  test.each([
    ['that holds already', { status: 'official' }, 'status.already'],
    ['far ahead', { status: 'exempt', from: '2028-01-01' }, 'day.too-far'],
    ['that ends before it begins', { status: 'exempt', until: '2026-10-31' }, 'day.before-start'],
    ['official for a time', { status: 'official', until: '2027-01-01' }, 'status.no-end'],
    ['deceased for a time', { status: 'deceased', until: '2027-01-01' }, 'status.no-end'],
    ['without a reason', { status: 'exempt', reason: '' }, 'reason.missing'],
    ['with a novel for a reason', { status: 'exempt', reason: 'a'.repeat(501) }, 'reason.too-long'],
  ] as const)('is refused: %s', async (_, wanted, code) => {
    expect(await outcome(house.people.setStatus(operator, 'M', { from: today, ...because, ...wanted }))).toBe(
      code,
    );
    expect(await statusesOf('M')).toEqual(['official 2026-01-01… now']);
  });

  test('official is not ended but replaced', async () => {
    const { statuses } = await house.people.profile(operator, 'M');
    const ending = house.people.endStatus(operator, 'M', statuses[0]!.id, { on: today, ...because });
    expect(await outcome(ending)).toBe('status.replace');
  });

  test('is for who may record statuses in the member’s unit', async () => {
    const exempt = { status: 'exempt' as const, from: today, ...because };
    for (const code of ['S2', 'K', 'P', 'M']) {
      expect(await outcome(house.people.setStatus(await house.as(code), 'M', exempt)), code).toBe('may.not');
    }
    const { id } = await house.people.setStatus(await house.as('S'), 'M', exempt);
    expect(
      await outcome(house.people.endStatus(await house.as('S2'), 'M', id, { on: today, ...because })),
    ).toBe('may.not');
    expect(
      await outcome(house.people.endStatus(await house.as('O'), 'M', id, { on: today, ...because })),
    ).toBe('done');
  });

  test('does not leave the top without anybody who could give roles', async () => {
    const by = await house.as('TO');
    for (const status of ['suspended', 'resigned'] as const) {
      expect(await outcome(house.people.setStatus(by, 'TO', { status, from: today, ...because }))).toBe(
        'role.last',
      );
    }
    await house.people.giveRole(by, 'TP', { role: 'officer', unit: 'T', from: today, ...because });
    expect(
      await outcome(house.people.setStatus(by, 'TO', { status: 'suspended', from: today, ...because })),
    ).toBe('done');
    expect(
      await outcome(
        house.people.setStatus(await house.as('TP'), 'TP', { status: 'resigned', from: today, ...because }),
      ),
    ).toBe('role.last');
  });
});

describe('a role', () => {
  const given = { unit: 'X1-C', from: today, ...because };

  test('is given and ended with who and why', async () => {
    const by = await house.as('O');
    const { id } = await house.people.giveRole(by, 'M', { role: 'deputy', ...given });
    expect(await house.people.rolesOf(by, 'X1-C')).toEqual([
      expect.objectContaining({ role: 'secretary', member: 'S', since: '2026-01-01', powerful: true }),
      { id, role: 'deputy', member: 'M', fullName: 'Đào Thị Bình', since: today, powerful: true },
    ]);
    house.pass({ days: 10 });
    await house.people.endRole(by, 'M', id, { on: '2026-11-11', reason: 'Thôi giữ chức' });
    expect((await house.people.profile(by, 'M')).roles).toEqual([
      {
        id,
        role: 'deputy',
        unit: 'Chi bộ thôn',
        unitCode: 'X1-C',
        from: today,
        until: '2026-11-10',
        state: 'past',
        reason: because.reason,
        endReason: 'Thôi giữ chức',
        recordedBy: 'Trần Văn Phòng',
      },
    ]);
    expect(await house.audited('X1-C')).toEqual([
      ['role.given', { role: 'deputy', from: today }],
      ['role.ended', { role: 'deputy', on: '2026-11-11' }],
    ]);
  });

  test('may be held by somebody who is at home elsewhere', async () => {
    await house.people.giveRole(await house.as('O'), 'M2', { role: 'secretary', ...given });
    expect((await house.people.rolesOf(operator, 'X1-C')).map(({ member }) => member)).toEqual(['S', 'M2']);
  });

  test('of a suspended member is kept and gives no power; of one who left it is not listed', async () => {
    await house.people.setStatus(operator, 'S', { status: 'suspended', from: today, ...because });
    expect(await house.people.rolesOf(operator, 'X1-C')).toMatchObject([{ member: 'S', powerful: false }]);
    const suspended = house.people.giveRole(operator, 'S', { role: 'deputy', ...given });
    expect(await outcome(suspended)).toBe('role.apart');
  });

  test('is refused: twice, in a closed unit, far off, or ended before it began', async () => {
    const { people } = house;
    expect(await outcome(people.giveRole(operator, 'S', { role: 'secretary', ...given }))).toBe(
      'role.already',
    );
    const far = { role: 'deputy' as const, ...given, from: '2020-01-01' };
    expect(await outcome(people.giveRole(operator, 'M', far))).toBe('day.too-far');
    const { roles } = await people.profile(operator, 'S');
    const early = { on: '2025-12-31', ...because };
    expect(await outcome(people.endRole(operator, 'S', roles[0]!.id, early))).toBe('day.before-start');
    expect(await outcome(people.endRole(operator, 'M', roles[0]!.id, { on: today, ...because }))).toBe(
      'role.unknown',
    );
    await house.database.query(`update unit set valid_to = '2026-11-01' where code = 'X1-C'`);
    expect(await outcome(people.giveRole(operator, 'M', { role: 'deputy', ...given }))).toBe('unit.closed');
  });

  test('is given by who may give roles in that unit, and admin only by an admin', async () => {
    const give = async (by: string, role: 'deputy' | 'admin', unit: string, to = 'M') =>
      await outcome(house.people.giveRole(await house.as(by), to, { role, unit, from: today, ...because }));
    expect(await give('S', 'deputy', 'X1-C')).toBe('may.not');
    expect(await give('O', 'deputy', 'X2-C')).toBe('may.not');
    expect(await give('O', 'deputy', 'X1-C')).toBe('done');
    expect(await give('TO', 'admin', 'X1')).toBe('may.not');
    await house.people.giveRole(operator, 'TP', { role: 'admin', unit: 'T', from: today, ...because });
    expect(await give('TP', 'admin', 'X1')).toBe('done');
    const { roles } = await house.people.profile(operator, 'M');
    const admin = roles.find(({ role }) => role === 'admin')!;
    const ending = { on: today, ...because };
    expect(await outcome(house.people.endRole(await house.as('TO'), 'M', admin.id, ending))).toBe('may.not');
    expect(await outcome(house.people.endRole(await house.as('TP'), 'M', admin.id, ending))).toBe('done');
  });

  test('the last at the top is not ended by accident; by the operator it is', async () => {
    const { roles } = await house.people.profile(operator, 'TO');
    const ending = { on: today, ...because };
    expect(await outcome(house.people.endRole(await house.as('TO'), 'TO', roles[0]!.id, ending))).toBe(
      'role.last',
    );
    expect(await outcome(house.people.endRole(operator, 'TO', roles[0]!.id, ending))).toBe('done');
  });

  test('the roles of a unit are for who may read about its members', async () => {
    expect(await outcome(house.people.rolesOf(await house.as('K'), 'X1-C'))).toBe('done');
    expect(await outcome(house.people.rolesOf(await house.as('S2'), 'X1-C'))).toBe('may.not');
  });
});
