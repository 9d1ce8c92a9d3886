import type { Button, ConversationState } from '../../../hub/channels/index.ts';
import type { DocumentSummary } from '../../../hub/library/index.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { documentCalled, documentLine, shortened } from './document-words.ts';
import type { libraryFinding, FoundLine } from './finding.ts';
import { isShort, payloadFor, payloadForKind } from './references.ts';

/** A line to choose by its number. */
interface Line {
  text: string;
  label: string;
  payload: string;
}

/** As many as Zalo shows. */
const mostButtons = 5;
const mostKinds = 12;
const longestLabel = 60;

/** Lists of documents to choose from, by a button or by the number of a line. */
export function libraryLists(
  { inbox, library }: Pick<ConversationParts, 'inbox' | 'library'>,
  { search }: Pick<ReturnType<typeof libraryFinding>, 'search'>,
) {
  async function showNew(turn: Turn, memberId: string): Promise<void> {
    const { say, reply } = turn;
    const fresh = await library.reading.whatsNew(memberId);
    if (fresh.length === 0) {
      await stand(turn, null);
      return await reply.text(say('library-talk-nothing-new'), [
        { label: say('button-library-kinds'), payload: 'library:kinds' },
        { label: say('button-library-find'), payload: 'library:words' },
      ]);
    }
    await show(turn, {
      heading: say('library-talk-new', { count: fresh.length }),
      lines: fresh.map(lineOf(turn)),
    });
    await library.reading.markSeen(memberId);
  }

  async function showKinds(turn: Turn, memberId: string): Promise<void> {
    const { say, reply } = turn;
    const { kinds } = await library.reading.browse({ memberId, via: 'chat' }, {});
    const named = kinds.filter(({ name }) => name !== '').slice(0, mostKinds);
    if (named.length === 0) return await reply.text(say('library-talk-empty'));
    await show(turn, {
      heading: say('library-talk-kinds'),
      lines: named.map(({ name, count }) => ({
        text: say('library-talk-kind', { name, count }),
        label: shortened(name, longestLabel),
        payload: payloadForKind(name, 1),
      })),
    });
  }

  async function showKind(
    turn: Turn,
    memberId: string,
    { name, page }: { name: string; page: number },
  ): Promise<void> {
    const { say, reply } = turn;
    const browsed = await library.reading.browse({ memberId, via: 'chat' }, { kind: name, page });
    if (browsed.documents.length === 0) return await reply.text(say('library-talk-empty'));
    await show(turn, {
      heading: say('library-talk-of-kind', { name, total: browsed.total, page, pages: browsed.pages }),
      lines: browsed.documents.map(lineOf(turn)),
      more: page < browsed.pages ? payloadForKind(name, page + 1) : null,
    });
  }

  async function showFound(turn: Turn, memberId: string, words: string): Promise<void> {
    const { say, reply } = turn;
    const found = await orRefuse(turn, async () => await search({ memberId, via: 'chat' }, words));
    if (!found) return;
    const { lines, whole } = found;
    const notYet = whole ? '' : `\n${say('library-talk-names-alone')}`;
    if (lines.length === 0) {
      await stand(turn, null);
      return await reply.text(`${say('library-talk-none-found', { words })}${notYet}`, [
        { label: say('button-ask'), payload: 'ask' },
        { label: say('button-library-kinds'), payload: 'library:kinds' },
      ]);
    }
    await show(turn, {
      heading: `${say('library-talk-found', { words: shortened(words, 80) })}${notYet}`,
      lines: lines.map(foundLine(turn)),
    });
  }

  /** @param text what stands over it where a document was named, and the place that is opened in the one that is chosen */
  async function showNamed(
    turn: Turn,
    documents: readonly FoundLine['document'][],
    place: string,
  ): Promise<void> {
    const lines = documents.slice(0, 8).map((document) => ({
      text: documentLine(document, turn.say),
      label: labelOf(document),
      payload: place === '' ? payloadFor('open', document.id) : payloadFor('place', document.id, place),
    }));
    await show(turn, { heading: turn.say('library-talk-which'), lines });
  }

  async function show(
    turn: Turn,
    { heading, lines, more = null }: { heading: string; lines: readonly Line[]; more?: string | null },
  ): Promise<void> {
    const { say, reply } = turn;
    await stand(turn, { step: 'library-list', payloads: lines.map(({ payload }) => payload), more });
    const numbered = lines.map(({ text }, index) => `${index + 1}. ${text}`);
    const shown = lines
      .slice(0, more === null ? mostButtons : mostButtons - 1)
      .filter(({ payload }) => isShort(payload))
      .map(({ label, payload }): Button => ({ label, payload }));
    const isMore = more !== null && isShort(more);
    await reply.list(
      [
        heading,
        ...numbered,
        '',
        more === null ? say('library-talk-choose') : say('library-talk-choose-more'),
      ].join('\n'),
      [...shown, ...(isMore ? [{ label: say('button-library-more'), payload: more }] : [])],
    );
  }

  /** What a number typed stands for; null: nothing in the list. */
  function chosen(state: ConversationState, number: number): string | null {
    return (state['payloads'] as string[])[number - 1] ?? null;
  }

  async function stand({ event }: Turn, state: ConversationState | null): Promise<void> {
    await inbox.setState(event.channel, event.address, state);
  }

  return { showNew, showKinds, showKind, showFound, showNamed, chosen };
}

const lineOf =
  ({ say }: Turn) =>
  (document: DocumentSummary): Line => ({
    text: documentLine(document, say),
    label: labelOf(document),
    payload: payloadFor('open', document.id),
  });

const foundLine =
  ({ say }: Turn) =>
  ({ document, place }: FoundLine): Line => ({
    text: place
      ? say('library-talk-place', { document: documentLine(document, say), locator: place.locator })
      : documentLine(document, say),
    label: labelOf(document),
    payload: place ? payloadFor('read', document.id, place.start) : payloadFor('open', document.id),
  });

function labelOf(document: FoundLine['document']): string {
  return shortened(documentCalled(document), longestLabel);
}
