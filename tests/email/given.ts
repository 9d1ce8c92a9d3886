import { mailStandIn, type Mailbox, type MailStandIn } from '../../bots/email/stand-in/index.ts';
import type { NewNotice } from '../../hub/notices/index.ts';
import { operator } from '../../hub/platform/audit.ts';
import { officer, openTestHub, type TestHub } from '../support/hub.ts';

export const webhookSecret = 'a-secret-of-the-mail-server';

/** A whole hub with a mail server of its own. */
export interface MailHouse extends TestHub {
  mail: MailStandIn;
  /** Writes a mailbox of this member into the list, and opens it. */
  mailboxOf(code: string): Promise<Mailbox>;
  /** The same, and its reader has agreed to letters, as people do: by the link of an invitation. */
  reader(code: string): Promise<Mailbox>;
  send(notice?: Partial<NewNotice>): Promise<{ id: string; recipients: number }>;
  /** What the hub answers to somebody's browser. */
  visit(url: string, options?: RequestInit): Promise<{ status: number; text: string; url: string }>;
  /** How the ledger stands with one recipient. */
  delivery(noticeId: string, code: string): Promise<LedgerRow>;
  /** Waits until it stands like this. */
  until(noticeId: string, code: string, is: (row: LedgerRow) => boolean): Promise<LedgerRow>;
}

export interface LedgerRow {
  state: string;
  channel: string | null;
  reason: string | null;
  acknowledged: boolean;
  handedOver: boolean;
}

export async function openMailHouse(settings: Record<string, string> = {}): Promise<MailHouse> {
  const mail = mailStandIn();
  const house = await openTestHub({
    roles: ['web', 'bots', 'worker'],
    settings: {
      SMTP_URL: await mail.listen(),
      MAIL_FROM: 'Cầu Nối <caunoi@example.vn>',
      MAIL_RATE: 'unlimited',
      MAIL_BOUNCE_ADDRESS: 'bounce@example.vn',
      MAIL_WEBHOOK_SECRET: webhookSecret,
      ...settings,
    },
  });

  async function mailboxOf(code: string): Promise<Mailbox> {
    const address = `dang.vien.${code.toLowerCase()}@example.vn`;
    await house.hub.people.editMember(operator, code, { email: address });
    return mail.mailbox(address);
  }

  async function visit(url: string, options: RequestInit = {}) {
    const response = await fetch(url, { ...options, headers: { accept: 'text/html', ...options.headers } });
    return { status: response.status, text: await response.text(), url: response.url };
  }

  async function delivery(noticeId: string, code: string): Promise<LedgerRow> {
    const [row] = await house.hub.database.query<LedgerRow>(
      `select delivery.state, channel, reason, acknowledged_at is not null as acknowledged,
         handed_over_at is not null as "handedOver"
       from delivery join member on member.id = member_id where notice_id = $1 and member.code = $2`,
      [noticeId, code],
    );
    return row ?? { state: 'none', channel: null, reason: null, acknowledged: false, handedOver: false };
  }

  return Object.assign(Object.create(house) as TestHub, {
    mail,
    mailboxOf,
    async reader(code: string) {
      const mailbox = await mailboxOf(code);
      await house.hub.people.inviteByLetter(operator, code);
      const letter = await mailbox.next();
      const page = await visit(letter.links[0]!);
      const question = new URL(/href="(\/email\/join\/[^"]+)"/.exec(page.text)![1]!, house.url);
      const { status } = await visit(question.href, { method: 'POST' });
      if (status !== 200) throw new Error(`agreeing was answered with ${status}`);
      return mailbox;
    },
    send: (notice: Partial<NewNotice> = {}) =>
      house.hub.notices.send({
        from: officer,
        unit: 'X1-C',
        title: 'Mời họp chi bộ',
        body: 'Nội dung',
        wantsAck: true,
        ...notice,
      }),
    visit,
    delivery,
    async until(noticeId: string, code: string, is: (row: LedgerRow) => boolean) {
      for (const deadline = Date.now() + 15_000; ;) {
        const row = await delivery(noticeId, code);
        if (is(row)) return row;
        if (Date.now() > deadline) throw new Error(`it stands like this: ${JSON.stringify(row)}`);
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    },
    async close() {
      await house.close();
      await mail.close();
    },
  });
}
