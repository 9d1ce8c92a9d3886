import type { Sql } from '../platform/database/index.ts';
import { isId } from '../platform/ids.ts';
import { NoticeUnknown } from './errors.ts';

/** A notice as the feature's own verbs need it. */
export interface NoticeRow {
  id: string;
  unitId: string;
  senderId: string;
  title: string;
  wantsAck: boolean;
  urgent: boolean;
  expiresAt: Date | null;
  recipients: number;
  remindsId: string | null;
  cancelledAt: Date | null;
  compactedAt: Date | null;
  /** Goes level by level; `rootId` is where that began, null for the beginning itself. */
  cascade: boolean;
  rootId: string | null;
}

const noticeColumns = `id, unit_id as "unitId", sender_id as "senderId", title, wants_ack as "wantsAck", urgent,
  expires_at as "expiresAt", recipients, reminds_id as "remindsId", cancelled_at as "cancelledAt",
  compacted_at as "compactedAt", cascade, root_id as "rootId"`;

export type Find = ReturnType<typeof finder>;

/**
 * Looks a notice up by its id as typed. A digest is for nobody but its readers.
 *
 * @throws {NoticeUnknown} also for what is no id at all
 */
export function finder(sql: Sql) {
  return async (id: string): Promise<NoticeRow> => {
    const [row] = isId(id)
      ? await sql.query<NoticeRow>(
          `select ${noticeColumns} from notice where id = $1 and kind not in ('digest', 'meeting')`,
          [id],
        )
      : [];
    if (!row) throw new NoticeUnknown(id);
    return row;
  };
}
