import type { FeedbackPartsSealed } from '../feedback.ts';
import type { Answering } from '../port.ts';
import { chasing } from './chasing.ts';
import { deeds } from './deeds.ts';
import { forwarding } from './forwarding.ts';
import { holding } from './holding.ts';
import { listing } from './listing.ts';
import { offering } from './offering.ts';
import type { Outbox } from './outbox.ts';
import { topics } from './topics.ts';

/** Who answers, what they do about an item, and what its author hears of it. */
export function answering(
  parts: FeedbackPartsSealed,
  { put, bring }: Outbox,
): { deeds: Answering; work: () => Promise<void> } {
  const { find, hold } = holding(parts);
  const { view, ...reading } = listing(parts, { find });
  const { chase } = chasing(parts);

  return {
    deeds: {
      ...reading,
      ...deeds({ hold, view, put }),
      ...forwarding(parts, { hold, view, put }),
      ...offering(parts),
      ...topics(parts),
    },
    async work() {
      await bring();
      await chase();
    },
  };
}
