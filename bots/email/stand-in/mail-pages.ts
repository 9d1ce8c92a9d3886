import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { escapeHtml, phone, phoneList } from '../../phones/index.ts';
import type { Mailbox } from './mailbox.ts';

/** Pages on which one reads the letters in some mailboxes, on 127.0.0.1. */
export async function mailPages(
  mailboxes: readonly Mailbox[],
  port: number,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const mailbox = mailboxes.find(({ address }) => pathname === pathOf(address));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(mailbox ? lettersIn(mailbox, searchParams.has('still')) : allOf(mailboxes));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const pathOf = (address: string) => `/${encodeURIComponent(address)}`;

function allOf(mailboxes: readonly Mailbox[]): string {
  return phoneList({
    title: 'Hộp thư của mọi người',
    entries: mailboxes.map(({ address, letters }) => ({
      href: pathOf(address),
      name: address,
      lastText: letters.at(-1)?.email.subject ?? '',
      unread: 0,
    })),
    nobody: 'Chưa có hộp thư nào.',
    more: '',
  });
}

function lettersIn({ address, letters }: Mailbox, still: boolean): string {
  return phone({
    address: pathOf(address),
    title: address,
    messages: letters.map(({ email, words, files }, index) => ({
      id: String(index + 1),
      own: false,
      from: email.subject ?? '',
      html: email.html ? framed(email.html) : escapeHtml(words),
      note: files.map(({ name }) => name).join(', '),
      file: null,
      at: new Date(email.date ?? 0),
      buttons: [],
    })),
    quick: [],
    closed: 'Hộp thư chỉ để đọc.',
    longestText: 0,
    more: [],
    still,
  });
}

/** As a mail program shows it: no scripts, and links open outside. */
function framed(letter: string): string {
  const document = `<base target="_blank">${letter}`;
  const may = 'allow-popups allow-popups-to-escape-sandbox';
  return `<iframe title="Thư" sandbox="${may}" srcdoc="${escapeHtml(document)}"></iframe>`;
}
