import { withoutDiacritics } from '../../platform/folding.ts';
import type { Searchable } from './searchable.ts';
import { folded } from './syllables.ts';

/** How a document may be called in a question, folded. */
export interface Naming {
  /** As it is printed: `57-nq/tw`. */
  number: string;
  /** `57 nq tw`. */
  spokenNumber: string;
  title: string;
  issuer: string;
}

export function documentNaming({ number, title, issuer }: Searchable): Naming {
  return {
    number: withoutDiacritics(number),
    spokenNumber: folded(number),
    title: folded(title),
    issuer: folded(issuer),
  };
}
