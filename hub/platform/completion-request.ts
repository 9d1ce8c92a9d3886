import { completionReader, type CompletionReader } from './completion-stream.ts';
import { noAnswerIn, openLine, type NoAnswer } from './line.ts';
import type { Secret } from './secret.ts';

export interface ModelTask {
  /** What it is to do. */
  instructions: string;
  /** Data, never instructions. */
  given: string;
  /** Longest answer, in tokens; default 1,200. */
  mostTokens?: number;
}

/** One request, and how far its answer came. */
export interface Attempt {
  /** Null: no answer began. */
  status: number | null;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Of an answer with status 200. */
  reader: CompletionReader | null;
  broke: NoAnswer | null;
  /** We stopped it ourselves: it was silent for too long, or too much. */
  stalled: boolean;
}

/** How long an answer is awaited, in milliseconds. */
export interface AnswerPatience {
  /** For the first words: a small machine reads what it is given for a while. */
  firstWords: number;
  /** Between two stretches of text. */
  pause: number;
  /** For all of it. A small machine without a graphics card takes this long for a paragraph; proxies before us wait a minute. */
  whole: number;
}

/** Requests for chat completions to one server. */
export interface CompletionRequests {
  /** An answer in one piece. Null: none that is text, or none within the time. */
  ask(task: ModelTask, signal: AbortSignal): Promise<string | null>;
  /**
   * An answer while it is written.
   *
   * @param onText called with each stretch that is added
   * @param asksTokens whether the server is asked what it cost
   */
  stream(
    task: ModelTask,
    options: { signal: AbortSignal; onText: (added: string) => void; asksTokens: boolean },
  ): Promise<Attempt>;
  close(): Promise<void>;
}

const usualTokens = 1_200;
const longestText = 20_000;

/** @param root such as `https://api.openai.com/v1`, or a server of one's own */
export function completionRequests({
  root,
  key,
  model,
  connections,
  patience,
}: {
  root: string;
  key: Secret | undefined;
  model: string;
  connections: number;
  patience: AnswerPatience;
}): CompletionRequests {
  const line = openLine(root, { connections, timeoutMs: patience.whole });

  const request = (task: ModelTask, more: object) => ({
    origin: new URL(root).origin,
    method: 'POST' as const,
    path: '/chat/completions',
    headers: {
      'content-type': 'application/json',
      ...(key ? { authorization: `Bearer ${key.reveal()}` } : {}),
    },
    body: JSON.stringify({
      model,
      messages: [
        { role: 'system', content: task.instructions },
        { role: 'user', content: task.given },
      ],
      temperature: 0.2,
      max_tokens: task.mostTokens ?? usualTokens,
      ...more,
    }),
  });

  return {
    async ask(task, signal) {
      let reader: CompletionReader | undefined;
      const stop = new AbortController();
      const asked = await line
        .read(
          request(task, {}),
          {
            onStart(status) {
              if (status === 200)
                reader = completionReader({ streams: false, mostUnits: longestText, onText: () => {} });
            },
            onPiece(piece) {
              if (reader?.take(piece) === false) stop.abort();
            },
          },
          AbortSignal.any([stop.signal, signal]),
        )
        .catch(noAnswerIn);
      const text = 'status' in asked ? (reader?.text ?? '') : '';
      return text.trim() === '' ? null : text;
    },

    async stream(task, { signal, onText, asksTokens }) {
      const enough = new AbortController();
      let idle = setTimeout(() => enough.abort(), patience.firstWords);
      const attempt: Attempt = { status: null, headers: {}, reader: null, broke: null, stalled: false };
      const noted = (added: string) => {
        clearTimeout(idle);
        idle = setTimeout(() => enough.abort(), patience.pause);
        onText(added);
      };
      const more = { stream: true, ...(asksTokens ? { stream_options: { include_usage: true } } : {}) };
      const asked = await line
        .read(
          request(task, more),
          {
            onStart(status, headers) {
              attempt.status = status;
              attempt.headers = headers;
              const streams = !String(headers['content-type']).startsWith('application/json');
              if (status === 200)
                attempt.reader = completionReader({ streams, mostUnits: longestText, onText: noted });
            },
            onPiece(piece) {
              if (!enough.signal.aborted && attempt.reader?.take(piece) === false) enough.abort();
            },
          },
          AbortSignal.any([signal, enough.signal]),
        )
        .catch(noAnswerIn);
      clearTimeout(idle);
      if ('status' in asked) attempt.reader?.end();
      return { ...attempt, broke: 'status' in asked ? null : asked, stalled: enough.signal.aborted };
    },

    close: () => line.close(),
  };
}
