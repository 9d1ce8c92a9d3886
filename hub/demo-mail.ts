import type { Mailbox } from '../bots/email/stand-in/index.ts';
import type { RunningHub } from './main.ts';
import { operator } from './platform/audit.ts';

/** A mail server of the demo's, with pages on which the letters can be read. */
export interface DemoMail {
  url: string;
  settings: Record<string, string>;
  /** The member gets a mailbox, is invited by a letter and agrees, by the pages that the letter leads to. */
  give(running: RunningHub, memberCode: string): Promise<void>;
  close(): Promise<void>;
}

/** Null where the packages for tests are not installed: the mail server is one of them. */
export async function demoMail(port: number): Promise<DemoMail | null> {
  const standIn = await import('../bots/email/stand-in/index.ts').catch((error: { code?: string }) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  });
  if (!standIn) return null;
  const mail = standIn.mailStandIn();
  const mailboxes: Mailbox[] = [];
  const server = await mail.listen();
  const pages = await standIn.mailPages(mailboxes, port);
  return {
    url: pages.url,
    settings: { SMTP_URL: server, MAIL_FROM: 'Cầu Nối <caunoi@example.vn>', MAIL_RATE: 'unlimited' },
    async give({ hub: { people }, url }, code) {
      const mailbox = mail.mailbox(`${code.toLowerCase()}@example.vn`);
      mailboxes.push(mailbox);
      const { id } = await people.memberByCode(code);
      const chats = await people.chats.chatsOf(id);
      if (chats.some(({ channel }) => channel === 'email')) return;
      await people.editMember(operator, code, { email: mailbox.address });
      await people.inviteByLetter(operator, code);
      const [link = ''] = (await mailbox.next()).links;
      const page = await (await fetch(link, { headers: { accept: 'text/html' } })).text();
      const [, question = ''] = /href="(\/email\/join\/[^"]+)"/.exec(page) ?? [];
      await fetch(`${url}${question}`, { method: 'POST' });
    },
    async close() {
      await pages.close();
      await mail.close();
    },
  };
}
