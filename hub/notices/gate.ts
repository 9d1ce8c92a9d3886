import { readableText } from '../platform/file-text/file-text.ts';
import { findClassificationMark } from './classification.ts';
import { NoticeClassified } from './errors.ts';

export type ClassificationMark = NonNullable<ReturnType<typeof findClassificationMark>>['mark'];

/**
 * Refuses what carries a mark of state secrecy in its title, its text, or a file that can be read, before
 * anything is stored. Seeing no mark proves nothing: the sender answers for what is sent.
 *
 * @throws {NoticeClassified}
 */
export async function refuseClassified(notice: {
  title: string;
  number?: string | undefined;
  body: string;
  attachments?: readonly { name: string; mediaType: string; content: Uint8Array }[];
}): Promise<void> {
  refuseMarked([notice.title, notice.number ?? ''].join('\n'), 'title');
  refuseMarked(notice.body, 'body');
  for (const file of notice.attachments ?? []) {
    const text = await readableText(file);
    if (text.readable) refuseMarked(text.text, 'attachment');
  }
}

function refuseMarked(text: string, where: 'title' | 'body' | 'attachment'): void {
  const found = findClassificationMark(text);
  if (found) throw new NoticeClassified(found.mark, where);
}
