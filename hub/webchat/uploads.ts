import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import { padded } from '../platform/padded.ts';

/** Of one conversation: what nobody took in makes room. */
const mostOfOne = 10;

/** What people send from our page, until somebody takes it in: sealed, and for a day at most. */
export function uploads({ database, keys, clock }: { database: Database; keys: Keys; clock: Clock }) {
  const owner = (address: string, ref: string) => `${address} ${ref}`;

  /**
   * Before the message that tells of it, whose key is `messageKey`: where that stands already the file was kept, and may
   * have been taken in.
   */
  async function keepUpload(
    address: string,
    { ref, messageKey, content }: { ref: string; messageKey: string; content: Uint8Array },
  ): Promise<void> {
    const json = JSON.stringify(Buffer.from(content).toString('base64'));
    const sealed = keys.seal('web-upload', owner(address, ref), padded(json, powerOfTwo(json.length)));
    await database.query(keep, [address, ref, sealed, clock(), messageKey]);
    await database.query(makeRoom, [address, mostOfOne]);
  }

  /** Null where it was never there, or is no more. */
  async function upload(address: string, ref: string): Promise<Uint8Array | null> {
    const [row] = await database.query<{ sealed: Uint8Array }>(
      'select sealed from web_upload where address = $1 and ref = $2',
      [address, ref],
    );
    if (!row) return null;
    const json = keys.open('web-upload', owner(address, ref), row.sealed);
    return new Uint8Array(Buffer.from(JSON.parse(json) as string, 'base64'));
  }

  async function dropUpload(address: string, ref: string): Promise<void> {
    await database.query('delete from web_upload where address = $1 and ref = $2', [address, ref]);
  }

  return { keepUpload, upload, dropUpload };
}

const smallestBytes = 65_536;
const powerOfTwo = (length: number): number => Math.max(smallestBytes, 2 ** Math.ceil(Math.log2(length)));

const keep = `
  insert into web_upload (address, ref, sealed, kept_at)
  select address, $2, $3, $4 from web_chat
  where address = $1 and not exists (select from web_message where address = $1 and key = $5)
  on conflict (address, ref) do nothing`;

const makeRoom = `
  delete from web_upload where address = $1 and ref not in (
    select ref from web_upload where address = $1 order by kept_at desc, ref desc limit $2)`;
