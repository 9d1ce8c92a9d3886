import type { Assistant } from '../port.ts';

export interface AssistantPagesParts {
  assistant: Pick<Assistant, 'ask' | 'answer' | 'judge' | 'handOver' | 'gaps'>;
}

/** Where one asks. Every member's. */
export const askUrl = '/console/ask';
/** What was asked and not answered, for those who fill the library. */
export const gapsUrl = '/console/library/gaps';

/** @param id or `:id`, for the pattern of the address */
export function answerUrl(id: string, page: '' | '/judgement' | '/handing-over' = ''): string {
  return `${askUrl}/${id}${page}`;
}
