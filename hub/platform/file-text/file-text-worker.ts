/**
 * The thread in which one file is read: a hostile file holds up this thread, not the hub.
 * Started by file-text.ts with the file; answers once.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { readHere, type GivenFile } from './file-text.ts';

if (!isMainThread && parentPort) {
  parentPort.postMessage(await readHere(workerData as GivenFile));
}
