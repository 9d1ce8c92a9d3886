import type { KnownDocument } from '../port.ts';
import { restoration } from './restoration.ts';

/** Learns the spelling of what is in the library, for what is typed without diacritics. */
export function learning(onProblem: (error: unknown) => void) {
  const { learn, restored, knows, close } = restoration(onProblem);
  const learnt = new Map<string, string>();

  function change(id: string, text: string): void {
    const before = learnt.get(id) ?? '';
    if (before === text) return;
    if (before !== '') learn(before, -1);
    if (text !== '') learn(text, 1);
    if (text === '') learnt.delete(id);
    else learnt.set(id, text);
  }

  return {
    put(documents: readonly KnownDocument[]) {
      // From its first passage on: what stands before is about the file.
      for (const { id, text, passages } of documents) change(id, text.slice(passages[0]?.start ?? 0));
    },
    remove(ids: readonly string[]) {
      for (const id of ids) change(id, '');
    },
    restored,
    knows,
    close,
  };
}
