import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';
import type { Channel, ChannelName, SendOutcome } from './channel.ts';

/** Whether channels answer, as all processes see it together (decision 0016). */
export interface Breaker {
  /** The channel, watched: its answers count, and while a drill blocks it nobody is asked on it. */
  guard(channel: Channel): Channel;
  /** How many rows may be asked on the channel now: all (Infinity), a few to see, or none. */
  admit(channel: ChannelName): Promise<number>;
  /** False: what has not been asked yet is not asked any more. As this process saw it last. */
  lets(channel: ChannelName): boolean;
  /** A channel that was to be tried has nobody to be tried with. */
  nothingToTry(channel: ChannelName): Promise<void>;
  /** All channels of which anything is known. */
  standing(): Promise<ChannelStanding[]>;
}

export interface ChannelStanding {
  channel: ChannelName;
  state: 'closed' | 'open' | 'half_open';
  blocked: boolean;
  /** Since when it is well, or not. */
  since: Date;
  probeAt: Date | null;
  /** Some were given up because it did not answer: they are sent after all when it is back. */
  gaveUp: boolean;
}

/** So many failures in a row that speak of the channel raise the question whether it answers at all. */
const suspiciousRun = 3;
/** A channel that answers the question and fails everybody all the same is out after so many, … */
const certainRun = 20;
/** … of so many persons, over so long. */
const certainPersons = 3;
const certainMs = 2_000;
/** The harmless question is answered within this, or counts as unanswered. */
const questionMs = 3_000;
const betweenQuestionsMs = 1_000;
/** Rows asked at one time to see whether the channel is back. */
const probeRows = 3;
/** The wait before the next look is a sixth of the outage so far: what was short is over soon after it ended. */
const shareOfOutage = 1 / 6;
const shortestProbeWaitMs = 1_000;
const longestProbeWaitMs = 30_000;
/** How long a blocked channel keeps silent before no answer is an answer. */
const silenceMs = 1_000;
/** What another process did is seen within this. */
const lookedForMs = 500;

interface Run {
  failures: number;
  persons: Set<string>;
  began: number;
  /** When the question was asked last; it is asked once at a time, and once a second. */
  askedAt: number;
  asking: boolean;
}

export function openBreaker({
  database,
  clock,
  random = Math.random,
  onProblem,
  onNeedsPerson = () => {},
}: {
  database: Sql;
  clock: Clock;
  random?: () => number;
  onProblem: (error: unknown) => void;
  /**
   * A channel is out because somebody must act: told by the process that met it, and again where another try met it
   * again.
   */
  onNeedsPerson?: (channel: ChannelName, detail: string) => void;
}): Breaker {
  let seen = new Map<ChannelName, ChannelStanding>();
  let lookedAt = -Infinity;
  let looking: Promise<void> | null = null;
  const runs = new Map<ChannelName, Run>();
  const questions = new Map<ChannelName, () => Promise<boolean>>();

  const isFresh = () => performance.now() - lookedAt < lookedForMs;

  async function look(): Promise<void> {
    if (isFresh()) return;
    looking ??= lookNow().finally(() => {
      looking = null;
    });
    await looking;
  }

  async function lookNow(): Promise<void> {
    const rows = await readStandings(database);
    seen = new Map(rows.map((row) => [row.channel, row]));
    lookedAt = performance.now();
  }

  async function change(statement: string, values: unknown[]): Promise<boolean> {
    const rows = await database.query(`${statement} returning channel`, values);
    lookedAt = -Infinity;
    await look();
    return rows.length > 0;
  }

  const isWell = (channel: ChannelName) => (seen.get(channel)?.state ?? 'closed') === 'closed';

  /** Milliseconds until the channel is tried next. */
  function probeWait(since: Date, now: Date): number {
    const share = (now.getTime() - since.getTime()) * shareOfOutage;
    const wait = Math.min(longestProbeWaitMs, Math.max(shortestProbeWaitMs, share));
    return wait * (0.75 + random() / 2);
  }

  const nextProbe = (since: Date, now: Date) => new Date(now.getTime() + probeWait(since, now));

  /** True where it was closed until now. */
  async function open(channel: ChannelName, reason: string): Promise<boolean> {
    const now = clock();
    return await change(openChannel, [channel, reason, now, nextProbe(now, now)]);
  }

  async function close(channel: ChannelName): Promise<void> {
    runs.delete(channel);
    await change(closeChannel, [channel, clock()]);
  }

  /** Does the provider answer what concerns nobody? True where a channel has no such question. */
  async function answers(channel: ChannelName): Promise<boolean> {
    if (await isBlocked(channel)) return false;
    const question = questions.get(channel);
    if (!question) return true;
    const ended = new AbortController();
    try {
      const tooLong = sleep(questionMs, false, { signal: ended.signal }).catch(() => false);
      return await Promise.race([question(), tooLong]);
    } finally {
      ended.abort();
    }
  }

  async function isBlocked(channel: ChannelName): Promise<boolean> {
    // A database that is away has no word on drills; what was seen last counts.
    if (!isFresh()) await look().catch(() => {});
    return seen.get(channel)?.blocked ?? false;
  }

  function note(channel: ChannelName, address: string, outcome: SendOutcome): void {
    if (!speaksOfChannel(outcome)) {
      runs.delete(channel);
      if (!isWell(channel)) close(channel).catch(onProblem);
      return;
    }
    const detail = outcome.detail;
    const needsPerson = outcome.kind === 'retry' && outcome.needsPerson === true;
    const tell = (changed: boolean) => {
      if (changed && needsPerson) onNeedsPerson(channel, detail);
    };
    const reason = needsPerson ? `${personPrefix}${detail}` : detail;
    if (seen.get(channel)?.state === 'half_open') {
      const probeAt = nextProbe(seen.get(channel)!.since, clock());
      change(reopenChannel, [channel, reason, probeAt]).then(tell).catch(onProblem);
      return;
    }
    if (!isWell(channel)) return;
    if (needsPerson) {
      open(channel, reason).then(tell).catch(onProblem);
      return;
    }
    const run = runs.get(channel) ?? {
      failures: 0,
      persons: new Set(),
      began: performance.now(),
      askedAt: -Infinity,
      asking: false,
    };
    runs.set(channel, run);
    run.failures += 1;
    if (run.persons.size < certainPersons) run.persons.add(address);
    const mayAsk = !run.asking && performance.now() - run.askedAt >= betweenQuestionsMs;
    if (run.failures >= suspiciousRun && mayAsk) judge(channel, run, detail).catch(onProblem);
  }

  async function judge(channel: ChannelName, run: Run, detail: string): Promise<void> {
    run.asking = true;
    run.askedAt = performance.now();
    try {
      const certain =
        run.failures >= certainRun &&
        run.persons.size >= certainPersons &&
        performance.now() - run.began >= certainMs;
      const isOut = certain || !(await answers(channel));
      // It may have answered somebody meanwhile.
      if (isOut && runs.get(channel) === run) await open(channel, detail);
    } finally {
      run.asking = false;
    }
  }

  return {
    guard(channel) {
      const { name } = channel;
      if (channel.answers) questions.set(name, () => channel.answers!());
      const watched = async (address: string, ask: () => Promise<SendOutcome>): Promise<SendOutcome> => {
        if (!isFresh()) await look().catch(() => {});
        const blocked = seen.get(name)?.blocked ?? false;
        const outcome = blocked ? await silence() : await ask();
        note(name, address, outcome);
        return outcome;
      };
      const { sendLetter, sendTemplate, sendToGroup, showDraft } = channel;
      return {
        ...channel,
        send: (outgoing) => watched(outgoing.address, () => channel.send(outgoing)),
        ...(sendLetter && {
          sendLetter: (address, letter) => watched(address, () => sendLetter.call(channel, address, letter)),
        }),
        ...(sendTemplate && {
          sendTemplate: (address, template) =>
            watched(address, () => sendTemplate.call(channel, address, template)),
        }),
        ...(sendToGroup && {
          sendToGroup: (address, text) => watched(address, () => sendToGroup.call(channel, address, text)),
        }),
        // A draft that is not shown tells nothing of the channel.
        ...(showDraft && {
          showDraft: async (draft) => ((await isBlocked(name)) ? null : await showDraft.call(channel, draft)),
        }),
        async settleTap(tap, answer) {
          if (!(await isBlocked(name))) await channel.settleTap?.(tap, answer);
        },
        async showTyping(address) {
          if (!(await isBlocked(name))) await channel.showTyping?.(address);
        },
      };
    },

    async admit(channel) {
      await look();
      const standing = seen.get(channel);
      if (!standing || standing.state === 'closed') return Infinity;
      const now = clock();
      if (standing.blocked || !isDue(standing.probeAt, now)) return 0;
      const latest = new Date(now.getTime() + latestProbeMs);
      if (!(await change(tryChannel, [channel, now, latest, nextProbe(standing.since, now)]))) return 0;
      if (await answers(channel)) return probeRows;
      await change(reopenChannel, [channel, null, nextProbe(standing.since, clock())]);
      return 0;
    },

    lets: (channel) => seen.get(channel)?.state !== 'open',

    async nothingToTry(channel) {
      if (seen.get(channel)?.state === 'half_open') await close(channel);
    },

    async standing() {
      await look();
      return [...seen.values()];
    },
  };
}

const personPrefix = 'needs-person: ';
/** In SQL: why somebody must act, as a short word, from the row of alias `health`; null where nobody must. */
export const whatNeedsPerson = `case when health.state <> 'closed' and health.reason like '${personPrefix}%'
  then substr(health.reason, ${personPrefix.length + 1}) end`;

/** Later than any look that was planned by a clock that is right: the clock has been put back since. */
const latestProbeMs = longestProbeWaitMs * 2;

function isDue(probeAt: Date | null, now: Date): boolean {
  if (!probeAt) return true;
  const waitMs = probeAt.getTime() - now.getTime();
  return waitMs <= 0 || waitMs > latestProbeMs;
}

/** No answer, no connection, a server error, a refused token: whoever it was about, it was not about them. */
function speaksOfChannel(outcome: SendOutcome): outcome is SendOutcome & { kind: 'unknown' | 'retry' } {
  if (outcome.kind === 'unknown') return true;
  return outcome.kind === 'retry' && (outcome.ofChannel ?? !outcome.limited);
}

async function silence(): Promise<SendOutcome> {
  await sleep(silenceMs);
  return { kind: 'unknown', detail: 'drill' };
}

async function readStandings(sql: Sql): Promise<ChannelStanding[]> {
  return await sql.query(
    `select channel, state, blocked, changed_at as since, probe_at as "probeAt", gave_up as "gaveUp"
     from channel_health`,
  );
}

const openChannel = `
  insert into channel_health (channel, state, reason, changed_at, probe_at) values ($1, 'open', $2, $3, $4)
  on conflict (channel) do update set state = 'open', reason = excluded.reason, failures = 0,
    changed_at = excluded.changed_at, probe_at = excluded.probe_at
  where channel_health.state = 'closed'`;

/** Of all processes one tries: whoever moves the moment on. */
const tryChannel = `
  update channel_health set state = 'half_open', failures = least(failures + 1, 30000), probe_at = $4
  where channel = $1 and state <> 'closed' and not blocked and (probe_at is null or probe_at <= $2 or probe_at > $3)`;

const reopenChannel = `
  update channel_health set state = 'open', reason = coalesce($2, reason), probe_at = $3
  where channel = $1 and state = 'half_open'`;

const closeChannel = `
  update channel_health set state = 'closed', reason = null, failures = 0, changed_at = $2, probe_at = null
  where channel = $1 and state <> 'closed' and not blocked`;
