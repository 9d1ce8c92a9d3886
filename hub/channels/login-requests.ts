import { randomBytes } from 'node:crypto';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import { Secret } from '../platform/secret.ts';
import type { ChannelName } from './channel.ts';

/** Who was sent to a provider to agree that we speak for an account, and has not come back yet. */
export interface LoginRequests {
  /** Remembers for ten minutes that this member went; returns the state that has to come back with him or her. */
  open(channel: ChannelName, memberId: string, verifier: Secret): Promise<string>;
  /** The verifier of the request, once; null where it is not this member's, too old, used, or never was. */
  take(channel: ChannelName, memberId: string, state: string): Promise<Secret | null>;
}

/** As long as a code of Zalo's lives. */
const goodForMs = 600_000;

export function openLoginRequests({
  database,
  keys,
  clock,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
}): LoginRequests {
  const hashOf = (state: string) => keys.fingerprint('login-state', state);
  const ownerOf = (hash: Buffer) => hash.toString('hex');

  return {
    async open(channel, memberId, verifier) {
      const state = randomBytes(32).toString('base64url');
      const hash = hashOf(state);
      const now = clock();
      await database.query('delete from login_request where expires_at <= $1', [now]);
      await database.query(
        `insert into login_request (state_hash, channel, verifier, member_id, expires_at)
         values ($1, $2, $3, $4, $5)`,
        [
          hash,
          channel,
          keys.seal('login-request', ownerOf(hash), verifier.reveal()),
          memberId,
          new Date(now.getTime() + goodForMs),
        ],
      );
      return state;
    },

    async take(channel, memberId, state) {
      const hash = hashOf(state);
      const [taken] = await database.query<{ verifier: Buffer }>(
        `delete from login_request
         where state_hash = $1 and channel = $2 and member_id = $3 and expires_at > $4 returning verifier`,
        [hash, channel, memberId, clock()],
      );
      return taken ? new Secret(keys.open('login-request', ownerOf(hash), taken.verifier)) : null;
    },
  };
}
