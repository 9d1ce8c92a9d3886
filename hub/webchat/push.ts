import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { isId } from '../platform/ids.ts';
import type { Keys } from '../platform/keys.ts';
import type { Language } from '../platform/locales.ts';

/** What a browser hands out so that it can be woken: whoever has it can, so it is kept sealed. */
export interface PushSubscription {
  /** Where its push service takes messages for it. */
  endpoint: string;
  /** The browser's public key and its secret, base64url: only the browser can read what it is told. */
  keys: { p256dh: string; auth: string };
}

/** How the browser wants to be told. */
export interface PushWishes {
  /** The page that a tap on the alert opens. */
  opens: '/chat' | '/console';
  /** Is the title of a notice shown on the lock screen? */
  showsTitle: boolean;
}

/** A browser that may be woken now. */
export interface Wakeable extends PushSubscription, PushWishes {
  id: string;
  /** The member's. */
  language: Language;
}

/** A browser that is woken, as its owner sees it. */
export interface WokenBrowser {
  /** The id of the web chat's device, or of the console's session, on which alerts were switched on. */
  id: string;
  /** Such as `Chrome · Android`. */
  device: string;
  createdAt: Date;
}

/** Browsers of one conversation: more than anybody has in use. The one heard of longest ago makes room. */
const mostBrowsers = 10;

export type PushSubscriptions = ReturnType<typeof pushSubscriptions>;

/**
 * Which browsers are woken for a conversation. Each goes under the id of the device or session on which it was
 * switched on, and with it: what is ended there, or signed out, wakes nobody any more.
 */
export function pushSubscriptions({
  database,
  keys,
  clock,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
}) {
  const hashOf = (endpoint: string) => keys.fingerprint('push endpoint', endpoint);
  const seal = (id: string, { endpoint, keys: own, opens, showsTitle }: PushSubscription & PushWishes) =>
    keys.seal('push subscription', id, JSON.stringify({ endpoint, keys: own, opens, showsTitle }));
  const open = (id: string, sealed: Buffer) =>
    JSON.parse(keys.open('push subscription', id, sealed)) as PushSubscription & PushWishes;

  /** Keeps what the browser said last; a browser belongs to one conversation. */
  async function keep(
    { id, address, device }: { id: string; address: string; device: string },
    subscription: PushSubscription & PushWishes,
  ): Promise<void> {
    const hash = hashOf(subscription.endpoint);
    await database.transaction(async (sql) => {
      await sql.query('select from web_chat where address = $1 for no key update', [address]);
      await sql.query('delete from push_subscription where endpoint_hash = $1 and id <> $2', [hash, id]);
      await sql.query(keepOne, [id, address, hash, seal(id, subscription), device, clock()]);
      await sql.query(dropBeyond, [address, mostBrowsers]);
    });
  }

  /** The browser's push service gave it another address. False where the old one is not known. */
  async function replace(oldEndpoint: string, fresh: PushSubscription): Promise<boolean> {
    return await database.transaction(async (sql) => {
      const [row] = await sql.query<{ id: string; sealed: Buffer }>(
        'select id, sealed from push_subscription where endpoint_hash = $1 for update',
        [hashOf(oldEndpoint)],
      );
      if (!row) return false;
      const { opens, showsTitle } = open(row.id, row.sealed);
      const hash = hashOf(fresh.endpoint);
      await sql.query('delete from push_subscription where endpoint_hash = $1 and id <> $2', [hash, row.id]);
      await sql.query(
        'update push_subscription set endpoint_hash = $2, sealed = $3, last_used_at = $4 where id = $1',
        [row.id, hash, seal(row.id, { ...fresh, opens, showsTitle }), clock()],
      );
      return true;
    });
  }

  /** What is kept of one browser that is woken; null where it is not. */
  async function find(id: string, address: string): Promise<(PushSubscription & PushWishes) | null> {
    if (!isId(id)) return null;
    const [row] = await database.query<{ sealed: Buffer }>(
      `select sealed from push_subscription p where p.id = $1 and p.address = $2 and ${isLive}`,
      [id, address],
    );
    return row ? open(id, row.sealed) : null;
  }

  /** The newest first. */
  async function browsersOf(address: string): Promise<WokenBrowser[]> {
    return await database.query<WokenBrowser>(selectBrowsers, [address]);
  }

  /** Whom to wake for what comes into the conversation; nobody where it speaks for nobody, or is stopped. */
  async function toWake(address: string): Promise<Wakeable[]> {
    const rows = await database.query<{ id: string; sealed: Buffer; language: Language }>(selectToWake, [
      address,
    ]);
    return rows.map(({ id, sealed, language }) => ({ id, language, ...open(id, sealed) }));
  }

  /** Forgets these browsers. True where some other is still woken for the conversation. */
  async function drop(address: string, ids: readonly string[]): Promise<boolean> {
    await database.query('delete from push_subscription where address = $1 and id = any ($2::uuid[])', [
      address,
      ids,
    ]);
    return (await browsersOf(address)).length > 0;
  }

  return { keep, replace, find, browsersOf, toWake, drop };
}

/** Those of conversations that are gone, and of browsers that were signed out or ended, wake nobody: they go. */
export async function sweepPush(sql: Sql): Promise<void> {
  await sql.query(`delete from push_subscription p where not ${isLive}`);
}

/** The conversation is still open in this browser, and devices are woken for it. */
const isLive = `(
  exists (
    select from chat push join chat web on web.address = push.address and web.member_id = push.member_id
    where push.channel = 'push' and push.address = p.address and push.state <> 'ended'
      and web.channel = 'web' and web.state <> 'ended')
  and not exists (select from web_device where web_device.id = p.id and web_device.ended_at is not null)
  and not exists (select from console_session s where s.id = p.id and s.ended_at is not null))`;

const keepOne = `
  insert into push_subscription (id, address, endpoint_hash, sealed, device, created_at, last_used_at)
  values ($1, $2, $3, $4, $5, $6, $6)
  on conflict (id) do update set address = excluded.address, endpoint_hash = excluded.endpoint_hash,
    sealed = excluded.sealed, device = excluded.device, last_used_at = excluded.last_used_at`;

const dropBeyond = `
  delete from push_subscription where id in (
    select id from push_subscription where address = $1 order by last_used_at desc, id desc offset $2)`;

const selectBrowsers = `
  select p.id, p.device, p.created_at as "createdAt" from push_subscription p
  where p.address = $1 and ${isLive} order by p.created_at desc, p.id desc`;

const selectToWake = `
  select p.id, p.sealed, member.language from push_subscription p
  join chat web on web.channel = 'web' and web.address = p.address and web.state = 'active'
  join member on member.id = web.member_id
  where p.address = $1 and ${isLive} order by p.id`;
