import type { Button, Outgoing } from '../channels/index.ts';
import { batched } from '../platform/batched.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database, Sql } from '../platform/database/index.ts';
import { isId, newId } from '../platform/ids.ts';
import type { Keys } from '../platform/keys.ts';
import { sealedWords } from './sealed-words.ts';

/** A message as it is shown now. Each change gives it the next `event` of its chat. */
export interface WebMessage {
  id: string;
  address: string;
  event: number;
  direction: 'in' | 'out';
  text: string;
  bold: { offset: number; length: number }[];
  /** Empty once they are answered. */
  buttons: Button[];
  file: { id: string; name: string; mediaType: string; size: number } | null;
  key: string | null;
  /** The short word a tap was answered with; null while none was. */
  toast: string | null;
  createdAt: Date;
  deliveredAt: Date | null;
  seenAt: Date | null;
}

/** As its row has it. */
type KeptMessage = WebMessage & { sealed: Buffer | null };

export interface NewMessage {
  address: string;
  direction: 'in' | 'out';
  text: string;
  bold?: Extract<Outgoing['part'], { kind: 'text' }>['bold'];
  buttons?: readonly Button[];
  fileId?: string;
  /** The same key twice in one chat is one message. */
  key?: string;
}

/** `no-chat`: nobody could read it there. `no-file`: the file has to be kept first. */
export type Appended = { kind: 'kept'; id: string } | { kind: 'no-chat' | 'no-file' };

const mostAtOnce = 500;
/** The longest answer of {@link messages}' `changes`; who gets that many asks again. */
export const mostChanges = 2_000;

/** @param changed tells whoever shows these chats to look */
export function messages({
  database,
  keys,
  clock,
  changed,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  changed: (addresses: readonly string[]) => Promise<void>;
}) {
  const words = sealedWords(keys);
  let lastId = '';

  const opened = ({ sealed, ...message }: KeptMessage): WebMessage => ({
    ...message,
    ...words.open({ ...message, sealed }),
  });

  async function appendAll(items: readonly NewMessage[]): Promise<Appended[]> {
    const ids = idsAfter(lastId, items.length);
    lastId = ids.at(-1)!;
    const kept = items.map((item, index) => words.seal(ids[index]!, item));
    const addresses = [...new Set(items.map(({ address }) => address))];
    const rows = await database.transaction(async (sql) => {
      // Two statements: the second must see what was committed while the first waited for its locks.
      await sql.query(lockChats, [addresses]);
      return await sql.query<{ kind: Appended['kind']; id: string; address: string }>(insertMessages, [
        ids,
        items.map(({ address }) => address),
        items.map(({ direction }) => direction),
        // An array of bytes would go over in twice their length.
        kept.map(({ sealed }) => sealed.toString('base64')),
        kept.map(({ buttons }) => buttons),
        items.map(({ fileId = null }) => fileId),
        items.map(({ key = null }) => key),
        clock(),
      ]);
    });
    await changed([...new Set(rows.filter(({ kind }) => kind === 'kept').map(({ address }) => address))]);
    return rows.map(({ kind, id }) => (kind === 'kept' ? { kind, id } : { kind }));
  }

  /**
   * What came after the last event that somebody knows, oldest first within a chat; at most
   * {@link mostChanges} messages in all.
   */
  async function changes(known: readonly { address: string; after: number }[]): Promise<WebMessage[]> {
    const kept = await database.query<KeptMessage>(selectChanges, [
      known.map(({ address }) => address),
      known.map(({ after }) => after),
      mostChanges,
    ]);
    return kept.map(opened);
  }

  /** The last messages, oldest first; those before the message `before` where it is given. */
  async function page(
    address: string,
    { before, limit }: { before?: string | undefined; limit: number },
  ): Promise<{ messages: WebMessage[]; lastEvent: number }> {
    const edge = before !== undefined && isId(before) ? before : null;
    const { newestFirst, lastEvent } = await database.transaction(async (sql) => ({
      lastEvent: await lastEventOf(sql, address),
      newestFirst: await sql.query<KeptMessage>(selectPage, [address, edge, limit]),
    }));
    return { messages: newestFirst.reverse().map(opened), lastEvent };
  }

  /** The number of the chat's last event; 0 where there is none. */
  async function lastEvent(address: string): Promise<number> {
    return await lastEventOf(database, address);
  }

  /** A message of this chat; null for one of another. */
  async function message(address: string, id: string): Promise<WebMessage | null> {
    if (!isId(id)) return null;
    const [found] = await database.query<KeptMessage>(selectMessage, [address, id]);
    return found ? opened(found) : null;
  }

  /** Answers a tap with a short word, and takes the buttons away where they have been answered. */
  async function settle(
    address: string,
    id: string,
    { toast, removeButtons }: { toast: string; removeButtons: boolean },
  ): Promise<void> {
    if (!isId(id)) return;
    const rows = await database.query(settleMessage, [address, id, toast, removeButtons]);
    if (rows.length > 0) await changed([address]);
  }

  return { append: batched(appendAll, mostAtOnce), changes, page, lastEvent, message, settle };
}

/** Messages stand in the order of their ids, and ids of one millisecond are in none: then the next one is waited for. */
function idsAfter(last: string, count: number): string[] {
  for (;;) {
    const ids = Array.from({ length: count }, () => newId()).sort();
    if (ids[0]! > last) return ids;
  }
}

async function lastEventOf(sql: Sql, address: string): Promise<number> {
  const [chat] = await sql.query<{ lastEvent: number }>(
    'select last_event as "lastEvent" from web_chat where address = $1',
    [address],
  );
  return chat?.lastEvent ?? 0;
}

const lockChats = `
  select address from web_chat where address = any($1::text[]) order by address for update`;

/** Numbers of events have no gaps and rise in the order of commits: who knows one knows all before it. */
const insertMessages = `
  with item as (
    select * from unnest($1::uuid[], $2::text[], $3::web_direction[], $4::text[], $5::text[], $6::uuid[], $7::text[])
      with ordinality as item (id, address, direction, sealed, buttons, file_id, key, place)
  ), judged as (
    select item.*, earlier.id as earlier_id,
      case
        when chat.address is null then 'no-chat'
        when item.direction = 'out' and not exists (
          select from web_device where web_device.address = item.address and ended_at is null) then 'no-chat'
        when item.file_id is not null and file.id is null then 'no-file'
        else 'kept' end as kind,
      first_value(item.id) over (partition by item.address, coalesce(item.key, item.id::text) order by place) as first_id
    from item
    left join web_chat chat on chat.address = item.address
    left join web_file file on file.id = item.file_id
    left join web_message earlier on earlier.address = item.address and earlier.key = item.key
  ), fresh as (
    select *, row_number() over (partition by address order by place)::int as step
    from judged where kind = 'kept' and earlier_id is null and id = first_id
  ), kept as (
    insert into web_message (id, address, event, direction, text, sealed, bold, buttons, file_id, key, created_at)
    select id, address, last_event + step, direction, '', decode(sealed, 'base64'), '[]', buttons::jsonb, file_id, key, $8
    from fresh join web_chat using (address)
  ), counted as (
    update web_chat set last_event = last_event + added.steps
    from (select address, max(step) as steps from fresh group by address) added
    where web_chat.address = added.address
  )
  select kind, coalesce(earlier_id, first_id) as id, address from judged order by place`;

const columns = `
  m.id, m.address, m.event, m.direction, m.text, m.sealed, m.bold, m.buttons, m.key, m.toast,
  m.created_at as "createdAt", m.delivered_at as "deliveredAt", m.seen_at as "seenAt",
  case when file.id is not null then json_build_object(
    'id', file.id, 'name', file.name, 'mediaType', file.media_type, 'size', file.size) end as file`;

const selectChanges = `
  select ${columns}
  from unnest($1::text[], $2::int[]) as known (address, after)
  join web_message m on m.address = known.address and m.event > known.after
  left join web_file file on file.id = m.file_id
  order by m.address, m.event limit $3`;

const selectPage = `
  select ${columns} from web_message m left join web_file file on file.id = m.file_id
  where m.address = $1 and ($2::uuid is null or m.id < $2) order by m.id desc limit $3`;

const selectMessage = `
  select ${columns} from web_message m left join web_file file on file.id = m.file_id
  where m.address = $1 and m.id = $2`;

const settleMessage = `
  with chat as (
    update web_chat set last_event = last_event + 1
    where address = $1 and exists (select from web_message where id = $2 and address = $1)
    returning last_event
  )
  update web_message set event = chat.last_event, toast = $3,
    buttons = case when $4 then '[]'::jsonb else buttons end
  from chat where id = $2 returning id`;
