import type { Say } from '../platform/locales.ts';

/** Everybody in the Party: what the largest notice there can be would be sent to. */
const everybody = 5_300_000;
const [minute, hour, day] = [60, 3_600, 86_400];

/**
 * What bounds each way of sending, as sends per second of one account; docs/capacity.md has the sources. Infinity
 * where nobody but this machine does.
 */
const limits = (say: Say) => [
  { way: say('capacity-machine'), perSecond: Infinity },
  { way: say('capacity-telegram'), perSecond: 30 },
  { way: say('capacity-telegram-paid'), perSecond: 1_000 },
  { way: say('capacity-zalo-growth'), perSecond: 100 / minute },
  { way: say('capacity-zalo-comprehensive'), perSecond: 2_000 / minute },
  { way: say('capacity-zalo-bot'), perSecond: 3_000 / (30 * day) },
];

/** How long one notice to everybody takes on each channel, with messages that cost us so many microseconds. */
export function capacityInWords(microseconds: number, say: Say): string[] {
  const ours = 1e6 / microseconds;
  return [
    say('capacity-title', { people: everybody }),
    ...limits(say).map(
      ({ way, perSecond }) => `  ${way}: ${lasting(everybody / Math.min(perSecond, ours), say)}`,
    ),
  ];
}

function lasting(seconds: number, say: Say): string {
  if (seconds < 2 * hour) return say('capacity-minutes', { count: Math.ceil(seconds / minute) });
  if (seconds < 2 * day) return say('capacity-hours', { count: Math.ceil(seconds / hour) });
  return say('capacity-days', { count: Math.ceil(seconds / day) });
}
