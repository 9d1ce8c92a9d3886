import type { Say } from '../platform/locales.ts';
import type { AssistantReply, Citation, FoundReply, RefusedReply, Remark } from './port.ts';

/** An answer as `caunoi ask` prints it. */
export interface PrintedAnswer {
  answer: string;
  /** Nothing is claimed. */
  refused: boolean;
  mode: 'quote' | 'model';
  citations: { document: string; number: string; title: string; locator: string; quote: string }[];
  kind: AssistantReply['kind'];
  /** Of a refusal: why. */
  why: RefusedReply['why'] | null;
  remarks: readonly Remark[];
}

/** What somebody reads who has no buttons: the answer, what is to be known of it, or why there is none. */
export function inPrint(reply: AssistantReply, say: Say): PrintedAnswer {
  const none = { mode: 'quote' as const, citations: [], kind: reply.kind, why: null, remarks: [] };
  switch (reply.kind) {
    case 'own':
      return { ...none, answer: reply.text, refused: false };
    case 'talk': {
      const { talk } = reply;
      return {
        ...none,
        answer: say('cli-ask-talk', { talk }),
        refused: talk === 'off-topic' || talk === 'cross',
      };
    }
    case 'refused':
      return { ...none, answer: refusalIn(reply, say), refused: true, why: reply.why };
    case 'found': {
      const { mode, citations, more, remarks } = reply;
      return {
        ...none,
        answer: answerIn(reply, say),
        refused: false,
        mode,
        citations: [...citations, ...more].map(asPrinted),
        remarks,
      };
    }
  }
}

function answerIn({ sentences, remarks }: FoundReply, say: Say): string {
  const said = sentences.map(
    ({ text, citations }) => `${text} ${citations.map((place) => `[${place + 1}]`).join('')}`,
  );
  return [...said, ...remarks.flatMap((remark) => remarkIn(remark, say))].join('\n');
}

function remarkIn(remark: Remark, say: Say): string[] {
  switch (remark.kind) {
    case 'replaced': {
      const { number, by, confirmed } = remark;
      return [say('cli-ask-replaced', { number, by, confirmed: confirmed ? 'yes' : 'no' })];
    }
    case 'expired':
      return [say('cli-ask-expired', { number: remark.number })];
    case 'budget':
    case 'no-model':
      return [];
  }
}

function refusalIn({ why, missing, lookedFor, near }: RefusedReply, say: Say): string {
  return [
    say('cli-ask-refused', { why }),
    ...(missing.length > 0 ? [say('cli-ask-missing', { documents: missing.join(', ') })] : []),
    ...(lookedFor.length > 0 ? [say('cli-ask-looked-for', { words: lookedFor.join(', ') })] : []),
    ...(near.length > 0
      ? [say('cli-ask-near', { documents: near.map(({ number, title }) => number || title).join(', ') })]
      : []),
  ].join('\n');
}

function asPrinted({ document: { id, number, title }, locator, quote }: Citation) {
  return { document: id, number, title, locator, quote };
}
