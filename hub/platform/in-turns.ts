/**
 * So many at a time, the others in the order in which they came.
 *
 * @param patienceMs how long one waits for a turn
 * @param full what is thrown where `mostWaiting` wait already, or patience is at its end
 */
export function inTurns(
  most: number,
  { mostWaiting = Infinity, patienceMs = Infinity, full = () => new Error('too many wait') } = {},
) {
  let busy = 0;
  const waiting: (() => void)[] = [];

  async function turn(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const impatient =
        patienceMs === Infinity
          ? undefined
          : setTimeout(() => {
              waiting.splice(waiting.indexOf(take), 1);
              reject(full());
            }, patienceMs);
      const take = () => {
        clearTimeout(impatient);
        resolve();
      };
      waiting.push(take);
    });
  }

  return async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (waiting.length >= mostWaiting) throw full();
    if (busy >= most) await turn();
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
