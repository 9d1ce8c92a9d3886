import type { ChannelName, Report } from '../channels/index.ts';
import { batched } from '../platform/batched.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { noteReceipts, type Receipt } from './receipts.ts';

/** What providers report of messages that they name by ids of their own. */
export interface Reports {
  /**
   * Writes down what became of notices. What is reported of anything else we said changes nothing. Never throws: a report
   * that cannot be written now is tried again like one whose message is not on record yet.
   */
  take(channel: ChannelName, reports: readonly Report[]): Promise<void>;
  /** Forgets ids by which nobody reports any more. */
  forgetOld(): Promise<void>;
  /** Takes no report up again. */
  close(): void;
}

/**
 * A report may come before the batch that sent the message has been recorded: it is looked for again after these waits.
 * It waits in memory alone: what is lost with the process is a receipt, and a later one says the same or more.
 */
const waitsMs = [1_000, 10_000, 60_000];
/** Answers to people are reported on too, and are never on record. */
const mostWaiting = 20_000;
/** Zalo names no end; what nobody has read within a month will hardly be read. */
const keptDays = 31;

interface Item extends Report {
  channel: ChannelName;
}

export function openReports({
  database,
  clock,
  onProblem,
}: {
  database: Database;
  clock: Clock;
  onProblem: (error: unknown) => void;
}): Reports {
  const timers = new Set<NodeJS.Timeout>();
  let waiting = 0;
  let closed = false;

  /** Says of each whether its message was known. */
  const write = batched<Item, boolean>(async (items) => {
    const known = await database.query<Receipt & { place: number }>(findMessages, [
      items.map(({ channel }) => channel),
      items.map(({ providerId }) => providerId),
    ]);
    const receipts = known.map(({ place, noticeId, memberId }) => {
      const { kind, at } = items[place - 1]!;
      return { noticeId, memberId, kind, at };
    });
    await noteReceipts(database, receipts);
    const places = new Set(known.map(({ place }) => place));
    return items.map((_, index) => places.has(index + 1));
  });

  async function isWritten(item: Item): Promise<boolean> {
    try {
      return await write(item);
    } catch (error) {
      onProblem(error);
      return false;
    }
  }

  async function look(items: readonly Item[], looked: number): Promise<void> {
    const written = await Promise.all(items.map(isWritten));
    const rest = items.filter((_, index) => !written[index]);
    const waitMs = waitsMs[looked];
    if (rest.length === 0 || waitMs === undefined || closed || waiting + rest.length > mostWaiting) return;
    waiting += rest.length;
    const timer = setTimeout(() => {
      timers.delete(timer);
      waiting -= rest.length;
      void look(rest, looked + 1);
    }, waitMs);
    timers.add(timer);
  }

  return {
    async take(channel, reports) {
      if (reports.length === 0) return;
      await look(
        reports.map((report) => ({ ...report, channel })),
        0,
      );
    },
    async forgetOld() {
      const before = new Date(clock().getTime() - keptDays * 86_400_000);
      await database.query('delete from sent_message where sent_at < $1', [before]);
    },
    close() {
      closed = true;
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

const findMessages = `
  select report.place::int as place, sent.notice_id as "noticeId", sent.member_id as "memberId"
  from unnest($1::channel[], $2::text[]) with ordinality as report (channel, provider_id, place)
  join sent_message sent on sent.channel = report.channel and sent.provider_id = report.provider_id`;
