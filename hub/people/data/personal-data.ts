import type { Sql } from '../../platform/database/index.ts';
import type { Channel } from '../joining/invites.ts';

/** Whose data it is, as other features know a person. */
export interface Person {
  memberId: string;
  /** All chats that were ever linked to the member and still are the member's. */
  addresses: readonly { channel: Channel; address: string }[];
}

/**
 * What one feature keeps about a person: each feature tells and wipes its own tables, and is handed to people by
 * the composer.
 */
export interface PersonalData {
  /** As one or more entries of the member's own copy. */
  tell(sql: Sql, person: Person): Promise<Record<string, unknown>>;
  /** Inside the transaction that erases the member. Returns how many rows went, under short words for a report. */
  erase(sql: Sql, person: Person): Promise<Record<string, number>>;
}
