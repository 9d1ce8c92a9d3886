import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStage, type Damage, type Fault } from './broadcast.ts';
import { killUnwritten } from './process-faults.ts';
import { brokenPromises } from './promises.ts';
import { inTurn, providerFaults } from './provider-faults.ts';

/**
 * What touches an adapter most, for every channel but Telegram (faults.test.ts), at the same time: one hub, one
 * broadcast, forty people on each, and all providers fail together. The long form is `npm run faults -- --channel NAME`.
 */
const channels = ['zalo', 'zalo_bot', 'email', 'push', 'web'] as const;
const people = 40;
/** The long form is stricter: here the machine is busy with other tests. */
const recoverySeconds = 30;

let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  stage = await openStage(channels, { people, rate: '15/s' });
}, 120_000);

afterAll(async () => {
  expect(await stage.close()).toBe(0);
}, 60_000);

/** Every promise was kept on every channel. */
async function under(fault: Fault): Promise<Damage[]> {
  const damages = await stage.under(fault);
  expect(damages.map(({ channel, recipients }) => ({ channel, recipients }))).toEqual(
    channels.map((channel) => ({ channel, recipients: people })),
  );
  expect(damages.flatMap((damage) => brokenPromises(damage, { recoverySeconds }))).toEqual([]);
  return damages;
}

const { serverErrors, limits, halfClosed, garbage, hang } = providerFaults(1_000);
const { outOfReach: hungUpOn } = providerFaults(200);

test('nobody is lost on any channel whose provider breaks, and then tells us to wait', async () => {
  // Zalo, which names no wait, holds all until the next minute: tests/zalo/delivery shows it with a clock of ours.
  const damages = await under(inTurn('refusals', serverErrors, limits));
  expect(damages).toEqual(
    channels.map(() => expect.objectContaining({ realDuplicates: 0, ledgerDuplicates: 0 })),
  );
}, 150_000);

test('nobody is lost or sent it twice uncounted on any channel that cuts off, talks nonsense, hangs and hangs up', async () => {
  const damages = await under(inTurn('silences', halfClosed, garbage, hang, hungUpOn));
  const unheard = damages.filter(({ inFlight }) => inFlight > 0).map(({ channel }) => channel);
  // Those with a rate of ours are in the middle of it for certain.
  expect(unheard).toEqual(expect.arrayContaining(['zalo', 'zalo_bot', 'email']));
}, 150_000);

test('killed before anything was written down, the hub asks all again, and our own chat shows it once', async () => {
  const damages = await under(killUnwritten());
  expect(damages.some(({ ledgerDuplicates }) => ledgerDuplicates > 0)).toBe(true);
  expect(damages.find(({ channel }) => channel === 'web')).toMatchObject({ realDuplicates: 0 });
}, 150_000);
