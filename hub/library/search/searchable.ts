import type { DocumentName } from '../document-name.ts';
import type { Passage } from '../structure/passages.ts';

/** A document as it is searched. */
export interface Searchable extends DocumentName {
  text: string;
  passages: readonly Passage[];
  /** False once another has taken its place: what is in force comes before it. */
  inForce: boolean;
}

/** Whether somebody may read a document. Of one that may not be read nothing is scored, named or told. */
export type MayRead<Document extends Searchable = Searchable> = (document: Document) => boolean;
