import type { Asked } from '../../../hub/consultations/index.ts';
import { orRefuse, type ConversationParts, type Turn } from '../turn.ts';
import type { At, Place } from './asking.ts';
import { emptyDraft, type Draft } from './draft.ts';
import type { Whose } from './drafts.ts';
import { buttonFor } from './references.ts';
import { openingInWords } from './words.ts';

/** More passages than one likes to read in bubbles: the page is offered first. */
const manyPassages = 12;

interface Steps {
  goOn(at: At): Promise<void>;
  ask(at: At, standing: Place['standing']): Promise<void>;
  leave(turn: Turn): Promise<void>;
  showResults(turn: Turn, memberId: string, id: string): Promise<void>;
}

/** How one comes to answer: what is promised first, then the first question; or why not here, and where instead. */
export function enteringConsultation(
  parts: ConversationParts,
  drafts: {
    of(whose: Whose, id: string): Promise<Draft | null>;
    drop(whose: Whose, id: string): Promise<void>;
  },
  { goOn, ask, leave, showResults }: Steps,
) {
  const { consultations, people, signInUrl, publicUrl, clock } = parts;

  async function begin(turn: Turn, memberId: string, id: string): Promise<void> {
    const asked = await orRefuse(turn, async () => await consultations.answering.asked(memberId, id));
    if (!asked) return await forget({ turn, memberId }, id);
    const draft = await drafts.of({ turn, memberId }, id);
    const at: At = { turn, memberId, asked, draft: draft ?? emptyDraft, isSent: false };
    if (asked.state === 'closed' && asked.shared && !draft) return await showResults(turn, memberId, id);
    if (!isOpen(asked)) return await leaveOver(at);
    if (asked.level === 'unnamed') return await showPage(at);
    if (draft) {
      await turn.reply.text(turn.say('consultation-talk-resumed', { title: asked.title }));
      return await goOn(at);
    }
    if (asked.answers) {
      const sent = { ...emptyDraft, answers: asked.answers };
      return await ask({ ...at, draft: sent, isSent: true }, 'review');
    }
    await turn.reply.text(openingInWords(asked, turn.say));
    const passages = asked.questions.filter(({ form }) => form === 'passage').length;
    if (passages <= manyPassages) return await goOn(at);
    await turn.reply.text(turn.say('consultation-talk-long', { count: passages, url: await pageUrl(at) }));
    await ask(at, 'here');
  }

  function isOpen({ state, closesAt }: Asked): boolean {
    return state === 'open' && closesAt > clock();
  }

  /** It ended, or is not theirs any more, while they were at it: nothing of a draft is kept. */
  async function leaveOver(at: At): Promise<void> {
    const { turn, asked, draft } = at;
    const { say, reply } = turn;
    const { id, state, title, shared } = asked;
    const begun = Object.keys(draft.answers).length > 0;
    await forget(at, id);
    await reply.text(
      [
        state === 'cancelled'
          ? say('consultation-talk-cancelled', { title })
          : say('consultation-talk-over', { title }),
        ...(begun ? [say('consultation-talk-over-draft')] : []),
      ].join('\n'),
      state !== 'cancelled' && shared ? [buttonFor(id, say('button-consultation-results'), 'results')] : [],
    );
  }

  /** Whoever writes in a chat is known: without a name it is done on a page, with a paper. */
  async function showPage(at: At): Promise<void> {
    const { turn, asked } = at;
    const { say, reply } = turn;
    await leave(turn);
    const { title, unit, closesAt } = asked;
    await reply.text(
      [
        say('consultation-talk-opening', {
          title,
          unit: unit.name,
          count: asked.questions.length,
          until: closesAt,
        }),
        say('consultation-talk-no-vote'),
        say('consultation-level-promise', { level: asked.level }),
        say('consultation-talk-not-here'),
        asked.drawn
          ? say('consultation-talk-drawn', { url: `${await publicUrl()}/phieu` })
          : say('consultation-talk-draw', { url: await pageUrl(at) }),
      ].join('\n\n'),
    );
  }

  /** The member's own way to the page of a consultation: works once, for ten minutes. */
  async function pageUrl({ turn, memberId, asked }: At): Promise<string> {
    const { channel, address } = turn.event;
    const chat = await people.chats.memberOf(channel, address);
    const by = { memberId, via: 'chat' } as const;
    const { token } = await people.signInLink(by, chat!.member.code, { forOwnPages: true });
    return await signInUrl(token, `/console/consultations/mine/${asked.id}`);
  }

  async function forget(whose: Whose, id: string): Promise<void> {
    await drafts.drop(whose, id);
    await leave(whose.turn);
  }

  return { begin, isOpen, leaveOver, forget };
}
