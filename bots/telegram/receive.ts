import type { Update } from 'grammy/types';
import type { Inbound } from '../../hub/channels/index.ts';
import { filesIn } from './files.ts';

/** The updates we ask for; anything else Telegram need not send. */
export const wantedUpdates = ['message', 'callback_query', 'my_chat_member'] as const;

/** An update in every channel's words; null for what means nothing to us (groups, edits, other bots). */
export function inboundOf(update: Update): Inbound | null {
  const base = { channel: 'telegram' as const, eventKey: String(update.update_id), text: '', payload: '' };

  const message = update.message;
  if (message) {
    if (message.chat.type !== 'private' || message.from?.is_bot) return null;
    const text = (message.text ?? message.caption ?? '').normalize('NFC');
    const files = filesIn(message);
    const language = message.from?.language_code?.slice(0, 2);
    return {
      ...base,
      address: String(message.chat.id),
      kind: message.text === undefined ? 'file' : 'text',
      text,
      messageId: String(message.message_id),
      ...(files.length > 0 ? { files } : {}),
      ...(language ? { appLanguage: language } : {}),
    };
  }

  const tap = update.callback_query;
  if (tap) {
    if (!tap.data || !tap.message || tap.message.chat.type !== 'private') return null;
    return {
      ...base,
      address: String(tap.message.chat.id),
      kind: 'tap',
      payload: tap.data,
      tapId: tap.id,
      messageId: String(tap.message.message_id),
    };
  }

  const change = update.my_chat_member;
  if (change?.chat.type !== 'private') return null;
  const kind = change.new_chat_member.status === 'kicked' ? 'blocked' : 'unblocked';
  return { ...base, address: String(change.chat.id), kind };
}
