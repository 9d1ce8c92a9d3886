/** Work that can be interrupted wherever it yields, and goes on later as if nothing had been. */
export type Work<Result = void> = Generator<undefined, Result>;

/** Does a work in one go. */
export function done<Result>(work: Work<Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Works that are done in slices, between which everything else gets its turn. */
export interface Slicer {
  /**
   * Resolves when the work is done, or was dropped by `close`.
   *
   * @param size what is smaller goes first, also before something that has begun
   * @throws what the work throws
   */
  take(work: Work, size: number): Promise<void>;
  /** Drops what is not done. */
  close(): void;
}

interface Job {
  work: Work;
  size: number;
  resolve: () => void;
  reject: (reason: unknown) => void;
}

/** @param sliceMs how long the process is held at most, as far as the works yield often enough */
export function slicer(sliceMs = 5): Slicer {
  let jobs: Job[] = [];
  let waiting: NodeJS.Immediate | null = null;
  const slice = () => {
    waiting = null;
    const begun = performance.now();
    let job = smallest(jobs);
    while (job && performance.now() - begun < sliceMs) {
      if (!step(job)) continue;
      jobs = jobs.filter((other) => other !== job);
      job = smallest(jobs);
    }
    if (jobs.length > 0) waiting = setImmediate(slice);
  };
  return {
    async take(work, size) {
      await new Promise<void>((resolve, reject) => {
        jobs.push({ work, size, resolve, reject });
        waiting ??= setImmediate(slice);
      });
    },
    close() {
      if (waiting) clearImmediate(waiting);
      waiting = null;
      for (const { resolve } of jobs) resolve();
      jobs = [];
    },
  };
}

/** @returns whether it has ended */
function step({ work, resolve, reject }: Job): boolean {
  try {
    if (!work.next().done) return false;
    resolve();
  } catch (error) {
    reject(error);
  }
  return true;
}

function smallest(jobs: readonly Job[]): Job | undefined {
  let least = jobs[0];
  for (const job of jobs) if (job.size < least!.size) least = job;
  return least;
}
