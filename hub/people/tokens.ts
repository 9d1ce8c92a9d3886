import { randomBytes } from 'node:crypto';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';
import { newId } from '../platform/ids.ts';
import type { Keys } from '../platform/keys.ts';
import { memberColumns, type Member } from './members/members.ts';

/** What a program may do in a member's name; never more than the member may. */
export const scopes = [
  'notices:read',
  'notices:write',
  'people:read',
  'people:write',
  'meetings:read',
  'meetings:write',
  'feedback:read',
  'feedback:write',
  'feedback:unseal',
  'consultations:read',
  'consultations:write',
  'library:read',
  'library:write',
  'assistant:ask',
] as const;
export type Scope = (typeof scopes)[number];

/** Where none are named: all but what opens a sealed link, which nobody is to have by oversight. */
export const usualScopes: readonly Scope[] = scopes.filter((scope) => scope !== 'feedback:unseal');

const useNotedEveryMs = 60_000;

export function tokens({
  database,
  keys,
  clock,
  memberByCode,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  memberByCode: (code: string) => Promise<Member>;
}) {
  /**
   * A token for the API: `cn_` and 32 random bytes. It is shown once: only its fingerprint is kept.
   *
   * @throws {UnknownMember}
   * @throws {DomainError} `token.scope-unknown`: the caller may pass on what somebody typed
   */
  async function createToken(memberCode: string, wanted: readonly Scope[]): Promise<{ token: string }> {
    const unknown = wanted.find((scope) => !scopes.includes(scope));
    if (unknown !== undefined) throw new DomainError('token.scope-unknown', { facts: { scope: unknown } });
    const { id } = await memberByCode(memberCode);
    const token = `cn_${randomBytes(32).toString('base64url')}`;
    await database.query(insertToken, [newId(), id, fingerprint(token), [...new Set(wanted)], clock()]);
    return { token };
  }

  /** Whose token it is; null for one we do not know or no longer honour. Notes its use once a minute. */
  async function memberOfToken(token: string): Promise<{ member: Member; scopes: Scope[] } | null> {
    const now = clock();
    const before = new Date(now.getTime() - useNotedEveryMs);
    const [row] = await database.query<Member & { scopes: Scope[] }>(findToken, [
      fingerprint(token),
      now,
      before,
    ]);
    if (!row) return null;
    const { scopes: granted, ...member } = row;
    return { member, scopes: granted };
  }

  function fingerprint(token: string): Buffer {
    return keys.fingerprint('api-token', token);
  }

  return { createToken, memberOfToken };
}

const insertToken =
  'insert into api_token (id, member_id, hash, scopes, created_at) values ($1, $2, $3, $4, $5)';

const findToken = `
  with found as (select * from api_token where hash = $1 and revoked_at is null),
  noted as (
    update api_token t set last_used_at = $2::timestamptz from found
    where t.id = found.id and (found.last_used_at is null or found.last_used_at <= $3::timestamptz))
  select ${memberColumns}, found.scopes from found join member m on m.id = found.member_id`;
