import {
  canCarry,
  render,
  sendKey,
  type Channel,
  type ChannelName,
  type Content,
  type RenderedPart,
  type SendOutcome,
} from '../channels/index.ts';
import type { Batch, ClaimedRow } from './claim.ts';
import type { EngineParts } from './engine.ts';
import { echoWaitMs } from './echo-wait.ts';
import { givenNameOf } from './given-name.ts';
import type { Outcome } from './record.ts';
import { waysOpen } from './by-ways.ts';

/** With doubling waits between them all are made within about 15 s, a quarter more or less (docs/operate.md). */
const maximumAttempts = 5;
/** Notices being sent at one time, in their languages and channels. */
const renderedKept = 100;

/** A message in one language, as one channel shows it. */
export interface Rendered {
  content: Content;
  parts: readonly RenderedPart[];
}

/** A batch that is ready to be asked. */
export interface Ask {
  /** Asks the batch's channel to show one person the next part. Never throws. */
  row(row: ClaimedRow): Promise<Outcome>;
  /** All outcomes stand in the ledger. */
  end(): void;
}

/**
 * Makes a batch ready to be asked: what it says is rendered once per language, so that all that is left per person
 * is to fill in the name, send and put the answer into the ledger's words. A bug met by one row does not put the
 * others of its batch in doubt.
 */
export function asker(parts: EngineParts): (batch: Batch) => Promise<Ask> {
  const { budget, channels, clock, metrics } = parts;
  const rendered = renderOnce(parts);
  const waysOf = waysOpen(parts, translate);

  return async (batch) => {
    const channel = channels.get(batch.channel)!;
    const messages = new Map<string, Rendered | null | Error>();
    for (const { language } of batch.rows) {
      if (messages.has(language)) continue;
      const message = rendered(batch.noticeId, language, batch.channel);
      messages.set(language, await message.catch((error: unknown) => error as Error));
    }
    const seconds = metrics.sendSeconds.labels({ channel: batch.channel });

    const byWays = channel.terms
      ? await waysOf(batch, channel, channel.terms).catch((error: unknown) => error as Error)
      : null;

    async function askRow(row: ClaimedRow): Promise<Outcome> {
      let asked = false;
      try {
        if (row.address === null) return { kind: 'reroute', end: 'unreachable', reason: 'no-chat' };
        if (row.attempts >= maximumAttempts)
          return { kind: 'reroute', end: 'failed', reason: 'too-many-attempts' };
        const message = messages.get(row.language);
        if (message instanceof Error) throw message;
        if (byWays instanceof Error) throw byWays;
        const part = message?.parts[row.partsSent];
        if (!message || !part) return { kind: 'reroute', end: 'failed', reason: 'no-content' };
        if (!canCarry(channel.limits, message.parts))
          return { kind: 'reroute', end: 'failed', reason: 'too-large' };
        asked = true;
        const began = performance.now();
        const outcome = byWays
          ? await byWays.ask(row, message, () => sendPart(batch, channel, row, message))
          : await outcomeOf(batch, row, await sendPart(batch, channel, row, message), message);
        seconds.observe((performance.now() - began) / 1000);
        return outcome;
      } catch (error) {
        parts.onProblem('deliver', error);
        const nextAt = later(backOff(1_000, row.attempts));
        return asked
          ? { kind: 'doubt', nextAt, reason: 'problem' }
          : { kind: 'retry', nextAt, counts: true, reason: 'problem' };
      }
    }

    return {
      row: askRow,
      end() {
        if (byWays && !(byWays instanceof Error)) byWays.end();
      },
    };
  };

  /** Nearly always it is all that is to be said: nobody waits another turn of the loop for that. */
  function outcomeOf(
    batch: Batch,
    row: ClaimedRow,
    answer: SendOutcome,
    message: Rendered,
  ): Outcome | Promise<Outcome> {
    const isAll = answer.kind === 'sent' && row.partsSent + 1 === message.parts.length;
    return isAll ? { kind: 'sent', providerId: answer.providerId } : translate(batch, row, answer, message);
  }

  /** The next part as an ordinary message. */
  function sendPart(
    batch: Batch,
    channel: Channel,
    row: ClaimedRow,
    message: Rendered,
  ): Promise<SendOutcome> {
    const part = message.parts[row.partsSent]!;
    if (part.kind === 'letter') {
      return channel.sendLetter!(row.address!, {
        content: part.content,
        givenName: givenNameOf(row.fullName),
        language: row.language,
        noticeId: batch.noticeId,
        memberId: row.memberId,
      });
    }
    const { fields } = message.content;
    const sending = channel.send({
      address: row.address!,
      part: part.kind === 'file' ? part : part.fill(givenNameOf(row.fullName)),
      key: sendKey({
        noticeId: batch.noticeId,
        memberId: row.memberId,
        part: row.partsSent + 1,
        parts: message.parts.length,
      }),
      notice: {
        unit: fields.unit,
        title: fields.title,
        urgent: batch.urgent,
        expiresAt: batch.expiresAt,
      },
    });
    return part.kind === 'file' ? keepUpload(channel, part, sending) : sending;
  }

  async function keepUpload(
    channel: Channel,
    part: RenderedPart & { kind: 'file' },
    sending: Promise<SendOutcome>,
  ): Promise<SendOutcome> {
    const answer = await sending;
    if (answer.kind === 'sent' && answer.uploadedAs) {
      part.file.uploadedAs = answer.uploadedAs;
      await parts.fileUploaded(part.file.id, channel.name, answer.uploadedAs);
    }
    return answer;
  }

  async function translate(
    { channel, expiresAt }: Batch,
    row: ClaimedRow,
    answer: SendOutcome,
    message: Rendered | null,
  ): Promise<Outcome> {
    // A file that stands last would be no message: the text with the buttons does.
    const isLastPart = message === null || row.partsSent + 1 === message.parts.length;
    switch (answer.kind) {
      case 'sent':
        return isLastPart
          ? { kind: 'sent', providerId: answer.providerId }
          : { kind: 'part', nextAt: later(budget.chats.intervalMs(channel)) };
      case 'refused':
        if (answer.reason === 'blocked') await parts.chats.block(channel, [row.address!]);
        return {
          kind: 'reroute',
          end: answer.reason === 'invalid' ? 'failed' : 'unreachable',
          reason: `${answer.reason}: ${answer.detail}`.slice(0, 80),
        };
      case 'moved':
        await parts.chats.move(channel, row.address!, answer.address);
        return { kind: 'retry', nextAt: clock(), counts: true, reason: 'moved' };
      case 'retry': {
        if (answer.limited && !answer.ofChannel && !answer.ofMessage)
          await budget.limited(channel, row.address!, answer.waitMs);
        const nextAt = later(answer.limited ? answer.waitMs : backOff(answer.waitMs, row.attempts));
        // A wait that ends when the notice is stale is no wait: another channel may still be in time.
        if (expiresAt && nextAt >= expiresAt) return { kind: 'reroute', end: 'cancelled', reason: 'stale' };
        return { kind: 'retry', nextAt, counts: !answer.limited, reason: answer.detail };
      }
      case 'unknown': {
        const leastMs = channels.get(channel)!.hasEchoes ? echoWaitMs : 0;
        const nextAt = later(Math.max(leastMs, backOff(500, row.attempts)));
        return { kind: 'doubt', nextAt, reason: answer.detail };
      }
    }
  }

  function later(waitMs: number): Date {
    return new Date(clock().getTime() + Math.ceil(waitMs));
  }

  function backOff(firstMs: number, attempts: number): number {
    return firstMs * 2 ** attempts * (0.75 + Math.random() / 2);
  }
}

/** A notice is rendered once per language and channel. */
function renderOnce({ contentOf, channels }: EngineParts) {
  const cache = new Map<string, Promise<Rendered | null>>();
  return (noticeId: string, language: string, channel: ChannelName): Promise<Rendered | null> => {
    const key = `${noticeId} ${language} ${channel}`;
    const known = cache.get(key);
    if (known) return known;
    const making = contentOf(noticeId, language, channel).then(
      (content) => content && { content, parts: render(content, channels.get(channel)!.limits) },
    );
    making.catch(() => cache.delete(key));
    cache.set(key, making);
    if (cache.size > renderedKept) cache.delete(cache.keys().next().value!);
    return making;
  };
}
