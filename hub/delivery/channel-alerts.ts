import { channelInWords, type Channel, type ChannelName, type Usage } from '../channels/index.ts';
import { calendarDay, type People } from '../people/index.ts';
import type { Clock } from '../platform/clock.ts';
import { firstWithin, type Sql } from '../platform/database/index.ts';
import type { Locales, Say } from '../platform/locales.ts';
import type { Log } from '../platform/log.ts';
import { channelProblemWords } from './channel-problems.ts';
import { isLow, quotasOf, type Quota } from './quotas.ts';

export interface ChannelAlertsParts {
  sql: Sql;
  people: Pick<People, 'keepersOfHub'>;
  usage: Usage;
  channels: () => ReadonlyMap<ChannelName, Pick<Channel, 'terms'>>;
  /** Says something to a member in the first chat that takes it, on any channel but that one. */
  tell: (memberId: string, text: string, options: { without: ChannelName }) => Promise<boolean>;
  /** Where people reach our pages. */
  publicUrl: () => Promise<string>;
  locales: Locales;
  clock: Clock;
  log: Log;
  onProblem: (error: unknown) => void;
}

/** The same trouble of the same channel is told again after so long, while it lasts or comes back. */
const toldForSeconds = 12 * 3_600;
/** Longer than a month: what is told of a month is told once. */
const ofMonthSeconds = 40 * 86_400;

/**
 * Tells those who keep the hub going what will not mend itself: a bill, a plan, a lost consent, a month's messages
 * running out. Of all processes that meet the same trouble one tells it.
 */
export function channelAlerts(parts: ChannelAlertsParts) {
  const { sql, people, locales, clock, log } = parts;

  /** Nobody is asked on the channel any more until somebody acts. Never throws. */
  async function needsPerson(channel: ChannelName, problem: string): Promise<void> {
    await quietly(async () => {
      const incident = problem === 'needs-login' ? `:${await loginLostAt(channel)}` : '';
      if (!(await firstWithin(sql, `alert:${channel}:${problem}${incident}`, toldForSeconds))) return;
      log.warn({ event: 'channel.needs-person', channel, reason: problem });
      await tellKeepers(channel, (say, url) => {
        const { name, todo } = channelProblemWords(problem, say);
        return say('alert-needs-person', { channel: channelInWords(channel, say), problem: name, todo, url });
      });
    });
  }

  /** Each loss of a login is told, however soon after the one before. */
  async function loginLostAt(channel: ChannelName): Promise<string> {
    const [login] = await sql.query<{ changedAt: Date }>(
      'select changed_at as "changedAt" from channel_login where channel = $1',
      [channel],
    );
    return login?.changedAt.toISOString() ?? '';
  }

  /** Looks whether a channel's month, or the room for people on it, is nearly used up. Never throws. */
  async function lookAtQuotas(): Promise<void> {
    for (const [channel, { terms }] of parts.channels()) {
      if (!terms) continue;
      await quietly(async () => {
        const low = (await quotasOf(parts, channel, terms)).filter(isLow);
        for (const quota of low) await quotaIsLow(channel, quota);
      });
    }
  }

  async function quotaIsLow(channel: ChannelName, { kind, used, of }: Quota): Promise<void> {
    const month = calendarDay(clock()).slice(0, 7);
    if (!(await firstWithin(sql, `alert:${channel}:${kind}:${month}`, ofMonthSeconds))) return;
    log.warn({ event: 'channel.quota-low', channel, kind, used, of });
    await tellKeepers(channel, (say, url) =>
      say('alert-quota', { channel: channelInWords(channel, say), kind, used, of, url }),
    );
  }

  async function tellKeepers(channel: ChannelName, text: (say: Say, url: string) => string): Promise<void> {
    const url = `${await parts.publicUrl()}/console/channels/${channel}`;
    let told = 0;
    for (const { id, language } of await people.keepersOfHub()) {
      if (await parts.tell(id, text(locales(language), url), { without: channel })) told += 1;
    }
    if (told === 0) log.error({ event: 'alert.unheard', channel });
  }

  async function quietly(work: () => Promise<void>): Promise<void> {
    await work().catch(parts.onProblem);
  }

  return { needsPerson, lookAtQuotas };
}
