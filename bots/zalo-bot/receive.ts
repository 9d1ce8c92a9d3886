import type { Inbound } from '../../hub/channels/index.ts';
import { filesIn } from './files.ts';

/** One thing a person did, as polling and the webhook tell it. Fields we do not read are left out. */
export interface ZaloBotUpdate {
  event_name: string;
  message: {
    message_id: string;
    /** Milliseconds since 1970. */
    date?: unknown;
    from?: { is_bot?: unknown };
    chat: { id: string; chat_type: string };
    text?: unknown;
    caption?: unknown;
    photo?: unknown;
    photo_url?: unknown;
    voice_url?: unknown;
  };
}

/** `group`: not said to us alone. `unknown`: an event of a kind, or from somebody, that means nothing to us. */
export type Skipped = 'group' | 'unknown';

const textEvent = 'message.text.received';
/** `unsupported` also stands for whatever somebody writes whom the platform protects. */
const otherEvents = new Set(
  ['image', 'sticker', 'voice', 'unsupported'].map((kind) => `message.${kind}.received`),
);

/** An update in every channel's words, or why it is none. @throws {TypeError} for what is no update at all */
export function inboundOf({ event_name: event, message }: ZaloBotUpdate): Inbound | Skipped {
  const { message_id: messageId, chat, from } = message;
  if (typeof messageId !== 'string' || messageId === '' || typeof chat.id !== 'string' || chat.id === '')
    throw new TypeError('an update without a message or a chat');
  if (chat.chat_type !== 'PRIVATE') return 'group';
  const isText = event === textEvent && typeof message.text === 'string';
  if (from?.is_bot === true || (!isText && !otherEvents.has(event))) return 'unknown';
  const at = momentOf(message.date);
  const files = isText ? [] : filesIn(message);
  return {
    channel: 'zalo_bot',
    // The platform numbers no updates: the message is what is told twice.
    eventKey: messageId,
    address: chat.id,
    kind: isText ? 'text' : 'file',
    text: wordsOf(isText ? message.text : message.caption),
    payload: '',
    messageId,
    ...(files.length > 0 ? { files } : {}),
    ...(at ? { at } : {}),
  };
}

function wordsOf(text: unknown): string {
  return typeof text === 'string' ? text.normalize('NFC') : '';
}

function momentOf(date: unknown): string | null {
  const moment = new Date(typeof date === 'number' ? date : Number.NaN);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}
