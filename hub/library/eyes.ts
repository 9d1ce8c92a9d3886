import { createHash } from 'node:crypto';
import { calendarDay, countsToday, inForce, oneUp, unitStands, type People } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Reader, Readers } from './port.ts';

/**
 * A common table `upward (unit_id, id)` of some units, each with itself and all that is above it.
 *
 * @param units a query with one column `unit_id`
 * @param name of the table, where a query needs two
 */
export const unitsUpward = (units: string, name = 'upward') => `
  ${name} (unit_id, id, parent_id) as (
    select given.unit_id, u.id, u.parent_id from (${units}) given join unit u on u.id = given.unit_id
    union
    select w.unit_id, u.id, u.parent_id
    from ${name} w cross join ${oneUp('w.id', 'w.parent_id')} join unit u on u.id = up.id
  )`;

/**
 * How a query begins that looks at documents with somebody's eyes: a common table `eyes` with a row for each unit that
 * has documents. `$1` is the member, null for the operator; `$2` the day; `$3` the units over which the member keeps
 * documents, as `people.reach` tells them.
 *
 * What belongs to a merged unit belongs to what took its place. Who is suspended or gone has no eyes.
 */
export const withEyes = `
  with recursive held as (
    select r.role, r.unit_id from role r join unit u on u.id = r.unit_id
    where r.member_id = $1::uuid and ${inForce('r', '$2::date')} and ${unitStands('u', '$2::date')}
      and ${countsToday('$1::uuid', '$2::date')}
  ),
  standing (role, id, parent_id) as (
    select null::role_name, u.id, u.parent_id from membership m join unit u on u.id = m.unit_id
    where m.member_id = $1::uuid and ${inForce('m', '$2::date')} and ${countsToday('$1::uuid', '$2::date')}
    union
    select h.role, u.id, u.parent_id from held h join unit u on u.id = h.unit_id
    union
    select s.role, u.id, u.parent_id
    from standing s cross join ${oneUp('s.id', 's.parent_id')} join unit u on u.id = up.id
  ),
  kept as (select distinct unit_id from library_document where state <> 'removed'),
  become (unit_id, id) as (
    select unit_id, unit_id from kept
    union
    select b.unit_id, s.successor_id from become b
    join unit_succession s on s.predecessor_id = b.id and s.kind = 'merge'
  ),
  ${unitsUpward('select unit_id from kept')},
  eyes as (
    select k.unit_id,
      exists (select from upward w where w.unit_id = k.unit_id and w.id = any ($3::uuid[])) as keeps,
      exists (select from become b join standing s on s.id = b.id
        where b.unit_id = k.unit_id and s.role is null) as belongs,
      array(
        select s.role from become b join standing s on s.id = b.id
          where b.unit_id = k.unit_id and s.role is not null
        union
        select h.role from upward w join held h on h.unit_id = w.id where w.unit_id = k.unit_id
      ) as roles
    from kept k
  )`;

/** The document of alias `d` may be kept by whose eyes these are. */
export const mayKeep = `
  ($1::uuid is null or exists (select from eyes e where e.unit_id = d.unit_id and e.keeps))`;

/** The released document of alias `d` may be read; a draft is for who keeps it. */
export const mayRead = `
  (case d.state
    when 'draft' then ${mayKeep}
    when 'released' then $1::uuid is null or exists (
      select from eyes e where e.unit_id = d.unit_id and (e.keeps
        or (d.readers = 'members' and e.belongs)
        or (d.readers = 'roles' and d.reader_roles && e.roles)))
    else false end)`;

/** Who reads what, asked of the database as things stand now. */
export function eyes({ database, people, clock }: { database: Database; people: People; clock: Clock }) {
  /** The first three values of a query that begins with {@link withEyes}. */
  async function of({ memberId }: Actor): Promise<[string | null, string, string[]]> {
    const keeps = memberId === null ? [] : await people.reach(memberId, 'library.keep');
    return [memberId, calendarDay(clock()), keeps];
  }

  /**
   * What somebody may read right now. Documents that one circle of readers has are told apart by that circle alone, so
   * that this is one query, however many there are.
   */
  async function readerOf(by: Actor): Promise<Reader> {
    if (by.memberId === null) return { key: 'everything', mayRead: () => true };
    const rows = await database.query<{ unitId: string; who: Readers['who']; roles: Readers['roles'] }>(
      readableCircles,
      await of(by),
    );
    const circles = new Set(
      rows.map(({ unitId, who, roles }) => circleOf({ unitId, readers: { who, roles } })),
    );
    const key = createHash('sha256')
      .update([...circles].toSorted().join('\n'))
      .digest('base64url');
    return { key, mayRead: (document) => circles.has(circleOf(document)) };
  }

  return { of, readerOf };
}

export type Eyes = ReturnType<typeof eyes>;

function circleOf({ unitId, readers }: { unitId: string; readers: Readers }): string {
  return readers.who === 'members' ? unitId : `${unitId} ${[...readers.roles].toSorted().join(' ')}`;
}

const readableCircles = `
  ${withEyes}
  select distinct d.unit_id as "unitId", d.readers as who, d.reader_roles::text[] as roles
  from library_document d where d.state = 'released' and ${mayRead}`;
