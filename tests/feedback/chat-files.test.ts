import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Person, ScreenMessage } from '../../bots/telegram/stand-in/index.ts';
import { signIn } from '../console/reader.ts';
import { monday, openMovingHub, type MovingHub } from '../meetings/moving-hub.ts';
import { openAiStandIn } from '../fakes/openai/stand-in.ts';

const speech = openAiStandIn();
let house: MovingHub;
beforeAll(async () => {
  house = await openMovingHub(
    { OPENAI_BASE_URL: await speech.listen(), OPENAI_TRANSCRIPTION_MODEL: 'whisper-thon' },
    ['web', 'bots', 'worker'],
  );
}, 120_000);
beforeEach(async () => {
  house.at(monday);
  await house.clear();
});
afterAll(async () => {
  await house.close();
  await speech.close();
}, 60_000);

const within = { timeoutMs: 20_000 };
const say = (key: string, facts: Record<string, string | number> = {}) => house.hub.locales('vi')(key, facts);
const invalid = (field: string) => say('feedback-invalid', { field });
const buttonsOf = ({ buttons }: ScreenMessage) => buttons.map(({ text }) => text);
const query = async <Row>(text: string) =>
  await house.hub.database.query<Row & Record<string, unknown>>(text);
const draftFiles = () => query('select 1 from feedback_draft_file');

const place = 'Ban Na Loc';
async function photo(): Promise<Buffer> {
  return await sharp({ create: { width: 600, height: 400, channels: 3, background: '#3366cc' } })
    .withExif({ IFD0: { Artist: 'Nguyen Van Tac Gia', ImageDescription: place } })
    .jpeg()
    .toBuffer();
}
/** As Telegram's voice notes begin. */
const voice = Buffer.concat([Buffer.from('OggS\0\u0002'), Buffer.alloc(400, 3), Buffer.from('OpusHead')]);

async function answer(person: Person, said: string): Promise<ScreenMessage> {
  person.say(said);
  return await person.next(within);
}
async function press(person: Person, message: ScreenMessage, button: string): Promise<ScreenMessage> {
  person.press(message, button);
  return await person.next(within);
}
async function sends(person: Person, file: Parameters<Person['sendDocument']>[0]): Promise<string> {
  person.sendDocument(file);
  return (await person.next(within)).text;
}
async function asFarAsLevel(person: Person, first?: ScreenMessage): Promise<ScreenMessage> {
  const kinds = await press(person, first ?? (await answer(person, '/gopy')), 'Chi bộ thôn');
  return await press(person, await press(person, kinds, 'Kiến nghị'), 'Bỏ qua');
}
const asFarAsText = async (person: Person, level: string) =>
  await press(person, await asFarAsLevel(person), level);

/** What the secretary of the cell finds. */
async function found() {
  const secretary = await house.as('A');
  const { answering } = house.hub.feedback;
  const [first] = await answering.list(secretary);
  const item = await answering.item(secretary, first!.id);
  const files = await Promise.all(
    item.attachments.map(async ({ id }) => await answering.file(secretary, item.id, id)),
  );
  return { item, files };
}

describe('a photo', () => {
  test('sent in the middle goes along under a name, through a restart, and tells nothing of its maker', async () => {
    const binh = await house.join('B');
    const asked = await asFarAsText(binh, 'Ghi tên');
    expect(asked.text).toContain(say('feedback-talk-text-files', { voice: 'yes' }));
    binh.sendPhoto({ bytes: await photo() });
    const taken = await binh.next(within);
    expect(taken.text).toContain('Đã nhận 1 ảnh.');
    expect(taken.text).toContain(asked.text);
    expect(await draftFiles()).toHaveLength(1);
    await house.restart();
    binh.sendPhoto({ bytes: await photo(), caption: 'Ngõ ba' });
    const preview = await binh.next(within);
    expect(preview.text).toContain('“Ngõ ba”');
    // The very same picture is one.
    expect(preview.text).toContain(say('feedback-talk-preview-files', { files: 'ảnh anh.jpg' }));
    expect(buttonsOf(preview)).toEqual(['Gửi', 'Sửa', 'Bỏ tệp', 'Thôi']);
    await press(binh, preview, 'Gửi');

    const { item, files } = await found();
    expect(item).toMatchObject({ text: 'Ngõ ba', author: { code: 'B' } });
    expect(files.map(({ name, mediaType }) => [name, mediaType])).toEqual([['anh.jpg', 'image/jpeg']]);
    await expect.poll(draftFiles).toEqual([]);
    await expect.poll(() => query('select 1 from inbound_event where payload is not null')).toEqual([]);

    const reader = await signIn(house, 'A');
    const url = `/console/feedback/${item.id}/files/${item.attachments[0]!.id}`;
    const page = await reader.open(`/console/feedback/${item.id}`);
    expect(page.html).toContain(`src="${url}/small"`);
    expect(page.headers.get('content-security-policy')).toContain("media-src 'self'");
    const opened = (path: string) => fetch(new URL(path, house.url), { headers: reader.headers() });
    const whole = await opened(url);
    expect(whole.headers.get('content-disposition')).toMatch(/^attachment; filename="anh.jpg"/);
    expect(whole.headers.get('x-content-type-options')).toBe('nosniff');
    const bytes = Buffer.from(await whole.arrayBuffer());
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(bytes.includes(place)).toBe(false);
    // Safari asks for two bytes first, and plays nothing of which it cannot have parts.
    const part = (range: string) =>
      fetch(new URL(url, house.url), { headers: { ...reader.headers(), range } });
    const first = await part('bytes=0-1');
    expect([first.status, first.headers.get('content-range')]).toEqual([206, `bytes 0-1/${bytes.length}`]);
    expect(Buffer.from(await first.arrayBuffer()).equals(bytes.subarray(0, 2))).toBe(true);
    const last = Buffer.from(await (await part('bytes=-3')).arrayBuffer());
    expect(last.equals(bytes.subarray(-3))).toBe(true);
    const rest = Buffer.from(await (await part('bytes=5-')).arrayBuffer());
    expect(rest.equals(bytes.subarray(5))).toBe(true);
    expect((await part(`bytes=${bytes.length}-`)).status).toBe(416);
    expect((await part('bytes=0-1,4-5')).status).toBe(200);
    const small = await sharp(Buffer.from(await (await opened(`${url}/small`)).arrayBuffer())).metadata();
    expect(small).toMatchObject({ format: 'jpeg', width: 320 });
  });

  test('goes in confidence without its own name, the next morning', async () => {
    const binh = await house.join('B');
    await asFarAsText(binh, 'Kín');
    const own = { name: 'Nha ong Binh.jpg', bytes: await photo(), mimeType: 'image/jpeg' };
    expect(await sends(binh, own)).toContain('Đã nhận 1 ảnh.');
    await press(binh, await answer(binh, 'Nên sửa đường'), 'Gửi');
    await expect.poll(draftFiles).toEqual([]);
    house.at('2026-12-01T08:00+07:00');
    await house.hub.feedback.work();
    const { item, files } = await found();
    expect(item).toMatchObject({ level: 'confidential', author: null, text: 'Nên sửa đường' });
    expect(files.map(({ name }) => name)).toEqual(['anh.jpg']);
    expect(Buffer.from(files[0]!.content).includes(place)).toBe(false);
  });

  test('out of the blue is not opened until it is said what is to become of it', async () => {
    const binh = await house.join('B');
    binh.sendPhoto({ bytes: await photo() });
    await binh.next(within);
    binh.sendDocument({ name: 'ghi chu.txt', bytes: Buffer.from('Đường thôn Ba'), caption: 'Đường hỏng' });
    const offer = await binh.next(within);
    expect(offer.text).toBe(say('feedback-talk-offer', { files: '1 ảnh, 1 tệp' }));
    expect(await draftFiles()).toEqual([]);
    // Something else in between takes nothing away.
    await answer(binh, '/menu');
    await house.restart();
    const to = await press(binh, offer, 'Gửi thành ý kiến');
    expect(to.text).toContain('Đã nhận 1 ảnh, 1 tệp.');
    const preview = await press(binh, await asFarAsLevel(binh, to), 'Ghi tên');
    expect(preview.text).toContain('“Đường hỏng”');
    expect(preview.text).toContain('ảnh anh.jpg, tệp ghi chu.txt');
    await press(binh, preview, 'Gửi');
    expect((await found()).files.map(({ name }) => name)).toEqual(['anh.jpg', 'ghi chu.txt']);
    const again = { channel: 'telegram', address: String(binh.id), kind: 'tap', eventKey: 'again' } as const;
    await house.hub.receive('telegram', [{ ...again, text: '', payload: 'feedback:with-files' }]);
    expect((await binh.next(within)).text).toBe(say('feedback-talk-offer-over'));
  });
});

describe('what cannot be taken', () => {
  test('is refused kindly, with the reason, and the rest stays', async () => {
    const binh = await house.join('B');
    await asFarAsText(binh, 'Ghi tên');
    const program = { name: 'anh.jpg', bytes: Buffer.from('MZ\0\u0090\0\u0003'), mimeType: 'image/jpeg' };
    expect(await sends(binh, program)).toContain(invalid('file-type'));
    const huge = { name: 'phim.pdf', bytes: Buffer.alloc(30 * 1024 * 1024, 1) };
    expect(await sends(binh, huge)).toContain(invalid('file-size'));
    const wide = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(await sends(binh, { name: 'bom.png', bytes: wide })).toContain(invalid('file-size'));
    const secret = { name: 'a.txt', bytes: Buffer.from('TUYỆT MẬT\nKế hoạch số 12') };
    expect(await sends(binh, secret)).toContain('TUYỆT MẬT');
    expect(await draftFiles()).toEqual([]);
    for (const index of [1, 2, 3, 4, 5])
      await sends(binh, { name: `${index}.txt`, bytes: Buffer.from(`Tệp số ${index}`) });
    expect(await sends(binh, { name: '6.txt', bytes: Buffer.from('Tệp số sáu') })).toContain(
      invalid('files'),
    );
    const preview = await answer(binh, 'Năm tệp');
    const which = await press(binh, preview, 'Bỏ tệp');
    expect(buttonsOf(which)).toHaveLength(6);
    const four = await press(binh, which, '2. tệp 2.txt');
    expect(four.text).toContain('tệp 1.txt, tệp 3.txt, tệp 4.txt, tệp 5.txt');
    expect(await draftFiles()).toHaveLength(4);
    expect(buttonsOf(await press(binh, await answer(binh, 'bo tep'), 'Bỏ tất cả'))).not.toContain('Bỏ tệp');
    expect(await draftFiles()).toEqual([]);
  });

  test('was given up: nothing of it is kept; left lying, for a day', async () => {
    const binh = await house.join('B');
    await asFarAsText(binh, 'Ghi tên');
    await sends(binh, { name: 'a.txt', bytes: Buffer.from('Một') });
    expect(await draftFiles()).toHaveLength(1);
    expect((await answer(binh, 'thoi')).text).toBe(say('feedback-talk-stopped'));
    await expect.poll(draftFiles).toEqual([]);

    await asFarAsText(binh, 'Ghi tên');
    await sends(binh, { name: 'b.txt', bytes: Buffer.from('Hai') });
    const preview = await answer(binh, 'Đường thôn');
    house.at('2026-12-01T10:00+07:00');
    await house.hub.feedback.work();
    expect(await draftFiles()).toEqual([]);
    const over = await press(binh, preview, 'Gửi');
    expect(over.text).toContain(invalid('file-gone'));
    expect(over.text).toContain('“Đường thôn”');
    await press(binh, over, 'Gửi');
    expect((await found()).item).toMatchObject({ text: 'Đường thôn', files: 0 });
  });

  test('stands under a complaint: neither is kept', async () => {
    const binh = await house.join('B');
    await asFarAsText(binh, 'Ghi tên');
    const complaint = 'Tôi khiếu nại quyết định kỷ luật khai trừ tôi';
    const text = await sends(binh, { name: 'don.txt', bytes: Buffer.from('Đơn'), caption: complaint });
    expect(text).toContain(say('feedback-talk-door', { door: 'complaint' }));
    await expect.poll(draftFiles).toEqual([]);
  });
});

describe('a voice note', () => {
  test('under a name is written down, read and mended by who spoke, and goes along', async () => {
    speech.hears('đường thôn ba hỏng nặng');
    const binh = await house.join('B');
    const asked = await asFarAsText(binh, 'Ghi tên');
    expect(asked.text).toContain(say('feedback-talk-text-heard', { host: new URL(speech.root).host }));
    binh.sendVoice({ bytes: voice });
    const preview = await binh.next(within);
    expect(preview.text).toContain(say('feedback-talk-voice-heard'));
    expect(preview.text).toContain('“đường thôn ba hỏng nặng”');
    expect(speech.heard.at(-1)).toEqual({ model: 'whisper-thon', name: 'voice.ogg', bytes: voice.length });
    await press(binh, await press(binh, preview, 'Sửa'), 'Nội dung');
    await press(binh, await answer(binh, 'Đường thôn Ba hỏng nặng'), 'Gửi');
    const { item, files } = await found();
    expect(item.text).toBe('Đường thôn Ba hỏng nặng');
    expect(files).toMatchObject([{ name: 'ghi-am.ogg', mediaType: 'audio/ogg' }]);
    expect(Buffer.from(files[0]!.content).equals(voice)).toBe(true);
    const page = await (await signIn(house, 'A')).open(`/console/feedback/${item.id}`);
    expect(page.html).toMatch(/<audio class="attached-sound" controls/);
  });

  test.each([500, ''])('that cannot be written down (%j) goes alone, with a sentence', async (failing) => {
    speech.hears(failing);
    const binh = await house.join('B');
    await asFarAsText(binh, 'Ghi tên');
    binh.sendVoice({ bytes: voice });
    const preview = await binh.next(within);
    expect(preview.text).toContain(say('feedback-talk-voice-unheard'));
    expect(preview.text).toContain(`“${say('feedback-talk-voice-alone')}”`);
    await press(binh, preview, 'Gửi');
    expect((await found()).item).toMatchObject({ text: say('feedback-talk-voice-alone'), files: 1 });
  });

  test('does not go in confidence, and is handed to nobody: a name, or words', async () => {
    const before = speech.heard.length;
    const binh = await house.join('B');
    await asFarAsText(binh, 'Kín');
    binh.sendVoice({ bytes: voice });
    const asked = await binh.next(within);
    expect(asked.text).toContain(say('feedback-talk-voice'));
    expect(buttonsOf(asked)).toEqual(['Ghi tên', 'Bỏ tin thoại', 'Thôi']);
    const text = await press(binh, asked, 'Bỏ tin thoại');
    expect(text.text).toContain(say('feedback-talk-text-confidential'));
    await expect.poll(draftFiles).toEqual([]);
    expect(speech.heard).toHaveLength(before);

    binh.sendVoice({ bytes: voice });
    speech.hears('Nên họp sớm');
    const named = await press(binh, await binh.next(within), 'Ghi tên');
    expect(named.text).toContain('Cách gửi: Ghi tên');
    expect(named.text).toContain('“Nên họp sớm”');
  });
});
