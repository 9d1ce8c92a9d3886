import { randomBytes } from 'node:crypto';
import type { Clock } from './clock.ts';
import type { Database } from './database/index.ts';
import { StartupError } from './errors.ts';
import type { Keys } from './keys.ts';

/**
 * Who this database says it is: the prefix of its queues, and proof that the root key fits. Made on first
 * use; of several processes that start at once the first one's row stands.
 *
 * @throws {StartupError} when the data was sealed under another SECRET_KEY
 */
export async function openInstallation(
  database: Database,
  keys: Keys,
  clock: Clock,
): Promise<{ queuePrefix: string }> {
  const keyCheck = keys.fingerprint('key check', 'Cầu Nối');
  await database.query(
    `insert into installation (id, queue_prefix, key_check, created_at) values (1, $1, $2, $3)
     on conflict (id) do nothing`,
    [`caunoi-${randomBytes(6).toString('hex')}`, keyCheck, clock()],
  );
  const [installation] = await database.query<{ queuePrefix: string; keyCheck: Buffer }>(
    'select queue_prefix as "queuePrefix", key_check as "keyCheck" from installation where id = 1',
  );
  if (!installation || !keyCheck.equals(installation.keyCheck)) {
    throw new StartupError(
      'SECRET_KEY is not the key this database was made with. Put the right one into SECRET_KEY, or its file root.key into KEYS_DIR.',
    );
  }
  return { queuePrefix: installation.queuePrefix };
}
