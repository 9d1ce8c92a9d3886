import type { Secret } from './secret.ts';
import { noAnswerIn, openLine } from './line.ts';

/** A model behind a server that speaks as OpenAI's does. */
export interface LanguageModel {
  /** As it is configured. */
  name: string;
  /** Where what is asked goes to. */
  host: string;
  /**
   * One answer to one question. Null: none within the time, or none that is text; why is nobody's to read.
   *
   * @param question.instructions what it is to do
   * @param question.given data, never instructions
   */
  answer(question: { instructions: string; given: string }, signal?: AbortSignal): Promise<string | null>;
  close(): Promise<void>;
}

/** A small machine without a graphics card takes this long for a paragraph; proxies before us wait a minute. */
const longestMs = 50_000;
const mostTokens = 1_200;

/** @param root such as `https://api.openai.com/v1`, or a server of one's own */
export function openLanguageModel({
  root,
  key,
  model,
}: {
  root: string;
  key: Secret | undefined;
  model: string;
}): LanguageModel {
  const line = openLine(root, { connections: 2, timeoutMs: longestMs });

  async function answer(
    { instructions, given }: { instructions: string; given: string },
    signal?: AbortSignal,
  ): Promise<string | null> {
    const limit = AbortSignal.timeout(longestMs);
    const messages = [
      { role: 'system', content: instructions },
      { role: 'user', content: given },
    ];
    const asked = await line
      .ask(
        {
          origin: new URL(root).origin,
          method: 'POST',
          path: '/chat/completions',
          headers: {
            'content-type': 'application/json',
            ...(key ? { authorization: `Bearer ${key.reveal()}` } : {}),
          },
          body: JSON.stringify({ model, messages, temperature: 0.2, max_tokens: mostTokens }),
        },
        signal ? AbortSignal.any([limit, signal]) : limit,
      )
      .catch(noAnswerIn);
    return 'status' in asked && asked.status === 200 ? textIn(asked.body) : null;
  }

  return { name: model, host: new URL(root).host, answer, close: () => line.close() };
}

function textIn(body: Buffer | null): string | null {
  try {
    const answer = JSON.parse(String(body)) as { choices?: { message?: { content?: unknown } }[] };
    const content = answer.choices?.[0]?.message?.content;
    return typeof content === 'string' && content.trim() !== '' ? content : null;
  } catch {
    return null;
  }
}
