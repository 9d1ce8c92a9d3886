import type { Clock } from '../../platform/clock.ts';
import type { App } from '../../platform/http.ts';
import { problemReplies } from '../../platform/problems.ts';
import type { Papers } from '../port.ts';
import { Asked, asReply, PaperTaken } from '../replies.ts';
import { asAnswers, PaperAnswersBody, PaperBody } from '../requests.ts';
import { knownPaper } from './known-paper.ts';

/** Papers over the API: the words are all there is to know, and a token that comes along is not looked at. */
export function paperRoutes(app: App, { papers, clock }: { papers: Papers; clock: Clock }): void {
  const askedBy = knownPaper({ papers, clock });
  const config = { untraced: true, rateLimit: false } as const;
  const tags = ['papers'];
  // No token: the description says so too.
  const security: [] = [];

  app.post(
    '/api/v1/papers/asked',
    {
      config,
      schema: {
        summary: 'What a paper asks',
        description: 'Without a token. Nothing of who calls is looked at or written down.',
        tags,
        security,
        body: PaperBody,
        response: { 200: Asked, ...problemReplies },
      },
    },
    async (request) => asReply(await askedBy(request.body.paper)),
  );

  app.post(
    '/api/v1/papers/answers',
    {
      config,
      schema: {
        summary: 'Answer on a paper, once; it cannot be changed',
        description: 'Without a token. Nothing of who calls is looked at or written down.',
        tags,
        security,
        body: PaperAnswersBody,
        response: { 200: PaperTaken, ...problemReplies },
      },
    },
    async (request) => {
      const { paper, answers } = request.body;
      await askedBy(paper);
      await papers.answer(paper, asAnswers(answers));
      return { answered: true as const };
    },
  );
}
