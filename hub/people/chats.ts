import type { Channel, ChatState } from '../../prisma/generated/enums.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import { memberColumns, type Member } from './members.ts';

export type { ChatState };

/** Whose chat is it, and may we write there? An address that is not linked is left alone by all of these. */
export function chats({ database, clock }: { database: Database; clock: Clock }) {
  /** The member who speaks from this address; null for an address that is linked to nobody. */
  async function memberOf(
    channel: Channel,
    address: string,
  ): Promise<{ member: Member; state: ChatState } | null> {
    const [row] = await database.query<Member & { state: ChatState }>(findMember, [channel, address]);
    if (!row) return null;
    const { state, ...member } = row;
    return { member, state };
  }

  /** The member asked us to stop; also where the provider has blocked us, so that an unblock does not undo it. */
  async function stop(channel: Channel, address: string): Promise<void> {
    await change(channel, [address], ['active', 'blocked'], 'stopped');
  }

  async function resume(channel: Channel, address: string): Promise<void> {
    await change(channel, [address], ['stopped'], 'active');
  }

  /** The provider no longer takes our messages for these addresses. Returns how many that changes. */
  async function block(channel: Channel, addresses: readonly string[]): Promise<number> {
    return await change(channel, addresses, ['active'], 'blocked');
  }

  async function unblock(channel: Channel, address: string): Promise<void> {
    await change(channel, [address], ['blocked'], 'active');
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

  async function change(
    channel: Channel,
    addresses: readonly string[],
    from: readonly ChatState[],
    to: ChatState,
  ): Promise<number> {
    const changed = await database.query(changeState, [channel, addresses, from, to, clock()]);
    return changed.length;
  }

  return { memberOf, stop, resume, block, unblock, move };
}

const findMember = `
  select ${memberColumns}, c.state from chat c join member m on m.id = c.member_id
  where c.channel = $1 and c.address = $2 and c.state <> 'ended'`;

const changeState = `
  update chat set state = $4, changed_at = $5
  where channel = $1 and address = any ($2::text[]) and state = any ($3::chat_state[])
  returning id`;

const moveUnlessTaken = `
  update chat set address = $3, changed_at = $4
  where channel = $1 and address = $2 and state <> 'ended'
    and not exists (select from chat taken where taken.channel = $1 and taken.address = $3)`;

const endChat = `
  update chat set state = 'ended', changed_at = $3
  where channel = $1 and address = $2 and state <> 'ended'`;
