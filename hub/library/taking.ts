import { createHash } from 'node:crypto';
import { readableText } from '../platform/file-text/file-text.ts';
import type { LibraryDocument } from './document.ts';
import { isMarkedName } from './marked-name.ts';
import { isMarkedText } from './marked-text.ts';
import type { GivenFile, Refusal } from './port.ts';
import { readFile } from './read-file.ts';

/** The most that is taken of one file. */
export const fileBytes = 50 * 1024 * 1024;

/** A file that was read and may be kept. */
export interface Taken {
  file: GivenFile;
  sha256: Buffer;
  document: LibraryDocument;
  pageStarts: readonly number[];
}

/** As much as is read of a document. */
const mostCharacters = 5_000_000;
/** What the gate reads may be as large as what the library reads. */
const gateLimits = { timeMs: 120_000, memoryMb: 1024 };
const longestName = 200;
const longestTitle = 500;

/**
 * Reads a file before anything of it is kept, and refuses what bears a mark of secrecy anywhere: in its name, in what the
 * library reads of it, or in what stands around that, such as headers and stamps. The gate must be able to read what the
 * library can: what it has not seen is not taken.
 */
export async function takeFile(
  given: GivenFile,
  onProgress: (done: number, total: number) => void = ignore,
): Promise<Taken | { refused: Refusal }> {
  const file = { ...given, name: plainName(given.name) };
  if (file.content.byteLength > fileBytes) return { refused: 'too-large' };
  if (file.content.byteLength === 0) return { refused: 'empty' };
  if (isMarkedName(file.name)) return { refused: 'classified' };
  const seen = await readableText(file, gateLimits);
  if (!seen.readable && seen.reason !== 'no-text') return { refused: seen.reason };
  if (seen.readable && seen.text.length > mostCharacters) return { refused: 'too-large' };
  if (seen.readable && (await isMarkedText(seen.text))) return { refused: 'classified' };
  const read = await readFile(file, onProgress);
  if (!read.readable) return { refused: read.reason };
  const { document } = read;
  if (await isMarkedText(document.text)) return { refused: 'classified' };
  if (await isMarkedText(document.title)) return { refused: 'classified' };
  if (document.passages.length === 0) return { refused: 'empty' };
  const title = (document.title || baseName(file.name)).slice(0, longestTitle);
  const sha256 = createHash('sha256').update(file.content).digest();
  return { file, sha256, document: { ...document, title }, pageStarts: read.pageStarts };
}

function ignore(): void {}

/** Without folders and what cannot be shown. */
export function plainName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return plain.length <= longestName ? plain : plain.slice(plain.length - longestName);
}

function baseName(name: string): string {
  return name.replace(/\.[\p{L}\p{N}]{1,8}$/u, '');
}
