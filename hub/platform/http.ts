import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { fastify, type FastifyBaseLogger, type FastifyInstance, type FastifyRequest } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Actor } from './audit.ts';
import { DomainError } from './errors.ts';
import { takeStreams } from './event-stream.ts';
import type { Language, Locales } from './locales.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { patternOf, problemAnswers, type ProblemPage } from './problems.ts';
import { jsonBytes, takeBodies, takeForms } from './request-bodies.ts';

export type App = FastifyInstance<
  Server,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  ZodTypeProvider
>;

/** In whose name a program calls, and what it may do in that name. */
export interface Identity {
  member: { id: string; code: string; fullName: string; language: Language };
  scopes: readonly string[];
}

export interface Upload {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** One way into the hub, as it was declared. */
export interface Door {
  method: string;
  url: string;
  /** A page: the right its feature will ask for, or `self`. */
  needs: string | undefined;
  /** An API route: what its token must be good for. */
  scope: string | undefined;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route there is, for whoever wants to look at all of them. */
    doors: Door[];
  }
  interface FastifyContextConfig {
    /** What a token must be good for. Every route under `/api/v1` names one but untraced ones; others need no token. */
    scope?: string;
    /** Bodies besides JSON, by media type, as the description shows them. */
    alsoTakes?: Record<string, z.ZodType>;
    /** A page of the console: what its feature will ask the reader's right for, or `self` for what is one's own. */
    needs?: string;
    /** Takes the fields of a form; with `files` also files. */
    form?: 'fields' | 'files';
    /** Bytes of a form with all its files, where it is not 30 MB (`uploadBytes`). */
    formBytes?: number;
    /** The field of a form that holds the JSON body. */
    bodyField?: string;
    /** Nothing of who asks, nor that somebody did, is known behind the door or written down anywhere. */
    untraced?: boolean;
  }
  interface FastifyRequest {
    identity: Identity | null;
    /** The files of a form, in their order; null where the body is no form. */
    uploads: readonly Upload[] | null;
  }
}

/** The member a request speaks for. @throws {Error} on a route that names no scope: that is a bug. */
export function callerOf(request: FastifyRequest): Identity['member'] {
  if (!request.identity)
    throw new Error(`${request.routeOptions.url} asks for the caller but names no scope`);
  return request.identity.member;
}

/** The same, as the actor of what the request asks for. */
export function byApi(request: FastifyRequest): Actor & { memberId: string } {
  return { memberId: callerOf(request).id, via: 'api' };
}

/** The web application without any feature's routes, not listening yet. */
export async function openHttp(parts: {
  log: Log;
  metrics: Pick<Metrics, 'registry'>;
  locales: Locales;
  /** False or an error: the hub cannot serve now. */
  ready: () => Promise<boolean>;
  /** What else `/ready` tells of parts that come later than the hub. */
  details?: () => object;
  identify: (token: string) => Promise<Identity | null>;
  publicUrl: string;
  /** How a refusal looks to a person in a browser. */
  problemPage?: ProblemPage;
}): Promise<App> {
  // A proxy on this machine says from where a request came; anybody else could only claim to.
  const options = { bodyLimit: jsonBytes, requestTimeout: 120_000, trustProxy: 'loopback' };
  const { onError, onUnknownRoute } = problemAnswers(parts);
  const app: App = fastify({ ...options, frameworkErrors: onError }).withTypeProvider<ZodTypeProvider>();
  app.setErrorHandler(onError);
  app.setNotFoundHandler(onUnknownRoute);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  forgetWhoAsks(app);
  await protect(app, parts.publicUrl);
  await app.register(cookie);
  // Pages are made anew each time: quick and good enough beats small and slow.
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } },
  });
  takeStreams(app);
  takeBodies(app);
  await takeForms(app);
  await app.register(swagger, describedAs(parts.publicUrl));
  app.decorateRequest('identity', null);
  app.decorateRequest('uploads', null);

  app.decorate('doors', []);
  app.addHook('onRoute', ({ method, url, config = {} }) => {
    if (url.startsWith('/api/v1') && !config.scope && !config.untraced)
      throw new Error(`${url} names no scope`);
    for (const name of [method].flat()) {
      if (name !== 'HEAD') app.doors.push({ method: name, url, needs: config.needs, scope: config.scope });
    }
  });
  app.addHook('onRequest', async ({ url }, reply) => {
    if (/^\/(api|join|signin)\//.test(url)) void reply.header('cache-control', 'no-store');
  });
  // After the rate limit, before the body is read.
  app.addHook('preParsing', async (request) => {
    const { scope } = request.routeOptions.config;
    if (!scope) return;
    request.identity = await identityOf(request.headers.authorization, parts.identify);
    if (request.identity.scopes.includes(scope)) return;
    throw new DomainError('token.scope', { status: 403, facts: { scope } });
  });
  logRequests(app, parts.log);
  healthRoutes(app, parts);
  app.get('/api/openapi.json', () => app.swagger());
  return app;
}

async function protect(app: App, publicUrl: string): Promise<void> {
  const self = ["'self'"];
  const nothing = ["'none'"];
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: nothing,
        scriptSrc: self,
        styleSrc: self,
        imgSrc: self,
        mediaSrc: self,
        fontSrc: self,
        connectSrc: self,
        manifestSrc: self,
        formAction: self,
        baseUri: nothing,
        frameAncestors: nothing,
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: publicUrl.startsWith('https:'),
  });
  await app.register(rateLimit, {
    max: 300,
    timeWindow: 60_000,
    allowList: (request) => !request.url.startsWith('/api/'),
    errorResponseBuilder: (_request, { ttl }) =>
      new DomainError('request.too-many', { status: 429, facts: { seconds: Math.ceil(ttl / 1000) } }),
  });
}

async function identityOf(
  authorization: string | undefined,
  identify: (token: string) => Promise<Identity | null>,
): Promise<Identity> {
  const token = /^Bearer +([\x21-\x7e]{1,512})$/i.exec(authorization ?? '')?.[1];
  if (!token) throw new DomainError('token.missing', { status: 401 });
  const identity = await identify(token);
  if (!identity) throw new DomainError('token.wrong', { status: 401 });
  return identity;
}

const telling =
  'cookie authorization user-agent referer forwarded x-forwarded-for x-real-ip sec-ch-ua sec-ch-ua-mobile ' +
  'sec-ch-ua-platform sec-ch-ua-model';

/** Before anything else looks at a request: of untraced routes even a fault has nothing to tell. */
function forgetWhoAsks(app: App): void {
  app.addHook('onRequest', async ({ raw, routeOptions }) => {
    if (!routeOptions.config.untraced) return;
    for (const name of telling.split(' ')) delete raw.headers[name];
    raw.rawHeaders.length = 0;
  });
}

function logRequests(app: App, log: Log): void {
  app.addHook('onResponse', async (request, reply) => {
    if (request.routeOptions.config.untraced) return;
    const { method } = request;
    const ms = Math.round(reply.elapsedTime);
    log.info({ event: 'http.request', method, route: patternOf(request), status: reply.statusCode, ms });
  });
}

function healthRoutes(
  app: App,
  parts: Pick<Parameters<typeof openHttp>[0], 'ready' | 'details' | 'metrics'>,
): void {
  app.get('/live', () => ({ live: true }));
  app.get('/ready', async (_request, reply) => {
    const ready = await parts.ready().catch(() => false);
    return reply.code(ready ? 200 : 503).send({ ready, ...parts.details?.() });
  });
  app.get('/metrics', async (_request, reply) => {
    const { registry } = parts.metrics;
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function describedAs(publicUrl: string): FastifyDynamicSwaggerOptions {
  return {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Cầu Nối',
        version: '1',
        description: 'Notices for party cells. A token acts in the name of one member and may never do more.',
      },
      servers: [{ url: publicUrl }],
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
      security: [{ bearer: [] }],
    },
    hideUntagged: true,
    transform: (document) => {
      const { schema, url } = jsonSchemaTransform(document);
      const others = Object.entries(document.route.config?.alsoTakes ?? {});
      if (others.length === 0) return { schema, url };
      const json = schema.body ? { 'application/json': { schema: schema.body } } : {};
      const described = others.map(([type, body]) => [
        type,
        { schema: z.toJSONSchema(body, { io: 'input' }) },
      ]);
      return { schema: { ...schema, body: { content: { ...json, ...Object.fromEntries(described) } } }, url };
    },
  };
}
