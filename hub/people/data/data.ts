import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import type { Keys } from '../../platform/keys.ts';
import type { Charge } from '../members/charge.ts';
import { openContact } from '../members/contacts.ts';
import { MayNot, UnknownMember } from '../errors.ts';
import type { Channel } from '../joining/invites.ts';
import type { Member } from '../members/members.ts';
import type { Person, PersonalData } from './personal-data.ts';
import { openRequest } from './requests.ts';
import { erasePerson, lockForErasing } from './erase.ts';

/** The member's own copy of everything that is kept about him or her; more entries come from other features. */
export interface MemberData extends Record<string, unknown> {
  exportedAt: Date;
  member: {
    code: string;
    fullName: string;
    language: string;
    joinedOn: string | null;
    phone: string | null;
    email: string | null;
    createdAt: Date;
    updatedAt: Date;
  };
  memberships: { unit: string; name: string; kind: string; from: string; to: string | null }[];
  statuses: { status: string; from: string; to: string | null }[];
  roles: { role: string; unit: string; name: string; from: string; to: string | null }[];
  /** With the very words that were shown. */
  consents: { channel: Channel; text: string; givenAt: Date; withdrawnAt: Date | null }[];
  chats: { channel: Channel; address: string; state: string; preference: number; linkedAt: Date }[];
  requests: { kind: string; text: string; createdAt: Date; answeredAt: Date | null; answer: string | null }[];
}

export interface Erased {
  /** The code under which the member was known until now. */
  member: string;
  /** How many of what went. */
  erased: Record<string, number>;
}

const limitMs = 60_000;

/**
 * A member's data, told and erased. What other features keep they tell and wipe themselves (`personalData`).
 *
 * @source Law 91/2025 on personal data, articles 4 and 14; domain.md 4
 */
export function memberData({
  database,
  keys,
  clock,
  audit,
  memberByCode,
  unitInCharge,
  memberFor,
  personalData,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  audit: Audit;
  memberByCode: (code: string) => Promise<Member>;
  personalData: readonly PersonalData[];
} & Pick<Charge, 'unitInCharge' | 'memberFor'>) {
  /**
   * @throws {UnknownMember}
   * @throws {MayNot} neither the member nor somebody who may hand out data there
   */
  async function exportData(by: Actor, code: string): Promise<MemberData> {
    const { id, unitId } = await allowed(by, 'member.data', code);
    return await database.transaction(async (sql) => {
      await audit.record(by, { action: 'member.data-exported', unitId, subjectId: id }, sql);
      const person: Person = { memberId: id, addresses: await addressesOf(sql, id) };
      const [{ phone, email, ...member }] = (await sql.query(selectMember, [id])) as [MemberRow];
      const requests = await sql.query<RequestRow>(selectRequests, [id]);
      const ours: MemberData = {
        exportedAt: clock(),
        member: {
          ...member,
          phone: phone && openContact(keys, id, 'phone', phone),
          email: email && openContact(keys, id, 'email', email),
        },
        memberships: await sql.query(selectMemberships, [id]),
        statuses: await sql.query(selectStatuses, [id]),
        roles: await sql.query(selectRoles, [id]),
        consents: await sql.query(selectConsents, [id]),
        chats: await sql.query(selectChats, [id]),
        requests: requests.map(({ id: request, text, answer, ...row }) => ({
          ...row,
          text: openRequest(keys, request, 'text', text),
          answer: answer && openRequest(keys, request, 'answer', answer),
        })),
        invites: await sql.query(selectInvites, [id]),
        consoleSessions: await sql.query(selectSessions, [id]),
        apiTokens: await sql.query(selectTokens, [id]),
        recorded: await sql.query(selectRecorded, [id]),
      };
      const theirs: Record<string, unknown>[] = [];
      const reader = by.memberId === null || by.memberId === id ? 'member' : 'office';
      for (const { tell } of personalData) theirs.push(await tell(sql, person, reader));
      return Object.assign(ours, ...theirs) as MemberData;
    }, limitMs);
  }

  /**
   * Cannot be undone. What stays, stays without a name: consent and its withdrawal, the ledger of notices, where
   * and in which role somebody was, the audit. All or nothing; rows that are being sent right now are closed too.
   *
   * @throws {UnknownMember} also for one who has been erased
   * @throws {MayNot} neither the member nor somebody who may erase there
   */
  async function eraseData(by: Actor, code: string): Promise<Erased> {
    const { id, unitId, member } = await allowed(by, 'member.erase', code);
    return await database.transaction(async (sql) => {
      const erased = await lockForErasing(sql, id);
      if (!erased) throw new UnknownMember(code);
      const person: Person = { memberId: id, addresses: await addressesOf(sql, id) };
      for (const { erase } of personalData) Object.assign(erased, await erase(sql, person));
      const codeHash = keys.fingerprint('member-code', member.code);
      Object.assign(erased, await erasePerson(sql, { by, memberId: id, codeHash, now: clock() }));
      await audit.record(by, { action: 'member.erased', unitId, subjectId: id, facts: erased }, sql);
      return { member: member.code, erased };
    }, limitMs);
  }

  /** Whose data it is, and what the actor may do with it: for the page that offers both. @throws like exportData */
  async function dataOf(
    by: Actor,
    code: string,
  ): Promise<{ code: string; fullName: string; mayErase: boolean }> {
    const { member } = await allowed(by, 'member.data', code);
    const mayErase = await allowed(by, 'member.erase', code).then(
      () => true,
      (error: unknown) => {
        if (error instanceof MayNot) return false;
        throw error;
      },
    );
    return { code: member.code, fullName: member.fullName, mayErase };
  }

  /** One's own data is one's own, with or without any role. */
  async function allowed(by: Actor, action: 'member.data' | 'member.erase', code: string) {
    const known = await memberByCode(code);
    if (by.memberId === known.id) {
      return { id: known.id, member: known, unitId: (await unitInCharge(known.id))?.id ?? null };
    }
    const { member, unit } = await memberFor(by, action, code);
    return { id: member.id, member, unitId: unit?.id ?? null };
  }

  return { dataOf, exportData, eraseData };
}

async function addressesOf(sql: Sql, memberId: string): Promise<Person['addresses']> {
  return await sql.query('select channel, address from chat where member_id = $1 order by id', [memberId]);
}

interface MemberRow {
  code: string;
  fullName: string;
  language: string;
  joinedOn: string | null;
  phone: Buffer | null;
  email: Buffer | null;
  createdAt: Date;
  updatedAt: Date;
}

interface RequestRow {
  id: string;
  kind: string;
  text: Buffer;
  createdAt: Date;
  answeredAt: Date | null;
  answer: Buffer | null;
}

const selectMember = `
  select code, full_name as "fullName", language, joined_on as "joinedOn", phone, email,
    created_at as "createdAt", updated_at as "updatedAt"
  from member where id = $1`;

const selectMemberships = `
  select u.code as unit, u.name, m.kind, m.from_on as "from", m.to_on as "to", m.reason, m.end_reason as "endReason"
  from membership m join unit u on u.id = m.unit_id where m.member_id = $1 order by m.from_on, m.id`;

const selectStatuses = `
  select status, from_on as "from", to_on as "to", reason, end_reason as "endReason"
  from member_status where member_id = $1 order by from_on, id`;

const selectRoles = `
  select r.role, u.code as unit, u.name, r.from_on as "from", r.to_on as "to", r.reason, r.end_reason as "endReason"
  from role r join unit u on u.id = r.unit_id where r.member_id = $1 order by r.from_on, r.id`;

const selectConsents = `
  select channel, language, text, given_at as "givenAt", withdrawn_at as "withdrawnAt"
  from consent where member_id = $1 order by given_at, id`;

const selectChats = `
  select channel, address, state, preference, linked_at as "linkedAt", changed_at as "changedAt"
  from chat where member_id = $1 order by preference, linked_at, id`;

const selectRequests = `
  select id, kind, text, created_at as "createdAt", due_on as "dueOn", answered_at as "answeredAt", answer
  from member_request where member_id = $1 order by id`;

const selectInvites = `
  select created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt", revoked_at as "revokedAt"
  from invite where member_id = $1 order by id`;

const selectSessions = `
  select device, created_at as "createdAt", last_used_at as "lastUsedAt", ended_at as "endedAt"
  from console_session where member_id = $1 order by id`;

const selectTokens = `
  select scopes, created_at as "createdAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"
  from api_token where member_id = $1 order by id`;

/** Who else did it is somebody else's datum: only whether it was the member. */
const selectRecorded = `
  select e.at, e.action, e.via, e.actor_id is not distinct from $1 as "byMember", u.name as unit, e.facts
  from audit_entry e left join unit u on u.id = e.unit_id
  where e.subject_id = $1 or e.actor_id = $1 order by e.id`;
