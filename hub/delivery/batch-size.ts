const smallest = 16;
const largest = 1_000;
const first = 64;
/** Enough for a channel of few lines to have its next sends at hand. */
const perLine = 4;

/**
 * How many rows to claim at once on a channel without a rate of ours. What is claimed is asked at once, so a
 * batch is also what a crash leaves in doubt: it grows while the provider answers quickly and shrinks when it
 * is slow.
 *
 * @param lines how many sends the channel makes at once, where that is few
 */
export function batchSizer(lines = Infinity) {
  const most = Math.min(largest, lines * perLine);
  const least = Math.min(smallest, lines);
  let size = Math.min(first, lines);
  return {
    size: () => size,
    learn(rows: number, tookMs: number) {
      if (tookMs > 400) size = Math.max(least, Math.floor(size / 2));
      else if (tookMs < 100 && rows >= size) size = Math.min(most, size * 2);
    },
  };
}
