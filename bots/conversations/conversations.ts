import { setTimeout as sleep } from 'node:timers/promises';
import type {
  Budget,
  Button,
  Channel,
  ChannelName,
  Inbound,
  Inbox,
  Usage,
} from '../../hub/channels/index.ts';
import type { Attendance } from '../../hub/attendance/index.ts';
import type { Meetings } from '../../hub/meetings/index.ts';
import { acknowledgePrefix, type Notices, type WaitingNotice } from '../../hub/notices/index.ts';
import { looksLikeInvite, type Member, type People } from '../../hub/people/index.ts';
import type { Clock } from '../../hub/platform/clock.ts';
import { idFromShort, newId } from '../../hub/platform/ids.ts';
import type { Locales, Say } from '../../hub/platform/locales.ts';
import type { Log } from '../../hub/platform/log.ts';
import { channelChoice } from './channels.ts';
import { enrolment } from './enrolment.ts';
import { groupTalk, type GroupTalkParts } from './groups.ts';
import { mailboxOffer } from './mailbox.ts';
import { menuButtons } from './menu.ts';
import { myData } from './my-data.ts';
import { listInWords } from './passing-offers.ts';
import { passingOn } from './passing-on.ts';
import { replies, type Reply } from './replies.ts';
import { stopping } from './stopping.ts';
import { understand, type Intent } from './understand.ts';

export interface ConversationParts {
  inbox: Inbox;
  people: People;
  notices: Notices;
  meetings: Meetings;
  attendance: Attendance;
  channels: ReadonlyMap<ChannelName, Channel>;
  budget: Budget;
  usage: Usage;
  locales: Locales;
  /** Where an invitation can be used, by channel. */
  linksFor: (code: string) => Promise<Partial<Record<ChannelName, string>>>;
  /** The address of a sign-in link for the console. */
  signInUrl: (token: string) => Promise<string>;
  clock: Clock;
  log: Log;
  onProblem: (work: string, error: unknown) => void;
}

/** Everything a handler needs to know about who is speaking. */
export interface Turn {
  event: Inbound;
  intent: Intent;
  say: Say;
  reply: Reply;
}

export interface Conversations {
  /** Answers all chats that wait, several at once, each in its own order. Never throws. */
  work(): Promise<void>;
  /** Takes no more chats and waits for those being answered. */
  stop(): Promise<void>;
  /**
   * Says something to a member who did not ask just now, in the first chat that takes it. False where none does.
   *
   * @param without a channel that is not asked
   */
  tell(memberId: string, text: string, options?: { without: ChannelName }): Promise<boolean>;
}

const chatsAtOnce = 8;
const afterProblemMs = 250;
/** The longest list of waiting documents that fits a small screen. */
const listed = 10;

/** What a linked member may say or tap, and what happens. Knows no provider. */
export function conversations(parts: GroupTalkParts): Conversations {
  const { inbox, people, notices, locales } = parts;
  const { replyTo, speak, read } = replies(parts);
  const enrol = enrolment(parts);
  const stop = stopping(parts);
  const mine = myData(parts, stop.ask);
  const mailbox = mailboxOffer(parts);
  const choose = channelChoice(parts, stop.ask);
  const pass = passingOn(parts);
  const inGroups = groupTalk(parts, { replyTo, tell });
  const runners = new Set<Promise<void>>();
  let lookAgain = false;
  let stopped = false;

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
    if (await enrol.takesOver(turn, chat?.member ?? null)) return;
    if (!chat) return await enrol.welcomeStranger(turn);
    if (event.kind === 'contact') return await mine.takePhone(turn, chat);
    if (event.payload.startsWith(acknowledgePrefix)) return await tapAcknowledged(turn, chat.member.id);
    if (await mine.takesOver(turn, chat)) return;
    if (await mailbox.takesOver(turn, chat.member.id)) return;
    if (await choose.takesOver(turn, chat)) return;
    if (chat.state === 'stopped') return await stop.resumeOrExplain(turn, chat.member.id);
    if (await pass.takesOver(turn, chat.member.id)) return;
    if (await inGroups.takesOver(turn, chat.member.id)) return;
    await converse(turn, chat.member.id);
  }

  /** The provider says that the person took back the consent given to it: nothing is asked any more. */
  async function forgetWithdrawn({ channel, address }: Inbound, member: Member | null): Promise<void> {
    if (member) await people.eraseData({ memberId: member.id, via: 'chat' }, member.code);
    else await people.chats.forget(channel, address);
    await inbox.forget(channel, address);
  }

  async function converse(turn: Turn, memberId: string): Promise<void> {
    const { event, intent, say, reply } = turn;
    if (event.kind === 'tap') await reply.settle('', true);
    const state = await inbox.state(event.channel, event.address);
    // Wrong codes stay counted whatever is said in between.
    if (state && state.step !== 'guessing') await inbox.setState(event.channel, event.address, null);
    if (state?.step === 'stopping') return await stop.stopIfSure(turn);
    if (state?.step === 'choosing' && (intent.kind === 'number' || intent.kind === 'all')) {
      return await takeChosen(turn, memberId, state);
    }
    switch (intent.kind) {
      case 'acknowledge':
        return await acknowledgeTyped(turn, memberId);
      case 'polite':
        return await askWhetherAcknowledged(turn, memberId);
      case 'start':
      case 'menu':
        return await reply.text(say('conversation-menu'), menuButtons(say));
      case 'number':
        return await takeNumber(turn, memberId, intent.number);
      case 'waiting':
        return await listWaiting(turn, memberId);
      case 'language':
        return await chooseLanguage(turn, memberId);
      case 'later':
        return await reply.text(say('conversation-later'), menuButtons(say));
      case 'help':
        return await reply.text(say('conversation-help'), menuButtons(say));
      case 'stop':
        return await stop.ask(turn);
      case 'resume':
        return await reply.text(say('conversation-already-on'), menuButtons(say));
      default:
        return await reply.text(puzzled(event, say), menuButtons(say));
    }
  }

  async function tapAcknowledged({ event, say, reply }: Turn, memberId: string): Promise<void> {
    const noticeId = idFromShort(event.payload.slice(acknowledgePrefix.length));
    // The button only refers: what counts is whether the presser is a recipient.
    const done = noticeId ? await notices.acknowledge(memberId, noticeId) : null;
    if (!done && noticeId && (await notices.isClosed(noticeId)))
      return await reply.answerTap(say('conversation-notice-closed'), true);
    if (!done) return await reply.answerTap(say('conversation-not-yours'), false);
    if (!done.first) return await reply.answerTap(say('conversation-acknowledged-toast'), true);
    await reply.settle(say('conversation-acknowledged-toast'), true);
    await thank({ say, reply }, memberId, { id: noticeId!, title: done.title });
  }

  async function acknowledgeTyped(turn: Turn, memberId: string): Promise<void> {
    const waiting = await notices.waitingFor(memberId);
    if (waiting.length > 1) return await listWaiting(turn, memberId, waiting);
    if (!waiting[0]) return await turn.reply.text(turn.say('conversation-nothing-waits'));
    await notices.acknowledge(memberId, waiting[0].id);
    await thank(turn, memberId, waiting[0]);
  }

  /** A number that answers no list: where a notice has no button, 1 stands for it. */
  async function takeNumber(turn: Turn, memberId: string, number: number): Promise<void> {
    const { event, say, reply } = turn;
    const hasButtons = parts.channels.get(event.channel)?.limits.buttons !== 0;
    const waiting = hasButtons ? [] : await notices.waitingFor(memberId);
    if (waiting.length === 0) return await reply.text(puzzled(event, say), menuButtons(say));
    if (number !== 1) return await listWaiting(turn, memberId, waiting);
    await acknowledgeTyped(turn, memberId);
  }

  /** It is noted; whoever has to pass it on is asked for that next. */
  async function thank(
    { say, reply }: Pick<Turn, 'say' | 'reply'>,
    memberId: string,
    { id, title }: { id: string; title: string },
  ): Promise<void> {
    const noted = say('conversation-acknowledged', { title });
    const passing = await pass.offered(memberId, say, id);
    if (!passing) return await reply.text(noted);
    const waits = passing.waiting.map(({ unitName, passOnBy, cameAt }) =>
      say('cascade-wait', { unit: unitName, passOnBy: passOnBy ?? cameAt }),
    );
    await reply.text([noted, ...waits].join('\n'), passing.buttons);
  }

  /** "Vâng" to a long document says that it was seen, no more: the question is asked once, plainly. */
  async function askWhetherAcknowledged({ say, reply }: Turn, memberId: string): Promise<void> {
    const [latest] = await notices.waitingFor(memberId);
    if (!latest) return await reply.text(say('conversation-polite'));
    await reply.text(say('conversation-ask-acknowledged', { title: latest.title }), [
      { label: say('button-acknowledge'), payload: notices.acknowledgePayload(latest.id) },
    ]);
  }

  async function listWaiting(turn: Turn, memberId: string, known?: WaitingNotice[]): Promise<void> {
    const { event, say, reply } = turn;
    const waiting = known ?? (await notices.waitingFor(memberId));
    const passing = await pass.offered(memberId, say);
    if (waiting.length === 0 && !passing)
      return await reply.text(say('conversation-nothing-waits'), menuButtons(say));
    await inbox.setState(event.channel, event.address, {
      step: 'choosing',
      ids: waiting.map((notice) => notice.id),
      passing: passing?.waiting.map(({ rootId, unit }) => ({ rootId, unit })) ?? [],
    });
    const toPassOn = passing ? [listInWords(passing.waiting, { say, from: waiting.length })] : [];
    if (waiting.length === 0) return await reply.list(toPassOn.join(), passing?.buttons);
    const lines = waiting.slice(0, listed).map((notice, index) => `${index + 1}. ${described(notice, say)}`);
    const toAcknowledge = [
      say('conversation-waiting', { count: waiting.length }),
      lines.join('\n'),
      say('conversation-choose'),
    ];
    await reply.list([...toAcknowledge, ...toPassOn].join('\n\n'), passing?.buttons);
  }

  /** The number of a line of the list: first those to acknowledge, then those to pass on. */
  async function takeChosen(turn: Turn, memberId: string, state: Record<string, unknown>): Promise<void> {
    const ids = state['ids'] as string[];
    const passing = (state['passing'] ?? []) as { rootId: string; unit: string }[];
    const chosen = turn.intent.kind === 'number' ? passing[turn.intent.number - ids.length - 1] : undefined;
    if (chosen) return await pass.begin(turn, memberId, chosen);
    await acknowledgeChosen(turn, memberId, ids);
  }

  async function acknowledgeChosen(turn: Turn, memberId: string, ids: string[]): Promise<void> {
    const { intent } = turn;
    const chosen = intent.kind === 'number' ? ids.slice(intent.number - 1, intent.number) : ids;
    if (intent.kind === 'number' && (intent.number < 1 || chosen.length === 0))
      return await listWaiting(turn, memberId);
    for (const id of chosen) {
      const done = await notices.acknowledge(memberId, id);
      if (done) await thank(turn, memberId, { id, title: done.title });
    }
  }

  async function chooseLanguage({ intent, event, say, reply }: Turn, memberId: string): Promise<void> {
    const tapped = event.payload === 'language:en' ? 'en' : event.payload === 'language:vi' ? 'vi' : null;
    const language = tapped ?? (intent.kind === 'language' ? intent.language : null);
    if (!language) return await reply.text(say('conversation-language-question'), languageButtons);
    await people.setLanguage(memberId, language);
    const now = locales(language);
    await reply.text(now('conversation-language-set'), menuButtons(now));
  }

  async function tell(memberId: string, text: string, options?: { without: ChannelName }): Promise<boolean> {
    const key = newId();
    for (const chat of await people.chats.addressesOf(memberId)) {
      if (chat.channel !== options?.without && (await speak(chat, text, [], key))) return true;
    }
    return false;
  }

  /** Lets one more look for a chat that waits. Who finds one calls the next: as many answer as there is to answer. */
  function look(): void {
    if (stopped) return;
    if (runners.size >= chatsAtOnce) {
      lookAgain = true;
      return;
    }
    const runner = answerChats().finally(() => {
      runners.delete(runner);
      if (!lookAgain) return;
      lookAgain = false;
      look();
    });
    runners.add(runner);
  }

  async function allAnswered(): Promise<void> {
    while (runners.size > 0) await Promise.all(runners);
  }

  async function lookAndHandle(event: Inbound): Promise<void> {
    look();
    await handle(event);
  }

  async function answerChats(): Promise<void> {
    try {
      while (!stopped && (await inbox.workOnOneChat(lookAndHandle)));
    } catch (error) {
      // The chat that failed waits a little; the others go on. Where nothing works, we are not in haste either.
      parts.onProblem('conversation', error);
      await sleep(afterProblemMs);
      lookAgain = true;
    }
  }

  return {
    async work() {
      look();
      await allAnswered();
    },
    async stop() {
      stopped = true;
      await allAnswered();
    },
    tell,
  };
}

function intentOf(event: Inbound): Intent {
  if (event.kind === 'text')
    return looksLikeInvite(event.text) ? { kind: 'start', code: event.text } : understand(event.text);
  if (event.kind !== 'tap') return { kind: 'other' };
  return understand(tapMeanings[event.payload] ?? '');
}

/** What is said to what we make nothing of; a button like that is one whose question is over. */
function puzzled(event: Inbound, say: Say): string {
  if (event.kind === 'file') return say('conversation-file');
  if (event.kind === 'tap') return say('conversation-menu');
  return say('conversation-other');
}

/** Buttons of ours that stand for something one could also type. */
const tapMeanings: Record<string, string> = {
  menu: '/menu',
  waiting: '/vanban',
  help: '/trogiup',
  stop: '/dung',
  language: '/ngonngu',
  'language:vi': 'tieng viet',
  'language:en': 'english',
};

const languageButtons: Button[] = [
  { label: 'Tiếng Việt', payload: 'language:vi' },
  { label: 'English', payload: 'language:en' },
];

function described(notice: WaitingNotice, say: Say): string {
  const number = notice.number ? ` (${notice.number})` : '';
  const due = notice.dueAt ? ` ${say('notice-due', { dueAt: notice.dueAt })}` : '';
  return `${notice.title}${number}.${due}`;
}
