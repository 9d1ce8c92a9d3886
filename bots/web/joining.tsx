import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { deviceOf, sameSite } from '../../hub/console/index.ts';
import { looksLikeInvite } from '../../hub/people/index.ts';
import { DomainError } from '../../hub/platform/errors.ts';
import type { App } from '../../hub/platform/http.ts';
import { newId } from '../../hub/platform/ids.ts';
import { preferredLanguage } from '../../hub/platform/problems.ts';
import { chatDocument, Sheet, type Look } from './document.tsx';
import type { RouteParts } from './routes.ts';

const Code = z.object({ code: z.string().trim().max(300) });
const Token = z.object({ token: z.string().regex(/^[\w-]{43}$/) });
/** A link for a further device, pasted: a page on an iPhone's home screen opens no links. */
const pastedLink = /\/chat\/link\/([\w-]{43})$/;
/** A whole cell joins from one address in one evening. Guessing at this pace takes months to find one of 20,000 codes. */
const rateLimit = { max: 60, timeWindow: 60_000, allowList: [] };

/**
 * The ways into a conversation: an invitation code, which goes into it as a first message so that the same
 * question and the same consent follow as on every channel, or a one-time link from another device of one's own.
 */
export function joinRoutes(app: App, parts: RouteParts): void {
  const { webchat, people, guard, speaking, locales, assets } = parts;
  const lookFor = (request: FastifyRequest): Look => {
    const language = preferredLanguage(request.headers['accept-language']);
    return { say: locales(language), language, assets };
  };

  app.get('/chat/join', { config: { rateLimit } }, async (request, reply) =>
    reply.type('text/html; charset=utf-8').send(joinPage(lookFor(request))),
  );

  app.post(
    '/chat/join',
    { config: { rateLimit, form: 'fields' }, onRequest: sameSite },
    async (request, reply) => {
      const { code } = Code.catch({ code: '' }).parse(request.body);
      const [, token] = pastedLink.exec(code) ?? [];
      if (token) return await reply.redirect(`/chat/link/${token}`, 303);
      if (!looksLikeInvite(code)) {
        void reply.code(422).type('text/html; charset=utf-8');
        return await reply.send(joinPage(lookFor(request), code));
      }
      const open = await guard.deviceOf(request);
      const ours = open && !open.endedAt ? open : null;
      if (ours && (await people.chats.memberOf('web', ours.address))) {
        void reply.code(409).type('text/html; charset=utf-8');
        return await reply.send(takenPage(lookFor(request)));
      }
      const device = ours ?? (await openHere(request, reply));
      const typed = { text: code, clientId: newId(), language: lookFor(request).language };
      const message = await speaking.say(device, typed);
      await speaking.answered(device.address, message.event);
      return await reply.redirect('/chat', 303);
    },
  );

  async function openHere(request: FastifyRequest, reply: FastifyReply): Promise<{ address: string }> {
    const opened = await webchat.open(deviceOf(request.headers['user-agent']));
    guard.remember(reply, opened.token);
    return opened;
  }

  app.get(
    '/chat/link/:token',
    { config: { rateLimit }, schema: { params: Token } },
    async (request, reply) => {
      const { token } = request.params;
      if (!(await webchat.linkWorks(token))) throw new DomainError('webchat.link-over', { status: 410 });
      return await reply.type('text/html; charset=utf-8').send(linkPage(token, lookFor(request)));
    },
  );

  app.post(
    '/chat/link/:token',
    { config: { rateLimit, form: 'fields' }, schema: { params: Token }, onRequest: sameSite },
    async (request, reply) => {
      const opened = await webchat.openLink(request.params.token, deviceOf(request.headers['user-agent']));
      if (!opened) throw new DomainError('webchat.link-over', { status: 410 });
      guard.remember(reply, opened.token);
      return await reply.redirect('/chat', 303);
    },
  );
}

/** @param wrong what was typed and cannot be a code */
function joinPage(look: Look, wrong?: string): string {
  const { say } = look;
  const title = say('webchat-join-title');
  const body = (
    <Sheet title={title} look={look}>
      <p class="lead">{say('webchat-join-lead')}</p>
      {wrong === undefined ? null : (
        <p class="problem" role="alert" id="code-problem">
          {say('webchat-join-wrong')}
        </p>
      )}
      <form method="post" action="/chat/join" class="stacked">
        <label for="code">{say('webchat-join-code')}</label>
        <input
          id="code"
          name="code"
          class="code"
          value={wrong}
          required
          maxlength={300}
          placeholder="ABCD-2345"
          autocomplete="off"
          autocapitalize="characters"
          spellcheck={false}
          aria-invalid={wrong === undefined ? undefined : true}
          aria-describedby={wrong === undefined ? undefined : 'code-problem'}
        />
        <button class="main-button">{say('webchat-join-button')}</button>
      </form>
      <p class="note">{say('webchat-join-where')}</p>
    </Sheet>
  );
  return chatDocument({ title: `${title} – Cầu Nối`, body }, look);
}

/** Two members on one phone would read each other's messages: the first conversation is ended first. */
function takenPage(look: Look): string {
  const { say } = look;
  const title = say('webchat-taken-title');
  const body = (
    <Sheet title={title} look={look}>
      <p class="lead">{say('webchat-taken')}</p>
      <p>
        <a class="main-button" href="/chat">
          {say('webchat-taken-open')}
        </a>
      </p>
      <p>
        <a href="/chat/devices">{say('webchat-taken-end')}</a>
      </p>
    </Sheet>
  );
  return chatDocument({ title: `${title} – Cầu Nối`, body }, look);
}

function linkPage(token: string, look: Look): string {
  const { say } = look;
  const title = say('webchat-link-title');
  const body = (
    <Sheet title={title} look={look}>
      <p class="lead">{say('webchat-link-lead')}</p>
      <form method="post" action={`/chat/link/${token}`} class="stacked">
        <button class="main-button">{say('webchat-link-button')}</button>
      </form>
      <p class="note">{say('webchat-link-own')}</p>
    </Sheet>
  );
  return chatDocument({ title: `${title} – Cầu Nối`, body }, look);
}
