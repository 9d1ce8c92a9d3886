/**
 * The thread in which one attachment is read: a hostile file holds up this thread, not the hub.
 * Started by attachment-text.ts with the file; answers once.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { readHere, type Attachment } from './attachment-text.ts';

if (!isMainThread && parentPort) {
  parentPort.postMessage(await readHere(workerData as Attachment));
}
