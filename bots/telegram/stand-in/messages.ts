import type { MessageEntity, User } from 'grammy/types';
import { badRequest, flag, integer, structure, text, type Call } from './calls.ts';
import { notify, phoneOf, quoted, type ChatBook, type ChatRecord, type StoredMessage } from './chats.ts';
import type { FileStore, StoredFile } from './files.ts';
import type { RateLimits } from './limits.ts';
import { markupOf, type Markup } from './markup.ts';
import { parseHtml, trimmed, type RichText } from './rich-text.ts';

const longestText = 4096;
const longestCaption = 1024;
const longestToast = 200;
const deletableForSeconds = 48 * 3600;
const chatActions = new Set([
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
]);
const notModified =
  'message is not modified: specified new message content and reply markup are exactly the same as a ' +
  'current content and reply markup of the message';

type Deps = { book: ChatBook; files: FileStore; limits: RateLimits; bot: User };

/** The methods that show, change or remove something on a person's screen. */
export function messageMethods({ book, files, limits, bot }: Deps) {
  function sendMessage(call: Call): StoredMessage {
    const chat = book.reachable(call);
    const { text: shown, entities } = messageText(call);
    return show(call, chat, { text: shown, ...(entities.length > 0 && { entities }) });
  }

  function sendDocument(call: Call): StoredMessage {
    const chat = book.reachable(call);
    const { text: caption, entities } = trimmed(richText(call, 'caption', 'caption_entities'));
    if (caption.length > longestCaption) throw badRequest('message caption is too long');
    const { document } = documentOf(call);
    return show(call, chat, {
      document,
      ...(caption !== '' && { caption }),
      ...(entities.length > 0 && { caption_entities: entities }),
    });
  }

  function show(call: Call, chat: ChatRecord, content: Partial<StoredMessage>): StoredMessage {
    const markup = markupOf(call);
    const repliedTo = repliedMessage(call, chat);
    limits.spend(chat);
    applyKeys(chat, markup);
    return book.post(chat, bot, {
      ...content,
      ...(repliedTo && { reply_to_message: quoted(repliedTo) }),
      ...(markup.inline && { reply_markup: markup.inline }),
      ...(flag(call, 'protect_content') && { has_protected_content: true as const }),
    });
  }

  function repliedMessage(call: Call, chat: ChatRecord): StoredMessage | undefined {
    const wanted = structure<{ message_id?: number; allow_sending_without_reply?: boolean }>(
      call,
      'reply_parameters',
    );
    const id = wanted?.message_id ?? integer(call, 'reply_to_message_id');
    if (id === undefined) return undefined;
    const message = chat.phone?.screen.get(id);
    if (message || wanted?.allow_sending_without_reply) return message;
    throw badRequest('message to be replied not found');
  }

  /** `document` is an uploaded part, `attach://` and the name of a part, or the id of a known file. */
  function documentOf(call: Call): StoredFile {
    const given = text(call, 'document') ?? '';
    const part = given.startsWith('attach://') ? given.slice('attach://'.length) : 'document';
    const upload = call.files.get(part);
    if (upload) return files.keep(upload);
    if (given === '' || given.startsWith('attach://'))
      throw badRequest('there is no document in the request');
    return files.byFileId(given);
  }

  function editMessageText(call: Call): StoredMessage {
    const { chat, message } = ownMessage(call, 'edit');
    const { text: shown, entities } = messageText(call);
    const { inline } = markupOf(call);
    if (message.text === undefined) throw badRequest('there is no text in the message to edit');
    limits.spend(chat);
    const { reply_markup: _keyboard, entities: _entities, ...rest } = message;
    const edited = {
      ...rest,
      text: shown,
      ...(entities.length > 0 && { entities }),
      ...(inline && { reply_markup: inline }),
    };
    return replace(chat, message, edited);
  }

  function editMessageReplyMarkup(call: Call): StoredMessage {
    const { chat, message } = ownMessage(call, 'edit');
    const { inline } = markupOf(call);
    const { reply_markup: _keyboard, ...rest } = message;
    return replace(chat, message, { ...rest, ...(inline && { reply_markup: inline }) });
  }

  function replace(chat: ChatRecord, before: StoredMessage, after: StoredMessage): StoredMessage {
    if (likeness(before) === likeness(after)) throw badRequest(notModified);
    return book.replace(chat, after);
  }

  function deleteMessage(call: Call): true {
    const { chat, message } = anyMessage(call, 'delete');
    if (book.now().getTime() / 1000 - message.date > deletableForSeconds) {
      throw badRequest("message can't be deleted for everyone");
    }
    book.remove(chat, message.message_id);
    return true;
  }

  function ownMessage(call: Call, verb: string): { chat: ChatRecord; message: StoredMessage } {
    const found = anyMessage(call, verb);
    if (!found.message.from.is_bot) throw badRequest("message can't be edited");
    return found;
  }

  function anyMessage(call: Call, verb: string): { chat: ChatRecord; message: StoredMessage } {
    const chat = book.reachable(call);
    const message = chat.phone?.screen.get(integer(call, 'message_id') ?? 0);
    if (!message) throw badRequest(`message to ${verb} not found`);
    return { chat, message };
  }

  function sendChatAction(call: Call): true {
    const chat = book.reachable(call);
    if (!chatActions.has(text(call, 'action') ?? '')) throw badRequest('wrong parameter action in request');
    chat.typing += 1;
    notify(chat);
    return true;
  }

  function answerCallbackQuery(call: Call): true {
    const query = book.queries.get(text(call, 'callback_query_id') ?? '');
    if (!query) throw badRequest('query is too old and response timeout expired or query ID is invalid');
    const words = text(call, 'text') ?? '';
    if (words.length > longestToast) throw badRequest('MESSAGE_TOO_LONG');
    const toast = { text: words, alert: flag(call, 'show_alert'), data: query.data, at: book.now() };
    phoneOf(query.chat).toasts.push(toast);
    notify(query.chat);
    return true;
  }

  return {
    sendMessage,
    sendDocument,
    sendChatAction,
    editMessageText,
    editMessageReplyMarkup,
    deleteMessage,
    answerCallbackQuery,
  };
}

function applyKeys(chat: ChatRecord, { keys }: Markup): void {
  if (keys) phoneOf(chat).keys = keys;
}

function messageText(call: Call): RichText {
  const shown = trimmed(richText(call, 'text', 'entities'));
  if (shown.text === '') throw badRequest('message text is empty');
  if (shown.text.length > longestText) throw badRequest('message is too long');
  return shown;
}

function richText(call: Call, name: string, entitiesName: string): RichText {
  const raw = text(call, name) ?? '';
  const mode = text(call, 'parse_mode');
  if (!mode) return { text: raw, entities: structure<MessageEntity[]>(call, entitiesName) ?? [] };
  if (mode.toLowerCase() === 'html') return parseHtml(raw);
  throw badRequest(`unsupported parse_mode (the stand-in reads HTML and entities, not ${mode})`);
}

/** Equal for two messages that look the same: what Telegram compares before it edits. */
function likeness({ text: words, entities, reply_markup }: StoredMessage): string {
  return JSON.stringify([words, entities ?? [], reply_markup ?? null]);
}
