import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './broadcast.ts';
import type { Misbehaviour } from './channel.ts';

interface Rule {
  what: Misbehaviour;
  /** Of the sends that meet it, from 0 to 1; default 1. */
  share?: number;
}

/** What providers do wrong for a while, all at the same time. What they may have shown without an answer counts as in flight. */
export function providerFaults(lastsMs: number) {
  const during = (id: string, name: string, rules: readonly Rule[]): Fault => ({
    id,
    name,
    befalls: ({ provider }) => provider !== null && rules.some(({ what }) => provider.can(what)),
    async strike({ channels, addInFlight }) {
      const live = channels.flatMap((channel) =>
        rules
          .filter(({ what }) => channel.provider?.can(what))
          .map(({ what, share = 1 }) => ({ channel, what, trouble: channel.provider!.begin(what, share) })),
      );
      await sleep(lastsMs);
      for (const { channel, what, trouble } of live) {
        trouble.remove();
        if ('shown' in what) addInFlight(channel, trouble.hits);
      }
    },
  });
  const silence = (kind: 'hang' | 'drop' | 'garbage', shown: boolean): Rule[] => [{ what: { kind, shown } }];
  const busy = (seconds: number | null, share: number): Rule => ({ what: { kind: 'busy', seconds }, share });
  const serverError: Misbehaviour = { kind: 'server-error' };
  return {
    serverErrors: during('5xx', '5xx storm', [{ what: serverError }]),
    halfServerErrors: during('half-5xx', '5xx to every second', [{ what: serverError, share: 0.5 }]),
    limits: during('limits', '429 storm, 1–30 s', [busy(lastsMs >= 10_000 ? 30 : 3, 0.02), busy(1, 0.3)]),
    unnamedLimits: during('unnamed-limits', 'told to wait, nobody says how long', [busy(null, 0.3)]),
    hang: during('hang', 'hang', silence('hang', true)),
    blackHole: during('black-hole', 'black hole', silence('hang', false)),
    halfClosed: during('half-closed', 'answers cut off', silence('drop', true)),
    garbage: during('garbage', 'garbage for an answer', silence('garbage', true)),
    outOfReach: {
      name: 'connections refused',
      befalls: ({ provider }) => provider !== null,
      async strike({ channels, addHeld }) {
        const providers = channels.flatMap(({ provider }) => provider ?? []);
        await addHeld();
        await Promise.all(providers.map((provider) => provider.close()));
        await addHeld();
        await sleep(lastsMs);
        await Promise.all(providers.map((provider) => provider.listen()));
      },
    },
  } satisfies Record<string, Fault>;
}

/** One after another, in the same broadcast. */
export function inTurn(name: string, ...faults: readonly Fault[]): Fault {
  return {
    name,
    async strike(scene) {
      for (const { strike } of faults) await strike(scene);
    },
  };
}
