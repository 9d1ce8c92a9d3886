import { legacyText } from './legacy-text.ts';
import { plainText } from './plain-text.ts';
import { Unreadable, type Unread } from './unreadable.ts';

export type GivenFile = { name: string; mediaType: string; content: Uint8Array };
export type Format =
  | { format: 'pdf' }
  /** A ZIP, which may be a DOCX. */
  | { format: 'zip' }
  | { format: 'html' | 'text'; text: string };

/**
 * What a file is, by its content and never by its name; the media type only tells an HTML fragment from plain text.
 *
 * @throws {Unreadable} nothing of ours
 */
export function formatOf({ content, mediaType }: GivenFile): Format {
  const kind = magicOf(content);
  if (kind === 'pdf' || kind === 'zip') return { format: kind };
  if (kind === 'old-office') throw new Unreadable(oldOfficeReason(content));
  const text = legacyText(content) ?? plainText(content, 'unknown-format');
  if (looksLikeHtml(text, mediaType)) return { format: 'html', text };
  if (isOtherMarkup(text)) throw new Unreadable('unknown-format');
  return { format: 'text', text };
}

export function magicOf(content: Uint8Array): 'pdf' | 'zip' | 'old-office' | 'text' {
  const head = Buffer.from(content.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\u0003\u0004')) return 'zip';
  return head.startsWith('\u00d0\u00cf\u0011\u00e0') ? 'old-office' : 'text';
}

// Word wraps a password-protected DOCX in the container of the old .doc format.
function oldOfficeReason(content: Uint8Array): Unread {
  const wrapped = Buffer.from(content).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return wrapped ? 'encrypted' : 'unknown-format';
}

function looksLikeHtml(text: string, mediaType: string) {
  if (/^(?:text\/html|application\/xhtml)/i.test(mediaType)) return /<\/?[a-z]/i.test(text);
  const start = text.slice(0, 4096).replace(/<!--[\s\S]*?-->|<\?[^>]*>/g, '');
  return /^\s*<(?:!doctype html|html|head|body)[\s>]/i.test(start);
}

// These hide their words behind codes or base64, so their source must not pass for the text.
function isOtherMarkup(text: string) {
  const start = text.slice(0, 4096);
  return /^\s*(?:\{\\rtf|%!PS|<\?xml|<svg)/i.test(start) || /^MIME-Version:/im.test(start);
}
