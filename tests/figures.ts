/**
 * The figures of the main job on this machine, as one JSON object: `npm run figures`. Embedded by default; on a
 * server with TEST_DATABASE_URL and TEST_REDIS_URL. The provider is the stand-in, in a process of its own.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoCsv } from '../prisma/demo/csv.ts';
import { telegramStandIn } from '../bots/telegram/stand-in/index.ts';
import { givenMembers, withDatabase } from './support/given.ts';
import { done, installation, startHub, until, type Installation } from './support/process.ts';

const token = '7000000001:FIGURES';

if (process.argv[2] === 'stand-in') await standInProcess();
else await measure();

async function standInProcess(): Promise<void> {
  const standIn = telegramStandIn({ token, openChats: true, keepMessages: 0 });
  const { url } = await standIn.listen();
  process.send?.(url);
}

async function measure(): Promise<void> {
  const provider = fork(import.meta.filename, ['stand-in']);
  const [url] = (await once(provider, 'message')) as [string];
  const settings = { TELEGRAM_BOT_TOKEN: token, TELEGRAM_API_ROOT: url };
  const figures: Record<string, number | string> = {
    database: process.env['TEST_DATABASE_URL'] ? 'postgresql' : 'embedded',
    queue: process.env['TEST_REDIS_URL'] ? 'redis' : 'postgresql',
  };

  const fresh = await installation(settings);
  figures['readyFirstMs'] = await readyMs(fresh);
  figures['readyAgainMs'] = await readyMs(fresh);
  figures['import20000Ms'] = await importMs(fresh, 20_000);
  await fresh.remove();

  for (const people of [1_000, 20_000]) {
    const house = await installation(settings);
    await givenMembers(house, people);
    Object.assign(figures, await broadcast(house, people));
    await house.remove();
  }

  const demo = await installation(settings);
  Object.assign(figures, await pages(demo));
  await demo.remove();
  process.stdout.write(`${JSON.stringify(figures)}\n`);
  provider.kill();
  process.exit(0);
}

async function readyMs(house: Installation): Promise<number> {
  const hub = await startHub(house.environment);
  await hub.end();
  return Math.round(hub.readyMs);
}

async function importMs({ dataDir, environment }: Installation, count: number): Promise<number> {
  const units = ['code,name,kind,parent_code', 'T,Tỉnh,province,', 'X,Xã,commune,T'];
  for (let cell = 0; cell < count / 40; cell += 1) units.push(`C${cell},Chi bộ ${cell},cell,X`);
  const members = ['code,full_name,unit_code,role,status,phone,email,joined_on'];
  for (let n = 0; n < count; n += 1) {
    members.push(
      `M${n},Nguyễn Văn ${n},C${Math.floor(n / 40)},,official,09${String(n).padStart(8, '0')},m${n}@example.vn,1999-05-19`,
    );
  }
  const [unitsFile, membersFile] = [join(dataDir, 'u.csv'), join(dataDir, 'm.csv')];
  writeFileSync(unitsFile, units.join('\n'));
  writeFileSync(membersFile, members.join('\n'));
  await done(environment, 'import', 'units', unitsFile);
  const began = performance.now();
  await done(environment, 'import', 'members', membersFile);
  return Math.round(performance.now() - began);
}

/** From the moment the command `notice send` answers to the last recorded outcome. */
async function broadcast(house: Installation, people: number): Promise<Record<string, number>> {
  const hub = await startHub(house.environment, '--roles', 'worker');
  const args = [
    'notice',
    'send',
    '--from',
    'O',
    '--unit',
    'X',
    '--title',
    'Thử',
    '--body',
    'Nội dung thông báo',
    '--ack',
  ];
  const { id } = await done<{ id: string }>(house.environment, ...args);
  const answered = performance.now();
  await withDatabase(house, (database) =>
    until(
      async () => {
        const [row] = await database.query<{ count: number }>(
          `select count(*) as count from delivery where notice_id = $1 and state = 'handed_over'`,
          [id],
        );
        return row?.count === people;
      },
      120_000,
      'the broadcast',
    ),
  );
  const ms = performance.now() - answered;
  await hub.end();
  return {
    [`handedOver${people}Ms`]: Math.round(ms),
    [`perSecond${people}`]: Math.round((people / ms) * 1000),
  };
}

/**
 * The console's main pages over the demo province: the slowest median of first bytes in milliseconds, and the most
 * bytes that one page and all its assets bring with an empty cache.
 */
async function pages({ dataDir, environment }: Installation): Promise<Record<string, number | string>> {
  for (const [what, csv] of Object.entries(demoCsv())) {
    const file = join(dataDir, `${what}.csv`);
    writeFileSync(file, csv);
    await done(environment, 'import', what, file);
  }
  const hub = await startHub(environment);
  const words = ['--title', 'Kế hoạch quý IV', '--body', 'Đề nghị triển khai.', '--ack'];
  const send = ['notice', 'send', '--from', 'DV000001', '--unit', 'SLT-01', ...words];
  const { id } = await done<{ id: string }>(environment, ...send);
  const { url } = await done<{ url: string }>(environment, 'signin', 'DV000001');
  const signed = await fetch(`${hub.url}${new URL(url).pathname}`, { method: 'POST', redirect: 'manual' });
  const headers = { cookie: signed.headers.getSetCookie()[0]!.split(';')[0]!, accept: 'text/html' };
  const paths = [
    '/console',
    '/console/notices',
    `/console/notices/${id}`,
    '/console/notices/new',
    '/console/people',
    '/console/people?search=nguyen+van',
    '/console/people/units/SLT-01-CB01',
    '/console/people/members/DV000010',
    '/console/people/import',
    '/console/audit',
    '/console/devices',
  ];
  const found: { path: string; ms: number; bytes: number }[] = [];
  for (const path of paths) {
    const times: number[] = [];
    let html = '';
    for (let look = 0; look < 21; look += 1) {
      const began = performance.now();
      const response = await fetch(hub.url + path, { headers });
      times.push(performance.now() - began);
      html = await response.text();
    }
    const assets = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, address]) => address!);
    const bytes = await Promise.all(
      [path, ...new Set(assets)].map((each) => bytesOf(hub.url + each, headers)),
    );
    const ms = times.slice(1).toSorted((a, b) => a - b)[10]!;
    found.push({ path, ms: Math.round(ms), bytes: bytes.reduce((sum, count) => sum + count, 0) });
  }
  await hub.end();
  const slowest = found.toSorted((a, b) => b.ms - a.ms)[0]!;
  const largest = found.toSorted((a, b) => b.bytes - a.bytes)[0]!;
  return {
    slowestPage: slowest.path.replace(id, 'ID'),
    slowestPageFirstByteMs: slowest.ms,
    largestPage: largest.path.replace(id, 'ID'),
    largestPageBytes: largest.bytes,
  };
}

/** What crosses the line: compressed, as a browser asks for it. */
async function bytesOf(url: string, headers: Record<string, string>): Promise<number> {
  const { hostname, port, pathname, search } = new URL(url);
  const asked = get({
    hostname,
    port,
    path: pathname + search,
    headers: { ...headers, 'accept-encoding': 'br' },
  });
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  let bytes = 0;
  for await (const chunk of response) bytes += (chunk as Buffer).length;
  return bytes;
}
