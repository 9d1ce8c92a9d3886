/**
 * What to do about a refusal:
 * - `token`: the access token is dead; a fresh one, and once more
 * - `back-off`: wait, and ask again
 * - `later`: not today or not at this hour
 * - `route`: this person cannot be reached this way; another one
 * - `fix`: this message can never go like this
 * - `human`: it will be said to everybody until somebody acts
 */
export type ErrorClass = 'token' | 'back-off' | 'later' | 'route' | 'fix' | 'human';

/** A refusal of Zalo's, without its own text, which may repeat what was sent. */
export interface ZaloError {
  /** Zalo's code, below zero; the HTTP status where something in between refused. */
  code: number;
  class: ErrorClass;
  /** A short word for ledgers and logs. */
  detail: string;
}

export type ZaloHost = 'oa' | 'business';

type Table = Readonly<Record<number, readonly [ErrorClass, string]>>;

/** @source docs.zaloplatforms.com/docs/OA/phu-luc/ma-loi; the classes are our judgement (channels.md 1.9) */
const ofAccount: Table = {
  [-32]: ['back-off', 'too-many-requests'],
  [-100]: ['fix', 'attachment-expired'],
  [-200]: ['back-off', 'send-failed'],
  [-201]: ['fix', 'invalid-field'],
  [-204]: ['human', 'account-deleted'],
  [-205]: ['human', 'account-unknown'],
  [-209]: ['human', 'app-not-active'],
  [-210]: ['fix', 'too-long'],
  [-211]: ['later', 'quota-used-up'],
  [-212]: ['human', 'api-not-registered'],
  [-213]: ['route', 'not-following'],
  [-214]: ['back-off', 'being-processed'],
  [-216]: ['token', 'token-invalid'],
  [-217]: ['route', 'blocked-by-person'],
  [-218]: ['later', 'person-limit'],
  [-219]: ['human', 'app-removed'],
  [-220]: ['token', 'token-expired'],
  [-221]: ['human', 'account-not-verified'],
  [-223]: ['human', 'api-not-granted'],
  [-224]: ['human', 'plan-too-low'],
  [-227]: ['route', 'person-inactive'],
  [-230]: ['route', 'window-closed'],
  [-232]: ['route', 'window-closed'],
  [-233]: ['fix', 'type-unsupported'],
  [-234]: ['later', 'not-at-night'],
  [-235]: ['human', 'account-type'],
  [-237]: ['human', 'group-expired'],
  [-238]: ['fix', 'group-asset-used'],
  [-240]: ['fix', 'api-shut-down'],
  [-241]: ['fix', 'group-asset-disabled'],
  [-242]: ['human', 'call-signature'],
  [-244]: ['route', 'type-restricted-by-person'],
  [-248]: ['human', 'against-standards'],
  [-249]: ['fix', 'template-not-by-id'],
  [-320]: ['human', 'no-cloud-account'],
  [-321]: ['human', 'out-of-credit'],
  [-403]: ['fix', 'not-in-group'],
};

/** @source zalo.cloud/zns/guidelines/handle-error-code (channels.md 1.9) */
const ofBusiness: Table = {
  [-100]: ['back-off', 'unknown-error'],
  [-101]: ['human', 'app-invalid'],
  [-102]: ['human', 'app-unknown'],
  [-103]: ['human', 'app-not-active'],
  [-104]: ['human', 'app-secret'],
  [-105]: ['human', 'app-not-linked'],
  [-108]: ['fix', 'phone-invalid'],
  [-109]: ['fix', 'template-invalid'],
  [-111]: ['fix', 'template-data'],
  [-112]: ['fix', 'template-data'],
  [-1121]: ['fix', 'template-data'],
  [-1122]: ['fix', 'template-data'],
  [-1123]: ['fix', 'template-data'],
  [-1124]: ['fix', 'template-data'],
  [-114]: ['route', 'person-cannot-receive'],
  [-115]: ['human', 'out-of-credit'],
  [-118]: ['route', 'no-such-person'],
  [-119]: ['route', 'person-cannot-receive'],
  [-124]: ['token', 'token-invalid'],
  [-125]: ['human', 'account-invalid'],
  [-126]: ['later', 'trial-quota-used-up'],
  [-127]: ['fix', 'trial-for-admins-only'],
  [-131]: ['fix', 'template-not-approved'],
  [-132]: ['fix', 'invalid-field'],
  [-133]: ['later', 'not-at-night'],
  [-135]: ['human', 'account-not-entitled'],
  [-1351]: ['human', 'account-blocked'],
  [-136]: ['human', 'no-cloud-account'],
  [-137]: ['human', 'out-of-credit'],
  [-139]: ['route', 'refused-by-person'],
  [-140]: ['route', 'refused-by-person'],
  [-141]: ['route', 'refused-by-person'],
  [-144]: ['later', 'daily-limit'],
  [-1441]: ['later', 'promotion-limit'],
  [-145]: ['fix', 'content-not-allowed'],
  [-146]: ['fix', 'template-disabled'],
  [-147]: ['later', 'template-daily-limit'],
  [-1471]: ['later', 'promotion-limit'],
  [-1472]: ['later', 'promotion-limit'],
};

const tables: Readonly<Record<ZaloHost, Table>> = { oa: ofAccount, business: ofBusiness };

/** What a code of one of the hosts means. One we do not know ends this way for this person, and no more. */
export function zaloError(host: ZaloHost, code: number): ZaloError {
  const [errorClass, detail] = tables[host][code] ?? ['route', `zalo-${Math.abs(code)}`];
  return { code, class: errorClass, detail };
}

/** A server on the way refused without Zalo's envelope. */
export function httpError(status: number): ZaloError {
  return status === 401
    ? { code: status, class: 'token', detail: 'http-401' }
    : { code: status, class: 'back-off', detail: `http-${status}` };
}

/** Refusals at the door where tokens are exchanged, all for good. @source channels.md 1.3, seen and second-hand */
const ofExchange: Readonly<Record<number, string>> = {
  [-14002]: 'app-invalid',
  [-14003]: 'redirect-or-verifier',
  [-14004]: 'app-secret',
  [-14005]: 'code-used-or-expired',
  [-14014]: 'refresh-token-invalid',
  [-14018]: 'grant-type',
  [-14020]: 'refresh-token-used-or-expired',
};

const spent = new Set([-14005, -14014, -14020]);

/** Why there are no tokens, and whether that is for what was given being used up or expired. */
export function exchangeError(code: number): { problem: string; spent: boolean } {
  return { problem: ofExchange[code] ?? `zalo-${Math.abs(code)}`, spent: spent.has(code) };
}
