import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { demoCsv } from '../prisma/demo/csv.ts';
import { demoDocuments } from '../prisma/demo/library.ts';
import { demoNotices } from '../prisma/demo/notice.ts';
import { withoutProviders } from './channels/index.ts';
import { readConfig, type Config } from './config.ts';
import { demoMail, type DemoMail } from './demo-mail.ts';
import { telegramPhones, zaloPhones, type DemoPhone, type DemoPhones } from './demo-phones.ts';
import type { RunningHub } from './main.ts';
import { operator } from './platform/audit.ts';
import type { Clock } from './platform/clock.ts';
import { StartupError } from './platform/errors.ts';
import type { WebMessage } from './webchat/index.ts';

/**
 * The cells whose members have a telephone in the demo, and the one whose members use the web chat;
 * everybody else shows what "unreachable" looks like.
 */
const cellsWithPhones = ['SLT-01-CB01', 'SLT-01-CB02'];
const cellOnTheWeb = 'SLT-01-CB03';
/** Whose page for what is said without a name is printed. */
const communeWithPage = 'SLT-01';
/** For so many of them a link is printed that opens their chat in a browser, once. */
const webChatsToOpen = 2;
const webLinkMinutes = 24 * 60;
/** So many of the first cell get letters too. */
const mailboxes = 3;

/** Whose telephones the demo has. */
export type DemoProvider = 'telegram' | 'zalo';

export interface Demo {
  config: Config;
  /** Where the time of the demo can be wound on. */
  clock: Clock | undefined;
  /**
   * Fills an empty database.
   *
   * @throws {StartupError} on a database that holds anything else than the demo: its messages would go to the stand-in
   */
  prepare(hub: RunningHub['hub']): Promise<void>;
  /** Gives three cells their phones, and says what to try. */
  play(running: RunningHub): Promise<void>;
  close(): Promise<void>;
}

/**
 * A hub with an invented province, and stand-ins for its providers on this machine: nothing of it reaches the
 * outside, and no real account is used even where one is set.
 */
export async function openDemo(
  environment: Record<string, string | undefined>,
  provider: DemoProvider,
): Promise<Demo> {
  const port = (name: string, usual: number) => Number(environment[name] ?? usual);
  const phones = await (provider === 'zalo' ? zaloPhones : telegramPhones)(port('DEMO_PHONES_PORT', 8081));
  const mail = provider === 'zalo' ? await demoMail(port('DEMO_MAIL_PORT', 8082)) : null;
  const config = readConfig({
    LOG_LEVEL: 'warn',
    ...environment,
    ...withoutProviders,
    DATA_DIR: environment['DATA_DIR'] || `./.data/demo${provider === 'zalo' ? '-zalo' : ''}`,
    ...phones.settings,
    ...mail?.settings,
    QUIET_HOURS: 'off',
  });
  return {
    config,
    clock: phones.clock,
    async prepare(hub) {
      await prepare(hub);
      await fillLibrary(hub);
      await phones.prepare(hub);
    },
    play: (running) => play(running, phones, mail),
    async close() {
      await phones.close();
      await mail?.close();
    },
  };
}

async function prepare({ people }: RunningHub['hub']): Promise<void> {
  const { units, members } = demoCsv();
  const [top] = await people.tree();
  if (top && !units.includes(`\n${top.code},`)) {
    throw new StartupError(
      'This database holds real units. Start the demo with a DATA_DIR (or DATABASE_URL) of its own.',
    );
  }
  if (top) return;
  await people.importUnits(operator, Buffer.from(units));
  await people.importMembers(operator, Buffer.from(members));
}

/** So that one can ask at once. */
async function fillLibrary({ library }: RunningHub['hub']): Promise<void> {
  if ((await library.reading.browse(operator, {})).total > 0) return;
  await Promise.all(demoDocuments().map((file) => library.keeping.add(operator, file, { release: true })));
}

async function play(running: RunningHub, phones: DemoPhones, mail: DemoMail | null): Promise<void> {
  const { hub, url } = running;
  phones.connect(url);
  const [webChats] = await Promise.all([giveWebChats(hub), givePhones(hub.people, phones)]);
  const [cell = ''] = cellsWithPhones;
  if (mail) {
    const members = (await hub.people.membersOf(cell)).slice(0, mailboxes);
    await Promise.all(members.map(({ code }) => mail.give(running, code)));
  }
  const consoles = await signInLinks(hub);
  const { DATA_DIR: dataDir } = hub.config;
  const publicUrl = await hub.publicUrl();
  process.stderr.write(whatToTry({ url, publicUrl, phones, mail, webChats, consoles, dataDir }));
}

/** Ways into the console: for the province's office, and for the secretary of the cell on the web. */
async function signInLinks({
  people,
  signInUrl,
}: RunningHub['hub']): Promise<{ fullName: string; url: string }[]> {
  const unit = await people.unitByCode(cellOnTheWeb);
  const [secretary] = (await people.rolesOf(operator, unit.code)).filter(({ role }) => role === 'secretary');
  const codes = [await people.officerOfRoot(), secretary?.member ?? null];
  const links: { fullName: string; url: string }[] = [];
  for (const code of codes) {
    if (!code) continue;
    const { fullName } = await people.memberByCode(code);
    links.push({ fullName, url: await signInUrl((await people.signInLink(operator, code)).token) });
  }
  return links;
}

/** Each member joins as a real one does: sends the code, reads the question, agrees. The first cell has a group. */
async function givePhones(people: RunningHub['hub']['people'], phones: DemoPhones): Promise<void> {
  let number = 0;
  for (const [index, cell] of cellsWithPhones.entries()) {
    const given: DemoPhone[] = [];
    for (const { code: member, fullName, linkedAt } of await people.membersOf(cell)) {
      number += 1;
      const phone = phones.phone(number, fullName);
      given.push(phone);
      if (!linkedAt) await phone.join((await people.invite(operator, member)).code);
    }
    if (index === 0) phones.group((await people.unitByCode(cell)).name, given);
  }
}

/** The same on our own page. Returns links for the first of them. */
async function giveWebChats(hub: RunningHub['hub']): Promise<{ fullName: string; url: string }[]> {
  const { people, webchat } = hub;
  const members = await people.membersOf(cellOnTheWeb);
  const unlinked = members.filter(({ linkedAt }) => !linkedAt);
  await Promise.all(
    unlinked.map(async ({ code }) => await joinOnTheWeb(hub, (await people.invite(operator, code)).code)),
  );
  const links: { fullName: string; url: string }[] = [];
  for (const { code, fullName } of members) {
    const address = await webchat.addressOf((await people.memberByCode(code)).id);
    if (!address) continue;
    const { token } = await webchat.deviceLink(address, { minutes: webLinkMinutes });
    links.push({ fullName, url: `${await hub.publicUrl()}/chat/link/${token}` });
    if (links.length === webChatsToOpen) break;
  }
  return links;
}

async function joinOnTheWeb({ webchat, receive }: RunningHub['hub'], code: string): Promise<void> {
  const { address } = await webchat.open('Demo');
  const said = { channel: 'web', address, text: '', payload: '' } as const;
  await receive('web', [{ ...said, eventKey: `${address}:code`, kind: 'text', text: code }]);
  const question = await newMessage(webchat, address, ({ buttons }) => buttons.length > 0);
  const tap = { tapId: question.id, messageId: question.id, payload: question.buttons[0]!.payload };
  await receive('web', [{ ...said, ...tap, eventKey: `${address}:yes`, kind: 'tap' }]);
  // Answered, and the buttons gone: this one has joined.
  await newMessage(webchat, address, ({ id, buttons }) => id !== question.id && buttons.length === 0);
}

async function newMessage(
  webchat: RunningHub['hub']['webchat'],
  address: string,
  wanted: (message: WebMessage) => boolean,
): Promise<WebMessage> {
  for (let looks = 0; looks < 300; looks += 1) {
    const { messages } = await webchat.page(address, { limit: 10 });
    const found = messages.find((message) => wanted(message));
    if (found) return found;
    await sleep(50);
  }
  throw new Error('a web chat of the demo was not answered');
}

function whatToTry({
  url,
  publicUrl,
  phones,
  mail,
  webChats,
  consoles,
  dataDir,
}: {
  url: string;
  publicUrl: string;
  phones: Pick<DemoPhones, 'url' | 'provider' | 'clock'>;
  mail: Pick<DemoMail, 'url'> | null;
  webChats: readonly { fullName: string; url: string }[];
  consoles: readonly { fullName: string; url: string }[];
  dataDir: string;
}): string {
  // A command by itself keeps the quiet of the night, which the demo does not.
  const environment = `QUIET_HOURS=off DATA_DIR=${dataDir.replace(/^\.\//, '')} `;
  const directive = demoNotices[0]!;
  const office = consoles.map(
    ({ fullName, url: link }) => `  Trang điều hành của ${fullName} (mở được một lần):  ${link}\n`,
  );
  const letters = mail ? `  Hộp thư của ba đảng viên (máy chủ thư giả):  ${mail.url}\n` : '';
  const ofTime = phones.clock
    ? `
  8. Trên trang ${phones.provider} giả, bấm “Tua nhanh 8 ngày” rồi gửi lại: tin đi theo mẫu đã duyệt. Mở một điện thoại,
     bấm “Từ chối tin theo mẫu” rồi gửi lần nữa: tin đi đường khác, hoặc người ấy vào danh sách chưa nhận được.
  9. Trên trang của chi bộ, lấy mã nhóm rồi nhắn mã ấy trong nhóm (ở phần “Thêm” của một điện thoại).
`
    : '';
  return `
Cầu Nối đang chạy với một tỉnh hư cấu: 4 xã, 24 chi bộ, 600 đảng viên.

${office.join('')}  Điện thoại của đảng viên (${phones.provider} giả, trên máy này):  ${phones.url}
${letters}${webChats.map((chat) => `  Trò chuyện trên web của ${chat.fullName} (mở được một lần):  ${chat.url}\n`).join('')}  Máy chủ: ${url}   Mô tả API: ${url}/api/openapi.json

Thử trên trình duyệt: mở trang điều hành, bấm “Soạn thông báo”, gửi cho một xã; mở trò chuyện trên web,
đọc và bấm “Đã nắm”; trở lại trang điều hành, các con số tự đổi. Hết liên kết thì tạo liên kết mới:
     ${environment}npx caunoi signin DV000001

Hoặc mở một cửa sổ dòng lệnh khác, trong thư mục này, và thử:

  1. Gửi một văn bản tới một xã, xin xác nhận:
     ${environment}npx caunoi notice send --from DV000001 --unit SLT-01 --ack --kind directive --number ${directive.number ?? '27-KH/TU'} \\
       --title "${directive.title.slice(0, 60)}…" --body "Đề nghị các đồng chí nghiên cứu."
  2. Mở một điện thoại ở địa chỉ trên, đọc, bấm “Đã nắm” (hoặc gõ: da nam).
  3. Xem ai đã nhận, ai đã nắm, ai chưa có kênh nào:
     ${environment}npx caunoi notice status MÃ
  4. Nhắc những người chưa xác nhận:  ${environment}npx caunoi notice remind MÃ
  5. Mời thêm một người:  ${environment}npx caunoi invite DV000100
     rồi thêm điện thoại của người đó trên trang ${phones.provider} giả và gửi mã.
  6. Mở điện thoại của bí thư (người đứng đầu chi bộ thứ nhất), gõ: /hop moi 19h30 thu 5 tuan sau tai nha van hoa
     rồi bấm “Gửi”. Mở điện thoại của người khác, gõ: vang vi om. Bí thư gõ /hop để xem, mở điểm danh, kết thúc.
  7. Trên điện thoại một đảng viên, gõ: /gopy rồi làm theo từng câu hỏi. Người phụ trách đọc và trả lời ở “Ý kiến” trên
     trang điều hành. Góp ý không ghi tên, không cần đăng nhập:  ${publicUrl}/gop-y/${communeWithPage}
${ofTime}
Dừng: Ctrl+C. Dữ liệu nằm ở ${join(dataDir)}; xóa thư mục ấy để làm lại từ đầu.
`;
}
