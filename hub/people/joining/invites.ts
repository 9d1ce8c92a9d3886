import type { Channel } from '../../../prisma/generated/enums.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import type { Keys } from '../../platform/keys.ts';
import type { Language } from '../../platform/locales.ts';
import { drawCode, readCode, shownCode } from '../../platform/spoken-code.ts';
import { audienceQuery } from '../audience.ts';
import { inBatches } from '../bulk.ts';
import { calendarDay } from '../days.ts';
import { ChannelFull, InviteRefused, MayNot, UnknownMember } from '../errors.ts';
import { memberColumns, type Member } from '../members/members.ts';
import type { Unit } from '../units/units.ts';
import { arrangeChats } from './arranging.ts';

export type { Channel };

/** An invite as it is handed to a person. The code is shown once: only its fingerprint is kept. */
export interface Invite {
  /** Code of the member. */
  member: string;
  /** `ABCD-2345`. */
  code: string;
  expiresAt: Date;
}

/** What a person agreed to, where, and from which address on. */
export interface LinkRequest {
  inviteId: string;
  channel: Channel;
  address: string;
  /** The very words that were shown. */
  consentText: string;
  language: Language;
  /** The most chats the channel's provider allows; null or absent: no end. */
  most?: number | null;
}

const validDays = 14;
const dayMs = 86_400_000;

export function invites({
  database,
  keys,
  clock,
  audit,
  memberByCode,
  unitByCode,
  unitsOf,
  requireMay,
}: {
  database: Database;
  keys: Keys;
  clock: Clock;
  audit: Audit;
  memberByCode: (code: string) => Promise<Member>;
  unitByCode: (code: string) => Promise<Unit>;
  unitsOf: (memberId: string) => Promise<Unit[]>;
  requireMay: (by: Actor, action: 'member.invite', unitId: string) => Promise<void>;
}) {
  /**
   * A new code for one member, valid for 14 days. Earlier codes not yet used stop working.
   *
   * @throws {UnknownMember}
   * @throws {MayNot} also for somebody who belongs to no unit today
   */
  async function invite(by: Actor, memberCode: string): Promise<Invite> {
    const { id } = await memberByCode(memberCode);
    const [home] = await unitsOf(id);
    if (!home && by.memberId !== null) throw new MayNot();
    if (home) await requireMay(by, 'member.invite', home.id);
    const [made] = await database.transaction(async (sql) => {
      await audit.record(by, { action: 'member.invited', unitId: home?.id ?? null, subjectId: id }, sql);
      return await issue(sql, selectById, [id]);
    });
    if (!made) throw new UnknownMember(memberCode);
    return made;
  }

  /**
   * New codes for everyone in the unit and below who has no active chat, ordered by member code.
   *
   * @throws {UnknownUnit}
   * @throws {MayNot}
   */
  async function inviteUnit(by: Actor, unitCode: string): Promise<Invite[]> {
    const { id } = await unitByCode(unitCode);
    await requireMay(by, 'member.invite', id);
    return await database.transaction(async (sql) => {
      const made = await issue(sql, selectUnlinked, [id, calendarDay(clock())]);
      const facts = { invites: made.length };
      await audit.record(by, { action: 'unit.invited', unitId: id, subjectId: id, facts }, sql);
      return made;
    }, bulkLimitMs);
  }

  async function issue(sql: Sql, select: string, values: unknown[]): Promise<Invite[]> {
    const now = clock();
    const expiresAt = new Date(now.getTime() + validDays * dayMs);
    const invited = await sql.query<{ id: string; code: string }>(select, values);
    await sql.query(revokeUnused, [invited.map(({ id }) => id), now]);

    const codes = new Map<string, string>();
    for (let waiting = invited; waiting.length > 0; waiting = waiting.filter(({ id }) => !codes.has(id))) {
      const drawn = waiting.map(({ id }) => ({ id: newId(), memberId: id, code: drawCode() }));
      const rows = drawn.map(({ id, memberId, code }) => ({
        id,
        member_id: memberId,
        code_hash: keys.fingerprint('invite', code).toString('base64'),
      }));
      // A code that somebody already has is not inserted; its member draws again.
      const inserted = await inBatches<{ id: string }>(sql, insertInvites, rows, now, expiresAt);
      const kept = new Set(inserted.map(({ id }) => id));
      for (const { id, memberId, code } of drawn) if (kept.has(id)) codes.set(memberId, code);
    }
    return invited.map(({ id, code: member }) => ({
      member,
      code: shownCode(codes.get(id) ?? ''),
      expiresAt,
    }));
  }

  /**
   * Finds the invite of a code as typed: in lower case, with or without dash and spaces.
   *
   * @throws {InviteRefused} `invite.wrong`, `invite.used`, `invite.revoked`, `invite.expired`
   */
  async function openInvite(text: string): Promise<{ inviteId: string; member: Member }> {
    const code = readCode(text);
    if (!code) throw new InviteRefused('wrong');
    const [row] = await database.query<InviteRow & Member & { inviteId: string }>(findByHash, [
      keys.fingerprint('invite', code),
    ]);
    const { inviteId, id, code: memberCode, fullName, language } = usable(row, clock());
    return { inviteId, member: { id, code: memberCode, fullName, language } };
  }

  /**
   * Uses the invite up, keeps the consent and links the chat, all or nothing. An address that belonged to
   * somebody else changes hands: one chat speaks for one member. Among the member's chats it takes its place in the
   * unit's order, or the last one where the member chose an order.
   *
   * @throws {InviteRefused} also where another link used the same invite a moment earlier
   * @throws {ChannelFull} the invite is as good as before
   */
  async function link(request: LinkRequest): Promise<Member> {
    const { inviteId, channel, address, consentText, language, most = null } = request;
    const now = clock();
    return await database.transaction(async (sql) => {
      if (most !== null) await requireRoom(sql, { channel, address, most });
      const [consumed] = await sql.query<{ memberId: string }>(consume, [inviteId, now]);
      if (!consumed) {
        const [row] = await sql.query<InviteRow>(findById, [inviteId]);
        usable(row, now);
        throw new InviteRefused('used');
      }
      const { memberId } = consumed;
      await keepLink(sql, { memberId, channel, address, consentText, language }, now);
      const [member] = await sql.query<Member>(selectMember, [memberId]);
      return member!;
    });
  }

  /** False where the channel's provider allows no more chats than there are; a chat that is linked has its place. */
  async function hasRoom({ channel, address }: Place, most: number | null): Promise<boolean> {
    return most === null || (await linkedBeside(database, { channel, address })) < most;
  }

  async function consentGiven(memberId: string): Promise<boolean> {
    const [row] = await database.query<{ given: boolean }>(hasConsent, [memberId]);
    return row?.given ?? false;
  }

  /** The member takes back what was agreed to on this channel. The proof stays, with the day it ended. */
  async function withdrawConsent(memberId: string, channel: Channel): Promise<void> {
    const text = `update consent set withdrawn_at = $3
      where member_id = $1 and channel = $2 and withdrawn_at is null`;
    await database.query(text, [memberId, channel, clock()]);
  }

  return { invite, inviteUnit, openInvite, link, hasRoom, consentGiven, withdrawConsent };
}

type Place = Pick<LinkRequest, 'channel' | 'address'>;

/** Who joins at the same time takes turns by the row of the channel's account. @throws {ChannelFull} */
async function requireRoom(sql: Sql, { most, ...place }: Place & { most: number }): Promise<void> {
  await sql.query('select from channel_account where channel = $1 for update', [place.channel]);
  if ((await linkedBeside(sql, place)) >= most) throw new ChannelFull(most);
}

async function linkedBeside(sql: Pick<Sql, 'query'>, { channel, address }: Place): Promise<number> {
  const [row] = await sql.query<{ count: number }>(
    `select count(*) as count from chat where channel = $1 and state <> 'ended' and address <> $2`,
    [channel, address],
  );
  return row!.count;
}

/** What a person agreed to and the chat itself, inside the caller's transaction. */
export async function keepLink(
  sql: Sql,
  { memberId, channel, address, consentText, language }: Omit<LinkRequest, 'inviteId'> & { memberId: string },
  now: Date,
): Promise<void> {
  await sql.query(keepConsent, [newId(), memberId, channel, language, consentText.normalize('NFC'), now]);
  await sql.query(linkChat, [newId(), memberId, channel, address, now]);
  await arrangeChats(sql, { members: [memberId] }, calendarDay(now));
}

interface InviteRow {
  usedAt: Date | null;
  revokedAt: Date | null;
  expiresAt: Date;
}

function usable<Row extends InviteRow>(row: Row | undefined, now: Date): Row {
  if (!row) throw new InviteRefused('wrong');
  if (row.usedAt) throw new InviteRefused('used');
  if (row.revokedAt) throw new InviteRefused('revoked');
  if (row.expiresAt <= now) throw new InviteRefused('expired');
  return row;
}

const bulkLimitMs = 60_000;

// Locked in the order of their ids, so that two who invite the same people take turns.
const selectById = 'select id, code from member where id = $1 and erased_at is null for no key update';

const selectUnlinked = `
  select * from (
    select m.id, m.code from member m
    where m.id in (${audienceQuery.members})
      and not exists (select from chat c where c.member_id = m.id and c.state = 'active')
    order by m.id for no key update of m
  ) invited order by code`;

const revokeUnused = `
  update invite set revoked_at = $2
  where member_id = any ($1::uuid[]) and used_at is null and revoked_at is null`;

const insertInvites = `
  insert into invite (id, member_id, code_hash, created_at, expires_at)
  select id, member_id, decode(code_hash, 'base64'), $2::timestamptz, $3::timestamptz
  from jsonb_to_recordset($1::jsonb) as line (id uuid, member_id uuid, code_hash text)
  on conflict (code_hash) do nothing
  returning id`;

const inviteColumns = `i.used_at as "usedAt", i.revoked_at as "revokedAt", i.expires_at as "expiresAt"`;

const findByHash = `
  select i.id as "inviteId", ${inviteColumns}, ${memberColumns}
  from invite i join member m on m.id = i.member_id where i.code_hash = $1`;

const findById = `select ${inviteColumns} from invite i where i.id = $1`;

const consume = `
  update invite set used_at = $2
  where id = $1 and used_at is null and revoked_at is null and expires_at > $2
  returning member_id as "memberId"`;

const keepConsent = `
  insert into consent (id, member_id, channel, language, text, given_at) values ($1, $2, $3, $4, $5, $6)`;

const linkChat = `
  insert into chat
    (id, member_id, channel, address, state, preference, chosen, linked_at, changed_at, heard_at)
  select $1, $2, $3, $4, 'active', coalesce(max(preference) + 1, 0), coalesce(bool_or(chosen), false), $5, $5, $5
  from chat where member_id = $2 and state <> 'ended'
  on conflict (channel, address) do update set
    member_id = excluded.member_id,
    state = 'active',
    preference = case when chat.member_id = excluded.member_id and chat.state <> 'ended'
      then chat.preference else excluded.preference end,
    chosen = excluded.chosen,
    linked_at = excluded.linked_at,
    changed_at = excluded.changed_at,
    heard_at = excluded.heard_at`;

const selectMember = `select ${memberColumns} from member m where m.id = $1`;

const hasConsent = `
  select exists (select from consent where member_id = $1 and withdrawn_at is null) as given`;
