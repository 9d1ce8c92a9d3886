import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { operator } from '../platform/audit.ts';
import type { Library, Readers, Refusal } from './port.ts';
import { fileBytes } from './taking.ts';

/** What became of one file, as `index` prints it. `file` is as it was named, or found. */
export interface Indexed {
  file: string;
  number: string;
  title: string;
  passages: number;
  status: 'indexed' | 'unchanged' | 'refused' | 'failed';
  /** `missing`: there is no such file. `internal`: a fault of ours, told on standard error. */
  reason?: Refusal | 'missing' | 'internal' | undefined;
}

const readEndings = /\.(?:docx|pdf|html?|md|markdown|txt)$/i;
const mediaTypes: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  htm: 'text/html',
  html: 'text/html',
  md: 'text/markdown',
  markdown: 'text/markdown',
};

/**
 * Takes files, and all files of folders that can be read, into the library, one after the other: another of them does not
 * wait for what one of them was refused for.
 *
 * @param where.unit code; default the top of the tree
 * @param tell hears of each file as it is read
 */
export async function indexPaths(
  { keeping }: Pick<Library, 'keeping'>,
  paths: readonly string[],
  where: { unit: string | undefined; readers: Readers },
  tell: (line: string) => void,
): Promise<Indexed[]> {
  const files: string[] = [];
  for (const path of paths) files.push(...(await filesOf(path)));
  const results: Indexed[] = [];
  for (const [index, file] of files.entries()) {
    const place = `${index + 1}/${files.length} ${file}`;
    const result = await indexOne(keeping, file, where, {
      onProgress: (done, total) => total > 1 && tell(`${place}: ${done}/${total}`),
      onFault: (error) => tell(`${place}: ${error instanceof Error ? error.stack : String(error)}`),
    });
    tell(`${place}: ${result.status}${result.reason ? ` (${result.reason})` : ''}`);
    results.push(result);
  }
  return results;
}

async function indexOne(
  keeping: Library['keeping'],
  file: string,
  where: { unit: string | undefined; readers: Readers },
  told: { onProgress: (done: number, total: number) => void; onFault: (error: unknown) => void },
): Promise<Indexed> {
  const none = { file, number: '', title: '', passages: 0 };
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) return { ...none, status: 'failed', reason: 'missing' };
  if (found.size > fileBytes) return { ...none, status: 'refused', reason: 'too-large' };
  try {
    const content = await readFile(file);
    const given = { name: basename(file), mediaType: mediaTypeOf(file), content };
    const added = await keeping.add(operator, given, { ...where, release: true }, told.onProgress);
    const { status, document, passages, reason } = added;
    return { file, number: document?.number ?? '', title: document?.title ?? '', passages, status, reason };
  } catch (error) {
    told.onFault(error);
    return { ...none, status: 'failed', reason: 'internal' };
  }
}

/** A file as it is named, whatever it is; of a folder what may be read, without what is hidden, in order. */
async function filesOf(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (!entries) return [path];
  const files: string[] = [];
  for (const entry of entries.toSorted(byName)) {
    if (entry.name.startsWith('.')) continue;
    const inner = join(path, entry.name);
    if (entry.isDirectory()) files.push(...(await filesOf(inner)));
    else if (entry.isFile() && readEndings.test(entry.name)) files.push(inner);
  }
  return files;
}

function byName(a: Dirent, b: Dirent): number {
  return a.name.localeCompare(b.name, 'vi', { numeric: true });
}

function mediaTypeOf(file: string): string {
  return mediaTypes[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''] ?? 'text/plain';
}
