import type { Actor } from '../../platform/audit.ts';
import type { UnitName } from '../port.ts';

/**
 * `asked`: another administrator is to agree. `agreed`: its author is told, and who asked may see once. `expired`: nobody
 * agreed in time, or nobody looked.
 */
export type UnsealingState = 'asked' | 'agreed' | 'seen' | 'withdrawn' | 'refused' | 'expired';

export interface Administrator {
  id: string;
  code: string;
  fullName: string;
}

/** Two administrators deciding that one of them sees who said something in confidence. */
export interface Unsealing {
  id: string;
  /** The item's id, its number, and who answers for it. */
  item: { id: string; number: string; unit: UnitName };
  state: UnsealingState;
  askedBy: Administrator;
  /** Instants, in ISO 8601. */
  askedAt: string;
  reason: string;
  basis: string;
  agreedBy: Administrator | null;
  agreedAt: string | null;
  /** By when it is to be agreed to, or seen; null where nothing is waited for. */
  until: string | null;
  /** Its author has been told, or no chat took the word yet: from then on it may be seen. */
  told: boolean;
}

/** What an administrator gives to see who said something. */
export interface UnsealingAsked {
  /** The item's number, or its id. */
  item: string;
  /** 20 to 500 characters; its author reads it. */
  reason: string;
  /** On what ground, such as the number of a document; 5 to 200 characters, read by its author too. */
  basis: string;
}

/**
 * The one door to a sealed link. Every verb is for administrators of the unit at the top of the tree in which the item
 * is, and for members alone: the operator is nobody of whom two could be told apart.
 *
 * All throw `may.not` for others, {@link FeedbackUnknown}, and {@link NotUnsealed} with why not.
 */
export interface UnsealingVerbs {
  /** The latest fifty, newest first, without those about what one answers or answered. */
  list(by: Actor): Promise<Unsealing[]>;
  /** How many wait for this member to agree; 0 for who is no such administrator. */
  waitingFor(memberId: string): Promise<number>;
  /** @throws {FeedbackInvalid} `grounds`, `basis` */
  ask(by: Actor, asked: UnsealingAsked): Promise<Unsealing>;
  /** By another than who asked, within 72 hours. From then on the author is told. Not from the command line. */
  agree(by: Actor, id: string): Promise<Unsealing>;
  /** Taken back by who asked; refused by another until it is agreed to, by who agreed until it is seen. */
  end(by: Actor, id: string): Promise<Unsealing>;
  /** By who asked, once, within 24 hours, after the author was told. Not from the command line. */
  see(by: Actor, id: string): Promise<{ number: string; author: { code: string; fullName: string } }>;
}
