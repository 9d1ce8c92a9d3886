import {
  render,
  type Channel,
  type ChannelName,
  type Content,
  type Echo,
  type RenderedPart,
} from '../channels/index.ts';
import { doubtsAt, settleDoubts, type Doubt, type DoubtsParts, type SettledDoubt } from './doubts.ts';
import { echoLooksMs } from './echo-wait.ts';
import { givenNameOf } from './given-name.ts';

/** What providers tell of texts that they showed, whether or not their answer to the send ever came. */
export interface Echoes {
  /**
   * Takes it for the answer of the one send in doubt that it can be an echo of, now or soon. Of anything else we said it
   * changes nothing. Never throws.
   */
  take(channel: ChannelName, echo: Echo): void;
  /** Compares none any more. */
  close(): Promise<void>;
}

export interface EchoesParts extends DoubtsParts {
  /** The channels that are on. */
  channels: () => ReadonlyMap<ChannelName, Pick<Channel, 'limits' | 'terms'>>;
  /** What a notice says in a language; null when the notice is gone. */
  contentOf: (noticeId: string, language: string, channel: ChannelName) => Promise<Content | null>;
  onProblem: (error: unknown) => void;
}

/**
 * An echo comes before its send is in doubt, which takes as long as an answer is awaited. It is held in memory until no
 * doubt can come of it any more; what a process loses with its end is asked again, as without echoes.
 */
const heldMs = 30_000;
const mostHeld = 20_000;

interface Held extends Echo {
  channel: ChannelName;
  /** By the clock of `performance`. */
  until: number;
}

export function openEchoes(parts: EchoesParts): Echoes {
  const { database } = parts;
  /** By the provider's ids: told twice, it is one. */
  const held = new Map<string, Held>();
  let timer: NodeJS.Timeout | undefined;
  let looking = Promise.resolve();
  let closed = false;

  function lookSoon(): void {
    if (closed || held.size === 0) return;
    timer ??= setTimeout(() => {
      looking = look()
        .catch(parts.onProblem)
        .finally(() => {
          timer = undefined;
          lookSoon();
        });
    }, echoLooksMs);
  }

  async function look(): Promise<void> {
    const now = performance.now();
    for (const { providerId, until } of held.values()) if (until < now) held.delete(providerId);
    await forgetAnswered();
    const echoes = [...held.values()];
    const channels = echoes.map(({ channel }) => channel);
    const doubts = await doubtsAt(
      database,
      channels,
      echoes.map(({ address }) => address),
    );
    const settled = await settledBy(echoes, doubts);
    if (settled.length === 0) return;
    await settleDoubts(parts, settled);
    for (const { providerId } of settled) held.delete(providerId);
  }

  /** What was answered is on record, and in no doubt. */
  async function forgetAnswered(): Promise<void> {
    const echoes = [...held.values()];
    const known = await database.query<{ providerId: string }>(onRecord, [
      echoes.map(({ channel }) => channel),
      echoes.map(({ providerId }) => providerId),
    ]);
    for (const { providerId } of known) held.delete(providerId);
  }

  /** An echo that can be of several sends settles none; of several echoes of one send the first does. */
  async function settledBy(echoes: readonly Held[], doubts: readonly Doubt[]): Promise<SettledDoubt[]> {
    const formsOf = expectedForms(parts);
    const settled = new Map<Doubt, SettledDoubt>();
    for (const { channel, address, text, providerId, at: shownAt } of echoes) {
      const fitting: { doubt: Doubt; isLastPart: boolean }[] = [];
      for (const doubt of doubts) {
        if (doubt.channel !== channel || doubt.address !== address) continue;
        const form = (await formsOf(doubt)).find((parts) => isShown(parts[doubt.partsSent], doubt, text));
        if (form) fitting.push({ doubt, isLastPart: doubt.partsSent + 1 === form.length });
      }
      const [only, ...others] = fitting;
      // It stays of either for good: when one of them has been asked again, the other is not the one that is left.
      if (others.length > 0) held.delete(providerId);
      if (!only || others.length > 0 || settled.has(only.doubt)) continue;
      settled.set(only.doubt, { ...only.doubt, providerId, shownAt, isLastPart: only.isLastPart });
    }
    return [...settled.values()];
  }

  return {
    take(channel, echo) {
      if (held.size >= mostHeld) return;
      held.set(echo.providerId, { ...echo, channel, until: performance.now() + heldMs });
      lookSoon();
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

/** Where a channel has no buttons, lines with their words may stand below the text. */
function isShown(part: RenderedPart | undefined, { fullName }: Doubt, text: string): boolean {
  return part?.kind === 'text' && text.trim().startsWith(part.fill(givenNameOf(fullName)).text.trim());
}

/** As the notice of a send may have been rendered: with buttons, and without, since they may have been refused. */
function expectedForms({ channels, contentOf }: EchoesParts) {
  const made = new Map<string, Promise<RenderedPart[][]>>();

  async function make({ noticeId, language, channel }: Doubt): Promise<RenderedPart[][]> {
    const content = await contentOf(noticeId, language, channel);
    const limits = channels().get(channel)?.limits;
    if (!content || !limits) return [];
    return [render(content, limits), render(content, { ...limits, buttons: 0 })];
  }

  return async (doubt: Doubt): Promise<RenderedPart[][]> => {
    const key = `${doubt.noticeId} ${doubt.language} ${doubt.channel}`;
    const forms = made.get(key) ?? make(doubt);
    made.set(key, forms);
    return await forms;
  };
}

const onRecord = `
  select sent.provider_id as "providerId" from unnest($1::channel[], $2::text[]) as echo (channel, provider_id)
  join sent_message sent on sent.channel = echo.channel and sent.provider_id = echo.provider_id`;
