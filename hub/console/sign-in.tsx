import { z } from 'zod';
import { DomainError } from '../platform/errors.ts';
import type { App } from '../platform/http.ts';
import { languages, type Language } from '../platform/locales.ts';
import { preferredLanguage } from '../platform/problems.ts';
import { Alert, Button, LinkButton } from './components.tsx';
import { FormTo } from './form-components.tsx';
import { cookieOptions, sameSite, sessionCookie, type Console } from './console.ts';
import { deviceOf } from './device.ts';
import { documentOf, type Page } from './document.tsx';
import { read, seeOther } from './forms.ts';

/** How somebody comes in and goes again; `people` has it. */
export interface SignIn {
  /** Whose link it is, without using it up; null for a wrong, used or expired one. */
  peekSignIn(token: string): Promise<{ fullName: string } | null>;
  openSession(
    token: string,
    device: string,
  ): Promise<{ cookie: string; expiresAt: Date; holdsRole: boolean } | null>;
  endSession(memberId: string, sessionId: string): Promise<boolean>;
  setLanguage(memberId: string, language: Language): Promise<void>;
}

/** Guessing a token of 256 bits is hopeless; this keeps somebody from trying our patience. */
const rateLimit = { max: 30, timeWindow: 60_000, allowList: [] };

/**
 * The way into the console: a one-time link whose GET shows a button and uses nothing up, since chats fetch the
 * links they show; only the button's POST signs in. And the way out, and the reader's language.
 */
export function signInPages(
  app: App,
  console: Console,
  { people, secure, memberHome }: { people: SignIn; secure: boolean; memberHome: string },
): void {
  const show = (language: Language, page: Page) => documentOf(page, console.frameFor(language), null);

  app.get('/', { config: { rateLimit } }, async (request, reply) => {
    const language = preferredLanguage(request.headers['accept-language']);
    const { say } = console.frameFor(language);
    const body = (
      <>
        <p class="lead">{say('home-lead')}</p>
        <div class="buttons">
          <LinkButton href="/chat" kind="primary">
            {say('home-chat')}
          </LinkButton>
          <LinkButton href="/signin">{say('home-console')}</LinkButton>
        </div>
      </>
    );
    return await reply
      .type('text/html; charset=utf-8')
      .send(show(language, { title: say('home-title'), body }));
  });

  app.get('/signin', { config: { rateLimit } }, async (request, reply) => {
    const language = preferredLanguage(request.headers['accept-language']);
    const { say } = console.frameFor(language);
    const body = (
      <ol class="steps">
        <li>{say('signin-how-chat')}</li>
        <li>{say('signin-how-link')}</li>
        <li>{say('signin-how-command')}</li>
      </ol>
    );
    return await reply
      .type('text/html; charset=utf-8')
      .send(show(language, { title: say('signin-how-title'), body }));
  });

  const schema = { params: Token, querystring: LeadingTo };

  app.get('/signin/:token', { config: { rateLimit }, schema }, async (request, reply) => {
    const { to } = request.query;
    const language = preferredLanguage(request.headers['accept-language']);
    const { say } = console.frameFor(language);
    const found = await people.peekSignIn(request.params.token);
    // Pressed again in a chat, a link that was used still leads there, in the browser in which it was used.
    if (!found && to && request.cookies[sessionCookie]) return await reply.redirect(to, 303);
    if (!found) throw new DomainError('signin.over', { status: 410 });
    const body = (
      <FormTo action={`/signin/${request.params.token}${to ? `?to=${encodeURIComponent(to)}` : ''}`}>
        <p class="lead">{say('signin-as', { name: found.fullName })}</p>
        <Alert kind="note">{say('signin-own-device')}</Alert>
        <Button>{say('signin-button')}</Button>
      </FormTo>
    );
    void reply.header('cache-control', 'no-store');
    return await reply
      .type('text/html; charset=utf-8')
      .send(show(language, { title: say('signin-title'), body }));
  });

  app.post(
    '/signin/:token',
    { config: { rateLimit, form: 'fields' }, schema, onRequest: sameSite },
    async (request, reply) => {
      const opened = await people.openSession(request.params.token, deviceOf(request.headers['user-agent']));
      if (!opened) throw new DomainError('signin.over', { status: 410 });
      void reply.header('cache-control', 'no-store');
      void reply.setCookie(sessionCookie, opened.cookie, {
        ...cookieOptions(secure),
        expires: opened.expiresAt,
      });
      const home = opened.holdsRole ? '/console' : memberHome;
      return await reply.redirect(request.query.to ?? home, 303);
    },
  );

  console.form('/console/sign-out', { needs: 'member' }, async ({ viewer, reply }) => {
    await people.endSession(viewer.memberId, viewer.sessionId);
    void reply.clearCookie(sessionCookie, cookieOptions(secure));
    return seeOther('/signin');
  });

  console.form('/console/language', { needs: 'member' }, async ({ viewer, fields }) => {
    const { language, back } = read(LanguageForm, fields);
    await people.setLanguage(viewer.memberId, language);
    return seeOther(back);
  });
}

const Token = z.object({ token: z.string().max(100) });
/** Only a page of ours: a link or a form could have been copied with another address in it. */
const pageOfOurs = z.string().regex(/^\/console(?:\/[\w./%-]*)?$/);
const LeadingTo = z.object({ to: pageOfOurs.optional().catch(undefined) });
const LanguageForm = z.object({ language: z.enum(languages), back: pageOfOurs.catch('/console') });
