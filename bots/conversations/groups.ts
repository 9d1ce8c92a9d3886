import { setTimeout as sleep } from 'node:timers/promises';
import type { Groups, Inbound } from '../../hub/channels/index.ts';
import type { Delivery } from '../../hub/delivery/index.ts';
import { looksLikeInvite } from '../../hub/people/index.ts';
import { shortId } from '../../hub/platform/ids.ts';
import type { ConversationParts, Tell, Turn } from './turn.ts';
import type { Reply } from './replies.ts';
import { understand } from './understand.ts';

export interface GroupTalkParts extends ConversationParts {
  groups: Pick<Groups, 'heard' | 'change'>;
  unitGroups: Pick<Delivery, 'sayGroupCode' | 'makeGroupCode' | 'unitsWithGroups'>;
}

/** Groups speak Vietnamese, whoever is in them. */
const language = 'vi';
const longestWaitMs = 10_000;
/** As many as every channel with buttons shows. */
const mostUnits = 5;
const unitPrefix = 'group:';

/**
 * What is said in a unit's group: the code that links it, and "đã nắm". Everything else is people's own talk and left
 * alone. What is answered in the group names nobody and says of nobody whether he or she is a member.
 */
export function groupTalk(
  { people, notices, groups, unitGroups, channels, budget, locales, onProblem }: GroupTalkParts,
  { replyTo, tell }: { replyTo: (event: Inbound) => Reply; tell: Tell },
) {
  /** Somebody did something in a group. */
  async function hear(event: Inbound & { group: string }): Promise<void> {
    const { channel, address, group, kind, text } = event;
    if (event.at) await people.chats.heard(channel, address, new Date(event.at));
    await groups.heard(channel, group, address);
    if (kind !== 'text') return;
    if (looksLikeInvite(text)) return await takeCode(event);
    if (understand(text).kind === 'acknowledge') await acknowledge(event);
  }

  async function takeCode({ channel, address, group, text }: Inbound & { group: string }): Promise<void> {
    const link = await unitGroups.sayGroupCode({ channel, address: group, text });
    if (link.kind === 'spent') return await sayInGroup({ channel, group }, 'group-code-spent');
    if (link.kind !== 'linked') return;
    // Who spoke is in it, also where the provider does not say who is.
    const { name = '', people: others = [] } = (await channels.get(channel)?.groupInfo?.(group)) ?? {};
    await groups.change(channel, { kind: 'came', group, people: [address, ...others], name });
    await sayInGroup({ channel, group }, 'group-linked');
    const maker = await people.member(link.createdBy);
    const say = locales(maker.language);
    await tell(maker.id, say('group-linked-told', { unit: link.unit }));
  }

  /** Noted for whoever is a recipient, and said to that person alone; to others nothing is said at all. */
  async function acknowledge(event: Inbound & { group: string }): Promise<void> {
    const { channel, address, group } = event;
    const chat = await people.chats.memberOf(channel, address);
    if (!chat || chat.state === 'ended') return;
    const done = await notices.acknowledgeInGroup(chat.member.id, { channel, group });
    if (!done || chat.state !== 'active') return;
    const say = locales(chat.member.language);
    await replyTo(event).text(say('conversation-acknowledged', { title: done.title }));
  }

  async function sayInGroup(
    { channel: name, group }: { channel: Inbound['channel']; group: string },
    words: 'group-linked' | 'group-code-spent',
  ): Promise<void> {
    const channel = channels.get(name);
    if (!channel?.sendToGroup) return;
    const waitMs = await budget.spend(name, 1);
    if (waitMs > longestWaitMs) return;
    if (waitMs > 0) await sleep(waitMs);
    const say = locales(language);
    const text = words === 'group-linked' ? say('group-linked') : say('group-code-spent');
    const answer = await channel.sendToGroup(group, text);
    if (answer.kind !== 'sent')
      onProblem('group', new Error(`a word in a group was not taken: ${answer.kind}`));
  }

  /** True where this turn, in a personal chat, was about a group of the member's unit and is dealt with. */
  async function takesOver({ event, intent, say, reply }: Turn, memberId: string): Promise<boolean> {
    const chosen = event.payload.startsWith(unitPrefix) ? event.payload.slice(unitPrefix.length) : null;
    if (intent.kind !== 'group' && chosen === null) return false;
    await reply.settle('', true);
    const units = await unitGroups.unitsWithGroups(memberId);
    const unit = chosen === null ? units[0] : units.find(({ id }) => shortId(id) === chosen);
    if (!unit) {
      await reply.text(say('group-not-yours'));
      return true;
    }
    if (chosen === null && units.length > 1) {
      const buttons = units.slice(0, mostUnits).map(({ id, name }) => ({
        label: name,
        payload: `${unitPrefix}${shortId(id)}`,
      }));
      await reply.text(say('group-which-unit'), buttons);
      return true;
    }
    const made = await unitGroups.makeGroupCode({ memberId, via: 'chat' }, unit.code);
    await reply.text(
      made
        ? say('group-code', { unit: unit.name, code: made.code, until: made.expiresAt })
        : say('group-no-channel'),
    );
    return true;
  }

  return { hear, takesOver };
}
