import { expect, test } from 'vitest';
import { pushServices } from '../../bots/push/index.ts';

test.each([
  'https://fcm.googleapis.com/fcm/send/abc',
  'https://updates.push.services.mozilla.com/wpush/v2/abc',
  'https://web.push.apple.com/abc',
  'https://wns2-sg2p.notify.windows.com/w/?token=abc',
])('messages go to %s', (endpoint) => {
  expect(pushServices()(endpoint)).toBe(true);
});

test.each([
  'http://fcm.googleapis.com/fcm/send/abc',
  'https://fcm.googleapis.com:8443/fcm/send/abc',
  'https://someone:secret@fcm.googleapis.com/abc',
  'https://fcm.googleapis.com.example.org/abc',
  'https://notify.windows.com/abc',
  'https://evilpush.apple.com/abc',
  'https://127.0.0.1/abc',
  'https://[::1]/abc',
  'http://127.0.0.1:8090/abc',
  'https://push.example.org/abc',
  'file:///etc/passwd',
  'nowhere',
])('no message goes to %s', (endpoint) => {
  expect(pushServices()(endpoint)).toBe(false);
});

test('further services are named by their host, or as an origin where they are on this machine', () => {
  const allows = pushServices(['push.example.org', '*.push.example.vn', 'http://127.0.0.1:8090']);
  const asked = [
    'https://push.example.org/abc',
    'https://a.push.example.vn/abc',
    'http://127.0.0.1:8090/abc',
    'http://push.example.org/abc',
    'http://127.0.0.1:8091/abc',
  ];
  expect(asked.map(allows)).toEqual([true, true, true, false, false]);
});
