import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Mailbox, ReceivedLetter } from '../../bots/email/stand-in/index.ts';
import { mailTokens } from '../../bots/email/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { openMailHouse, webhookSecret, type MailHouse } from './given.ts';

let house: MailHouse;
beforeAll(async () => {
  house = await openMailHouse();
}, 60_000);
afterAll(() => house.close());
afterEach(() => house.clear());

interface Bounce {
  action?: string;
  status?: string;
  /** To whom it came back; by default the letter's own return path. */
  to?: string;
  /** The part that came back. */
  inner?: string;
}

/** A report as mail servers write it (RFC 3464). */
function report(
  letter: ReceivedLetter,
  { action = 'failed', status = '5.1.1', to, inner }: Bounce = {},
): string {
  const head = letter.raw.toString('latin1').split('\r\n\r\n')[0]!;
  return [
    'Return-Path: <>',
    `Delivered-To: ${to ?? letter.returnPath}`,
    'From: Mail Delivery System <MAILER-DAEMON@mx.example.vn>',
    `To: ${to ?? letter.returnPath}`,
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b1"',
    '',
    '--b1',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'I am sorry to have to inform you…',
    '--b1',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.vn',
    '',
    `Final-Recipient: rfc822; ${letter.email.to![0]!.address}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Diagnostic-Code: smtp; 550 no such user',
    '',
    '--b1',
    'Content-Type: message/rfc822',
    '',
    inner ?? head,
    '',
    '--b1--',
    '',
  ].join('\r\n');
}

async function post(body: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${house.url}/webhooks/email`, {
    method: 'POST',
    headers: { 'content-type': 'message/rfc822', authorization: `Bearer ${webhookSecret}`, ...headers },
    body,
  });
  return { status: response.status, answer: (await response.json()) as { taken?: string } };
}

const tell = async (event: Record<string, string>) =>
  await post(JSON.stringify(event), { 'content-type': 'application/json' });

async function sent(code = 'B'): Promise<{ id: string; letter: ReceivedLetter; mailbox: Mailbox }> {
  const mailbox = await house.reader(code);
  const { id } = await house.send();
  const letter = await mailbox.next();
  await house.until(id, code, ({ handedOver }) => handedOver);
  return { id, letter, mailbox };
}

async function mailChat(code = 'B'): Promise<string | undefined> {
  const [chat] = await house.hub.database.query<{ state: string }>(
    `select state from chat join member on member.id = member_id
     where code = $1 and channel = 'email' and state <> 'ended'`,
    [code],
  );
  return chat?.state;
}

describe('a letter that came back', () => {
  test('is on the list of those who were not reached, and its mailbox gets nothing more', async () => {
    const { id, letter } = await sent();
    expect(await post(report(letter))).toEqual({ status: 200, answer: { taken: 'failed' } });
    expect(await house.delivery(id, 'B')).toMatchObject({
      state: 'unreachable',
      reason: 'returned: 5.1.1',
      handedOver: false,
    });
    expect(await mailChat()).toBe('blocked');
  });

  test('goes on by another channel, once', async () => {
    const { id, letter } = await sent();
    const phone = await house.join('B');
    expect((await Promise.all([1, 2].map(() => post(report(letter))))).map(({ status }) => status)).toEqual([
      200, 200,
    ]);
    expect((await phone.next()).text).toContain('Mời họp chi bộ');
    await house.until(id, 'B', ({ state, channel }) => state === 'handed_over' && channel === 'telegram');
    await post(report(letter));
    expect(await house.delivery(id, 'B')).toMatchObject({ state: 'handed_over', channel: 'telegram' });
  });

  test('after its reader acknowledged it changes nothing but the mailbox', async () => {
    const { id, letter } = await sent();
    await house.visit(letter.links[0]!, { method: 'POST' });
    await post(report(letter));
    expect(await house.delivery(id, 'B')).toMatchObject({ state: 'handed_over', acknowledged: true });
    expect(await mailChat()).toBe('blocked');
  });

  test('because of a full mailbox, or after days of trying, is not the end of the mailbox', async () => {
    for (const status of ['5.2.2', '4.4.7']) {
      const { id, letter } = await sent();
      await post(report(letter, { status }));
      expect(await house.delivery(id, 'B')).toMatchObject({
        state: 'unreachable',
        reason: `returned: ${status}`,
      });
      expect(await mailChat()).toBe('active');
      await house.clear();
    }
  });

  test('is known by the part that came back, where its address was lost on the way', async () => {
    const { id, letter } = await sent();
    await post(report(letter, { to: letter.returnPath.toLowerCase() }));
    expect(await house.delivery(id, 'B')).toMatchObject({ state: 'unreachable' });
  });

  test('is told by a provider in its own form as well', async () => {
    const { id, letter } = await sent();
    const event = { recipient: letter.returnPath, event: 'bounced', status: '5.1.1 unknown' };
    expect(await tell(event)).toEqual({ status: 200, answer: { taken: 'failed' } });
    expect(await house.delivery(id, 'B')).toMatchObject({ state: 'unreachable' });
  });

  test('a former mailbox says nothing about the one of today', async () => {
    const { letter } = await sent();
    await house.hub.people.editMember({ memberId: null, via: 'command' }, 'B', { email: null });
    await house.reader('B');
    await post(report(letter));
    expect(await mailChat()).toBe('active');
  });
});

describe('what changes nothing', () => {
  test('a letter that is late', async () => {
    const { id, letter } = await sent();
    expect((await post(report(letter, { action: 'delayed', status: '4.4.1' }))).answer).toEqual({
      taken: 'delayed',
    });
    expect(await house.delivery(id, 'B')).toMatchObject({ state: 'handed_over' });
    expect(await mailChat()).toBe('active');
  });

  test('an answer of absence, an advertisement, nothing at all', async () => {
    const { id, letter } = await sent();
    const absence = `From: b@example.vn\r\nTo: ${letter.returnPath}\r\nSubject: Nghỉ phép\r\n\r\nTôi đi vắng.\r\n`;
    for (const text of [absence, 'Subject: Khuyến mãi\r\n\r\nMua ngay', ''])
      expect((await post(text)).answer).toEqual({ taken: 'ignored' });
    expect(await house.delivery(id, 'B')).toMatchObject({ state: 'handed_over' });
  });

  test('a report on a letter that is none of ours, or that nobody knows', async () => {
    const { id, letter } = await sent();
    const token = letter.head('message-id')!.slice(1, 55);
    const changed = `${token.slice(0, 53)}${token.endsWith('A') ? 'Q' : 'A'}`;
    const other = mailTokens(house.hub.keys).returning({ noticeId: newId(), memberId: newId() });
    for (const forged of [changed, other, letter.links[0]!.split('/').at(-1)!]) {
      const text = report(letter, { to: `bounce+${forged}@example.vn`, inner: 'Subject: x' });
      expect((await post(text)).answer).toEqual({ taken: 'ignored' });
      expect((await tell({ token: forged, event: 'failed', status: '5.1.1' })).answer).toEqual({
        taken: 'ignored',
      });
    }
    expect(await house.delivery(id, 'B')).toMatchObject({ state: 'handed_over' });
    expect(await mailChat()).toBe('active');
  });

  test('whoever does not bring the secret', async () => {
    const { id, letter } = await sent();
    for (const authorization of ['', 'Bearer wrong', `Bearer ${webhookSecret}x`, webhookSecret])
      expect((await post(report(letter), { authorization })).status).toBe(401);
    expect(await house.delivery(id, 'B')).toMatchObject({ state: 'handed_over' });
  });

  test('what cannot be read', async () => {
    expect((await post('{"token":1}', { 'content-type': 'application/json' })).status).toBe(400);
    expect((await post('x', { 'content-type': 'text/plain' })).status).toBe(415);
    expect((await tell({ token: 'x', event: 'opened' })).answer).toEqual({ taken: 'ignored' });
  });
});
