import { describe, expect, test } from 'vitest';
import { inboundOf, type ZaloBotUpdate } from '../../bots/zalo-bot/receive.ts';

/** As the platform tells it, without what we do not read. */
const update = (event: string, more: object = {}) =>
  ({
    event_name: `message.${event}.received`,
    message: {
      from: { id: '6ede9afa', display_name: 'Lan', is_bot: false },
      chat: { id: '6ede9afa', chat_type: 'PRIVATE' },
      message_id: '2d758cb5e222177a4e35',
      date: Date.parse('2026-11-20T08:00:00Z'),
      ...more,
    },
  }) as ZaloBotUpdate;

const base = {
  channel: 'zalo_bot',
  address: '6ede9afa',
  eventKey: '2d758cb5e222177a4e35',
  messageId: '2d758cb5e222177a4e35',
  at: '2026-11-20T08:00:00.000Z',
  payload: '',
  text: '',
};

describe('what a person did', () => {
  test.each<[string, ZaloBotUpdate, object]>([
    ['writes', update('text', { text: 'đã nắm' }), { kind: 'text', text: 'đã nắm' }],
    [
      'writes in decomposed letters',
      update('text', { text: 'đã nắm'.normalize('NFD') }),
      { kind: 'text', text: 'đã nắm' },
    ],
    [
      'sends a picture',
      update('image', { photo: 'https://x.example/1.jpg' }),
      { kind: 'file', files: [{ kind: 'photo', ref: 'https://x.example/1.jpg' }] },
    ],
    [
      'sends a picture with a caption',
      update('image', { photo_url: 'https://x.example/1.jpg', caption: 'báo cáo' }),
      { kind: 'file', text: 'báo cáo', files: [{ kind: 'photo', ref: 'https://x.example/1.jpg' }] },
    ],
    ['sends a sticker', update('sticker', { sticker: '1' }), { kind: 'file' }],
    [
      'speaks',
      update('voice', { voice_url: 'https://x.example/1.aac' }),
      { kind: 'file', files: [{ kind: 'voice', ref: 'https://x.example/1.aac' }] },
    ],
    ['sends what is not handed on', update('unsupported'), { kind: 'file' }],
  ])('%s', (_, given, expected) => {
    expect(inboundOf(given)).toEqual({ ...base, ...expected });
  });

  test.each([undefined, 'hôm nay', Number.MAX_VALUE])(
    'is taken without the moment where that is %s',
    (date) => {
      const { at: _, ...rest } = base;
      expect(inboundOf(update('text', { text: 'rõ', date }))).toEqual({ ...rest, kind: 'text', text: 'rõ' });
    },
  );
});

describe('what means nothing to us', () => {
  test.each<[string, ZaloBotUpdate, string]>([
    ['a group', update('text', { text: '@Bot đã nắm', chat: { id: 'g1', chat_type: 'GROUP' } }), 'group'],
    ['another bot', update('text', { text: 'đã nắm', from: { id: 'b', is_bot: true } }), 'unknown'],
    ['a text without words', update('text'), 'unknown'],
    ['a kind that is new', update('poll', { text: 'đã nắm' }), 'unknown'],
  ])('%s', (_, given, why) => {
    expect(inboundOf(given)).toBe(why);
  });
});

test.each([
  ['nothing', undefined],
  ['a text', 'xin chào'],
  ['no message', { event_name: 'message.text.received' }],
  ['no chat', update('text', { chat: undefined, text: 'a' })],
  ['a chat without an id', update('text', { chat: { chat_type: 'PRIVATE' }, text: 'a' })],
  ['no id of the message', update('text', { message_id: undefined, text: 'a' })],
])('%s is no update', (_, given) => {
  expect(() => inboundOf(given as ZaloBotUpdate)).toThrow(TypeError);
});
