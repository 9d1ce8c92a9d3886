import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

/** Every source file under hub/ and bots/, by its path from the root, with its text. */
export function ourSources(): Map<string, string> {
  return new Map(['hub', 'bots'].flatMap((folder) => sourcesUnder(folder)));
}

function sourcesUnder(folder: string): [string, string][] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sourcesUnder(path);
    return /\.[cm]?tsx?$/.test(entry.name)
      ? [[path, readFileSync(join(root, path), 'utf8')] as [string, string]]
      : [];
  });
}

/** One file naming another, or a package, in whatever way: for values or types, now or later. */
export interface Import {
  from: string;
  /** From the root where the file is ours, such as `hub/channels/index.ts`; else the name of the package. */
  to: string;
  ours: boolean;
}

const specifier = /\b(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g;
const workerFile = /new URL\(\s*(['"])(\.[^'"\n]+)\1\s*,\s*import\.meta\.url/g;

export function importsOf(from: string, source: string): Import[] {
  const code = withoutComments(source);
  const named = [...code.matchAll(specifier), ...code.matchAll(workerFile)].map(([, , name]) => name!);
  return named.map((name) => {
    const ours = name.startsWith('.');
    return { from, to: ours ? posix.join(posix.dirname(from), name) : name, ours };
  });
}

/** Imports of what is only known when it runs: nobody could hold a table against them. */
export function computedImports(source: string): string[] {
  return withoutComments(source).match(/\b(?:import|require)\s*\(\s*[^'")\s][^)]*\)/g) ?? [];
}

/** Text in quotes stays: `//` in an address is no comment. */
function withoutComments(source: string): string {
  return source.replaceAll(
    /(['"`])(?:\\.|(?!\1)[^\\])*?\1|\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/[^\n]*/g,
    (found, quote) => (quote === undefined ? ' ' : found),
  );
}
