import type { FastifyReply, FastifyRequest } from 'fastify';
import { sameSite, type Fields } from '../../console/index.ts';
import { DomainError } from '../../platform/errors.ts';
import type { App } from '../../platform/http.ts';
import { isId } from '../../platform/ids.ts';
import type { Language, Locales, Say } from '../../platform/locales.ts';
import { preferredLanguage, refusalIn } from '../../platform/problems.ts';
import { DoorShut, SignedDoorNeeded } from '../errors.ts';
import { feedbackKinds, type Door, type Said, type Topic, type Unlinkable } from '../port.ts';
import { plainDocument, type PlainPage } from './document.tsx';
import { askingPage, followedPage, takenPage, wrongPage } from './following.tsx';
import { contentPolicy } from './style.ts';
import { receiptsPath, shutPage, writingPage, type Written } from './writing.tsx';

export interface UnlinkablePageParts {
  unlinkable: Unlinkable;
  topicsFor: (unitCode: string) => Promise<Topic[]>;
  locales: Locales;
  onProblem: (error: unknown) => void;
}

/** Pages outside any sign-in: no cookie, no script, nothing of who reads them in any log. */
export function unlinkablePages(app: App, parts: UnlinkablePageParts): void {
  const { unlinkable, topicsFor, locales, onProblem } = parts;
  const hidden = { untraced: true, rateLimit: false } as const;
  const options = { config: hidden, errorHandler: onError };
  const form = (kind: 'fields' | 'files') => ({
    config: { ...hidden, form: kind },
    onRequest: sameSite,
    errorHandler: onError,
  });

  app.get('/gop-y', options, async (request, reply) => {
    return await show(request, reply, (say) => askingPage({ say, general: true }));
  });

  app.get(receiptsPath, options, async (request, reply) => {
    return await show(request, reply, (say) => askingPage({ say }));
  });

  app.post(receiptsPath, form('fields'), async (request, reply) => {
    const typed = (asTyped(request).receipt ?? '').slice(0, 400);
    const { say } = look(request);
    try {
      const found = await unlinkable.followUp(typed);
      if (!found) throw new DomainError('feedback.no-such-receipt', { status: 404 });
      const company = await unlinkable.company();
      return await show(request, reply, () => followedPage({ say, found, company }));
    } catch (error) {
      const problem = problemOf(error, say);
      return await show(request, reply, () => askingPage({ say, typed, problem }));
    }
  });

  app.get<{ Params: { unit: string } }>('/gop-y/:unit', options, async (request, reply) => {
    const door = await unlinkable.door(request.params.unit);
    return await show(request, reply, await doorPage(door, look(request).say));
  });

  app.post<{ Params: { unit: string } }>('/gop-y/:unit', form('files'), async (request, reply) => {
    const { say } = look(request);
    const door = await unlinkable.door(request.params.unit);
    const written = asTyped(request);
    const files = request.uploads ?? [];
    try {
      const { receipt } = await unlinkable.submit(door.unit.code, { ...asSaid(written), files });
      return await show(request, reply, () => takenPage({ say, unit: door.unit, receipt }));
    } catch (error) {
      if (error instanceof DoorShut) return await show(request, reply, await doorPage(door, say, written));
      const problem = { ...problemOf(error, say), hadFiles: files.length > 0 };
      return await show(request, reply, await doorPage(door, say, written, problem));
    }
  });

  async function doorPage(
    door: Door,
    say: Say,
    written?: Written,
    problem?: { words: string; status: number; hadFiles: boolean },
  ) {
    const company = await unlinkable.company();
    if (!door.open) return () => shutPage({ say, door, company, ...(written ? { written } : {}) });
    const topics = await topicsFor(door.unit.code);
    const more = { ...(written ? { written } : {}), ...(problem ? { problem } : {}) };
    return () => writingPage({ say, door, company, topics, ...more });
  }

  function problemOf(error: unknown, say: Say): { words: string; status: number } {
    if (error instanceof SignedDoorNeeded)
      return { words: say('unlinkable-signed', error.facts), status: error.status };
    const refusal = refusalIn(error);
    if (!refusal) {
      onProblem(error);
      return { words: say('hub-failed'), status: 500 };
    }
    return { words: say(refusal.code.replaceAll('.', '-'), refusal.facts), status: refusal.status };
  }

  /** What is refused before a form is read; else the hub's own page would follow, with its scripts and its way home. */
  async function onError(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { words, status } = problemOf(error, look(request).say);
    await show(request, reply, (say) => wrongPage(words, status, say));
  }

  async function show(request: FastifyRequest, reply: FastifyReply, page: (say: Say) => PlainPage) {
    const { language, say } = look(request);
    const shown = page(say);
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
}

/** Each field once, as it came. */
function asTyped({ body }: FastifyRequest): Written & { receipt?: string | undefined } {
  const once = (name: string) => {
    const value = [((body ?? {}) as Fields)[name]].flat()[0];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    kind: once('kind'),
    topicId: once('topicId'),
    topic: once('topic'),
    text: once('text'),
    receipt: once('receipt'),
  };
}

/** @throws {DomainError} `feedback.kind-missing` */
function asSaid({ kind, topicId, topic, text = '' }: Written): Said {
  const known = feedbackKinds.find((one) => one === kind);
  if (!known) throw new DomainError('feedback.kind-missing', { status: 422 });
  return { kind: known, topicId: topicId && isId(topicId) ? topicId : null, topic, text };
}
