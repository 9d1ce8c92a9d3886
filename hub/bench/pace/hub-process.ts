/** A hub as the program starts it, without pages, in a process of its own. Started by lanes.ts and pacing.ts. */
import { readConfig } from '../../config.ts';
import { start, type Role, type RunningHub } from '../../main.ts';
import { operator } from '../../platform/audit.ts';
import type { Environment } from '../installation.ts';
import { answerOrders } from '../part.ts';
import { benchOfficer, giveRecipients } from '../recipients.ts';

export type HubOrder =
  | {
      environment: Environment;
      roles: Role[];
      /** How many to make; 0 where another process made them. */
      recipients: number;
    }
  /** A notice to everybody of these units. Answers with {@link Sent}. */
  | { send: string[] }
  /** How many of these notices' recipients the ledger calls handed over. Answers with {@link Standing}. */
  | { notices: string[] };

export interface Sent {
  ids: string[];
}

export interface Standing {
  handedOver: number;
}

/** Fifty in the first cell: the small unit of issue C. */
const enlargeFirstCell = `
  update membership set unit_id = (select id from unit where code = 'C1')
  from member where member.id = member_id and member.code in (select 'M' || n from generate_series(41, 50) n)`;

let running: RunningHub | undefined;

async function obey(order: HubOrder): Promise<object> {
  if ('environment' in order) {
    running = await start(readConfig(order.environment), { roles: order.roles });
    if (order.recipients > 0) {
      await giveRecipients(running.hub.database, order.recipients);
      await running.hub.database.query(enlargeFirstCell);
    }
    return {};
  }
  const { notices } = running!.hub;
  if ('send' in order) {
    const ids: string[] = [];
    for (const unit of order.send) {
      const about = { title: 'Thông báo đo nhịp gửi', body: 'Nội dung thông báo.', wantsAck: true };
      ids.push((await notices.send({ from: benchOfficer, unit, ...about })).id);
    }
    return { ids } satisfies Sent;
  }
  let handedOver = 0;
  for (const id of order.notices) handedOver += await handedOverOf(notices, id);
  return { handedOver } satisfies Standing;
}

async function handedOverOf(notices: RunningHub['hub']['notices'], id: string): Promise<number> {
  const { byStatus } = await notices.status(operator, id);
  return byStatus.handed_over + byStatus.delivered + byStatus.seen + byStatus.acknowledged;
}

if (process.argv[2] === 'bench') answerOrders(obey, async () => await running?.stop());
