import { DomainError } from '../platform/errors.ts';

/** A file of documents or questions to measure with that is missing, or has a line that is no such row. */
export class UnreadableEvaluation extends DomainError {
  /** @param line from 1; 0 where the whole file cannot be read */
  constructor(file: string, line: number) {
    super('library.unreadable-evaluation', { status: 422, facts: { file, line } });
  }
}
