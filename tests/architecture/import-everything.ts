/**
 * A process that imports the files named as arguments, and tells its parent what that did besides. Not a
 * test: importing.test.ts starts it.
 */
import { pathToFileURL } from 'node:url';
import { takeTsx } from '../../hub/platform/tsx.ts';
import { root } from './imports.ts';

export interface Report {
  imported: number;
  resources: { before: string[]; after: string[] };
  listeners: { before: string[]; after: string[] };
  /** Who of ours read which variable. */
  environment: string[];
}

const environment = new Set<string>();
const prefix = `${pathToFileURL(root).href}/`;

/** Notes the file that asks: the nearest one that is not Node itself. Packages may ask. */
function note(name: string | symbol): void {
  const frames = new Error('where').stack?.split('\n').slice(1) ?? [];
  const outside = frames.filter(
    (frame) => !frame.includes(import.meta.url) && !/\(?node:|<anonymous>/.test(frame),
  );
  const file = outside[0]?.split(prefix)[1]?.split(':')[0];
  if (file && !file.startsWith('node_modules/')) environment.add(`${file} reads ${String(name)}`);
}

const resources = () => process.getActiveResourcesInfo().sort();
const listeners = () =>
  process
    .eventNames()
    .flatMap((name) => Array.from({ length: process.listenerCount(name) }, () => String(name)))
    .sort();

process.env = new Proxy(process.env, {
  get(target, name: string) {
    note(name);
    return target[name];
  },
  has(target, name) {
    note(name);
    return name in target;
  },
  ownKeys(target) {
    note('everything');
    return Reflect.ownKeys(target);
  },
});

// As whoever starts the web side does.
takeTsx();
// Node opens these when they are first looked at, which does no harm.
void [process.stdin, process.stdout, process.stderr];
const paths = process.argv.slice(2);
const before = { resources: resources(), listeners: listeners() };
for (const path of paths) await import(pathToFileURL(`${root}/${path}`).href);
await new Promise((done) => setTimeout(done, 50));
const after = { resources: resources(), listeners: listeners() };
const report: Report = {
  imported: paths.length,
  resources: { before: before.resources, after: after.resources },
  listeners: { before: before.listeners, after: after.listeners },
  environment: [...environment],
};
process.send?.(report, () => process.disconnect());
