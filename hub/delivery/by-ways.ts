import {
  filled,
  possibleWays,
  type Channel,
  type PossibleWay,
  type SendOutcome,
  type Terms,
} from '../channels/index.ts';
import type { Rendered } from './ask.ts';
import type { Batch, ClaimedRow } from './claim.ts';
import type { EngineParts } from './engine.ts';
import type { Outcome } from './record.ts';

/** Says what an answer means for the ledger; `null` where it speaks of the whole message and not of one part. */
type Translate = (
  batch: Batch,
  row: ClaimedRow,
  answer: SendOutcome,
  message: Rendered | null,
) => Promise<Outcome>;

/** Reaches one person by the best way that is open; `sendPart` sends the next part as an ordinary message. */
export type ByWays = (
  row: ClaimedRow,
  message: Rendered,
  sendPart: () => Promise<SendOutcome>,
) => Promise<Outcome>;

/**
 * For channels whose provider lets not everybody be written to. Which ways are open to a person is decided before the
 * provider is asked; one that the provider closes all the same leads to the next one, and none to the next channel.
 */
export function waysOpen(parts: EngineParts, translate: Translate) {
  return async (batch: Batch, channel: Channel, terms: Terms): Promise<ByWays> => {
    const left = await parts.usage.left(channel.name, terms);

    return async (row, message, sendPart) => {
      const { purpose } = message.content;
      const phone = terms.templateFor(purpose)?.phoneCost != null ? await parts.phoneOf(row.memberId) : null;
      const standing = { heardAt: row.heardAt, hasPhone: phone !== null, group: null };
      const open = possibleWays(terms, { purpose, standing, left, now: parts.clock() });
      let closed = left.messages > 0 ? 'closed: no way' : 'closed: quota';
      for (const possible of open) {
        const isTemplate = possible.way === 'template' || possible.way === 'phone_template';
        // Set aside before it is known whether it goes: what is asked at the same time must not take it too.
        left.messages -= 1;
        left.money -= possible.cost;
        const answer = isTemplate
          ? await sendTemplate(batch, channel, terms, { row, message, possible, phone })
          : await sendPart();
        if (answer.kind !== 'sent') {
          left.messages += 1;
          left.money += possible.cost;
        }
        const wayIsClosed =
          answer.kind === 'refused' &&
          (answer.reason === 'closed' || (isTemplate && answer.reason === 'invalid'));
        if (!wayIsClosed) {
          const outcome = await translate(batch, row, answer, isTemplate ? null : message);
          return answer.kind === 'sent'
            ? { ...outcome, gone: goneBy(possible, answer.paid, terms) }
            : outcome;
        }
        closed = `closed: ${answer.detail}`;
      }
      return { kind: 'reroute', end: 'unreachable', reason: closed.slice(0, 80) };
    };
  };
}

async function sendTemplate(
  batch: Batch,
  channel: Channel,
  terms: Terms,
  {
    row,
    message,
    possible,
    phone,
  }: { row: ClaimedRow; message: Rendered; possible: PossibleWay; phone: string | null },
): Promise<SendOutcome> {
  const { purpose, fields } = message.content;
  const template = terms.templateFor(purpose)!;
  const data = filled(template, { ...fields, name: row.fullName });
  if (!data) return { kind: 'refused', reason: 'closed', detail: 'template-parameter-empty' };
  return await channel.sendTemplate!(row.address!, {
    templateId: template.id,
    data,
    ...(possible.way === 'phone_template' ? { phone: phone! } : {}),
    trackingId: trackingId(batch.noticeId, row.memberId),
  });
}

/** At most 48 characters: 15 bytes of each id, which were made at random. */
function trackingId(noticeId: string, memberId: string): string {
  const half = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex').subarray(1).toString('base64url');
  return `${half(noticeId)}.${half(memberId)}`;
}

/** The provider knows better than we whether it charged. */
function goneBy({ way, cost }: PossibleWay, paid: boolean | undefined, { window }: Terms) {
  if (paid === undefined || (way !== 'free' && way !== 'paid')) return { way, cost };
  return paid ? { way: 'paid' as const, cost: window?.cost ?? 0 } : { way: 'free' as const, cost: 0 };
}
