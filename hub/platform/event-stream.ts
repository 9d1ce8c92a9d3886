import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** A line to one browser on which we speak when there is something to say (server-sent events). */
export interface EventStream {
  /** `id` comes back as `Last-Event-ID` when the browser connects again; `data` may have several lines. */
  send(event: { id?: string | number; event?: string; data: string }): void;
  /** Calls when the line is closed, by whichever side; at once where it is closed already. */
  onClose(listener: () => void): void;
  close(): void;
}

declare module 'fastify' {
  interface FastifyInstance {
    openStreams: Set<EventStream>;
  }
}

const heartbeatMs = 20_000;
/** The browser waits so long before it connects again. */
const retryMs = 2_000;
/** Unread bytes after which a browser is taken to be gone. */
const mostUnread = 1_000_000;

/** What is being answered may end; then every line is closed, also one on which nothing was ever asked. */
const closeLinesAfterMs = 2_000;

/**
 * Streams never end by themselves: a server that closes ends them first. Nor does it wait for lines that browsers
 * opened before they needed them: that would be a minute.
 */
export function takeStreams(app: FastifyInstance): void {
  const open = new Set<EventStream>();
  app.decorate('openStreams', open);
  app.addHook('preClose', async () => {
    for (const stream of open) stream.close();
    setTimeout(() => app.server.closeAllConnections(), closeLinesAfterMs).unref();
  });
}

/** Answers a request with a stream. The handler returns `reply` afterwards, and that is all it may do with it. */
export function openStream(request: FastifyRequest, reply: FastifyReply): EventStream {
  const { openStreams } = request.server;
  const listeners: (() => void)[] = [];
  let closed = false;
  void reply.hijack();
  const line = reply.raw;
  line.writeHead(200, {
    ...(reply.getHeaders() as Record<string, string | number | string[]>),
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    // Proxies that gather an answer before they pass it on would hold back every event.
    'x-accel-buffering': 'no',
  });
  const write = (text: string) => {
    if (line.destroyed || line.writableEnded) return;
    if (line.writableLength > mostUnread) line.destroy();
    else line.write(text);
  };
  // An event, not a mere comment: a page that hears none for long knows that its line is dead.
  const heartbeat = setInterval(() => write(': \nevent: alive\ndata: 1\n\n'), heartbeatMs);
  const stream: EventStream = {
    onClose(listener) {
      if (closed) listener();
      else listeners.push(listener);
    },
    send({ id, event, data }) {
      const named = event === undefined ? '' : `event: ${event}\n`;
      const numbered = id === undefined ? '' : `id: ${id}\n`;
      const lines = data
        .split(/\r\n|\r|\n/)
        .map((row) => `data: ${row}\n`)
        .join('');
      write(`${named}${numbered}${lines}\n`);
    },
    close() {
      line.end();
    },
  };
  const ended = () => {
    clearInterval(heartbeat);
    openStreams.delete(stream);
    closed = true;
    for (const listener of listeners) listener();
  };
  openStreams.add(stream);
  // Also after an error: what has been closed says so once.
  line.once('error', () => line.destroy());
  line.once('close', ended);
  // Whoever left while the right was asked for is not heard leaving any more.
  if (line.destroyed) ended();
  write(`retry: ${retryMs}\n\n`);
  return stream;
}
