import { newId } from '../../../hub/platform/ids.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import type { currentDocument } from './current.ts';
import { documentCalled } from './document-words.ts';
import { buttonFor } from './references.ts';

/** A document as the file it came in; where the channel takes no such file, the way to its page. */
export function sendingDocuments(
  {
    library,
    people,
    channels,
    signInUrl,
  }: Pick<ConversationParts, 'library' | 'people' | 'channels' | 'signInUrl'>,
  current: ReturnType<typeof currentDocument>,
) {
  async function send(turn: Turn, memberId: string, id: string): Promise<void> {
    const { event, say, reply } = turn;
    const by = { memberId, via: 'chat' } as const;
    const document = await orRefuse(turn, async () => await library.reading.document(by, id));
    if (!document) return;
    await current.keep(turn, { id, at: null });
    const { name, mediaType, bytes } = document.file;
    const fits = bytes <= (channels.get(event.channel)?.limits.fileBytes ?? 0);
    const content = async () => (await library.reading.original(by, id)).content;
    const file = { id: newId(), name, mediaType, bytes, uploadedAs: null, content };
    if (fits && (await reply.file(file))) return;
    const { token } = await people.signInLink(by, (await people.member(memberId)).code, {
      forOwnPages: true,
    });
    const url = await signInUrl(token, `/console/library/${id}`);
    await reply.text(say('library-talk-file-page', { document: documentCalled(document), url }), [
      buttonFor(say('button-library-read'), 'read', id, 0),
    ]);
  }

  return { send };
}
