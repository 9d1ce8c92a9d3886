import {
  channelInWords,
  channelNames,
  type Button,
  type ChannelName,
  type Inbound,
} from '../../hub/channels/index.ts';
import type { LinkedChat } from '../../hub/people/index.ts';
import { idFromShort, shortId } from '../../hub/platform/ids.ts';
import type { Say } from '../../hub/platform/locales.ts';
import { channelWish, type ChannelWish } from './channel-wishes.ts';
import type { ConversationParts, Turn } from './turn.ts';
import { mailboxOffer } from './mailbox.ts';
import type { OwnChat } from './my-data.ts';

const firstPrefix = 'first:';

/**
 * "/kenh": a member sees the own channels in their order, and says which is tried first, which stops, which goes on.
 * Works also where notices are stopped.
 *
 * @param askToStop the question before notices stop in this very chat
 */
export function channelChoice(parts: ConversationParts, askToStop: (turn: Turn) => Promise<void>) {
  const { inbox, people, notices } = parts;
  const mailbox = mailboxOffer(parts);

  /** True where this turn was about one's own channels and is dealt with. */
  async function takesOver(turn: Turn, own: OwnChat): Promise<boolean> {
    const { event, intent, reply } = turn;
    if (intent.kind === 'channels') {
      await reply.settle('', true);
      await show(turn, own);
      return true;
    }
    const state = await inbox.state(event.channel, event.address);
    const shown = state?.step === 'ordering' ? (state['ids'] as string[]) : null;
    // Also without the list one may name a channel and what is to become of it.
    const spoken = tapsOne(event) || typed(event, channelNames, false) !== null;
    if (!shown && !spoken) return false;
    const chats = await people.chats.chatsOf(own.member.id);
    const listed = shown ? inTheOrderOf(shown, chats) : chats;
    const channels = listed.map(({ channel }) => channel);
    const wish = tapped(event.payload, listed) ?? typed(event, channels, shown !== null);
    if (!wish && !spoken) return false;
    await reply.settle('', true);
    if (shown) await inbox.setState(event.channel, event.address, null);
    if (wish) await fulfil(turn, own, wish, listed);
    else await show(turn, own);
    return true;
  }

  async function show(turn: Turn, { chatId, member }: OwnChat): Promise<void> {
    const { event, say, reply } = turn;
    const chats = await people.chats.chatsOf(member.id);
    const further = [(await mailbox.button(member.id, say)) ?? []].flat();
    if (chats.length < 2) {
      await inbox.setState(event.channel, event.address, null);
      const channel = channelInWords(event.channel, say);
      return await reply.text(say('my-channels-one', { channel }), further);
    }
    await inbox.setState(event.channel, event.address, { step: 'ordering', ids: chats.map(({ id }) => id) });
    const chosen = chats.some((chat) => chat.chosen);
    const lines = [
      say('my-channels', { list: listInWords(chats, chatId, say), last: chats.length }),
      ...(chosen ? [say('my-channels-chosen')] : []),
      ...(further.length > 0 ? [say('my-channels-mailbox')] : []),
    ];
    await reply.list(lines.join('\n'), [
      ...chats.map(({ id, channel }, index): Button => ({
        label: `${index + 1}. ${channelInWords(channel, say)}`,
        payload: `${firstPrefix}${shortId(id)}`,
      })),
      ...(chosen ? [{ label: say('button-channels-unit'), payload: 'channels:unit' }] : []),
      ...further,
    ]);
  }

  async function fulfil(
    turn: Turn,
    own: OwnChat,
    wish: ChannelWish,
    listed: readonly LinkedChat[],
  ): Promise<void> {
    const { say, reply } = turn;
    const { code } = own.member;
    const by = { memberId: own.member.id, via: 'chat' } as const;
    switch (wish.kind) {
      case 'unit':
        await people.chats.followUnit(by, code);
        return await sayOrder(turn, own, say('my-channels-by-unit'));
      case 'order':
        return await putInOrder(
          turn,
          own,
          wish.places.map((place) => listed[place]!),
        );
      case 'stop':
        return await stop(turn, own, listed[wish.place]!);
      case 'resume':
        return await resume(turn, own, listed[wish.place]!);
      case 'unclear': {
        const channel = channelInWords(listed[wish.place]!.channel, say);
        return await reply.text(say('my-channel-unclear', { channel }));
      }
    }
  }

  async function putInOrder(turn: Turn, own: OwnChat, wanted: readonly LinkedChat[]): Promise<void> {
    const by = { memberId: own.member.id, via: 'chat' } as const;
    const [first, ...more] = wanted;
    if (more.length > 0) {
      const ids = wanted.map(({ id }) => id);
      await people.chats.orderChats(by, own.member.code, ids);
      return await sayOrder(turn, own, turn.say('my-channels-ordered'));
    }
    await people.chats.preferChat(by, own.member.code, first!.id);
    await turn.reply.text(
      turn.say('my-channel-first', { channel: channelInWords(first!.channel, turn.say) }),
    );
  }

  async function sayOrder({ say, reply }: Turn, { chatId, member }: OwnChat, words: string): Promise<void> {
    const chats = await people.chats.chatsOf(member.id);
    await reply.text(`${words}\n${listInWords(chats, chatId, say)}`);
  }

  async function stop(turn: Turn, { chatId, member }: OwnChat, { id, channel }: LinkedChat): Promise<void> {
    const { say, reply } = turn;
    if (id === chatId) return await askToStop(turn);
    await people.chats.stopChat({ memberId: member.id, via: 'chat' }, member.code, id);
    const stopped = say('my-channel-stopped', { channel: channelInWords(channel, say) });
    const left = (await people.chats.chatsOf(member.id)).some(({ state }) => state === 'active');
    await reply.text(left ? stopped : `${stopped}\n${say('my-channels-none-left')}`);
  }

  async function resume({ say, reply }: Turn, { member }: OwnChat, { id, channel, state }: LinkedChat) {
    const words = { channel: channelInWords(channel, say) };
    if (state === 'blocked') return await reply.text(say('my-channel-blocked', words));
    await people.chats.resumeChat({ memberId: member.id, via: 'chat' }, member.code, id);
    await reply.text(say('my-channel-resumed', words));
    await notices.deliverMissed(member.id);
  }

  return { takesOver };
}

/** As they were shown; one that was unlinked since is left out. */
function inTheOrderOf(ids: readonly string[], chats: readonly LinkedChat[]): LinkedChat[] {
  return ids.flatMap((id) => chats.find((chat) => chat.id === id) ?? []);
}

function tapsOne({ payload }: Inbound): boolean {
  return payload === 'channels:unit' || payload.startsWith(firstPrefix);
}

function tapped(payload: string, chats: readonly LinkedChat[]): ChannelWish | null {
  if (payload === 'channels:unit') return { kind: 'unit' };
  if (!payload.startsWith(firstPrefix)) return null;
  const id = idFromShort(payload.slice(firstPrefix.length));
  const place = chats.findIndex((chat) => chat.id === id);
  return place < 0 ? null : { kind: 'order', places: [place] };
}

function typed(
  { kind, text }: Inbound,
  channels: readonly ChannelName[],
  shown: boolean,
): ChannelWish | null {
  return kind === 'text' ? channelWish(text, channels, { shown }) : null;
}

function listInWords(chats: readonly LinkedChat[], here: string, say: Say): string {
  return chats
    .map(({ id, channel: name, state }, index) => {
      const channel = say('my-channel-state', { channel: channelInWords(name, say), state });
      return `${index + 1}. ${id === here ? say('my-channel-here', { channel }) : channel}`;
    })
    .join('\n');
}
