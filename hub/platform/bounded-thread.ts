import { Worker } from 'node:worker_threads';

const watchEveryMs = 100;

/**
 * Does one piece of work in a thread of its own, so that a hostile input holds up that thread and not the hub.
 * The module at `url` takes `input` as its `workerData` and posts one message: the result. `transfer` names the
 * buffers that go over rather than being copied. Where `onProgress` is given, messages `{ progress }` may come before.
 *
 * Null: the work took longer than `timeMs` or more than `memoryMb` of memory, or its thread broke.
 */
export async function inBoundedThread<Result>(
  url: URL,
  {
    input,
    transfer = [],
    onProgress,
  }: {
    input: unknown;
    transfer?: readonly ArrayBuffer[];
    onProgress?: ((progress: unknown) => void) | undefined;
  },
  { timeMs, memoryMb }: { timeMs: number; memoryMb: number },
): Promise<Result | null> {
  const worker = new Worker(url, {
    workerData: input,
    transferList: [...transfer],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const { promise, resolve } = Promise.withResolvers<Result | null>();
  const giveUp = () => resolve(null);
  const hear = (message: Result | { progress: unknown }) => {
    if (onProgress && isProgress(message)) onProgress(message.progress);
    else resolve(message as Result);
  };
  worker.on('message', hear).on('error', giveUp).on('exit', giveUp);
  const timer = setTimeout(giveUp, timeMs);
  // The resource limits leave out buffers, and a file of 2 MB can unfold to gigabytes in those.
  const watch = setInterval(() => {
    void worker.getHeapStatistics().then(
      ({ external_memory: bytes }) => bytes > memoryMb * 1024 * 1024 && giveUp(),
      () => {}, // It has ended meanwhile.
    );
  }, watchEveryMs);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
    await worker.terminate();
  }
}

function isProgress(message: unknown): message is { progress: unknown } {
  return typeof message === 'object' && message !== null && 'progress' in message;
}
