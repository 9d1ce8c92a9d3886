import type { Sql } from '../platform/database/index.ts';
import type { ChannelName } from './channel.ts';

interface Addresses {
  addresses: readonly { channel: ChannelName; address: string }[];
}

/**
 * A further place for the state of a conversation, under a word of its own. It goes with the address when the
 * person's data is erased.
 */
export function asideOf(address: string, word: string): string {
  return `${word} of ${address}`;
}

/** Events and conversations of a person. Their content is sealed, passes within days, and is not told again. */
export const inboundData = {
  async tell(): Promise<Record<string, unknown>> {
    return {};
  },

  /** Also what is being handled right now, and the keys of what was. */
  async erase(sql: Sql, { addresses }: Addresses): Promise<Record<string, number>> {
    const values = [addresses.map(({ channel }) => channel), addresses.map(({ address }) => address)];
    const events = await sql.query(`delete from inbound_event e ${ofAddresses('e')} returning 1`, values);
    await sql.query(`delete from chat_budget b ${ofAddresses('b')}`, values);
    const conversations = await sql.query(
      `delete from conversation c ${ofAddresses('c')} returning 1`,
      values,
    );
    return { events: events.length, conversations: conversations.length };
  },
};

const ofAddresses = (alias: string) => `
  using unnest($1::channel[], $2::text[]) as mine (channel, address)
  where ${alias}.channel = mine.channel
    and (${alias}.address = mine.address or ${alias}.address like '% of %'
      and right(${alias}.address, length(mine.address) + 4) = ' of ' || mine.address)`;
