import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator, type Actor } from '../../hub/platform/audit.ts';
import { newId } from '../../hub/platform/ids.ts';
import { csv, memberHeader, openHouse, smallProvince, type House } from './given.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 60_000);
afterAll(() => house.database.close());

// X1 has a branch X1-B with a cell X1-B-C, and a cell X1-C; X2 has a cell X2-C. The clock stands at 1 November 2026.
beforeEach(async () => {
  await house.clear();
  await house.people.importUnits(operator, smallProvince);
  await house.people.importMembers(
    operator,
    csv(
      memberHeader,
      'V,Hà Thị Vân,T,officer,official,,,',
      'W,Lý Văn Vinh,X1,officer,official,,,',
      'X,Mai Thị Xuân,X2,officer,official,,,',
      'A,Nguyễn Văn An,X1-C,secretary,official,,,',
      'B,Trần Thị Bình,X1-C,,official,,,',
      'C,Lò Văn Cương,X1-B-C,secretary,official,,,',
      'D,Vàng A Dơ,X2-C,secretary,official,,,',
      'E,Phạm Thị Én,X2-C,,official,,,',
    ),
  );
  house.pass({ days: 30 });
});

const as = async (code: string): Promise<Actor> => ({
  memberId: (await house.people.memberByCode(code)).id,
  via: 'console',
});
const because = { on: '2026-11-20', reason: 'Theo quyết định sắp xếp' };
const codes = async () => (await house.people.tree()).map(({ code, members }) => [code, members]);
const unitsOf = async (code: string) =>
  (await house.people.unitsOf((await house.people.memberByCode(code)).id)).map((unit) => unit.code);
const memberships = async (code: string) =>
  await house.database.query<Record<string, unknown>>(
    `select u.code as unit, m.kind, m.from_on as "from", m.to_on as "to", m.reason, m.end_reason as "endReason"
     from membership m join unit u on u.id = m.unit_id
     where m.member_id = $1 order by m.from_on, u.code`,
    [(await house.people.memberByCode(code)).id],
  );
const roles = async (code: string) =>
  await house.database.query<Record<string, unknown>>(
    `select u.code as unit, r.to_on as "to", r.end_reason as "endReason" from role r join unit u on u.id = r.unit_id
     where r.member_id = $1`,
    [(await house.people.memberByCode(code)).id],
  );
const audit = async () =>
  await house.database.query<{ action: string; unit: string; subject: string; facts: object }>(
    `select e.action, u.code as unit, s.code as subject, e.facts from audit_entry e
     join unit u on u.id = e.unit_id join unit s on s.id = e.subject_id
     where e.action like 'unit.%' order by e.at, e.action, u.code, s.code`,
  );
beforeEach(() => house.database.query('truncate audit_entry'));

describe('hanging a unit elsewhere', () => {
  test('takes all below it along and is remembered', async () => {
    await house.people.rehangUnit(await as('V'), { unit: 'X1-B', parent: 'X2', ...because });
    expect((await codes()).map(([code]) => code)).toEqual([
      'T',
      'X1',
      'X1-C',
      'X2',
      'X1-B',
      'X1-B-C',
      'X2-C',
    ]);
    expect(await house.people.unitHistory(operator, 'X1-B')).toEqual([
      {
        on: '2026-11-20',
        kind: 'moved',
        unit: { code: 'X2', name: 'Đảng bộ xã Hai' },
        before: 'Đảng bộ xã Một',
        by: 'Hà Thị Vân',
        reason: 'Theo quyết định sắp xếp',
      },
    ]);
    expect((await audit()).map(({ action, unit, subject }) => [action, unit, subject])).toEqual([
      ['unit.rehung', 'X1', 'X1-B'],
      ['unit.rehung', 'X2', 'X1-B'],
    ]);
    // Rights go with it: X1 has none over it any more, X2 has.
    const { id } = await house.people.unitByCode('X1-B-C');
    expect(await house.people.may((await as('W')).memberId!, 'member.read', id)).toBe(false);
    expect(await house.people.may((await as('X')).memberId!, 'member.read', id)).toBe(true);
  });

  test.each([
    ['W', 'X1-B-C', 'X1', true],
    ['W', 'X1-B-C', 'X2', false],
    ['X', 'X1-B-C', 'X2', false],
    ['A', 'X1-C', 'X1-B', false],
    ['V', 'X1-C', 'X2', true],
  ])(
    'needs the right over it, over where it hangs and over where it shall: %s, %s → %s',
    async (who, unit, parent, may) => {
      const asked = house.people.rehangUnit(await as(who), { unit, parent, ...because });
      if (may) await expect(asked).resolves.toBeUndefined();
      else await expect(asked).rejects.toMatchObject({ code: 'may.not' });
    },
  );

  test.each([
    ['X1', 'X2', 'unit.not-above'],
    ['X1', 'X1-C', 'unit.not-above'],
    ['X1-B', 'X2-C', 'unit.not-above'],
    ['X1-C', 'X1', 'unit.hangs-there'],
    ['X1-C', 'Z', 'unit.unknown'],
  ])('is refused where the tree would be none: %s → %s', async (unit, parent, code) => {
    await expect(house.people.rehangUnit(operator, { unit, parent, ...because })).rejects.toMatchObject({
      code,
    });
  });

  test.each([
    ['2026-12-02', 'day.not-yet'],
    ['2024-01-01', 'day.too-far'],
  ])('takes effect when it is recorded, not on %s', async (on, code) => {
    const asked = house.people.rehangUnit(operator, { unit: 'X1-C', parent: 'X2', ...because, on });
    await expect(asked).rejects.toMatchObject({ code });
  });

  test('needs a reason', async () => {
    const asked = house.people.rehangUnit(operator, { unit: 'X1-C', parent: 'X2', ...because, reason: ' ' });
    await expect(asked).rejects.toMatchObject({ code: 'reason.missing' });
  });
});

test('a unit gets another name, and the former is remembered', async () => {
  await house.people.renameUnit(await as('W'), { unit: 'X1-C', name: ' Chi bộ  thôn Đông ' });
  expect(await house.people.unitByCode('X1-C')).toMatchObject({ name: 'Chi bộ thôn Đông' });
  expect(await house.people.unitHistory(operator, 'X1-C')).toMatchObject([
    { kind: 'renamed', before: 'Chi bộ thôn', by: 'Lý Văn Vinh' },
  ]);
  for (const name of ['', 'x'.repeat(301)]) {
    const asked = house.people.renameUnit(operator, { unit: 'X1-C', name });
    await expect(asked).rejects.toMatchObject({ code: 'unit.name-wrong' });
  }
  const asked = house.people.renameUnit(await as('A'), { unit: 'X1-C', name: 'Khác' });
  await expect(asked).rejects.toMatchObject({ code: 'may.not' });
});

describe('merging', () => {
  test('moves people, ends roles, and closes what was merged', async () => {
    await house.temporarily('B', 'X2-C', '2026-11-05', '2027-03-01');
    await house.temporarily('E', 'X1-C', '2026-11-05', '2027-03-01');
    await house.temporarily('C', 'X1-C', '2026-11-25', null);
    const done = await house.people.mergeUnits(await as('V'), { from: ['X1-C'], into: 'X2-C', ...because });
    expect(done).toEqual({ members: 2, stays: 1, roles: 1, children: 0 });
    expect(await codes()).toEqual([
      ['T', 1],
      ['X1', 1],
      ['X1-B', 0],
      ['X1-B-C', 1],
      ['X2', 1],
      ['X2-C', 4],
    ]);
    // At home and temporarily in one unit is at home; a stay that began later goes over from its own day.
    expect(await unitsOf('B')).toEqual(['X2-C']);
    expect(await unitsOf('E')).toEqual(['X2-C']);
    expect(await unitsOf('C')).toEqual(['X1-B-C', 'X2-C']);
    const { reason } = because;
    expect(await memberships('B')).toEqual([
      { unit: 'X1-C', kind: 'home', from: '2026-11-01', to: '2026-11-20', reason: null, endReason: reason },
      {
        unit: 'X2-C',
        kind: 'temporary',
        from: '2026-11-05',
        to: '2026-11-20',
        reason: null,
        endReason: reason,
      },
      { unit: 'X2-C', kind: 'home', from: '2026-11-20', to: null, reason, endReason: null },
    ]);
    expect((await memberships('C')).at(-1)).toEqual({
      unit: 'X2-C',
      kind: 'temporary',
      from: '2026-11-25',
      to: null,
      reason,
      endReason: null,
    });
    expect(await roles('A')).toEqual([{ unit: 'X1-C', to: '2026-11-20', endReason: reason }]);
    expect(await house.people.holdsRole((await as('A')).memberId!)).toBe(false);
    expect(await audit()).toEqual([
      {
        action: 'unit.merged',
        unit: 'X2-C',
        subject: 'X1-C',
        facts: { on: '2026-11-20', members: 2, stays: 1, roles: 1, children: 0 },
      },
    ]);
    const other = { on: '2026-11-20', before: null, by: 'Hà Thị Vân', reason };
    expect(await house.people.unitHistory(operator, 'X1-C')).toEqual([
      { ...other, kind: 'merged-into', unit: { code: 'X2-C', name: 'Chi bộ bản' } },
    ]);
    expect(await house.people.unitHistory(operator, 'X2-C')).toEqual([
      { ...other, kind: 'merged-from', unit: { code: 'X1-C', name: 'Chi bộ thôn' } },
    ]);
  });

  test('hangs the units below over to the successor, several at once', async () => {
    await house.people.importUnits(operator, csv('code,name,kind,parent_code', 'X3,Đảng bộ xã Ba,commune,T'));
    const done = await house.people.mergeUnits(operator, {
      from: ['X1', ' X2 ', 'X1', 'X3'],
      into: 'X3',
      ...because,
    });
    expect(done).toEqual({ members: 2, stays: 0, roles: 2, children: 3 });
    expect((await codes()).map(([code]) => code)).toEqual(['T', 'X3', 'X1-B', 'X1-B-C', 'X1-C', 'X2-C']);
    expect(await house.people.unitHistory(operator, 'X2-C')).toMatchObject([
      { kind: 'moved', before: 'Đảng bộ xã Hai', unit: { code: 'X3' } },
    ]);
  });

  test('keeps a move that is planned for later', async () => {
    const { id } = await house.people.memberByCode('B');
    const [cell, bản] = [await house.people.unitByCode('X1-C'), await house.people.unitByCode('X1-B-C')];
    await house.database.query(`update membership set to_on = '2027-01-01' where member_id = $1`, [id]);
    await house.database.query(
      `insert into membership (id, member_id, unit_id, kind, from_on) values ($1, $2, $3, 'home', '2027-01-01')`,
      [newId(), id, bản.id],
    );
    await house.people.mergeUnits(operator, { from: [cell.code], into: 'X2-C', ...because });
    expect((await memberships('B')).map(({ unit, from, to }) => [unit, from, to])).toEqual([
      ['X1-C', '2026-11-01', '2026-11-20'],
      ['X2-C', '2026-11-20', '2027-01-01'],
      ['X1-B-C', '2027-01-01', null],
    ]);
  });

  test.each([
    ['V', ['X1-C'], 'X2-C', true],
    ['W', ['X1-C'], 'X1-B-C', true],
    ['W', ['X1-C'], 'X2-C', false],
    ['X', ['X1-C'], 'X2-C', false],
    ['A', ['X1-C'], 'X1-B-C', false],
  ])('needs the right over all that are touched: %s, %s → %s', async (who, from, into, may) => {
    const asked = house.people.mergeUnits(await as(who), { from, into, ...because });
    if (may) await expect(asked).resolves.toMatchObject({ members: 2 });
    else await expect(asked).rejects.toMatchObject({ code: 'may.not' });
  });

  test.each([
    [['X1-B'], 'X1-C', 'unit.merge-kinds'],
    [['X1-C'], 'X1-C', 'unit.merge-nothing'],
    [[], 'X1-C', 'unit.merge-nothing'],
    [['Z'], 'X1-C', 'unit.unknown'],
  ])('is refused: %s → %s', async (from, into, code) => {
    await expect(house.people.mergeUnits(operator, { from, into, ...because })).rejects.toMatchObject({
      code,
    });
  });

  test('happens once: what is no more is not merged again', async () => {
    const merge = { from: ['X1-C'], into: 'X2-C', ...because };
    await house.people.mergeUnits(operator, merge);
    await expect(house.people.mergeUnits(operator, merge)).rejects.toMatchObject({ code: 'unit.closed' });
    const [one, other] = await Promise.allSettled([
      house.people.mergeUnits(operator, { from: ['X1-B-C'], into: 'X2-C', ...because }),
      house.people.mergeUnits(operator, { from: ['X1-B-C'], into: 'X2-C', ...because }),
    ]);
    expect([one.status, other.status].toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('rights over the successor reach what was merged into it; those over the former committee stay', async () => {
    const old = (await house.people.unitByCode('X1-C')).id;
    const may = async (who: string) => await house.people.may((await as(who)).memberId!, 'notice.read', old);
    expect(await Promise.all(['V', 'W', 'X', 'D'].map(may))).toEqual([true, true, false, false]);
    await house.people.mergeUnits(await as('V'), { from: ['X1-C'], into: 'X2-C', ...because });
    expect(await Promise.all(['V', 'W', 'X', 'D', 'A', 'B'].map(may))).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(await house.people.reach((await as('D')).memberId!, 'notice.read')).toContain(old);
    expect(await house.people.reach((await as('X')).memberId!, 'notice.read')).toContain(old);
    expect(await house.people.reach((await as('C')).memberId!, 'notice.read')).not.toContain(old);
    // Nothing is sent there any more.
    expect(await house.people.unitsWithin(await as('X'), 'notice.send')).not.toContain(old);

    // And on, where the successor is merged in turn.
    await house.people.mergeUnits(operator, { from: ['X2-C'], into: 'X1-B-C', ...because });
    expect(await may('C')).toBe(true);
    expect(await house.people.reach((await as('C')).memberId!, 'notice.read')).toContain(old);
  });

  test('an officer does not lose the last role at the top by it', async () => {
    await house.people.importUnits(
      operator,
      csv('code,name,kind,parent_code', 'T2,Đảng bộ tỉnh Hai,province,'),
    );
    const { id } = await house.people.unitByCode('T2');
    await house.database.query(
      `insert into role (id, member_id, unit_id, role, from_on) values ($1, $2, $3, 'officer', '2026-11-01')`,
      [newId(), (await as('V')).memberId, id],
    );
    const done = await house.people.mergeUnits(await as('V'), { from: ['T2'], into: 'T', ...because });
    expect(done.roles).toBe(1);
    expect(await house.people.holdsRole((await as('V')).memberId!)).toBe(true);
  });
});

describe('splitting', () => {
  const unit = { code: 'X1-D', name: 'Chi bộ thôn Đoài', kind: 'cell' } as const;

  test('makes a unit beside with some of the members, whose roles end', async () => {
    const done = await house.people.splitUnit(await as('W'), {
      from: 'X1-C',
      unit,
      members: ['A', 'A'],
      ...because,
    });
    expect(done).toEqual({ members: 1, stays: 0, roles: 1, children: 0 });
    expect(await unitsOf('A')).toEqual(['X1-D']);
    expect(await unitsOf('B')).toEqual(['X1-C']);
    expect((await codes()).map(([code]) => code)).toContain('X1-D');
    expect(await house.people.unitHistory(operator, 'X1-D')).toMatchObject([
      { kind: 'split-from', unit: { code: 'X1-C' }, on: '2026-11-20' },
    ]);
    expect(await house.people.unitHistory(operator, 'X1-C')).toMatchObject([
      { kind: 'split-off', unit: { code: 'X1-D' } },
    ]);
    // What came before the split stays with the old unit alone.
    const old = (await house.people.unitByCode('X1-C')).id;
    expect(await house.people.may((await as('A')).memberId!, 'notice.read', old)).toBe(false);
  });

  test('hangs a lower kind below', async () => {
    await house.people.splitUnit(await as('W'), { from: 'X1', unit, members: ['W'], ...because });
    expect(
      (await house.people.tree((await house.people.unitByCode('X1')).id)).map(({ code }) => code),
    ).toContain('X1-D');
  });

  test.each([
    [{ members: [] }, 'unit.split-nobody'],
    [{ members: ['B', 'D'] }, 'unit.split-not-member'],
    [{ unit: { ...unit, code: 'X2' } }, 'unit.code-taken'],
    [{ unit: { ...unit, code: '' } }, 'unit.code-wrong'],
    [{ unit: { ...unit, name: ' ' } }, 'unit.name-wrong'],
    [{ unit: { ...unit, kind: 'commune' as const } }, 'unit.not-above'],
    [{ from: 'Z' }, 'unit.unknown'],
  ])('is refused and leaves nothing: %j', async (wrong, code) => {
    const given = { from: 'X1-C', unit, members: ['B'], ...because, ...wrong };
    await expect(house.people.splitUnit(operator, given)).rejects.toMatchObject({ code });
    await expect(house.people.unitByCode('X1-D')).rejects.toMatchObject({ code: 'unit.unknown' });
    expect(await unitsOf('B')).toEqual(['X1-C']);
  });

  test.each(['A', 'X', 'B'])('is not for %s', async (who) => {
    const asked = house.people.splitUnit(await as(who), { from: 'X1-C', unit, members: ['B'], ...because });
    await expect(asked).rejects.toMatchObject({ code: 'may.not' });
  });
});

describe('dissolving', () => {
  test('is for units without people and without units below', async () => {
    for (const [code, refusal] of [
      ['X1-C', 'unit.has-members'],
      ['X1-B', 'unit.has-children'],
    ] as const) {
      await expect(house.people.dissolveUnit(operator, { unit: code, ...because })).rejects.toMatchObject({
        code: refusal,
      });
    }
    await house.people.rehangUnit(operator, { unit: 'X1-B-C', parent: 'X1', ...because });
    for (const who of ['C', 'X']) {
      await expect(
        house.people.dissolveUnit(await as(who), { unit: 'X1-B', ...because }),
      ).rejects.toMatchObject({
        code: 'may.not',
      });
    }
    expect(await house.people.dissolveUnit(await as('W'), { unit: 'X1-B', ...because })).toEqual({
      roles: 0,
    });
    expect((await codes()).map(([code]) => code)).toEqual(['T', 'X1', 'X1-B-C', 'X1-C', 'X2', 'X2-C']);
    expect(await house.people.unitHistory(await as('W'), 'X1-B')).toMatchObject([
      {
        kind: 'dissolved',
        unit: null,
        before: 'Đảng bộ xã Một',
        by: 'Lý Văn Vinh',
        on: '2026-11-20',
        reason: because.reason,
      },
    ]);
    await expect(house.people.dissolveUnit(operator, { unit: 'X1-B', ...because })).rejects.toMatchObject({
      code: 'unit.closed',
    });
  });
});

test('what would be touched is said beforehand, to those who may do it', async () => {
  await house.temporarily('E', 'X1-C', '2026-11-05', null);
  expect(await house.people.unitFigures(await as('W'), 'X1-C')).toEqual({
    members: 2,
    stays: 1,
    roles: 1,
    children: 0,
    notices: 0,
  });
  expect(await house.people.unitFigures(operator, 'X1')).toMatchObject({ members: 1, children: 2 });
  await expect(house.people.unitFigures(await as('A'), 'X1-C')).rejects.toMatchObject({ code: 'may.not' });
  await expect(house.people.unitHistory(await as('D'), 'X1-C')).rejects.toMatchObject({ code: 'may.not' });
});
