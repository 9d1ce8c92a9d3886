import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import {
  fastify,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifySchemaValidationError,
} from 'fastify';
import {
  hasZodFastifySchemaValidationErrors,
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DomainError } from './errors.ts';
import { languages, type Language, type Locales } from './locales.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

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

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a token must be good for. Every route under `/api/v1` names one; other routes need no token. */
    scope?: string;
    /** Bodies besides JSON, by media type, as the description shows them. */
    alsoTakes?: Record<string, z.ZodType>;
    /** The field of a form that holds the JSON body. */
    bodyField?: string;
  }
  interface FastifyRequest {
    identity: Identity | null;
    /** The files of a form, in their order; null where the body is no form. */
    uploads: readonly Upload[] | null;
  }
}

/** The form of every refusal (RFC 9457), for the `response` of a route. */
export const problemReplies = {
  '4xx': {
    description: 'Refused: `code` is for programs, `detail` for people, in their language',
    content: {
      'application/problem+json': {
        schema: z
          .object({
            type: z.literal('about:blank'),
            title: z.string(),
            status: z.int(),
            code: z.string(),
            detail: z.string(),
            errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
          })
          .meta({
            examples: [
              {
                type: 'about:blank',
                title: 'Không có quyền',
                status: 403,
                code: 'may.not',
                detail: 'Đồng chí không có quyền làm việc này ở tổ chức đảng này.',
              },
            ],
          }),
      },
    },
  },
};

/** The member a request speaks for. @throws {Error} on a route that names no scope: that is a bug. */
export function callerOf(request: FastifyRequest): Identity['member'] {
  if (!request.identity)
    throw new Error(`${request.routeOptions.url} asks for the caller but names no scope`);
  return request.identity.member;
}

/** Bytes of a form with all its files, or of a file sent as it is. */
export const uploadBytes = 30_000_000;
const jsonBytes = 1_000_000;
const tooLarge = () => new DomainError('request.too-large', { status: 413 });

/** The web application without any feature's routes, not listening yet. */
export async function openHttp(parts: {
  log: Log;
  metrics: Pick<Metrics, 'registry'>;
  locales: Locales;
  /** False or an error: the hub cannot serve now. */
  ready: () => Promise<boolean>;
  identify: (token: string) => Promise<Identity | null>;
  publicUrl: string;
}): Promise<App> {
  // A proxy on this machine says from where a request came; anybody else could only claim to.
  const options = { bodyLimit: jsonBytes, requestTimeout: 120_000, trustProxy: 'loopback' };
  const { answer, onError } = problemAnswers(parts);
  const app: App = fastify({ ...options, frameworkErrors: onError }).withTypeProvider<ZodTypeProvider>();
  app.setErrorHandler(onError);
  app.setNotFoundHandler((request, reply) =>
    answer(request, reply, { status: 404, code: 'route.unknown', facts: {} }),
  );
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  await protect(app, parts.publicUrl);
  takeBodies(app);
  await app.register(multipart);
  await app.register(swagger, describedAs(parts.publicUrl));
  app.decorateRequest('identity', null);
  app.decorateRequest('uploads', null);

  app.addHook('onRoute', ({ url, config }) => {
    if (url.startsWith('/api/v1') && !config?.scope) throw new Error(`${url} names no scope`);
  });
  app.addHook('onRequest', async ({ url }, reply) => {
    if (/^\/(api|join)\//.test(url)) void reply.header('cache-control', 'no-store');
  });
  // After the rate limit, before the body is read.
  app.addHook('preParsing', async (request) => {
    const { scope } = request.routeOptions.config;
    if (!scope) return;
    request.identity = await identityOf(request.headers.authorization, parts.identify);
    if (request.identity.scopes.includes(scope)) return;
    throw new DomainError('token.scope', { status: 403, facts: { scope } });
  });
  app.addHook('preValidation', async (request) => {
    if (request.isMultipart()) await takeForm(request);
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

function takeBodies(app: App): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    // Many programs say "JSON" also where they send nothing.
    if (body.length === 0) done(null, undefined);
    else void parse(request, body.toString(), done);
  });
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    if (alsoTakes(request)) done(null, body);
    else done(new DomainError('request.media-type', { status: 415 }));
  });
}

function alsoTakes(request: FastifyRequest): boolean {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  return Object.hasOwn(request.routeOptions.config.alsoTakes ?? {}, type);
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

/** Reads a form: its files become `uploads`, the JSON in its `bodyField` the body. */
async function takeForm(request: FastifyRequest): Promise<void> {
  const { bodyField } = request.routeOptions.config;
  if (!alsoTakes(request)) throw new DomainError('request.media-type', { status: 415 });
  const uploads: Upload[] = [];
  let left = uploadBytes;
  try {
    const limits = { fileSize: uploadBytes, files: 20, fields: 20, fieldSize: jsonBytes };
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') {
        const content = await part.toBuffer();
        left -= content.byteLength;
        uploads.push({ name: part.filename.normalize('NFC'), mediaType: part.mimetype, content });
      } else if (part.fieldname === bodyField) {
        request.body = typeof part.value === 'string' ? JSON.parse(part.value) : part.value;
      }
      if (left < 0 || (part.type === 'field' && part.valueTruncated)) throw tooLarge();
    }
  } catch (error) {
    // The parser of forms says nothing of whose fault a broken form is.
    throw refusalIn(error) ? error : new DomainError('request.invalid');
  }
  request.uploads = uploads;
}

/** Answers every refusal and every fault as a problem, in the words of the caller's language. */
function problemAnswers({ log, locales }: { log: Log; locales: Locales }) {
  const answer = (request: FastifyRequest, reply: FastifyReply, problem: Problem) => {
    const { status, code, facts, fields = [] } = problem;
    const language =
      request.identity?.member.language ?? preferredLanguage(request.raw.headers['accept-language']);
    const say = locales(language);
    const title = say('problem-title', { status });
    const words = () => {
      try {
        return say(code.replaceAll('.', '-'), facts);
      } catch (err) {
        log.error({ event: 'http.no-words', err });
        return title;
      }
    };
    const errors = fields.map(({ field, ...fault }) => ({ field, message: say('request-field', fault) }));
    const more = errors.length > 0 ? { errors } : {};
    if (status === 401) void reply.header('www-authenticate', 'Bearer');
    return reply
      .code(status)
      .type('application/problem+json')
      .header('content-language', language)
      .serializer(JSON.stringify)
      .send({ type: 'about:blank', title, status, code, detail: words(), ...more });
  };

  const onError = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const refusal = refusalIn(error);
    if (refusal) return answer(request, reply, refusal);
    log.error({ event: 'http.failed', method: request.method, route: patternOf(request), err: error });
    return answer(request, reply, { status: 500, code: 'hub.failed', facts: {} });
  };

  return { answer, onError };
}

type Problem = Pick<DomainError, 'status' | 'code' | 'facts'> & { fields?: FieldFault[] };
type FieldFault = { field: string; reason: string; values: string };

/** What an expected error refuses; null for a fault of ours. */
function refusalIn(error: unknown): Problem | null {
  if (error instanceof DomainError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.flatMap((fault) => fieldFaults(fault, error.validationContext ?? 'body'));
    return { status: 400, code: 'request.invalid', facts: {}, fields };
  }
  // Also other libraries give their errors a status; it is not one for our callers.
  const { code, statusCode: status = 500 } = (error ?? {}) as Partial<FastifyError>;
  if (!String(code).startsWith('FST_') || status >= 500) return null;
  return { status, code: codeByStatus[status] ?? 'request.invalid', facts: {} };
}

const codeByStatus: Record<number, string> = {
  413: 'request.too-large',
  414: 'route.unknown',
  415: 'request.media-type',
};

function fieldFaults(
  { keyword, instancePath, params, message }: FastifySchemaValidationError,
  part: string,
): FieldFault[] {
  const path = instancePath.split('/').filter(Boolean);
  const { keys, values } = params as { keys?: string[]; values?: unknown[] };
  const paths = keys ? keys.map((key) => [...path, key]) : [path];
  const reason = message?.endsWith('received undefined') ? 'missing' : keyword;
  return paths.map((names) => ({ field: names.join('.') || part, reason, values: values?.join(', ') ?? '' }));
}

/** The first of our languages that the header prefers; Vietnamese where it asks for none. */
function preferredLanguage(header = ''): Language {
  const asked = header.split(',').map((entry) => {
    const [tag = '', quality = 'q=1'] = entry.trim().toLowerCase().split(/ *; */);
    return { language: tag.split('-')[0], quality: Number(quality.replace('q=', '')) };
  });
  const ours = asked.flatMap(({ language, quality }) =>
    languages.filter((name) => name === language).map((name) => ({ name, quality })),
  );
  return ours.toSorted((a, b) => b.quality - a.quality)[0]?.name ?? 'vi';
}

/** The route as it was declared: a raw address can carry codes. */
function patternOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown';
}

function logRequests(app: App, log: Log): void {
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request;
    const ms = Math.round(reply.elapsedTime);
    log.info({ event: 'http.request', method, route: patternOf(request), status: reply.statusCode, ms });
  });
}

function healthRoutes(app: App, parts: Pick<Parameters<typeof openHttp>[0], 'ready' | 'metrics'>): void {
  app.get('/live', () => ({ live: true }));
  app.get('/ready', async (_request, reply) => {
    const ready = await parts.ready().catch(() => false);
    return reply.code(ready ? 200 : 503).send({ ready });
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
