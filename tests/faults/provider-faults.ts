import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultRule } from '../../bots/telegram/stand-in/index.ts';
import type { Fault, Scene } from './broadcast.ts';

/** What a provider does wrong for a while. What it may have shown without an answer counts as in flight. */
export function providerFaults(lastsMs: number): Record<string, Fault> {
  const during = (name: string, rules: (Omit<FaultRule, 'times'> & { silent?: boolean })[]): Fault => ({
    name,
    async strike(scene) {
      const live = rules.map(({ silent = false, ...rule }) => ({
        silent,
        fault: scene.standIn.fault({ times: 'always', ...rule }),
      }));
      await sleep(lastsMs);
      for (const { silent, fault } of live) {
        fault.remove();
        if (silent) scene.addInFlight(fault.hits);
      }
    },
  });
  return {
    serverErrors: during('5xx storm', [{ kind: { status: 502 } }]),
    halfServerErrors: during('5xx to every second', [{ probability: 0.5, kind: { status: 500 } }]),
    limits: during('429 storm, 1–30 s', [
      { probability: 0.02, kind: { status: 429, retryAfter: lastsMs >= 10_000 ? 30 : 3 } },
      { probability: 0.3, kind: { status: 429, retryAfter: 1 } },
    ]),
    hang: during('hang', [{ kind: { hang: true, deliver: true }, silent: true }]),
    blackHole: during('black hole', [{ kind: { hang: true, deliver: false }, silent: true }]),
    halfClosed: during('answers cut off', [{ kind: { drop: true, deliver: true }, silent: true }]),
    garbage: during('garbage for JSON', [{ kind: { garbage: true, deliver: true }, silent: true }]),
    outOfReach: {
      name: 'connections refused',
      async strike({ standIn, addInFlight }: Scene) {
        const asked = standIn.requests.received - standIn.requests.answered;
        await standIn.close();
        addInFlight(asked + 256);
        await sleep(lastsMs);
        await standIn.listen();
      },
    },
  };
}
