import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import { documentCalled, documentCard, documentLine, relationSentence, shortened } from './document-words.ts';
import type { openedDocuments } from './opened.ts';
import { buttonFor, payloadFor } from './references.ts';

const mostOutlined = 40;

/** One document from outside: its card, its outline, and what came before and after it. */
export function documentCards(
  { inbox, library }: Pick<ConversationParts, 'inbox' | 'library'>,
  { open, keep }: ReturnType<typeof openedDocuments>,
) {
  async function showCard(turn: Turn, memberId: string, id: string): Promise<void> {
    const { say, reply } = turn;
    const document = await open(turn, memberId, id);
    if (!document) return;
    await keep(turn, { id, at: null });
    const related = document.relations.some(({ state }) => state !== 'rejected');
    await reply.text(documentCard(document, say), [
      buttonFor(say('button-library-read'), 'read', id, 0),
      ...(document.outline.length > 1 ? [buttonFor(say('button-library-outline'), 'outline', id)] : []),
      buttonFor(say('button-library-file'), 'file', id),
      ...(related ? [buttonFor(say('button-library-chain'), 'chain', id)] : []),
    ]);
  }

  /** @param from which of its lines comes first, from 0 */
  async function showOutline(turn: Turn, memberId: string, id: string, from = 0): Promise<void> {
    const { say, reply } = turn;
    const document = await open(turn, memberId, id);
    if (!document) return;
    await keep(turn, { id, at: null });
    const { outline } = document;
    const some = outline.slice(from, from + mostOutlined);
    if (some.length === 0)
      return await reply.text(say('library-talk-no-outline'), [
        buttonFor(say('button-library-read'), 'read', id, 0),
      ]);
    const payloads = some.map(({ start }) => payloadFor('read', id, start));
    await inbox.setState(turn.event.channel, turn.event.address, {
      step: 'library-list',
      payloads,
      more: null,
    });
    const lines = some.map(
      ({ label, title, depth }, index) =>
        `${index + 1}. ${'· '.repeat(Math.min(depth, 3))}${label}${title === '' ? '' : `: ${shortened(title, 90)}`}`,
    );
    const hasMore = from + mostOutlined < outline.length;
    await reply.list(
      [
        say('library-talk-outline', { document: documentCalled(document) }),
        ...lines,
        '',
        say('library-talk-choose-place'),
      ].join('\n'),
      [
        ...(hasMore ? [buttonFor(say('button-library-more'), 'outline', id, from + mostOutlined)] : []),
        buttonFor(say('button-library-read'), 'read', id, 0),
      ],
    );
  }

  async function showChain(turn: Turn, memberId: string, id: string): Promise<void> {
    const { say, reply } = turn;
    await inbox.setState(turn.event.channel, turn.event.address, null);
    const chain = await orRefuse(
      turn,
      async () => await library.reading.chain({ memberId, via: 'chat' }, id),
    );
    if (!chain) return;
    await keep(turn, { id, at: null });
    if (chain.documents.length < 2 && chain.relations.length === 0)
      return await reply.text(say('library-talk-no-chain'), [
        buttonFor(say('button-library-read'), 'read', id, 0),
      ]);
    const documents = chain.documents.map(
      (document) =>
        `• ${documentLine(document, say)}${document.isThis ? ` ${say('library-talk-this')}` : ''}`,
    );
    const said = chain.relations.map((relation) => `• ${relationSentence(relation, say)}`);
    const others = chain.documents.filter(({ isThis }) => !isThis).slice(0, 4);
    await reply.text(
      [say('library-talk-chain'), ...documents, ...(said.length > 0 ? ['', ...said] : [])].join('\n'),
      others.map((document) => buttonFor(shortened(documentCalled(document), 60), 'open', document.id)),
    );
  }

  return { showCard, showOutline, showChain };
}
