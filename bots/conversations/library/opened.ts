import type { DocumentView } from '../../../hub/library/index.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { currentDocument } from './current.ts';

/** Whatever is shown of one document begins with opening it for whoever asks. */
export function openedDocuments(parts: Pick<ConversationParts, 'inbox' | 'library'>) {
  const { inbox, library } = parts;
  const current = currentDocument(parts);

  /**
   * Null where it is not in the library, or not for this reader: that has been said then. Numbers typed choose nothing of
   * what was shown before.
   */
  async function open(turn: Turn, memberId: string, id: string): Promise<DocumentView | null> {
    await inbox.setState(turn.event.channel, turn.event.address, null);
    const by = { memberId, via: 'chat' } as const;
    const document = await orRefuse(turn, async () => await library.reading.document(by, id));
    if (!document && (await current.of(turn))?.id === id) await current.forget(turn);
    return document;
  }

  return { open, keep: current.keep };
}
