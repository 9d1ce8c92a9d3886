/**
 * The thread in which a PDF or an Office file is cleaned: a hostile one holds up this thread, not the hub.
 * Started by clean-file.ts with the file; answers once.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Stripped, ToStrip } from './clean-file.ts';
import { strippedOffice } from './strip-office.ts';

async function stripped({ format, content }: ToStrip): Promise<Stripped> {
  try {
    if (format === 'zip') return await strippedOffice(content);
    // Takes a second to load.
    const { strippedPdf } = await import('./strip-pdf.ts');
    return { format, content: await strippedPdf(content) };
  } catch {
    return null;
  }
}

if (!isMainThread && parentPort) {
  const result = await stripped(workerData as ToStrip);
  parentPort.postMessage(result);
}
