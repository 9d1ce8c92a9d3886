import type { Button } from '../../../hub/channels/index.ts';
import { DomainError } from '../../../hub/platform/errors.ts';
import type { ConversationParts, Turn } from '../turn.ts';
import { currentDocument } from './current.ts';
import { documentNamed } from './document-words.ts';

/** What `/vanban` opens: what waits, what is new, what one was reading, and the ways to find more. */
export function libraryMenu(
  parts: Pick<ConversationParts, 'inbox' | 'library'>,
  countWaiting: (turn: Turn, memberId: string) => Promise<number>,
) {
  const { inbox, library } = parts;
  const current = currentDocument(parts);

  async function show(turn: Turn, memberId: string): Promise<void> {
    const { event, say, reply } = turn;
    const by = { memberId, via: 'chat' } as const;
    await inbox.setState(event.channel, event.address, null);
    const [waiting, fresh, { total }] = [
      await countWaiting(turn, memberId),
      await library.reading.whatsNew(memberId),
      await library.reading.browse(by, {}),
    ];
    const reading = await current.of(turn);
    const begun = reading?.at ? await titleOf(by, reading.id) : null;
    const lines = [
      say('library-talk-waiting', { count: waiting }),
      say('library-talk-menu', { total, fresh: fresh.length }),
      begun === null ? '' : say('library-talk-begun', { document: begun }),
      total === 0 ? '' : say('library-talk-how'),
    ];
    await reply.text(lines.filter((line) => line !== '').join('\n'), [
      ...(waiting > 0 ? [{ label: say('button-waiting'), payload: 'waiting' }] : []),
      { label: say('button-library-find'), payload: 'library:words' },
      { label: say('button-library-kinds'), payload: 'library:kinds' },
      { label: say('button-library-new', { count: fresh.length }), payload: 'library:new' },
      ...(begun === null
        ? []
        : [{ label: say('button-library-resume'), payload: 'library:resume' } satisfies Button]),
    ]);
  }

  /** Null where it is not in the library any more, or not for them. */
  async function titleOf(by: { memberId: string; via: 'chat' }, id: string): Promise<string | null> {
    try {
      return documentNamed(await library.reading.document(by, id));
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  return { show };
}
