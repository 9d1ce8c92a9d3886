import {
  possibleWays,
  ways,
  type ChannelName,
  type Left,
  type PossibleWay,
  type Purpose,
  type Terms,
} from '../channels/index.ts';
import type { Sql } from '../platform/database/index.ts';
import { standingAlike, type Audience, type GroupsOf, type Shape } from './standing-alike.ts';

/** So many recipients would go on this channel by this way. */
export interface Route extends Pick<PossibleWay, 'way'> {
  channel: ChannelName;
  count: number;
  /** In đồng, for all of them. */
  cost: number;
}

/** What a channel's month has left is not enough for all who would go on it. */
export interface Shortage {
  channel: ChannelName;
  of: 'messages' | 'money';
  /** Messages, or đồng, before the first is sent. */
  left: number;
}

export interface Outlook {
  routes: Route[];
  shortages: Shortage[];
  /** They have a channel, and none on which they may be written to now. */
  withoutWay: number;
  /** No channel reaches them at all. */
  withoutChannel: number;
}

export interface Prospective {
  audience: Audience;
  groupsOf: GroupsOf | null;
  purpose: Purpose;
  /** The channels that are on. */
  shapes: ReadonlyMap<ChannelName, Shape>;
  /** What a channel's month has left. */
  leftOf: (channel: ChannelName, terms: Terms) => Promise<Left>;
  now: Date;
}

const endless: Left = { messages: Infinity, money: Infinity };

/**
 * Whom the engine would reach by which channel and way, if the notice went now and every provider did as it says. People
 * are counted by how they stand, in one statement; which way is open to whom is asked of the same rule as in earnest.
 */
export async function outlook(sql: Sql, given: Prospective): Promise<Outlook> {
  const { shapes, purpose, now } = given;
  const months = new Map<ChannelName, Left>();
  for (const [channel, { terms }] of shapes)
    if (terms) months.set(channel, await given.leftOf(channel, terms));
  const reckoned = reckoning(months);
  let [withoutWay, withoutChannel] = [0, 0];
  for (const { options, count } of await standingAlike(sql, given)) {
    let rest = count;
    for (const { channel, terms, standing, parts } of options) {
      const waysWithin = (left: Left) => possibleWays(terms, { purpose, standing, parts, left, now });
      while (rest > 0) {
        const [best] = waysWithin(reckoned.left(channel));
        if (!best) break;
        rest -= reckoned.take(channel, best, rest);
      }
      const [wished] = waysWithin(endless);
      if (rest > 0 && wished) reckoned.note(channel, wished);
    }
    if (options.length > 0) withoutWay += rest;
    else withoutChannel += count;
  }
  const { routes, shortages } = reckoned.result();
  const place = ({ channel, way }: Route) =>
    [...shapes.keys()].indexOf(channel) * ways.length + ways.indexOf(way);
  const inOrder = routes.toSorted((one, other) => place(one) - place(other));
  return { routes: inOrder, shortages, withoutWay, withoutChannel };
}

/** Adds up who goes by which way, as far as the months carry it. */
function reckoning(months: ReadonlyMap<ChannelName, Left>) {
  const remaining = new Map([...months].map(([channel, left]) => [channel, { ...left }]));
  const routes = new Map<string, Route>();
  const shortages = new Map<ChannelName, Shortage>();
  const left = (channel: ChannelName) => remaining.get(channel) ?? endless;

  return {
    left,

    /** Returns how many of `count` what is left carries. */
    take(channel: ChannelName, { way, messages, cost }: PossibleWay, count: number): number {
      const month = left(channel);
      const carried = Math.min(count, times(month.messages, messages), times(month.money, cost));
      remaining.set(channel, {
        messages: month.messages - carried * messages,
        money: month.money - carried * cost,
      });
      const key = `${channel} ${way}`;
      const known = routes.get(key) ?? { channel, way, count: 0, cost: 0 };
      routes.set(key, { ...known, count: known.count + carried, cost: known.cost + carried * cost });
      return carried;
    },

    /** Some would have gone this way, had the month more left. */
    note(channel: ChannelName, { messages }: PossibleWay): void {
      const before = months.get(channel) ?? endless;
      const of = messages > left(channel).messages ? 'messages' : 'money';
      shortages.set(channel, { channel, of, left: before[of] });
    },

    result: () => ({ routes: [...routes.values()], shortages: [...shortages.values()] }),
  };
}

/** How often `each` goes into `all`. */
function times(all: number, each: number): number {
  return each === 0 ? Infinity : Math.floor(all / each);
}
