import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStream } from '../../hub/platform/event-stream.ts';
import { mostChanges, type Device, type WebChat, type WebMessage } from '../../hub/webchat/index.ts';

/** Pages that are open, in this process, and what each of them knows. */
export interface LiveChats {
  /** From here on the stream gets every message after `after`, each change once, in its order. */
  join(device: Device, after: number, stream: EventStream, paint: (message: WebMessage) => string): void;
  close(): void;
}

interface Page {
  device: Device;
  stream: EventStream;
  paint: (message: WebMessage) => string;
  /** The last event that was sent. */
  known: number;
}

/** Signals may be lost: so often everybody is looked after all the same. */
const lookEveryMs = 4_000;
const afterProblemMs = 500;
/** Pages of one conversation; the one opened first makes room. */
const mostPages = 8;

/** Looks once for all pages in whose conversations something changed, however many they are. */
export function liveChats({
  webchat,
  onProblem,
}: {
  webchat: Pick<WebChat, 'changes' | 'openDevices' | 'onChange' | 'onDeviceEnded'>;
  onProblem: (error: unknown) => void;
}): LiveChats {
  const pages = new Map<string, Set<Page>>();
  let waiting = new Set<string>();
  let looking = false;
  let closed = false;

  const look = (addresses: Iterable<string>) => {
    for (const address of addresses) if (pages.has(address)) waiting.add(address);
    if (waiting.size === 0 || looking || closed) return;
    looking = true;
    // What several signals say within one turn is looked for once.
    setImmediate(() => void lookAll());
  };

  async function lookAll(): Promise<void> {
    while (waiting.size > 0 && !closed) {
      const addresses = [...waiting];
      waiting = new Set();
      try {
        await lookFor(addresses);
      } catch (error) {
        onProblem(error);
        for (const address of addresses) waiting.add(address);
        await sleep(afterProblemMs);
      }
    }
    looking = false;
  }

  async function lookFor(addresses: readonly string[]): Promise<void> {
    const asked = addresses.flatMap((address) => {
      const known = [...(pages.get(address) ?? [])].map((page) => page.known);
      return known.length > 0 ? [{ address, after: Math.min(...known) }] : [];
    });
    if (asked.length === 0) return;
    const found = await webchat.changes(asked);
    for (const message of found) for (const page of pages.get(message.address) ?? []) show(page, message);
    if (found.length === mostChanges) for (const address of addresses) waiting.add(address);
  }

  function show(page: Page, message: WebMessage): void {
    if (message.event <= page.known) return;
    page.known = message.event;
    const { id, direction } = message;
    const data = JSON.stringify({ id, direction, html: page.paint(message) });
    page.stream.send({ id: message.event, data });
  }

  function end(ids: ReadonlySet<string>): void {
    for (const page of [...pages.values()].flatMap((some) => [...some])) {
      if (!ids.has(page.device.id)) continue;
      page.stream.send({ event: 'ended', data: '1' });
      page.stream.close();
    }
  }

  async function lookForEnded(): Promise<void> {
    const ids = [...pages.values()].flatMap((some) => [...some].map(({ device }) => device.id));
    if (ids.length === 0) return;
    const open = new Set(await webchat.openDevices(ids));
    end(new Set(ids.filter((id) => !open.has(id))));
  }

  const endings = [webchat.onChange(look), webchat.onDeviceEnded((ids) => end(new Set(ids)))];
  const timer = setInterval(() => {
    look(pages.keys());
    lookForEnded().catch(onProblem);
  }, lookEveryMs);

  return {
    join(device, after, stream, paint) {
      const { address } = device;
      const page: Page = { device, stream, paint, known: after };
      const others = pages.get(address) ?? new Set();
      pages.set(address, others.add(page));
      if (others.size > mostPages) [...others][0]!.stream.close();
      stream.onClose(() => {
        others.delete(page);
        if (others.size === 0 && pages.get(address) === others) pages.delete(address);
      });
      look([address]);
    },
    close() {
      closed = true;
      clearInterval(timer);
      for (const ending of endings) ending();
    },
  };
}
