import type { ServerResponse } from 'node:http';
import type { AskedOfModel } from './stand-in.ts';

/** Begins an answer of server-sent events. */
export function beginStream(response: ServerResponse): ServerResponse {
  return response.writeHead(200, { 'content-type': 'text/event-stream' });
}

/** One event that adds to the answer. */
export function delta(content: string, finish: string | null = null): string {
  const choices = [{ index: 0, delta: { content }, finish_reason: finish }];
  return `data: ${JSON.stringify({ object: 'chat.completion.chunk', choices })}\n\n`;
}

/** What the answer cost, as the last event tells it. */
function usage(read: number, wrote: number): string {
  const said = { prompt_tokens: read, completion_tokens: wrote, total_tokens: read + wrote };
  return `data: ${JSON.stringify({ choices: [], usage: said })}\n\n`;
}

export const done = 'data: [DONE]\n\n';

/** A whole answer, a word an event. */
export function streamed(answer: string, { wantsUsage }: AskedOfModel, response: ServerResponse): void {
  beginStream(response);
  for (const word of answer.match(/\S+\s*|\s+/g) ?? []) response.write(delta(word));
  response.write(delta('', 'stop'));
  if (wantsUsage) response.write(usage(1_000, 100));
  response.end(done);
}
