/**
 * The thread in which a paper is laid out: half a second of work that would hold up everybody else.
 * Started by rendering.ts with the paper; answers once.
 */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { FileFormat, PaperDocument } from '../document.ts';

if (!isMainThread && parentPort) {
  const { paper, format } = workerData as { paper: PaperDocument; format: FileFormat };
  const make = format === 'pdf' ? (await import('./pdf.ts')).pdfOf : (await import('./docx.ts')).docxOf;
  parentPort.postMessage(await make(paper));
}
