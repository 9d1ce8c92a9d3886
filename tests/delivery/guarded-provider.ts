import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Channel, SendOutcome, Template, Terms } from '../../hub/channels/index.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;

/** One thing that somebody's screen shows. */
export interface Shown {
  kind: 'text' | 'template' | 'phone' | 'group';
  to: string;
  text: string;
  charged: number;
}

export type Fault =
  | 'closed'
  | 'unavailable'
  | 'limited'
  | 'gone'
  | 'silent'
  | 'silent-after'
  | 'garbage-after';

export const template: Template = {
  id: 'T1',
  userCost: 200,
  phoneCost: 300,
  parameters: [
    { name: 'ten', required: true, maxLength: 30 },
    { name: 'tieu_de', required: true, maxLength: 100 },
  ],
};

/**
 * A provider on loopback that lets not everybody be written to: for nothing within two days of being heard, for 55 đồng
 * within seven, by a template by id (200) or telephone (300), and in groups at any time. It knows when it heard whom,
 * whatever we think.
 */
export async function openGuardedProvider(clock: () => Date) {
  const heard = new Map<string, Date>();
  const shown: Shown[] = [];
  const faults: { to: string; fault: Fault; times: number }[] = [];
  const withoutTemplate = new Set<string>();
  let asked = 0;

  function faultFor(to: string): Fault | undefined {
    const found = faults.find((one) => one.to === to && one.times > 0);
    if (found) found.times -= 1;
    return found?.fault;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await json(request)) as Record<string, string>;
    asked += 1;
    const [kind, to] = [request.url!.slice(1) as Shown['kind'], body['to']!];
    const reply = (status: number, content: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(content));
    };
    const fault = faultFor(to);
    if (fault === 'silent') return void request.socket.destroy();
    if (fault === 'unavailable') return reply(503, {});
    if (fault === 'limited') return reply(429, { waitMs: 5_000 });
    if (fault === 'gone') return reply(200, { error: 'gone' });
    const charged = fault === 'closed' ? null : chargeFor(kind, to);
    if (charged === null) return reply(200, { error: 'closed' });
    if ([...body['text']!].length > 2_000) return reply(200, { error: 'too-long' });
    shown.push({ kind, to, text: body['text']!, charged });
    if (fault === 'silent-after') return void request.socket.destroy();
    if (fault === 'garbage-after') return void response.end('<html>');
    reply(200, { id: `m${shown.length}`, charged });
  }

  /** In đồng; null where it does not take it. */
  function chargeFor(kind: Shown['kind'], to: string): number | null {
    if (kind === 'group') return 0;
    if (kind === 'phone') return template.phoneCost;
    if (kind === 'template') return withoutTemplate.has(to) ? null : template.userCost;
    const at = heard.get(to);
    const silentMs = at ? clock().getTime() - at.getTime() : Infinity;
    if (silentMs < 2 * dayMs) return 0;
    return silentMs < 7 * dayMs ? 55 : null;
  }

  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function ask(kind: Shown['kind'], to: string, text: string): Promise<SendOutcome> {
    try {
      const response = await fetch(`${root}/${kind}`, { method: 'POST', body: JSON.stringify({ to, text }) });
      const said = (await response.json()) as {
        id?: string;
        error?: string;
        waitMs?: number;
        charged?: number;
      };
      if (response.status === 503) return { kind: 'retry', waitMs: 500, limited: false, detail: 'http-503' };
      if (response.status === 429)
        return { kind: 'retry', waitMs: said.waitMs!, limited: true, detail: 'too-many-requests' };
      if (said.error === 'closed') return { kind: 'refused', reason: 'closed', detail: 'window' };
      if (said.error === 'gone') return { kind: 'refused', reason: 'blocked', detail: 'gone' };
      if (said.error) return { kind: 'refused', reason: 'invalid', detail: said.error };
      return { kind: 'sent', providerId: said.id!, paid: said.charged! > 0 };
    } catch {
      return { kind: 'unknown', detail: 'no-answer' };
    }
  }

  return {
    shown,
    get asked() {
      return asked;
    },
    hear: (address: string | number, at = clock()) => heard.set(String(address), at),
    fault: (to: string | number, fault: Fault, times = 1) => faults.push({ to: String(to), fault, times }),
    /** The person does not take templates by the provider's id. */
    refuseTemplate: (address: string | number) => withoutTemplate.add(String(address)),
    /** The texts one address, telephone or group was shown. */
    screen: (to: string | number) => shown.filter((one) => one.to === String(to)),
    /** Our side of it. */
    channel: (terms: Partial<Terms> = {}): Channel => ({
      name: 'zalo',
      limits: { textUnits: 2_000, buttons: 0, fileBytes: 5_000_000 },
      terms: {
        window: { freeMs: 2 * dayMs, paidMs: 7 * dayMs, cost: 55 },
        templateFor: () => null,
        monthlyQuota: null,
        peopleQuota: null,
        monthlyBudget: Infinity,
        ...terms,
      },
      hasReceipts: true,
      send: async ({ address, part }) =>
        await ask('text', address, part.kind === 'text' ? part.text : part.file.name),
      sendTemplate: async (address, { phone, data }) =>
        await ask(phone ? 'phone' : 'template', phone ?? address, Object.values(data).join(' | ')),
      sendToGroup: async (address, text) => await ask('group', address, text),
      async close() {},
    }),
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

export type GuardedProvider = Awaited<ReturnType<typeof openGuardedProvider>>;
