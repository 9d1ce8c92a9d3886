import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { badRequest, structure, type Call } from './calls.ts';

/** What a message carries under its text: an inline keyboard, or words that replace the person's keys. */
export type Markup = { inline: InlineKeyboardMarkup | undefined; keys: string[] | undefined };

const buttonKinds = [
  'callback_data',
  'url',
  'web_app',
  'login_url',
  'copy_text',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'pay',
  'callback_game',
  'disabled',
];

/** Reads `reply_markup` and refuses what Telegram refuses. */
export function markupOf(call: Call): Markup {
  const markup = structure<Record<string, unknown>>(call, 'reply_markup');
  if (!markup) return { inline: undefined, keys: undefined };
  if (typeof markup !== 'object') throw badRequest('object expected as reply markup');
  if (Array.isArray(markup.inline_keyboard)) {
    return { inline: inlineKeyboard(markup.inline_keyboard), keys: undefined };
  }
  if (Array.isArray(markup.keyboard)) return { inline: undefined, keys: keysOf(markup.keyboard) };
  return { inline: undefined, keys: markup.remove_keyboard ? [] : undefined };
}

/** An empty keyboard is the same as none: the message then has no `reply_markup`. */
function inlineKeyboard(rows: unknown[]): InlineKeyboardMarkup | undefined {
  const filled = (rows as InlineKeyboardButton[][]).filter((row) => Array.isArray(row) && row.length > 0);
  let count = 0;
  for (const row of filled) {
    for (const button of row) {
      checkButton(button as unknown as Record<string, unknown>);
      count += 1;
    }
  }
  if (count > 100) throw badRequest('REPLY_MARKUP_TOO_LONG');
  return count === 0 ? undefined : { inline_keyboard: filled };
}

function checkButton(button: Record<string, unknown>): void {
  if (typeof button?.text !== 'string' || button.text.trim() === '') {
    throw badRequest(`can't parse inline keyboard button: Field "text" must be of type String`);
  }
  if (!buttonKinds.some((kind) => button[kind] !== undefined)) {
    throw badRequest(`can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard`);
  }
  const { callback_data: data, url } = button;
  if (data !== undefined) {
    const bytes = typeof data === 'string' ? Buffer.byteLength(data) : 0;
    if (bytes < 1 || bytes > 64) throw badRequest('BUTTON_DATA_INVALID');
  }
  if (url !== undefined && (typeof url !== 'string' || !/^(https?|tg|mailto|tel):.+/i.test(url))) {
    throw badRequest('BUTTON_URL_INVALID');
  }
}

function keysOf(rows: unknown[]): string[] {
  return rows.flat().flatMap((key) => {
    const label = typeof key === 'string' ? key : (key as { text?: unknown } | null)?.text;
    return typeof label === 'string' ? [label] : [];
  });
}
