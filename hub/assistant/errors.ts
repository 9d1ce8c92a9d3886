import { DomainError } from '../platform/errors.ts';

/** A folder of documents that is not there or may not be read. */
export class UnreadableFolder extends DomainError {
  constructor(folder: string) {
    super('assistant.unreadable-folder', { status: 422, facts: { folder } });
  }
}
