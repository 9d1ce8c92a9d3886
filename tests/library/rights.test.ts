import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browsing } from '../../hub/library/browsing.ts';
import { eyes } from '../../hub/library/eyes.ts';
import { people, type RoleName } from '../../hub/people/index.ts';
import { openAudit } from '../../hub/platform/audit.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { testDatabase } from '../support/database.ts';

const roleNames = ['secretary', 'deputy', 'committee', 'officer', 'admin'] as const;
const keepers: readonly RoleName[] = ['secretary', 'deputy', 'officer', 'admin'];
const clock = () => new Date('2036-03-02T02:00:00Z');

interface Tree {
  /** Of each unit but the first, by its place: an earlier one. */
  parents: number[];
  /** What a unit was merged into; null: it stands. */
  merged: (number | null)[];
}
interface Somebody {
  at: number[];
  roles: { role: RoleName; at: number }[];
  suspended: boolean;
}
interface Kept {
  unit: number;
  roles: RoleName[];
}

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => await database.close());

const units = 9;
const unit = fc.nat(units - 1);
const role = fc.constantFrom(...roleNames);
const tree: fc.Arbitrary<Tree> = fc.record({
  parents: fc.tuple(...Array.from({ length: units - 1 }, (_, place) => fc.nat(place))),
  merged: fc.array(fc.option(unit, { freq: 3 }), { minLength: units, maxLength: units }),
});
const somebody: fc.Arbitrary<Somebody> = fc.record({
  at: fc.uniqueArray(unit, { maxLength: 2 }),
  roles: fc.uniqueArray(fc.record({ role, at: unit }), {
    maxLength: 2,
    selector: ({ role, at }) => `${role}${at}`,
  }),
  suspended: fc.integer({ min: 0, max: 9 }).map((one) => one === 0),
});
const kept: fc.Arbitrary<Kept> = fc.record({ unit, roles: fc.uniqueArray(role, { maxLength: 2 }) });

test('who may read what is the same in the list, in memory and in words', async () => {
  const ofPeople = people({
    database,
    keys: keysFrom(Buffer.alloc(32, 7)),
    clock,
    audit: openAudit({ database, clock }),
  });
  const seen = eyes({ database, people: ofPeople, clock });
  const { browse } = browsing({ database, clock, eyes: seen });
  await fc.assert(
    fc.asyncProperty(
      tree.map(withoutCircles),
      fc.array(somebody, { minLength: 3, maxLength: 6 }),
      fc.array(kept, { minLength: 3, maxLength: 12 }),
      async (given, everybody, documents) => {
        const world = await build(given, everybody, documents);
        const keys = new Map<string, string>();
        for (const [index, person] of everybody.entries()) {
          const by = { memberId: world.members[index]!, via: 'api' as const };
          const wanted = documents.flatMap((document, place) =>
            mayRead(given, person, document) ? [world.documents[place]!.id] : [],
          );
          const listed: string[] = [];
          for (let page = 1, pages = 1; page <= pages; page += 1) {
            const browsed = await browse(by, { page });
            listed.push(...browsed.documents.map(({ id }) => id));
            pages = browsed.pages;
          }
          expect(listed.toSorted(), 'in the list').toEqual(wanted.toSorted());
          const reader = await seen.readerOf(by);
          const inMemory = world.documents.filter((document) => reader.mayRead(document));
          expect(inMemory.map(({ id }) => id).toSorted(), 'in memory').toEqual(wanted.toSorted());
          const same = wanted.toSorted().join();
          expect(keys.get(same) ?? reader.key).toBe(reader.key);
          for (const [other, key] of keys) expect(other === same).toBe(key === reader.key);
          keys.set(same, reader.key);
        }
        const all = await seen.readerOf({ memberId: null, via: 'command' });
        expect(world.documents.every((document) => all.mayRead(document))).toBe(true);
      },
    ),
    { numRuns: 25 },
  );
});

/** What a unit hangs under, what it was merged into, and all above those. */
function upward(given: Tree, from: number): Set<number> {
  return closure(from, (one) => [given.parents[one - 1], given.merged[one]]);
}

function become(given: Tree, from: number): Set<number> {
  return closure(from, (one) => [given.merged[one]]);
}

function closure(from: number, next: (one: number) => (number | null | undefined)[]): Set<number> {
  const found = new Set([from]);
  for (const one of found)
    for (const other of next(one)) if (other !== null && other !== undefined) found.add(other);
  return found;
}

function mayRead(given: Tree, { at, roles, suspended }: Somebody, { unit, roles: named }: Kept): boolean {
  if (suspended) return false;
  const held = roles.filter((one) => given.merged[one.at] === null);
  const above = upward(given, unit);
  const now = become(given, unit);
  const stands = (one: number) => [...upward(given, one)].some((other) => now.has(other));
  if (held.some((one) => keepers.includes(one.role) && above.has(one.at))) return true;
  if (named.length === 0) return at.some(stands);
  return held.some((one) => named.includes(one.role) && (above.has(one.at) || stands(one.at)));
}

/** Units are merged into later ones alone, and the last stands. */
function withoutCircles({ parents, merged }: Tree): Tree {
  return { parents, merged: merged.map((into, place) => (into !== null && into > place ? into : null)) };
}

async function build({ parents, merged }: Tree, everybody: readonly Somebody[], documents: readonly Kept[]) {
  const ids = Array.from({ length: units }, newId);
  const members = everybody.map(newId);
  const rows = documents.map(({ unit, roles }) => ({
    id: newId(),
    unitId: ids[unit]!,
    readers: { who: roles.length > 0 ? ('roles' as const) : ('members' as const), roles },
  }));
  await database.transaction(async (sql) => {
    for (const table of [
      'library_document',
      'role',
      'membership',
      'member_status',
      'member',
      'unit_succession',
      'unit',
    ])
      await sql.query(`delete from ${table}`);
    for (const [place, id] of ids.entries()) {
      await sql.query(
        `insert into unit (id, code, name, kind, parent_id, valid_to) values ($1, $2, $2, 'cell', $3, $4)`,
        [
          id,
          `U${place}`,
          place === 0 ? null : ids[parents[place - 1]!],
          merged[place] === null ? null : '2030-01-01',
        ],
      );
    }
    for (const [place, into] of merged.entries()) {
      if (into === null) continue;
      await sql.query(
        `insert into unit_succession (id, predecessor_id, successor_id, kind, on_day) values ($1, $2, $3, 'merge', '2030-01-01')`,
        [newId(), ids[place], ids[into]],
      );
    }
    for (const [index, { at, roles, suspended }] of everybody.entries()) {
      const id = members[index];
      await sql.query(
        `insert into member (id, code, full_name, created_at, updated_at) values ($1, $2, $2, now(), now())`,
        [id, `M${index}`],
      );
      for (const place of at)
        await sql.query(
          `insert into membership (id, member_id, unit_id, kind, from_on) values ($1, $2, $3, 'temporary', '2020-01-01')`,
          [newId(), id, ids[place]],
        );
      for (const { role, at: place } of roles)
        await sql.query(
          `insert into role (id, member_id, unit_id, role, from_on) values ($1, $2, $3, $4, '2020-01-01')`,
          [newId(), id, ids[place], role],
        );
      const status = suspended ? 'suspended' : 'official';
      await sql.query(
        `insert into member_status (id, member_id, status, from_on) values ($1, $2, $3, '2020-01-01')`,
        [newId(), id, status],
      );
    }
    for (const { id, unitId, readers } of rows)
      await sql.query(
        `insert into library_document (id, unit_id, readers, reader_roles, state, number, kind, issuer, title,
           says_expired, described, text, page_starts, passages, file_name, media_type, file_bytes, file_sha256, added_at, released_at, version)
         values ($1, $2, $3, $4, 'released', '', '', '', 'a', false, false, 'a', '{}', 1, 'a', 'a', 1, '', now(), now(), 1)`,
        [id, unitId, readers.who, readers.roles],
      );
  });
  return { members, documents: rows };
}
