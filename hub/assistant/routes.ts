import { byApi, callerOf, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import type { Assistant } from './port.ts';
import { Answer, AnswerId, Gaps, HandedOver, Judged, Judgements, Reply } from './replies.ts';
import { DecisionBody, JudgementBody, QuestionBody } from './requests.ts';

/** A model costs, and a person types no faster. Of each token by itself: a whole office may share an address. */
const asksPerMinute = {
  max: 30,
  timeWindow: 60_000,
  keyGenerator: ({ ip, headers }: { ip: string; headers: { authorization?: string | undefined } }) =>
    `${ip} ${headers.authorization ?? ''}`,
};

/** Asking, under `/api/v1/assistant`: in the name of the token’s member, out of what that member may read. */
export async function assistantRoutes(app: App, { assistant }: { assistant: Assistant }): Promise<void> {
  const tags = ['assistant'];
  const config = { scope: 'assistant:ask' };
  const params = AnswerId;
  const done = { 204: Judged, ...problemReplies };

  app.post(
    '/api/v1/assistant/questions',
    {
      config: { ...config, rateLimit: asksPerMinute },
      schema: {
        summary: 'Ask the assistant',
        description:
          'Answers with places of documents that the member may read, or refuses. Kept sealed for thirty days.',
        tags,
        body: QuestionBody,
        response: { 200: Reply, ...problemReplies },
      },
    },
    async (request) => {
      const { language } = callerOf(request);
      return asReply(await assistant.ask(byApi(request), { ...request.body, language, via: 'api' }));
    },
  );

  app.get(
    '/api/v1/assistant/answers/:id',
    {
      config,
      schema: {
        summary: 'An answer of one’s own, not older than thirty days',
        tags,
        params,
        response: { 200: Answer, ...problemReplies },
      },
    },
    async (request) => asReply(await assistant.answer(byApi(request), request.params.id)),
  );

  app.post(
    '/api/v1/assistant/answers/:id/judgement',
    {
      config,
      schema: {
        summary: 'Say whether it helped; once, kept without who said it',
        tags,
        params,
        body: JudgementBody,
        response: done,
      },
    },
    async (request, reply) => {
      const { helped, reason } = request.body;
      const judgement = { helped, ...(reason === undefined ? {} : { reason }) };
      await assistant.judge(byApi(request), request.params.id, judgement);
      return await reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/assistant/answers/:id/hand-over',
    {
      config,
      schema: {
        summary: 'Send the question to those who lead one’s cell, by name; asked twice it goes once',
        tags,
        params,
        response: { 200: HandedOver, ...problemReplies },
      },
    },
    async (request) => await assistant.handOver(byApi(request), request.params.id),
  );

  app.get(
    '/api/v1/assistant/gaps',
    {
      config,
      schema: {
        summary: 'What was not answered, of units whose library one keeps: grouped, of nobody',
        tags,
        response: { 200: Gaps, ...problemReplies },
      },
    },
    async (request) => ({ items: await assistant.gaps.list(byApi(request)) }),
  );

  app.post(
    '/api/v1/assistant/gaps/:id/decision',
    {
      config,
      schema: {
        summary: 'A document was added that answers it, or it is not for the library',
        tags,
        params,
        body: DecisionBody,
        response: done,
      },
    },
    async (request, reply) => {
      await assistant.gaps.decide(byApi(request), request.params.id, request.body.state);
      return await reply.code(204).send(null);
    },
  );

  app.get(
    '/api/v1/assistant/judgements',
    {
      config,
      schema: {
        summary: 'Whether answers helped, by month and reason',
        tags,
        response: { 200: Judgements, ...problemReplies },
      },
    },
    async (request) => ({ months: await assistant.gaps.judgements(byApi(request)) }),
  );
}

/** Lists that nobody changes, for who wants them changeable. */
type Changeable<Shape> = Shape extends object
  ? { -readonly [Key in keyof Shape]: Changeable<Shape[Key]> }
  : Shape;

function asReply<Shape>(shape: Shape): Changeable<Shape> {
  return shape as Changeable<Shape>;
}
