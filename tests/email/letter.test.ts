import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { openMailHouse, type MailHouse } from './given.ts';

let house: MailHouse;
beforeAll(async () => {
  house = await openMailHouse();
}, 60_000);
afterAll(() => house.close());
afterEach(() => house.clear());

const directive = {
  kind: 'directive' as const,
  title: 'Triển khai học tập Nghị quyết “Đảng viên ở cơ sở”',
  body: 'Thực hiện Kế hoạch số 27.\n\nCác chi bộ <b>tổ chức</b> học tập:\n- trước ngày 20;\n- có biên bản.',
  number: '27-CT/HU',
  issuedOn: '2026-11-05',
  dueAt: new Date('2026-11-30T10:00:00Z'),
};
const pdf = (name: string, bytes: number) => ({
  name,
  mediaType: 'application/pdf',
  content: Buffer.alloc(bytes, '%PDF-1.7 Nghị quyết '),
});
const printOf = (content: Uint8Array) => createHash('sha256').update(content).digest('hex');

describe('a directive', () => {
  test('is one letter that can be read in one go, plain and as a page', async () => {
    const mailbox = await house.reader('B');
    await house.send(directive);
    const { email, words, links } = await mailbox.next();
    expect(words).toBe(
      [
        'Chi bộ thôn\nSố 27-CT/HU, ngày 05/11/2026',
        directive.title,
        'Kính gửi đồng chí Bình,',
        directive.body,
        'Đọc xong, đồng chí bấm nút “Đã nắm” để báo là đã nhận được.\nHạn: 17:00 ngày 30/11/2026.',
        `Đã nắm: Một trang mở ra, đồng chí bấm thêm một lần ở đó. Không cần đăng nhập.\n${links[0]}`,
      ].join('\n\n'),
    );
    expect(email.subject).toBe(`[Chi bộ thôn] ${directive.title}`);
    expect(email.from).toEqual({ name: 'Cầu Nối', address: 'caunoi@example.vn' });
    const seen = seenIn(email.html!);
    for (const line of words.split('\n').filter((text) => text !== '' && !text.startsWith('http')))
      expect(seen).toContain(line.replace('Đã nắm: ', ''));
    expect(email.html).toContain('Các chi bộ &lt;b&gt;tổ chức&lt;/b&gt; học tập:');
    expect(email.text).toBe(email.text!.normalize('NFC'));
  });

  test('fetches nothing from anywhere, and is light', async () => {
    const mailbox = await house.reader('B');
    await house.send({ ...directive, body: 'Một đoạn văn dài vừa phải. '.repeat(400) });
    const { email, links } = await mailbox.next();
    expect(email.html).not.toMatch(/<img|<script|<link|@import|url\(|src=/i);
    expect(links.every((url) => url.startsWith(house.url))).toBe(true);
    expect(email.html!.length - 400 * 27).toBeLessThan(10_000);
  });

  test('carries its files as they are, under their names', async () => {
    const mailbox = await house.reader('B');
    const files = [pdf('Kế hoạch số 27 – đợt 1.pdf', 200_000), pdf('Phụ lục.pdf', 50)];
    await house.send({ ...directive, attachments: files });
    const letter = await mailbox.next();
    expect(letter.files).toEqual(
      files.map(({ name, mediaType, content }) => ({
        name,
        mediaType,
        bytes: content.length,
        sha256: printOf(content),
      })),
    );
    expect(mailbox.letters.at(-1)).toBe(letter);
  });

  test('names what is too large to go with it, and carries the rest', async () => {
    const mailbox = await house.reader('B');
    await house.send({ ...directive, attachments: [pdf('Phim.pdf', 14_600_000), pdf('Phụ lục.pdf', 50)] });
    const letter = await mailbox.next();
    expect(letter.files.map(({ name }) => name)).toEqual(['Phụ lục.pdf']);
    expect(letter.words).toContain('Tệp quá lớn, không kèm được theo thư:\n- Phim.pdf (15 MB)');
    expect(seenIn(letter.email.html!)).toContain('Phim.pdf (15 MB)');
  });

  test('is in the language of its reader', async () => {
    const mailbox = await house.reader('B');
    await house.hub.people.setLanguage((await house.hub.people.memberByCode('B')).id, 'en');
    await house.send(directive);
    const { email } = await mailbox.next();
    expect(email.html).toContain('<html lang="en">');
    expect(email.text).toContain('Please do not answer it.');
  });

  test('that wants no answer has no button', async () => {
    const mailbox = await house.reader('B');
    await house.send({ ...directive, wantsAck: false });
    const { words, links } = await mailbox.next();
    expect(words).not.toContain('Đã nắm');
    expect(links.length).toBe(1);
  });

  test('names nobody but its reader, also where two share a mailbox', async () => {
    const mailbox = await house.reader('B');
    await house.hub.people.editMember(operator, 'E', { email: mailbox.address });
    await house.hub.people.inviteByLetter(operator, 'E');
    const page = await house.visit((await mailbox.next()).links[0]!);
    await house.visit(new URL(/href="(\/email\/join\/[^"]+)"/.exec(page.text)![1]!, house.url).href, {
      method: 'POST',
    });
    await house.send(directive);
    const letters = [await mailbox.next(), await mailbox.next()];
    expect(letters.map(({ words }) => /Kính gửi đồng chí (\S+),/.exec(words)![1]!).sort()).toEqual([
      'Bình',
      'Én',
    ]);
    expect(new Set(letters.map(({ links }) => links[0])).size).toBe(2);
  });

  test('no title gets out of its line', async () => {
    const mailbox = await house.reader('B');
    await house.send({ ...directive, title: 'Mời họp\u2028\r\nBcc: ke.xau@example.vn \u{1F1FB}\u{1F1F3}' });
    const { email } = await mailbox.next();
    expect(email.subject).toBe('[Chi bộ thôn] Mời họp Bcc: ke.xau@example.vn 🇻🇳');
    expect(email.bcc).toBeUndefined();
  });
});

describe('the head of a letter', () => {
  test('says that a machine wrote it, how to end it, and where it comes back to', async () => {
    const mailbox = await house.reader('B');
    await house.send(directive);
    const letter = await mailbox.next();
    expect(letter.head('auto-submitted')).toBe('auto-generated');
    expect(letter.head('list-unsubscribe')).toBe(`<${letter.links.at(-1)}>`);
    expect(letter.head('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    const token = /^<([\w-]{54})@example\.vn>$/.exec(letter.head('message-id')!)![1];
    expect(letter.returnPath).toBe(`bounce+${token}@example.vn`);
    expect(letter.returnPath.split('@')[0]!.length).toBeLessThanOrEqual(64);
  });

  test('of a reminder follows the letter it reminds of', async () => {
    const mailbox = await house.reader('B');
    const { id } = await house.send(directive);
    const first = await mailbox.next();
    await house.until(id, 'B', ({ handedOver }) => handedOver);
    await house.hub.notices.remind(operator, id);
    const second = await mailbox.next();
    expect(second.email.subject).toBe(`[Chi bộ thôn] Nhắc đồng chí: ${directive.title}`);
    expect(second.head('references')).toBe(first.head('message-id'));
    expect(second.head('in-reply-to')).toBe(first.head('message-id'));
    expect(second.head('message-id')).not.toBe(first.head('message-id'));
    expect(second.links[0]).toBe(first.links[0]);
  });

  test('is the same when the letter is sent again after doubt', async () => {
    const mailbox = await house.reader('B');
    house.mail.fault(mailbox.address, { kind: 'drop', kept: true });
    const { id } = await house.send(directive);
    const letters = [await mailbox.next(), await mailbox.next()];
    expect(letters[1]!.head('message-id')).toBe(letters[0]!.head('message-id'));
    await house.until(id, 'B', ({ state }) => state === 'handed_over');
    expect((await house.hub.notices.status(operator, id)).duplicates).toBe(1);
  });
});

test('a word in between is a short letter', async () => {
  const mailbox = await house.reader('B');
  const { id } = await house.hub.people.memberByCode('B');
  expect(await house.hub.conversations.tell(id, 'Yêu cầu của đồng chí đã được sửa.\nCảm ơn đồng chí.')).toBe(
    true,
  );
  const { email, words } = await mailbox.next();
  expect(email.subject).toBe('Yêu cầu của đồng chí đã được sửa.');
  expect(words).toBe('Yêu cầu của đồng chí đã được sửa.\nCảm ơn đồng chí.');
});

/** What a reader sees of the page, each line as one. */
function seenIn(page: string): string {
  return page
    .replace(/<style>[\s\S]*?<\/style>/, '')
    .replaceAll('<br>', '\n')
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"');
}
