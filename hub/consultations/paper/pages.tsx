import type { FastifyRequest } from 'fastify';
import { all, untraced, type Fields } from '../../console/index.ts';
import type { Clock } from '../../platform/clock.ts';
import type { App } from '../../platform/http.ts';
import type { Locales } from '../../platform/locales.ts';
import { PaperUnknown } from '../errors.ts';
import { answersIn } from '../pages/answers-typed.ts';
import type { Asked, Papers } from '../port.ts';
import { answerPage, donePage, wordsPage, wrongPage } from './paper.tsx';
import { paperAnswerPath, paperPath } from './paths.ts';
import { knownPaper } from './known-paper.ts';

/** Where a paper is answered: no sign-in, no cookie, no script, nothing of who reads it in any log. */
export function paperPages(
  app: App,
  parts: { papers: Papers; locales: Locales; clock: Clock; onProblem: (error: unknown) => void },
): void {
  const { papers, locales, onProblem, clock } = parts;
  const { page, form, show, problemOf, sayTo } = untraced({ locales, onProblem, wrongPage });
  const askedBy = knownPaper({ papers, clock });

  app.get(paperPath, page, async (request, reply) => {
    return await show(request, reply, wordsPage({ say: sayTo(request) }));
  });

  app.post(paperPath, form('fields'), async (request, reply) => {
    const say = sayTo(request);
    const typed = wordsIn(request);
    try {
      return await show(request, reply, answerPage({ say, paper: typed, asked: await askedBy(typed) }));
    } catch (error) {
      return await show(request, reply, wordsPage({ say, typed, problem: problemOf(error, say) }));
    }
  });

  app.post(paperAnswerPath, form('fields'), async (request, reply) => {
    const say = sayTo(request);
    const paper = wordsIn(request);
    let asked: Asked | null = null;
    try {
      asked = await askedBy(paper);
      await papers.answer(paper, answersIn(asked.questions, fieldsOf(request)));
    } catch (error) {
      const problem = problemOf(error, say);
      const again =
        asked && !(error instanceof PaperUnknown)
          ? answerPage({ say, paper, asked, typed: fieldsOf(request), problem })
          : wordsPage({ say, typed: paper, problem });
      return await show(request, reply, again);
    }
    return await show(request, reply, donePage(say));
  });
}

function fieldsOf({ body }: FastifyRequest): Fields {
  return (body ?? {}) as Fields;
}

/** As long as anybody types twelve words, with numbers before them. */
function wordsIn(request: FastifyRequest): string {
  return (all(fieldsOf(request), 'paper')[0] ?? '').slice(0, 400);
}
