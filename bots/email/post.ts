import { randomBytes } from 'node:crypto';
import type { SendOutcome } from '../../hub/channels/index.ts';
import type { Enclosure } from './enclosures.ts';
import { asHtml } from './sheet-html.ts';
import { asText, type Sheet } from './sheet.ts';
import type { MailLine } from './transport.ts';

/** A letter that is ready to go. */
export interface Letter {
  to: string;
  subject: string;
  sheet: Sheet;
  enclosures?: readonly Enclosure[];
  /** What comes back names the letter by this; without it nobody asks. */
  token?: string;
  /** Of the letter that this one follows. */
  follows?: string;
  /** Where a mail program may end it at one touch (RFC 8058). */
  stopUrl?: string;
}

export interface PostOptions {
  /** The address, or `Name <address>`. */
  from: string;
  /** Where letters that cannot be delivered come back to; null: to whoever writes. */
  bounceAddress: string | null;
}

/** RFC 5321: a local part has at most so many characters. */
const longestLocalPart = 64;

/** Puts letters into their envelopes and hands them to the server. */
export function openPost(line: Pick<MailLine, 'send'>, { from, bounceAddress }: PostOptions) {
  const sender = /<([^<>]+)>\s*$/.exec(from)?.[1]?.trim() ?? from.trim();
  const domain = sender.slice(sender.lastIndexOf('@') + 1);

  /** The same letter, sent again after doubt, has the same id: many mailboxes show it once. */
  const messageIdOf = (token: string) => `<${token}@${domain}>`;

  function returnPath(token: string | undefined): string {
    if (!bounceAddress) return sender;
    const at = bounceAddress.lastIndexOf('@');
    const local = `${bounceAddress.slice(0, at)}+${token}`;
    return token && local.length <= longestLocalPart ? local + bounceAddress.slice(at) : bounceAddress;
  }

  return async (letter: Letter): Promise<SendOutcome> => {
    const { to, subject, sheet, enclosures = [], token, follows, stopUrl } = letter;
    return await line.send({
      envelope: { from: returnPath(token), to },
      messageId: messageIdOf(token ?? randomBytes(24).toString('base64url')),
      from,
      to: { name: '', address: to },
      subject,
      text: asText(sheet),
      html: asHtml(sheet),
      attachments: [...enclosures],
      ...(follows ? { references: messageIdOf(follows), inReplyTo: messageIdOf(follows) } : {}),
      headers: {
        // Nobody is away from a machine: no answers of absence, please.
        'Auto-Submitted': 'auto-generated',
        'X-Auto-Response-Suppress': 'All',
        ...(stopUrl
          ? { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
          : {}),
      },
    });
  };
}

export type Post = ReturnType<typeof openPost>;
