import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { isSigned } from '../../bots/zalo/webhook.ts';
import { Secret } from '../../hub/platform/secret.ts';

const app = { appId: '4012345678901234567', accountSecret: new Secret('khóa của OA') };
const time = '1795000000000';
/** Spaced as no serialiser of ours would: what counts is what came. */
const body = Buffer.from(`{"app_id" : "${app.appId}","event_name":"user_send_text",  "timestamp":"${time}"}`);
const sha256 = (...parts: (string | Buffer)[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};
const right = sha256(app.appId, body, time, 'khóa của OA');

const signed = (
  signature: string | undefined,
  { posted = body, header = undefined as string | undefined } = {},
) => isSigned({ body: posted, signature, timestamp: header }, time, app);

describe('a signature', () => {
  test.each([
    ['with its prefix', `mac=${right}`],
    ['without it', right],
    ['in capitals', `mac=${right.toUpperCase()}`],
    ['between blanks', ` mac=${right} `],
  ])('is right %s', (_, signature) => {
    expect(signed(signature)).toBe(true);
  });

  test('may be over the time of the header', () => {
    const other = '1795000000999';
    const signature = sha256(app.appId, body, other, 'khóa của OA');
    expect(signed(signature)).toBe(false);
    expect(signed(signature, { header: other })).toBe(true);
  });

  test.each([
    ['missing', undefined],
    ['empty', ''],
    ['of another key', `mac=${sha256(app.appId, body, time, 'khóa khác')}`],
    ['of another app', `mac=${sha256('999', body, time, 'khóa của OA')}`],
    ['of another moment', `mac=${sha256(app.appId, body, '1795000000001', 'khóa của OA')}`],
    ['cut short', `mac=${right.slice(0, 62)}`],
    ['too long', `mac=${right}00`],
    ['no digest at all', `mac=${'z'.repeat(64)}`],
  ])('is refused when %s', (_, signature) => {
    expect(signed(signature)).toBe(false);
  });

  test('is over the bytes as they came, not over what they mean', () => {
    const again = Buffer.from(JSON.stringify(JSON.parse(body.toString())));
    expect(signed(right, { posted: again })).toBe(false);
  });
});
