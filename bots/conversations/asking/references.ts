import type { Button } from '../../../hub/channels/index.ts';
import { idFromShort, shortId } from '../../../hub/platform/ids.ts';

const verbs = ['more', 'read', 'near', 'helped', 'not', 'why', 'hand', 'send', 'keep', 'search'] as const;
/** What can be done with an answer. `hand` asks whether the question goes to the secretary, `send` lets it go. */
export type AnswerVerb = (typeof verbs)[number];

export interface AnswerReference {
  verb: AnswerVerb;
  /** The answer. */
  id: string;
  /** The number of a citation or of a near document, from 1; a reason. */
  what: string;
}

export function buttonFor(label: string, verb: AnswerVerb, id: string, what: number | string = ''): Button {
  return { label, payload: ['asking', verb, shortId(id), ...(what === '' ? [] : [what])].join(':') };
}

/** Never trusted: the answer is looked up under whoever presses. */
export function referenceIn(payload: string): AnswerReference | null {
  const [topic, verb, short = '', what = ''] = payload.split(':');
  const known = verbs.find((each) => each === verb);
  const id = idFromShort(short);
  return topic === 'asking' && known && id ? { verb: known, id, what } : null;
}
