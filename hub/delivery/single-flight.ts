/**
 * Runs `task` never twice at once: a call while it runs makes it run once more afterwards, so that nothing
 * that came meanwhile is overlooked. The promise is that of the last run. Errors go to `onProblem`.
 */
export function singleFlight(
  task: () => Promise<void>,
  onProblem: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      try {
        await task();
      } catch (error) {
        onProblem(error);
      }
    } while (again);
    running = null;
  }

  return () => {
    if (running) again = true;
    running ??= run();
    return running;
  };
}
