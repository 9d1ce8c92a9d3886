import { type Api, GrammyError, InputFile } from 'grammy';
import type { ApiError, InlineKeyboardButton, MessageEntity, Opts } from 'grammy/types';
import type { Channel, Outgoing, OutgoingFile, SendOutcome, TextToSend } from '../../hub/channels/index.ts';
import { NoAnswer } from '../../hub/platform/line.ts';
import type { Transport } from './transport.ts';

/** Telegram's own limits (Bot API: messages 4,096 units after entities, uploads by bots 50 MB). */
const limits = { textUnits: 4096, buttons: 8, fileBytes: 50_000_000 };
const toastUnits = 200;
/** Between two looks whether the operator has mended the token, for an installation too small to trip the breaker. */
const refusedTokenMs = 5_000;

/** Sends over the Bot API. Says what came of it; decides nothing. */
export function telegramChannel(api: Api, transport: Transport): Channel {
  const uploads = new Map<string, Promise<SendOutcome>>();

  /** Of all who want to send a file that has not gone up yet, one uploads it and the others wait for its id. */
  async function sendFile(address: string, file: OutgoingFile): Promise<SendOutcome> {
    while (!file.uploadedAs) {
      const under = uploads.get(file.id);
      if (!under) return await upload(address, file);
      keepId(file, await under.catch(() => null));
    }
    return await outcomeOf(async () => {
      const message = await api.sendDocument(address, file.uploadedAs!);
      return { kind: 'sent', providerId: String(message.message_id) };
    });
  }

  async function upload(address: string, file: OutgoingFile): Promise<SendOutcome> {
    const uploading = outcomeOf(async () => {
      const bytes = new InputFile(await file.content(), file.name);
      const message = await api.sendDocument(address, bytes, { disable_content_type_detection: true });
      return { kind: 'sent', providerId: String(message.message_id), uploadedAs: message.document.file_id };
    }).finally(() => uploads.delete(file.id));
    uploads.set(file.id, uploading);
    const outcome = await uploading;
    keepId(file, outcome);
    return outcome;
  }

  async function sendText(message: Opts<'sendMessage'>): Promise<SendOutcome> {
    const answer = await transport.call<{ message_id: number }>('sendMessage', message);
    return answer.ok ? { kind: 'sent', providerId: String(answer.result.message_id) } : refusal(answer);
  }

  /** Puts a text in the place of an earlier one of ours. Null: that is not there any more. */
  async function placeOf(messageId: string, message: Opts<'sendMessage'>): Promise<SendOutcome | null> {
    const placed = { ...message, message_id: Number(messageId) };
    const answer = await transport.call<unknown>('editMessageText', placed);
    // The same words once more are refused, though they stand there.
    if (answer.ok || /message is not modified/.test(answer.description))
      return { kind: 'sent', providerId: messageId };
    return answer.error_code === 400 ? null : refusal(answer);
  }

  return {
    name: 'telegram',
    limits,
    async send({ address, part, replaces }: Outgoing) {
      if (part.kind === 'file') return await sendFile(address, part.file);
      return await outcomeOf(async () => {
        const placed = replaces === undefined ? null : await placeOf(replaces, messageTo(address, part));
        return placed ?? (await sendText(messageTo(address, part)));
      });
    },
    async showDraft({ address, text, messageId }) {
      const message = messageTo(address, { kind: 'text', text, bold: [], buttons: [] });
      const outcome = await outcomeOf(async () =>
        messageId === null ? await sendText(message) : ((await placeOf(messageId, message)) ?? gone),
      );
      return outcome.kind === 'sent' ? outcome.providerId : null;
    },
    async answers() {
      const outcome = await outcomeOf(async () => {
        await api.getMe();
        return { kind: 'sent', providerId: '' };
      });
      return outcome.kind === 'sent' || (outcome.kind === 'retry' && outcome.limited && !outcome.ofChannel);
    },
    async settleTap(tap, { toast, removeButtons }) {
      // Both are courtesies to the person: an old tap or a message already changed is refused, and that is fine.
      await outcomeOf(async () => {
        await api.answerCallbackQuery(tap.tapId, { text: toast.slice(0, toastUnits) });
        return { kind: 'sent', providerId: '' };
      });
      if (!removeButtons) return;
      await outcomeOf(async () => {
        await api.editMessageReplyMarkup(tap.address, Number(tap.messageId));
        return { kind: 'sent', providerId: '' };
      });
    },
    async showTyping(address) {
      await outcomeOf(async () => {
        await api.sendChatAction(address, 'typing');
        return { kind: 'sent', providerId: '' };
      });
    },
    close: transport.close,
  };
}

const gone: SendOutcome = { kind: 'refused', reason: 'invalid', detail: 'draft-gone' };

/** Two languages of one notice hold the same file as two objects: each learns the id. */
function keepId(file: OutgoingFile, outcome: SendOutcome | null): void {
  if (outcome?.kind === 'sent' && outcome.uploadedAs) file.uploadedAs = outcome.uploadedAs;
}

function messageTo(address: string, part: TextToSend): Opts<'sendMessage'> {
  return {
    chat_id: address,
    text: part.text,
    entities: entitiesOf(part),
    link_preview_options: { is_disabled: true },
    ...(part.buttons.length > 0 ? { reply_markup: { inline_keyboard: keyboardOf(part) } } : {}),
  };
}

function entitiesOf(part: TextToSend): MessageEntity[] {
  return part.bold.map(({ offset, length }) => ({ type: 'bold', offset, length }));
}

/** One button a row: a thumb finds it. */
function keyboardOf(part: TextToSend): InlineKeyboardButton[][] {
  return part.buttons.map((button) => [{ text: button.label, callback_data: button.payload }]);
}

async function outcomeOf(ask: () => Promise<SendOutcome>): Promise<SendOutcome> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof NoAnswer) return noAnswer(error);
    if (error instanceof GrammyError) return refusal(error);
    throw error;
  }
}

function noAnswer(error: NoAnswer): SendOutcome {
  return error.asked
    ? { kind: 'unknown', detail: error.detail }
    : { kind: 'retry', waitMs: 1000, limited: false, detail: error.detail };
}

/** What Telegram's error codes mean for us (paper on channels, 5.1). */
function refusal({ error_code: code, description, parameters = {} }: Omit<ApiError, 'ok'>): SendOutcome {
  if (parameters.migrate_to_chat_id) return { kind: 'moved', address: String(parameters.migrate_to_chat_id) };
  if (code === 429) {
    return {
      kind: 'retry',
      waitMs: (parameters.retry_after ?? 1) * 1000,
      limited: true,
      detail: 'too-many-requests',
    };
  }
  if (code === 403) return { kind: 'refused', reason: 'blocked', detail: 'forbidden' };
  if (code === 400) {
    const gone = /chat not found|user is deactivated|PEER_ID_INVALID/i.test(description);
    return { kind: 'refused', reason: gone ? 'blocked' : 'invalid', detail: description.slice(0, 60) };
  }
  // 401 and 404 speak of the token, not of the recipient: waiting loses nobody while the operator mends it.
  if (code === 401 || code === 404) {
    return {
      kind: 'retry',
      waitMs: refusedTokenMs,
      limited: true,
      ofChannel: true,
      needsPerson: true,
      detail: `bot-refused-${code}`,
    };
  }
  return { kind: 'retry', waitMs: 1000, limited: false, detail: `http-${code}` };
}
