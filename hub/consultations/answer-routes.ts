import { callerOf, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import type { Answering } from './port.ts';
import { asReply, Asked, ConsultationId, Drawn, Mine, Results } from './replies.ts';
import { asAnswers, AnswersBody } from './requests.ts';

/** To be said to whoever answers, before they do. */
const promises =
  'By its `level`: `named`: those who lead the very unit that asks read who answered what. `confidential`: nobody reads ' +
  'who answered what; until the end a sealed link is kept, so that an answer can be changed, which whoever runs the ' +
  'server could open. Fewer than five answers are read by nobody. It is an opinion poll, never a vote.';

/** What those who are asked do, in the name of the token’s member. */
export function answerRoutes(app: App, { answering }: { answering: Answering }): void {
  const tags = ['consultations'];
  const reads = { scope: 'consultations:read' };
  const writes = { scope: 'consultations:write' };
  const params = ConsultationId;
  const shown = { 200: Asked, ...problemReplies };

  app.get(
    '/api/v1/consultations/mine',
    {
      config: reads,
      schema: {
        summary: 'What the token’s member is asked',
        tags,
        response: { 200: Mine, ...problemReplies },
      },
    },
    async (request) => ({ items: asReply(await answering.mine(callerOf(request).id)) }),
  );

  app.get(
    '/api/v1/consultations/mine/:id',
    {
      config: reads,
      schema: {
        summary: 'What is asked, and one’s own answers',
        description: promises,
        tags,
        params,
        response: shown,
      },
    },
    async (request) => asReply(await answering.asked(callerOf(request).id, request.params.id)),
  );

  app.put(
    '/api/v1/consultations/mine/:id/answers',
    {
      config: writes,
      schema: {
        summary: 'Answer, or answer anew; named and confidential ones',
        description: promises,
        tags,
        params,
        body: AnswersBody,
        response: shown,
      },
    },
    async (request) => {
      const answers = asAnswers(request.body.answers);
      return asReply(await answering.answer(callerOf(request).id, request.params.id, answers));
    },
  );

  app.post(
    '/api/v1/consultations/mine/:id/paper',
    {
      config: writes,
      schema: {
        summary: 'Draw a paper for one without names, once',
        description:
          'That it was drawn is kept, not which: this takes trust that the server does so while it hands papers out. It is ' +
          'answered at `/api/v1/papers`, without a token, once; a lost paper is not replaced.',
        tags,
        params,
        response: { 201: Drawn, ...problemReplies },
      },
    },
    async (request, reply) =>
      await reply.code(201).send(await answering.draw(callerOf(request).id, request.params.id)),
  );

  app.get(
    '/api/v1/consultations/mine/:id/results',
    {
      config: reads,
      schema: {
        summary: 'Results that were shared with those who were asked',
        tags,
        params,
        response: { 200: Results, ...problemReplies },
      },
    },
    async (request) => asReply(await answering.results(callerOf(request).id, request.params.id)),
  );
}
