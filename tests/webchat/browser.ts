import { until } from '../support/process.ts';

/** A browser without scripts: it keeps cookies, shows pages, and sends the forms on them. */
export interface Browser {
  /** The page that is shown. */
  readonly page: string;
  readonly status: number;
  readonly address: string;
  readonly cookie: string;
  go(path: string): Promise<void>;
  /** Presses the button with these words, after filling in the fields of its form. */
  press(label: string, fields?: Record<string, string>): Promise<void>;
  /** The hidden fields of the form around a button, as a script would send them. */
  form(label: string): { action: string; fields: Record<string, string> };
  /** Fetches with its cookies and shows nothing. */
  fetch(path: string, options?: RequestInit): Promise<Response>;
  /** What a browser without scripts fetches besides the page. */
  loadPictures(): Promise<void>;
  /** Texts of the messages on the page, oldest first. */
  messages(): string[];
}

export function openBrowser(url: string, headers: Record<string, string> = {}): Browser {
  const cookies = new Map<string, string>();
  let page = '';
  let status = 0;
  let address = '';

  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');

  async function ask(path: string, options: RequestInit = {}): Promise<Response> {
    const sent = { cookie: cookie(), 'accept-language': 'vi', ...headers, ...(options.headers as object) };
    const reply = await fetch(new URL(path, url), { redirect: 'manual', ...options, headers: sent });
    for (const line of reply.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name) cookies.set(name, value ?? '');
    }
    return reply;
  }

  async function show(path: string, options: RequestInit = {}): Promise<void> {
    let reply = await ask(path, {
      ...options,
      headers: { accept: 'text/html', ...(options.headers as object) },
    });
    address = path;
    while (reply.status === 303) {
      address = reply.headers.get('location')!;
      reply = await ask(address, { headers: { accept: 'text/html' } });
    }
    status = reply.status;
    page = await reply.text();
  }

  function form(label: string): { action: string; fields: Record<string, string> } {
    for (const [, attributes = '', inside = ''] of page.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)) {
      const button = [...inside.matchAll(/<button([^>]*)>([^<]*)<\/button>/g)].find(
        ([, , words]) => unescaped(words!) === label,
      );
      if (!button) continue;
      const given = [...inside.matchAll(/<(?:input|textarea)([^>]*)>/g)].map(([, tag]) => tag!);
      const fields = [...given, button[1]!]
        .map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')] as const)
        .filter(([name]) => name !== '');
      return { action: attribute(attributes, 'action'), fields: Object.fromEntries(fields) };
    }
    throw new Error(`there is no button “${label}” on this page`);
  }

  return {
    get page() {
      return page;
    },
    get status() {
      return status;
    },
    get address() {
      return address;
    },
    get cookie() {
      return cookie();
    },
    go: (path) => show(path),
    async press(label, more = {}) {
      const { action, fields } = form(label);
      const origin = new URL(url).origin;
      await show(action, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ ...fields, ...more }).toString(),
      });
    },
    form,
    fetch: ask,
    async loadPictures() {
      const pictures = [...page.matchAll(/<noscript><img[^>]*src="([^"]+)"/g)].map(([, source]) => source!);
      for (const source of pictures) await ask(unescaped(source));
    },
    messages: () =>
      [...page.matchAll(/<div class="text">([\s\S]*?)<\/div>/g)].map(([, text]) =>
        unescaped(text!.replaceAll(/<[^>]+>/g, '')),
      ),
  };
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

export interface LiveEvent {
  id: number;
  name: string;
  /** Of a message. */
  message: { id: string; direction: 'in' | 'out'; html: string };
}

/** An open line of a page, and what came over it. */
export interface LiveLine {
  readonly events: LiveEvent[];
  /** True once the hub has closed it. */
  readonly over: boolean;
  /** Waits until so many events have come. */
  come(count: number): Promise<LiveEvent[]>;
  /** As when a phone goes into a tunnel. */
  cut(): void;
}

export async function openLine(
  browser: Pick<Browser, 'fetch'>,
  { after, lastEventId }: { after: number; lastEventId?: number },
): Promise<LiveLine> {
  const line = new AbortController();
  const events: LiveEvent[] = [];
  let over = false;
  const reply = await browser.fetch(`/chat/live?after=${after}`, {
    signal: line.signal,
    headers: lastEventId === undefined ? {} : { 'last-event-id': String(lastEventId) },
  });
  if (reply.status !== 200) throw new Error(`the line was refused: ${reply.status}`);
  const reading = (async () => {
    let rest = '';
    for await (const chunk of reply.body!.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop()!;
      events.push(...blocks.flatMap((block) => eventOf(block) ?? []));
    }
  })();
  void reading.catch(() => {}).finally(() => (over = true));
  return {
    events,
    get over() {
      return over;
    },
    come: async (count) => await until(() => events.length >= count && events, 15_000, `${count} events`),
    cut: () => line.abort(),
  };
}

function eventOf(block: string): LiveEvent | null {
  const data = /^data: (.*)$/m.exec(block)?.[1];
  const name = /^event: (.*)$/m.exec(block)?.[1] ?? 'message';
  if (data === undefined || name === 'alive') return null;
  const id = Number(/^id: (\d+)$/m.exec(block)?.[1]);
  return { id, name, message: name === 'message' ? JSON.parse(data) : null };
}
