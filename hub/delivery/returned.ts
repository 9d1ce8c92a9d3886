import type { ChannelName } from '../channels/index.ts';
import type { Sql } from '../platform/database/index.ts';
import type { DeliveryParts } from './delivery.ts';
import { revive } from './revive.ts';

/** A letter that a server had taken came back. */
export interface ReturnedLetter {
  noticeId: string;
  memberId: string;
  /** There is no such mailbox any more: nothing else is sent there. */
  mailboxGone: boolean;
  /** In the codes of the report, such as `5.1.1`. */
  status: string;
}

/**
 * What had been handed over and came back was not delivered after all: it goes on another channel, or ends on the list
 * of those who were not reached. After an acknowledgement nothing of that changes, and of somebody else's letter nothing
 * at all. May be told twice.
 */
export function returned({ database, people, queues, channels, clock }: DeliveryParts) {
  /** True where the ledger knows the letter. */
  async function letterReturned(letter: ReturnedLetter): Promise<boolean> {
    const { noticeId, memberId, mailboxGone, status } = letter;
    const [delivery] = await database.query<{ handedOverAt: Date | null }>(findLetter, [noticeId, memberId]);
    if (!delivery) return false;
    // First the mailbox: what goes on from here must not go there again.
    if (mailboxGone && delivery.handedOverAt) await people.mailbox.gone(memberId, delivery.handedOverAt);
    const others = [...channels().keys()].filter((name) => name !== 'email');
    const goesOn = await database.transaction((sql) => giveUp(sql, { noticeId, memberId, status, others }));
    if (goesOn) await queues.ring('deliver');
    return true;
  }

  async function giveUp(
    sql: Sql,
    { noticeId, memberId, status, others }: Omit<ReturnedLetter, 'mailboxGone'> & { others: ChannelName[] },
  ): Promise<boolean> {
    const reason = `returned: ${status}`.slice(0, 80);
    const changed = await sql.query(notDelivered, [noticeId, memberId, reason]);
    if (changed.length === 0) return false;
    const where = 'delivery.notice_id = $1 and delivery.member_id = $2';
    const revived = await revive(
      sql,
      { where, values: [noticeId, memberId] },
      { now: clock(), channels: others },
    );
    return revived.length > 0;
  }

  return { letterReturned };
}

const findLetter = `
  select handed_over_at as "handedOverAt" from delivery
  where notice_id = $1 and member_id = $2 and channel = 'email'`;

const notDelivered = `
  update delivery set state = 'unreachable', reason = $3, handed_over_at = null
  where notice_id = $1 and member_id = $2 and channel = 'email'
    and state = 'handed_over' and acknowledged_at is null
  returning member_id`;
