import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ConfigError, readConfig, variableNames } from '../../hub/config.ts';
import { Secret } from '../../hub/platform/secret.ts';

const root = join(import.meta.dirname, '../..');

describe('an empty environment', () => {
  test('gives the defaults of the contract', () => {
    expect(readConfig({})).toMatchObject({
      DATA_DIR: './.data',
      KEYS_DIR: './.data/keys',
      PORT: 8080,
      HOST: '127.0.0.1',
      PUBLIC_URL: 'http://127.0.0.1:8080',
      TELEGRAM_API_ROOT: 'https://api.telegram.org',
      TELEGRAM_MODE: 'polling',
      TELEGRAM_RATE: 30,
      TELEGRAM_CHAT_RATE: 1,
      ZALO_RATE: 1.5,
      QUIET_HOURS: { fromMinute: 22 * 60, toMinute: 6 * 60 },
      LOG_LEVEL: 'info',
      TZ: 'Asia/Ho_Chi_Minh',
    });
    expect(readConfig({})).not.toHaveProperty('DATABASE_URL');
    expect(readConfig({})).not.toHaveProperty('TELEGRAM_BOT_TOKEN');
  });

  test('is the same as one in which everything is empty', () => {
    const empty = Object.fromEntries(variableNames.map((name) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });
});

describe('what follows from other variables', () => {
  test('the keys stand in the data directory unless they are given a place of their own', () => {
    expect(readConfig({ DATA_DIR: '/srv/data' }).KEYS_DIR).toBe('/srv/data/keys');
    expect(readConfig({ DATA_DIR: '/srv/data', KEYS_DIR: '/srv/keys' }).KEYS_DIR).toBe('/srv/keys');
  });

  test('the public address is where the hub listens unless it is told another', () => {
    expect(readConfig({ HOST: '10.0.0.7', PORT: '9000' }).PUBLIC_URL).toBe('http://10.0.0.7:9000');
    expect(readConfig({ PUBLIC_URL: 'https://caunoi.example.vn/' }).PUBLIC_URL).toBe(
      'https://caunoi.example.vn',
    );
  });
});

describe('rates', () => {
  test.each([
    ['30/s', 30],
    ['0.5/s', 0.5],
    ['90/min', 1.5],
    ['unlimited', Infinity],
  ])('%s is %d sends a second', (text, perSecond) => {
    expect(readConfig({ TELEGRAM_RATE: text }).TELEGRAM_RATE).toBe(perSecond);
  });

  test.each(['30', '0/s', '-1/s', '30/h', '1e3/s', 'unlimited/s', '30 / s'])('%s is refused', (text) => {
    expect(faultsOf({ ZALO_RATE: text })).toEqual([
      'ZALO_RATE must be a rate such as 30/s, 90/min or unlimited',
    ]);
  });
});

describe('quiet hours', () => {
  test.each([
    ['22:00-06:00', { fromMinute: 1320, toMinute: 360 }],
    ['12:30-13:45', { fromMinute: 750, toMinute: 825 }],
    ['off', null],
  ])('%s', (text, hours) => {
    expect(readConfig({ QUIET_HOURS: text }).QUIET_HOURS).toEqual(hours);
  });

  test.each(['22-6', '24:00-06:00', '22:00-06:60', '22:00–06:00', 'on'])('%s is refused', (text) => {
    expect(faultsOf({ QUIET_HOURS: text })).toEqual([
      'QUIET_HOURS must be hours such as 22:00-06:00, or off',
    ]);
  });
});

describe('what else is counted', () => {
  test('old deliveries are kept for so many days, at least 31, or for good', () => {
    expect(readConfig({}).COMPACT_AFTER_DAYS).toBe(190);
    expect(readConfig({ COMPACT_AFTER_DAYS: 'off' }).COMPACT_AFTER_DAYS).toBeNull();
    expect(readConfig({ COMPACT_AFTER_DAYS: '31' }).COMPACT_AFTER_DAYS).toBe(31);
    for (const days of ['30', '190d', '-1', 'never']) {
      expect(faultsOf({ COMPACT_AFTER_DAYS: days })).toEqual([
        'COMPACT_AFTER_DAYS must be a number of days from 31 on, or off',
      ]);
    }
  });

  test('figures are served on a port that is a port', () => {
    expect(readConfig({}).METRICS_PORT).toBeUndefined();
    expect(readConfig({ METRICS_PORT: '9100' }).METRICS_PORT).toBe(9100);
    for (const port of ['0', '65536', 'x']) {
      expect(faultsOf({ METRICS_PORT: port })).toEqual(['METRICS_PORT must be a port from 1 to 65535']);
    }
  });
});

describe('faults', () => {
  const wrong = {
    DATABASE_URL: 'mysql://somewhere/caunoi',
    REDIS_URL: '127.0.0.1:6379',
    PORT: 'eighty',
    PUBLIC_URL: 'caunoi.example.vn',
    SECRET_KEY: 'c2hvcnQ=',
    TELEGRAM_BOT_TOKEN: 'not-a-token-of-BotFather',
    TELEGRAM_MODE: 'carrier-pigeon',
    TELEGRAM_WEBHOOK_SECRET: 'có dấu',
    ZALO_TEMPLATES: '{"purpose":',
    SMTP_URL: 'http://mail.example.vn',
    LOG_LEVEL: 'loud',
    TZ: 'Asia/Ha_Noi_Moi',
  };

  test('are named all at once', () => {
    const named = faultsOf(wrong).map((fault) => fault.split(' ')[0]);
    // A letter box without a sender's address is a fault of its own, beside the wrong SMTP_URL.
    expect(named).toHaveLength(Object.keys(wrong).length + 1);
    expect(new Set(named)).toEqual(new Set([...Object.keys(wrong), 'MAIL_FROM']));
  });

  test('never repeat a value: it may be a secret', () => {
    const said = faultsOf(wrong).join('\n');
    for (const value of Object.values(wrong)) expect(said).not.toContain(value);
  });

  test('a port is a whole number up to 65535', () => {
    for (const port of ['65536', '-1', '80.5']) expect(faultsOf({ PORT: port })).toHaveLength(1);
    expect(readConfig({ PORT: '0' }).PORT).toBe(0);
  });

  test('a key shorter than 32 bytes, or not base64, is refused with the command that makes one', () => {
    const short = Buffer.alloc(31, 7).toString('base64');
    for (const key of [short, 'ä'.repeat(44)]) {
      expect(faultsOf({ SECRET_KEY: key })[0]).toMatch(/^SECRET_KEY /);
    }
    expect(faultsOf({ SECRET_KEY: short })[0]).toContain('openssl rand -base64 32');
    expect(readConfig({ SECRET_KEY: Buffer.alloc(32, 7).toString('base64') }).SECRET_KEY).toBeDefined();
  });

  test('letters need an address to come from', () => {
    expect(faultsOf({ SMTP_URL: 'smtp://mail.example.vn' })).toEqual([
      expect.stringMatching(/^MAIL_FROM is needed/),
    ]);
  });
});

describe('a webhook', () => {
  const webhook = { TELEGRAM_MODE: 'webhook', TELEGRAM_BOT_TOKEN: '123456:ABC-def' };

  test('needs a secret and an address under which Telegram finds us', () => {
    expect(faultsOf(webhook).map((fault) => fault.split(' ')[0])).toEqual([
      'TELEGRAM_WEBHOOK_SECRET',
      'PUBLIC_URL',
    ]);
  });

  test('is accepted with both', () => {
    const both = { TELEGRAM_WEBHOOK_SECRET: 'long-and-random', PUBLIC_URL: 'https://caunoi.example.vn' };
    expect(readConfig({ ...webhook, ...both }).TELEGRAM_MODE).toBe('webhook');
  });

  test('of Zalo’s Bot Platform, which its secret asks for, needs an address too', () => {
    const bot = { ZALO_BOT_TOKEN: '123:abc', ZALO_BOT_WEBHOOK_SECRET: 'long-and-random' };
    expect(faultsOf(bot)).toEqual([expect.stringMatching(/^PUBLIC_URL is needed/)]);
    expect(readConfig({ ...bot, PUBLIC_URL: 'https://caunoi.example.vn' }).ZALO_BOT_PEOPLE).toBe(50);
  });

  test('asks for nothing while the channel is off', () => {
    expect(readConfig({ TELEGRAM_MODE: 'webhook' }).TELEGRAM_MODE).toBe('webhook');
    expect(readConfig({ ZALO_BOT_WEBHOOK_SECRET: 'long-and-random' }).ZALO_BOT_TOKEN).toBeUndefined();
  });
});

describe('Zalo', () => {
  test('asks for both secrets where the app is named', () => {
    expect(faultsOf({ ZALO_APP_ID: '4000000000000000001' })).toEqual([
      'ZALO_APP_SECRET is needed with ZALO_APP_ID',
      'ZALO_OA_SECRET is needed with ZALO_APP_ID: what people say comes signed with it',
    ]);
  });

  test('takes templates for what a message can be about, and for nothing else', () => {
    const templates = { directive: '501', reminder: '502' };
    expect(readConfig({ ZALO_TEMPLATES: JSON.stringify(templates) }).ZALO_TEMPLATES).toEqual(templates);
    for (const wrong of ['{"directives":"501"}', '{"directive":""}', '{"directive":501}', '[]', 'x']) {
      expect(faultsOf({ ZALO_TEMPLATES: wrong })).toEqual([
        'ZALO_TEMPLATES must be JSON of purpose (notice, directive, reminder, meeting) to template id, such as {"reminder":"12345"}',
      ]);
    }
  });
});

describe('secrets', () => {
  const environment = {
    DATABASE_URL: 'postgres://caunoi:s3cret-of-database@localhost/caunoi',
    REDIS_URL: 'redis://:s3cret-of-redis@localhost',
    SECRET_KEY: Buffer.from('s3cret-of-the-root-key-32-bytes!!').toString('base64'),
    TELEGRAM_BOT_TOKEN: '123456:s3cret-of-telegram',
    TELEGRAM_WEBHOOK_SECRET: 's3cret-of-webhook',
    ZALO_APP_SECRET: 's3cret-of-zalo-app',
    ZALO_OA_SECRET: 's3cret-of-zalo-oa',
    ZALO_REFRESH_TOKEN: 's3cret-of-zalo-refresh',
    ZALO_BOT_TOKEN: 's3cret-of-zalo-bot',
    ZALO_BOT_WEBHOOK_SECRET: 's3cret-of-zalo-webhook',
    SMTP_URL: 'smtp://caunoi:s3cret-of-mail@localhost',
    PUBLIC_URL: 'https://caunoi.example.vn',
    MAIL_FROM: 'caunoi@example.vn',
    MAIL_WEBHOOK_SECRET: 's3cret-of-mail-webhook',
    ZALO_PKCE_VERIFIER: 's3cret-of-zalo-pkce-is-43-characters-or-more',
    OPENAI_API_KEY: 's3cret-of-openai',
  };
  const config = readConfig(environment);

  test.each([
    ['util.inspect', (value: unknown) => inspect(value, { depth: 9, showHidden: true })],
    ['JSON.stringify', (value: unknown) => JSON.stringify(value)],
    [
      'a template',
      (value: unknown) =>
        Object.values(value as object)
          .map((one) => `${one}`)
          .join(),
    ],
  ])('are not printed by %s', (_, print) => {
    const printed = print(config);
    expect(printed).toContain('[secret]');
    expect(printed).not.toContain('s3cret');
    expect(printed).not.toContain(environment.SECRET_KEY);
  });

  test('are there for whoever asks by name', () => {
    expect(config.TELEGRAM_BOT_TOKEN?.reveal()).toBe(environment.TELEGRAM_BOT_TOKEN);
    expect(config.DATABASE_URL?.reveal()).toBe(environment.DATABASE_URL);
  });

  test('every variable that sounds like a secret is one', () => {
    const sounding = variableNames.filter((name) =>
      /SECRET|TOKEN|API_KEY$|DATABASE_URL|REDIS_URL|SMTP_URL|VERIFIER/.test(name),
    );
    expect(sounding.toSorted()).toEqual(
      Object.keys(environment)
        .filter((name) => name !== 'MAIL_FROM' && name !== 'PUBLIC_URL')
        .toSorted(),
    );
    for (const name of sounding) expect(config[name as keyof typeof config], name).toBeInstanceOf(Secret);
  });
});

describe('.env.example', () => {
  const lines = readFileSync(join(root, '.env.example'), 'utf8').split('\n');
  const variables = lines.flatMap((line) => /^#?([A-Z][A-Z0-9_]*)=(.*)$/.exec(line)?.slice(1, 3) ?? []);
  const shown = Array.from({ length: variables.length / 2 }, (_, index) =>
    variables.slice(index * 2, index * 2 + 2),
  );

  test('lists every variable once, in the order of the code', () => {
    expect(shown.map(([name]) => name)).toEqual(variableNames);
  });

  test('sets nothing, and shows the defaults', () => {
    expect(lines.filter((line) => line !== '' && !line.startsWith('#'))).toEqual([]);
    expect(readConfig(Object.fromEntries(shown))).toEqual(readConfig({}));
  });
});

test('a hub that finds its environment unusable names every fault and exits 2', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'caunoi-config-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
  const { code, stdout, stderr } = await run(['start'], {
    DATA_DIR: dataDir,
    PORT: 'eighty',
    LOG_LEVEL: 'loud',
    TELEGRAM_BOT_TOKEN: 'not-a-token-of-BotFather',
  });
  expect(code).toBe(2);
  expect(stdout).toBe('');
  for (const name of ['PORT', 'LOG_LEVEL', 'TELEGRAM_BOT_TOKEN']) expect(stderr).toContain(name);
  expect(stderr).not.toContain('not-a-token-of-BotFather');
});

function faultsOf(environment: Record<string, string>): readonly string[] {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  throw new Error('the environment was accepted');
}

function run(
  words: string[],
  environment: Record<string, string>,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const hub = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', join(root, 'hub/cli.ts'), ...words],
    {
      env: { PATH: process.env['PATH'], ...environment },
    },
  );
  let [stdout, stderr] = ['', ''];
  hub.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  hub.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((ended) => hub.once('close', (code) => ended({ code, stdout, stderr })));
}
