import { calendarDay, type Action } from '../../hub/people/index.ts';
import { mayOverTheCell, type Cast, type Person } from './cast.ts';
import type { Stage } from './stage.ts';

/** One request, as the door it goes through wants it. */
export interface Ask {
  url: string;
  json?: unknown;
  fields?: Record<string, string>;
  file?: { name: string; content: string };
  headers?: Record<string, string>;
}

export interface Rule {
  /** Who may pass: told by a right over the cell, or said outright. */
  may: (person: Person) => boolean;
  ask: (stage: Stage, person: Person, cast: Cast) => Promise<Ask> | Ask;
  /**
   * A list that everybody may ask for: what of the cell stands in it for those who may see it, and not for
   * others.
   */
  shows?: string;
  /** What tells in the answer that it was done, where the status alone does not. */
  done?: (answer: { headers: Record<string, unknown> }) => boolean;
  /** What somebody hears who may not; default 403. */
  refusal?: readonly number[];
  /** It stays open: only its head is waited for. */
  stream?: true;
}

export const today = calendarDay(new Date());
export const reason = 'Theo quyết định';
export const right = (action: Action) => (person: Person) => mayOverTheCell(person, action);
/** The right is asked over the cell and over another unit of the commune as well. */
export const fromAbove = (action: Action) => (person: Person) =>
  person.position === 'above' && mayOverTheCell(person, action);
/** Asked over the whole tree: nobody of the cast stands there. */
export const nobody = () => false;
export const everybody = () => true;
export const holders = ({ role }: Person) => role !== 'plain';
