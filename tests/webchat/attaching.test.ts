import { afterAll, beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import { operator } from '../../hub/platform/audit.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { openBrowser, type Browser } from './browser.ts';

let house: TestHub;
let binh: Browser;
beforeAll(async () => {
  house = await openTestHub({ roles: ['web', 'bots', 'worker'] });
  binh = await join('B');
}, 120_000);
afterAll(() => house.close());

async function join(member: string): Promise<Browser> {
  const browser = openBrowser(house.url);
  await browser.go(`/join/${(await house.hub.people.invite(operator, member)).code}`);
  await browser.press('Dùng ngay trên trang này');
  await browser.press('Đồng ý');
  return browser;
}

const say = (key: string, facts: Record<string, string | number> = {}) => house.hub.locales('vi')(key, facts);
const last = () => binh.messages().at(-1) ?? '';
const kept = async () =>
  await house.hub.database.query(
    `select 'upload' from web_upload union all select 'draft' from feedback_draft_file
     union all select 'event' from inbound_event where payload is not null`,
  );

/** Sends the form of the page with these files, as a browser does. */
async function attach(
  files: readonly File[],
  { client, from = binh }: { client?: string; from?: Browser } = {},
) {
  const { action, fields } = from.form(say('webchat-attach-send'));
  const body = new FormData();
  for (const [name, value] of Object.entries({ ...fields, ...(client && { client }) }))
    if (name !== 'file') body.append(name, value);
  for (const file of files) body.append('file', file);
  const origin = new URL(house.url).origin;
  const reply = await from.fetch(action, { method: 'POST', headers: { origin, accept: 'text/html' }, body });
  await from.go('/chat');
  return reply;
}

async function asFarAsText(level: string): Promise<void> {
  await binh.press('Gửi', { text: '/gopy' });
  for (const button of ['Chi bộ thôn', 'Kiến nghị', 'Bỏ qua', level]) {
    // Where the hub is busy the page comes before the answer.
    await expect.poll(async () => (await binh.go('/chat'), binh.page)).toContain(`>${button}<`);
    await binh.press(button);
  }
}

test('a photo and a file go along from a page of forms alone; nothing of them is left there', async () => {
  expect(Buffer.byteLength(binh.page)).toBeLessThan(60_000);
  const bytes = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#3366cc' } })
    .withExif({ IFD0: { Artist: 'Nguyen Van Tac Gia' } })
    .jpeg()
    .toBuffer();
  await asFarAsText('Ghi tên');
  const files = [
    new File([new Uint8Array(bytes)], 'Nhà tôi.jpg', { type: 'image/jpeg' }),
    new File(['Đường thôn Ba'], 'ghi chú.txt', { type: 'text/plain' }),
  ];
  const client = 'the-same-form';
  expect((await attach(files, { client })).status).toBe(303);
  await expect.poll(async () => (await binh.go('/chat'), last())).toContain('Đã nhận 1 ảnh, 1 tệp.');
  expect(binh.messages().at(-2)).toContain('[Nhà tôi.jpg]');
  // Sent once more by a browser that got no answer.
  await attach(files, { client });
  await expect.poll(() => house.hub.database.query('select 1 from web_upload')).toEqual([]);
  expect(await house.hub.database.query('select 1 from feedback_draft_file')).toHaveLength(2);
  await house.restart();
  binh = openBrowser(house.url, { cookie: binh.cookie });
  await binh.go('/chat');
  await binh.press('Gửi', { text: 'Sửa đường' });
  expect(last()).toContain('ảnh Nhà tôi.jpg, tệp ghi chú.txt');
  await binh.press('Gửi', { button: '0' });
  await expect.poll(kept).toEqual([]);

  const by = { memberId: (await house.hub.people.memberByCode('A')).id, via: 'console' as const };
  const [item] = await house.hub.feedback.answering.list(by);
  const { attachments } = await house.hub.feedback.answering.item(by, item!.id);
  const file = await house.hub.feedback.answering.file(by, item!.id, attachments[0]!.id);
  expect((await sharp(file.content).metadata()).exif).toBeUndefined();
});

test('what nobody takes in makes room: one conversation never fills the disk', async () => {
  const { webchat } = house.hub;
  const [chat] = await house.hub.database.query<{ address: string }>('select address from web_chat limit 1');
  const { address } = chat!;
  for (let index = 10; index < 25; index += 1)
    await webchat.keepUpload(address, { ref: `u-${index}`, messageKey: 'never', content: Buffer.from('x') });
  expect(await house.hub.database.query('select ref from web_upload')).toHaveLength(10);
  expect(await webchat.upload(address, 'u-24')).toEqual(new Uint8Array(Buffer.from('x')));
  expect(await webchat.upload(address, 'u-14')).toBeNull();
  await house.hub.database.query('delete from web_upload');
});

test('what is too large is not read, and a stranger sends nothing', async () => {
  const big = new File([Buffer.alloc(11 * 1024 * 1024)], 'a.pdf');
  expect((await attach([big])).status).toBe(413);
  const six = Array.from({ length: 6 }, (_, index) => new File(['x'], `${index}.txt`));
  expect((await attach(six)).status).toBe(413);
  expect((await attach([])).status).toBe(422);
  const stranger = openBrowser(house.url);
  await stranger.go('/chat/join');
  await stranger.press('Tiếp tục', { code: 'ZZZZ-2222' });
  expect((await attach([new File(['x'], 'a.txt')], { from: stranger })).status).toBe(403);
  // Of whoever has no conversation nothing is even read: this is no form at all.
  const unknown = await fetch(`${house.url}/chat/files`, {
    method: 'POST',
    headers: { origin: new URL(house.url).origin, 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nno form',
  });
  expect(unknown.status).toBe(401);
  expect(await kept()).toEqual([]);
});
