import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { Charge } from '../members/charge.ts';
import type { LinkedChat } from './chats.ts';
import type { Member } from '../members/members.ts';

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
      await sql.query(moveToFront, [memberId, chatId, clock()]);
      const facts = { channel };
      await audit.record(by, { action: 'chat.preferred', unitId, subjectId: memberId, facts }, sql);
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
    const { id } = await memberByCode(code);
    if (by.memberId === id) return { memberId: id, unitId: (await unitInCharge(id))?.id ?? null };
    const { member, unit } = await memberFor(by, action, code);
    return { memberId: member.id, unitId: unit?.id ?? null };
  }

  async function chatOf(memberId: string, chatId: string): Promise<LinkedChat> {
    const found = (await chatsOf(memberId)).find(({ id }) => id === chatId);
    if (!found) throw new DomainError('chat.unknown', { status: 404 });
    return found;
  }

  return { preferChat, unlinkChat, chatToUnlink };
}

const moveToFront = `
  update chat set preference = placed.place, changed_at = case when chat.id = $2 then $3 else changed_at end
  from (
    select id, row_number() over (order by id = $2 desc, preference, linked_at, id)::int - 1 as place
    from chat where member_id = $1 and state <> 'ended'
  ) placed
  where chat.id = placed.id`;

const endChat = `
  update chat set state = 'ended', changed_at = $3 where member_id = $1 and id = $2 and state <> 'ended'`;
