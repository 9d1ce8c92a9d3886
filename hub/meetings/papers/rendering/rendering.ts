import { inBoundedThread } from '../../../platform/bounded-thread.ts';
import type { FileFormat, PaperDocument } from '../document.ts';

/** Minutes of fifty people with forty opinions take a second; the rest is for a machine that is busy. */
const limits = { timeMs: 30_000, memoryMb: 512 };

/** The file of a paper. @throws {Error} where the thread broke or took too long: a bug */
export async function rendered(paper: PaperDocument, format: FileFormat): Promise<Uint8Array> {
  const url = new URL('./rendering-worker.ts', import.meta.url);
  const made = await inBoundedThread<Uint8Array>(url, { input: { paper, format } }, limits);
  if (!made) throw new Error(`a paper could not be made into ${format}`);
  return made;
}
