import { createPublicKey, verify } from 'node:crypto';

const longestSeconds = 86_400;

/**
 * What a push service has against who sends (RFC 8292, 2 and 4); null: nothing.
 *
 * @param expected the service's own origin, and the key for which the subscription was made
 * @param now in seconds
 */
export function objectionTo(
  authorization: string | undefined,
  expected: { origin: string; key: string },
  now: number,
): string | null {
  const [, token, key] = /^vapid t=([\w-]+\.[\w-]+\.[\w-]+), ?k=([\w-]+)$/.exec(authorization ?? '') ?? [];
  if (!token || !key) return 'no vapid';
  if (key !== expected.key) return 'another key than the subscription’s';
  const [header, claims, signature] = token.split('.') as [string, string, string];
  const { alg } = parsed(header);
  const { aud, exp, sub } = parsed(claims);
  if (alg !== 'ES256') return 'not signed with ES256';
  if (!isSignedBy(key, `${header}.${claims}`, signature)) return 'a wrong signature';
  if (aud !== expected.origin) return 'meant for another push service';
  if (typeof exp !== 'number' || exp <= now) return 'expired';
  if (exp > now + longestSeconds) return 'valid for more than a day';
  if (typeof sub !== 'string' || !/^(mailto:[^@\s]+@|https:\/\/)\S+$/.test(sub)) return 'nobody to write to';
  return null;
}

function parsed(part: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Record<string, unknown>;
}

function isSignedBy(key: string, text: string, signature: string): boolean {
  const point = Buffer.from(key, 'base64url');
  const x = point.subarray(1, 33).toString('base64url');
  const y = point.subarray(33).toString('base64url');
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
  const signer = { key: publicKey, dsaEncoding: 'ieee-p1363' as const };
  return verify('sha256', Buffer.from(text), signer, Buffer.from(signature, 'base64url'));
}
