import type { ChannelName, Left, Terms, Usage } from '../channels/index.ts';

/** What one batch may still take of a channel's month. */
export interface Share {
  /** What is left for whoever is asked next. */
  left(): Left;
  /** Taken before the provider is asked, so that nobody who is asked at the same time takes it too. */
  take(amount: Left): void;
  giveBack(amount: Left): void;
  /** What was taken stands in the month's figures now, or never will. */
  end(): void;
}

interface Open {
  /** As the figures said; less what others have written down since. */
  left: Left;
  taken: Left;
}

/**
 * A channel's month, shared by all batches of this process: the figures are read once a batch, and what is under way is
 * taken off. Processes see each other only through the figures, so that together they may go over an end by what they
 * have under way at one moment.
 */
export function setAside(usage: Pick<Usage, 'left'>) {
  const open = new Map<ChannelName, Set<Open>>();

  return async (channel: ChannelName, terms: Terms): Promise<Share> => {
    const shares = open.get(channel) ?? new Set();
    open.set(channel, shares);
    const own: Open = { left: nothing, taken: nothing };
    // Among the others before the figures are read: what is written down meanwhile is never overlooked.
    shares.add(own);
    try {
      const { messages, money } = await usage.left(channel, terms);
      own.left = less(own.left, { messages: -messages, money: -money });
    } catch (error) {
      shares.delete(own);
      throw error;
    }
    return {
      left: () => [...shares].reduce((left, { taken }) => less(left, taken), own.left),
      take(amount) {
        own.taken = less(own.taken, { messages: -amount.messages, money: -amount.money });
      },
      giveBack(amount) {
        own.taken = less(own.taken, amount);
      },
      end() {
        shares.delete(own);
        for (const other of shares) other.left = less(other.left, own.taken);
      },
    };
  };
}

const nothing: Left = { messages: 0, money: 0 };

function less(left: Left, amount: Left): Left {
  return { messages: left.messages - amount.messages, money: left.money - amount.money };
}
