import { setTimeout as sleep } from 'node:timers/promises';
import {
  splitText,
  type Button,
  type Channel,
  type ChannelName,
  type Inbound,
  type Outgoing,
  type OutgoingFile,
} from '../../hub/channels/index.ts';
import { newId } from '../../hub/platform/ids.ts';
import { choices } from './choices.ts';
import { openDraft, type Draft } from './drafts.ts';
import type { ConversationParts } from './turn.ts';

/** How a conversation answers the person who is waiting. */
export interface Reply {
  /** Says something, with buttons under it; where the channel has none they are numbered lines. */
  text(text: string, buttons?: readonly Button[]): Promise<void>;
  /** Says a list whose lines have numbers to choose by; buttons only spare the typing. */
  list(text: string, buttons?: readonly Button[]): Promise<void>;
  /** Sends a file that the channel can carry. False where it was not taken. */
  file(file: OutgoingFile): Promise<boolean>;
  /**
   * Shows what is being written, where the channel can show it unfinished; nothing elsewhere. Each call replaces the one
   * before, and the next `text` takes its place. Never throws, and waits for nobody.
   */
  draft(text: string): void;
  /** Answers a tap; nothing happens for other events. */
  settle(toast: string, removeButtons: boolean): Promise<void>;
  /** The whole answer to a tap; where nobody would see a toast, as of a tap that was typed, it is said. */
  answerTap(toast: string, removeButtons: boolean): Promise<void>;
}

const tries = 4;
const longestWaitMs = 10_000;

/** Answers go ahead of broadcasts: they take the next free send of the same budget. */
export function replies(parts: ConversationParts) {
  const { channels, budget, people, usage, onProblem } = parts;
  const typed = choices(parts);

  /** Waits for the chat's turn, then for the bot's. False where that takes longer than a person would wait. */
  async function turnComes(channel: ChannelName, address: string): Promise<boolean> {
    for (const take of [() => budget.chats.spend(channel, address), () => budget.spend(channel, 1)]) {
      const waitMs = await take();
      if (waitMs > longestWaitMs) return false;
      if (waitMs > 0) await sleep(waitMs);
    }
    return true;
  }

  /** What is answered counts too where a provider counts. A count that fails must not make the answer come twice. */
  async function count({ name, terms }: Channel, paid: boolean): Promise<void> {
    if (!terms) return;
    const one = paid
      ? ({ way: 'paid', cost: terms.window?.cost ?? 0, count: 1 } as const)
      : ({ way: 'reply', cost: 0, count: 1 } as const);
    await usage.add(name, [one]).catch((error: unknown) => onProblem('usage', error));
  }

  /** True where the provider took it. */
  async function sendPart(
    channel: Channel,
    address: string,
    part: Outgoing['part'],
    key: string,
    replaces?: string | null,
  ): Promise<boolean> {
    for (let attempt = 0; attempt < tries; attempt += 1) {
      if (!(await turnComes(channel.name, address))) break;
      const outcome = await channel.send({ address, part, key, ...(replaces ? { replaces } : {}) });
      if (outcome.kind === 'sent') {
        await count(channel, outcome.paid ?? false);
        return true;
      }
      if (outcome.kind === 'moved') return false;
      if (outcome.kind === 'refused') {
        if (outcome.reason === 'blocked') await people.chats.block(channel.name, [address]);
        return false;
      }
      // A reply without an answer is not repeated: seeing it twice confuses more than asking again.
      if (outcome.kind === 'unknown') return false;
      if (outcome.limited && !outcome.ofChannel && !outcome.ofMessage)
        await budget.limited(channel.name, address, outcome.waitMs);
      if (outcome.waitMs > longestWaitMs) break;
      await sleep(outcome.waitMs);
    }
    onProblem('reply', new Error(`a reply on ${channel.name} was given up`));
    return false;
  }

  /**
   * Says something in a chat. True where the provider took all of it.
   *
   * @param key where the same is said in several chats: two that lead into one conversation show it there once
   * @param replaces the message of a draft, whose place it takes
   */
  async function speak(
    { channel: name, address }: Pick<Inbound, 'channel' | 'address'>,
    text: string,
    buttons: readonly Button[] = [],
    key: string = newId(),
    replaces: string | null = null,
  ): Promise<boolean> {
    const channel = channels.get(name);
    if (!channel) return false;
    const noButtons = buttons.length > 0 && !typed.hasButtons(name);
    const whole = noButtons ? `${text}\n\n${await typed.offer({ channel: name, address }, buttons)}` : text;
    const pieces = splitText(whole.normalize('NFC'), channel.limits.textUnits);
    let taken = true;
    for (const [index, piece] of pieces.entries()) {
      const last = index === pieces.length - 1 && !noButtons;
      const part = { kind: 'text', text: piece, bold: [], buttons: last ? buttons : [] } as const;
      const inPlaceOf = index === 0 ? replaces : null;
      if (!(await sendPart(channel, address, part, `${key}-${index}`, inPlaceOf))) taken = false;
    }
    return taken;
  }

  const replyTo = (event: Inbound): Reply => {
    const channel = channels.get(event.channel);
    const { address } = event;
    let draft: Draft | null = null;
    /** The finished text takes the place of the draft, if there is one. */
    const finish = async (text: string, buttons: readonly Button[]) => {
      const replaced = (await draft?.end()) ?? null;
      draft = null;
      await speak(event, text, buttons, newId(), replaced);
    };
    return {
      async text(text, buttons = []) {
        await finish(text, buttons);
      },
      async list(text, buttons = []) {
        await typed.forget(event);
        await finish(text, typed.hasButtons(event.channel) ? buttons : []);
      },
      async file(file) {
        return channel !== undefined && (await sendPart(channel, address, { kind: 'file', file }, newId()));
      },
      draft(text) {
        if (!channel?.showDraft) return;
        draft ??= openDraft(channel, address, parts);
        draft.show(text);
      },
      settle,
      async answerTap(toast, removeButtons) {
        if (event.tapId && channel?.settleTap) await settle(toast, removeButtons);
        else await speak(event, toast);
      },
    };

    async function settle(toast: string, removeButtons: boolean): Promise<void> {
      if (event.kind !== 'tap' || !event.tapId || !event.messageId || !channel?.settleTap) return;
      const tap = { channel: event.channel, address, tapId: event.tapId, messageId: event.messageId };
      await channel.settleTap(tap, { toast, removeButtons });
    }
  };

  return { replyTo, speak, read: typed.read };
}
