import type { Sql } from '../../platform/database/index.ts';
import type { Digests } from '../digest.ts';
import { whoHad } from './withdraw.ts';

/**
 * Tells those who have a directive on its way that it holds no more, each once. Inside the caller's transaction, who
 * rings `deliver` afterwards. Returns how many are told.
 *
 * @param ids the notice that was withdrawn, first, and those that had passed it on
 */
export async function tellWithdrawn(sql: Sql, { send }: Digests, ids: readonly string[]): Promise<number> {
  const [notice] = await sql.query<{
    id: string;
    unitId: string;
    senderId: string;
    urgent: boolean;
    title: string;
    unit: string;
    root: boolean;
  }>(
    `select notice.id, unit_id as "unitId", sender_id as "senderId", urgent, title, unit.name as unit,
       root_id is null as root
     from notice join unit on unit.id = unit_id where notice.id = $1`,
    [ids[0]],
  );
  const memberIds = await whoHad(sql, ids);
  if (!notice || memberIds.length === 0) return 0;
  const { title, unit, root, id, ...rest } = notice;
  return await send(
    {
      ...rest,
      memberIds,
      key: `cascade withdrawn ${id}`,
      text: (say) => ({
        title: say('cascade-withdrawn-title'),
        body: root
          ? say('cascade-withdrawn', { title, unit })
          : say('cascade-withdrawn-level', { title, unit }),
      }),
    },
    sql,
  );
}
