/**
 * So many at a time, the others in the order in which they came.
 *
 * @param full what is thrown where `mostWaiting` wait already
 */
export function inTurns(
  most: number,
  { mostWaiting = Infinity, full = () => new Error('too many wait') } = {},
) {
  let busy = 0;
  const waiting: (() => void)[] = [];
  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (waiting.length >= mostWaiting) throw full();
    if (busy >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else busy += 1;
    try {
      return await work();
    } finally {
      // Whoever waits takes over the place.
      const next = waiting.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
