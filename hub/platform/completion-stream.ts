/** What a server says that a question used up. */
export interface TokensSaid {
  in: number;
  out: number;
}

/** Reads the streamed answer of a chat completion; nothing that a server sends makes it throw. */
export interface CompletionReader {
  /** False: no more is taken, since there is too much of it. */
  take(piece: Buffer): boolean;
  /** No more comes: what stood in the last event is taken, though no line break followed it. */
  end(): void;
  /** The text so far. */
  readonly text: string;
  /** The server said that it is all of the answer. */
  readonly isWhole: boolean;
  readonly tokens: TokensSaid | null;
}

/** An event carries a few letters in some hundred bytes: an answer of 1,200 tokens is below half of this. */
const mostBytes = 2_000_000;
const longestEvent = 100_000;

/**
 * Server-sent events, or one JSON object where the server does not stream. Events that are no JSON are passed over, and so
 * is what is no text.
 *
 * @param mostUnits longest text, in UTF-16 units
 * @param onText called with each stretch that was added
 */
export function completionReader({
  streams,
  mostUnits,
  onText,
}: {
  streams: boolean;
  mostUnits: number;
  onText: (added: string) => void;
}): CompletionReader {
  const decoder = new TextDecoder();
  let bytes = 0;
  let open = '';
  let text = '';
  let isWhole = false;
  let isCut = false;
  let isRead = false;
  let tokens: TokensSaid | null = null;

  function takeEvent(data: string): void {
    if (data.trim() === '[DONE]') {
      isWhole = !isCut;
      return;
    }
    const event = parsed(data);
    const [choice] = Array.isArray(event?.choices) ? event.choices : [];
    const added = choice?.delta?.content ?? choice?.message?.content;
    if (typeof added === 'string' && added !== '') {
      const kept = added.slice(0, mostUnits - text.length);
      text += kept;
      onText(kept);
    }
    if (choice?.finish_reason === 'stop') isWhole = true;
    if (choice?.finish_reason === 'length') isCut = true;
    const { prompt_tokens: read, completion_tokens: written } = event?.usage ?? {};
    if (isCount(read) && isCount(written)) tokens = { in: read, out: written };
  }

  function takeLines(): void {
    // A carriage return at the end may be half of a line break.
    const lines = open.split(/\r\n|\n|\r(?!$)/);
    open = lines.pop() ?? '';
    for (const line of lines) {
      if (line.startsWith('data:')) takeEvent(line.slice('data:'.length));
    }
  }

  return {
    take(piece) {
      bytes += piece.length;
      open += decoder.decode(piece, { stream: true });
      if (streams) takeLines();
      else if (!isRead && parsed(open)) {
        isRead = true;
        takeEvent(open);
      }
      return bytes < mostBytes && text.length < mostUnits && (!streams || open.length < longestEvent);
    },
    end() {
      open += `${decoder.decode()}\n`;
      if (streams) takeLines();
    },
    get text() {
      return text;
    },
    get isWhole() {
      return isWhole;
    },
    get tokens() {
      return tokens;
    },
  };
}

interface CompletionEvent {
  choices?: {
    delta?: { content?: unknown } | null;
    message?: { content?: unknown } | null;
    finish_reason?: unknown;
  }[];
  usage?: { prompt_tokens?: unknown; completion_tokens?: unknown } | null;
}

function parsed(data: string): CompletionEvent | null {
  try {
    const event: unknown = JSON.parse(data);
    return typeof event === 'object' ? event : null;
  } catch {
    return null;
  }
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
