import { setTimeout as sleep } from 'node:timers/promises';
import {
  filled,
  possibleWays,
  type Channel,
  type Left,
  type PossibleWay,
  type SendOutcome,
  type Situation,
  type Terms,
  type Way,
} from '../channels/index.ts';
import { shortId } from '../platform/ids.ts';
import type { Rendered } from './ask.ts';
import type { Batch, ClaimedRow } from './claim.ts';
import type { EngineParts } from './engine.ts';
import { groupsOfRows, groupPatienceMs } from './group-rows.ts';
import type { Gone, Outcome } from './record.ts';
import { setAside, type Share } from './set-aside.ts';

/** Says what an answer means for the ledger; `null` where it speaks of the whole message and not of one part. */
type Translate = (
  batch: Batch,
  row: ClaimedRow,
  answer: SendOutcome,
  message: Rendered | null,
) => Promise<Outcome>;

export interface ByWays {
  /** Reaches one person by the best way that is open; `sendPart` sends the next part as an ordinary message. */
  ask(row: ClaimedRow, message: Rendered, sendPart: () => Promise<SendOutcome>): Promise<Outcome>;
  /** All outcomes of the batch stand in the ledger. */
  end(): void;
}

/** Whoever is asked a second time takes a place in the provider's minute; a longer wait is no wait any more. */
const longestWaitMs = 10_000;
const endless: Left = { messages: Infinity, money: Infinity };

/**
 * For channels whose provider lets not everybody be written to. Which ways are open to a person is decided before the
 * provider is asked; one that the provider closes all the same leads to the next one, and none to the next channel.
 */
export function waysOpen(parts: EngineParts, translate: Translate) {
  const { clock, budget, database } = parts;
  const shareOf = setAside(parts.usage);

  return async (batch: Batch, channel: Channel, terms: Terms): Promise<ByWays> => {
    const members = batch.rows.map(({ memberId }) => memberId);
    const groups = channel.sendToGroup
      ? await groupsOfRows(database, { ...batch, members }, clock())
      : new Map<string, { groupId: string; instead: boolean }>();
    const share = await shareOf(channel.name, terms);

    async function ask(
      row: ClaimedRow,
      message: Rendered,
      sendPart: () => Promise<SendOutcome>,
    ): Promise<Outcome> {
      const group = groups.get(row.memberId) ?? null;
      const situation = {
        purpose: message.content.purpose,
        standing: { heardAt: row.heardAt, hasPhone: row.hasPhone, group },
        parts: message.parts.length - row.partsSent,
        now: clock(),
      };
      const tried = new Set<Way>();
      let closed = whyNone(terms, situation, share.left());
      for (;;) {
        const open = possibleWays(terms, { ...situation, left: share.left() });
        const best = open.find(({ way }) => !tried.has(way));
        if (!best) return { kind: 'reroute', end: 'unreachable', reason: `closed: ${closed}`.slice(0, 80) };
        if (best.way === 'group')
          return { kind: 'in-group', groupId: group!.groupId, nextAt: later(groupPatienceMs) };
        const waitMs = tried.size > 0 ? await budget.spend(channel.name, 1) : 0;
        if (waitMs > longestWaitMs)
          return { kind: 'retry', nextAt: later(waitMs), counts: false, reason: 'channel-paused' };
        if (waitMs > 0) await sleep(waitMs);
        tried.add(best.way);
        const isTemplate = best.way !== 'free' && best.way !== 'paid';
        const answer = await taking(share, best, terms, () =>
          isTemplate ? sendTemplate(batch, channel, terms, { row, message, way: best.way }) : sendPart(),
        );
        const isClosed =
          answer.kind === 'refused' &&
          (answer.reason === 'closed' || (isTemplate && answer.reason === 'invalid'));
        if (isClosed) {
          closed = answer.detail;
          continue;
        }
        const outcome = await translate(batch, row, answer, isTemplate ? null : message);
        const went = answer.kind === 'sent' && (outcome.kind === 'sent' || outcome.kind === 'part');
        return went ? { ...outcome, gone: goneBy(best, answer.paid, terms) } : outcome;
      }
    }

    return { ask, end: share.end };
  };

  async function sendTemplate(
    batch: Batch,
    channel: Channel,
    terms: Terms,
    { row, message, way }: { row: ClaimedRow; message: Rendered; way: Way },
  ): Promise<SendOutcome> {
    const { purpose, fields } = message.content;
    const template = terms.templateFor(purpose)!;
    const data = filled(template, { ...fields, name: row.fullName });
    if (!data) return { kind: 'refused', reason: 'closed', detail: 'template-parameter-empty' };
    const phone = way === 'phone_template' ? await parts.phoneOf(row.memberId) : undefined;
    if (phone === null) return { kind: 'refused', reason: 'closed', detail: 'no-phone' };
    return await channel.sendTemplate!(row.address!, {
      templateId: template.id,
      data,
      ...(phone === undefined ? {} : { phone }),
      trackingId: `${shortId(batch.noticeId)}.${shortId(row.memberId)}`,
    });
  }

  function later(waitMs: number): Date {
    return new Date(clock().getTime() + Math.ceil(waitMs));
  }
}

/** While the provider is asked all that the message may take is set aside; then what has really gone. */
async function taking(
  share: Share,
  way: PossibleWay,
  terms: Terms,
  ask: () => Promise<SendOutcome>,
): Promise<SendOutcome> {
  const all = { messages: way.messages, money: way.cost };
  share.take(all);
  const answer = await ask();
  share.giveBack(all);
  if (answer.kind === 'sent') share.take({ messages: 1, money: goneBy(way, answer.paid, terms).cost });
  return answer;
}

/** In one word, why nothing can be tried. */
function whyNone(terms: Terms, situation: Omit<Situation, 'left'>, left: Left): string {
  const anyhow = possibleWays(terms, { ...situation, left: endless });
  if (anyhow.length === 0) return 'no-way';
  return anyhow.some(({ messages }) => messages <= left.messages) ? 'budget' : 'quota';
}

/** What one send used up. The provider knows better than we whether it charged. */
function goneBy({ way, cost }: PossibleWay, paid: boolean | undefined, { window }: Terms): Gone {
  if (way !== 'free' && way !== 'paid') return { way, cost };
  const charged = paid ?? way === 'paid';
  return charged ? { way: 'paid', cost: window?.cost ?? 0 } : { way: 'free', cost: 0 };
}
