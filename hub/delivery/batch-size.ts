const smallest = 16;
const largest = 1_000;
const first = 64;

/**
 * How many rows to claim at once on a channel without a rate of ours. What is claimed is asked at once, so a
 * batch is also what a crash leaves in doubt: it grows while the provider answers quickly and shrinks when it
 * is slow.
 */
export function batchSizer() {
  let size = first;
  return {
    size: () => size,
    learn(rows: number, tookMs: number) {
      if (tookMs > 400) size = Math.max(smallest, Math.floor(size / 2));
      else if (tookMs < 100 && rows >= size) size = Math.min(largest, size * 2);
    },
  };
}
