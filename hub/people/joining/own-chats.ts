import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { calendarDay } from '../days.ts';
import { MayNot } from '../errors.ts';
import type { Charge } from '../members/charge.ts';
import type { Member } from '../members/members.ts';
import { arrangeChats } from './arranging.ts';
import type { LinkedChat } from './chats.ts';
import { withRiding } from './riding.ts';

/** What a member, or who keeps the list, may change about the member's chats. */
export function ownChats({
  database,
  clock,
  audit,
  memberByCode,
  chatsOf,
  unitInCharge,
  memberFor,
}: {
  database: Database;
  clock: Clock;
  audit: Audit;
  memberByCode: (code: string) => Promise<Member>;
  chatsOf: (memberId: string) => Promise<LinkedChat[]>;
} & Pick<Charge, 'unitInCharge' | 'memberFor'>) {
  /**
   * This chat is tried first from now on; the others keep their order behind it.
   *
   * @throws {UnknownMember}
   * @throws {MayNot} neither the member nor somebody who may edit members there
   * @throws {DomainError} `chat.unknown`
   */
  async function preferChat(by: Actor, code: string, chatId: string): Promise<void> {
    const { memberId, unitId } = await allowed(by, 'member.edit', code);
    const { channel } = await chatOf(memberId, chatId);
    await database.transaction(async (sql) => {
      await sql.query(putInOrder, [memberId, [chatId]]);
      const facts = { channel };
      await audit.record(by, { action: 'chat.preferred', unitId, subjectId: memberId, facts }, sql);
    });
  }

  /**
   * These chats are tried first from now on, in this order; the others keep theirs behind them. It holds until
   * somebody says otherwise, whatever order the member's unit has.
   *
   * @throws as {@link preferChat}
   */
  async function orderChats(by: Actor, code: string, chatIds: readonly string[]): Promise<void> {
    const { memberId, unitId } = await allowed(by, 'member.edit', code);
    for (const chatId of chatIds) await chatOf(memberId, chatId);
    await database.transaction(async (sql) => {
      const changed = await sql.query(putInOrder, [memberId, chatIds]);
      if (changed.length === 0) return;
      await audit.record(by, { action: 'chat.ordered', unitId, subjectId: memberId }, sql);
    });
  }

  /** The chats go by the order of the member's unit again, and follow when that changes. @throws as {@link preferChat} */
  async function followUnit(by: Actor, code: string): Promise<void> {
    const { memberId, unitId } = await allowed(by, 'member.edit', code);
    await database.transaction(async (sql) => {
      const chosen = await sql.query(forgetChoice, [memberId]);
      await arrangeChats(sql, { members: [memberId] }, calendarDay(clock()));
      if (chosen.length === 0) return;
      await audit.record(by, { action: 'chat.follows-unit', unitId, subjectId: memberId }, sql);
    });
  }

  /** A member's name and chats, for whoever may put them in order. @throws as {@link preferChat} */
  async function chatsToOrder(
    by: Actor,
    code: string,
  ): Promise<{ fullName: string; own: boolean; chats: LinkedChat[] }> {
    const { memberId, fullName } = await allowed(by, 'member.edit', code);
    return { fullName, own: by.memberId === memberId, chats: await chatsOf(memberId) };
  }

  /**
   * Nothing more comes in this chat of one's own until it is resumed, also where it is blocked.
   *
   * @throws {MayNot} to stop is for the member alone
   * @throws {DomainError} `chat.unknown`
   */
  async function stopChat(by: Actor, code: string, chatId: string): Promise<void> {
    await switchOwn(by, code, chatId, 'stopped');
  }

  /** @throws as {@link stopChat} */
  async function resumeChat(by: Actor, code: string, chatId: string): Promise<void> {
    await switchOwn(by, code, chatId, 'active');
  }

  async function switchOwn(by: Actor, code: string, chatId: string, state: 'stopped' | 'active') {
    const { id: memberId } = await memberByCode(code);
    if (by.memberId !== memberId) throw new MayNot();
    const { channel } = await chatOf(memberId, chatId);
    const unitId = (await unitInCharge(memberId))?.id ?? null;
    await database.transaction(async (sql) => {
      const from = state === 'stopped' ? ['active', 'blocked'] : ['stopped'];
      const changed = await sql.query(switchChat, [memberId, chatId, from, state, clock()]);
      if (changed.length === 0) return;
      const deed = { unitId, subjectId: memberId, facts: { channel } };
      if (state === 'stopped') await audit.record(by, { action: 'chat.stopped', ...deed }, sql);
      else await audit.record(by, { action: 'chat.resumed', ...deed }, sql);
    });
  }

  /**
   * The chat no longer speaks for the member and gets nothing any more; linking it again needs an invitation.
   *
   * @throws {UnknownMember}
   * @throws {MayNot} neither the member nor somebody who may unlink there
   * @throws {DomainError} `chat.unknown`
   */
  async function unlinkChat(by: Actor, code: string, chatId: string): Promise<void> {
    const { memberId, unitId } = await allowed(by, 'member.unlink', code);
    const { channel } = await chatOf(memberId, chatId);
    await database.transaction(async (sql) => {
      await sql.query(endChat, [memberId, chatId, clock()]);
      const facts = { channel };
      await audit.record(by, { action: 'chat.unlinked', unitId, subjectId: memberId, facts }, sql);
    });
  }

  /** What would be unlinked, for whoever may: before it is done it is asked once more. @throws as {@link unlinkChat} */
  async function chatToUnlink(by: Actor, code: string, chatId: string): Promise<LinkedChat> {
    const { memberId } = await allowed(by, 'member.unlink', code);
    return await chatOf(memberId, chatId);
  }

  async function allowed(by: Actor, action: 'member.edit' | 'member.unlink', code: string) {
    const { id, fullName } = await memberByCode(code);
    if (by.memberId === id) return { memberId: id, fullName, unitId: (await unitInCharge(id))?.id ?? null };
    const { unit } = await memberFor(by, action, code);
    return { memberId: id, fullName, unitId: unit?.id ?? null };
  }

  async function chatOf(memberId: string, chatId: string): Promise<LinkedChat> {
    const found = (await chatsOf(memberId)).find(({ id }) => id === chatId);
    if (!found) throw new DomainError('chat.unknown', { status: 404 });
    return found;
  }

  return {
    preferChat,
    orderChats,
    followUnit,
    chatsToOrder,
    stopChat,
    resumeChat,
    unlinkChat,
    chatToUnlink,
  };
}

// Locked in the order of ids, as by those who arrange many.
const putInOrder = `
  with mine as (
    select id, channel, preference, linked_at from chat where member_id = $1 and state <> 'ended'
    order by id for no key update
  ), placed as (
    select id, row_number() over (
      order by array_position($2::uuid[], id), preference, linked_at, id)::int - 1 as place from mine
  )
  update chat set preference = placed.place, chosen = true from placed
  where chat.id = placed.id and (chat.preference <> placed.place or not chat.chosen)
  returning chat.id`;

const forgetChoice = `
  with mine as (
    select id from chat where member_id = $1 and state <> 'ended' and chosen order by id for no key update
  )
  update chat set chosen = false from mine where chat.id = mine.id returning chat.id`;

const switchChat = `
  update chat set state = $4, changed_at = $5
  where member_id = $1 and ${withRiding('$2')} and state = any ($3::chat_state[]) returning id`;

const endChat = `
  update chat set state = 'ended', changed_at = $3 where member_id = $1 and ${withRiding('$2')} and state <> 'ended'`;
