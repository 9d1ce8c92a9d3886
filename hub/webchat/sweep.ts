import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { sweepPush } from './push.ts';

const dayMs = 86_400_000;
/** So long a device whose conversation was ended is told why; then it is unknown. */
const endedKeptDays = 30;

/**
 * Forgets conversations that nobody linked and files that nobody took in within a day, those that ended a month ago,
 * links that are over, browsers that are woken for nobody any more, and files that no message and no upload refers to.
 * Returns how many conversations went.
 */
export async function sweep({ database, clock }: { database: Database; clock: Clock }): Promise<number> {
  const now = clock().getTime();
  const yesterday = new Date(now - dayMs);
  const gone = await database.query(dropChats, [yesterday, new Date(now - endedKeptDays * dayMs)]);
  await database.query('delete from web_device_link where expires_at < $1', [yesterday]);
  await sweepPush(database);
  await database.query('delete from web_upload where kept_at < $1', [yesterday]);
  await database.query(dropFiles, [firstIdAt(yesterday)]);
  return gone.length;
}

const dropChats = `
  delete from web_chat w
  where w.created_at < $1 and not exists (
    select from chat c where c.channel = 'web' and c.address = w.address
      and (c.state <> 'ended' or c.changed_at > $2))
  returning w.address`;

const dropFiles = `
  delete from web_file f
  where f.id < $1::uuid
    and not exists (select from web_message m where m.file_id = f.id)
    and not exists (
      select from attachment_upload u where u.channel in ('web', 'push') and u.provider_file_id = f.id::text)`;

/** Ids begin with the millisecond in which they were made. */
function firstIdAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
