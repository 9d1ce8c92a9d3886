import type { ChannelName, Report } from '../channels/index.ts';
import { batched } from '../platform/batched.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { noteReceipts, type Receipt } from './receipts.ts';

/** What providers report of messages that they name by ids of their own. */
export interface Reports {
  /**
   * Writes down what became of notices. What is reported of anything else we said changes nothing. Never throws: a report
   * that cannot be written now is tried again.
   */
  take(channel: ChannelName, reports: readonly Report[]): Promise<void>;
  /** Looks whether messages are on record now that were not when they were reported on, to whichever process. */
  lookAgain(): Promise<void>;
  /** Forgets ids by which nobody reports any more, and reports of what was no notice. */
  forgetOld(): Promise<void>;
  /** Takes no report up again. */
  close(): void;
}

/**
 * A report may come before the batch that sent the message has been recorded: then it is kept, so that no restart loses it,
 * and looked for every two seconds for somewhat longer than a batch can take.
 */
const betweenLooksMs = 2_000;
const lookedForMs = 60_000;
/** Answers to people are reported on too, and are never on record. */
const earlyKeptHours = 24;
/** After these a report that could not be written is tried again; until then it is in memory alone. */
const waitsMs = [1_000, 10_000, 60_000];
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
  let lookUntil = -Infinity;
  let looking = false;
  let closed = false;

  function later(waitMs: number, work: () => Promise<void>): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      void work();
    }, waitMs);
    timers.add(timer);
  }

  const write = batched<Item, void>(async (items) => {
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
    await keep(items.filter((_, index) => !places.has(index + 1)));
    return items.map(() => undefined);
  });

  async function keep(early: readonly Item[]): Promise<void> {
    if (early.length === 0) return;
    await database.query(keepEarly, [
      early.map(({ channel }) => channel),
      early.map(({ providerId }) => providerId),
      early.map(({ kind }) => kind),
      early.map(({ at }) => at),
      clock(),
    ]);
    lookUntil = performance.now() + lookedForMs;
    lookSoon();
  }

  function lookSoon(): void {
    if (looking || closed || performance.now() > lookUntil) return;
    looking = true;
    later(betweenLooksMs, async () => {
      await look(new Date(clock().getTime() - lookedForMs)).catch(onProblem);
      looking = false;
      lookSoon();
    });
  }

  async function look(receivedAfter: Date | null): Promise<void> {
    await database.transaction(async (sql) => {
      await noteReceipts(sql, await sql.query<Receipt>(takeEarly, [receivedAfter]));
    });
  }

  async function isWritten(item: Item): Promise<boolean> {
    try {
      await write(item);
      return true;
    } catch (error) {
      onProblem(error);
      return false;
    }
  }

  async function writeAll(items: readonly Item[], tried: number): Promise<void> {
    const written = await Promise.all(items.map(isWritten));
    const rest = items.filter((_, index) => !written[index]);
    const waitMs = waitsMs[tried];
    if (rest.length === 0 || waitMs === undefined || closed || waiting + rest.length > mostWaiting) return;
    waiting += rest.length;
    later(waitMs, async () => {
      waiting -= rest.length;
      await writeAll(rest, tried + 1);
    });
  }

  return {
    async take(channel, reports) {
      if (reports.length === 0) return;
      await writeAll(
        reports.map((report) => ({ ...report, channel })),
        0,
      );
    },
    lookAgain: () => look(null),
    async forgetOld() {
      await look(null);
      const [now, dayMs] = [clock().getTime(), 86_400_000];
      await database.query('delete from sent_message where sent_at < $1', [new Date(now - keptDays * dayMs)]);
      await database.query('delete from early_report where received_at < $1', [
        new Date(now - earlyKeptHours * 3_600_000),
      ]);
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

const keepEarly = `
  insert into early_report (channel, provider_id, kind, at, received_at)
  select channel, provider_id, kind, at, $5
  from unnest($1::channel[], $2::text[], $3::text[], $4::timestamptz[]) as report (channel, provider_id, kind, at)
  on conflict do nothing`;

const takeEarly = `
  delete from early_report early using sent_message sent
  where sent.channel = early.channel and sent.provider_id = early.provider_id
    and (early.received_at >= $1 or $1 is null)
  returning sent.notice_id as "noticeId", sent.member_id as "memberId", early.kind, early.at`;
