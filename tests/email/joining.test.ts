import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Mailbox } from '../../bots/email/stand-in/index.ts';
import { signMailboxToken } from '../../hub/people/joining/mailbox-token.ts';
import { operator } from '../../hub/platform/audit.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openMailHouse, type MailHouse } from './given.ts';

let house: MailHouse;
let mailbox: Mailbox;
beforeAll(async () => {
  house = await openMailHouse();
}, 60_000);
afterAll(() => house.close());
afterEach(() => house.clear());

const post = { method: 'POST' };

interface Chat {
  channel: string;
  state: string;
  address: string;
}

async function chats(code = 'B'): Promise<Chat[]> {
  return await house.hub.database.query<Chat>(
    `select channel, state, address from chat join member on member.id = member_id
     where code = $1 and state <> 'ended' order by preference`,
    [code],
  );
}

/** The page with the question, as the letter of an invitation leads there. */
async function invited(code = 'B'): Promise<{ code: string; question: string }> {
  mailbox = await house.mailboxOf(code);
  const invite = await house.hub.people.inviteByLetter(operator, code);
  const { links } = await mailbox.next();
  const page = await house.visit(links[0]!);
  return {
    code: invite.code,
    question: new URL(/href="(\/email\/join\/[^"]+)"/.exec(page.text)![1]!, house.url).href,
  };
}

describe('an invitation by letter', () => {
  test('leads to a page that offers all ways, and letters as one of them', async () => {
    mailbox = await house.mailboxOf('B');
    const { code } = await house.hub.people.inviteByLetter(operator, 'B');
    const { email, words, links } = await mailbox.next();
    expect(email.subject).toBe('[Chi bộ thôn] Mời đồng chí nhận thông báo của chi bộ');
    expect(words).toContain(code);
    const page = await house.visit(links[0]!);
    expect(page.text).toContain('Nhận qua thư điện tử');
    expect(page.text).toContain('Dùng ngay trên trang này');
    // The code alone, as on paper, proves nothing about a mailbox.
    expect((await house.visit(links[0]!.split('?')[0]!)).text).not.toContain('Nhận qua thư điện tử');
    expect(await chats()).toEqual([]);
  });

  test('asks for consent in its very words, and links only when its reader agrees', async () => {
    const { question } = await invited();
    const page = await house.visit(question);
    expect(page.text).toContain('Trần Thị Bình, Chi bộ thôn');
    expect(page.text).toContain('Thư gửi tới d***@example.vn.');
    expect(await chats()).toEqual([]);
    expect((await house.visit(question, post)).text).toContain('Từ nay thông báo của chi bộ có thể tới');
    expect(await chats()).toMatchObject([{ channel: 'email', state: 'active' }]);
    const [consent] = await house.hub.database.query<{ text: string; channel: string }>(
      'select text, channel from consent',
    );
    expect(page.text).toContain(consent!.text);
    expect(consent!.channel).toBe('email');
  });

  test('no table of chats is a list of mailboxes', async () => {
    const { question } = await invited();
    await house.visit(question, post);
    const [{ address }] = (await chats()) as [Chat];
    expect(address).not.toContain('example');
    expect(Buffer.from(address, 'base64url').toString('latin1')).not.toContain('example');
  });

  test('pressed twice, also at once, is one chat', async () => {
    const { question } = await invited();
    const answers = await Promise.all([1, 2, 3].map(() => house.visit(question, post)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    await house.visit(question, post);
    expect((await chats()).length).toBe(1);
    expect((await house.visit(question)).text).toContain('Đã đồng ý');
  });

  test('whose code was used for another chat still opens the mailbox it came to', async () => {
    const { code, question } = await invited();
    const phone = house.stranger();
    phone.start(code.replace('-', ''));
    phone.press(await phone.next(), 'consent:yes');
    await expect.poll(async () => (await chats()).length).toBe(1);
    await house.visit(question, post);
    expect((await chats()).map(({ channel }) => channel).sort()).toEqual(['email', 'telegram']);
  });

  test('that was taken back by a newer one opens nothing', async () => {
    const { question } = await invited();
    await house.hub.people.invite(operator, 'B');
    const page = await house.visit(question, post);
    expect(page.status).toBe(410);
    expect(await chats()).toEqual([]);
  });

  test('brings what was sent while nobody could be reached', async () => {
    const { id } = await house.send({ title: 'Đã gửi trước' });
    await house.until(id, 'B', ({ state }) => state === 'unreachable');
    const { question } = await invited();
    await house.visit(question, post);
    expect((await mailbox.next()).email.subject).toBe('[Chi bộ thôn] Đã gửi trước');
  });

  test('is refused where the list has no mailbox, and where the server takes none', async () => {
    await house.hub.people.editMember(operator, 'B', { email: null });
    await expect(house.hub.people.inviteByLetter(operator, 'B')).rejects.toMatchObject({
      code: 'mailbox.none',
    });
    await house.hub.people.editMember(operator, 'B', { email: 'khong.co@example.vn' });
    await expect(house.hub.people.inviteByLetter(operator, 'B')).rejects.toMatchObject({
      code: 'mailbox.not-sent',
    });
  });
});

describe('a link to agree by', () => {
  test.each([
    ['too old', { until: new Date(Date.now() - 1_000) }],
    ['for a mailbox that stands in the list no more', { mailbox: 'cu@example.vn' }],
  ])('that is %s opens nothing', async (_, part) => {
    mailbox = await house.mailboxOf('B');
    const { id: memberId } = await house.hub.people.memberByCode('B');
    const whole = { memberId, mailbox: mailbox.address, until: new Date(Date.now() + 60_000), code: null };
    const link = (token: string) => `${house.url}/email/join/${token}`;
    expect((await house.visit(link(signMailboxToken(house.hub.keys, whole)))).status).toBe(200);
    const over = link(signMailboxToken(house.hub.keys, { ...whole, ...part }));
    const page = await house.visit(over);
    expect(page.status).toBe(410);
    expect(page.text).not.toContain('Bình');
    expect((await house.visit(over, post)).status).toBe(410);
    expect(await chats()).toEqual([]);
  });

  test('that was changed opens nothing', async () => {
    const { question } = await invited();
    for (const other of [question.slice(0, -3), `${question}AA`, question.replace(/\/(.)(?=[^/]*$)/, '/_')])
      expect((await house.visit(other, post)).status).toBe(410);
    expect(await chats()).toEqual([]);
  });
});

describe('another mailbox in the list', () => {
  test.each([
    ['by hand', () => house.hub.people.editMember(operator, 'B', { email: 'moi@example.vn' })],
    ['taken out', () => house.hub.people.editMember(operator, 'B', { email: '' })],
    [
      'by a spreadsheet',
      () =>
        house.hub.people.importMembers(
          operator,
          csv(memberHeader, 'B,Trần Thị Bình,X1-C,,official,,moi@example.vn,'),
        ),
    ],
  ])('ends the chat with the former one: %s', async (_, change) => {
    await house.reader('B');
    expect((await chats()).length).toBe(1);
    await change();
    expect(await chats()).toEqual([]);
  });

  test('that is the same changes nothing', async () => {
    const { address } = await house.reader('B');
    await house.hub.people.editMember(operator, 'B', { email: address, fullName: 'Trần Thị Bình' });
    await house.hub.people.importMembers(
      operator,
      csv(memberHeader, `B,Trần Thị Bình,X1-C,,official,0912345678,${address},`),
    );
    expect((await chats()).length).toBe(1);
  });
});

describe('who has joined elsewhere', () => {
  test('is asked once about the mailbox in the list; “yes” alone writes nothing but one letter', async () => {
    mailbox = await house.mailboxOf('B');
    const phone = await house.join('B');
    const question = await phone.next();
    expect(question.text).toContain('Trong danh sách có địa chỉ thư d***@example.vn của đồng chí.');
    phone.press(question, 'mailbox:yes');
    expect((await phone.next()).text).toContain('Tôi vừa gửi một thư tới d***@example.vn.');
    const { email, links } = await mailbox.next();
    expect(email.subject).toBe('[Chi bộ thôn] Đồng chí muốn nhận thông báo qua địa chỉ này?');
    expect((await chats()).map(({ channel }) => channel)).toEqual(['telegram']);
    await house.visit(links[0]!, post);
    expect((await chats()).map(({ channel }) => channel)).toEqual(['email', 'telegram']);
    phone.say('them thu dien tu');
    expect((await phone.next()).text).toContain('đã kết nối rồi');
  });

  test('and says no, or is impatient, gets no letter too many', async () => {
    mailbox = await house.mailboxOf('E');
    const phone = await house.join('E');
    phone.press(await phone.next(), 'mailbox:no');
    expect((await phone.next()).text).toContain('tôi không gửi thư');
    expect(mailbox.letters.length).toBe(0);
    phone.say('thêm thư điện tử');
    expect((await phone.next()).text).toContain('Tôi vừa gửi một thư');
    phone.say('them thu dien tu');
    expect((await phone.next()).text).toContain('Bây giờ chưa gửi được thư');
    expect(mailbox.letters.length).toBe(1);
  });

  test('finds it among the own channels', async () => {
    mailbox = await house.mailboxOf('C');
    const phone = await house.join('C');
    await phone.next();
    phone.say('/kenh');
    const list = await phone.next();
    phone.press(list, 'mailbox:yes');
    expect((await phone.next()).text).toContain('Tôi vừa gửi một thư');
  });

  test('and has no mailbox in the list is asked nothing', async () => {
    await house.hub.people.editMember(operator, 'B', { email: null });
    const phone = await house.join('B');
    phone.say('/trogiup');
    expect((await phone.next()).text).not.toContain('địa chỉ thư');
  });
});
