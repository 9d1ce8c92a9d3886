/**
 * The thread in which one Excel file is read. Started by xlsx.ts with the file; answers once.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { UnreadableFile } from './problems.ts';
import { xlsxRowsHere, type XlsxRead } from './xlsx.ts';

async function read({ bytes, mostRows }: { bytes: Uint8Array; mostRows: number }): Promise<XlsxRead> {
  try {
    return { rows: await xlsxRowsHere(bytes, mostRows) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { code: error.code };
    throw error;
  }
}

if (!isMainThread && parentPort) {
  parentPort.postMessage(await read(workerData as { bytes: Uint8Array; mostRows: number }));
}
