import { Unreadable } from './unreadable.ts';

export type PdfDocument = Awaited<ReturnType<(typeof import('unpdf'))['getDocumentProxy']>>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

/**
 * Does something with an opened PDF, and closes it.
 *
 * @throws {Unreadable} `encrypted` it opens only with a password; `broken`
 */
export async function withPdf<Result>(
  content: Uint8Array,
  use: (document: PdfDocument) => Promise<Result>,
): Promise<Result> {
  const { getDocumentProxy } = await import('unpdf');
  // pdf.js takes the bytes over and empties the array it is given.
  const options = { verbosity: 0, isEvalSupported: false };
  const document = await getDocumentProxy(new Uint8Array(content), options).catch((error: unknown) => {
    const locked = error instanceof Error && error.name === 'PasswordException';
    throw new Unreadable(locked ? 'encrypted' : 'broken');
  });
  try {
    return await use(document);
  } finally {
    await document.loadingTask.destroy();
  }
}
