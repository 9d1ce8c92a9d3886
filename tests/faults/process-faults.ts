import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../support/process.ts';
import { killHub, type Fault } from './broadcast.ts';
import { clearDisk, fillDisk } from './database-faults.ts';
import type { PrivateServers } from './servers.ts';

/** The worker is killed again and again, at moments of the broadcast that nobody chose. */
export function kills(times: number): Fault {
  return {
    name: times === 1 ? 'SIGKILL' : `${times} SIGKILLs`,
    async strike(scene) {
      const from = await scene.messages();
      const left = Math.max(0, scene.people - from);
      for (let kill = 1; kill <= times; kill += 1) {
        const part = (0.85 * (kill - Math.random())) / times;
        const due = from + Math.floor(left * part);
        await until(async () => (await scene.messages()) >= due, 60_000, `progress before kill ${kill}`);
        await killHub(scene);
      }
    },
  };
}

/** The worker is killed when much has gone and nothing of it is written down: all of it is in doubt. */
export function killUnwritten(): Fault {
  return {
    name: 'SIGKILL before anything was written down',
    prepare: async ({ house }) => await fillDisk(house),
    strike: async (scene) => await killHub(scene, async () => await clearDisk(scene.house)),
  };
}

export function killEverything({ postgres, redis }: PrivateServers): Fault {
  return {
    name: 'SIGKILL of everything',
    async strike(scene) {
      await killHub(scene, async () => {
        await Promise.all([postgres.stop('immediate'), redis.stop()]);
        await Promise.all([postgres.start(), redis.start()]);
      });
    },
  };
}

export function redisLost({ redis }: PrivateServers, lastsMs: number): Fault {
  return {
    name: 'Redis emptied and restarted',
    async strike() {
      await redis.empty();
      await redis.stop();
      await sleep(lastsMs);
      await redis.start();
    },
  };
}
