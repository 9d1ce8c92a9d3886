import {
  cancelWaiting,
  recipients,
  tally,
  type Recipient,
  type Status,
  type Tally,
} from '../delivery/index.ts';
import { answers } from './answers.ts';
import { finder } from './find.ts';
import { sending, type SendingParts } from './sending.ts';

export interface NoticeStatus extends Tally {
  id: string;
  recipients: number;
  /** Codes of members whom no channel reaches, for the secretary; at most 1,000. */
  unreachable: string[];
  /** Codes of members given up after all attempts; at most 1,000. */
  failed: string[];
}

export type Notices = ReturnType<typeof notices>;

/** Notices and directives: sent, followed, reminded of, acknowledged, cancelled. */
export function notices(parts: SendingParts) {
  const { database, clock } = parts;
  const find = finder(database);

  /** The notice as it stands, in honest words; adds up to `recipients`. @throws {NoticeUnknown} */
  async function status(id: string): Promise<NoticeStatus> {
    const notice = await find(id);
    const cancelled = notice.cancelledAt !== null;
    const counts = await tally(database, id, { recipients: notice.recipients, cancelled });
    const lost = await recipients(database, id, { only: ['unreachable', 'failed'] });
    const codesOf = (wanted: Status) => lost.filter((row) => row.status === wanted).map((row) => row.member);
    return {
      id,
      recipients: notice.recipients,
      ...counts,
      unreachable: codesOf('unreachable'),
      failed: codesOf('failed'),
    };
  }

  /** Recipients by name, in the order of their codes, up to 1,000 after `after`. */
  async function recipientsOf(
    id: string,
    options: { only?: readonly Status[]; after?: string; limit?: number } = {},
  ): Promise<Recipient[]> {
    await find(id);
    return await recipients(database, id, options);
  }

  /** Stops what has not gone, reminders included. What a provider is being asked right now is left to its outcome. */
  async function cancel(id: string): Promise<{ id: string; cancelled: number }> {
    await find(id);
    return await database.transaction(async (sql) => {
      await sql.query(
        'update notice set cancelled_at = $2 where (id = $1 or reminds_id = $1) and cancelled_at is null',
        [id, clock()],
      );
      const reminders = await sql.query<{ id: string }>('select id from notice where reminds_id = $1', [id]);
      for (const reminder of reminders) await cancelWaiting(sql, reminder.id, 'cancelled');
      return { id, cancelled: await cancelWaiting(sql, id, 'cancelled') };
    });
  }

  /** The unit that issued a notice: who may read or steer it is decided there. */
  async function issuerOf(id: string): Promise<string> {
    return (await find(id)).unitId;
  }

  return { ...sending(parts, find), ...answers(parts, find), status, recipientsOf, cancel, issuerOf };
}
