import type { Database } from '../platform/database/index.ts';

/** Everybody belongs to a cell of this unit; its province's officer has the code `O`. */
export const benchUnit = 'X';
export const benchOfficer = 'O';
/** The address of the first recipient on Telegram; the others follow. */
export const firstAddress = 1_000_000;

const cellSize = 40;

const units = `
  with province as (
    insert into unit (id, code, name, kind) values (gen_random_uuid(), 'T', 'Đảng bộ tỉnh', 'province') returning id
  ), commune as (
    insert into unit (id, code, name, kind, parent_id)
    select gen_random_uuid(), '${benchUnit}', 'Đảng bộ xã', 'commune', id from province returning id
  )
  insert into unit (id, code, name, kind, parent_id)
  select gen_random_uuid(), 'C' || n, 'Chi bộ số ' || n, 'cell', commune.id
  from commune, generate_series(1, $1::int) n`;

/** Ids as an import makes them: in the order of time, 20 a millisecond. */
const members = `
  insert into member (id, code, full_name, folded_name, created_at, updated_at)
  select (substr(hex, 1, 8) || '-' || substr(hex, 9, 4) || '-7' || substr(tail, 1, 3) || '-8' || substr(tail, 4, 3)
      || '-' || substr(tail, 7, 12))::uuid,
    'M' || n, 'Nguyễn Văn Số ' || n, 'nguyen van so ' || n, now(), now()
  from generate_series(1, $1::int) n,
    lateral (select lpad(to_hex(1760000000000 + n / 20), 12, '0') as hex, md5(n::text) as tail) made`;

const homes = `
  insert into membership (id, member_id, unit_id, kind, from_on)
  select gen_random_uuid(), member.id, unit.id, 'home', '2020-01-01'
  from member join unit on unit.code = 'C' || (1 + (substr(member.code, 2)::int - 1) / ${cellSize})`;

const statuses = `
  insert into member_status (id, member_id, status, from_on)
  select gen_random_uuid(), id, 'official', '2020-01-01' from member`;

const chats = `
  insert into chat (id, channel, address, member_id, state, preference, linked_at, changed_at)
  select gen_random_uuid(), 'telegram', (${firstAddress} - 1 + substr(code, 2)::int)::text, id, 'active', 0, now(), now()
  from member order by id`;

const officer = `
  with added as (
    insert into member (id, code, full_name, created_at, updated_at)
    values (gen_random_uuid(), '${benchOfficer}', 'Trần Thị Hạnh', now(), now()) returning id)
  insert into role (id, member_id, unit_id, role, from_on)
  select gen_random_uuid(), added.id, unit.id, 'officer', '2020-01-01' from added, unit where unit.code = 'T'`;

/** Fills an empty installation with so many members of one commune, each with a chat on Telegram. */
export async function giveRecipients(database: Database, count: number): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query(units, [Math.ceil(count / cellSize)]);
    await sql.query(members, [count]);
    await sql.query(homes);
    await sql.query(statuses);
    await sql.query(chats);
    await sql.query(officer);
  }, 10 * 60_000);
  await database.query('analyze member, membership, unit, role, member_status, chat');
}
