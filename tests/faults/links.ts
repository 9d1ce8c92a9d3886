import { randomBytes } from 'node:crypto';
import { newVapidKeys, vapidOf } from '../../bots/push/index.ts';
import type { StandInBrowser } from '../../bots/push/stand-in/index.ts';
import type { ChannelName } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { keptSecret } from '../../hub/platform/kept-secrets.ts';
import type { Keys } from '../../hub/platform/keys.ts';
import type { LinkedMember } from './channel.ts';

/** Linking by the real way takes several messages a person: for thousands the rows are written as it would. */
export async function linkChats(
  database: Database,
  channel: ChannelName,
  members: readonly LinkedMember[],
  { addresses, preference = 0 }: { addresses: readonly string[]; preference?: number },
): Promise<void> {
  await database.query(
    `insert into chat (id, channel, address, member_id, state, preference, linked_at, changed_at, heard_at)
     select id, $1, address, member_id, 'active', $2, now(), now(), now()
     from unnest($3::uuid[], $4::text[], $5::uuid[]) as given (id, address, member_id)`,
    [channel, preference, members.map(() => newId()), addresses, members.map(({ id }) => id)],
  );
}

/** A web chat for each, open on one device. Returns the devices in the order of the members. */
export async function linkWebChats(
  database: Database,
  members: readonly LinkedMember[],
  preference = 0,
): Promise<{ id: string; address: string }[]> {
  const devices = members.map(() => ({ id: newId(), address: randomBytes(15).toString('base64url') }));
  const addresses = devices.map(({ address }) => address);
  await database.query(
    'insert into web_chat (address, created_at) select address, now() from unnest($1::text[]) as address',
    [addresses],
  );
  await database.query(
    `insert into web_device (id, address, hash, device, created_at, last_used_at)
     select id, address, hash, 'Chrome · Android', now(), now()
     from unnest($1::uuid[], $2::text[], $3::bytea[]) as given (id, address, hash)`,
    [devices.map(({ id }) => id), addresses, devices.map(() => randomBytes(32))],
  );
  await linkChats(database, 'web', members, { addresses, preference });
  return devices;
}

/** A web chat for each, for which the browser lets itself be woken. Returns addresses and browsers in their order. */
export async function linkPush(
  { database, keys }: { database: Database; keys: Keys },
  members: readonly LinkedMember[],
  subscribe: (key: string) => StandInBrowser,
): Promise<{ address: string; browser: StandInBrowser }[]> {
  const kept = await keptSecret({ sql: database, keys, clock: () => new Date() }, 'vapid', newVapidKeys);
  const { publicKey } = vapidOf('mailto:vanphong@example.vn', kept);
  const devices = await linkWebChats(database, members, 1);
  const woken = devices.map((device) => ({ ...device, browser: subscribe(publicKey) }));
  await database.query(
    `insert into push_subscription (id, address, endpoint_hash, sealed, device, created_at, last_used_at)
     select id, address, hash, sealed, 'Chrome · Android', now(), now()
     from unnest($1::uuid[], $2::text[], $3::bytea[], $4::bytea[]) as given (id, address, hash, sealed)`,
    [
      woken.map(({ id }) => id),
      woken.map(({ address }) => address),
      woken.map(({ browser }) => keys.fingerprint('push endpoint', browser.subscription.endpoint)),
      woken.map(({ id, browser }) => {
        const wishes = { opens: '/chat', showsTitle: false };
        return keys.seal('push subscription', id, JSON.stringify({ ...browser.subscription, ...wishes }));
      }),
    ],
  );
  await linkChats(database, 'push', members, { addresses: woken.map(({ address }) => address) });
  return woken;
}
