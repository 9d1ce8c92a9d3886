import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  inForce,
  indexLibrary,
  readDocument,
  type LibraryDocument,
  type LibraryIndex,
} from '../../library/index.ts';
import { UnreadableFolder } from '../errors.ts';

export interface LibraryFolder {
  documents: readonly LibraryDocument[];
  index: LibraryIndex;
}

const readable = /\.(?:md|txt)$/i;
const aboutTheFolder = /^README\./i;

/**
 * Every Markdown and text file of a folder as a library in memory, in the order of their names.
 *
 * @throws {UnreadableFolder}
 */
export async function libraryFolder(folder: string): Promise<LibraryFolder> {
  const names = await readdir(folder).catch(() => {
    throw new UnreadableFolder(folder);
  });
  const documents: LibraryDocument[] = [];
  for (const name of names.filter((name) => readable.test(name) && !aboutTheFolder.test(name)).toSorted()) {
    documents.push(readDocument(name, await readFile(join(folder, name), 'utf8')));
  }
  const standing = inForce(documents);
  const index = indexLibrary(
    documents.map((document) => ({ ...document, id: document.file, inForce: standing.has(document) })),
  );
  return { documents, index };
}
