import type { Button } from '../../../hub/channels/index.ts';
import { idFromShort, shortId } from '../../../hub/platform/ids.ts';

/** What a button of ours is about: a consultation, and a question or something else to be done. */
export interface Reference {
  id: string;
  /** Empty: to answer it. */
  verb: string;
  /** Of `answer`: which question, and what. */
  number: number;
  what: string;
}

/** `consult:ID`, `consult:ID:send`, `consult:ID:answer:3:1`; null for what is none of ours. */
export function referenceIn(payload: string): Reference | null {
  const [topic, short = '', verb = '', number = '', what = ''] = payload.split(':');
  const id = topic === 'consult' ? idFromShort(short) : null;
  return id === null ? null : { id, verb, number: Number(number), what };
}

export function buttonFor(id: string, label: string, ...rest: readonly (string | number)[]): Button {
  return { label, payload: ['consult', shortId(id), ...rest].join(':') };
}
