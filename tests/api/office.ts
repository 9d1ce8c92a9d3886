import { openAudit, operator } from '../../hub/platform/audit.ts';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { telegramBot, type TelegramBot } from '../../bots/telegram/index.ts';
import { telegramWebhook } from '../../bots/telegram/routes.ts';
import { openUsage, type Inbound } from '../../hub/channels/index.ts';
import { notices, type Notices } from '../../hub/notices/index.ts';
import { noticeRoutes } from '../../hub/notices/routes.ts';
import { people, scopes, type People, type Scope } from '../../hub/people/index.ts';
import { joinPage } from '../../hub/people/joining/join-page.ts';
import { memberRoutes } from '../../hub/people/members/routes.ts';
import { peopleRoutes } from '../../hub/people/routes.ts';
import { unitRoutes } from '../../hub/people/units/routes.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { openHttp, type App } from '../../hub/platform/http.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { openLocales } from '../../hub/platform/locales.ts';
import { openMetrics } from '../../hub/platform/metrics.ts';
import { Secret } from '../../hub/platform/secret.ts';
import { demoCsv } from '../../prisma/demo/csv.ts';
import { demoProvince, type MemberRow } from '../../prisma/demo/province.ts';
import { testDatabase } from '../support/database.ts';

export interface Office {
  app: App;
  database: Database;
  people: People;
  notices: Notices;
  /** Lines written to the log, nothing redacted. */
  lines: string[];
  /** Events that Telegram posted. */
  received: Inbound[];
  /** Method, pattern and schema of every route of the application. */
  routes: { method: string; url: string }[];
  /** What the hub answers to `/ready`. */
  health: { ready: () => Promise<boolean> };
  /** `Authorization` of a member, with all scopes unless told otherwise. */
  as: (member: MemberRow | string, wanted?: readonly Scope[]) => Promise<{ authorization: string }>;
  close: () => Promise<void>;
}

const now = new Date('2026-11-02T02:00:00Z');
export const webhookSecret = 'a-secret-of-the-webhook';

/** The real application on a real database with the demo province in it, unless `empty`. */
export async function openOffice({ empty = false } = {}): Promise<Office> {
  const database = await testDatabase();
  const clock = () => now;
  const locales = openLocales(join(import.meta.dirname, '../../hub/locales'), 'Asia/Ho_Chi_Minh');
  const audit = openAudit({ database, clock });
  const ofPeople = people({ database, keys: keysFrom(Buffer.alloc(32, 7)), clock, audit, locales });
  if (!empty) {
    const { units, members } = demoCsv();
    await ofPeople.importUnits(operator, Buffer.from(units));
    await ofPeople.importMembers(operator, Buffer.from(members));
  }
  const ofNotices = notices({
    database,
    people: ofPeople,
    audit,
    queues: { ring: async () => {} },
    clock,
    quietHours: null,
    timeZone: 'Asia/Ho_Chi_Minh',
    locales,
    channels: () =>
      new Map([['telegram', { limits: { textUnits: 4096, buttons: 8, fileBytes: 20_000_000 } }]]),
    usage: openUsage({ sql: database, clock, timeZone: 'Asia/Ho_Chi_Minh' }),
    onProblem: (error) => {
      throw error;
    },
  });

  const lines: string[] = [];
  const received: Inbound[] = [];
  const routes: Office['routes'] = [];
  const health = { ready: async () => true };
  const bot = openBot(received);
  const app = await openHttp({
    log: pino({ level: 'trace' }, collect(lines)),
    metrics: openMetrics(),
    locales,
    publicUrl: 'http://127.0.0.1:8080',
    identify: (token) => ofPeople.memberOfToken(token),
    ready: () => health.ready(),
  });
  app.addHook('onRoute', ({ method, url }) => {
    for (const name of [method].flat()) if (name !== 'HEAD') routes.push({ method: name, url });
  });
  const linksFor = async (code: string) => ({
    telegram: `https://t.me/CauNoiBot?start=${code.replace('-', '')}`,
    web: `http://127.0.0.1:8080/join/${code.replace('-', '')}`,
  });
  await noticeRoutes(app, { notices: ofNotices });
  await peopleRoutes(app, { people: ofPeople, clock, linksFor });
  await memberRoutes(app, { people: ofPeople });
  await unitRoutes(app, { people: ofPeople });
  await joinPage(app, { linksFor, zaloBot: async () => 'Bot Chi bộ', icon: '/mark.svg' });
  await telegramWebhook(app, bot);
  await app.ready();

  return {
    app,
    database,
    people: ofPeople,
    notices: ofNotices,
    lines,
    received,
    routes,
    health,
    async as(member, wanted = scopes) {
      const { token } = await ofPeople.createToken(typeof member === 'string' ? member : member.code, wanted);
      return { authorization: `Bearer ${token}` };
    },
    async close() {
      await app.close();
      await bot.close();
      await database.close();
    },
  };
}

/** The demo member who holds a role in a unit; the first of several. */
export function holder(role: MemberRow['role'], unit: string): MemberRow {
  const found = demoProvince().members.find((row) => row.role === role && row.unit_code === unit);
  if (!found) throw new Error(`nobody is ${role || 'a plain member'} in ${unit}`);
  return found;
}

/** A form as a browser or curl sends it. */
export async function form(fields: Record<string, string | File | readonly File[]>) {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const part of [value].flat()) data.append(name, part);
  }
  const request = new Request('http://form', { method: 'POST', body: data });
  return {
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  };
}

function openBot(received: Inbound[]): TelegramBot {
  return telegramBot({
    token: new Secret('7000000001:TEST-token-of-nobody'),
    apiRoot: 'http://127.0.0.1:9',
    webhookSecret: new Secret(webhookSecret),
    commands: [],
    receive: async (events) => {
      received.push(...events);
    },
    onProblem: (error) => {
      throw error;
    },
  });
}

function collect(lines: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
}
