import type { ConversationState, Inbound } from '../../hub/channels/index.ts';
import { acknowledgePrefix } from '../../hub/notices/index.ts';
import { looksLikeInvite, type Member } from '../../hub/people/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import type { Say } from '../../hub/platform/locales.ts';
import { acknowledging } from './acknowledging.ts';
import { answering } from './answering.ts';
import { askingTalk } from './asking/talk.ts';
import { channelChoice } from './channels.ts';
import { consultationTalk } from './consultations/talk.ts';
import { enrolment } from './enrolment.ts';
import { feedbackTalk } from './feedback/talk.ts';
import { groupTalk, type GroupTalkParts } from './groups.ts';
import { languageChoice } from './language.ts';
import { libraryTalk } from './library/talk.ts';
import { mailboxOffer } from './mailbox.ts';
import { meetingTalk } from './meetings/talk.ts';
import { helpButtons, menuButtons, menuMeanings } from './menu.ts';
import { myData } from './my-data.ts';
import { passingOn } from './passing-on.ts';
import { replies } from './replies.ts';
import { stopping } from './stopping.ts';
import type { Tell, Turn } from './turn.ts';
import { understand, type Intent } from './understand.ts';

export interface Conversations {
  /** Answers all chats that wait, several at once, each in its own order. Never throws. */
  work(): Promise<void>;
  /** Takes no more chats and waits for those being answered. */
  stop(): Promise<void>;
  tell: Tell;
}

/** What a linked member may say or tap, and what happens: topic by topic, each takes what is its own. Knows no provider. */
export function conversations(parts: GroupTalkParts): Conversations {
  const { inbox, people, notices, locales } = parts;
  const { replyTo, speak, read } = replies(parts);
  const enrol = enrolment(parts);
  const stop = stopping(parts);
  const mine = myData(parts, stop.ask);
  const mailbox = mailboxOffer(parts);
  const choose = channelChoice(parts, stop.ask);
  const pass = passingOn(parts);
  const meetings = meetingTalk(parts, tell);
  const opinions = feedbackTalk(parts);
  const consulted = consultationTalk(parts);
  const documents = acknowledging(parts, pass, meetings.hearsRead);
  const handbook = libraryTalk(parts, documents.countWaiting);
  const questions = askingTalk(parts, handbook);
  const language = languageChoice(parts);
  const inGroups = groupTalk(parts, { replyTo, tell });

  async function handle(told: Inbound): Promise<void> {
    const { group } = told;
    // A number said there chooses nothing, and what is private is not answered there.
    if (group !== undefined) return await inGroups.hear({ ...told, group });
    const event = await read(told);
    const { channel, address } = event;
    if (event.kind === 'blocked') {
      await people.chats.block(channel, [address]);
      return;
    }
    if (event.at) await people.chats.heard(channel, address, new Date(event.at));
    const linked = await people.chats.memberOf(channel, address);
    if (event.kind === 'withdrawn') return await forgetWithdrawn(event, linked?.member ?? null);
    const chat = linked?.state === 'ended' ? null : linked;
    if (chat?.state === 'blocked') {
      // Whoever writes to us, or lets us in again, can be reached again.
      await people.chats.unblock(channel, address);
      await notices.deliverMissed(chat.member.id);
    }
    if (event.kind === 'unblocked' || (event.kind === 'followed' && chat)) return;
    const say = locales(chat?.member.language ?? (event.appLanguage === 'en' ? 'en' : 'vi'));
    const turn: Turn = { event, intent: intentOf(event), say, reply: replyTo(event) };
    if (chat && (await opinions.goesOn(turn, chat.member.id))) return;
    if (chat && (await consulted.goesOn(turn, chat.member.id))) return;
    if (await enrol.takesOver(turn, chat?.member ?? null)) return;
    if (!chat) return await enrol.welcomeStranger(turn);
    if (event.kind === 'contact') return await mine.takePhone(turn, chat);
    if (event.payload.startsWith(acknowledgePrefix)) return await documents.tapped(turn, chat.member.id);
    if (await meetings.checksIn(turn, chat.member.id)) return;
    if (await mine.takesOver(turn, chat)) return;
    if (await mailbox.takesOver(turn, chat.member.id)) return;
    if (await choose.takesOver(turn, chat)) return;
    if (await meetings.takesOver(turn, chat.member.id)) return;
    if (await opinions.takesOver(turn, chat.member.id)) return;
    if (await consulted.takesOver(turn, chat.member.id)) return;
    if (chat.state === 'stopped') return await stop.resumeOrExplain(turn, chat.member.id);
    if (await pass.takesOver(turn, chat.member.id)) return;
    if (await inGroups.takesOver(turn, chat.member.id)) return;
    if (await questions.takesOver(turn, chat.member.id)) return;
    if (await handbook.takesOver(turn, chat.member.id)) return;
    await converse(turn, chat.member.id);
  }

  /** The provider says that the person took back the consent given to it: nothing is asked any more. */
  async function forgetWithdrawn({ channel, address }: Inbound, member: Member | null): Promise<void> {
    if (member) await people.eraseData({ memberId: member.id, via: 'chat' }, member.code);
    else await people.chats.forget(channel, address);
    await inbox.forget(channel, address);
  }

  /** What hangs on no question of ours, or ends it. */
  async function converse(turn: Turn, memberId: string): Promise<void> {
    if (turn.event.kind === 'tap') await turn.reply.settle('', true);
    const state = await leaveStep(turn);
    if (state?.step === 'stopping') return await stop.stopIfSure(turn);
    if (await meetings.hears(turn, memberId)) return;
    if (await documents.takesOver(turn, memberId, state)) return;
    if (await language.takesOver(turn, memberId)) return;
    // A number that chooses nothing may be meant for an invitation, which has no buttons everywhere.
    if (turn.intent.kind === 'number' && (await meetings.hearsRead(turn, memberId))) return;
    if (await questions.hears(turn, memberId)) return;
    await answerPlainly(turn);
  }

  /** Where the person stood, who stands nowhere from here on. */
  async function leaveStep({ event }: Turn): Promise<ConversationState | null> {
    const state = await inbox.state(event.channel, event.address);
    // Wrong codes stay counted whatever is said in between.
    if (state && state.step !== 'guessing') await inbox.setState(event.channel, event.address, null);
    return state;
  }

  async function answerPlainly(turn: Turn): Promise<void> {
    const { event, intent, say, reply } = turn;
    switch (intent.kind) {
      case 'start':
      case 'menu':
        return await reply.text(say('conversation-menu'), menuButtons(say));
      case 'help':
        return await reply.text(say('conversation-help'), helpButtons(say));
      case 'stop':
        return await stop.ask(turn);
      case 'resume':
        return await reply.text(say('conversation-already-on'), menuButtons(say));
      default:
        if (event.kind === 'file') return await opinions.offerFiles(turn);
        return await reply.text(puzzled(event, say), menuButtons(say));
    }
  }

  async function tell(...[memberId, text, options = {}]: Parameters<Tell>): Promise<boolean> {
    const { without, buttons } = options;
    const key = newId();
    for (const chat of await people.chats.addressesOf(memberId)) {
      if (chat.channel !== without && (await speak(chat, text, buttons, key))) return true;
    }
    return false;
  }

  return { ...answering(parts, handle), tell };
}

function intentOf(event: Inbound): Intent {
  if (event.kind === 'text')
    return looksLikeInvite(event.text) ? { kind: 'start', code: event.text } : understand(event.text);
  if (event.kind !== 'tap') return { kind: 'other' };
  return understand(menuMeanings[event.payload] ?? '');
}

/** What is said to what we make nothing of; a button like that is one whose question is over. */
function puzzled(event: Inbound, say: Say): string {
  if (event.kind === 'tap') return say('conversation-menu');
  return say('conversation-other');
}
