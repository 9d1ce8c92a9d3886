import { DomainError } from '../platform/errors.ts';

/** A folder of documents that is not there or may not be read. */
export class UnreadableFolder extends DomainError {
  constructor(folder: string) {
    super('assistant.unreadable-folder', { status: 422, facts: { folder } });
  }
}

/** Empty, or longer than 1,000 characters. */
export class QuestionInvalid extends DomainError {
  constructor() {
    super('assistant.question-invalid', { status: 422 });
  }
}

/** There is none, it is not theirs, or it is older than thirty days. */
export class AnswerUnknown extends DomainError {
  constructor() {
    super('assistant.answer-unknown', { status: 404 });
  }
}

/** Each answer is judged once. */
export class AlreadyJudged extends DomainError {
  constructor() {
    super('assistant.already-judged', { status: 409 });
  }
}

/** There is none, or it is not theirs to decide. */
export class GapUnknown extends DomainError {
  constructor() {
    super('assistant.gap-unknown', { status: 404 });
  }
}
