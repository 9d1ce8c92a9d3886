import type { Actor } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { calendarDay } from '../days.ts';
import { gone, hasStatus, inForce } from '../in-force.ts';
import type { Action } from '../may.ts';
import { clean, foldName } from '../text.ts';
import type { Unit } from '../units/units.ts';

export interface Found {
  code: string;
  fullName: string;
  unitCode: string | null;
  /** Name of the unit: where at home, else where temporarily, else where last. */
  unit: string | null;
  /** Left the Party, or belongs nowhere any more. */
  former: boolean;
}

export interface Search {
  /**
   * Words of a name in any order, each at least begun, with or without accents; or the beginning of a code that
   * has a digit in it.
   */
  text: string;
  /** Code of a unit: only in it and below. */
  unit?: string | undefined;
  limit?: number | undefined;
}

const most = 200;

export function searching({
  database,
  clock,
  unitByCode,
  requireMay,
  reach,
}: {
  database: Database;
  clock: Clock;
  unitByCode: (code: string) => Promise<Unit>;
  requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
  reach: (memberId: string, action: Action) => Promise<string[]>;
}) {
  /**
   * Members by name or code among those the actor may read about, by name; former ones too.
   *
   * @throws {UnknownUnit | MayNot} of the unit asked for
   */
  async function search(by: Actor, { text, unit: unitCode, limit = 50 }: Search): Promise<Found[]> {
    const words = foldName(text).split(' ').filter(Boolean);
    const tops = await topsFor(by, unitCode);
    if (words.length === 0 || tops?.length === 0) return [];
    const code = /\d/.test(text) ? `${literal(clean(text).toUpperCase())}%` : null;
    const names = words.map((word) => `% ${literal(word)}%`);
    const values = [names, code, tops, calendarDay(clock()), Math.min(limit, most)];
    return await database.query<Found>(tops ? findWithin : findAnywhere, values);
  }

  /** Ids of the units under which to look; null: everywhere. */
  async function topsFor(by: Actor, unitCode: string | undefined): Promise<string[] | null> {
    if (unitCode !== undefined) {
      const { id } = await unitByCode(unitCode);
      await requireMay(by, 'member.read', id);
      return [id];
    }
    if (by.memberId === null) return null;
    const held = await reach(by.memberId, 'member.read');
    const outside = await database.query(selectRootsOutside, [held]);
    return outside.length === 0 ? null : held;
  }

  return { search };
}

function literal(text: string): string {
  return text.replaceAll(/[\\%_]/g, String.raw`\$&`);
}

// Also through units that do not stand any more: who was last there is still found.
const within = `
  with recursive within (id) as (
    select unnest($3::uuid[]) union select u.id from unit u join within w on u.parent_id = w.id
  )`;

const lastFirst = (alias: string) =>
  `${inForce(alias, '$4::date')} desc, ${alias}.kind, ${alias}.from_on desc, ${alias}.unit_id`;

/** The membership that tells where a member is kept, and whether it holds today. */
const place = (memberId: string) => `
  select kept.unit_id, ${inForce('kept', '$4::date')} as present from membership kept
  where kept.member_id = ${memberId} order by ${lastFirst('kept')} limit 1`;

const matches = `
  m.erased_at is null and ((' ' || m.folded_name) like all ($1::text[]) or ($2::text is not null and upper(m.code) like $2))`;

function find(members: string, condition: string): string {
  return `
  select f.code, f.full_name as "fullName", u.code as "unitCode", u.name as unit,
    not coalesce(p.present, false) or ${hasStatus(gone, 'f.id', '$4::date')} as former
  from (select m.id, m.code, m.full_name, m.folded_name from ${members} where ${matches} and ${condition}
    order by m.folded_name, m.code limit $5) f
  left join lateral (${place('f.id')}) p on true left join unit u on u.id = p.unit_id
  order by f.folded_name, f.code`;
}

const findAnywhere = find('member m', '$3::uuid[] is null');

// As Charge.memberToRead has it: whoever has a unit of today among these, else whose last unit is. Joined as sets:
// asked of one member after the other it took half a second for a common name.
const findWithin = `
  ${within}, touched as materialized (
    select h.member_id, bool_or(${inForce('h', '$4::date')}) as here
    from membership h join within w on w.id = h.unit_id group by h.member_id
  )
  ${find(
    'touched t join member m on m.id = t.member_id',
    `(t.here or exists (select from (${place('m.id')}) p
      where not p.present and p.unit_id in (select id from within)))`,
  )}`;

const selectRootsOutside = 'select from unit where parent_id is null and id <> all ($1::uuid[]) limit 1';
