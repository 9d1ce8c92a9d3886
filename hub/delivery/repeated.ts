export interface Repeated {
  /** No more, once what runs right now is done. */
  stop(): Promise<void>;
}

/** Runs `task`, which never throws, again and again, never twice at once. */
export function every(intervalMs: number, task: () => Promise<void>): Repeated {
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= task().finally(() => {
      running = null;
    });
  }, intervalMs);
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}
