import type { ComponentChildren } from 'preact';
import { Badge } from '../../console/index.ts';
import type { Say } from '../../platform/locales.ts';
import type { ChannelHealth } from '../health.ts';
import { isLow, type Quota } from '../quotas.ts';
import { stateWords } from '../words.ts';

type Fact = readonly [name: string, value: ComponentChildren];

/** What waits for a channel, how fast it may go, and since when it is as it is. */
export function standingFacts(health: ChannelHealth, say: Say): Fact[] {
  const { ratePerSecond, pausedUntil, since, probeAt, waiting, inDoubt, oldestSeconds } = health;
  const { tone } = stateWords(health);
  const moment = (at: Date) => say('notice-page-moment', { moment: at });
  const rate =
    ratePerSecond === null
      ? say('channels-rate-none')
      : say('channels-rate', { perMinute: Math.round(ratePerSecond * 60) });
  const facts: (Fact | null)[] = [
    [say('channels-waiting'), say('channels-people', { count: waiting })],
    waiting > 0
      ? [say('channels-oldest'), say('channels-minutes', { minutes: Math.ceil(oldestSeconds / 60) })]
      : null,
    inDoubt > 0 ? [say('channels-in-doubt'), say('channels-people', { count: inDoubt })] : null,
    [say('channels-rate-title'), rate],
    pausedUntil ? [say('channels-paused'), moment(pausedUntil)] : null,
    since && tone !== 'good' ? [say('channels-since'), moment(since)] : null,
    probeAt && tone === 'bad' ? [say('channels-probe'), moment(probeAt)] : null,
  ];
  return facts.filter((fact) => fact !== null);
}

/** How much of what the provider's terms limit is used up. */
export function quotaFacts(quotas: readonly Quota[], say: Say): Fact[] {
  return quotas.map((quota) => [
    say('channel-page-quota', { kind: quota.kind }),
    <>
      {say('channel-page-used', { ...quota })}{' '}
      {isLow(quota) ? <Badge tone="warning">{say('channel-page-quota-low')}</Badge> : null}
    </>,
  ]);
}
