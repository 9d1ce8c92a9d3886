import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';

test('what a test started ends with it, also where it is killed', async () => {
  const program = `
    import { spawn } from 'node:child_process';
    import { afterDeath } from ${JSON.stringify(join(import.meta.dirname, 'after-death.ts'))};
    const started = [spawn('sleep', ['600']), spawn('sleep', ['600'])];
    for (const { pid } of started) afterDeath('kill -9 ' + pid);
    const given = spawn('sleep', ['600']);
    afterDeath('kill -9 ' + given.pid)();
    process.stdout.write([...started, given].map(({ pid }) => pid).join(' '));
    setInterval(() => {}, 1_000);`;
  const killed = spawn(process.execPath, ['--input-type=module', '--eval', program]);
  const [said] = (await once(killed.stdout, 'data')) as [Buffer];
  const [one, other, calledOff] = said.toString().split(' ').map(Number) as [number, number, number];
  killed.kill('SIGKILL');
  await expect.poll(() => [one, other].filter(isAlive)).toEqual([]);
  expect(isAlive(calledOff)).toBe(true);
  process.kill(calledOff);
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
