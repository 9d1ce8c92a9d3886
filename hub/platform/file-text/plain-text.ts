import { Unreadable, type Unread } from './unreadable.ts';

/**
 * Bytes as text: UTF-8, or UTF-16 that says so.
 * @throws {Unreadable} for the given reason, where they are not
 */
export function plainText(content: Uint8Array, otherwise: Unread): string {
  try {
    const text = new TextDecoder(encodingOf(content), { fatal: true }).decode(content);
    if (!text.includes('\0')) return text;
  } catch {
    // Invalid in its encoding: not a text, the same answer as for a NUL.
  }
  throw new Unreadable(otherwise);
}

function encodingOf([first, second]: Uint8Array) {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
