import type { Template } from './templates.ts';

/** How one message goes, where a provider lets not everybody be written to at any time (channels.md 1.1, 1.5). */
export const ways = ['free', 'paid', 'template', 'phone_template', 'group', 'reply'] as const;
export type Way = (typeof ways)[number];

/** What a provider asks of whoever wants to write to people by themselves. */
export interface Terms {
  /** Whoever was heard may be written to, so long for nothing and then so long for money; null: anybody, at any time. */
  window: { freeMs: number; paidMs: number; cost: number } | null;
  /** Approved texts that reach also who was not heard. Null where there is none for what the message is about. */
  templateFor(purpose: Purpose): Template | null;
  /** The most that may go in a calendar month, replies included; null: no end. */
  monthlyQuota: number | null;
  /** The most people that may be linked; null: no end. */
  peopleQuota: number | null;
  /** The most that may be spent in a calendar month, in đồng; Infinity: no end. */
  monthlyBudget: number;
}

/** What a message is about, as ZALO_TEMPLATES names it. */
export type Purpose = 'notice' | 'directive' | 'reminder' | 'meeting';

/** Where one person stands on a channel. */
export interface Standing {
  /** When the person was last heard there. */
  heardAt: Date | null;
  hasPhone: boolean;
  /** A group of the person's unit in which he or she is; `instead`: it stands for personal messages. */
  group: { instead: boolean } | null;
}

/** What the channel's month has left. */
export interface Left {
  messages: number;
  money: number;
}

export interface PossibleWay {
  way: Exclude<Way, 'reply'>;
  /** What all of the message takes of the month's messages; 0 in a group, whose one post is counted by itself. */
  messages: number;
  /** The same in đồng. */
  cost: number;
}

export interface Situation {
  purpose: Purpose;
  standing: Standing;
  /** In how many parts it would go as an ordinary message. A template or a group's post stands for all of them. */
  parts: number;
  left: Left;
  now: Date;
}

/** What takes nothing of a month is open however much more than all of it is used. */
function isWithin({ messages, cost }: PossibleWay, left: Left): boolean {
  return (messages === 0 || messages <= left.messages) && (cost === 0 || cost <= left.money);
}

/**
 * The ways that are open to somebody now, best first, decided before anything is asked of the provider: the reply
 * window, then an approved template by the provider's id or by telephone, then the group. None: another channel.
 */
export function possibleWays(
  terms: Terms,
  { purpose, standing, parts, left, now }: Situation,
): PossibleWay[] {
  const { heardAt, hasPhone, group } = standing;
  const { window } = terms;
  const silentMs = heardAt ? now.getTime() - heardAt.getTime() : Infinity;
  const template = terms.templateFor(purpose);
  const inGroup: PossibleWay = { way: 'group', messages: 0, cost: 0 };
  const open: (PossibleWay | null)[] = [
    group?.instead ? inGroup : null,
    !window || silentMs < window.freeMs ? { way: 'free', messages: parts, cost: 0 } : null,
    window && silentMs >= window.freeMs && silentMs < window.paidMs
      ? { way: 'paid', messages: parts, cost: parts * window.cost }
      : null,
    template && template.userCost !== null ? { way: 'template', messages: 1, cost: template.userCost } : null,
    template && template.phoneCost !== null && hasPhone
      ? { way: 'phone_template', messages: 1, cost: template.phoneCost }
      : null,
    group && !group.instead ? inGroup : null,
  ];
  return open.filter((way) => way !== null).filter((way) => isWithin(way, left));
}
