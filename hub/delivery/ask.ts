import { render, sendKey, type ChannelName, type RenderedPart, type SendOutcome } from '../channels/index.ts';
import type { Batch, ClaimedRow } from './claim.ts';
import type { EngineParts } from './engine.ts';
import type { Outcome } from './record.ts';

const maximumAttempts = 5;
/** Two different chats limited within this time: the whole bot is meant. */
const floodWindowMs = 2_000;
/** Notices being sent at one time, in their languages and channels. */
const renderedKept = 100;

/**
 * Asks a channel to show one person the next part of a notice, and says what became of it in the ledger's
 * words. Never throws: a bug met by one row must not put the others of its batch in doubt.
 */
export function asker(parts: EngineParts): (batch: Batch, row: ClaimedRow) => Promise<Outcome> {
  const { budget, channels, clock, metrics } = parts;
  const rendered = renderOnce(parts);
  const lastLimited = new Map<ChannelName, { address: string; at: number }>();

  async function ask(batch: Batch, row: ClaimedRow): Promise<Outcome> {
    let asked = false;
    try {
      if (row.address === null) return { kind: 'reroute', end: 'unreachable', reason: 'no-chat' };
      if (row.attempts >= maximumAttempts)
        return { kind: 'reroute', end: 'failed', reason: 'too-many-attempts' };
      const message = await rendered(batch.noticeId, row.language, batch.channel);
      const part = message?.[row.partsSent];
      if (!message || !part) return { kind: 'reroute', end: 'failed', reason: 'no-content' };
      const name = row.fullName.split(' ').at(-1)!;
      const about = { noticeId: batch.noticeId, memberId: row.memberId, part: row.partsSent + 1 };
      const outgoing = {
        address: row.address,
        part: part.kind === 'file' ? part : part.fill(name),
        key: sendKey({ ...about, parts: message.length }),
      };
      asked = true;
      const answer = await send(batch.channel, outgoing);
      await keepUpload(batch.channel, part, answer);
      return await translate(batch, row, answer, row.partsSent + 1 === message.length);
    } catch (error) {
      parts.onProblem('deliver', error);
      const nextAt = later(backOff(1_000, row.attempts));
      return asked
        ? { kind: 'doubt', nextAt, reason: 'problem' }
        : { kind: 'retry', nextAt, counts: true, reason: 'problem' };
    }
  }

  async function send(
    channel: ChannelName,
    outgoing: Parameters<NonNullable<ReturnType<typeof channels.get>>['send']>[0],
  ): Promise<SendOutcome> {
    const began = performance.now();
    const answer = await channels.get(channel)!.send(outgoing);
    metrics.sendSeconds.observe({ channel }, (performance.now() - began) / 1000);
    metrics.sends.inc({ channel, outcome: answer.kind });
    return answer;
  }

  async function keepUpload(channel: ChannelName, part: RenderedPart, answer: SendOutcome): Promise<void> {
    if (part.kind !== 'file' || answer.kind !== 'sent' || !answer.uploadedAs) return;
    part.file.uploadedAs = answer.uploadedAs;
    await parts.fileUploaded(part.file.id, channel, answer.uploadedAs);
  }

  async function translate(
    { channel, expiresAt }: Batch,
    row: ClaimedRow,
    answer: SendOutcome,
    isLastPart: boolean,
  ): Promise<Outcome> {
    switch (answer.kind) {
      case 'sent':
        return isLastPart
          ? { kind: 'sent', providerId: answer.providerId }
          : { kind: 'part', nextAt: later(1000 / (parts.chatRates[channel] ?? Infinity)) };
      case 'refused':
        if (answer.reason === 'blocked') await parts.chats.block(channel, [row.address!]);
        return {
          kind: 'reroute',
          end: answer.reason === 'blocked' ? 'unreachable' : 'failed',
          reason: `${answer.reason}: ${answer.detail}`.slice(0, 80),
        };
      case 'moved':
        await parts.chats.move(channel, row.address!, answer.address);
        return { kind: 'retry', nextAt: clock(), counts: true, reason: 'moved' };
      case 'retry': {
        if (answer.limited) await noteFlood(channel, row.address!, answer.waitMs);
        const nextAt = later(answer.limited ? answer.waitMs : backOff(answer.waitMs, row.attempts));
        // A wait that ends when the notice is stale is no wait: another channel may still be in time.
        if (expiresAt && nextAt >= expiresAt) return { kind: 'reroute', end: 'cancelled', reason: 'stale' };
        return { kind: 'retry', nextAt, counts: !answer.limited, reason: answer.detail };
      }
      case 'unknown':
        return { kind: 'doubt', nextAt: later(backOff(500, row.attempts)), reason: answer.detail };
    }
  }

  async function noteFlood(channel: ChannelName, address: string, waitMs: number): Promise<void> {
    const last = lastLimited.get(channel);
    const now = performance.now();
    lastLimited.set(channel, { address, at: now });
    if (last && last.address !== address && now - last.at <= floodWindowMs)
      await budget.pause(channel, waitMs);
  }

  const later = (waitMs: number) => new Date(clock().getTime() + Math.ceil(waitMs));
  const backOff = (firstMs: number, attempts: number) => firstMs * 2 ** attempts * (0.75 + Math.random() / 2);

  return ask;
}

/** A notice is rendered once per language and channel. */
function renderOnce({ contentOf, channels }: EngineParts) {
  const cache = new Map<string, Promise<RenderedPart[] | null>>();
  return (noticeId: string, language: string, channel: ChannelName): Promise<RenderedPart[] | null> => {
    const key = `${noticeId} ${language} ${channel}`;
    const known = cache.get(key);
    if (known) return known;
    const making = contentOf(noticeId, language, channel).then(
      (content) => content && render(content, channels.get(channel)!.limits),
    );
    making.catch(() => cache.delete(key));
    cache.set(key, making);
    if (cache.size > renderedKept) cache.delete(cache.keys().next().value!);
    return making;
  };
}
