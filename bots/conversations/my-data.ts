import { channelInWords } from '../../hub/channels/index.ts';
import type { Member, MemberData } from '../../hub/people/index.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import type { Say } from '../../hub/platform/locales.ts';
import type { ConversationParts, Turn } from './turn.ts';
import type { Intent } from './understand.ts';

/** The member's chat in which this turn happens. */
export interface OwnChat {
  chatId: string;
  member: Member;
}

/**
 * What members do about their own data: see it, correct it, unlink, withdraw, erase; and the way
 * to the console. Works also where notices are stopped.
 *
 * @param askToStop the question before notices stop, which is one of the three ways to withdraw
 */
export function myData(parts: ConversationParts, askToStop: (turn: Turn) => Promise<void>) {
  const { inbox, people, locales } = parts;

  /** True where this turn was about one's own data and is dealt with. */
  async function takesOver(turn: Turn, chat: OwnChat): Promise<boolean> {
    const { event, intent } = turn;
    const state = await inbox.state(event.channel, event.address);
    const answered = state && answers[state.step];
    if (answered && (await answered(turn, chat, state))) return true;
    const asked = begins[beginningOf(turn)];
    if (!asked) return false;
    await turn.reply.settle('', true);
    if (state && state.step !== 'guessing') await forgetStep(turn);
    await asked(turn, chat, intent);
    return true;
  }

  const begins: Record<string, (turn: Turn, chat: OwnChat, intent: Intent) => Promise<void>> = {
    console: sendSignInLink,
    unlink: askToUnlink,
    withdraw: askHowFar,
    erase: askToErase,
    data: showData,
    'data:full': askForFullCopy,
    correct: takeCorrection,
  };

  /** What an answer means where a question of ours stands. False: it was no answer, and means what it says. */
  const answers: Record<
    string,
    (turn: Turn, chat: OwnChat, state: Record<string, unknown>) => Promise<boolean>
  > = {
    unlinking: unlinkIfSure,
    withdrawing: withdrawAsChosen,
    erasing: eraseIfSure,
    correcting: sendCorrection,
  };

  async function sendSignInLink({ say, reply }: Turn, { member }: OwnChat): Promise<void> {
    try {
      const { token, expiresAt } = await people.signInLink({ memberId: member.id, via: 'chat' }, member.code);
      await reply.text(say('my-console-link', { url: await parts.signInUrl(token), expiresAt }));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await reply.text(say(error.code.replaceAll('.', '-')));
    }
  }

  /** The member let the provider give us his or her number. */
  async function takePhone({ event, say, reply }: Turn, { member }: OwnChat): Promise<void> {
    await reply.text(phoneWords[await people.takePhone(member.id, event.text)](say));
  }

  async function askToUnlink(turn: Turn): Promise<void> {
    await setStep(turn, { step: 'unlinking' });
    await turn.reply.text(turn.say('my-unlink-question'), [
      { label: turn.say('button-unlink-yes'), payload: 'unlink:yes' },
      { label: turn.say('button-unlink-no'), payload: 'unlink:no' },
    ]);
  }

  async function unlinkIfSure(turn: Turn, { chatId, member }: OwnChat): Promise<boolean> {
    const sure = isSure(turn, 'unlink');
    if (sure === null) return false;
    const { event, say, reply } = turn;
    await reply.settle('', true);
    if (!sure) {
      await forgetStep(turn);
      await reply.text(say('my-unlink-not'));
      return true;
    }
    await people.withdrawConsent(member.id, event.channel);
    await people.chats.unlinkChat({ memberId: member.id, via: 'chat' }, member.code, chatId);
    await forgetStep(turn);
    await reply.text(say('my-unlinked'));
    return true;
  }

  async function askHowFar(turn: Turn): Promise<void> {
    const { say, reply } = turn;
    await setStep(turn, { step: 'withdrawing' });
    await reply.list(say('my-withdraw-question'), [
      { label: say('button-withdraw-stop'), payload: 'withdraw:stop' },
      { label: say('button-withdraw-unlink'), payload: 'withdraw:unlink' },
      { label: say('button-withdraw-erase'), payload: 'withdraw:erase' },
    ]);
  }

  async function withdrawAsChosen(turn: Turn): Promise<boolean> {
    const { event, intent, say, reply } = turn;
    const ways = [askToStop, askToUnlink, askToErase];
    const tapped = ['withdraw:stop', 'withdraw:unlink', 'withdraw:erase'].indexOf(event.payload);
    const way = ways[tapped >= 0 ? tapped : intent.kind === 'number' ? intent.number - 1 : -1];
    if (!way && intent.kind !== 'no') return false;
    await reply.settle('', true);
    await forgetStep(turn);
    if (way) await way(turn);
    else await reply.text(say('my-withdraw-not'));
    return true;
  }

  async function askToErase(turn: Turn): Promise<void> {
    const { say, reply } = turn;
    await setStep(turn, { step: 'erasing' });
    await reply.text(say('my-erase-question'), [
      { label: say('button-erase-yes'), payload: 'erase:yes' },
      { label: say('button-erase-no'), payload: 'erase:no' },
    ]);
  }

  /** The step stays until all is erased, and goes with it: an erasure that failed is tried again with the event. */
  async function eraseIfSure(turn: Turn, { member }: OwnChat): Promise<boolean> {
    const sure = isSure(turn, 'erase');
    if (sure === null) return false;
    const { say, reply } = turn;
    await reply.settle('', true);
    if (!sure) {
      await forgetStep(turn);
      await reply.text(say('my-erase-not'));
      return true;
    }
    await reply.text(say('my-goodbye'));
    await people.eraseData({ memberId: member.id, via: 'chat' }, member.code);
    return true;
  }

  async function showData({ say, reply }: Turn, { member }: OwnChat): Promise<void> {
    const data = await people.exportData({ memberId: member.id, via: 'chat' }, member.code);
    await reply.text(summaryOf(data, say), [
      { label: say('button-data-full'), payload: 'data:full' },
      { label: say('button-data-correct'), payload: 'data:correct' },
    ]);
  }

  async function askForFullCopy(turn: Turn, { member }: OwnChat): Promise<void> {
    // Who reads it is the office.
    const words = locales('vi');
    await request(turn, member, 'other', words('my-data-full-asked'));
  }

  async function takeCorrection(turn: Turn, { member }: OwnChat, intent: Intent): Promise<void> {
    if (intent.kind === 'correct' && intent.detailed) {
      return await request(turn, member, 'correction', turn.event.text);
    }
    await setStep(turn, { step: 'correcting' });
    await turn.reply.text(turn.say('my-correct-question'));
  }

  async function sendCorrection(turn: Turn, { member }: OwnChat): Promise<boolean> {
    const { event, intent, say, reply } = turn;
    if (event.kind !== 'text' || event.text.startsWith('/') || event.text.trim() === '') return false;
    await forgetStep(turn);
    if (intent.kind === 'no') await reply.text(say('my-correct-not'));
    else await request(turn, member, 'correction', event.text);
    return true;
  }

  async function request(
    { say, reply }: Turn,
    member: Member,
    kind: 'correction' | 'other',
    text: string,
  ): Promise<void> {
    const { dueOn } = await people.ask(member.id, kind, text);
    await reply.text(say('my-request-taken', { dueOn: new Date(`${dueOn}T12:00:00+07:00`) }));
  }

  async function setStep({ event }: Turn, state: { step: string; [more: string]: unknown }): Promise<void> {
    await inbox.setState(event.channel, event.address, state);
  }

  async function forgetStep({ event }: Turn): Promise<void> {
    await inbox.setState(event.channel, event.address, null);
  }

  return { takesOver, takePhone };
}

const phoneWords: Record<'kept' | 'known' | 'asked' | 'unreadable', (say: Say) => string> = {
  kept: (say) => say('my-phone-kept'),
  known: (say) => say('my-phone-known'),
  asked: (say) => say('my-phone-asked'),
  unreadable: (say) => say('my-phone-unreadable'),
};

function beginningOf({ event, intent }: Turn): string {
  if (event.payload === 'data:correct') return 'correct';
  return event.payload === 'data:full' ? event.payload : intent.kind;
}

/**
 * True for a clear yes: the button, "đồng ý", or the wish once more. "Vâng" and "có" are too little for what
 * cannot be taken back, and count as no. Null: something else was said.
 */
function isSure({ event, intent }: Turn, wish: 'unlink' | 'erase'): boolean | null {
  if (event.payload === `${wish}:yes` || intent.kind === 'yes' || intent.kind === wish) return true;
  const no = event.payload === `${wish}:no` || ['no', 'polite', 'other'].includes(intent.kind);
  return no ? false : null;
}

function summaryOf(data: MemberData, say: Say): string {
  const none = say('my-data-none');
  const { fullName: name, code, joinedOn, phone, email } = data.member;
  const home = data.memberships.findLast(({ kind, to }) => kind === 'home' && to === null);
  const notices = data['notices'] as { handedOverAt: Date | null; acknowledgedAt: Date | null }[];
  const older = data['olderAcknowledgements'] as unknown[];
  const linked = data.chats.filter(({ state }) => state !== 'ended');
  return say('my-data', {
    name,
    code,
    unit: home?.name ?? none,
    joined: joinedOn ? joinedOn.split('-').toReversed().join('/') : none,
    phone: phone ?? none,
    email: email ?? none,
    channels: linked.map(({ channel }) => channelInWords(channel, say)).join(', '),
    consents: data.consents.length,
    consentAt: data.consents.at(-1)?.givenAt ?? data.member.createdAt,
    notices: notices.filter(({ handedOverAt }) => handedOverAt !== null).length + older.length,
    acknowledged: notices.filter(({ acknowledgedAt }) => acknowledgedAt !== null).length + older.length,
    requests: data.requests.length,
    standing: data.statuses.length + data.roles.length,
  });
}
