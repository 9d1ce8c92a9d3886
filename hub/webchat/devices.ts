import { randomBytes } from 'node:crypto';
import { batched } from '../platform/batched.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { isId, newId } from '../platform/ids.ts';
import type { Keys } from '../platform/keys.ts';

/** A browser that has a conversation open. */
export interface Device {
  id: string;
  address: string;
  /** What the browser says of itself, in a few words. */
  device: string;
  createdAt: Date;
  lastUsedAt: Date;
  /** From here on it shows nothing any more: it was ended, or its conversation speaks for nobody any more. */
  endedAt: Date | null;
}

/** A conversation on a device, and what opens it there: `token` is handed out once, only its fingerprint is kept. */
export interface OpenedDevice {
  address: string;
  token: string;
}

const usualLinkMinutes = 10;
const minuteMs = 60_000;
/** Use is noted this coarsely: it is for the list of devices, not for watching anybody. */
const notedEveryMs = 60 * minuteMs;

/** @param ended tells whoever shows these devices something to look */
export function devices({
  database,
  keys,
  clock,
  ended,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  ended: (deviceIds: readonly string[]) => Promise<void>;
}) {
  const newSecret = () => randomBytes(32).toString('base64url');
  const deviceHash = (token: string) => keys.fingerprint('web device', token);
  const linkHash = (token: string) => keys.fingerprint('web device link', token);

  /** A new conversation that is nobody's yet, open on this device. */
  async function open(device: string): Promise<OpenedDevice> {
    const address = randomBytes(15).toString('base64url');
    const token = newSecret();
    await database.transaction(async (sql) => {
      await sql.query('insert into web_chat (address, created_at) values ($1, $2)', [address, clock()]);
      await addDevice(sql, address, token, device);
    });
    return { address, token };
  }

  async function addDevice(sql: Sql, address: string, token: string, device: string): Promise<void> {
    await sql.query(insertDevice, [newId(), address, deviceHash(token), device, clock()]);
  }

  const find = batched(async (tokens: readonly string[]): Promise<(Device | null)[]> => {
    const hashes = tokens.map(deviceHash);
    const rows = await database.query<Device & { hash: Buffer }>(selectByHash, [hashes]);
    const now = clock();
    const stale = rows.filter(
      ({ endedAt, lastUsedAt }) => !endedAt && lastUsedAt.getTime() < now.getTime() - notedEveryMs,
    );
    if (stale.length > 0) await database.query(noteUse, [stale.map(({ id }) => id), now]);
    const byHash = new Map(rows.map(({ hash, ...device }) => [hash.toString('hex'), device]));
    return hashes.map((hash) => byHash.get(hash.toString('hex')) ?? null);
  });

  /** Whose token this is; also a device that was ended, so that it can be told. Null for an unknown one. */
  async function deviceOf(token: string): Promise<Device | null> {
    return await find(token);
  }

  /** Devices on which the conversation is open, the newest first. */
  async function devicesOf(address: string): Promise<Device[]> {
    return await database.query<Device>(selectDevices, [address]);
  }

  /**
   * The device shows nothing any more, at once. False where it is not one of this conversation. Links that were
   * not used yet go too: one may have been made on that very device.
   */
  async function endDevice(address: string, id: string): Promise<boolean> {
    if (!isId(id)) return false;
    const rows = await database.query<{ id: string }>(endOne, [address, id, clock()]);
    if (rows.length > 0) await database.query(dropLinks, [address]);
    await ended(rows.map((row) => row.id));
    return rows.length > 0;
  }

  /** Ends these conversations on all their devices. */
  async function retire(addresses: readonly string[]): Promise<void> {
    const rows = await database.query<{ id: string }>(endAll, [addresses, clock()]);
    await ended(rows.map((row) => row.id));
  }

  /** Which of these are still open. */
  async function openDevices(ids: readonly string[]): Promise<string[]> {
    const rows = await database.query<{ id: string }>(selectOpen, [ids]);
    return rows.map((row) => row.id);
  }

  /** What opens the conversation on a further device, once. */
  async function deviceLink(
    address: string,
    { minutes = usualLinkMinutes }: { minutes?: number } = {},
  ): Promise<{ token: string; expiresAt: Date }> {
    const token = newSecret();
    const expiresAt = new Date(clock().getTime() + minutes * minuteMs);
    await database.query(
      'insert into web_device_link (id, address, hash, expires_at) values ($1, $2, $3, $4)',
      [newId(), address, linkHash(token), expiresAt],
    );
    return { token, expiresAt };
  }

  /** Would {@link openLink} open something? Uses nothing up. */
  async function linkWorks(token: string): Promise<boolean> {
    return (await database.query(selectLink, [linkHash(token), clock()])).length > 0;
  }

  /** Uses the link up; null for a wrong, used or expired one. */
  async function openLink(token: string, device: string): Promise<OpenedDevice | null> {
    return await database.transaction(async (sql) => {
      const [link] = await sql.query<{ address: string }>(consumeLink, [linkHash(token), clock()]);
      if (!link) return null;
      const opened = newSecret();
      await addDevice(sql, link.address, opened, device);
      return { address: link.address, token: opened };
    });
  }

  return { open, deviceOf, devicesOf, endDevice, retire, openDevices, deviceLink, linkWorks, openLink };
}

const insertDevice = `
  insert into web_device (id, address, hash, device, created_at, last_used_at) values ($1, $2, $3, $4, $5, $5)`;

/**
 * When the conversation was taken from its member; null while it is somebody's, or nobody's yet. However that was
 * done, its devices are out: the next person on them must not read it, nor the last one what comes for the next.
 */
const unlinkedAt = `(
  select chat.changed_at from chat
  where chat.channel = 'web' and chat.address = web_device.address and chat.state = 'ended')`;

const deviceColumns = `
  id, address, device, created_at as "createdAt", last_used_at as "lastUsedAt",
  coalesce(ended_at, ${unlinkedAt}) as "endedAt"`;

const selectByHash = `select hash, ${deviceColumns} from web_device where hash = any($1::bytea[])`;

const noteUse = 'update web_device set last_used_at = $2 where id = any($1::uuid[])';

const selectDevices = `
  select ${deviceColumns} from web_device where address = $1 and ended_at is null order by created_at desc, id desc`;

const selectOpen = `
  select id from web_device where id = any($1::uuid[]) and ended_at is null and ${unlinkedAt} is null`;

const dropLinks = 'delete from web_device_link where address = $1 and used_at is null';

const endOne = `
  update web_device set ended_at = $3 where address = $1 and id = $2 and ended_at is null returning id`;

const endAll = `
  update web_device set ended_at = $2 where address = any($1::text[]) and ended_at is null returning id`;

const linkOpens = `
  hash = $1 and used_at is null and expires_at > $2
  and exists (select from web_chat where web_chat.address = web_device_link.address)
  and not exists (
    select from chat
    where chat.channel = 'web' and chat.address = web_device_link.address and chat.state = 'ended')`;

const selectLink = `select from web_device_link where ${linkOpens}`;

const consumeLink = `update web_device_link set used_at = $2 where ${linkOpens} returning address`;
