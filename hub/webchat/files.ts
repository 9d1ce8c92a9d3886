import type { Database } from '../platform/database/index.ts';
import { newId } from '../platform/ids.ts';

export interface WebFile {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** Files that were sent on this channel: kept once, however many got them. */
export function files({ database }: { database: Database }) {
  /** Returns the id under which it is sent from now on. */
  async function keepFile({ name, mediaType, content }: Omit<WebFile, 'content'> & { content: Uint8Array }) {
    const id = newId();
    await database.query(
      'insert into web_file (id, name, media_type, size, content) values ($1, $2, $3, $4, $5)',
      [id, name, mediaType, content.byteLength, Buffer.from(content)],
    );
    return id;
  }

  /** Null for a file that was never sent to this chat. */
  async function fileFor(address: string, id: string): Promise<WebFile | null> {
    const [file] = await database.query<WebFile>(
      `select name, media_type as "mediaType", content from web_file
       where id = $2 and exists (select from web_message where file_id = $2 and address = $1)`,
      [address, id],
    );
    return file ?? null;
  }

  return { keepFile, fileFor };
}
