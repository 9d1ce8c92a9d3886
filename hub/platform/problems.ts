import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { DomainError } from './errors.ts';
import { languages, type Language, type Locales } from './locales.ts';
import type { Log } from './log.ts';

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

/** Answers every refusal and every fault as a problem, in the words of the caller's language. */
export function problemAnswers({
  log,
  locales,
  problemPage,
}: {
  log: Log;
  locales: Locales;
  /** How a refusal looks to a person in a browser; without it everybody is answered as a program. */
  problemPage?: ProblemPage | undefined;
}) {
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
    if (problemPage && isReadByPerson(request)) {
      return reply
        .code(status)
        .type('text/html; charset=utf-8')
        .header('cache-control', 'no-store')
        .serializer(String)
        .send(problemPage({ language, status, title, detail: words(), path: patternOf(request) }));
    }
    const errors = fields.map(({ field, ...fault }) => ({ field, message: say('request-field', fault) }));
    const more = errors.length > 0 ? { errors } : {};
    if (status === 401 && request.routeOptions.config.scope) void reply.header('www-authenticate', 'Bearer');
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

  const onUnknownRoute = (request: FastifyRequest, reply: FastifyReply) =>
    answer(request, reply, { status: 404, code: 'route.unknown', facts: {} });

  return { onError, onUnknownRoute };
}

export type ProblemPage = (problem: {
  language: Language;
  status: number;
  title: string;
  detail: string;
  /** Of the route that refused, as it was declared: where to go from here depends on it. */
  path: string;
}) => string;

/** A browser that shows a page says that it wants HTML; a script and a program do not. */
function isReadByPerson({ raw }: FastifyRequest): boolean {
  return !/^\/(?:api|webhooks)\//.test(raw.url ?? '') && /\btext\/html\b/.test(raw.headers.accept ?? '');
}

type Problem = Pick<DomainError, 'status' | 'code' | 'facts'> & { fields?: FieldFault[] };
type FieldFault = { field: string; reason: string; values: string };

/** What an expected error refuses; null for a fault of ours. */
export function refusalIn(error: unknown): Problem | null {
  if (error instanceof DomainError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.flatMap((fault) => fieldFaults(fault, error.validationContext ?? 'body'));
    return { status: 400, code: 'request.invalid', facts: {}, fields };
  }
  // Also other libraries give their errors a status; it is not one for our callers.
  const { code, statusCode: status = 500 } = (error ?? {}) as Partial<FastifyError>;
  if (unheld.includes(String(code))) return { status: 400, code: 'request.invalid', facts: {} };
  if (!String(code).startsWith('FST_') || status >= 500) return null;
  return { status, code: codeByStatus[status] ?? 'request.invalid', facts: {} };
}

/** The database's words for a text with a character in it that it cannot hold: no typist makes one. */
const unheld = ['22021', '22P05'];

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
export function preferredLanguage(header = ''): Language {
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
export function patternOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? 'unknown';
}
