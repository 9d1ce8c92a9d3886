import PostalMime from 'postal-mime';
import { returningPattern, type AboutLetter, type MailTokens } from './tokens.ts';

/** What a mail server reports of a letter that it, or the next one, had taken (RFC 3464). */
export interface MailReport extends AboutLetter {
  /** `failed`: it will never arrive. `delayed`: it is still being tried; nothing follows from that. */
  kind: 'failed' | 'delayed';
  /** There is no such mailbox. */
  mailboxGone: boolean;
  /** Such as `5.1.1`; `0.0.0` where none is named. */
  status: string;
}

/** The report stands at the beginning; what follows is the letter itself, of which the head is enough. */
const readBytes = 262_144;

/**
 * Reads a letter that came to our address for returned ones. Null for everything that is not a report on a letter of
 * ours: answers of absence, advertisements, forged ones.
 */
export async function reportIn(raw: Uint8Array, tokens: MailTokens): Promise<MailReport | null> {
  const start = Buffer.from(raw).subarray(0, readBytes);
  const about = aboutIn(start.toString('latin1'), tokens);
  if (!about) return null;
  const { attachments } = await PostalMime.parse(start, { attachmentEncoding: 'utf8' });
  const status = attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  return typeof status?.content === 'string' ? reportOf(about, fieldsOf(status.content)) : null;
}

/** What a provider tells in its own form, reduced to this by whoever set it up (docs/email.md). */
export function reportFrom(
  { token, event, status = '' }: { token: string; event: string; status?: string | undefined },
  tokens: MailTokens,
): MailReport | null {
  const about = aboutIn(token, tokens);
  return about && reportOf(about, { action: event === 'bounced' ? 'failed' : event, status });
}

/** The letter is named by the address it came back to, and by its own Message-ID in the part that came back. */
function aboutIn(text: string, tokens: MailTokens): AboutLetter | null {
  for (const [token] of text.matchAll(returningPattern)) {
    const about = tokens.returned(token);
    if (about) return about;
  }
  return null;
}

function reportOf(about: AboutLetter, fields: Record<string, string>): MailReport | null {
  const action = fields['action']?.toLowerCase() ?? '';
  if (action !== 'failed' && action !== 'delayed') return null;
  const status = /^[245]\.\d{1,3}\.\d{1,3}/.exec(fields['status'] ?? '')?.[0] ?? '0.0.0';
  return { ...about, kind: action, mailboxGone: isGone(status), status };
}

/** A full mailbox, a refused text or a server that was away for days says nothing of the mailbox. */
function isGone(status: string): boolean {
  return /^5\.(?:0\.0|1\.\d+|2\.[01])$/.test(status);
}

/** Of all blocks the first field of each name: a letter of ours has one recipient. */
function fieldsOf(text: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [, name, value] of text.matchAll(/^([\w-]+):[ \t]*(.*)$/gm))
    fields[name!.toLowerCase()] ??= value!.trim();
  return fields;
}
