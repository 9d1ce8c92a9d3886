import { join } from 'node:path';
import { demoCsv } from '../prisma/demo/csv.ts';
import { demoNotices } from '../prisma/demo/notice.ts';
import { telegramStandIn, type TelegramStandIn } from '../bots/telegram/stand-in/index.ts';
import { readConfig, type Config } from './config.ts';
import type { RunningHub } from './main.ts';
import { StartupError } from './platform/errors.ts';

/** The cells whose members have a phone in the demo; everybody else shows what "unreachable" looks like. */
const cellsWithPhones = ['SLT-01-CB01', 'SLT-01-CB02', 'SLT-01-CB03'];
const firstPhone = 700_000_001;
const standInToken = '7000000001:DEMO-only-for-the-stand-in-on-this-machine';

export interface Demo {
  config: Config;
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
 * A hub with an invented province, and a stand-in for Telegram on this machine: nothing of it reaches the
 * outside, and no real token is used even where one is set.
 */
export async function openDemo(environment: Record<string, string | undefined>): Promise<Demo> {
  const standIn = telegramStandIn({
    port: Number(environment['DEMO_PHONES_PORT'] ?? 8081),
    token: standInToken,
    username: 'CauNoiDemoBot',
    openChats: true,
  });
  const { url } = await standIn.listen();
  const config = readConfig({
    LOG_LEVEL: 'warn',
    ...environment,
    DATA_DIR: environment['DATA_DIR'] || './.data/demo',
    TELEGRAM_BOT_TOKEN: standInToken,
    TELEGRAM_API_ROOT: url,
    TELEGRAM_MODE: 'polling',
    TELEGRAM_RATE: 'unlimited',
    TELEGRAM_CHAT_RATE: 'unlimited',
    QUIET_HOURS: 'off',
  });
  return {
    config,
    prepare,
    play: (running) => play(running, standIn, url),
    close: () => standIn.close(),
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
  await people.importUnits(Buffer.from(units));
  await people.importMembers(Buffer.from(members));
}

async function play({ hub, url }: RunningHub, standIn: TelegramStandIn, phonesUrl: string): Promise<void> {
  await givePhones(hub.people, standIn);
  process.stderr.write(whatToTry({ url, phonesUrl, dataDir: hub.config.DATA_DIR }));
}

/** Each member joins as a real one does: sends the code, reads the question, agrees. */
async function givePhones(people: RunningHub['hub']['people'], standIn: TelegramStandIn): Promise<void> {
  let phone = firstPhone;
  for (const cell of cellsWithPhones) {
    for (const { code: member, fullName, linkedAt } of await people.membersOf(cell)) {
      const person = standIn.user(phone, { first_name: fullName });
      phone += 1;
      if (linkedAt) continue;
      const { code } = await people.invite(member);
      person.start(code.replace('-', ''));
      const question = await person.next({
        matching: (message) => message.buttons.length > 0,
        timeoutMs: 15_000,
      });
      person.press(question, 'Đồng ý');
    }
  }
}

function whatToTry({ url, phonesUrl, dataDir }: { url: string; phonesUrl: string; dataDir: string }): string {
  const environment = dataDir === './.data/demo' ? 'DATA_DIR=.data/demo ' : `DATA_DIR=${dataDir} `;
  const directive = demoNotices[0]!;
  return `
Cầu Nối đang chạy với một tỉnh hư cấu: 4 xã, 24 chi bộ, 600 đảng viên.

  Điện thoại của đảng viên (Telegram giả, trên máy này):  ${phonesUrl}
  Máy chủ: ${url}   Mô tả API: ${url}/api/openapi.json

Mở một cửa sổ dòng lệnh khác, trong thư mục này, và thử:

  1. Gửi một văn bản tới một xã, xin xác nhận:
     ${environment}npx caunoi notice send --from DV000001 --unit SLT-01 --ack --kind directive --number ${directive.number ?? '27-KH/TU'} \\
       --title "${directive.title.slice(0, 60)}…" --body "Đề nghị các đồng chí nghiên cứu."
  2. Mở một điện thoại ở địa chỉ trên, đọc, bấm “Đã nắm” (hoặc gõ: da nam).
  3. Xem ai đã nhận, ai đã nắm, ai chưa có kênh nào:
     ${environment}npx caunoi notice status MÃ
  4. Nhắc những người chưa xác nhận:  ${environment}npx caunoi notice remind MÃ
  5. Mời thêm một người:  ${environment}npx caunoi invite DV000100
     rồi thêm điện thoại của người đó trên trang Telegram giả và gửi mã.

Dừng: Ctrl+C. Dữ liệu nằm ở ${join(dataDir)}; xóa thư mục ấy để làm lại từ đầu.
`;
}
