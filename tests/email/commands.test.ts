import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mailTokens } from '../../bots/email/index.ts';
import { mailStandIn, type MailStandIn } from '../../bots/email/stand-in/index.ts';
import { keysFrom, rootKey } from '../../hub/platform/keys.ts';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import { withDatabase } from '../support/given.ts';
import {
  caunoi,
  done,
  installation,
  startHub,
  until,
  type HubProcess,
  type Installation,
} from '../support/process.ts';

const mailbox = 'dang.vien.b@example.vn';

let mail: MailStandIn;
let house: Installation;
let hub: HubProcess;
beforeAll(async () => {
  mail = mailStandIn();
  mail.mailbox(mailbox);
  house = await installation({
    SMTP_URL: await mail.listen(),
    MAIL_FROM: 'caunoi@example.vn',
    MAIL_RATE: 'unlimited',
    LOG_LEVEL: 'info',
  });
  const [units, members] = [join(house.dataDir, 'units.csv'), join(house.dataDir, 'members.csv')];
  writeFileSync(units, smallProvince);
  writeFileSync(
    members,
    csv(
      memberHeader,
      'V,Hà Thị Vân,T,officer,official,,,',
      `B,Trần Thị Bình,X1-C,,official,,${mailbox},`,
      'E,Phạm Thị Én,X1-C,,official,,,',
    ),
  );
  await done(house.environment, 'import', 'units', units);
  await done(house.environment, 'import', 'members', members);
  hub = await startHub(house.environment);
}, 120_000);
afterAll(async () => {
  await hub.end();
  await house.remove();
  await mail.close();
});

/** `caunoi mail bounce < letter`. */
async function bounce(letter: string): Promise<unknown> {
  const program = resolve(import.meta.dirname, '../../hub/cli.ts');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', program, 'mail', 'bounce', '--json'],
    {
      env: house.environment,
    },
  );
  child.stdin.end(letter);
  return JSON.parse((await buffer(child.stdout)).toString());
}

test('an invitation by letter, a notice, and a letter that comes back on standard input', async () => {
  const invited = await done<{ code: string }>(house.environment, 'invite', 'B', '--email');
  const box = mail.mailbox(mailbox);
  const [link = ''] = (await box.next()).links;
  expect(link).toContain(invited.code.replace('-', ''));
  const page = await (await fetch(link)).text();
  const question = new URL(/href="(\/email\/join\/[^"]+)"/.exec(page)![1]!, hub.url);
  await fetch(question, { method: 'POST' });

  const words = ['--title', 'Mời họp riêng', '--body', 'Nội dung riêng', '--ack'];
  const sending = ['notice', 'send', '--from', 'V', '--unit', 'X1-C', ...words];
  const { id } = await done<{ id: string }>(house.environment, ...sending);
  const letter = await box.next();
  await fetch(letter.links[0]!);
  await fetch(letter.links.at(-1)!);
  const status = () => done<{ byStatus: { handed_over: number } }>(house.environment, 'notice', 'status', id);
  await until(async () => (await status()).byStatus.handed_over === 1, 15_000);

  const head = letter.raw.toString('latin1').split('\r\n\r\n')[0]!;
  const report = [
    'From: MAILER-DAEMON@example.vn\r\nMIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n',
    '--b\r\nContent-Type: message/delivery-status\r\n',
    'Final-Recipient: rfc822; b@example.vn\r\nAction: failed\r\nStatus: 5.1.1\r\n',
    '--b\r\nContent-Type: text/rfc822-headers\r\n',
    head,
    '--b--\r\n',
  ].join('\r\n');
  expect(await bounce(report)).toEqual({ taken: 'failed' });
  expect(await bounce('Subject: gì đó\r\n\r\nkhông phải')).toEqual({ taken: 'ignored' });
  expect(await status()).toMatchObject({
    byStatus: { unreachable: 2 },
    unreachable: ['B', 'E'],
  });

  const member = await withDatabase(house, async (database) => {
    const [row] = await database.query<{ id: string }>(`select id from member where code = 'B'`);
    return row!.id;
  });
  const keys = keysFrom(rootKey(undefined, `${house.dataDir}/keys`));
  const secrets = [
    mailTokens(keys).acknowledging({ noticeId: id, memberId: member }),
    letter.links.at(-1)!.split('/').at(-1)!,
    question.pathname.split('/').at(-1)!,
    mailbox,
    'Trần Thị Bình',
    'riêng',
  ];
  const log = hub.log().normalize('NFC');
  expect(log).toContain('"route":"/email/ack/:token"');
  for (const secret of secrets) expect(log).not.toContain(secret);
}, 60_000);

test('an invitation by letter without a mailbox in the list is refused', async () => {
  expect(await caunoi(house.environment, 'invite', 'E', '--email')).toMatchObject({
    code: 1,
    json: { error: { code: 'mailbox.none' } },
  });
  expect(await caunoi(house.environment, 'invite', '--unit', 'X1-C', '--email')).toMatchObject({ code: 2 });
}, 60_000);
