import type { PassOnPreview, UnitsPart } from '../../hub/notices/index.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import type { ConversationParts, Turn } from './turn.ts';
import { chosenBy, listInWords, passOffers } from './passing-offers.ts';
import { previewInWords } from './passing-on-words.ts';
import { momentIn } from './typed-moment.ts';

/** Where somebody stands who passes a directive on. */
interface Passing {
  step: 'passing' | 'instructing' | 'dating' | 'confirming' | 'passed';
  rootId: string;
  /** Code of the unit. */
  unit: string;
  instruction?: string;
  /** ISO 8601. */
  dueAt?: string;
  [more: string]: unknown;
}

/** What a conversation about one directive needs besides its turn. */
interface At {
  turn: Turn;
  memberId: string;
  state: Passing;
}

/**
 * Passing a directive on from the chat alone: to whom it goes, what is added, the due date, a clear yes, and back while
 * nothing has gone. Every step is kept, so that a restart in between loses nothing.
 */
export function passingOn({ inbox, notices, clock }: ConversationParts) {
  const { cascade } = notices;
  const offered = passOffers(notices);

  /** True where this turn was about passing something on and is dealt with. */
  async function takesOver(turn: Turn, memberId: string): Promise<boolean> {
    const { event, intent, reply } = turn;
    const chosen = chosenBy(event.payload);
    if (chosen) {
      // The button stays: whoever puts it off finds it again.
      await reply.settle('', false);
      await showChosen(turn, memberId, chosen);
      return true;
    }
    const known = await inbox.state(event.channel, event.address);
    const state = known && known.step in answers ? (known as unknown as Passing) : null;
    if (state && (await answers[state.step]({ turn, memberId, state }))) {
      return true;
    }
    if (intent.kind === 'pass') await showWaiting(turn, memberId);
    else if (intent.kind === 'takeback') await reply.text(turn.say('cascade-chat-nothing-to-take-back'));
    else return false;
    return true;
  }

  /** What an answer means at each step. False: it was no answer, and means what it says. */
  const answers: Record<Passing['step'], (at: At) => Promise<boolean>> = {
    passing: takeWay,
    instructing: takeInstruction,
    dating: takeDate,
    confirming: takeYes,
    passed: takeBack,
  };

  /** "Chuyển xuống" without saying what: the one that waits, or the list of them. */
  async function showWaiting(turn: Turn, memberId: string): Promise<void> {
    const { event, say, reply } = turn;
    const found = await offered(memberId, say);
    if (!found) {
      await inbox.setState(event.channel, event.address, null);
      return await reply.text(say('cascade-chat-nothing'));
    }
    const { waiting, buttons } = found;
    if (waiting.length === 1) return await begin(turn, memberId, waiting[0]!);
    await inbox.setState(event.channel, event.address, {
      step: 'choosing',
      ids: [],
      passing: waiting.map(({ rootId, unit }) => ({ rootId, unit })),
    });
    await reply.list(listInWords(waiting, { say, from: 0 }), buttons);
  }

  async function showChosen(
    turn: Turn,
    memberId: string,
    { rootId, unitId }: { rootId: string; unitId: string },
  ): Promise<void> {
    const waiting = await cascade.waiting(memberId);
    const part = waiting.find((each) => each.rootId === rootId && each.unitId === unitId);
    if (part) return await begin(turn, memberId, part);
    const { event, say, reply } = turn;
    await inbox.setState(event.channel, event.address, null);
    await reply.text(say('cascade-chat-nothing'));
  }

  async function begin(
    turn: Turn,
    memberId: string,
    { rootId, unit }: Pick<UnitsPart, 'rootId' | 'unit'>,
  ): Promise<void> {
    await showWays({ turn, memberId, state: { step: 'passing', rootId, unit } });
  }

  /** To whom it goes and what is added so far, and the ways on. */
  async function showWays({ turn, memberId, state }: At): Promise<void> {
    const { say, reply } = turn;
    const preview = await orRefuse(turn, async () => await previewOf(memberId, state));
    if (!preview) return;
    await remember(turn, { ...state, step: 'passing' });
    await reply.text(`${previewInWords(preview, state, say)}\n\n${say('cascade-chat-ways')}`, [
      { label: say('button-passing-add'), payload: 'passing:add' },
      { label: say('button-passing-date'), payload: 'passing:date' },
      { label: say('button-passing-now'), payload: 'passing:now' },
      { label: say('button-passing-later'), payload: 'passing:later' },
    ]);
  }

  async function takeWay(at: At): Promise<boolean> {
    const { event, intent, say, reply } = at.turn;
    const way = ways[event.payload] ?? intent.kind;
    switch (way) {
      case 'instruct':
        await reply.settle('', true);
        await remember(at.turn, { ...at.state, step: 'instructing' });
        await reply.text(say('cascade-chat-ask-instruction'));
        return true;
      case 'date':
        await reply.settle('', true);
        await remember(at.turn, { ...at.state, step: 'dating' });
        await reply.text(say('cascade-chat-ask-date'));
        return true;
      case 'pass':
        await reply.settle('', true);
        await askWhetherSure(at);
        return true;
      case 'postpone':
      case 'no':
        await postpone(at);
        return true;
      default:
        return false;
    }
  }

  async function takeInstruction(at: At): Promise<boolean> {
    const { event, intent } = at.turn;
    if (event.kind !== 'text' || event.text.startsWith('/') || event.text.trim() === '') return false;
    if (intent.kind === 'no' || intent.kind === 'postpone') {
      await showWays(at);
      return true;
    }
    const instruction = await orRefuse(at.turn, async () => await cascade.readInstruction(event.text), false);
    if (instruction) await showWays({ ...at, state: { ...at.state, instruction } });
    return true;
  }

  async function takeDate(at: At): Promise<boolean> {
    const { event, intent, say, reply } = at.turn;
    if (event.kind !== 'text' || event.text.startsWith('/')) return false;
    if (intent.kind === 'no' || intent.kind === 'postpone') {
      await showWays(at);
      return true;
    }
    const wanted = momentIn(event.text, clock());
    if (!wanted) {
      await reply.text(say('cascade-chat-date-wrong'));
      return true;
    }
    const dueAt = await orRefuse(
      at.turn,
      async () => cascade.readDue(await previewOf(at.memberId, at.state), wanted, clock()),
      false,
    );
    if (dueAt) await showWays({ ...at, state: { ...at.state, dueAt: dueAt.toISOString() } });
    return true;
  }

  async function askWhetherSure({ turn, memberId, state }: At): Promise<void> {
    const { say, reply } = turn;
    const preview = await orRefuse(turn, async () => await previewOf(memberId, state));
    if (!preview) return;
    await remember(turn, { ...state, step: 'confirming' });
    const { title, recipients } = preview;
    await reply.text(say('cascade-chat-confirm', { title, recipients }), [
      { label: say('button-passing-yes'), payload: 'passing:yes' },
      { label: say('button-passing-no'), payload: 'passing:no' },
    ]);
  }

  /** "Vâng" is too little for what cannot be taken back: the question is asked once more. */
  async function takeYes(at: At): Promise<boolean> {
    const { event, intent, reply } = at.turn;
    const answer = ways[event.payload] ?? intent.kind;
    if (answer === 'no' || answer === 'postpone') {
      await postpone(at);
      return true;
    }
    if (answer === 'polite') {
      await askWhetherSure(at);
      return true;
    }
    if (answer !== 'yes' && answer !== 'pass') return false;
    await reply.settle('', true);
    await passOn(at);
    return true;
  }

  async function passOn({ turn, memberId, state }: At): Promise<void> {
    const { say, reply } = turn;
    const { rootId, unit, instruction, dueAt } = state;
    const actor = { memberId, via: 'chat' } as const;
    const done = await orRefuse(
      turn,
      async () =>
        await cascade.passOn(actor, rootId, {
          unit,
          instruction,
          dueAt: dueAt ? new Date(dueAt) : undefined,
        }),
    );
    if (!done) return;
    const { title, recipients, sendAt, first } = done;
    await remember(turn, { step: 'passed', rootId, unit });
    if (!first) return await reply.text(say('cascade-chat-done-before', { recipients }));
    const at = clock();
    if (sendAt <= at) return await reply.text(say('cascade-chat-done', { title, recipients, at }));
    await reply.text(say('cascade-chat-done-later', { title, recipients, sendAt }), [
      { label: say('button-passing-back'), payload: 'passing:back' },
    ]);
  }

  async function takeBack({ turn, memberId, state }: At): Promise<boolean> {
    const { event, intent, say, reply } = turn;
    if (event.payload === 'passing:yes') {
      // A second tap on the same button: it is done, and can still be taken back.
      await reply.settle('', true);
      return true;
    }
    if (event.payload !== 'passing:back' && intent.kind !== 'takeback') return false;
    await reply.settle('', true);
    const actor = { memberId, via: 'chat' } as const;
    const done = await orRefuse(turn, async () => await cascade.takeBack(actor, state.rootId, state.unit));
    if (!done) return true;
    await inbox.setState(event.channel, event.address, null);
    await reply.text(say('cascade-chat-taken-back'));
    return true;
  }

  async function postpone({ turn: { event, say, reply } }: At): Promise<void> {
    await reply.settle('', true);
    await inbox.setState(event.channel, event.address, null);
    await reply.text(say('cascade-chat-later'));
  }

  async function previewOf(memberId: string, { rootId, unit }: Passing): Promise<PassOnPreview> {
    return await cascade.preview({ memberId, via: 'chat' }, rootId, unit);
  }

  /** A refusal is said in its words; where it ends the matter, the conversation is free again. Null then. */
  async function orRefuse<Result>(
    { event, say, reply }: Turn,
    work: () => Promise<Result>,
    ends = true,
  ): Promise<Result | null> {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (ends) await inbox.setState(event.channel, event.address, null);
      await reply.text(say(error.code.replaceAll('.', '-'), error.facts));
      return null;
    }
  }

  async function remember({ event }: Turn, state: Passing): Promise<void> {
    await inbox.setState(event.channel, event.address, state);
  }

  return { takesOver, offered, begin };
}

/** What the buttons mean: each is what could also have been typed. */
const ways: Record<string, 'instruct' | 'date' | 'pass' | 'postpone' | 'yes' | 'no'> = {
  'passing:add': 'instruct',
  'passing:date': 'date',
  'passing:now': 'pass',
  'passing:later': 'postpone',
  'passing:yes': 'yes',
  'passing:no': 'no',
};
