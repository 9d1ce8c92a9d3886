import { asideOf, channelInWords, type ChannelName, type Inbound } from '../../hub/channels/index.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import type { Member } from '../../hub/people/index.ts';
import type { ConversationParts, Turn } from './turn.ts';
import { mailboxOffer } from './mailbox.ts';

/** After this many wrong codes a chat has to wait. */
const wrongCodesAllowed = 5;
const windowMs = 15 * 60_000;
/**
 * Where anybody can open a new chat for nothing, five tries a chat hold nobody up: after wrong codes in so many chats
 * within a quarter of an hour all wait. A guesser then needs most of a year for one of 20,000 open codes.
 */
const guessingChatsAllowed = 60;

/** Kept apart from where the person stands: whatever else is said in between, the count goes on. */
const guessesName = 'guesses';
const guessesOf = ({ address }: Inbound) => asideOf(address, guessesName);

interface Enrolling {
  step: 'consent';
  inviteId: string;
  memberId: string;
  text: string;
  /** As typed: where the channel is full by the time of the answer, it is good elsewhere. */
  code: string;
}

/** From an invitation code to a linked chat: the consent question first, then three short messages. */
export function enrolment(parts: ConversationParts) {
  const { inbox, people, notices, channels, locales, linksFor, clock, log } = parts;
  const mailbox = mailboxOffer(parts);
  const mostOn = (channel: ChannelName) => channels.get(channel)?.terms?.peopleQuota ?? null;

  /** True where this turn was about enrolling and is dealt with. */
  async function takesOver(turn: Turn, linked: Member | null): Promise<boolean> {
    const { event, intent } = turn;
    if (intent.kind === 'start' && intent.code) {
      await takeCode(turn, intent.code, linked);
      return true;
    }
    const state = await inbox.state(event.channel, event.address);
    if (state?.step === 'consent') {
      await answerConsent(turn, state as unknown as Enrolling);
      return true;
    }
    // "Đồng ý" pressed twice: the first press has done it.
    if (!linked || !event.payload.startsWith('consent:')) return false;
    await turn.reply.settle('', true);
    return true;
  }

  async function takeCode(turn: Turn, code: string, linked: Member | null): Promise<void> {
    const { event, say, reply } = turn;
    const wrong = await wrongCodes(turn);
    if (wrong.length >= wrongCodesAllowed) return await reply.text(say('enrolment-too-many'));
    if (await isGuessedAt(event)) {
      log.warn({ event: 'enrolment.guessing', channel: event.channel });
      return await reply.text(say('enrolment-crowd'));
    }
    try {
      const { inviteId, member } = await people.openInvite(code);
      // Where a channel keeps what was said, the next person would read it.
      if (linked && linked.id !== member.id && channels.get(event.channel)?.retire)
        return await reply.text(say('enrolment-other-person'));
      if (!(await people.hasRoom(event, mostOn(event.channel)))) return await sayFull(turn, code);
      const words = locales(member.language);
      const { unit, givenName } = await people.describeMember(member.id);
      const text = words('enrolment-consent');
      const state = { step: 'consent', inviteId, memberId: member.id, text, code };
      await inbox.setState(event.channel, event.address, state);
      const greeting = words('enrolment-greeting', { name: givenName, unit: unit ?? '' });
      await reply.text(`${greeting}\n\n${text}`, [
        { label: words('button-consent-yes'), payload: 'consent:yes' },
        { label: words('button-consent-no'), payload: 'consent:no' },
      ]);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'invite.used' && linked) return await reply.text(say('enrolment-linked-already'));
      const at = clock().getTime();
      await inbox.setState(event.channel, guessesOf(event), { step: 'guessing', wrong: [...wrong, at] });
      log.info({ event: 'enrolment.refused', reason: error.code });
      await reply.text(say(error.code.replaceAll('.', '-')));
    }
  }

  /** Only channels that keep the conversations themselves open them for anybody. */
  async function isGuessedAt({ channel }: Inbound): Promise<boolean> {
    if (!channels.get(channel)?.retire) return false;
    const since = new Date(clock().getTime() - windowMs);
    return (await inbox.countAside(channel, guessesName, since)) >= guessingChatsAllowed;
  }

  /** The moments of wrong codes in this chat within the last quarter of an hour. */
  async function wrongCodes({ event }: Turn): Promise<number[]> {
    const state = await inbox.state(event.channel, guessesOf(event));
    const moments = (state?.['wrong'] ?? []) as number[];
    return moments.filter((moment) => moment > clock().getTime() - windowMs);
  }

  async function answerConsent(turn: Turn, state: Enrolling): Promise<void> {
    const { event, intent, reply } = turn;
    const member = await people.member(state.memberId);
    const say = locales(member.language);
    const yes = event.payload === 'consent:yes' || intent.kind === 'yes';
    const no = event.payload === 'consent:no' || intent.kind === 'no';
    await reply.settle('', yes || no);
    if (!yes && !no) return await reply.text(say('enrolment-answer-please'));
    if (no) {
      await inbox.setState(event.channel, event.address, null);
      return await reply.text(say('enrolment-declined'));
    }
    const linked = await link(turn, state, member);
    if (linked !== 'linked') {
      await inbox.setState(event.channel, event.address, null);
      return linked === 'full' ? await sayFull(turn, state.code) : await reply.text(say('invite-used'));
    }
    await replaceFormer(turn, member);
    const { unit, givenName } = await people.describeMember(member.id);
    await reply.text(say('enrolment-welcome-1', { name: givenName, unit: unit ?? '' }));
    const hasButtons = channels.get(event.channel)?.limits.buttons !== 0;
    await reply.text(hasButtons ? say('enrolment-welcome-2') : say('enrolment-welcome-2-typed'));
    await reply.text(say('enrolment-welcome-3'));
    await inbox.setState(event.channel, event.address, null);
    await mailbox.offer(turn, member.id, say);
    await notices.deliverMissed(member.id);
  }

  /** The provider lets no more people in: the code is as good as before, and the other ways are named. */
  async function sayFull({ event, say, reply }: Turn, code: string): Promise<void> {
    const elsewhere = Object.entries(await linksFor(code)).filter(([channel]) => channel !== event.channel);
    const links = elsewhere.map(([name, url]) => `• ${channelInWords(name as ChannelName, say)}: ${url}`);
    log.warn({ event: 'enrolment.channel-full', channel: event.channel });
    await reply.text(say('enrolment-channel-full', { links: links.join('\n') }));
  }

  /** `used`: the code went to somebody else meanwhile. Linking again after a crash is no harm. */
  async function link(
    { event }: Turn,
    state: Enrolling,
    member: Member,
  ): Promise<'linked' | 'used' | 'full'> {
    const { channel, address } = event;
    try {
      const { inviteId, text } = state;
      const consent = { consentText: text, language: member.language };
      await people.link({ inviteId, channel, address, ...consent, most: mostOn(channel) });
      return 'linked';
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'chat.channel-full') return 'full';
      if (!error.code.startsWith('invite.')) throw error;
      const holder = (await people.chats.memberOf(channel, address))?.member.id;
      return holder === member.id ? 'linked' : 'used';
    }
  }

  /** Where a member has one chat at a time, a new phone takes the place of the old one. */
  async function replaceFormer({ event: { channel, address } }: Turn, member: Member): Promise<void> {
    const retire = channels.get(channel)?.retire;
    if (!retire) return;
    const former = await people.chats.replaceOthers(channel, member.id, address);
    if (former.length > 0) await retire(former);
  }

  async function welcomeStranger({ event, say, reply }: Turn): Promise<void> {
    if (event.kind === 'tap') await reply.settle(say('conversation-not-yours'), false);
    await reply.text(say('enrolment-stranger'));
  }

  return { takesOver, welcomeStranger };
}
