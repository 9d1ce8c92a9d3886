import { createHash, randomBytes } from 'node:crypto';
import { Refusal } from './refusal.ts';

const accessLivesMs = 90_000_000;
const refreshLivesMs = 90 * 86_400_000;
const codeLivesMs = 600_000;

type Grant = { challenge: string; redirectUri: string; expiresAt: number };

/** A refusal at the door where tokens are exchanged: it has a name beside its number. */
export class ExchangeRefusal extends Refusal {
  readonly errorName: string;

  constructor(code: number, errorName: string) {
    super(code, errorName);
    this.errorName = errorName;
  }
}

export type Tokens = ReturnType<typeof tokens>;

/** The account's tokens: one access token lives at a time, and each refresh token is good for one exchange. */
export function tokens({ clock, app }: { clock: () => Date; app: { id: string; secret: string } }) {
  const codes = new Map<string, Grant>();
  let access: { token: string; expiresAt: number } | null = null;
  let refresh: { token: string; expiresAt: number } | null = null;
  let minted = 0;

  const now = () => clock().getTime();

  /** A new pair; the one before is dead from here on. */
  function mint() {
    access = { token: `access-${randomBytes(48).toString('base64url')}`, expiresAt: now() + accessLivesMs };
    refresh = {
      token: `refresh-${randomBytes(48).toString('base64url')}`,
      expiresAt: now() + refreshLivesMs,
    };
    minted += 1;
    return {
      access_token: access.token,
      refresh_token: refresh.token,
      expires_in: String(accessLivesMs / 1000),
    };
  }

  /** An administrator of the account agreed: a code that goes back to the app. */
  function agree({ challenge, redirectUri }: { challenge: string; redirectUri: string }): string {
    const code = randomBytes(30).toString('base64url');
    codes.set(code, { challenge, redirectUri, expiresAt: now() + codeLivesMs });
    return code;
  }

  /** @throws {ExchangeRefusal} */
  function exchange(fields: URLSearchParams, secretKey: unknown) {
    if (fields.get('app_id') !== app.id) throw new ExchangeRefusal(-14002, 'App id invalid');
    if (secretKey !== app.secret) throw new ExchangeRefusal(-14004, 'Invalid secret key');
    const kind = fields.get('grant_type');
    if (kind === 'authorization_code') takeCode(fields);
    else if (kind === 'refresh_token') takeRefreshToken(fields.get('refresh_token'));
    else throw new ExchangeRefusal(-14018, 'Invalid grant type');
    return mint();
  }

  function takeCode(fields: URLSearchParams): void {
    const code = fields.get('code') ?? '';
    const grant = codes.get(code);
    codes.delete(code);
    if (!grant || grant.expiresAt < now()) throw new ExchangeRefusal(-14005, 'Invalid authorization code');
    const challenge = createHash('sha256')
      .update(fields.get('code_verifier') ?? '')
      .digest('base64url');
    if (challenge !== grant.challenge) throw new ExchangeRefusal(-14003, 'Invalid code verifier');
  }

  function takeRefreshToken(token: string | null): void {
    if (!token?.startsWith('refresh-')) throw new ExchangeRefusal(-14014, 'Invalid refresh token.');
    if (token !== refresh?.token || refresh.expiresAt < now()) {
      throw new ExchangeRefusal(-14020, 'Refresh token has been used or expired');
    }
    refresh = null;
  }

  /** @throws {Refusal} for a token that was never good, or is so no more */
  function check(token: unknown): void {
    if (typeof token !== 'string' || !token.startsWith('access-')) {
      throw new Refusal(-216, 'Access token is invalid');
    }
    if (token !== access?.token || access.expiresAt < now()) {
      throw new Refusal(-220, 'Access token has expired or been removed');
    }
  }

  return {
    mint,
    agree,
    exchange,
    check,
    /** The administrator takes the consent back: both tokens are dead. */
    revoke() {
      access = null;
      refresh = null;
    },
    minted: () => minted,
  };
}
