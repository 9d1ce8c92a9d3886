import type { ChannelName } from '../../channels/index.ts';
import type { Console } from '../../console/index.ts';
import type { People } from '../../people/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ChannelLogin } from '../channel-login.ts';
import type { Delivery } from '../delivery.ts';
import type { Trials } from '../trials.ts';
import { channelPage } from './channel.tsx';
import { channelsPage } from './channels.tsx';
import { deadPages } from './dead.tsx';
import { groupPages } from './groups.tsx';

export interface DeliveryPagesParts {
  delivery: Delivery;
  trials: Trials;
  people: Pick<People, 'reach' | 'unitByCode' | 'requireMay'>;
  clock: Clock;
  login: Pick<ChannelLogin, 'mayLogIn'>;
  /** Where an account is connected, for channels that have one. */
  loginPages: Partial<Record<ChannelName, string>>;
}

/** Channels, and who was not reached by any. */
export function deliveryPages(console: Console, parts: DeliveryPagesParts): void {
  channelsPage(console, parts);
  channelPage(console, parts);
  deadPages(console, parts);
  groupPages(console, parts);
}
