const most = 500;

interface Running<Answer, Heard> {
  answer: Promise<Answer>;
  heard: { soFar: Heard | null };
  listeners: Set<(heard: Heard) => void>;
}

/**
 * What was answered before, under a key that says all that it hangs on; the same asked twice at once is worked out once.
 * In this process alone, the last {@link most}.
 *
 * @param lasts false: it is given to who asked at that moment, and not kept
 */
export function answerCache<Answer, Heard>(lasts: (answer: Answer) => boolean) {
  const kept = new Map<string, Answer>();
  const running = new Map<string, Running<Answer, Heard>>();

  async function answer(
    key: string,
    work: (onHeard: (heard: Heard) => void) => Promise<Answer>,
    onHeard?: (heard: Heard) => void,
  ): Promise<Answer> {
    const known = kept.get(key);
    if (known !== undefined) {
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const under = running.get(key) ?? begin(key, work);
    if (onHeard) {
      under.listeners.add(onHeard);
      if (under.heard.soFar !== null) onHeard(under.heard.soFar);
    }
    return await under.answer;
  }

  function begin(
    key: string,
    work: (onHeard: (heard: Heard) => void) => Promise<Answer>,
  ): Running<Answer, Heard> {
    const listeners = new Set<(heard: Heard) => void>();
    const heard: { soFar: Heard | null } = { soFar: null };
    const answer = work((soFar) => {
      heard.soFar = soFar;
      for (const listener of listeners) listener(soFar);
    }).then((found) => {
      if (lasts(found)) remember(key, found);
      return found;
    });
    const started = { answer: answer.finally(() => running.delete(key)), heard, listeners };
    running.set(key, started);
    return started;
  }

  function remember(key: string, found: Answer): void {
    kept.set(key, found);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }

  return { answer };
}
