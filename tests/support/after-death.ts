import { spawn } from 'node:child_process';
import type { Socket } from 'node:net';

/**
 * Runs a line of shell when this process has ended, however it did: what a test started would else go on without it. A
 * process of its own waits for the end of a pipe from here, which the system closes even where nothing can be caught.
 *
 * @returns calls it off
 */
export function afterDeath(line: string): () => void {
  const waiting = spawn('sh', ['-c', `cat > /dev/null; ${line}`], {
    // Whoever ends this process with its whole group does not end what waits for that.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  waiting.on('error', () => {});
  waiting.unref();
  (waiting.stdin as Socket).unref();
  return () => {
    try {
      process.kill(-waiting.pid!, 'SIGKILL');
    } catch {
      // It has run already.
    }
  };
}
