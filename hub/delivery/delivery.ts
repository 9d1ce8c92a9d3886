import type { Channel, ChannelName, Groups, Usage } from '../channels/index.ts';
import type { People } from '../people/index.ts';
import type { Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { channelDetails } from './channel-details.ts';
import { deadLetters } from './dead-letters.ts';
import { drill } from './drill.ts';
import { health } from './health.ts';
import { returned } from './returned.ts';
import { unitGroups } from './unit-groups.ts';

export interface DeliveryParts {
  database: Database;
  people: Pick<People, 'reach' | 'memberByCode' | 'mailbox' | 'unitByCode' | 'requireMay'>;
  audit: Audit;
  queues: { ring(bell: 'deliver'): Promise<void> };
  clock: Clock;
  /** Sends per second by channel; Infinity for no limit. */
  rates: Partial<Record<ChannelName, number>>;
  /** The channels that are on. */
  channels: () => ReadonlyMap<ChannelName, Pick<Channel, 'limits' | 'terms' | 'sendToGroup'>>;
  /** What has gone where a provider counts or charges. */
  usage: Usage;
  groups: Groups;
}

export type Delivery = ReturnType<typeof delivery>;

/** What whoever keeps the hub going sees of its channels, and does about what did not arrive. */
export function delivery(parts: DeliveryParts) {
  const ofHealth = health(parts);
  return {
    ...ofHealth,
    ...channelDetails(parts, ofHealth),
    ...deadLetters(parts),
    ...drill(parts),
    ...returned(parts),
    ...unitGroups(parts),
  };
}
