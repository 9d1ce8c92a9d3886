import type { OutgoingFile } from '../../hub/channels/index.ts';

/** A file as a letter carries it. */
export interface Enclosure {
  filename: string;
  contentType: string;
  content: Buffer;
}

/** The files of one large notice, or of several small ones. */
const keptBytes = 25_000_000;

/** Reads files for letters; a notice's go to thousands and are read once, as long as it is being sent. */
export function openEnclosures(): (file: OutgoingFile) => Promise<Enclosure> {
  const kept = new Map<string, { content: Promise<Buffer>; bytes: number }>();

  async function contentOf(file: OutgoingFile): Promise<Buffer> {
    const known = kept.get(file.id);
    if (known) return await known.content;
    const content = file.content().then((bytes) => Buffer.from(bytes));
    kept.set(file.id, { content, bytes: file.bytes });
    content.catch(() => kept.delete(file.id));
    forgetOldest();
    return await content;
  }

  function forgetOldest(): void {
    let sum = [...kept.values()].reduce((total, { bytes }) => total + bytes, 0);
    for (const [id, { bytes }] of kept) {
      if (sum <= keptBytes || kept.size === 1) return;
      kept.delete(id);
      sum -= bytes;
    }
  }

  return async (file) => ({
    filename: file.name.normalize('NFC'),
    contentType: /^[\w.+-]+\/[\w.+-]+$/.test(file.mediaType) ? file.mediaType : 'application/octet-stream',
    content: await contentOf(file),
  });
}
