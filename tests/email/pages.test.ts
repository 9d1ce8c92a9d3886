import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { openMailHouse, type MailHouse } from './given.ts';

let house: MailHouse;
beforeAll(async () => {
  house = await openMailHouse();
}, 60_000);
afterAll(() => house.close());
afterEach(() => house.clear());

const post = { method: 'POST' };

async function letterWithButton(code = 'B') {
  const mailbox = await house.reader(code);
  const { id } = await house.send({ unit: 'T' });
  const { links } = await mailbox.next();
  return { id, mailbox, link: links[0]!, stop: links.at(-1)! };
}

describe('the link that acknowledges', () => {
  test('shows the title and one button, and changes nothing however often it is opened', async () => {
    const { id, link } = await letterWithButton();
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await house.visit(link, { method });
      expect(page.status).toBe(200);
      if (method === 'HEAD') continue;
      expect(page.text).toContain('Mời họp chi bộ');
      expect(page.text.match(/<button/g)?.length).toBe(1);
      expect(page.text).toContain('Đã nắm');
      expect(page.text).toContain('<meta name="robots" content="noindex"');
    }
    expect(await house.delivery(id, 'B')).toMatchObject({ acknowledged: false });
  });

  test('acknowledges when the button is pressed, thanks, and is as good twice', async () => {
    const { id, link } = await letterWithButton();
    const thanks = await house.visit(link, post);
    expect(thanks).toMatchObject({ status: 200, url: link });
    expect(thanks.text).toContain('Đã ghi nhận đồng chí đã nắm: Mời họp chi bộ');
    expect(thanks.text).not.toContain('<button');
    expect(await house.delivery(id, 'B')).toMatchObject({ acknowledged: true });
    expect((await house.visit(link, post)).text).toContain('Đã ghi nhận');
    expect((await house.hub.notices.status(operator, id)).byStatus).toMatchObject({ acknowledged: 1 });
  });

  test('of a reminder acknowledges what it reminds of', async () => {
    const { id, mailbox } = await letterWithButton();
    await house.until(id, 'B', ({ handedOver }) => handedOver);
    await house.hub.notices.remind(operator, id);
    await house.visit((await mailbox.next()).links[0]!, post);
    expect(await house.delivery(id, 'B')).toMatchObject({ acknowledged: true });
  });

  test('that was changed, cut off or made for something else opens nothing', async () => {
    const { id, link, stop } = await letterWithButton();
    const token = link.split('/').at(-1)!;
    const others = [
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      `${token[0] === 'A' ? 'B' : 'A'}${token.slice(1)}`,
      token.slice(0, 40),
      `${token}A`,
      stop.split('/').at(-1)!,
      'khong-phai',
    ];
    for (const other of others) {
      const url = link.replace(token, other);
      const page = await house.visit(url);
      expect(page.status).toBe(410);
      expect(page.text).toContain('Liên kết này không đầy đủ hoặc không phải của Cầu Nối');
      expect(page.text).not.toContain('Mời họp');
      expect((await house.visit(url, post)).status).toBe(410);
    }
    expect(await house.delivery(id, 'B')).toMatchObject({ acknowledged: false });
  });

  test('says so when the document was withdrawn', async () => {
    const { id, link } = await letterWithButton();
    await house.hub.notices.cancel(operator, id);
    const page = await house.visit(link, post);
    expect(page.text).toContain('Văn bản này đã được thu hồi');
    expect(page.text).not.toContain('<button');
    expect(await house.delivery(id, 'B')).toMatchObject({ acknowledged: false });
  });

  test('opens nothing any more when its reader’s data was erased', async () => {
    const { link } = await letterWithButton('D');
    expect((await house.visit(link)).status).toBe(200);
    await house.hub.people.eraseData(operator, 'D');
    expect((await house.visit(link)).status).toBe(410);
    expect((await house.visit(link, post)).status).toBe(410);
  });

  test('is not kept by anybody on the way, and no foreign page can press the button', async () => {
    const { id, link } = await letterWithButton();
    const response = await fetch(link);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    const foreign = { ...post, headers: { origin: 'https://ke-xau.example' } };
    expect((await house.visit(link, foreign)).status).toBe(403);
    expect(await house.delivery(id, 'B')).toMatchObject({ acknowledged: false });
  });
});

describe('the link that ends letters', () => {
  test('asks first, stops, and can be taken back, which brings what was missed', async () => {
    const { stop, mailbox } = await letterWithButton();
    const question = await house.visit(stop);
    expect(question.text).toContain('Đây là kênh duy nhất của đồng chí');
    const stopped = await house.visit(stop, post);
    expect(stopped.text).toContain('Từ nay không có thư nào tới địa chỉ này nữa');
    const { id } = await house.send({ title: 'Trong lúc ngừng' });
    await house.until(id, 'B', ({ state }) => state === 'unreachable');
    await house.visit(`${stop}/resuming`, post);
    expect((await mailbox.next()).email.subject).toBe('[Chi bộ thôn] Trong lúc ngừng');
    const deeds = await house.hub.database.query<{ action: string; via: string }>(
      `select action, via from audit_entry where action like 'chat.%' order by at, id`,
    );
    expect(deeds).toEqual([
      { action: 'chat.stopped', via: 'chat' },
      { action: 'chat.resumed', via: 'chat' },
    ]);
  });

  test.each([
    ['fields', { 'content-type': 'application/x-www-form-urlencoded' }, 'List-Unsubscribe=One-Click'],
    [
      'a form in parts',
      { 'content-type': 'multipart/form-data; boundary=b' },
      '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n',
    ],
  ])('ends them at one touch of a mail program’s own button: %s', async (_, headers, body) => {
    const { stop } = await letterWithButton();
    expect((await house.visit(stop, { method: 'POST', headers, body })).status).toBe(200);
    expect((await house.visit(stop)).text).toContain('Đã ngừng');
  });

  test('ends no chat but the one it came by', async () => {
    const { stop } = await letterWithButton();
    await house.hub.people.editMember(operator, 'B', { email: 'khac@example.vn' });
    const page = await house.visit(stop, post);
    expect(page.status).toBe(410);
    expect((await house.visit(stop.replace(/.{6}$/, 'AAAAAA'), post)).status).toBe(410);
  });
});
