import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../support/process.ts';
import { killHub, type Fault } from './broadcast.ts';
import type { PrivateServers } from './servers.ts';

/** The worker is killed again and again, at moments of the broadcast that nobody chose. */
export function kills(times: number): Fault {
  return {
    name: times === 1 ? 'SIGKILL' : `${times} SIGKILLs`,
    async strike(scene) {
      const from = scene.standIn.stats().messages;
      for (let kill = 1; kill <= times; kill += 1) {
        const part = (0.85 * (kill - Math.random())) / times;
        const due = from + Math.floor(scene.people * 0.9 * part);
        await until(() => scene.standIn.stats().messages >= due, 60_000, `progress before kill ${kill}`);
        await killHub(scene);
      }
    },
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
