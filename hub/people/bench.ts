import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAudit, type Actor } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import { applyMigrations, openDatabase, type Database, type Sql } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';
import { keysFrom } from '../platform/keys.ts';
import { inBatches } from './bulk.ts';
import { people as openPeople, type People } from './people.ts';
import { foldName } from './text.ts';

/** How long a search takes among so many members, asked by an officer at the top and by one of a commune. */
export interface SearchBench {
  members: number;
  p50Ms: number;
  p95Ms: number;
  database: 'embedded' | 'server';
}

const cellSize = 30;
const cellsPerCommune = 40;
const rounds = 25;

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Lò', 'Vàng', 'Quàng', 'Đặng', 'Bùi', 'Đỗ', 'Hà'];
const middles = ['Văn', 'Thị', 'Đức', 'Minh', 'Ngọc', 'Thanh', 'Hữu', 'Thùy', 'A', 'Quốc', 'Kim'];
const givens =
  'An Ánh Bình Cường Chiến Dũng Đào Én Giang Hạnh Hòa Hùng Hương Khánh Lan Linh Mai Nam Nga Phúc Quang Sơn Tâm Thảo Thủy Tuấn Uyên Việt Xuân Yến'.split(
    ' ',
  );

/** What people type: a whole name, its words in another order, half a word, a very common word, a code, nobody. */
const asked = [
  'nguyen van an',
  'Đào Thị Lò',
  'thuy dang',
  'Nguyễn',
  'hanh quang',
  'ng th l',
  'DV0001',
  'khong co ai ten nay',
  'ha',
  'Vàng A Sơn',
];

/** Measures in an embedded database of its own, in a directory that is thrown away: nothing that lives is touched. */
export async function benchPeople(members: number, clock: Clock): Promise<SearchBench> {
  const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-bench-'));
  const database = await openDatabase({ url: undefined, dataDir, as: 'hub' });
  try {
    await applyMigrations(database);
    const audit = openAudit({ database, clock });
    const people = openPeople({ database, keys: keysFrom(randomBytes(32)), clock, audit });
    return await benchSearch({ database, people }, members);
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * Fills an empty database with invented members, and measures. The database must be one made for this and thrown
 * away after.
 *
 * @param random between 0 and 1, for the names
 */
export async function benchSearch(
  { database, people }: { database: Database; people: Pick<People, 'search'> },
  members: number,
  random: () => number = Math.random,
): Promise<SearchBench> {
  const officers = await database.transaction((sql) => fill(sql, members, random), 10 * 60_000);
  await database.query('analyze member, membership, unit, role, member_status');
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const text of asked) {
      for (const officer of officers) {
        const started = performance.now();
        await people.search(officer, { text });
        times.push(performance.now() - started);
      }
    }
  }
  // The first round reads the tables into memory.
  const warm = times.slice(asked.length * officers.length).toSorted((a, b) => a - b);
  const at = (share: number) => Math.round((warm[Math.floor(warm.length * share)] ?? 0) * 10) / 10;
  return {
    members,
    p50Ms: at(0.5),
    p95Ms: at(0.95),
    database: database.embedded ? 'embedded' : 'server',
  };
}

async function fill(sql: Sql, members: number, random: () => number): Promise<Actor[]> {
  const province = { id: newId(), code: 'T', name: 'Đảng bộ tỉnh', kind: 'province', parent_id: null };
  const cells = Math.ceil(members / cellSize);
  const communes = Array.from({ length: Math.ceil(cells / cellsPerCommune) }, (_, n) => ({
    id: newId(),
    code: `X${n}`,
    name: `Đảng bộ xã số ${n}`,
    kind: 'commune',
    parent_id: province.id,
  }));
  const cellRows = Array.from({ length: cells }, (_, n) => ({
    id: newId(),
    code: `C${n}`,
    name: `Chi bộ số ${n}`,
    kind: 'cell',
    parent_id: communes[Math.floor(n / cellsPerCommune)]!.id,
  }));
  await inBatches(sql, insertUnits, [province, ...communes, ...cellRows]);

  const pick = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? '';
  const rows = Array.from({ length: members }, (_, n) => {
    const name = `${pick(families)} ${pick(middles)} ${pick(givens)}`;
    return {
      id: newId(),
      code: `DV${String(n).padStart(6, '0')}`,
      name,
      folded: foldName(name),
      unit_id: cellRows[Math.floor(n / cellSize)]!.id,
      membership_id: newId(),
      status_id: newId(),
    };
  });
  for (const text of [insertMembers, insertHomes, insertStatuses]) await inBatches(sql, text, rows);
  const officers = [
    { member_id: rows.at(0)!.id, unit_id: province.id },
    { member_id: rows.at(-1)!.id, unit_id: communes[0]!.id },
  ];
  await inBatches(
    sql,
    insertOfficers,
    officers.map((officer) => ({ id: newId(), ...officer })),
  );
  return officers.map(({ member_id: memberId }) => ({ memberId, via: 'command' }));
}

const insertUnits = `
  insert into unit (id, code, name, kind, parent_id) select * from jsonb_to_recordset($1::jsonb)
    as line (id uuid, code text, name text, kind unit_kind, parent_id uuid)`;

const line = `jsonb_to_recordset($1::jsonb) as line
  (id uuid, code text, name text, folded text, unit_id uuid, membership_id uuid, status_id uuid)`;

const insertMembers = `
  insert into member (id, code, full_name, folded_name, created_at, updated_at)
  select id, code, name, folded, now(), now() from ${line}`;

const insertHomes = `
  insert into membership (id, member_id, unit_id, kind, from_on)
  select membership_id, id, unit_id, 'home', '2020-01-01' from ${line}`;

const insertStatuses = `
  insert into member_status (id, member_id, status, from_on)
  select status_id, id, 'official', '2020-01-01' from ${line}`;

const insertOfficers = `
  insert into role (id, member_id, unit_id, role, from_on) select id, member_id, unit_id, 'officer', '2020-01-01'
  from jsonb_to_recordset($1::jsonb) as line (id uuid, member_id uuid, unit_id uuid)`;
