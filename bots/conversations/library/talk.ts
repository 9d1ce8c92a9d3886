import { fold } from '../fold.ts';
import type { ConversationParts, Turn } from '../turn.ts';
import { documentCards } from './card.ts';
import { currentDocument, type Current } from './current.ts';
import { libraryFinding } from './finding.ts';
import { libraryLists } from './lists.ts';
import { libraryMenu } from './menu.ts';
import { openedDocuments } from './opened.ts';
import { placeAsText, placeFromText, type Place } from './places.ts';
import { readingDocuments } from './reading.ts';
import { kindIn, referenceIn, type DocumentReference } from './references.ts';
import { sendingDocuments } from './sending-file.ts';
import type { Spoken } from './spoken-document.ts';
import { libraryWish, type LibraryWish } from './typed-ways.ts';

/** `/vanban`: documents looked for, opened at an article, read part after part, sent as files; and what is new. */
export function libraryTalk(
  parts: ConversationParts,
  /** How many documents wait for the member to acknowledge them, or to pass them on. */
  countWaiting: (turn: Turn, memberId: string) => Promise<number>,
) {
  const { inbox } = parts;
  const current = currentDocument(parts);
  const finding = libraryFinding(parts);
  const lists = libraryLists(parts, finding);
  const opened = openedDocuments(parts);
  const cards = documentCards(parts, opened);
  const reading = readingDocuments(opened);
  const menu = libraryMenu(parts, countWaiting);
  const file = sendingDocuments(parts, current);

  /** True where this turn was about documents and is dealt with. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event } = turn;
    if (event.kind === 'tap') return await press(turn, memberId, event.payload);
    if (event.kind !== 'text') return false;
    return (await chooses(turn, memberId)) || (await fulfils(turn, memberId));
  }

  /** A line of the list that stands, or the words that were asked for. */
  async function chooses(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    const state = await inbox.state(event.channel, event.address);
    if (state?.step === 'library-words' && intent.kind === 'other' && !event.text.startsWith('/')) {
      const wish = libraryWish(event.text);
      if (wish) return await fulfil(turn, memberId, wish);
      await lists.showFound(turn, memberId, event.text);
      return true;
    }
    if (state?.step !== 'library-list') return false;
    const number = intent.kind === 'number' ? intent.number : lineTyped(event.text);
    const payload = number === null ? null : lists.chosen(state, number);
    if (payload !== null) return await press(turn, memberId, payload);
    if (typeof state['more'] !== 'string' || !isMore(event.text)) return false;
    return await press(turn, memberId, state['more']);
  }

  async function fulfils(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent } = turn;
    const wish = libraryWish(event.text);
    if (wish && (intent.kind === 'other' || intent.kind === 'library'))
      return await fulfil(turn, memberId, wish);
    if (intent.kind !== 'library') return false;
    await menu.show(turn, memberId);
    return true;
  }

  async function press(turn: Turn, memberId: string, payload: string): Promise<boolean> {
    const reference = referenceIn(payload);
    const kind = kindIn(payload);
    const wish = menuWishes[payload];
    const isMenu = turn.event.kind === 'tap' && turn.intent.kind === 'library';
    if (!reference && !kind && !wish && !isMenu) return false;
    await turn.reply.settle('', false);
    if (reference) await open(turn, memberId, reference);
    else if (kind) await lists.showKind(turn, memberId, kind);
    else await fulfil(turn, memberId, { kind: wish ?? 'menu' });
    return true;
  }

  async function open(turn: Turn, memberId: string, { verb, id, where }: DocumentReference): Promise<void> {
    const number = /^\d{1,9}$/.test(where) ? Number(where) : 0;
    switch (verb) {
      case 'open':
        return await cards.showCard(turn, memberId, id);
      case 'read':
        return await reading.read(turn, memberId, id, number);
      case 'place':
        return await reading.readPlace(turn, memberId, id, placeFromText(where));
      case 'outline':
        return await cards.showOutline(turn, memberId, id, number);
      case 'chain':
        return await cards.showChain(turn, memberId, id);
      case 'file':
        return await file.send(turn, memberId, id);
    }
  }

  /** False: it is about a document that is being read, and none is. */
  async function fulfil(turn: Turn, memberId: string, wish: LibraryWish): Promise<boolean> {
    switch (wish.kind) {
      case 'menu':
        await menu.show(turn, memberId);
        return true;
      case 'new':
        await lists.showNew(turn, memberId);
        return true;
      case 'kinds':
        await lists.showKinds(turn, memberId);
        return true;
      case 'ask-words':
        await inbox.setState(turn.event.channel, turn.event.address, { step: 'library-words' });
        await turn.reply.text(turn.say('library-talk-words'));
        return true;
      case 'search':
        await lists.showFound(turn, memberId, wish.words);
        return true;
      case 'named':
        return await openNamed(turn, memberId, wish.document, null);
      case 'place':
        if (wish.document) return await openNamed(turn, memberId, wish.document, wish.place);
        return await withCurrent(
          turn,
          async ({ id }) => await reading.readPlace(turn, memberId, id, wish.place),
        );
      default:
        return await readOn(turn, memberId, wish);
    }
  }

  /** What is said of the document that is being read. */
  async function readOn(
    turn: Turn,
    memberId: string,
    wish: Extract<
      LibraryWish,
      { kind: 'read' | 'resume' | 'next' | 'previous' | 'page' | 'outline' | 'file' | 'chain' }
    >,
  ): Promise<boolean> {
    return await withCurrent(turn, async ({ id, at }) => {
      switch (wish.kind) {
        case 'outline':
          return await cards.showOutline(turn, memberId, id);
        case 'chain':
          return await cards.showChain(turn, memberId, id);
        case 'file':
          return await file.send(turn, memberId, id);
        case 'page':
          return await reading.readPart(turn, memberId, id, wish.number);
        case 'read':
          return await reading.read(turn, memberId, id, 0);
        case 'resume':
          return await reading.read(turn, memberId, id, at ?? 0);
        default:
          return at === null
            ? await reading.read(turn, memberId, id, 0)
            : await reading.turnFrom(turn, memberId, { id, at }, wish.kind);
      }
    });
  }

  async function withCurrent(turn: Turn, work: (begun: Current) => Promise<void>): Promise<boolean> {
    const begun = await current.of(turn);
    if (begun) await work(begun);
    return begun !== null;
  }

  /** Where several bear the number, they are shown to choose from. Words that name none are a question. */
  async function openNamed(
    turn: Turn,
    memberId: string,
    spoken: Spoken,
    place: Place | null,
  ): Promise<boolean> {
    const { say, reply } = turn;
    const documents = await finding.named({ memberId, via: 'chat' }, spoken);
    const [only, ...others] = documents;
    if (!only && spoken.digits === null) return false;
    if (!only) {
      await reply.text(say('library-talk-none-named', { words: spoken.words }), [
        { label: say('button-library-find'), payload: 'library:words' },
        { label: say('button-ask'), payload: 'ask' },
      ]);
    } else if (others.length > 0) {
      await lists.showNamed(turn, documents, place ? placeAsText(place) : '');
    } else if (place) {
      await reading.readPlace(turn, memberId, only.id, place);
    } else {
      await cards.showCard(turn, memberId, only.id);
    }
    return true;
  }

  return { takesOver, search: lists.showFound, readAround: reading.readAround };
}

const menuWishes: Readonly<Record<string, 'new' | 'kinds' | 'ask-words' | 'resume'>> = {
  'library:new': 'new',
  'library:kinds': 'kinds',
  'library:words': 'ask-words',
  'library:resume': 'resume',
};

/** "Mở 2", "đọc số 3". */
function lineTyped(text: string): number | null {
  const number = /^(?:mo|xem|doc|open|read)(?: so| dong| van ban)? (\d{1,2})$/.exec(fold(text))?.[1];
  return number === undefined ? null : Number(number);
}

function isMore(text: string): boolean {
  return /^(?:xem them|them|them nua|tiep|xem tiep|more)$/.test(fold(text));
}
