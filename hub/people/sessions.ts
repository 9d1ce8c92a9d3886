import { randomBytes } from 'node:crypto';
import type { Actor, Audit } from '../platform/audit.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';
import { isId, newId } from '../platform/ids.ts';
import type { Keys } from '../platform/keys.ts';
import type { Language } from '../platform/locales.ts';
import { MayNot } from './errors.ts';
import type { Member } from './members/members.ts';
import { clean } from './text.ts';
import type { Unit } from './units/units.ts';

/** Who looks at the console through this session. */
export interface Viewer {
  sessionId: string;
  memberId: string;
  code: string;
  fullName: string;
  language: Language;
  /** Without a role one sees only the pages that every member has. */
  holdsRole: boolean;
}

/** A device on which somebody is signed in to the console. */
export interface ConsoleSession {
  id: string;
  /** Such as `Chrome · Windows`, as the browser names itself. */
  device: string;
  createdAt: Date;
  /** To the minute. */
  lastUsedAt: Date;
  /** When it ends if it is not used any more. */
  expiresAt: Date;
}

const minuteMs = 60_000;
/** As long as it takes to walk from the phone to the computer of the office. */
const linkMs = 10 * minuteMs;
/** After thirty days one signs in again, whatever happened. */
const sessionMs = 30 * 24 * 60 * minuteMs;
/** A working day: what was left open in the evening is closed in the morning. */
const idleMs = 12 * 60 * minuteMs;
const useNotedEveryMs = minuteMs;
const deviceCharacters = 120;

/**
 * Signing in to the console: a link that works once, then a session on one device. There are no passwords; the
 * chat, to which only the member has access, is the proof. Of links and cookies only fingerprints are kept.
 */
export function sessions({
  database,
  keys,
  clock,
  audit,
  memberByCode,
  unitsOf,
  holdsRole,
  takesPart,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  audit: Audit;
  memberByCode: (code: string) => Promise<Member>;
  unitsOf: (memberId: string) => Promise<Unit[]>;
  holdsRole: (memberId: string) => Promise<boolean>;
  takesPart: (memberId: string) => Promise<boolean>;
}) {
  /**
   * A link for ten minutes and one use; an earlier one not yet used stops working. Whoever opens it acts as the
   * member, so only the member and the operator may ask for it, however high somebody else's role is.
   *
   * @param forOwnPages to the pages that every member has, which need no role
   * @throws {UnknownMember}
   * @throws {MayNot} for the link of somebody else
   * @throws {DomainError} `signin.no-role`: the console is for those who hold a role today
   */
  async function signInLink(
    by: Actor,
    memberCode: string,
    { forOwnPages = false } = {},
  ): Promise<{ token: string; expiresAt: Date }> {
    const { id } = await memberByCode(memberCode);
    if (by.memberId !== null && by.memberId !== id) throw new MayNot();
    if (!(await (forOwnPages ? takesPart(id) : holdsRole(id))))
      throw new DomainError('signin.no-role', { status: 403 });
    const [home] = await unitsOf(id);
    const now = clock();
    const expiresAt = new Date(now.getTime() + linkMs);
    const token = randomBytes(32).toString('base64url');
    await database.transaction(async (sql) => {
      await sql.query('delete from sign_in_link where member_id = $1', [id]);
      await sql.query(insertLink, [newId(), id, ofLink(token), now, expiresAt]);
      await audit.record(
        by,
        { action: 'sign-in.linked', unitId: home?.id ?? null, subjectId: id, facts: {} },
        sql,
      );
    });
    return { token, expiresAt };
  }

  /** For the page that asks "is it you?": uses nothing up. Null for a link that is wrong, used or expired. */
  async function peekSignIn(token: string): Promise<{ fullName: string } | null> {
    const link = await liveLink(token);
    return link ? { fullName: link.fullName } : null;
  }

  /**
   * Uses the link up. The cookie is 32 random bytes and leads to the session; `expiresAt` is when it ends however
   * much it is used. Null for a link that is wrong, used or expired, or whose member was suspended or left.
   *
   * @param device how the browser names itself; for the member's own list of devices
   */
  async function openSession(
    token: string,
    device: string,
  ): Promise<{ cookie: string; expiresAt: Date; holdsRole: boolean } | null> {
    const link = await liveLink(token);
    if (!link) return null;
    const standing = await standingOf(link.memberId);
    if (!standing) return null;
    const [home] = await unitsOf(link.memberId);
    const now = clock();
    const expiresAt = new Date(now.getTime() + sessionMs);
    const cookie = randomBytes(32).toString('base64url');
    const opened = await database.transaction(async (sql) => {
      const [used] = await sql.query(consumeLink, [ofLink(token), now]);
      if (!used) return false;
      const id = newId();
      const { memberId } = link;
      await sql.query('delete from console_session where member_id = $1 and expires_at <= $2', [
        memberId,
        now,
      ]);
      const named = clean(device).slice(0, deviceCharacters);
      await sql.query(insertSession, [id, memberId, ofCookie(cookie), named, now, expiresAt]);
      const by: Actor = { memberId, via: 'console' };
      const unitId = home?.id ?? null;
      await audit.record(by, { action: 'session.opened', unitId, subjectId: memberId, facts: {} }, sql);
      return true;
    });
    return opened ? { cookie, expiresAt, ...standing } : null;
  }

  /**
   * Who it is; notes the use once a minute. Null for a session that was ended, has lain unused for twelve hours
   * or is thirty days old, and for a member who is suspended or left.
   */
  async function viewerOf(cookie: string): Promise<Viewer | null> {
    const now = clock();
    const [viewer] = await database.query<Omit<Viewer, 'holdsRole'>>(findSession, [
      ofCookie(cookie),
      now,
      before(now, idleMs),
      before(now, useNotedEveryMs),
    ]);
    const standing = viewer && (await standingOf(viewer.memberId));
    return standing ? { ...viewer, ...standing } : null;
  }

  /** The devices on which the member is signed in now, the one used last first. */
  async function sessionsOf(memberId: string): Promise<ConsoleSession[]> {
    const now = clock();
    const rows = await database.query<ConsoleSession>(selectSessions, [memberId, now, before(now, idleMs)]);
    return rows.map((row) => ({
      ...row,
      expiresAt: new Date(Math.min(row.expiresAt.getTime(), row.lastUsedAt.getTime() + idleMs)),
    }));
  }

  /** Signs a device out. False where the member has no such session that is still open. */
  async function endSession(memberId: string, sessionId: string): Promise<boolean> {
    if (!isId(sessionId)) return false;
    const [home] = await unitsOf(memberId);
    return await database.transaction(async (sql) => {
      const ended = await sql.query(endOne, [sessionId, memberId, clock()]);
      if (ended.length === 0) return false;
      const by: Actor = { memberId, via: 'console' };
      const unitId = home?.id ?? null;
      await audit.record(by, { action: 'session.ended', unitId, subjectId: memberId, facts: {} }, sql);
      return true;
    });
  }

  async function standingOf(memberId: string): Promise<{ holdsRole: boolean } | null> {
    if (await holdsRole(memberId)) return { holdsRole: true };
    return (await takesPart(memberId)) ? { holdsRole: false } : null;
  }

  async function liveLink(token: string): Promise<{ memberId: string; fullName: string } | undefined> {
    const values = [ofLink(token), clock()];
    const [link] = await database.query<{ memberId: string; fullName: string }>(findLink, values);
    return link;
  }

  function ofLink(token: string): Buffer {
    return keys.fingerprint('sign-in-link', token);
  }

  function ofCookie(cookie: string): Buffer {
    return keys.fingerprint('console-session', cookie);
  }

  return { signInLink, peekSignIn, openSession, viewerOf, sessionsOf, endSession };
}

function before(now: Date, ms: number): Date {
  return new Date(now.getTime() - ms);
}

const insertLink =
  'insert into sign_in_link (id, member_id, hash, created_at, expires_at) values ($1, $2, $3, $4, $5)';

const findLink = `
  select m.id as "memberId", m.full_name as "fullName"
  from sign_in_link l join member m on m.id = l.member_id
  where l.hash = $1 and l.used_at is null and l.expires_at > $2`;

const consumeLink = `
  update sign_in_link set used_at = $2 where hash = $1 and used_at is null and expires_at > $2
  returning id`;

const insertSession = `
  insert into console_session (id, member_id, hash, device, created_at, last_used_at, expires_at)
  values ($1, $2, $3, $4, $5, $5, $6)`;

/** Neither signed out nor at its end nor forgotten. */
const open = (now: string, idleSince: string) => `
  ended_at is null and expires_at > ${now}::timestamptz and last_used_at > ${idleSince}::timestamptz`;

const findSession = `
  with found as (select * from console_session where hash = $1 and ${open('$2', '$3')}),
  noted as (
    update console_session s set last_used_at = $2::timestamptz from found
    where s.id = found.id and found.last_used_at <= $4::timestamptz)
  select found.id as "sessionId", m.id as "memberId", m.code, m.full_name as "fullName", m.language
  from found join member m on m.id = found.member_id`;

const selectSessions = `
  select id, device, created_at as "createdAt", last_used_at as "lastUsedAt", expires_at as "expiresAt"
  from console_session where member_id = $1 and ${open('$2', '$3')}
  order by last_used_at desc, id`;

const endOne = `
  update console_session set ended_at = $3
  where id = $1 and member_id = $2 and ended_at is null returning id`;
