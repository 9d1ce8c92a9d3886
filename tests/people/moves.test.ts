import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { audienceQuery } from '../../hub/people/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader } from './given.ts';
import { openKeptHouse } from './keeping.ts';

let house: Awaited<ReturnType<typeof openKeptHouse>>;
beforeAll(async () => (house = await openKeptHouse()), 60_000);
beforeEach(() => house.reset());
afterAll(() => house.database.close());

const because = { reason: 'Quyết định số 12-QĐ/ĐU' };
const today = '2026-11-01';

/** `X1-C 2026-01-01…2026-10-31` for each membership, the newest first. */
async function places(code: string, kind: 'home' | 'temporary' = 'home'): Promise<string[]> {
  const { memberships } = await house.people.profile(operator, code);
  return memberships
    .filter((one) => one.kind === kind)
    .map(({ unitCode, from, until, state }) => `${unitCode} ${from}…${until ?? ''} ${state}`);
}

async function audience(unitCode: string, day: string): Promise<string> {
  const { id } = await house.people.unitByCode(unitCode);
  const rows = await house.database.query<{ code: string }>(
    `select m.code from (${audienceQuery.members}) a join member m on m.id = a.member_id order by m.code`,
    [id, day],
  );
  return rows.map(({ code }) => code).join(' ');
}

describe('a move for good', () => {
  test('ends the old home the day before, and the roles held there, with who and why', async () => {
    const by = await house.as('TO');
    await house.people.move(by, 'S', { to: 'X2-C', kind: 'home', from: today, ...because });
    expect(await places('S')).toEqual(['X2-C 2026-11-01… now', 'X1-C 2026-01-01…2026-10-31 past']);
    const { roles, memberships } = await house.people.profile(by, 'S');
    expect(roles).toMatchObject([{ role: 'secretary', until: '2026-10-31', endReason: because.reason }]);
    expect(memberships[0]).toMatchObject({ recordedBy: 'Hà Thị Vân', reason: because.reason });
    expect((await house.people.unitsOf((await house.as('S')).memberId!)).map(({ code }) => code)).toEqual([
      'X2-C',
    ]);
    const facts = { kind: 'home', from: today, fromUnit: 'X1-C', toUnit: 'X2-C' };
    expect(await house.audited('X1-C')).toEqual([['member.moved', facts]]);
    expect(await house.audited('X2-C')).toEqual([['member.moved', facts]]);
  });

  test('keeps roles held elsewhere, and ends being on the way', async () => {
    const by = await house.as('TO');
    await house.people.giveRole(by, 'S', { role: 'committee', unit: 'X1', from: today, ...because });
    await house.people.setStatus(by, 'S', { status: 'transferring', from: '2026-10-01', ...because });
    await house.people.move(by, 'S', { to: 'X2-C', kind: 'home', from: today, ...because });
    const { roles, statuses } = await house.people.profile(by, 'S');
    expect(roles.map(({ role, state }) => [role, state])).toEqual([
      ['committee', 'now'],
      ['secretary', 'past'],
    ]);
    expect(statuses.filter(({ state }) => state === 'now').map(({ status }) => status)).toEqual(['official']);
  });

  test('that lies ahead changes nothing until its day', async () => {
    await house.people.move(operator, 'M', { to: 'X2-C', kind: 'home', from: '2026-12-01', ...because });
    expect(await places('M')).toEqual(['X2-C 2026-12-01… planned', 'X1-C 2026-01-01…2026-11-30 now']);
    const { memberId } = await house.as('M');
    const homes = async () => (await house.people.unitsOf(memberId!)).map(({ code }) => code);
    expect(await homes()).toEqual(['X1-C']);
    expect(await audience('X1-C', today)).toBe('M P S');
    expect(await audience('X2-C', today)).toBe('M2 S2');
    expect((await house.people.roll(operator, 'X1-C')).lines.map(({ code }) => code)).toEqual([
      'M',
      'P',
      'S',
    ]);
    house.pass({ days: 30 });
    expect(await homes()).toEqual(['X2-C']);
    expect(await audience('X1-C', '2026-12-01')).toBe('P S');
    expect(await audience('X2-C', '2026-12-01')).toBe('M M2 S2');
  });

  test('that lies ahead survives an import of the list as it is, and yields to one that says otherwise', async () => {
    await house.people.move(operator, 'M', { to: 'X2-C', kind: 'home', from: '2026-12-01', ...because });
    const list = (unit: string) =>
      csv(memberHeader, `M,Đào Thị Bình,${unit},,official,0912345678,binh@example.vn,2019-05-19`);
    expect(await house.people.importMembers(operator, list('X1-C'))).toMatchObject({
      unchanged: 1,
      errors: [],
    });
    expect(await places('M')).toEqual(['X2-C 2026-12-01… planned', 'X1-C 2026-01-01…2026-11-30 now']);
    expect(await house.people.importMembers(operator, list('X1-B-C'))).toMatchObject({
      updated: 1,
      errors: [],
    });
    expect(await places('M')).toEqual([
      'X2-C 2026-12-01… called-off',
      'X1-B-C 2026-11-01… now',
      'X1-C 2026-01-01…2026-10-31 past',
    ]);
  });

  test('can be called off before its day: the home before it goes on, roles too', async () => {
    const { id } = await house.people.move(operator, 'S', {
      to: 'X2-C',
      kind: 'home',
      from: '2026-12-01',
      ...because,
    });
    await house.people.endStay(operator, 'S', id, { on: '2026-12-01', reason: 'Thôi chuyển' });
    expect(await places('S')).toEqual(['X2-C 2026-12-01… called-off', 'X1-C 2026-01-01… now']);
    const { roles } = await house.people.profile(operator, 'S');
    expect(roles).toMatchObject([{ role: 'secretary', state: 'now', until: null }]);
  });

  test('on the first day of the home takes its place', async () => {
    await house.people.move(operator, 'M', { to: 'X2-C', kind: 'home', from: '2026-01-01', ...because });
    expect(await places('M')).toEqual(['X2-C 2026-01-01… now', 'X1-C 2026-01-01… called-off']);
  });

  test.each([
    ['the same unit', { to: 'X1-C', from: today }, 'move.same-unit'],
    ['before the home began', { to: 'X2-C', from: '2025-12-31' }, 'move.before-home'],
    ['far back', { to: 'X2-C', from: '2024-01-01' }, 'day.too-far'],
    ['far ahead', { to: 'X2-C', from: '2028-01-01' }, 'day.too-far'],
    ['with an end', { to: 'X2-C', from: today, until: '2026-12-01' }, 'move.no-end'],
    ['without a reason', { to: 'X2-C', from: today, reason: '  ' }, 'reason.missing'],
    ['to nowhere', { to: 'Y', from: today }, 'unit.unknown'],
  ])('is refused: %s', async (_, wanted, code) => {
    const move = house.people.move(operator, 'M', { kind: 'home', ...because, ...wanted });
    await expect(move).rejects.toMatchObject({ code });
    expect(await places('M')).toEqual(['X1-C 2026-01-01… now']);
  });

  test('is refused while another is planned, into a closed unit, and for who left', async () => {
    const { people } = house;
    await people.move(operator, 'M', { to: 'X2-C', kind: 'home', from: '2026-12-01', ...because });
    const second = people.move(operator, 'M', { to: 'X1-B-C', kind: 'home', from: today, ...because });
    await expect(second).rejects.toMatchObject({ code: 'move.planned', facts: { unit: 'Chi bộ bản' } });
    await house.database.query(`update unit set valid_to = '2026-11-01' where code = 'X1-B-C'`);
    const closed = people.move(operator, 'P', { to: 'X1-B-C', kind: 'home', from: today, ...because });
    await expect(closed).rejects.toMatchObject({ code: 'unit.closed' });
    await people.setStatus(operator, 'P', { status: 'resigned', from: today, ...because });
    const left = people.move(operator, 'P', { to: 'X2-C', kind: 'home', from: today, ...because });
    await expect(left).rejects.toMatchObject({ code: 'move.gone' });
  });

  test('needs the right over both units', async () => {
    const wanted = (to: string) => ({ to, kind: 'home' as const, from: today, ...because });
    const tryMove = async (by: string, code: string, to: string) =>
      await house.people.move(await house.as(by), code, wanted(to)).then(
        () => 'done',
        (error: { code: string }) => error.code,
      );
    expect(await tryMove('O', 'M', 'X2-C')).toBe('may.not');
    expect(await tryMove('O', 'M2', 'X1-C')).toBe('may.not');
    expect(await tryMove('S', 'M', 'X1-B-C')).toBe('may.not');
    expect(await tryMove('O', 'M', 'X1-B-C')).toBe('done');
    expect(await tryMove('TO', 'M2', 'X1-C')).toBe('done');
  });

  test('does not take the last officer from the top by accident', async () => {
    const by = await house.as('TO');
    const wanted = { to: 'X1-C', kind: 'home' as const, from: today, ...because };
    await expect(house.people.move(by, 'TO', wanted)).rejects.toMatchObject({ code: 'role.last' });
    await house.people.giveRole(by, 'TP', { role: 'officer', unit: 'T', from: today, ...because });
    await house.people.move(by, 'TO', wanted);
    expect((await house.people.rolesOf(operator, 'T')).map(({ member }) => member)).toEqual(['TP']);
  });
});

describe('a stay', () => {
  const stay = {
    to: 'X2-C',
    kind: 'temporary' as const,
    from: '2026-10-15',
    until: '2026-12-31',
    ...because,
  };

  test('has a last day; at home one is away and votes when there, there one does not vote', async () => {
    await house.people.move(operator, 'M', stay);
    expect(await places('M', 'temporary')).toEqual(['X2-C 2026-10-15…2026-12-31 now']);
    expect(await places('M')).toEqual(['X1-C 2026-01-01… now']);
    expect((await house.people.profile(operator, 'M')).standing).toMatchObject({
      votes: true,
      counted: 'when-present',
    });
    const lineIn = async (unit: string) =>
      (await house.people.roll(operator, unit)).lines.find(({ code }) => code === 'M')?.standing;
    expect(await lineIn('X1-C')).toMatchObject({ votes: true, counted: 'when-present' });
    expect(await lineIn('X2-C')).toMatchObject({ invited: true, votes: false, counted: 'never' });
    expect(await audience('X2-C', '2026-12-31')).toBe('M M2 S2');
    expect(await audience('X2-C', '2027-01-01')).toBe('M2 S2');
  });

  test('is seen by the secretary there, and ends with a home there', async () => {
    const visited = await house.as('S2');
    await expect(house.people.profile(visited, 'M')).rejects.toMatchObject({ code: 'may.not' });
    await house.people.move(operator, 'M', stay);
    const seen = await house.people.profile(visited, 'M');
    expect([seen.fullName, seen.contacts]).toEqual(['Đào Thị Bình', null]);
    await house.people.move(operator, 'M', { to: 'X2-C', kind: 'home', from: today, ...because });
    expect(await places('M', 'temporary')).toEqual(['X2-C 2026-10-15…2026-10-31 past']);
  });

  test('ends earlier, or is called off', async () => {
    const { id } = await house.people.move(operator, 'M', stay);
    await house.people.endStay(await house.as('TO'), 'M', id, { on: '2026-11-10', reason: 'Về sớm' });
    expect(await places('M', 'temporary')).toEqual(['X2-C 2026-10-15…2026-11-09 now']);
    const later = { ...stay, from: '2026-12-01' };
    const planned = await house.people.move(operator, 'M', later);
    await house.people.endStay(operator, 'M', planned.id, { on: '2026-12-01', reason: 'Không đi nữa' });
    expect((await places('M', 'temporary'))[0]).toBe('X2-C 2026-12-01… called-off');
    expect(await house.audited('X2-C')).toContainEqual([
      'member.stay-ended',
      { kind: 'temporary', on: '2026-11-10' },
    ]);
  });

  test('is refused where it overlaps, at home, or the wrong way round', async () => {
    const { people } = house;
    await people.move(operator, 'M', stay);
    const overlapping = people.move(operator, 'M', { ...stay, to: 'X1-B-C', from: '2026-12-31' });
    await expect(overlapping).rejects.toMatchObject({ code: 'move.overlaps-stay' });
    await people.move(operator, 'M', { ...stay, to: 'X1-B-C', from: '2027-01-01', until: undefined });
    const home = people.move(operator, 'P', { ...stay, to: 'X1-C' });
    await expect(home).rejects.toMatchObject({ code: 'move.same-unit' });
    const backwards = people.move(operator, 'P', { ...stay, until: '2026-10-14' });
    await expect(backwards).rejects.toMatchObject({ code: 'day.before-start' });
  });

  test('a home does not end as a stay does; what is not there neither', async () => {
    const { memberships } = await house.people.profile(operator, 'M');
    const ending = { on: today, ...because };
    const home = house.people.endStay(operator, 'M', memberships[0]!.id, ending);
    await expect(home).rejects.toMatchObject({ code: 'stay.is-home' });
    const ofAnother = house.people.endStay(operator, 'P', memberships[0]!.id, ending);
    await expect(ofAnother).rejects.toMatchObject({ code: 'stay.unknown' });
    const { id } = await house.people.move(operator, 'M', stay);
    const before = house.people.endStay(operator, 'M', id, { ...ending, on: '2026-10-01' });
    await expect(before).rejects.toMatchObject({ code: 'day.before-start' });
    const notMine = house.people.endStay(await house.as('O'), 'M', id, ending);
    await expect(notMine).rejects.toMatchObject({ code: 'may.not' });
  });
});
