import { createHash } from 'node:crypto';
import PostalMime, { type Email } from 'postal-mime';

/** A letter as it lies in a mailbox, read by somebody else's program. */
export interface ReceivedLetter {
  /** To whom it comes back. */
  returnPath: string;
  /** As it came over the line. */
  raw: Buffer;
  /** Its parts and its head, decoded. */
  email: Email;
  /** What a program shows of the plain part: without the foot. */
  words: string;
  files: { name: string; mediaType: string; bytes: number; sha256: string }[];
  /** The first line of the head by this name, as it came; null where there is none. */
  head(name: string): string | null;
  /** The links of the HTML part, in their order. */
  links: string[];
}

export interface Mailbox {
  readonly address: string;
  /** Oldest first. */
  readonly letters: readonly ReceivedLetter[];
  /** The next letter that comes; one that is there already and was not awaited before counts. */
  next(options?: { timeoutMs?: number }): Promise<ReceivedLetter>;
  /** From now on the server says that there is no such mailbox any more. */
  close(): void;
}

/** What the server itself needs of it. */
export interface OpenMailbox extends Mailbox {
  readonly closed: boolean;
  put(letter: ReceivedLetter): void;
}

export function openMailbox(address: string): OpenMailbox {
  const letters: ReceivedLetter[] = [];
  let read = 0;
  let closed = false;
  let arrived = Promise.withResolvers<void>();
  return {
    address,
    letters,
    get closed() {
      return closed;
    },
    put(letter) {
      letters.push(letter);
      arrived.resolve();
      arrived = Promise.withResolvers();
    },
    async next({ timeoutMs = 15_000 } = {}) {
      const tooLate = Promise.withResolvers<never>();
      const timer = setTimeout(() => tooLate.reject(new Error(`no letter for ${address}`)), timeoutMs);
      try {
        while (letters.length <= read) await Promise.race([arrived.promise, tooLate.promise]);
      } finally {
        clearTimeout(timer);
      }
      read += 1;
      return letters[read - 1]!;
    },
    close() {
      closed = true;
    },
  };
}

export async function readLetter(raw: Buffer, returnPath: string): Promise<ReceivedLetter> {
  const email = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  const text = (email.text ?? '').replaceAll('\r\n', '\n');
  return {
    returnPath,
    raw,
    email,
    words: text.split(/^-- $/m)[0]!.trim(),
    files: email.attachments.map(({ filename, mimeType, content }) => {
      const bytes = Buffer.from(content as ArrayBuffer);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { name: filename ?? '', mediaType: mimeType, bytes: bytes.length, sha256 };
    }),
    head: (name) => email.headers.find(({ key }) => key === name.toLowerCase())?.value ?? null,
    links: [...(email.html ?? '').matchAll(/href="([^"]+)"/g)].map(([, url]) =>
      url!.replaceAll('&amp;', '&'),
    ),
  };
}
