/**
 * The thread in which one file is read and looked through: a hostile file holds up this thread, not the hub.
 * Started by read-file.ts with the file; tells how far it is, answers once.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { readDocument } from './document.ts';
import type { GivenFile } from './port.ts';
import type { ReadFile } from './read-file.ts';
import { readDocumentHere } from './reading/read-document-here.ts';

/** Some two thousand pages. */
const mostCharacters = 5_000_000;

async function read(file: GivenFile, onProgress: (done: number, total: number) => void): Promise<ReadFile> {
  const read = await readDocumentHere(file, onProgress);
  if (!read.readable) return read;
  if (read.text.length > mostCharacters) return { readable: false, reason: 'too-large' };
  // The one character that no text in the database can hold.
  const document = readDocument(file.name, read.text.replaceAll('\0', ' '));
  return { readable: true, document, pageStarts: read.pageStarts };
}

if (!isMainThread && parentPort) {
  const port = parentPort;
  port.postMessage(
    await read(workerData as GivenFile, (done, total) => port.postMessage({ progress: [done, total] })),
  );
}
