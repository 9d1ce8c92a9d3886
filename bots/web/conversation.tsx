import { renderToString } from 'preact-render-to-string';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { sameSite } from '../../hub/console/index.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import { openStream } from '../../hub/platform/event-stream.ts';
import type { App } from '../../hub/platform/http.ts';
import type { Language } from '../../hub/platform/locales.ts';
import { preferredLanguage } from '../../hub/platform/problems.ts';
import type { Device, WebMessage } from '../../hub/webchat/index.ts';
import { conversationPage, endedPage } from './conversation-page.tsx';
import { manifest, type Look } from './document.tsx';
import { byBrowser } from './guard.ts';
import type { LiveChats } from './live.ts';
import { Message, type Setting } from './message.tsx';
import type { RouteParts } from './routes.ts';

/** Messages on one page, and the letters they may have together: a page stays light on a slow line. */
const pageMessages = 40;
const pageLetters = 60_000;
const idList = z
  .string()
  .max(8_000)
  .default('')
  .transform((text) => text.split(',').filter((id) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)));

const Typed = z.object({
  text: z.union([z.string(), z.array(z.string()).transform((texts) => texts.find(Boolean) ?? '')]),
  client: z.string().regex(/^[\w-]{8,64}$/),
});
const Pressed = z.object({ message: z.string(), button: z.coerce.number().int().min(0).max(50) });
const Received = z.object({ delivered: idList, seen: idList });
const From = z.object({ after: z.coerce.number().int().min(0).default(0) });
const Which = z.object({ before: z.uuid().optional() });
const Shown = z.object({ before: z.uuid().optional(), upto: z.uuid() });
const FileId = z.object({ id: z.uuid() });

/** Kind to people, and real: nobody types more than this. */
const speakingLimit = { max: 30, timeWindow: 60_000, allowList: [], keyGenerator: byBrowser };
const readingLimit = { max: 240, timeWindow: 60_000, allowList: [], keyGenerator: byBrowser };
const bodyLimit = 100_000;

const noPicture = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');

/** The conversation: as a page of forms, and live for pages that run scripts. */
export function conversationRoutes(app: App, parts: RouteParts, live: LiveChats): void {
  const { webchat, people, guard, speaking, locales, assets, alerts } = parts;
  const lookIn = (language: Language): Look => ({ say: locales(language), language, assets });

  /** The member's own language once the chat is somebody's, else the browser's. */
  async function languageFor(request: FastifyRequest, device: Device | null): Promise<Language> {
    const linked = device && (await people.chats.memberOf('web', device.address));
    return linked?.member.language ?? preferredLanguage(request.headers['accept-language']);
  }

  app.get(
    '/chat',
    { config: { rateLimit: readingLimit }, schema: { querystring: Which } },
    async (request, reply) => {
      const device = await guard.deviceOf(request);
      if (!device && !guard.wasHere(request)) return await reply.redirect('/chat/join', 303);
      const look = lookIn(await languageFor(request, device));
      void reply.type('text/html; charset=utf-8');
      if (!device) guard.forget(reply);
      if (!device || device.endedAt) return await reply.code(410).send(endedPage(look));
      guard.renew(request, reply);
      const { before } = request.query;
      const found = await webchat.page(device.address, { before, limit: pageMessages + 1 });
      const shown = newestWithin(found.messages);
      // Rendered to this device: it has them. Whether they were looked at, the page itself tells.
      reply.raw.once('finish', () => void noteShown(device, shown, 'delivered').catch(parts.onProblem));
      const formToken = guard.formToken(device);
      const page = {
        messages: shown,
        lastEvent: found.lastEvent,
        hasOlder: shown.length < found.messages.length,
        before,
        setting: { say: look.say, formToken },
        alerts: alerts && { publicKey: alerts.publicKey, state: await alerts.stateOf(device), formToken },
      };
      return await reply.send(conversationPage(page, look));
    },
  );

  async function noteShown(device: Device, messages: readonly WebMessage[], kind: 'delivered' | 'seen') {
    const news = messages.filter(
      ({ direction, deliveredAt, seenAt }) =>
        direction === 'out' && (kind === 'seen' ? seenAt : deliveredAt) === null,
    );
    await webchat.mark(news.map(({ id }) => ({ address: device.address, messageId: id, kind })));
  }

  app.get(
    '/chat/live',
    { config: { rateLimit: readingLimit }, schema: { querystring: From } },
    async (request, reply) => {
      const known = await guard.deviceOf(request);
      // Ended or erased while its line was cut: it would ask for ever, and its reader would wait for ever.
      if (known ? known.endedAt : guard.wasHere(request)) {
        const stream = openStream(request, reply);
        stream.send({ event: 'ended', data: '1' });
        stream.close();
        return reply;
      }
      const device = await guard.requireDevice(request);
      const told = Number(request.headers['last-event-id'] ?? Number.NaN);
      const after = Number.isSafeInteger(told) && told >= 0 ? told : request.query.after;
      const { say } = lookIn(await languageFor(request, device));
      const setting = { say, formToken: guard.formToken(device) };
      live.join(device, after, openStream(request, reply), (message) => painted(message, setting));
      return reply;
    },
  );

  const speaks = {
    config: { rateLimit: speakingLimit, form: 'fields' as const },
    bodyLimit,
    onRequest: sameSite,
  };

  app.post('/chat/messages', { ...speaks, schema: { body: Typed.loose() } }, async (request, reply) => {
    const device = await guard.requireForm(request);
    const language = await languageFor(request, device);
    const { text, client: clientId } = request.body;
    const message = await speaking.say(device, { text, clientId, language });
    if (isScript(request)) {
      const setting = { say: locales(language), formToken: guard.formToken(device) };
      return await reply.send({ id: message.id, html: painted(message, setting) });
    }
    await speaking.answered(device.address, message.event);
    return await reply.redirect('/chat', 303);
  });

  app.post('/chat/taps', { ...speaks, schema: { body: Pressed.loose() } }, async (request, reply) => {
    const device = await guard.requireForm(request);
    const language = await languageFor(request, device);
    const { message: messageId, button } = request.body;
    const before = await webchat.lastEvent(device.address);
    const asked = await speaking.tap(device, { messageId, button, language });
    if (isScript(request)) return await reply.send({});
    if (asked) await speaking.answered(device.address, before);
    return await reply.redirect('/chat', 303);
  });

  app.post(
    '/chat/receipts',
    {
      config: { rateLimit: readingLimit, form: 'fields' },
      bodyLimit,
      onRequest: sameSite,
      schema: { body: Received.loose() },
    },
    async (request, reply) => {
      const { address } = await guard.requireForm(request);
      const { delivered, seen } = request.body;
      await webchat.mark([
        ...delivered.map((messageId) => ({ address, messageId, kind: 'delivered' as const })),
        ...seen.map((messageId) => ({ address, messageId, kind: 'seen' as const })),
      ]);
      return await reply.code(204).send();
    },
  );

  // A picture that only a browser without scripts asks for, once the page stands there.
  app.get(
    '/chat/seen',
    { config: { rateLimit: readingLimit }, schema: { querystring: Shown } },
    async (request, reply) => {
      const device = await guard.requireDevice(request);
      // A link that somebody follows would lead here without a page that was looked at.
      if ((request.headers['sec-fetch-dest'] ?? 'image') !== 'image')
        throw new DomainError('form.foreign', { status: 403 });
      const { before, upto } = request.query;
      const { messages } = await webchat.page(device.address, { before, limit: pageMessages });
      await noteShown(
        device,
        newestWithin(messages).filter(({ id }) => id <= upto),
        'seen',
      );
      return await reply.type('image/gif').send(noPicture);
    },
  );

  app.get(
    '/chat/files/:id',
    { config: { rateLimit: readingLimit }, schema: { params: FileId } },
    async (request, reply) => {
      const { address } = await guard.requireDevice(request);
      const file = await webchat.fileFor(address, request.params.id);
      if (!file) throw new DomainError('webchat.file-unknown', { status: 404 });
      // Always to keep, never to show: what somebody attached must not run as a page of ours.
      const name = encodeURIComponent(file.name).replaceAll("'", '%27');
      return await reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${name}`)
        .header('x-no-compression', '1')
        .send(file.content);
    },
  );

  app.get('/chat/manifest.webmanifest', async (request, reply) => {
    const look = lookIn(preferredLanguage(request.headers['accept-language']));
    return await reply
      .type('application/manifest+json')
      .header('cache-control', 'public, max-age=3600')
      .send(JSON.stringify(manifest(look)));
  });
}

/** Our script asks for JSON; a form on a page gets a page. */
function isScript({ headers }: FastifyRequest): boolean {
  return headers.accept === 'application/json';
}

function painted(message: WebMessage, setting: Setting): string {
  return renderToString(<Message message={message} setting={setting} />);
}

/** The newest that one page holds, in their order; one at least. */
function newestWithin(messages: readonly WebMessage[]): WebMessage[] {
  let letters = 0;
  const from = messages.findLastIndex(({ text }, index) => {
    letters += text.length;
    return index < messages.length - 1 && letters > pageLetters;
  });
  return messages.slice(from + 1).slice(-pageMessages);
}
