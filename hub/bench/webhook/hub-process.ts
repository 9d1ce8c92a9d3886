/** The web side of a hub as the program starts it, in a process of its own. Started by webhook.ts. */
import { readConfig } from '../../config.ts';
import { start, type RunningHub } from '../../main.ts';
import type { Environment } from '../installation.ts';
import { answerOrders } from '../part.ts';

/** The first opens the hub and is answered with its address; the second counts what it has stored. */
export type HubOrder = { environment: Environment } | 'stored';

let running: RunningHub | undefined;

async function obey(order: HubOrder): Promise<string | number> {
  if (order === 'stored') {
    const [row] = await running!.hub.database.query<{ count: number }>(
      `select count(*) as count from inbound_event where channel = 'zalo'`,
    );
    return row!.count;
  }
  running = await start(readConfig(order.environment), { roles: ['web'] });
  return running.url;
}

if (process.argv[2] === 'bench') answerOrders(obey, async () => await running?.stop());
