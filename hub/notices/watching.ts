const everyMs = 1_000;
/** A question that takes long is asked more rarely: it may take up a tenth of the time. */
const share = 10;

/** Looks at something again and again for as long as somebody listens, once for all who listen to the same. */
export function watching<Seen>(onProblem: (error: unknown) => void) {
  interface Watch {
    listeners: Set<(seen: Seen) => void>;
    last: Seen | undefined;
    timer: NodeJS.Timeout | undefined;
  }
  const watches = new Map<string, Watch>();

  /** `listener` hears what is seen now, and afterwards each change. Returns how to stop listening. */
  function watch(key: string, look: () => Promise<Seen>, listener: (seen: Seen) => void): () => void {
    const known = watches.get(key);
    const watched = known ?? { listeners: new Set(), last: undefined, timer: undefined };
    watched.listeners.add(listener);
    if (!known) {
      watches.set(key, watched);
      void again(key, watched, look);
    } else if (watched.last !== undefined) {
      listener(watched.last);
    }
    return () => {
      watched.listeners.delete(listener);
      if (watched.listeners.size > 0 || watches.get(key) !== watched) return;
      clearTimeout(watched.timer);
      watches.delete(key);
    };
  }

  async function again(key: string, watched: Watch, look: () => Promise<Seen>): Promise<void> {
    const started = performance.now();
    try {
      const seen = await look();
      const changed = JSON.stringify(seen) !== JSON.stringify(watched.last);
      watched.last = seen;
      if (changed) for (const listener of watched.listeners) listener(seen);
    } catch (error) {
      onProblem(error);
    }
    if (watches.get(key) !== watched) return;
    const waitMs = Math.max(everyMs, (performance.now() - started) * share);
    watched.timer = setTimeout(() => void again(key, watched, look), waitMs);
  }

  return { watch };
}
