import { join } from 'node:path';
import { openEmail, sealAddress } from '../../bots/email/index.ts';
import { mailStandIn, type Fault as MailFault, type MailStandIn } from '../../bots/email/stand-in/index.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { channelContract, type Device, type Fault } from './channel-contract.ts';

const keys = keysFrom(Buffer.alloc(32, 7));
const locales = openLocales(join(import.meta.dirname, '../../hub/locales'), 'Asia/Ho_Chi_Minh');

channelContract('E-mail', async () => {
  const standIn = mailStandIn();
  const { channel } = openEmail({
    url: new Secret(await standIn.listen()),
    from: 'Cầu Nối <caunoi@example.vn>',
    bounceAddress: null,
    keys,
    locales,
    publicUrl: async () => 'https://caunoi.example.vn',
    timeoutMs: 800,
  });
  let next = 0;
  const another = () => reader(standIn, `dang.vien.${(next += 1)}@example.vn`);
  return {
    channel,
    device: another(),
    another,
    nowhere: sealAddress(keys, 'khong.co@example.vn'),
    secrets: standIn.secrets,
    // A mail server names no wait, and nobody's mailbox moves.
    impossible: ['busy', 'moved'],
    // What is said in between is plain, and a file goes along with each letter.
    without: ['bold', 'uploads'],
    async outage() {
      await standIn.close();
      return { over: async () => void (await standIn.listen()) };
    },
    close: () => standIn.close(),
  };
});

function reader(standIn: MailStandIn, mailAddress: string): Device {
  const mailbox = standIn.mailbox(mailAddress);
  return {
    address: sealAddress(keys, mailAddress),
    shown: () =>
      mailbox.letters.map(({ words, files: [file] }) => ({
        text: words,
        bold: [],
        buttons: [],
        file: file ? { name: file.name, sha256: file.sha256 } : null,
      })),
    next: (fault) => standIn.fault(mailAddress, asMail(fault)),
    block: () => mailbox.close(),
    press() {
      throw new Error('a letter has links, and these lead to a page');
    },
    settled: () => null,
  };
}

function asMail(fault: Fault): MailFault {
  switch (fault.kind) {
    case 'server-error':
      return { at: 'letter', reply: '451 4.3.0 Local error in processing' };
    case 'invalid':
      return { at: 'letter', reply: '554 5.6.0 Content refused' };
    case 'hang':
    case 'drop':
    case 'garbage':
      return { kind: fault.kind, kept: fault.shown };
    case 'busy':
    case 'moved':
      throw new Error('a mail server cannot do that');
  }
}
