import type { FastifyRequest } from 'fastify';
import { untraced, type Fields, type PlainPage, type PlainProblem } from '../../console/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { DomainError } from '../../platform/errors.ts';
import type { App } from '../../platform/http.ts';
import { isId } from '../../platform/ids.ts';
import type { Locales, Say } from '../../platform/locales.ts';
import { DoorShut, SignedDoorNeeded } from '../errors.ts';
import { feedbackKinds, type Door, type Said, type Topic, type Unlinkable } from '../port.ts';
import { askingPage, followedPage, takenPage, wrongPage } from './following.tsx';
import { drawOnce, pressedOnce } from './pressed-once.ts';
import { receiptsPath, shutPage, writingPage, type Written } from './writing.tsx';

export interface UnlinkablePageParts {
  unlinkable: Unlinkable;
  topicsFor: (unitCode: string) => Promise<Topic[]>;
  locales: Locales;
  clock: Clock;
  onProblem: (error: unknown) => void;
}

/** Pages outside any sign-in: no cookie, no script, nothing of who reads them in any log. */
export function unlinkablePages(app: App, parts: UnlinkablePageParts): void {
  const { unlinkable, topicsFor, locales, clock, onProblem } = parts;
  const { page, form, show, problemOf, sayTo } = untraced({ locales, onProblem, wordsFor, wrongPage });

  const answerTo = pressedOnce<{ receipt: string }>(clock);

  app.get('/gop-y', page, async (request, reply) => {
    return await show(request, reply, askingPage({ say: sayTo(request), general: true }));
  });

  app.get(receiptsPath, page, async (request, reply) => {
    return await show(request, reply, askingPage({ say: sayTo(request) }));
  });

  app.post(receiptsPath, form('fields'), async (request, reply) => {
    const typed = (asTyped(request).receipt ?? '').slice(0, 400);
    const say = sayTo(request);
    try {
      const found = await unlinkable.followUp(typed);
      if (!found) throw new DomainError('feedback.no-such-receipt', { status: 404 });
      const company = await unlinkable.company();
      return await show(request, reply, followedPage({ say, found, company }));
    } catch (error) {
      const problem = problemOf(error, say);
      return await show(request, reply, askingPage({ say, typed, problem }));
    }
  });

  app.get<{ Params: { unit: string } }>('/gop-y/:unit', page, async (request, reply) => {
    const door = await unlinkable.door(request.params.unit);
    return await show(request, reply, await doorPage(door, sayTo(request)));
  });

  app.post<{ Params: { unit: string } }>('/gop-y/:unit', form('files'), async (request, reply) => {
    const say = sayTo(request);
    const door = await unlinkable.door(request.params.unit);
    const written = asTyped(request);
    const files = request.uploads ?? [];
    try {
      const said = { ...asSaid(written), files };
      const pressed = { once: written.once, unit: door.unit.id, said };
      const { receipt } = await answerTo(pressed, () => unlinkable.submit(door.unit.code, said));
      return await show(request, reply, takenPage({ say, unit: door.unit, receipt }));
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
    problem?: PlainProblem & { hadFiles: boolean },
  ): Promise<PlainPage> {
    const company = await unlinkable.company();
    if (!door.open) return shutPage({ say, door, company, ...(written ? { written } : {}) });
    const topics = await topicsFor(door.unit.code);
    const more = { ...(written ? { written } : {}), ...(problem ? { problem } : {}) };
    return writingPage({ say, door, company, topics, once: drawOnce(), ...more });
  }
}

function wordsFor(error: unknown, say: Say): PlainProblem | null {
  if (!(error instanceof SignedDoorNeeded)) return null;
  return { words: say('unlinkable-signed', error.facts), status: error.status };
}

/** Each field once, as it came. */
function asTyped({
  body,
}: FastifyRequest): Written & { receipt?: string | undefined; once?: string | undefined } {
  const first = (name: string) => {
    const value = [((body ?? {}) as Fields)[name]].flat()[0];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    kind: first('kind'),
    topicId: first('topicId'),
    topic: first('topic'),
    text: first('text'),
    receipt: first('receipt'),
    once: first('once'),
  };
}

/** @throws {DomainError} `feedback.kind-missing` */
function asSaid({ kind, topicId, topic, text = '' }: Written): Said {
  const known = feedbackKinds.find((one) => one === kind);
  if (!known) throw new DomainError('feedback.kind-missing', { status: 422 });
  return { kind: known, topicId: topicId && isId(topicId) ? topicId : null, topic, text };
}
