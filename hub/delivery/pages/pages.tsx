import type { Console } from '../../console/index.ts';
import type { People } from '../../people/index.ts';
import type { Delivery } from '../delivery.ts';
import { channelsPage } from './channels.tsx';
import { deadPages } from './dead.tsx';

export interface DeliveryPagesParts {
  delivery: Delivery;
  people: Pick<People, 'reach'>;
}

/** Channels, and who was not reached by any. */
export function deliveryPages(console: Console, parts: DeliveryPagesParts): void {
  channelsPage(console, parts);
  deadPages(console, parts);
}
