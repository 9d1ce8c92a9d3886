import type { Clock } from '../platform/clock.ts';
import { isConnectionError, type Database } from '../platform/database/index.ts';
import type { Keys } from '../platform/keys.ts';
import type { Signals } from '../platform/signals.ts';
import { devices } from './devices.ts';
import { files } from './files.ts';
import { marks, type NoteReceipts } from './marks.ts';
import { messages } from './messages.ts';
import { sweep } from './sweep.ts';
import { uploads } from './uploads.ts';

export type WebChat = ReturnType<typeof webchat>;

const chatsChanged = 'web-chat';
const devicesEnded = 'web-device';

/**
 * Conversations on our own page: what is shown in each, on which devices, and what was seen. An address means
 * nothing to anybody and opens nothing; only a device's token does.
 */
export function webchat({
  database,
  keys,
  clock,
  signals,
  receipts,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  signals: Signals;
  receipts: NoteReceipts;
}) {
  return {
    ...messages({ database, keys, clock, changed: (addresses) => signals.publish(chatsChanged, addresses) }),
    ...devices({ database, keys, clock, ended: (ids) => signals.publish(devicesEnded, ids) }),
    ...files({ database }),
    ...uploads({ database, keys, clock }),
    ...marks({ database, clock, receipts }),

    /** The member's conversation; null where there is none. */
    async addressOf(memberId: string): Promise<string | null> {
      const [chat] = await database.query<{ address: string }>(
        `select address from chat where channel = 'web' and member_id = $1 and state <> 'ended'
         order by preference, linked_at desc limit 1`,
        [memberId],
      );
      return chat?.address ?? null;
    },

    /** Calls with the addresses of chats in which something changed; may miss some. Returns what ends it. */
    onChange: (listener: (addresses: readonly string[]) => void) => signals.subscribe(chatsChanged, listener),
    /** The same for ids of devices that were ended. */
    onDeviceEnded: (listener: (ids: readonly string[]) => void) => signals.subscribe(devicesEnded, listener),

    /** True of an error that says nothing but that the database is away for now. */
    isAway: isConnectionError,
    sweep: () => sweep({ database, clock }),
  };
}
