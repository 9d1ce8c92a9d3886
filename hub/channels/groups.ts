import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { isId, newId } from '../platform/ids.ts';
import type { Keys } from '../platform/keys.ts';
import { drawCode, readCode, shownCode } from '../platform/spoken-code.ts';
import type { ChannelName } from './channel.ts';

/**
 * beside: the group gets a notice too. instead: who is known to be in it gets it there alone. fallback: it gets what
 * somebody in it cannot be sent personally.
 */
export const groupModes = ['fallback', 'beside', 'instead'] as const;
export type GroupMode = (typeof groupModes)[number];

/** What became of a code that was said in a group. */
export type GroupLink =
  | { kind: 'linked'; groupId: string; unitId: string; createdBy: string }
  /** Said again in the group that it has linked: nothing changes. */
  | { kind: 'known' }
  /** It was a code once: too late, or it has linked another group. */
  | { kind: 'spent' }
  /** No code of ours. */
  | { kind: 'none' };

/** What a provider tells of its groups. */
export type GroupChange =
  | { kind: 'came' | 'left'; group: string; people: readonly string[]; name?: string }
  | { kind: 'ended'; group: string };

export type Groups = ReturnType<typeof openGroups>;

const codeValidMs = 30 * 60_000;
const dayMs = 86_400_000;

/** Groups, who is known to be in them, and to which unit they belong. Whoever calls has asked for the right. */
export function openGroups({ database, keys, clock }: { database: Database; keys: Keys; clock: Clock }) {
  /** For one group, within half an hour: whoever is in it says it there. The code is shown once. */
  async function makeCode(
    { channel, unitId, by }: { channel: ChannelName; unitId: string; by: string },
    sql: Sql = database,
  ): Promise<{ code: string; expiresAt: Date }> {
    const now = clock();
    const expiresAt = new Date(now.getTime() + codeValidMs);
    await sql.query('delete from group_code where expires_at < $1', [new Date(now.getTime() - codeValidMs)]);
    const code = drawCode();
    const hash = keys.fingerprint('group', code);
    await sql.query(insertCode, [hash, channel, unitId, by, expiresAt]);
    return { code: shownCode(code), expiresAt };
  }

  /** The group belongs to the code's unit from here on, whichever it belonged to before; its mode stays. */
  async function link(
    { channel, address, text }: { channel: ChannelName; address: string; text: string },
    sql: Sql,
  ): Promise<GroupLink> {
    const code = readCode(text);
    if (!code) return { kind: 'none' };
    const hash = keys.fingerprint('group', code);
    const now = clock();
    const [used] = await sql.query<{ unitId: string; createdBy: string }>(useCode, [hash, channel, now]);
    if (used) {
      const values = [newId(), channel, address, used.unitId, now, used.createdBy];
      const [group] = await sql.query<{ id: string }>(linkGroup, values);
      return { kind: 'linked', groupId: group!.id, ...used };
    }
    const [spent] = await sql.query<{ here: boolean }>(spentCode, [hash, channel, address]);
    if (!spent) return { kind: 'none' };
    return { kind: spent.here ? 'known' : 'spent' };
  }

  /** What the provider says of a group, also of one that belongs to no unit yet: who is in it will count once it does. */
  async function change(channel: ChannelName, given: GroupChange): Promise<void> {
    const { group: address } = given;
    if (given.kind === 'came') {
      const { people, name = '' } = given;
      await database.query(cameIn, [newId(), channel, address, people, clock(), name]);
    }
    if (given.kind === 'left') await database.query(leftIt, [channel, address, given.people]);
    if (given.kind === 'ended') await endGroup(database, { channel, address, at: clock() });
  }

  /** Somebody wrote in a group: where we know it, the person is in it. */
  async function heard(channel: ChannelName, address: string, person: string): Promise<void> {
    await database.query(heardIn, [channel, address, person, clock()]);
  }

  /** A group that belongs to a unit; null where there is none by this id. */
  async function byId(id: string): Promise<{ name: string; unitId: string } | null> {
    if (!isId(id)) return null;
    const [group] = await database.query<{ name: string; unitId: string }>(
      `select name, unit_id as "unitId" from chat_group
       where id = $1 and unit_id is not null and ended_at is null`,
      [id],
    );
    return group ?? null;
  }

  async function setMode(id: string, mode: GroupMode, sql: Sql = database): Promise<void> {
    await sql.query('update chat_group set mode = $2 where id = $1', [id, mode]);
  }

  /** It belongs to no unit any more, and nothing is kept of who is in it; a new code links it again. */
  async function unlink(id: string, sql: Sql = database): Promise<void> {
    await sql.query('delete from chat_group where id = $1', [id]);
  }

  /** Of a group that ended more than a day ago nothing is kept, nor of who was in it; whoever waited for it went on. */
  async function forgetEnded(): Promise<void> {
    await database.query('delete from chat_group where ended_at < $1', [new Date(clock().getTime() - dayMs)]);
  }

  return { forgetEnded, makeCode, link, change, heard, byId, setMode, unlink };
}

/** The provider says that the group is no more, or that we are not in it: nothing is posted there any more. */
export async function endGroup(
  sql: Sql,
  { channel, address, at }: { channel: ChannelName; address: string; at: Date },
): Promise<void> {
  await sql.query(
    'update chat_group set ended_at = $3 where channel = $1 and address = $2 and ended_at is null',
    [channel, address, at],
  );
}

/** The provider gave the group another address. */
export async function moveGroup(
  sql: Sql,
  { channel, from, to }: { channel: ChannelName; from: string; to: string },
): Promise<void> {
  await sql.query(
    `update chat_group set address = $3 where channel = $1 and address = $2
       and not exists (select from chat_group taken where taken.channel = $1 and taken.address = $3)`,
    [channel, from, to],
  );
}

const insertCode = `
  insert into group_code (hash, channel, unit_id, created_by, expires_at) values ($1, $2, $3, $4, $5)`;

/** Of two who say it at once in two groups the second waits, and finds it used. */
const useCode = `
  update group_code set used_at = $3 where hash = $1 and channel = $2 and used_at is null and expires_at > $3
  returning unit_id as "unitId", created_by as "createdBy"`;

const linkGroup = `
  insert into chat_group (id, channel, address, unit_id, linked_at, linked_by) values ($1, $2, $3, $4, $5, $6)
  on conflict (channel, address) do update set unit_id = excluded.unit_id, linked_at = excluded.linked_at,
    linked_by = excluded.linked_by, ended_at = null
  returning id`;

/** Said again a moment later, in the group that it has linked. */
const spentCode = `
  select exists (
    select from chat_group linked where linked.channel = $2 and linked.address = $3
      and linked.unit_id = group_code.unit_id and linked.linked_at = group_code.used_at) as here
  from group_code where hash = $1 and channel = $2`;

// Known to be in it since the first time: what was posted before that did not reach them.
const cameIn = `
  with known as (
    insert into chat_group as known (id, channel, address, name) values ($1, $2, $3, $6)
    on conflict (channel, address) do update
      set ended_at = null, name = coalesce(nullif(excluded.name, ''), known.name)
    returning id
  )
  insert into chat_group_person (group_id, address, seen_at)
  select distinct id, person, $5::timestamptz from known cross join unnest($4::text[]) as person
  on conflict do nothing`;

const leftIt = `
  delete from chat_group_person using chat_group
  where chat_group.id = group_id and chat_group.channel = $1 and chat_group.address = $2
    and chat_group_person.address = any ($3::text[])`;

const heardIn = `
  insert into chat_group_person (group_id, address, seen_at)
  select id, $3, $4 from chat_group where channel = $1 and address = $2 and ended_at is null
  on conflict do nothing`;

interface Addresses {
  addresses: readonly { channel: ChannelName; address: string }[];
}

/** In which groups a person is known to be. */
export const groupData = {
  async tell(sql: Sql, { addresses }: Addresses): Promise<Record<string, unknown>> {
    const rows = await sql.query(
      `select g.channel, g.name, p.seen_at as "knownSince" ${ofPerson} order by p.seen_at`,
      [addresses.map(({ channel }) => channel), addresses.map(({ address }) => address)],
    );
    return { groups: rows };
  },

  async erase(sql: Sql, { addresses }: Addresses): Promise<Record<string, number>> {
    const rows = await sql.query(
      `delete from chat_group_person where (group_id, address) in (select p.group_id, p.address ${ofPerson}) returning 1`,
      [addresses.map(({ channel }) => channel), addresses.map(({ address }) => address)],
    );
    return { groups: rows.length };
  },
};

const ofPerson = `
  from unnest($1::channel[], $2::text[]) as mine (channel, address)
  join chat_group g on g.channel = mine.channel
  join chat_group_person p on p.group_id = g.id and p.address = mine.address`;
