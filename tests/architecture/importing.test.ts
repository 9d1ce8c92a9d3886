import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Report } from './import-everything.ts';
import { ourSources, root } from './imports.ts';

/** The program itself, and what the thread of the embedded database runs. */
const programs = ['hub/cli.ts', 'hub/platform/database/embedded-worker.ts'];
/** Whoever starts something looks at the environment and hands it on. */
const mayReadEnvironment = ['hub/command-line.ts', 'hub/demo.ts'];

interface Imported {
  report: Report | undefined;
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Imports the files in a process of their own. It has to end by itself: nothing may keep it alive. */
async function importAll(paths: readonly string[]): Promise<Imported> {
  const child = fork(join(import.meta.dirname, 'import-everything.ts'), paths, {
    cwd: root,
    silent: true,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    timeout: 120_000,
  });
  let report: Report | undefined;
  child.on('message', (message) => (report = message as Report));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout!), text(child.stderr!), ended]);
  return { report, code, stdout, stderr };
}

describe('importing', () => {
  test('every module does nothing: nothing printed, opened, listened to or read from the environment', async () => {
    const paths = [...ourSources().keys()].filter((path) => !programs.includes(path));
    const { report, ...process } = await importAll(paths);
    expect(process).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(report?.imported).toBeGreaterThan(100);
    expect(report?.environment).toEqual([]);
    expect(report?.resources.after).toEqual(report?.resources.before);
    expect(report?.listeners.after).toEqual(report?.listeners.before);
  }, 60_000);

  test.each<[string, string, (imported: Imported) => void]>([
    ['prints', `console.log('chào');`, ({ stdout }) => expect(stdout).toBe('chào\n')],
    ['warns', `process.emitWarning('chào');`, ({ stderr }) => expect(stderr).toContain('chào')],
    [
      'reads the environment',
      `export const port = process.env['PORT'];`,
      ({ report }) => expect(report?.environment.join()).toMatch(/reads PORT$/),
    ],
    [
      'starts a timer',
      `setInterval(() => {}, 1000).unref(); setTimeout(() => {}, 2000);`,
      ({ report }) => expect(report?.resources.after).toContain('Timeout'),
    ],
    [
      'listens',
      `process.on('SIGTERM', () => {});`,
      ({ report }) => expect(report?.listeners.after).toContain('SIGTERM'),
    ],
  ])('is caught where a module %s', async (_, source, look) => {
    const folder = mkdtempSync(join(root, 'tests/architecture/planted-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = join(folder, 'planted.ts');
    writeFileSync(file, `${source}\nexport {};\n`);
    look(await importAll([relative(root, file)]));
  });
});

test('the environment is named only where something is started', () => {
  const reading = [...ourSources()]
    .filter(([, source]) =>
      /\bprocess\s*(\.\s*env\b|\[)|\bimport\s*\{[^}]*\benv\b[^}]*\}\s*from\s*['"](node:)?process['"]/.test(
        source,
      ),
    )
    .map(([path]) => path);
  expect(reading.filter((path) => !mayReadEnvironment.includes(path))).toEqual([]);
  expect(reading).toContain('hub/command-line.ts');
  // What is configured is described in one place, which takes the environment as it is given.
  expect(readFileSync(join(root, 'hub/config.ts'), 'utf8')).toContain(
    'export function readConfig(environment',
  );
});
