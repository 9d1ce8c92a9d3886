import { callerOf, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import { z } from 'zod';
import { answerRoutes } from './answer-routes.ts';
import type { Feedback } from './port.ts';
import { Own, Receipt } from './replies.ts';
import { SayBody, SayForm } from './requests.ts';
import { unsealingRoutes } from './unsealing/routes.ts';

/** What members say and who answers, under `/api/v1/feedback`. */
export async function feedbackRoutes(app: App, { feedback }: { feedback: Feedback }): Promise<void> {
  const { saying, answering, unsealing } = feedback;
  const tags = ['feedback'];

  app.post(
    '/api/v1/feedback',
    {
      config: {
        scope: 'feedback:write',
        alsoTakes: { 'multipart/form-data': SayForm },
        bodyField: 'feedback',
      },
      schema: {
        summary: 'Say something in the name of the token’s member',
        description:
          'With files: a form whose field `feedback` holds the same JSON, and up to five parts `file`. A complaint ' +
          'or denunciation is not taken in.',
        tags,
        headers: z.looseObject({
          'idempotency-key': z.string().optional().describe('The same key of the same member says it once'),
        }),
        body: SayBody,
        response: { 201: Receipt, ...problemReplies },
      },
    },
    async (request, reply) => {
      const said = { ...request.body, files: request.uploads ?? [] };
      const requestKey = request.headers['idempotency-key'];
      return await reply
        .code(201)
        .send(await saying.say(callerOf(request).id, { ...said, requestKey }, 'api'));
    },
  );

  app.get(
    '/api/v1/feedback/mine',
    {
      config: { scope: 'feedback:read' },
      schema: {
        summary: 'What the token’s member said, and what became of it',
        tags,
        response: { 200: Own, ...problemReplies },
      },
    },
    async (request) => {
      const items = await saying.own(callerOf(request).id);
      return { items: items.map((item) => ({ ...item, replies: [...item.replies] })) };
    },
  );

  answerRoutes(app, { answering });
  unsealingRoutes(app, { unsealing });
}
