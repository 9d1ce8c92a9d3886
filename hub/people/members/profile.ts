import type { MembershipKind, RoleName, StatusName } from '../../../prisma/generated/enums.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Keys } from '../../platform/keys.ts';
import type { Language } from '../../platform/locales.ts';
import type { Charge } from './charge.ts';
import type { LinkedChat } from '../joining/chats.ts';
import { endMailboxes } from '../joining/mailbox.ts';
import { emailAddress, openContact, phoneNumber, sealContact, type ContactField } from './contacts.ts';
import { calendarDay, readDay } from '../days.ts';
import { instantOf } from './decisions.ts';
import { UnknownMember } from '../errors.ts';
import type { Action } from '../may.ts';
import { standingOf, type Standing } from './standing.ts';
import { clean, foldName } from '../text.ts';
import type { Unit } from '../units/units.ts';
import { shiftDay } from '../../platform/shift-day.ts';

/** A period of a member's life with us, and who wrote it down. */
export interface Period {
  id: string;
  /** First day. */
  from: string;
  /** Last day, that day included; null where no end is known. */
  until: string | null;
  state: 'now' | 'past' | 'planned' | 'called-off';
  reason: string | null;
  endReason: string | null;
  /** Name of who recorded it; null for what came from the command line. */
  recordedBy: string | null;
}

/** Everything the page of a member shows. Days are `2026-11-01`. */
export interface Profile {
  id: string;
  code: string;
  fullName: string;
  language: Language;
  joinedOn: string | null;
  /** The unit that keeps the member: home, else where temporarily, else where last. */
  unit: { code: string; name: string } | null;
  /** Only for who may edit them; null for who may not. */
  contacts: { phone: string | null; email: string | null } | null;
  memberships: (Period & { kind: MembershipKind; unit: string; unitCode: string })[];
  statuses: (Period & { status: StatusName })[];
  roles: (Period & { role: RoleName; unit: string; unitCode: string })[];
  /** What follows today in the unit in charge. */
  standing: Standing;
  chats: LinkedChat[];
  lastInvite: { createdAt: Date; expiresAt: Date; state: 'waiting' | 'used' | 'revoked' | 'expired' } | null;
}

/** What may be corrected about a member; `null` or an empty text takes it out, `undefined` leaves it. */
export interface MemberEdit {
  fullName?: string | undefined;
  phone?: string | null | undefined;
  email?: string | null | undefined;
  joinedOn?: string | null | undefined;
  language?: Language | undefined;
}

const longestName = 120;

export function profiles({
  database,
  keys,
  clock,
  audit,
  chatsOf,
  memberFor,
  memberToRead,
  mayOver,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  audit: Audit;
  chatsOf: (memberId: string) => Promise<LinkedChat[]>;
  mayOver: (by: Actor, action: Action, unit: Unit | null) => Promise<boolean>;
} & Pick<Charge, 'memberFor' | 'memberToRead'>) {
  /**
   * Everything about a member, for whoever may read about members in one of the member's units.
   *
   * @throws {UnknownMember | MayNot}
   */
  async function profile(by: Actor, code: string): Promise<Profile> {
    const { member, unit } = await memberToRead(by, code);
    const { id, fullName, language } = member;
    const now = clock();
    const today = calendarDay(now);
    const seesContacts = await mayOver(by, 'member.edit', unit);
    const [row] = await database.query<ContactRow>(selectContacts, [id]);
    const memberships = await periods<MembershipRow>(selectMemberships, id, today);
    const statuses = await periods<StatusRow>(selectStatuses, id, today);
    const roles = await periods<RoleRow>(selectRoles, id, today);
    const [invite] = await database.query<InviteRow>(selectInvite, [id]);
    return {
      id,
      code: member.code,
      fullName,
      language,
      joinedOn: row?.joinedOn ?? null,
      unit: unit && { code: unit.code, name: unit.name },
      contacts: seesContacts && row ? { phone: opened('phone', row), email: opened('email', row) } : null,
      memberships,
      statuses,
      roles,
      standing: standingToday(memberships, statuses),
      chats: await chatsOf(id),
      lastInvite: invite ? invitation(invite, now) : null,
    };

    function opened(field: ContactField, contacts: ContactRow): string | null {
      const sealed = contacts[field];
      return sealed && openContact(keys, id, field, sealed);
    }
  }

  /**
   * Corrects a member's name, contacts, day of joining or language, by the rules of the import.
   *
   * @throws {UnknownMember | MayNot}
   * @throws {DomainError} `member.name-missing`, `member.name-too-long`, `member.phone-wrong`,
   *   `member.email-wrong`, `member.joined-wrong`, `member.joined-in-future`
   */
  async function editMember(by: Actor, code: string, edit: MemberEdit): Promise<void> {
    const { member, unit } = await memberFor(by, 'member.edit', code);
    const { id } = member;
    const fullName = edit.fullName === undefined ? undefined : nameIn(edit.fullName);
    const phone = contactIn('phone', edit.phone);
    const email = contactIn('email', edit.email);
    const joinedOn = joiningDayIn(edit.joinedOn, calendarDay(clock()));
    const fields: [string, unknown][] = [];
    if (fullName !== undefined) fields.push(['full_name', fullName], ['folded_name', foldName(fullName)]);
    if (phone !== undefined) fields.push(['phone', phone && sealContact(keys, id, 'phone', phone)]);
    if (email !== undefined) fields.push(['email', email && sealContact(keys, id, 'email', email)]);
    if (joinedOn !== undefined) fields.push(['joined_on', joinedOn]);
    if (edit.language !== undefined) fields.push(['language', edit.language]);
    if (fields.length === 0) return;
    const [former] = email === undefined ? [] : await database.query<ContactRow>(selectContacts, [id]);
    const formerEmail = former?.email ? openContact(keys, id, 'email', former.email) : null;
    const set = fields.map(([column], index) => `${column} = $${index + 3}`).join(', ');
    await database.transaction(async (sql) => {
      const values = [id, clock(), ...fields.map(([, value]) => value)];
      // Erased in this very moment: nothing of the person is written back.
      const text = `update member set updated_at = $2, ${set} where id = $1 and erased_at is null returning id`;
      if ((await sql.query(text, values)).length === 0) throw new UnknownMember(code);
      if (email !== undefined && email !== formerEmail) await endMailboxes(sql, [id], clock());
      const changed = fields.map(([column]) => column).filter((column) => column !== 'folded_name');
      const facts = { fields: changed.join(', ') };
      const deed = { action: 'member.edited', unitId: unit?.id ?? null, subjectId: id, facts };
      await audit.record(by, deed, sql);
    });
  }

  async function periods<Row extends PeriodRow>(text: string, memberId: string, today: string) {
    const rows = await database.query<Row>(text, [memberId]);
    return rows.map(({ toOn, ...row }) => ({
      ...row,
      until: toOn && toOn > row.from ? shiftDay(toOn, -1) : null,
      state: stateOf(row.from, toOn, today),
    }));
  }

  return { profile, editMember };
}

type PeriodRow = Omit<Period, 'until' | 'state'> & { toOn: string | null };
type MembershipRow = PeriodRow & { kind: MembershipKind; unit: string; unitCode: string };
type StatusRow = PeriodRow & { status: StatusName };
type RoleRow = PeriodRow & { role: RoleName; unit: string; unitCode: string };
interface ContactRow {
  joinedOn: string | null;
  phone: Uint8Array | null;
  email: Uint8Array | null;
}
interface InviteRow {
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

function stateOf(from: string, toOn: string | null, today: string): Period['state'] {
  if (toOn !== null && toOn <= from) return 'called-off';
  if (from > today) return 'planned';
  return toOn === null || toOn > today ? 'now' : 'past';
}

function standingToday(memberships: Profile['memberships'], statuses: Profile['statuses']): Standing {
  const here = memberships.filter(({ state }) => state === 'now');
  const home = here.some(({ kind }) => kind === 'home');
  const elsewhere = home && here.some(({ kind }) => kind === 'temporary');
  const holding = statuses.filter(({ state }) => state === 'now').map(({ status }) => status);
  // Who is somewhere else for a time is away from home, whether or not somebody has written it down as a status.
  return standingOf(elsewhere ? [...holding, 'away'] : holding, home ? 'home' : (here[0]?.kind ?? 'home'));
}

function invitation(
  { createdAt, expiresAt, usedAt, revokedAt }: InviteRow,
  now: Date,
): Profile['lastInvite'] {
  const state = usedAt ? 'used' : revokedAt ? 'revoked' : expiresAt <= now ? 'expired' : 'waiting';
  return { createdAt, expiresAt, state };
}

function nameIn(text: string): string {
  const name = clean(text);
  if (name === '') throw new DomainError('member.name-missing', { status: 422 });
  if (name.length > longestName) {
    throw new DomainError('member.name-too-long', { status: 422, facts: { longest: longestName } });
  }
  return name;
}

function contactIn(field: ContactField, text: string | null | undefined): string | null | undefined {
  if (text === undefined) return undefined;
  const written = clean(text ?? '');
  if (written === '') return null;
  const known = field === 'phone' ? phoneNumber(written) : emailAddress(written);
  if (known !== null) return known;
  throw field === 'phone'
    ? new DomainError('member.phone-wrong', { status: 422 })
    : new DomainError('member.email-wrong', { status: 422 });
}

function joiningDayIn(text: string | null | undefined, today: string): string | null | undefined {
  if (text === undefined) return undefined;
  if (text === null || text === '') return null;
  const day = readDay(text);
  if (!day) throw new DomainError('member.joined-wrong', { status: 422 });
  if (day > today) {
    throw new DomainError('member.joined-in-future', { status: 422, facts: { day: instantOf(day) } });
  }
  return day;
}

const selectContacts = `select joined_on as "joinedOn", phone, email from member where id = $1`;

const period = (
  alias: string,
) => `${alias}.id, ${alias}.from_on as "from", ${alias}.to_on as "toOn", ${alias}.reason,
    ${alias}.end_reason as "endReason", (select full_name from member where id = ${alias}.recorded_by) as "recordedBy"`;

const selectMemberships = `
  select ${period('p')}, p.kind, u.name as unit, u.code as "unitCode"
  from membership p join unit u on u.id = p.unit_id where p.member_id = $1 order by p.from_on desc, p.kind, p.id desc`;

const selectStatuses = `
  select ${period('p')}, p.status from member_status p where p.member_id = $1 order by p.from_on desc, p.id desc`;

const selectRoles = `
  select ${period('p')}, p.role, u.name as unit, u.code as "unitCode"
  from role p join unit u on u.id = p.unit_id where p.member_id = $1 order by p.from_on desc, p.id desc`;

const selectInvite = `
  select created_at as "createdAt", expires_at as "expiresAt", used_at as "usedAt", revoked_at as "revokedAt"
  from invite where member_id = $1 order by created_at desc, id desc limit 1`;
