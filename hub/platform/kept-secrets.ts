import type { Clock } from './clock.ts';
import type { Sql } from './database/index.ts';
import type { Keys } from './keys.ts';
import { Secret } from './secret.ts';

const purpose = 'kept secret';

/**
 * A secret that is made once for this installation and kept, sealed under its name. Of several processes that want
 * it at the same moment the first one's row stands, and all have the same.
 *
 * @param make what to keep where there is nothing yet
 */
export async function keptSecret(
  { sql, keys, clock }: { sql: Sql; keys: Keys; clock: Clock },
  name: string,
  make: () => string,
): Promise<Secret> {
  const read = async () =>
    await sql.query<{ value: Buffer }>('select value from kept_secret where name = $1', [name]);
  let [row] = await read();
  if (!row) {
    await sql.query(
      'insert into kept_secret (name, value, created_at) values ($1, $2, $3) on conflict (name) do nothing',
      [name, keys.seal(purpose, name, make()), clock()],
    );
    [row] = await read();
  }
  return new Secret(keys.open(purpose, name, row!.value));
}
