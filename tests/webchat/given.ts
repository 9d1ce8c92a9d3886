import type { Clock } from '../../hub/platform/clock.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { openSignals } from '../../hub/platform/signals.ts';
import { webchat, type NoteReceipts, type WebChat } from '../../hub/webchat/index.ts';

/** Conversations on a database of a test, in one process. */
export function openWebChat({
  database,
  clock = () => new Date(),
  receipts = async () => {},
}: {
  database: Database;
  clock?: Clock;
  receipts?: NoteReceipts;
}): WebChat {
  const signals = openSignals({
    redisUrl: undefined,
    database: { ...database, embedded: true },
    prefix: 'test',
    onProblem: () => {},
  });
  return webchat({ database, keys: keysFrom(Buffer.alloc(32, 7)), clock, signals, receipts });
}
