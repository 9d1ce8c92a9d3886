import type { Clock } from '../platform/clock.ts';
import { byApi, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import { answerRoutes } from './answer-routes.ts';
import { paperRoutes } from './paper/routes.ts';
import type { Consultations } from './port.ts';
import { resultRoutes } from './result-routes.ts';
import { asReply, ConsultationId, Discarded, Opened, Reminded, Saved, Summaries, View } from './replies.ts';
import { asNewConsultation, CancelBody, ConsultationBody, ExtendBody, ListQuery } from './requests.ts';

/** What a committee asks its members, under `/api/v1/consultations`: asking, answering, results; and papers. */
export async function consultationRoutes(
  app: App,
  { consultations, clock }: { consultations: Consultations; clock: Clock },
): Promise<void> {
  const { asking, answering, papers, passagesOf } = consultations;
  // Before what is found by an id: `mine` is none.
  answerRoutes(app, { answering });
  resultRoutes(app, { asking });
  paperRoutes(app, { papers, clock });

  const tags = ['consultations'];
  const reads = { scope: 'consultations:read' };
  const writes = { scope: 'consultations:write' };
  const params = ConsultationId;
  const viewed = { 200: View, ...problemReplies };

  app.get(
    '/api/v1/consultations',
    {
      config: reads,
      schema: {
        summary: 'What is asked by units over which one may ask, open ones first',
        tags,
        querystring: ListQuery,
        response: { 200: Summaries, ...problemReplies },
      },
    },
    async (request) => ({ items: await asking.list(byApi(request), request.query) }),
  );

  app.post(
    '/api/v1/consultations',
    {
      config: writes,
      schema: {
        summary: 'Prepare one, or write anew one that is being prepared',
        description: 'Nobody is asked before it is opened.',
        tags,
        body: ConsultationBody,
        response: { 201: Saved, ...problemReplies },
      },
    },
    async (request, reply) => {
      const given = asNewConsultation(request.body, passagesOf);
      return await reply.code(201).send(await asking.save(byApi(request), given));
    },
  );

  app.get(
    '/api/v1/consultations/:id',
    {
      config: reads,
      schema: { summary: 'A consultation and how it stands', tags, params, response: viewed },
    },
    async (request) => await viewOf(byApi(request), request.params.id),
  );

  app.delete(
    '/api/v1/consultations/:id',
    {
      config: writes,
      schema: {
        summary: 'Throw away one that is being prepared',
        tags,
        params,
        response: { 204: Discarded, ...problemReplies },
      },
    },
    async (request, reply) => {
      await asking.discard(byApi(request), request.params.id);
      return await reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/consultations/:id/opening',
    {
      config: writes,
      schema: {
        summary: 'Ask: from here on it is settled who is asked, and what',
        tags,
        params,
        response: { 200: Opened, ...problemReplies },
      },
    },
    async (request) => await asking.open(byApi(request), request.params.id),
  );

  app.post(
    '/api/v1/consultations/:id/extension',
    {
      config: writes,
      schema: { summary: 'Close it later than was said', tags, params, body: ExtendBody, response: viewed },
    },
    async (request) => {
      const { id } = request.params;
      await asking.extend(byApi(request), id, new Date(request.body.closesAt));
      return await viewOf(byApi(request), id);
    },
  );

  app.post(
    '/api/v1/consultations/:id/closing',
    {
      config: writes,
      schema: { summary: 'Close it before its time; it is not opened again', tags, params, response: viewed },
    },
    async (request) => {
      await asking.close(byApi(request), request.params.id);
      return await viewOf(byApi(request), request.params.id);
    },
  );

  app.post(
    '/api/v1/consultations/:id/cancellation',
    {
      config: writes,
      schema: {
        summary: 'Call it off: nothing of what was answered is kept, and those asked are told',
        tags,
        params,
        body: CancelBody,
        response: viewed,
      },
    },
    async (request) => {
      await asking.cancel(byApi(request), request.params.id, request.body.reason);
      return await viewOf(byApi(request), request.params.id);
    },
  );

  app.post(
    '/api/v1/consultations/:id/reminders',
    {
      config: writes,
      schema: {
        summary: 'Remind those who have not answered, or drawn no paper; once a day',
        tags,
        params,
        response: { 200: Reminded, ...problemReplies },
      },
    },
    async (request) => {
      const { id } = request.params;
      return { id, ...(await asking.remind(byApi(request), id)) };
    },
  );

  async function viewOf(by: ReturnType<typeof byApi>, id: string) {
    return asReply(await asking.consultation(by, id));
  }
}
