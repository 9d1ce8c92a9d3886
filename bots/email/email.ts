import type { Channel } from '../../hub/channels/index.ts';
import type { Keys } from '../../hub/platform/keys.ts';
import type { Locales } from '../../hub/platform/locales.ts';
import type { Secret } from '../../hub/platform/secret.ts';
import { sealAddress } from './address.ts';
import { emailChannel } from './channel.ts';
import { askingLetter, type AskingLetter } from './asking.ts';
import { openPost } from './post.ts';
import { mailTokens, type MailTokens } from './tokens.ts';
import { openMailLine } from './transport.ts';

export interface EmailParts {
  url: Secret;
  /** The address letters come from, or `Name <address>`. */
  from: string;
  bounceAddress: string | null;
  keys: Keys;
  locales: Locales;
  /** Where people reach our pages. */
  publicUrl: () => Promise<string>;
  /** How long an answer of the server is awaited. */
  timeoutMs?: number;
}

export interface Email {
  channel: Channel;
  tokens: MailTokens;
  /** The address of a chat with this mailbox: another one each time. */
  addressOf(mailbox: string): string;
  /** Asks whoever reads a mailbox whether letters may come there. False where the server did not take it. */
  ask(letter: AskingLetter): Promise<boolean>;
}

export function openEmail({
  url,
  timeoutMs,
  from,
  bounceAddress,
  keys,
  locales,
  publicUrl,
}: EmailParts): Email {
  const line = openMailLine({ url, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  const post = openPost(line, { from, bounceAddress });
  const tokens = mailTokens(keys);
  return {
    channel: emailChannel({ line, post, tokens, keys, locales, publicUrl }),
    tokens,
    addressOf: (mailbox) => sealAddress(keys, mailbox),
    async ask(letter) {
      const outcome = await post(
        askingLetter(letter, { say: locales(letter.language), url: await publicUrl() }),
      );
      return outcome.kind === 'sent';
    },
  };
}
