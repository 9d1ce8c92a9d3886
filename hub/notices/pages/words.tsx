import { useFrame } from '../../console/index.ts';
import type { Status } from '../../delivery/index.ts';
import type { Say } from '../../platform/locales.ts';

const statusWords: Record<Status, { name: (say: Say) => string; meaning: (say: Say) => string }> = {
  acknowledged: {
    name: (say) => say('status-acknowledged'),
    meaning: (say) => say('status-means-acknowledged'),
  },
  seen: { name: (say) => say('status-seen'), meaning: (say) => say('status-means-seen') },
  delivered: { name: (say) => say('status-delivered'), meaning: (say) => say('status-means-delivered') },
  handed_over: {
    name: (say) => say('status-handed-over'),
    meaning: (say) => say('status-means-handed-over'),
  },
  created: { name: (say) => say('status-created'), meaning: (say) => say('status-means-created') },
  unreachable: {
    name: (say) => say('status-unreachable'),
    meaning: (say) => say('status-means-unreachable'),
  },
  failed: { name: (say) => say('status-failed'), meaning: (say) => say('status-means-failed') },
  cancelled: { name: (say) => say('status-cancelled'), meaning: (say) => say('status-means-cancelled') },
};

/** From the furthest to the least, as a reader looks at them. */
export const statusOrder = Object.keys(statusWords) as Status[];

export function statusWord(status: Status, say: Say): string {
  return statusWords[status].name(say);
}

export function statusMeaning(status: Status, say: Say): string {
  return statusWords[status].meaning(say);
}

/** The same, and nothing where it is none: a row of noughts hides what counts. */
export function Some({ of }: { of: number }) {
  return of === 0 ? null : <Count of={of} />;
}

/** A moment, never broken over two lines. */
export function When({ at }: { at: Date }) {
  return (
    <time class="when" datetime={at.toISOString()}>
      {useFrame().say('notice-page-moment', { moment: at })}
    </time>
  );
}

/** A number as the reader's language writes it: 1.234 or 1,234. */
export function Count({ of }: { of: number }) {
  return <>{new Intl.NumberFormat(useFrame().language).format(of)}</>;
}
