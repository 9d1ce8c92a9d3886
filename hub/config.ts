import { z } from 'zod';
import { StartupError } from './platform/errors.ts';
import { Secret } from './platform/secret.ts';

const secret = z.string().transform((value) => new Secret(value));
const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });
const webUrl = url('http:', 'https:').transform((text) => text.replace(/\/+$/, ''));

/** `query: |passage: `: what a model of embeddings wants before a question, and before a passage. */
const embeddingPrefixes = z
  .string()
  .regex(
    /^[^|]{0,500}\|[^|]{0,500}$/,
    'must be what stands before a question, |, and what stands before a passage',
  )
  .transform((text) => {
    const [question = '', passage = ''] = text.split('|');
    return { question, passage };
  });

/** `30/s`, `90/min` or `unlimited`, as sends per second (Infinity when unlimited). */
const rate = z.string().transform((text, context) => {
  if (text === 'unlimited') return Infinity;
  const parts = /^(\d+(?:\.\d+)?)\/(s|min)$/.exec(text);
  const perSecond = parts ? Number(parts[1]) / (parts[2] === 's' ? 1 : 60) : 0;
  if (perSecond > 0) return perSecond;
  context.addIssue('must be a rate such as 30/s, 90/min or unlimited');
  return z.NEVER;
});

/** A number of đồng, or Infinity for `unlimited`. */
const amount = countOf('must be a number of đồng, or unlimited');
const countOrUnlimited = countOf('must be a number, or unlimited');

function countOf(message: string) {
  return z.string().transform((text, context) => {
    if (text === 'unlimited') return Infinity;
    if (/^\d{1,12}$/.test(text)) return Number(text);
    context.addIssue(message);
    return z.NEVER;
  });
}

/** Hosts between commas; a whole origin is for a push service on this machine. */
const pushHosts = z.string().transform((text, context) => {
  const hosts = text.split(',').flatMap((host) => host.trim() || []);
  if (hosts.every((host) => /^(\*\.)?[\w-]+(\.[\w-]+)+$|^https?:\/\/[\w.-]+(:\d+)?$/.test(host)))
    return hosts;
  context.addIssue('must be hosts such as push.example.org or *.example.org, with commas between them');
  return z.NEVER;
});

/** What a message is about. */
const messagePurposes = z.enum(['notice', 'directive', 'reminder', 'meeting']);

const onOrOff = z.enum(['on', 'off']).transform((word) => word === 'on');

/** Minutes after midnight, from and to; null when off. */
const quietHours = z.string().transform((text, context) => {
  if (text === 'off') return null;
  const parts = /^([01]\d|2[0-3]):([0-5]\d)-([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!parts) {
    context.addIssue('must be hours such as 22:00-06:00, or off');
    return z.NEVER;
  }
  const [, fromHour, fromMinute, toHour, toMinute] = parts.map(Number) as [0, number, number, number, number];
  return { fromMinute: fromHour * 60 + fromMinute, toMinute: toHour * 60 + toMinute };
});

/** Days, at least 31: until then people are still told and sent to; null when off. */
const daysOrOff = z.string().transform((text, context) => {
  if (text === 'off') return null;
  if (/^\d{2,5}$/.test(text) && Number(text) > 30) return Number(text);
  context.addIssue('must be a number of days from 31 on, or off');
  return z.NEVER;
});

const timeZone = z
  .string()
  .refine((name) => name === 'UTC' || Intl.supportedValuesOf('timeZone').includes(canonical(name)), {
    error: 'must be a time zone such as Asia/Ho_Chi_Minh',
  });

/** The runtime lists this one zone under the city's old name. */
function canonical(name: string): string {
  return name === 'Asia/Ho_Chi_Minh' ? 'Asia/Saigon' : name;
}

const schema = z.object({
  DATABASE_URL: url('postgres:', 'postgresql:')
    .transform((text) => new Secret(text))
    .optional(),
  REDIS_URL: url('redis:', 'rediss:')
    .transform((text) => new Secret(text))
    .optional(),
  DATA_DIR: z.string().default('./.data'),
  KEYS_DIR: z.string().optional(),
  PORT: z.coerce
    .number({ error: 'must be a port from 0 to 65535' })
    .int({ error: 'must be a port from 0 to 65535' })
    .min(0)
    .max(65535)
    .default(8080),
  HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: z.coerce
    .number({ error: 'must be a port from 1 to 65535' })
    .int({ error: 'must be a port from 1 to 65535' })
    .min(1, 'must be a port from 1 to 65535')
    .max(65535, 'must be a port from 1 to 65535')
    .optional(),
  PUBLIC_URL: webUrl.optional(),
  SECRET_KEY: z
    .base64()
    .refine((text) => Buffer.from(text, 'base64').length >= 32, {
      error: 'must be at least 32 bytes of base64; make one with: openssl rand -base64 32',
    })
    .transform((text) => new Secret(text))
    .optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'must look like 123456:ABC-def, as BotFather gives it')
    .transform((text) => new Secret(text))
    .optional(),
  TELEGRAM_API_ROOT: webUrl.default('https://api.telegram.org'),
  TELEGRAM_MODE: z.enum(['polling', 'webhook']).default('polling'),
  TELEGRAM_WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'must be 1 to 256 characters of A-Z a-z 0-9 _ -')
    .transform((text) => new Secret(text))
    .optional(),
  TELEGRAM_RATE: rate.prefault('30/s'),
  TELEGRAM_CHAT_RATE: rate.prefault('1/s'),
  ZALO_APP_ID: z.string().optional(),
  ZALO_APP_SECRET: secret.optional(),
  ZALO_OA_SECRET: secret.optional(),
  ZALO_REFRESH_TOKEN: secret.optional(),
  ZALO_API_ROOT: webUrl.default('https://openapi.zalo.me'),
  ZALO_OAUTH_ROOT: webUrl.default('https://oauth.zaloapp.com'),
  ZALO_BUSINESS_ROOT: webUrl.default('https://business.openapi.zalo.me'),
  ZALO_TEMPLATES: z
    .string()
    .transform((text, context) => {
      try {
        return z.partialRecord(messagePurposes, z.string().min(1)).parse(JSON.parse(text));
      } catch {
        context.addIssue(
          `must be JSON of purpose (${messagePurposes.options.join(', ')}) to template id, such as {"reminder":"12345"}`,
        );
        return z.NEVER;
      }
    })
    .optional(),
  ZALO_RATE: rate.prefault('90/min'),
  ZALO_MONTHLY_BUDGET: amount.prefault('unlimited'),
  ZALO_MESSAGE_PRICE: z.coerce
    .number({ error: 'must be a number of đồng' })
    .int({ error: 'must be a whole number of đồng' })
    .min(0, 'must be a number of đồng')
    .default(55),
  ZALO_BUTTONS: onOrOff.prefault('on'),
  ZALO_PKCE_VERIFIER: z
    .string()
    .regex(/^[\w.~-]{43,128}$/, 'must be 43 to 128 characters of A-Z a-z 0-9 . _ ~ -')
    .transform((text) => new Secret(text))
    .optional(),
  ZALO_SIGN_CALLS: onOrOff.prefault('off'),
  ZALO_BOT_TOKEN: secret.optional(),
  ZALO_BOT_API_ROOT: webUrl.default('https://bot-api.zaloplatforms.com'),
  ZALO_BOT_WEBHOOK_SECRET: z
    .string()
    .min(8, 'must be 8 to 256 characters')
    .max(256, 'must be 8 to 256 characters')
    .transform((text) => new Secret(text))
    .optional(),
  ZALO_BOT_RATE: rate.prefault('1/s'),
  ZALO_BOT_PEOPLE: countOrUnlimited.prefault('50'),
  ZALO_BOT_MONTHLY: countOrUnlimited.prefault('3000'),
  SMTP_URL: url('smtp:', 'smtps:')
    .transform((text) => new Secret(text))
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>"\r\n]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'must be an e-mail address, or a name with the address behind it: Cầu Nối <caunoi@example.vn>',
    )
    .optional(),
  MAIL_RATE: rate.prefault('5/s'),
  MAIL_BOUNCE_ADDRESS: z.email('must be an e-mail address, such as bounce@example.vn').optional(),
  MAIL_WEBHOOK_SECRET: z
    .string()
    .min(16, 'must be at least 16 characters')
    .transform((text) => new Secret(text))
    .optional(),
  VAPID_SUBJECT: url('mailto:', 'https:').optional(),
  PUSH_SERVICES: pushHosts.prefault(''),
  OPENAI_BASE_URL: webUrl.optional(),
  OPENAI_API_KEY: secret.optional(),
  OPENAI_MODEL: z.string().optional(),
  OPENAI_EMBEDDING_MODEL: z.string().optional(),
  OPENAI_EMBEDDING_PREFIXES: embeddingPrefixes.optional(),
  OPENAI_TRANSCRIPTION_MODEL: z.string().optional(),
  ASSISTANT_DAILY_BUDGET: countOrUnlimited.prefault('200000'),
  QUIET_HOURS: quietHours.prefault('22:00-06:00'),
  COMPACT_AFTER_DAYS: daysOrOff.prefault('190'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  TZ: timeZone.default('Asia/Ho_Chi_Minh'),
});

/** What one variable asks of another; looked at even where some variable is wrong in itself. */
function missing(set: Record<string, string | undefined>): { variable: string; reason: string }[] {
  const webhook = set['TELEGRAM_MODE'] === 'webhook' && set['TELEGRAM_BOT_TOKEN'] !== undefined;
  const zalo = set['ZALO_APP_ID'] !== undefined;
  const needs: [wanted: boolean, variable: string, reason: string][] = [
    [webhook, 'TELEGRAM_WEBHOOK_SECRET', 'is needed when TELEGRAM_MODE is webhook'],
    [webhook, 'PUBLIC_URL', 'is needed when TELEGRAM_MODE is webhook, so that Telegram can find us'],
    [
      set['ZALO_BOT_TOKEN'] !== undefined && set['ZALO_BOT_WEBHOOK_SECRET'] !== undefined,
      'PUBLIC_URL',
      'is needed with ZALO_BOT_WEBHOOK_SECRET, so that Zalo can find us',
    ],
    [zalo, 'ZALO_APP_SECRET', 'is needed with ZALO_APP_ID'],
    [zalo, 'ZALO_OA_SECRET', 'is needed with ZALO_APP_ID: what people say comes signed with it'],
    [set['SMTP_URL'] !== undefined, 'MAIL_FROM', 'is needed with SMTP_URL: the address letters come from'],
  ];
  return needs
    .filter(([wanted, variable]) => wanted && set[variable] === undefined)
    .map(([, variable, reason]) => ({ variable, reason }));
}

/** Every variable of contract.md, in its order. */
export const variableNames = Object.keys(schema.shape);

export type Config = Readonly<
  Omit<z.infer<typeof schema>, 'KEYS_DIR' | 'PUBLIC_URL'> & { KEYS_DIR: string; PUBLIC_URL: string }
>;

/**
 * Reads the environment once. An empty variable counts as unset.
 *
 * @throws {ConfigError} naming every fault, never a value that could be a secret
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(set);
  const wrong = (result.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`);
  // One sentence a variable: a value that fails two checks is one thing to mend.
  const first = wrong.filter(
    (fault, index) => wrong.findIndex((other) => sameVariable(fault, other)) === index,
  );
  const absent = missing(set).map(({ variable, reason }) => `${variable} ${reason}`);
  if (!result.success || absent.length > 0) throw new ConfigError([...first, ...absent]);
  const settings = result.data;
  return Object.freeze({
    ...settings,
    KEYS_DIR: settings.KEYS_DIR ?? `${settings.DATA_DIR}/keys`,
    PUBLIC_URL: settings.PUBLIC_URL ?? `http://${settings.HOST}:${settings.PORT}`,
  });
}

function sameVariable(one: string, other: string): boolean {
  return one.split(' ')[0] === other.split(' ')[0];
}

export class ConfigError extends StartupError {
  override name = 'ConfigError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`The environment is not usable:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}
