import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openEmail, sealAddress } from '../../bots/email/index.ts';
import { outcomeOf, type MailFault } from '../../bots/email/outcomes.ts';
import { mailStandIn } from '../../bots/email/stand-in/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { openDeliveryHouse } from '../delivery/house.ts';
import { openMailHouse, type MailHouse } from './given.ts';

/** As nodemailer tells what a server said to a command. */
function said(command: string, response: string): MailFault {
  const code = command === 'RCPT TO' || command === 'MAIL FROM' ? 'EENVELOPE' : 'EMESSAGE';
  return Object.assign(new Error(response), {
    code,
    command,
    response,
    responseCode: Number(response.slice(0, 3)),
  });
}

describe('what a server says of a letter', () => {
  test.each([
    ['no such mailbox', 'RCPT TO', '550 5.1.1 <a@example.vn>: unknown', 'blocked', 'smtp-550-5.1.1'],
    ['the same, of an old server', 'RCPT TO', '550 No such user', 'blocked', 'smtp-550'],
    ['the same, said late', 'DATA', '550 5.1.1 unknown', 'blocked', 'smtp-550-5.1.1'],
    ['the mailbox is switched off', 'RCPT TO', '550 5.2.1 disabled', 'blocked', 'smtp-550-5.2.1'],
    ['the mailbox is full', 'RCPT TO', '552 5.2.2 over quota', 'closed', 'smtp-552-5.2.2'],
    ['the same, said late', 'DATA', '552 5.2.2 over quota', 'closed', 'smtp-552-5.2.2'],
    ['its policy does not want us', 'RCPT TO', '554 5.7.1 Access denied', 'invalid', 'smtp-554-5.7.1'],
    ['the text looks like an advertisement', 'DATA', '554 5.7.1 Spam', 'invalid', 'smtp-554-5.7.1'],
    ['the letter is too large', 'MAIL FROM', '552 5.3.4 too big', 'invalid', 'smtp-552-5.3.4'],
    ['the letter is too large for the mailbox', 'DATA', '552 5.2.3 too big', 'invalid', 'smtp-552-5.2.3'],
  ])('%s (%s)', (_, command, response, reason, detail) => {
    expect(outcomeOf(said(command, response), false)).toEqual({ kind: 'refused', reason, detail });
  });

  test.each([
    ['greylisted', 'RCPT TO', '451 4.7.1 try again later', { ofChannel: false, waitMs: 60_000 }],
    ['the mailbox is busy', 'RCPT TO', '450 mailbox busy', { ofChannel: false, waitMs: 60_000 }],
    ['the server has a fault', 'DATA', '451 4.3.0 local error', { ofChannel: true, waitMs: 1_000 }],
    ['the server closes', 'RCPT TO', '421 4.3.2 shutting down', { ofChannel: true, waitMs: 1_000 }],
    [
      'we may not send at all',
      'MAIL FROM',
      '550 5.7.1 sender refused',
      { ofChannel: true, needsPerson: true },
    ],
  ])('later: %s', (_, command, response, more) => {
    expect(outcomeOf(said(command, response), false)).toMatchObject({
      kind: 'retry',
      limited: false,
      ...more,
    });
  });

  test.each([
    ['MAIL FROM', '421 4.7.0 Too many messages, slow down'],
    ['RCPT TO', '421 Too many concurrent SMTP connections'],
  ])('that we come too often uses up none of the attempts (%s)', (command, response) => {
    const outcome = { kind: 'retry', limited: true, ofChannel: true, waitMs: 5_000 };
    expect(outcomeOf(said(command, response), false)).toMatchObject(outcome);
  });

  test('nothing, before it listened and after', () => {
    for (const code of ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS']) {
      const fault: MailFault = Object.assign(new Error('gone'), { code, command: 'CONN' });
      expect(outcomeOf(fault, false)).toMatchObject({ kind: 'retry', ofChannel: true });
      expect(outcomeOf(fault, true)).toMatchObject({ kind: 'unknown' });
    }
  });

  test('no, and hangs up', () => {
    const fault: MailFault = {
      ...said('CONN', '554 5.6.0 refused'),
      name: 'Error',
      message: '',
      code: 'ECONNECTION',
    };
    expect(outcomeOf(fault, true)).toMatchObject({ kind: 'refused', reason: 'invalid' });
    expect(outcomeOf(fault, false)).toMatchObject({ kind: 'retry', ofChannel: true });
  });

  test('a fault of our own is none of its answers', () => {
    const bug = Object.assign(new TypeError('cannot read'), {});
    expect(() => outcomeOf(bug, false)).toThrow(bug);
  });
});

test('a server that wants to be asked again in some minutes is, and then takes the letter', async () => {
  const mail = mailStandIn();
  const keys = keysFrom(Buffer.alloc(32, 7));
  const email = openEmail({
    url: new Secret(await mail.listen()),
    from: 'caunoi@example.vn',
    bounceAddress: null,
    keys,
    locales: openLocales(join(import.meta.dirname, '../../hub/locales'), 'Asia/Ho_Chi_Minh'),
    publicUrl: async () => 'https://caunoi.example.vn',
  });
  const house = await openDeliveryHouse({ more: [email.channel] });
  try {
    const [code = ''] = await house.members('C1', 1, { unlinked: 1 });
    const mailbox = mail.mailbox('a@example.vn');
    const { inviteId } = await house.people.openInvite((await house.people.invite(operator, code)).code);
    const consent = { consentText: 'Đồng ý?', language: 'vi' as const };
    await house.people.link({
      inviteId,
      channel: 'email',
      address: sealAddress(keys, mailbox.address),
      ...consent,
    });
    mail.greylist();
    await house.send();
    const engine = house.engine();
    await engine.work();
    const waits = async () =>
      (
        await house.database.query(
          `select state, reason, next_at > $1 as later from delivery where channel = 'email'`,
          [new Date(house.now().getTime() + 30_000)],
        )
      )[0];
    expect(await waits()).toEqual({ state: 'created', reason: 'smtp-451-4.7.1', later: true });
    house.pass(120_000);
    await engine.work();
    expect(mailbox.letters.length).toBe(1);
    expect(house.problems).toEqual([]);
  } finally {
    await house.close();
    await email.channel.close();
    await mail.close();
  }
});

describe('in a whole hub', () => {
  let house: MailHouse;
  beforeAll(async () => {
    house = await openMailHouse();
  }, 60_000);
  afterAll(() => house.close());
  afterEach(() => house.clear());

  test('a mailbox that is gone sends the notice on by another channel', async () => {
    const mailbox = await house.reader('B');
    const phone = await house.join('B');
    await house.hub.database.query(`update chat set preference = -1 where channel = 'email'`);
    mailbox.close();
    const { id } = await house.send();
    expect((await phone.next()).text).toContain('Mời họp chi bộ');
    await house.until(id, 'B', ({ state, channel }) => state === 'handed_over' && channel === 'telegram');
    const [chat] = await house.hub.database.query(`select state from chat where channel = 'email'`);
    expect(chat).toEqual({ state: 'blocked' });
  });

  test('a text that is refused leaves the mailbox as it is', async () => {
    const mailbox = await house.reader('E');
    house.mail.fault(mailbox.address, { at: 'letter', reply: '554 5.6.0 Content refused' });
    const { id } = await house.send();
    await house.until(id, 'E', ({ state }) => state === 'failed');
    await house.send({ title: 'Bản khác' });
    expect((await mailbox.next()).email.subject).toBe('[Chi bộ thôn] Bản khác');
  });

  test('a password that is no longer good is said to a person, and nobody is asked on', async () => {
    await house.reader('E');
    house.mail.changePassword();
    await house.mail.close();
    await house.mail.listen();
    await house.send();
    await expect
      .poll(async () => (await house.hub.database.query('select state, reason from channel_health'))[0], {
        timeout: 15_000,
      })
      .toEqual({ state: 'open', reason: 'needs-person: smtp-535-5.7.8' });
    expect(await house.hub.bots.channels.get('email')!.answers!()).toBe(false);
  });
});
