import { describe, expect, test } from 'vitest';
import { readEvent } from '../../bots/zalo/events.ts';
import { heardIn } from '../../bots/zalo/receive.ts';
import { textOfTap } from '../../bots/zalo/taps.ts';

const user = '7000000000000000001';
const account = '2000000000000000001';
const group = '9000000000000000001';
const at = new Date('2026-11-20T08:00:00.123Z');
const now = new Date('2026-11-20T08:00:01Z');

function heard(name: string, fields: object, when = at) {
  const event = { app_id: '1', event_name: name, timestamp: String(when.getTime()), ...fields };
  return heardIn(readEvent(Buffer.from(JSON.stringify(event)))!, now);
}

const fromUser = { sender: { id: user }, recipient: { id: account }, user_id_by_app: '5' };
const done = (event: object) => ({
  kind: 'done',
  event: { channel: 'zalo', address: user, text: '', payload: '', at: at.toISOString(), ...event },
});

describe('what a person does', () => {
  test('a text is one, composed', () => {
    const text = 'Đã nắm rồi ạ 👍'.normalize('NFD');
    expect(heard('user_send_text', { ...fromUser, message: { text, msg_id: 'abc1' } })).toEqual(
      done({ eventKey: 'abc1', kind: 'text', text: text.normalize('NFC'), messageId: 'abc1' }),
    );
  });

  test('a tap comes as a text and is none', () => {
    const message = { text: textOfTap('ack:0123456789012345678901'), msg_id: 'abc2' };
    expect(heard('user_send_text', { ...fromUser, message })).toEqual(
      done({ eventKey: 'abc2', kind: 'tap', payload: 'ack:0123456789012345678901', messageId: 'abc2' }),
    );
  });

  test.each(['menu', '#caunoi:', textOfTap('x'.repeat(65)), 'xem #caunoi:menu'])(
    'what only looks like a tap is a text: %s',
    (text) => {
      expect(heard('user_send_text', { ...fromUser, message: { text, msg_id: 'abc3' } })).toMatchObject({
        event: { kind: 'text', text, payload: '' },
      });
    },
  );

  test.each(['image', 'file', 'sticker', 'location', 'audio', 'business_card'])(
    'a %s is something we cannot read',
    (what) => {
      const message = { msg_id: 'abc4', attachments: [{ type: what, payload: {} }] };
      expect(heard(`user_send_${what}`, { ...fromUser, message })).toMatchObject(
        done({ eventKey: 'abc4', kind: 'file' }),
      );
    },
  );

  test('following and leaving are told by moments and persons, since they are no messages', () => {
    const fields = { oa_id: account, follower: { id: user }, source: 'oa_profile' };
    const key = (name: string) => `${name}:${at.getTime()}:${user}`;
    expect(heard('follow', fields)).toEqual(done({ eventKey: key('follow'), kind: 'followed' }));
    expect(heard('unfollow', fields)).toEqual(done({ eventKey: key('unfollow'), kind: 'blocked' }));
    expect(heard('user_click_chatnow', { user_id: user, oa_id: account })).toEqual(
      done({ eventKey: key('user_click_chatnow'), kind: 'followed' }),
    );
  });

  test('sharing a number, and taking the consent back', () => {
    const info = { name: 'Trần Thị Bình', phone: '84912345678' };
    expect(heard('user_submit_info', { ...fromUser, info })).toMatchObject(
      done({ kind: 'contact', text: '84912345678' }),
    );
    expect(heard('user_submit_info', { ...fromUser, info: {} })).toMatchObject(done({ kind: 'contact' }));
    for (const fields of [fromUser, { user_id: user, oa_id: account }]) {
      expect(heard('user_withdraw', fields)).toMatchObject(done({ kind: 'withdrawn' }));
    }
  });

  test('a clock ahead of ours does not lengthen anybody’s window', () => {
    const ahead = new Date(now.getTime() + 3_600_000);
    const message = { text: 'a', msg_id: 'abc5' };
    expect(heard('user_send_text', { ...fromUser, message }, ahead)).toMatchObject({
      event: { at: now.toISOString() },
    });
  });
});

describe('what is said in a group', () => {
  const inGroup = { oa_id: account, sender: { id: user }, recipient: { id: group } };

  test('names the group and who said it, and calls nobody', () => {
    const message = { text: `[@${account}] đã nắm`, msg_id: 'abc6' };
    expect(heard('user_send_group_text', { ...inGroup, message })).toEqual(
      done({ eventKey: 'abc6', kind: 'text', text: 'đã nắm', messageId: 'abc6', group }),
    );
  });

  test('a picture is no word, and somebody was heard', () => {
    expect(heard('user_send_group_image', { ...inGroup, message: { msg_id: 'abc7' } })).toMatchObject({
      event: { kind: 'text', text: '', group },
    });
  });

  test.each([
    ['create_group', 'came'],
    ['user_join_group', 'came'],
    ['accept_request_join_group', 'came'],
    ['react_request_join_group_accept', 'came'],
    ['user_out_group', 'left'],
    ['user_leave_group', 'left'],
  ])('%s: somebody %s', (name, kind) => {
    const fields = { oa_id: account, group_id: group, users: [{ id: user }, { id: '7000000000000000002' }] };
    const people = [user, '7000000000000000002'];
    expect(heard(name, fields)).toEqual({ kind: 'group', change: { kind, group, people } });
  });

  test('the end of a group', () => {
    expect(heard('delete_group', { group_id: group })).toEqual({
      kind: 'group',
      change: { kind: 'ended', group },
    });
  });
});

describe('receipts', () => {
  const toUser = { sender: { id: account }, recipient: { id: user } };

  test('of one message, and of several', () => {
    expect(heard('user_received_message', { ...toUser, message: { msg_id: 'm1' } })).toEqual({
      kind: 'reported',
      reports: [{ providerId: 'm1', kind: 'delivered', at }],
    });
    expect(heard('user_seen_message', { ...toUser, message: { msg_ids: ['m1', 'm2'] } })).toEqual({
      kind: 'reported',
      reports: ['m1', 'm2'].map((providerId) => ({ providerId, kind: 'seen', at })),
    });
  });

  test('by telephone number: under our own name of the send, at the moment it arrived', () => {
    const arrived = new Date(at.getTime() - 60_000);
    const message = { msg_id: 'm3', tracking_id: 'our.name', delivery_time: String(arrived.getTime()) };
    expect(
      heard('user_received_message', { sender: { id: account }, recipient: { id: '84912345678' }, message }),
    ).toEqual({ kind: 'reported', reports: [{ providerId: 'our.name', kind: 'delivered', at: arrived }] });
  });
});

test('a text of ours that was shown to somebody is an echo', () => {
  const text = 'Kính gửi đồng chí'.normalize('NFD');
  const toUser = { sender: { id: account }, recipient: { id: user } };
  expect(heard('oa_send_text', { ...toUser, message: { text, msg_id: 'abc9' } })).toEqual({
    kind: 'echoed',
    echo: { address: user, providerId: 'abc9', text: text.normalize('NFC'), at },
  });
  expect(heard('oa_send_file', { ...toUser, message: { text: '', msg_id: 'abc9' } })).toEqual({
    kind: 'nothing',
  });
});

describe('nothing to us', () => {
  test.each([
    [
      'oa_send_text',
      {
        sender: { id: account, admin_id: '1' },
        recipient: { id: user },
        message: { text: 'a', msg_id: 'm' },
      },
    ],
    [
      'oa_send_group_text',
      { sender: { id: account }, recipient: { id: group }, message: { text: 'a', msg_id: 'm' } },
    ],
    ['user_reacted_message', { ...fromUser, message: { msg_id: 'm', react_icon: ':>' } }],
    ['add_user_to_tag', { tag: { name: 'a', user_ids: [user] } }],
    ['update_user_info', fromUser],
    ['user_request_join_group', { group_id: group, users: [{ id: user }] }],
    ['something_of_tomorrow', { ...fromUser, message: { text: 'a', msg_id: 'm' } }],
    ['user_send_text', fromUser],
  ])('%s', (name, fields) => {
    expect(heard(name, fields)).toEqual({ kind: 'nothing' });
  });

  test.each([
    '',
    '{}',
    'null',
    '[]',
    '7',
    '{"event_name":',
    '{"app_id":1.5,"event_name":"a","timestamp":"1"}',
  ])('no event at all: %s', (text) => {
    expect(readEvent(Buffer.from(text))).toBeNull();
  });

  test('an id that lost its digits on the way is none', () => {
    const text = `{"app_id":"1","event_name":"follow","timestamp":"1","follower":{"id":7000000000000000001}}`;
    expect(readEvent(Buffer.from(text))).toBeNull();
  });
});
