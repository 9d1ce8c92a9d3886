import { noAnswerIn, openLine } from './line.ts';
import type { Secret } from './secret.ts';

/** Writes down what is said in a recording, behind a server that speaks as OpenAI's does. */
export interface Transcriber {
  /** Where recordings go to. */
  host: string;
  /** Null: none within the time, or none that is text; why is nobody's to read. */
  transcript(recording: { name: string; mediaType: string; content: Uint8Array }): Promise<string | null>;
  close(): Promise<void>;
}

/** Somebody waits for it in a chat. */
const longestMs = 30_000;

/** @param root such as `https://api.openai.com/v1`, or a server of one's own */
export function openTranscriber({
  root,
  key,
  model,
  withinMs = longestMs,
}: {
  root: string;
  key: Secret | undefined;
  model: string;
  withinMs?: number;
}): Transcriber {
  const line = openLine(root, { connections: 2, timeoutMs: withinMs });
  const { origin, host } = new URL(root);
  const authorization = key ? { authorization: `Bearer ${key.reveal()}` } : {};

  return {
    host,
    async transcript({ name, mediaType, content }) {
      const form = new FormData();
      form.set('model', model);
      form.set('response_format', 'json');
      form.set('file', new File([new Uint8Array(content)], name, { type: mediaType }));
      const encoded = new Response(form);
      const asked = await line
        .ask(
          {
            origin,
            method: 'POST',
            path: '/audio/transcriptions',
            headers: { 'content-type': encoded.headers.get('content-type')!, ...authorization },
            body: Buffer.from(await encoded.arrayBuffer()),
          },
          AbortSignal.timeout(withinMs),
        )
        .catch(noAnswerIn);
      return 'status' in asked && asked.status === 200 ? textIn(asked.body) : null;
    },
    close: () => line.close(),
  };
}

function textIn(body: Buffer | null): string | null {
  try {
    const { text } = JSON.parse(String(body)) as { text?: unknown };
    return typeof text === 'string' && text.trim() !== '' ? text.normalize('NFC').trim() : null;
  } catch {
    return null;
  }
}
