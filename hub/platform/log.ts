import { pino, type Logger } from 'pino';

export type Log = Logger;

const forbidden = [
  'text',
  'body',
  'title',
  'phone',
  'email',
  'token',
  'code',
  'address',
  'fullName',
  'payload',
];

/**
 * One JSON line per event on standard error: `event` and ids, never the words people write.
 * Known carriers of personal data and secrets are removed even where somebody passes them.
 */
export function openLog(level: string): Log {
  const options = {
    level,
    base: null,
    redact: { paths: forbidden.flatMap((key) => [key, `*.${key}`]), censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: describeError },
    // Under its usual key pino would copy the error's message beside what the serializer lets through.
    errorKey: 'error',
  };
  return pino(options, pino.destination({ dest: 2, sync: true }));
}

/**
 * Name, code and stack of an error. What a database says may quote what was written, so its message stays
 * out; another message is cut short and loses whatever looks like a secret.
 */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  const errorCode = typeof code === 'string' ? code : undefined;
  const fromDatabase = error.name.startsWith('Prisma') || /^(?:[0-9A-Z]{5}|P\d{4})$/.test(errorCode ?? '');
  const frames = error.stack?.split('\n').filter((line) => line.startsWith('    at ')) ?? [];
  return {
    type: error.name,
    ...(errorCode ? { errorCode } : {}),
    ...(fromDatabase ? {} : { message: withoutSecrets(error.message) }),
    stack: frames.slice(0, 8).join('\n'),
  };
}

/** Bot tokens stand in Telegram's and Zalo's URLs; links of ours carry one-time codes. */
function withoutSecrets(text: string): string {
  return text
    .replaceAll(/\bbot\d+:[\w-]+/g, 'bot[redacted]')
    .replaceAll(/\/(?:join|signin|link|bot|ack|unsubscribe)\/?[\w-]{6,}/g, (path) =>
      path.replace(/[\w-]{6,}$/, '[redacted]'),
    )
    .replaceAll(/:\/\/[^/\s@]+@/g, '://[redacted]@')
    .slice(0, 300);
}
