import type { FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { Actor } from '../platform/audit.ts';
import { DomainError } from '../platform/errors.ts';
import type { App, Upload } from '../platform/http.ts';
import { uploadBytes } from '../platform/request-bodies.ts';
import type { Keys } from '../platform/keys.ts';
import type { Language, Locales, Say } from '../platform/locales.ts';
import type { Assets } from './assets.ts';
import type { Frame } from './context.ts';
import { documentOf, type Page, type Reader } from './document.tsx';
import { openFormTokens } from './form-tokens.ts';
import type { Download, Fields, ForScript, SeeOther } from './forms.ts';
import { sendFile } from './send-file.ts';

/** Who is signed in to the console in this browser. */
export interface Viewer {
  sessionId: string;
  memberId: string;
  code: string;
  fullName: string;
  language: Language;
  /** Without a role one sees only pages that need no more than a `member`. */
  holdsRole: boolean;
}

/** Where sessions are kept; `people` has it. */
export interface Sessions {
  viewerOf(cookie: string): Promise<Viewer | null>;
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer | null;
  }
}

/** What a handler knows about who is asking, and for what. */
export interface Visit {
  viewer: Viewer & { actor: Actor & { memberId: string } };
  say: Say;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string | undefined>>;
  request: FastifyRequest;
  reply: FastifyReply;
}

export interface FormVisit extends Visit {
  fields: Fields;
  uploads: readonly Upload[];
}

type Answer = Page | SeeOther | Download | ForScript;

export interface Console {
  /**
   * A page for whoever is signed in. Its feature asks for the right; `needs` says which, for the table of rights: `self`
   * for what is one's own, `member` where one needs no role at all.
   */
  page(url: string, options: { needs: string }, show: (visit: Visit) => Promise<Answer>): void;
  /**
   * What a form on such a page posts to. Refused where the form was not ours.
   *
   * @param options.files it carries files, up to so many bytes with all else that is in it
   */
  form(
    url: string,
    options: { needs: string; files?: boolean | { bytes: number } },
    take: (visit: FormVisit) => Promise<Answer>,
  ): void;
  /** A stream of events for whoever is signed in; the handler answers by itself. */
  stream(url: string, options: { needs: string }, open: (visit: Visit) => Promise<void>): void;
  /** For pages before signing in, and for pages of other parts that look the same. */
  frameFor(language: Language, formToken?: string | null): Frame;
}

export const sessionCookie = 'caunoi_console';
const noticeCookie = 'caunoi_notice';

export function openConsole(
  app: App,
  parts: {
    sessions: Sessions;
    keys: Keys;
    locales: Locales;
    assets: Assets;
    secure: boolean;
    /** The first page of those who hold no role. */
    memberHome: string;
  },
): Console {
  const { sessions, keys, locales, assets, secure, memberHome } = parts;
  const tokens = openFormTokens(keys);
  app.decorateRequest('viewer', null);

  const frameFor = (language: Language, formToken: string | null = null): Frame => ({
    language,
    say: locales(language),
    asset: (name) => assets.url(name),
    formToken,
  });

  async function signedIn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { needs } = request.routeOptions.config;
    const cookie = request.cookies[sessionCookie];
    request.viewer = cookie ? await sessions.viewerOf(cookie) : null;
    void reply.header('cache-control', 'no-store');
    if (!request.viewer || (needs !== 'member' && !request.viewer.holdsRole))
      throw new DomainError('signin.needed', { status: 401 });
    // A refusal is worded in the reader's language; no token's scope comes with it.
    const { memberId: id, ...member } = request.viewer;
    request.identity = { member: { id, ...member }, scopes: [] };
  }

  function visitOf(request: FastifyRequest, reply: FastifyReply): Visit {
    const viewer = request.viewer!;
    return {
      viewer: { ...viewer, actor: { memberId: viewer.memberId, via: 'console' } },
      say: locales(viewer.language),
      params: request.params as Record<string, string>,
      query: onceEach(request.query as Record<string, string | string[]>),
      request,
      reply,
    };
  }

  async function answer(visit: Visit, answered: Answer): Promise<FastifyReply> {
    const { viewer, request, reply } = visit;
    if ('location' in answered) {
      if (answered.notice) {
        const value = Buffer.from(answered.notice).toString('base64url');
        void reply.setCookie(noticeCookie, value, { ...cookieOptions(secure), maxAge: 60 });
      }
      return await reply.redirect(answered.location, 303);
    }
    if ('json' in answered) return await reply.send(answered.json);
    if ('content' in answered) return await sendFile(visit, answered);
    const noticed = request.cookies[noticeCookie];
    if (noticed) void reply.clearCookie(noticeCookie, cookieOptions(secure));
    const reader: Reader = {
      fullName: viewer.fullName,
      path: request.url.split('?')[0]!,
      home: viewer.holdsRole ? '/console' : memberHome,
      holdsRole: viewer.holdsRole,
      notice: noticed ? Buffer.from(noticed, 'base64url').toString() : null,
    };
    const frame = frameFor(viewer.language, tokens.create(viewer.sessionId));
    return await reply
      .code(answered.status ?? 200)
      .type('text/html; charset=utf-8')
      .send(documentOf(answered, frame, reader));
  }

  return {
    frameFor,
    page(url, { needs }, show) {
      app.get(url, { onRequest: signedIn, config: { needs } }, async (request, reply) => {
        const visit = visitOf(request, reply);
        return await answer(visit, await show(visit));
      });
    },
    form(url, { needs, files = false }, take) {
      const { bytes } = typeof files === 'object' ? files : { bytes: uploadBytes };
      const options: RouteShorthandOptions = {
        onRequest: [sameSite, signedIn],
        config: { needs, form: files ? 'files' : 'fields', formBytes: bytes },
        ...(files ? { bodyLimit: bytes } : {}),
      };
      app.post(url, options, async (request, reply) => {
        const visit = visitOf(request, reply);
        const { formToken: token, ...fields } = (request.body ?? {}) as Fields;
        if (!tokens.verify(visit.viewer.sessionId, token))
          throw new DomainError('form.expired', { status: 403 });
        return await answer(visit, await take({ ...visit, fields, uploads: request.uploads ?? [] }));
      });
    },
    stream(url, { needs }, open) {
      app.get(url, { onRequest: signedIn, config: { needs } }, async (request, reply) => {
        await open(visitOf(request, reply));
        return reply;
      });
    },
  };
}

/** Our own pages ask for each thing once: of what stands several times in an address the first counts. */
function onceEach(query: Readonly<Record<string, string | string[]>>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, [value].flat()[0]]));
}

/** A form on another site cannot post to us: browsers say where a form stands, and old ones say at least the origin. */
export async function sameSite(request: FastifyRequest): Promise<void> {
  const site = request.headers['sec-fetch-site'];
  const { origin } = request.headers;
  const foreign = site
    ? site !== 'same-origin' && site !== 'none'
    : origin !== undefined && origin !== 'null' && URL.parse(origin)?.host !== request.headers.host;
  if (foreign) throw new DomainError('form.foreign', { status: 403 });
}

export function cookieOptions(secure: boolean) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}
