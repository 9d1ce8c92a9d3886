import type { Update } from 'grammy/types';
import { describe, expect, test } from 'vitest';
import { inboundOf, wantedUpdates } from '../../bots/telegram/receive.ts';

const lan = { id: 7, is_bot: false, first_name: 'Lan', language_code: 'vi' };
const bot = { id: 9, is_bot: true, first_name: 'Bot' };
const chat = { id: 7, type: 'private', first_name: 'Lan' };
const group = { id: -5, type: 'group', title: 'Chi bộ' };

/** As Telegram sends it, without what we do not read. */
const update = (body: object) => ({ update_id: 41, ...body }) as unknown as Update;
const message = (more: object) => update({ message: { message_id: 3, date: 0, from: lan, chat, ...more } });
const tap = (more: object) =>
  update({
    callback_query: {
      id: '99',
      from: lan,
      chat_instance: '1',
      data: 'ack:1',
      message: { message_id: 3, date: 0, chat },
      ...more,
    },
  });
const member = (status: string, where: object = chat) =>
  update({
    my_chat_member: {
      chat: where,
      from: lan,
      date: 0,
      old_chat_member: {},
      new_chat_member: { user: bot, status },
    },
  });

const base = { channel: 'telegram', address: '7', eventKey: '41', text: '', payload: '' };

describe('what a person did', () => {
  test.each<[string, Update, object]>([
    [
      'writes',
      message({ text: 'đã nắm' }),
      { kind: 'text', text: 'đã nắm', messageId: '3', appLanguage: 'vi' },
    ],
    [
      'writes in decomposed letters',
      message({ text: 'đã nắm'.normalize('NFD') }),
      { kind: 'text', text: 'đã nắm', messageId: '3', appLanguage: 'vi' },
    ],
    [
      'presses Start',
      message({ text: '/start K7QF2MXD' }),
      { kind: 'text', text: '/start K7QF2MXD', messageId: '3', appLanguage: 'vi' },
    ],
    [
      'has an app in the English of Britain',
      message({ text: 'hi', from: { ...lan, language_code: 'en-GB' } }),
      { kind: 'text', text: 'hi', messageId: '3', appLanguage: 'en' },
    ],
    [
      'has an app of no language',
      message({ text: 'hi', from: { ...lan, language_code: undefined } }),
      { kind: 'text', text: 'hi', messageId: '3' },
    ],
    [
      'answers a message',
      message({ text: 'rõ', reply_to_message: { text: 'Đã nhận chưa?' } }),
      { kind: 'text', text: 'rõ', messageId: '3', appLanguage: 'vi' },
    ],
    [
      'sends a picture',
      message({ photo: [{ file_id: 'small' }, { file_id: 'large', file_size: 9 }] }),
      {
        kind: 'file',
        messageId: '3',
        appLanguage: 'vi',
        files: [{ kind: 'photo', ref: 'large', bytes: 9 }],
      },
    ],
    [
      'sends a voice message',
      message({ voice: { file_id: 'v', mime_type: 'audio/ogg', file_size: 9 } }),
      {
        kind: 'file',
        messageId: '3',
        appLanguage: 'vi',
        files: [{ kind: 'voice', ref: 'v', mediaType: 'audio/ogg', bytes: 9 }],
      },
    ],
    ['sends a sticker', message({ sticker: {} }), { kind: 'file', messageId: '3', appLanguage: 'vi' }],
    [
      'sends a file with a caption',
      message({ document: { file_id: 'd', file_name: 'a.pdf' }, caption: 'báo cáo' }),
      {
        kind: 'file',
        text: 'báo cáo',
        messageId: '3',
        appLanguage: 'vi',
        files: [{ kind: 'file', ref: 'd', name: 'a.pdf' }],
      },
    ],
    ['presses a button', tap({}), { kind: 'tap', payload: 'ack:1', tapId: '99', messageId: '3' }],
    [
      'presses a button of an old message',
      tap({ message: { message_id: 3, date: 0, chat } }),
      { kind: 'tap', payload: 'ack:1', tapId: '99', messageId: '3' },
    ],
    ['blocks the bot', member('kicked'), { kind: 'blocked' }],
    ['lets it in again', member('member'), { kind: 'unblocked' }],
  ])('%s', (_, given, expected) => {
    expect(inboundOf(given)).toEqual({ ...base, ...expected });
  });

  test('keeps an id larger than 32 bits whole', () => {
    const id = 7_123_456_789_012;
    expect(inboundOf(message({ text: 'a', chat: { ...chat, id } }))).toMatchObject({ address: String(id) });
  });
});

describe('what means nothing to us', () => {
  test.each<[string, Update]>([
    ['a group', message({ text: '/start K7QF2MXD', chat: group })],
    ['a supergroup', message({ text: 'đã nắm', chat: { ...group, type: 'supergroup' } })],
    [
      'a channel',
      update({ channel_post: { message_id: 3, date: 0, chat: { id: -9, type: 'channel' }, text: 'a' } }),
    ],
    ['another bot', message({ text: 'đã nắm', from: bot })],
    ['an edit', update({ edited_message: { message_id: 3, date: 0, from: lan, chat, text: 'đã nắm' } })],
    ['a button pressed in a group', tap({ message: { message_id: 3, date: 0, chat: group } })],
    ['a button without a reference', tap({ data: undefined, game_short_name: 'x' })],
    ['a button of an inline message', tap({ message: undefined, inline_message_id: '1' })],
    ['being added to a group', member('member', group)],
    ['being thrown out of a group', member('kicked', group)],
    ['a poll', update({ poll_answer: {} })],
    ['nothing known', update({})],
  ])('%s', (_, given) => {
    expect(inboundOf(given)).toBeNull();
  });
});

test('we ask for no more than we read', () => {
  expect(wantedUpdates).toEqual(['message', 'callback_query', 'my_chat_member']);
});
