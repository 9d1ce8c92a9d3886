import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language, Locales, Say } from '../../platform/locales.ts';
import { preferredLanguage, refusalIn } from '../../platform/problems.ts';
import { sameSite } from '../console.ts';
import { plainDocument, type PlainPage } from './document.tsx';
import { contentPolicy } from './style.ts';

/** What went wrong, in the reader's language, and its HTTP status. */
export interface PlainProblem {
  words: string;
  status: number;
}

/** Pages outside any sign-in: no cookie, no script, nothing of who reads them in any log. */
export function untraced(parts: {
  locales: Locales;
  onProblem: (error: unknown) => void;
  /** Words of the feature's own for an error; null: those of the catalogue. */
  wordsFor?: (error: unknown, say: Say) => PlainProblem | null;
  /** What is shown where something went wrong before anything was read. */
  wrongPage: (problem: PlainProblem, say: Say) => PlainPage;
}) {
  const { locales, onProblem, wordsFor, wrongPage } = parts;
  const config = { untraced: true, rateLimit: false } as const;
  const page = { config, errorHandler: onError };
  const form = (kind: 'fields' | 'files') => ({
    config: { ...config, form: kind },
    onRequest: sameSite,
    errorHandler: onError,
  });

  function problemOf(error: unknown, say: Say): PlainProblem {
    const own = wordsFor?.(error, say);
    if (own) return own;
    const refusal = refusalIn(error);
    if (!refusal) {
      onProblem(error);
      return { words: say('hub-failed'), status: 500 };
    }
    return { words: say(refusal.code.replaceAll('.', '-'), refusal.facts), status: refusal.status };
  }

  /** What is refused before a form is read; else the hub's own page would follow, with its scripts and its way home. */
  async function onError(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { say } = look(request);
    await show(request, reply, wrongPage(problemOf(error, say), say));
  }

  async function show(request: FastifyRequest, reply: FastifyReply, shown: PlainPage) {
    const { language, say } = look(request);
    return await reply
      .code(shown.status ?? 200)
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', contentPolicy)
      .header('content-language', language)
      .send(plainDocument(shown, language, say));
  }

  function look({ headers }: FastifyRequest): { language: Language; say: Say } {
    const language = preferredLanguage(headers['accept-language']);
    return { language, say: locales(language) };
  }

  return { page, form, problemOf, show, sayTo: (request: FastifyRequest) => look(request).say };
}
