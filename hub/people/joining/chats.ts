import type { Channel, ChatState } from '../../../prisma/generated/enums.ts';
import type { Audit, Deed } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import type { Charge } from '../members/charge.ts';
import { memberColumns, type Member } from '../members/members.ts';
import { channelWithRiding } from './riding.ts';

export type { ChatState };

/** A chat as the member and the secretary see it: never the address. */
export interface LinkedChat {
  id: string;
  channel: Channel;
  state: Exclude<ChatState, 'ended'>;
  linkedAt: Date;
  /** Its place was chosen; else the unit's order gives it. */
  chosen: boolean;
}

/** Whose chat is it, and may we write there? An address that is not linked is left alone by all of these. */
export function chats({
  database,
  clock,
  audit,
  unitInCharge,
}: {
  database: Database;
  clock: Clock;
  audit: Audit;
} & Pick<Charge, 'unitInCharge'>) {
  /** The member who speaks from this address; null for an address that is linked to nobody. */
  async function memberOf(
    channel: Channel,
    address: string,
  ): Promise<{ chatId: string; member: Member; state: ChatState } | null> {
    const [row] = await database.query<Member & { chatId: string; state: ChatState }>(findMember, [
      channel,
      address,
    ]);
    if (!row) return null;
    const { chatId, state, ...member } = row;
    return { chatId, member, state };
  }

  /** Where the member can be written to now, the address that is tried first first. */
  async function addressesOf(memberId: string): Promise<{ channel: Channel; address: string }[]> {
    return await database.query(selectAddresses, [memberId]);
  }

  /** The member asked us to stop; also where the provider has blocked us, so that an unblock does not undo it. */
  async function stop(channel: Channel, address: string): Promise<void> {
    const members = await change(channel, [address], ['active', 'blocked'], 'stopped');
    await ownChoice({ action: 'chat.stopped', facts: { channel } }, members);
  }

  async function resume(channel: Channel, address: string): Promise<void> {
    const members = await change(channel, [address], ['stopped'], 'active');
    await ownChoice({ action: 'chat.resumed', facts: { channel } }, members);
  }

  /** Written down, so that whoever asks why nothing came finds the answer. */
  async function ownChoice(deed: Deed, members: readonly string[]): Promise<void> {
    for (const memberId of members) {
      const unitId = (await unitInCharge(memberId))?.id ?? null;
      await audit.record({ memberId, via: 'chat' }, { ...deed, unitId, subjectId: memberId });
    }
  }

  /** The provider no longer takes our messages for these addresses. Returns how many that changes. */
  async function block(channel: Channel, addresses: readonly string[]): Promise<number> {
    return (await change(channel, addresses, ['active'], 'blocked')).length;
  }

  async function unblock(channel: Channel, address: string): Promise<void> {
    await change(channel, [address], ['blocked'], 'active');
  }

  /** The person did something in this chat: from here a provider's reply window is counted. */
  async function heard(channel: Channel, address: string, at: Date): Promise<void> {
    await database.query(noteHeard, [channel, address, at]);
  }

  /** Not even that it once was linked. A chat that still speaks for a member is left alone: that needs more. */
  async function forget(channel: Channel, address: string): Promise<void> {
    const text = `delete from chat where channel = $1 and address = $2 and state = 'ended'`;
    await database.query(text, [channel, address]);
  }

  /** The provider gave the chat another address. Where that one is already linked, the newer link holds. */
  async function move(channel: Channel, from: string, to: string): Promise<void> {
    if (from === to) return;
    const now = clock();
    await database.transaction(async (sql) => {
      await sql.query(`delete from chat where channel = $1 and address = $2 and state = 'ended'`, [
        channel,
        to,
      ]);
      await sql.query(moveUnlessTaken, [channel, from, to, now]);
      await sql.query(endChat, [channel, from, now]);
    });
  }

  /** The member's chats, the one that is tried first first; without those that are no longer linked. */
  async function chatsOf(memberId: string): Promise<LinkedChat[]> {
    return await database.query<LinkedChat>(selectChats, [memberId]);
  }

  /**
   * The member has one chat on this channel, the one at `address`: it takes the place of the others, which are
   * linked to nobody from here on. Returns their addresses.
   */
  async function replaceOthers(channel: Channel, memberId: string, address: string): Promise<string[]> {
    const rows = await database.query<{ address: string }>(replaceChats, [
      channel,
      memberId,
      address,
      clock(),
    ]);
    return rows.map((row) => row.address);
  }

  async function change(
    channel: Channel,
    addresses: readonly string[],
    from: readonly ChatState[],
    to: ChatState,
  ): Promise<string[]> {
    const values = [channel, addresses, from, to, clock()];
    const changed = await database.query<{ memberId: string }>(changeState, values);
    return [...new Set(changed.map(({ memberId }) => memberId))];
  }

  return { memberOf, addressesOf, chatsOf, stop, resume, block, unblock, heard, forget, move, replaceOthers };
}

const findMember = `
  select ${memberColumns}, c.id as "chatId", c.state from chat c join member m on m.id = c.member_id
  where c.channel = $1 and c.address = $2 and c.state <> 'ended'`;

const selectAddresses = `
  select channel, address from chat
  where member_id = $1 and state = 'active' order by preference, linked_at, id`;

const selectChats = `
  select id, channel, state, linked_at as "linkedAt", chosen from chat
  where member_id = $1 and state <> 'ended' order by preference, linked_at, id`;

const changeState = `
  update chat set state = $4, changed_at = $5
  where ${channelWithRiding('$1')} and address = any ($2::text[]) and state = any ($3::chat_state[])
  returning member_id as "memberId"`;

const noteHeard = `
  update chat set heard_at = $3 where channel = $1 and address = $2 and coalesce(heard_at < $3, true)`;

const moveUnlessTaken = `
  update chat set address = $3, changed_at = $4
  where channel = $1 and address = $2 and state <> 'ended'
    and not exists (select from chat taken where taken.channel = $1 and taken.address = $3)`;

const replaceChats = `
  with former as (
    update chat set state = 'ended', changed_at = $4
    where ${channelWithRiding('$1')} and member_id = $2 and address <> $3 and state <> 'ended'
    returning channel, address, preference
  ), placed as (
    update chat set preference = place.preference
    from (select min(preference) as preference from former where channel = $1 having count(*) > 0) place
    where chat.channel = $1 and chat.address = $3
  )
  select address from former where channel = $1`;

const endChat = `
  update chat set state = 'ended', changed_at = $3
  where channel = $1 and address = $2 and state <> 'ended'`;
