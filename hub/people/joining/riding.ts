import type { ChatState } from '../../../prisma/generated/enums.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database, Sql } from '../../platform/database/index.ts';
import { newId } from '../../platform/ids.ts';
import { calendarDay } from '../days.ts';
import { arrangeChats } from './arranging.ts';

/**
 * Push is no chat of its own: it wakes devices for what stands in the web chat, and rides on it. It has the same
 * address and comes before it, the consent is the web chat's, and whatever becomes of that becomes of it.
 */
export function riding({ database, clock }: { database: Database; clock: Clock }) {
  /** From now on devices are woken for the web chat at this address. Null where that is linked to nobody. */
  async function addPush(address: string): Promise<{ memberId: string; isNew: boolean } | null> {
    const now = clock();
    return await database.transaction(async (sql) => {
      const chats = await sql.query<Mine>(lockMine, [address]);
      const ridden = chats.find((chat) => chat.channel === 'web' && chat.address === address);
      if (!ridden) return null;
      const { memberId, state } = ridden;
      const riding = chats.find((chat) => chat.channel === 'push' && chat.address === address);
      if (riding) {
        await sql.query('update chat set state = $2, changed_at = $3 where id = $1', [riding.id, state, now]);
      } else {
        await insertBefore(sql, ridden, now);
        await arrangeChats(sql, { members: [memberId] }, calendarDay(now));
      }
      return { memberId, isNew: !riding };
    });
  }

  /** No device is woken for it any more. */
  async function endPush(address: string): Promise<void> {
    await database.query(endRiding, [address, clock()]);
  }

  return { addPush, endPush };
}

interface Mine {
  id: string;
  memberId: string;
  channel: string;
  address: string;
  state: ChatState;
}

async function insertBefore(sql: Sql, ridden: Mine, now: Date): Promise<void> {
  await sql.query(makeRoom, [ridden.id]);
  await sql.query(insertRiding, [newId(), ridden.id, now]);
}

/** In SQL: the chat of this id, and where it is a web chat what rides on it. */
export const withRiding = (id: string) => `(
  id = ${id} or channel = 'push' and address = (
    select ridden.address from chat ridden where ridden.id = ${id} and ridden.channel = 'web'))`;

/** In SQL: this channel, and where it is the web chat's what rides on it. */
export const channelWithRiding = (channel: string) => `(
  channel = ${channel}::channel or channel = 'push' and ${channel}::channel = 'web')`;

// Locked in the order of ids, as by those who arrange many.
const lockMine = `
  select id, member_id as "memberId", channel, address, state from chat
  where state <> 'ended' and member_id = (
    select member_id from chat where channel = 'web' and address = $1 and state <> 'ended')
  order by id for no key update`;

const makeRoom = `
  update chat set preference = chat.preference + 1 from chat ridden
  where ridden.id = $1 and chat.member_id = ridden.member_id and chat.state <> 'ended'
    and (chat.preference, chat.linked_at, chat.id) >= (ridden.preference, ridden.linked_at, ridden.id)`;

const insertRiding = `
  insert into chat
    (id, member_id, channel, address, state, preference, chosen, linked_at, changed_at, heard_at)
  select $1, member_id, 'push', address, state, preference - 1, chosen, $3, $3, $3 from chat where id = $2
  on conflict (channel, address) do update set member_id = excluded.member_id, state = excluded.state,
    preference = excluded.preference, chosen = excluded.chosen, linked_at = excluded.linked_at,
    changed_at = excluded.changed_at, heard_at = excluded.heard_at`;

const endRiding = `
  update chat set state = 'ended', changed_at = $2 where channel = 'push' and address = $1 and state <> 'ended'`;
