import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { telegramStandIn, type TelegramStandIn } from '../../bots/telegram/stand-in/index.ts';
import {
  caunoi,
  done,
  installation,
  startHub,
  until,
  type HubProcess,
  type Installation,
} from '../support/process.ts';

const token = '7000000001:COMMANDS-secret-part';
const resolution = '/work/shared/corpus/57-NQ-TW_2024_dot-pha-khcn-dmst-cds.md';

interface Status {
  recipients: number;
  byStatus: Record<string, number>;
  byChannel: Record<string, number>;
  inPerson: number;
  unreachable: string[];
}

describe('the main job, from the command line to the phone and back', () => {
  let house: Installation;
  let standIn: TelegramStandIn;
  let hub: HubProcess;
  let environment: Record<string, string>;
  let id = '';

  beforeAll(async () => {
    standIn = telegramStandIn({ token, username: 'CauNoiTestBot' });
    const { url } = await standIn.listen();
    house = await installation({ TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: url, LOG_LEVEL: 'trace' });
    environment = house.environment;
    hub = await startHub(environment);
  });
  afterAll(async () => {
    await hub.end('SIGKILL');
    await standIn.close();
    await house.remove();
  });

  const file = (name: string, ...lines: string[]) => {
    const path = join(house.dataDir, name);
    writeFileSync(path, lines.join('\r\n'));
    return path;
  };

  test('a secretary’s spreadsheet goes in, once', async () => {
    const units = file(
      'units.csv',
      'mã,tên,loại,mã cấp trên',
      'T,Tỉnh T,tỉnh,',
      'X,Xã X,xã,T',
      'C1,Chi bộ thôn Đông,chi bộ,X',
    );
    const members = file(
      'members.csv',
      'mã;họ và tên;mã đơn vị;chức vụ;tình trạng;điện thoại;email;ngày vào đảng',
      'O;Trần Thị Hạnh;T;văn phòng;chính thức;;;03/02/1990',
      'M1;Nguyễn Thị Lan;C1;bí thư;chính thức;0912 345 678;lan@example.vn;19/05/1985',
      'M2;Lê Văn Hùng;C1;;chính thức;0987654321;;02/09/1975',
      'M3;Đặng Thị Tư;C1;;dự bị;;;01/06/2026',
    );
    expect(await done(environment, 'import', 'units', units)).toEqual({
      created: 3,
      updated: 0,
      unchanged: 0,
      errors: [],
    });
    expect(await done(environment, 'import', 'members', members)).toMatchObject({ created: 4, errors: [] });
    expect(await done(environment, 'import', 'members', members)).toMatchObject({ created: 0, unchanged: 4 });
  });

  test('the lists come out as spreadsheets, and going in again they change nothing', async () => {
    for (const format of ['csv', 'xlsx']) {
      const [units, members] = [`given-units.${format}`, `given-members.${format}`].map((name) =>
        join(house.dataDir, name),
      );
      expect(await done(environment, 'spreadsheet', 'units', units!)).toEqual({ file: units, rows: 3 });
      expect(await done(environment, 'spreadsheet', 'members', members!)).toEqual({ file: members, rows: 4 });
      expect(statSync(members!).mode & 0o077).toBe(0);
      expect(await done(environment, 'import', 'units', units!)).toMatchObject({ unchanged: 3, errors: [] });
      expect(await done(environment, 'import', 'members', members!)).toMatchObject({
        unchanged: 4,
        errors: [],
      });
    }
    const part = join(house.dataDir, 'part.xlsx');
    expect(await done(environment, 'spreadsheet', 'members', part, '--unit', 'C1')).toMatchObject({
      rows: 3,
    });
    const odd = await caunoi(environment, 'spreadsheet', 'members', join(house.dataDir, 'members.ods'));
    expect(odd.code).toBe(1);
  });

  test('a file with an error changes nothing and names the row', async () => {
    const members = file(
      'wrong.csv',
      'code,full_name,unit_code,role,status',
      'M4,Phạm Văn Bốn,C1,,official',
      'M5,Vũ Năm,C9,,official',
    );
    const { code, json } = await caunoi(environment, 'import', 'members', members);
    expect({ code, created: json['created'] }).toEqual({ code: 1, created: 0 });
    expect(json['errors']).toMatchObject([
      { row: 3, field: 'unit_code', message: expect.stringContaining('C9') as string },
    ]);
    expect((await caunoi(environment, 'invite', 'M4')).code).toBe(1);
  });

  test('members join by code, with the consent question first', async () => {
    const { invites } = await until(
      async () => {
        const made = await done<{ invites: Invite[] }>(environment, 'invite', '--unit', 'X');
        return made.invites[0]?.links.telegram ? made : null;
      },
      5_000,
      'the bot’s name known',
    );
    expect(invites.map(({ member }) => member)).toEqual(['M1', 'M2', 'M3']);
    for (const [n, { code, links }] of invites.slice(0, 2).entries()) {
      expect(links.telegram).toBe(`https://t.me/CauNoiTestBot?start=${code.replace('-', '')}`);
      expect(links.web).toBe(`${hub.url}/join/${code.replace('-', '')}`);
      const person = standIn.user(101 + n, { first_name: 'Người dùng' });
      person.start(code.replace('-', ''));
      const question = await person.next();
      expect(question.buttons.map(({ text }) => text)).toEqual(['Đồng ý', 'Không đồng ý']);
      if (n === 0) person.press(question, 'Đồng ý');
      else person.say('dong y');
      for (let message = 0; message < 3; message += 1) await person.next();
      expect(person.inbox).toHaveLength(4);
    }
  });

  test.skipIf(!existsSync(resolution))('a real resolution arrives whole and is acknowledged', async () => {
    const sent = await done<{ id: string; recipients: number }>(
      environment,
      'notice',
      'send',
      '--from',
      'O',
      '--unit',
      'T',
      '--kind',
      'directive',
      '--number',
      '57-NQ/TW',
      '--issued',
      '2024-12-22',
      '--title',
      'Nghị quyết về đột phá phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số quốc gia',
      '--body-file',
      resolution,
      '--ack',
      '--due',
      '2036-12-01T17:00',
      '--chase',
      'gentle',
      '--idempotency-key',
      'nq57',
    );
    id = sent.id;
    expect(sent.recipients).toBe(4);
    const [lan, hung] = [standIn.user(101), standIn.user(102)];
    const hasButton = (message: { buttons: { text: string }[] }) =>
      message.buttons.some(({ text }) => text === 'Đã nắm');
    const last = await lan.next({ matching: hasButton, timeoutMs: 15_000 });
    const whole = lan.inbox
      .slice(4)
      .map(({ text }) => text)
      .join('\n');
    expect(whole).toContain('Kính gửi đồng chí Lan,');
    expect(whole).toContain('Số 57-NQ/TW, ngày 22/12/2024');
    expect(whole).toContain('Hạn: 17:00 ngày 01/12/2036.');
    expect(whole).toContain('Nghị quyết này phổ biến đến chi bộ');
    expect(whole.normalize('NFC')).toBe(whole);
    expect(Math.max(...lan.inbox.map(({ text }) => text.length))).toBeLessThanOrEqual(4096);

    lan.press(last, 'Đã nắm');
    await hung.next({ matching: hasButton, timeoutMs: 15_000 });
    hung.say('da nam roi a');
    await hung.until(() => hung.inbox.at(-1)?.text.startsWith('Đã ghi nhận đồng chí đã nắm') ?? false);
    await lan.until(() => lan.toasts.some(({ text }) => text === 'Đã ghi nhận. Cảm ơn đồng chí.'));
    expect(await done<Status>(environment, 'notice', 'status', id)).toMatchObject({
      recipients: 4,
      byStatus: { acknowledged: 2, unreachable: 2, handed_over: 0, created: 0 },
      byChannel: { telegram: 2 },
      unreachable: ['M3', 'O'],
    });
  });

  test.skipIf(!existsSync(resolution))('told in person, reminded, cancelled', async () => {
    expect(await done(environment, 'notice', 'told', id, 'M3', '--by', 'M1')).toEqual({ id, member: 'M3' });
    expect(await done(environment, 'notice', 'remind', id)).toEqual({ id, reminded: 0 });
    const { steps } = await done<{ steps: { action: string; state: string }[] }>(
      environment,
      'notice',
      'chase',
      id,
    );
    expect(steps.map(({ action, state }) => `${action} ${state}`)).toEqual([
      'remind waiting',
      'list waiting',
    ]);
    expect(await done(environment, 'notice', 'chase', id, '--stop')).toMatchObject({
      stopped: 2,
      steps: [{ state: 'cancelled' }, { state: 'cancelled' }],
    });
    expect(await done(environment, 'notice', 'cancel', id)).toEqual({ id, cancelled: 0 });
    expect(await done<Status>(environment, 'notice', 'status', id)).toMatchObject({
      inPerson: 1,
      byStatus: { acknowledged: 3 },
    });
  });

  test('refusals are one JSON object with a code, and exit 1; wrong usage exits 2', async () => {
    const send = ['notice', 'send', '--title', 'A', '--body', 'B'];
    const cases: [string[], number, string][] = [
      [[...send, '--from', 'M1', '--unit', 'X'], 1, 'may.not'],
      [[...send, '--from', 'M9', '--unit', 'X'], 1, 'member.unknown'],
      [[...send, '--from', 'O', '--unit', 'X9'], 1, 'unit.unknown'],
      [
        ['notice', 'send', '--title', 'A', '--body', 'TỐI MẬT\nabc', '--from', 'O', '--unit', 'X'],
        1,
        'notice.classified',
      ],
      [[...send, '--from', 'O', '--unit', 'X', '--attach', '/nowhere/file.pdf'], 1, 'cli.no-file'],
      [['notice', 'status', '0190b7a0-0000-7000-8000-000000000000'], 1, 'notice.unknown'],
      [['notice', 'status', 'nonsense'], 1, 'notice.unknown'],
      [['notice', 'send'], 2, 'usage'],
      [[...send, '--from', 'O', '--unit', 'X', '--due', 'soon'], 2, 'usage'],
      [[...send, '--from', 'O', '--unit', 'X', '--ack', '--chase', 'often'], 2, 'usage'],
      [[...send, '--from', 'O', '--unit', 'X', '--ack', '--chase', '2d,1d'], 1, 'notice.invalid'],
      [['invite'], 2, 'usage'],
      [['nonsense'], 2, 'usage'],
      [['token', 'create', '--member', 'O', '--scopes', 'everything'], 2, 'usage'],
    ];
    for (const [args, exit, code] of cases) {
      const result = await caunoi(environment, ...args);
      expect({ args, exit: result.code, error: result.json['error'] }).toMatchObject({
        args,
        exit,
        error: { code },
      });
    }
  });

  test('a second hub on the same directory is refused with a sentence', async () => {
    if (environment['DATABASE_URL']) return;
    const { code, json } = await caunoi(environment, 'start');
    expect({ code, json }).toMatchObject({
      code: 2,
      json: { error: { message: expect.stringContaining('Another hub') as string } },
    });
  });

  test('the API answers beside the command line', async () => {
    const { token: bearer } = await done<{ token: string }>(environment, 'token', 'create', '--member', 'O');
    const reply = await fetch(`${hub.url}/api/v1/units`, { headers: { authorization: `Bearer ${bearer}` } });
    expect(reply.status).toBe(200);
    // A token for everything opens no sealed link.
    const unsealings = await fetch(`${hub.url}/api/v1/feedback/unsealings`, {
      headers: { authorization: `Bearer ${bearer}` },
    });
    expect(await unsealings.json()).toMatchObject({ code: 'token.scope' });
    expect((await fetch(`${hub.url}/live`)).status).toBe(200);
    expect((await fetch(`${hub.url}/ready`)).status).toBe(200);
    expect(await (await fetch(`${hub.url}/metrics`)).text()).toContain('caunoi_sends_total');
  });

  test('it stops cleanly within ten seconds, and its log of the whole day holds no words, numbers or secrets', async () => {
    const began = performance.now();
    expect(await hub.end()).toBe(0);
    expect(performance.now() - began).toBeLessThan(10_000);
    const log = hub.log();
    expect(log).toContain('hub.ready');
    for (const secret of [
      token,
      'secret-part',
      '912345678',
      '987654321',
      'lan@example',
      'Nguyễn Thị Lan',
      'Hùng',
      'đột phá',
      'dong y',
      'da nam',
      'cn_',
    ]) {
      expect(log, secret).not.toContain(secret);
    }
    expect(log).not.toMatch(/\b[A-HJ-NP-Z2-9]{4}-?[A-HJ-NP-Z2-9]{4}\b(?<=\d.*)/);
  });
});

interface Invite {
  member: string;
  code: string;
  links: { telegram?: string; web: string };
}
