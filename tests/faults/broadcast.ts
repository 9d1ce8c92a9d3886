import { join } from 'node:path';
import type { ChannelName } from '../../hub/channels/index.ts';
import { keysFrom, rootKey } from '../../hub/platform/keys.ts';
import { importMembers, withDatabase } from '../support/given.ts';
import {
  done,
  installation,
  startHub,
  until,
  type HubProcess,
  type Installation,
} from '../support/process.ts';
import type { FaultyChannel, LinkedMember } from './channel.ts';
import { openChannel } from './channels.ts';
import { accounts, held, type Account, type HeldSend } from './ledger.ts';

/** What a fault in the middle of a broadcast did to those who are linked on one channel. */
export interface Damage extends Account {
  fault: string;
  /** On whose screens nothing came. Nobody may be. */
  lost: number;
  /** Messages that came on a screen more often than once: never more than the ledger says. */
  realDuplicates: number;
  /** Sends that were claimed, asked or about to be, when the fault struck. */
  inFlight: number;
  /** From the end of the fault to the next message on somebody's screen; null: it was over before. */
  recoverySeconds: number | null;
  /** From the end of the fault to the last outcome in the ledger. */
  completeSeconds: number;
  /** Of the hub's processes, by themselves. */
  hubExits: number;
}

export interface Scene {
  house: Installation;
  /** As many people are linked on each. */
  channels: readonly FaultyChannel[];
  hub: HubProcess;
  /** In all. */
  people: number;
  /** That came since the last broadcast began, on all screens of all channels. */
  messages(): Promise<number>;
  /** Sends on a channel of which a fault let nobody know the outcome. */
  addInFlight(channel: FaultyChannel, count: number): void;
  /** What workers hold now may be such; by claims, so that one that is still there at the next fault counts once. */
  addHeld(): Promise<void>;
}

export interface Fault {
  name: string;
  /** By which a channel says that it is slow after this one. */
  id?: string;
  /** Can it befall this channel? Default: any. */
  befalls?: (channel: FaultyChannel) => boolean;
  /** Before the broadcast. */
  prepare?: (scene: Scene) => Promise<void>;
  /** Begins when a tenth has gone; resolves when the fault is over. */
  strike: (scene: Scene) => Promise<void>;
}

const roles = ['--roles', 'bots,worker'];
const patienceMs = 120_000;

/**
 * An installation with a hub of its own, and stand-ins that show what comes.
 *
 * @param people linked on each of the channels, and on no other
 * @param rate of sends on each, where the hub has a rate for the channel
 */
export async function openStage(
  names: readonly ChannelName[],
  { people, rate = 'unlimited' }: { people: number; rate?: string },
) {
  const channels = await Promise.all(names.map((name) => openChannel[name](rate)));
  const house = await installation(Object.assign({}, ...channels.map(({ settings }) => settings)));
  await importMembers(house, people * channels.length);
  await link(house, channels, people);
  const screens = screensOf(house, channels);
  let base = 0;
  let asked = channels.map(() => 0);
  let claims = new Map<string, HeldSend>();
  const scene: Scene = {
    house,
    channels,
    people: people * channels.length,
    hub: await startHub(house.environment, ...roles),
    messages: async () => sum(await screens.messages()) - base,
    addInFlight: (channel, count) => void (asked[channels.indexOf(channel)]! += count),
    async addHeld() {
      for (const send of await held(house)) claims.set(send.claim, send);
    },
  };

  /** One broadcast to everybody, with a fault in the middle of it. One damage for each channel. */
  async function under({ name, prepare, strike }: Fault): Promise<Damage[]> {
    await prepare?.(scene);
    const before = await screens.shown();
    base += await scene.messages();
    asked = channels.map(() => 0);
    claims = new Map();
    const { id } = await done<{ id: string }>(house.environment, ...notice(name));
    await until(async () => (await scene.messages()) > scene.people / 10, 60_000, 'the first tenth');
    await strike(scene);
    const ends = await watchTheEnd(id);
    const after = await screens.shown();
    return ends.map((end, index) => ({
      ...end,
      ...compared(before[index]!, after[index]!),
      fault: name,
      inFlight: inFlightOn(index),
      hubExits: hasExited(scene.hub) ? 1 : 0,
    }));
  }

  function inFlightOn(index: number): number {
    const crowds = [...claims.values()].map(({ number }) => Math.floor((number - 1) / people));
    return asked[index]! + crowds.filter((crowd) => crowd === index).length;
  }

  /** From the end of the fault until everybody's outcome is written down; the database may still be away. */
  async function watchTheEnd(noticeId: string): Promise<End[]> {
    const over = performance.now();
    const seconds = () => (performance.now() - over) / 1_000;
    const then = await screens.messages();
    const recovery: (number | null)[] = channels.map(() => null);
    const complete: (number | null)[] = channels.map(() => null);
    const final = await until(
      async () => {
        const now = await screens.messages();
        for (const [index, count] of now.entries()) if (count > then[index]!) recovery[index] ??= seconds();
        const stand = await accounts(house, noticeId, { channels: names, people }).catch(() => []);
        for (const [index, { waiting }] of stand.entries()) if (waiting === 0) complete[index] ??= seconds();
        return complete.every((each) => each !== null) && stand.length > 0 && stand;
      },
      patienceMs,
      'the last outcome',
    );
    return final.map((account, index) => ({
      ...account,
      recoverySeconds: recovery[index]!,
      completeSeconds: complete[index]!,
    }));
  }

  return {
    scene,
    under,
    /** The hub with other settings than commands and the test have. */
    async restart(settings: Record<string, string>) {
      await scene.hub.end();
      scene.hub = await startHub({ ...house.environment, ...settings }, ...roles);
    },
    async close() {
      const code = await scene.hub.end();
      await Promise.all(channels.map(async ({ provider }) => await provider?.close()));
      await house.remove();
      return code;
    },
  };
}

type End = Omit<Damage, 'fault' | 'lost' | 'realDuplicates' | 'inFlight' | 'hubExits'>;

/** @param before how many messages stood on each screen */
function compared(before: readonly number[], after: readonly number[]) {
  const came = after.map((count, person) => count - before[person]!);
  const lost = came.filter((count) => count === 0).length;
  return { lost, realDuplicates: sum(came) - (came.length - lost) };
}

const hasExited = ({ child }: HubProcess) => child.exitCode !== null || child.signalCode !== null;

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

function notice(title: string): string[] {
  const words = ['--title', title, '--body', 'Nội dung'];
  return ['notice', 'send', '--from', 'O', '--unit', 'X', ...words, '--ack', '--chase', 'none'];
}

/** The first so many members on the first channel, and so on. */
async function link(house: Installation, channels: readonly FaultyChannel[], people: number): Promise<void> {
  const keys = keysFrom(rootKey(undefined, join(house.dataDir, 'keys')));
  await withDatabase(house, async (database) => {
    const members = await database.query<LinkedMember>(
      `select id, substr(code, 2)::int as number from member where code like 'M%' order by code`,
    );
    for (const [index, channel] of channels.entries())
      await channel.link(members.slice(index * people, (index + 1) * people), { database, keys });
  });
}

/** What stands on all screens. A screen that lives in a database that is away shows what it showed last. */
function screensOf(house: Installation, channels: readonly FaultyChannel[]) {
  const seen = channels.map(() => 0);
  return {
    shown: async () => await Promise.all(channels.map(async (channel) => await channel.shown(house))),
    async messages(): Promise<number[]> {
      for (const [index, channel] of channels.entries())
        seen[index] = await Promise.resolve(channel.messages(house)).catch(() => seen[index]!);
      return [...seen];
    },
  };
}

/** The hub's process dies and another is started, after what else is to go down with it. */
export async function killHub(scene: Scene, meanwhile?: () => Promise<void>): Promise<void> {
  await scene.hub.end('SIGKILL');
  await scene.addHeld();
  await meanwhile?.();
  scene.hub = await startHub(scene.house.environment, ...roles);
}
