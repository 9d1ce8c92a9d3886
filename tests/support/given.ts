import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase, type Database } from '../../hub/platform/database/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { done, type Installation } from './process.ts';

/** The address of the chat of member `n` of {@link givenMembers}. */
export const addressOf = (n: number): number => 1_000_000 + n;

/**
 * A province T with a commune X and cells C1, C2, …, forty members each (M00001 …), an officer O in T and a
 * secretary in each cell, by import; and a linked Telegram chat for every member but the officer.
 */
export async function givenMembers(house: Installation, count: number): Promise<void> {
  await importMembers(house, count);
  await withDatabase(house, (database) => linkEverybody(database));
}

/** The same people, whom nobody can reach yet. */
export async function importMembers(house: Installation, count: number): Promise<void> {
  const { dataDir, environment } = house;
  const cells = Math.ceil(count / 40);
  const units = ['code,name,kind,parent_code', 'T,Đảng bộ tỉnh T,province,', 'X,Đảng bộ xã X,commune,T'];
  for (let cell = 1; cell <= cells; cell += 1) units.push(`C${cell},Chi bộ số ${cell},cell,X`);
  const members = [
    'code,full_name,unit_code,role,status,phone,email,joined_on',
    'O,Trần Thị Hạnh,T,officer,official,,,',
  ];
  for (let n = 1; n <= count; n += 1) {
    const role = n % 40 === 1 ? 'secretary' : '';
    members.push(
      `M${String(n).padStart(5, '0')},Nguyễn Văn Số ${n},C${Math.ceil(n / 40)},${role},official,,,`,
    );
  }
  const [unitsFile, membersFile] = [join(dataDir, 'units.csv'), join(dataDir, 'members.csv')];
  writeFileSync(unitsFile, units.join('\n'));
  writeFileSync(membersFile, members.join('\n'));
  await done(environment, 'import', 'units', unitsFile);
  await done(environment, 'import', 'members', membersFile);
}

/** Linking by the real way takes three messages a person: for thousands the rows are written as it would. */
async function linkEverybody(database: Database): Promise<void> {
  const members = await database.query<{ id: string; code: string }>(
    `select id, code from member where code like 'M%'`,
  );
  await database.query(
    `insert into chat (id, channel, address, member_id, state, preference, linked_at, changed_at)
     select id, 'telegram', address, member_id, 'active', 0, now(), now()
     from unnest($1::uuid[], $2::text[], $3::uuid[]) as chat (id, address, member_id)`,
    [
      members.map(() => newId()),
      members.map(({ code }) => String(addressOf(Number(code.slice(1))))),
      members.map(({ id }) => id),
    ],
  );
}

/** The installation's database, beside a hub that may be running. */
export async function withDatabase<Result>(
  { environment, dataDir }: Installation,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const url = environment['DATABASE_URL'];
  const database = await openDatabase({ url: url ? new Secret(url) : undefined, dataDir, as: 'command' });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
