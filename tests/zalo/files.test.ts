import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesIn } from '../../bots/zalo/files.ts';
import { readEvent } from '../../bots/zalo/events.ts';
import type { Person, ScreenMessage } from '../../bots/zalo/stand-in/index.ts';
import { openZaloHouse, type ZaloHouse } from './house.ts';

let house: ZaloHouse;
let binh: Person;
beforeAll(async () => {
  house = await openZaloHouse();
  binh = await house.joinOnZalo('B');
}, 90_000);
afterAll(() => house.close(), 60_000);

const within = { timeoutMs: 20_000 };
const say = (key: string, facts: Record<string, string | number> = {}) => house.hub.locales('vi')(key, facts);
const buttonsOf = ({ buttons }: ScreenMessage) => buttons.map(({ label }) => label);
const secretary = async () => ({
  memberId: (await house.hub.people.memberByCode('A')).id,
  via: 'console' as const,
});

async function answer(said: string): Promise<ScreenMessage> {
  binh.say(said);
  return await binh.next(within);
}
async function tap(message: ScreenMessage, label: string): Promise<ScreenMessage> {
  binh.tap(message, label);
  return await binh.next(within);
}
async function sends(file: Parameters<Person['sendFile']>[0]): Promise<ScreenMessage> {
  binh.sendFile(file);
  return await binh.next(within);
}
async function asFarAsText(): Promise<ScreenMessage> {
  const kinds = await tap(await answer('/gopy'), 'Chi bộ thôn');
  return await tap(await tap(await tap(kinds, 'Kiến nghị'), 'Bỏ qua'), 'Ghi tên');
}

test('a picture, a file and a voice note of a person on Zalo go along, from Zalo’s hosts alone', async () => {
  const text = await asFarAsText();
  expect(text.text).toContain(say('feedback-talk-text-files', { voice: 'yes' }));
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#3366cc' } })
    .withExif({ IFD0: { Artist: 'Nguyen Van Tac Gia' } })
    .jpeg()
    .toBuffer();
  expect((await sends({ name: '', bytes, kind: 'image' })).text).toContain('Đã nhận 1 ảnh.');
  const elsewhere = {
    name: 'b.txt',
    bytes: Buffer.from('b'),
    url: 'http://169.254.169.254/latest/meta-data',
  };
  expect((await sends(elsewhere)).text).toContain(say('feedback-talk-file-away', { why: 'gone' }));
  const other = { ...elsewhere, url: `${house.url}/live` };
  expect((await sends(other)).text).toContain(say('feedback-talk-file-away', { why: 'gone' }));
  expect((await sends({ name: 'trong.txt', bytes: Buffer.alloc(0) })).text).toContain(
    say('feedback-invalid', { field: 'file-size' }),
  );
  expect((await sends({ name: 'don.txt', bytes: Buffer.from('Đường thôn Ba') })).text).toContain(
    'Đã nhận 1 tệp.',
  );
  const amr = Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(200, 4)]);
  const preview = await sends({ name: '', bytes: amr, kind: 'audio' });
  expect(preview.text).toContain(say('feedback-talk-voice-alone'));
  expect(buttonsOf(preview)).toEqual(['Gửi', 'Sửa', 'Bỏ tệp', 'Thôi']);
  await tap(preview, 'Gửi');

  const by = await secretary();
  const [item] = await house.hub.feedback.answering.list(by);
  const { attachments } = await house.hub.feedback.answering.item(by, item!.id);
  expect(attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([
    ['anh.jpg', 'image/jpeg'],
    ['don.txt', 'text/plain'],
    ['ghi-am.amr', 'audio/amr'],
  ]);
  const kept = await house.hub.feedback.answering.file(by, item!.id, attachments[0]!.id);
  expect((await sharp(kept.content).metadata()).exif).toBeUndefined();
  await house.quiet();
  const left =
    'select 1 from inbound_event where payload is not null union all select 1 from feedback_draft_file';
  expect(await house.hub.database.query(left)).toEqual([]);
});

test('what Zalo keeps no more is asked for again', async () => {
  const offer = await sends({ name: 'a.txt', bytes: Buffer.from('a') });
  expect(offer.text).toBe(say('feedback-talk-offer', { files: '1 tệp' }));
  house.zalo.forgetFiles();
  expect((await tap(offer, 'Gửi thành ý kiến')).text).toContain(
    say('feedback-talk-file-away', { why: 'gone' }),
  );
  await answer('thoi');
});

test('attachments of odd shapes cost nobody the event', () => {
  const event = (attachments: unknown) => {
    const message = { msg_id: 'm', attachments };
    return readEvent(
      Buffer.from(JSON.stringify({ app_id: '1', event_name: 'user_send_file', timestamp: '1', message })),
    )!;
  };
  for (const odd of [null, 'x', [], [null], [{ type: 'video', payload: { url: 'https://a.zdn.vn/1' } }]])
    expect(filesIn(event(odd))).toEqual([]);
  expect(filesIn(event([{ type: 'image', payload: { url: 'nothing' } }]))).toEqual([]);
  expect(
    filesIn(event([{ type: 'file', payload: { url: 'https://a.dlfl.vn/1', size: '12', name: 'a.pdf' } }])),
  ).toEqual([{ ref: 'https://a.dlfl.vn/1', kind: 'file', name: 'a.pdf', bytes: 12 }]);
});
