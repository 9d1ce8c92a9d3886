import type { Breaker, ChannelName } from '../channels/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { Log } from '../platform/log.ts';
import { comeBack, leaveChannel } from './failover.ts';

/** A channel that stays sick is looked after every so many sweeps: outcomes of what was in flight come late. */
const tendEverySweeps = 4;

/** What the engine does about channels that do not answer. */
export function sickChannels({
  database,
  breaker,
  names,
  clock,
  log,
}: {
  database: Database;
  breaker: Breaker;
  /** The channels that are on. */
  names: readonly ChannelName[];
  clock: Clock;
  log: Log;
}) {
  let sweeps = 0;
  let sickBefore = '';

  /** Of the channels that are on, those that do not answer: they are the last resort. */
  async function sick(): Promise<ChannelName[]> {
    const standing = await breaker.standing();
    return standing
      .filter(({ channel, state }) => state !== 'closed' && names.includes(channel))
      .map(({ channel }) => channel);
  }

  /** Takes rows off channels that do not answer, and sends after all what was given up on one that does again. */
  async function tend(): Promise<void> {
    const standing = (await breaker.standing()).filter(({ channel }) => names.includes(channel));
    const [ill, closed] = [
      standing.filter(({ state }) => state !== 'closed'),
      standing.filter(({ state }) => state === 'closed'),
    ];
    const well = names.filter((name) => !ill.some(({ channel }) => channel === name));
    for (const { channel } of closed.filter(({ gaveUp }) => gaveUp)) {
      const rows = await comeBack(database, channel, { well, now: clock() });
      log.info({ event: 'channel.back', channel, rows });
    }
    const sickNow = ill.map(({ channel }) => channel).join();
    sweeps += 1;
    if (sickNow !== sickBefore) sweeps = 0;
    sickBefore = sickNow;
    if (sweeps % tendEverySweeps !== 0) return;
    for (const channel of ill) {
      const done = await leaveChannel(database, channel, { well, now: clock() });
      if (done.moved + done.givenUp > 0)
        log.warn({ event: 'channel.left', channel: channel.channel, ...done });
    }
  }

  return { sick, tend, any: () => sickBefore !== '' };
}
