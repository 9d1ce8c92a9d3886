import type { Sql } from '../../platform/database/index.ts';
import type { Channel } from '../joining/invites.ts';

/** Whose data it is, as other features know a person. */
export interface Person {
  memberId: string;
  /** All chats that were ever linked to the member and still are the member's. */
  addresses: readonly { channel: Channel; address: string }[];
}

/** The member, or the operator of the installation for the member; or an office for the member. */
export type Reader = 'member' | 'office';

/**
 * What one feature keeps about a person: each feature tells and wipes its own tables, and is handed to people by
 * the composer.
 */
export interface PersonalData {
  /**
   * As one or more entries of the member's own copy. `reader` is who will hold it: the office, asked to make the
   * copy, is not told what the member has said to the bot.
   */
  tell(sql: Sql, person: Person, reader: Reader): Promise<Record<string, unknown>>;
  /** Inside the transaction that erases the member. Returns how many rows went, under short words for a report. */
  erase(sql: Sql, person: Person): Promise<Record<string, number>>;
}
