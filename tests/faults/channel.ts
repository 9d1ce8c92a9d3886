import type { ChannelName } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import type { Keys } from '../../hub/platform/keys.ts';
import type { Installation } from '../support/process.ts';

/** What goes wrong between a hub and a provider. `shown`: the message is on the screen all the same. */
export type Misbehaviour =
  | { kind: 'server-error' }
  /** Whoever asks is told to wait for so many seconds; null: the provider names no wait. */
  | { kind: 'busy'; seconds: number | null }
  | { kind: 'hang' | 'drop' | 'garbage'; shown: boolean };

export interface Trouble {
  /** How many sends met it so far. */
  readonly hits: number;
  remove(): void;
}

/** A stand-in, as far as it can go wrong. */
export interface Provider {
  /** Does such a provider ever do this? */
  can(what: Misbehaviour): boolean;
  /** Until it is removed, sends meet this: all, or so many (a share from 0 to 1). */
  begin(what: Misbehaviour, share: number): Trouble;
  /** Again where it listened before. */
  listen(): Promise<unknown>;
  /** Takes no connections, and ends those there are. */
  close(): Promise<void>;
}

export interface LinkedMember {
  id: string;
  /** From 1, in the whole installation. */
  number: number;
}

/** A channel that a broadcast goes over while something goes wrong. */
export interface FaultyChannel {
  name: ChannelName;
  /** Lead a hub's process to the stand-in. */
  settings: Record<string, string>;
  /** Links them as the real way would, in a few statements for all; before any hub runs. */
  link(members: readonly LinkedMember[], at: { database: Database; keys: Keys }): Promise<void>;
  /** Null where it is our own database: then nothing but that can go wrong. */
  provider: Provider | null;
  /** Messages that came so far, on all screens. */
  messages(house: Installation): number | Promise<number>;
  /** The same on each screen, in the order in which they were linked. */
  shown(house: Installation): readonly number[] | Promise<readonly number[]>;
  /** By the id of a fault: where sends go on later than ten seconds after its end, and why they must. */
  slow: Readonly<Record<string, { seconds: number; why: string }>>;
}
