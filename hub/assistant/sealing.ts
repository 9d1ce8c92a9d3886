import type { Keys } from '../platform/keys.ts';
import type { AssistantReply } from './port.ts';

/** What is kept of a question: for its buttons, and for what is asked after it. */
export interface KeptContent {
  /** As it was typed. */
  question: string;
  /** As it stands by itself: with what it was asked after. */
  sought: string;
  /** The answer it was asked after. */
  after: string | null;
  reply: AssistantReply;
}

/** Bound to its row: an answer that is moved to another row, or another person's, does not open. */
export function sealing(keys: Keys) {
  return {
    seal: (id: string, content: KeptContent): Buffer =>
      keys.seal('assistant-answer', id, JSON.stringify(content)),
    open: (id: string, sealed: Uint8Array): KeptContent =>
      JSON.parse(keys.open('assistant-answer', id, sealed)) as KeptContent,
  };
}
