import { byApi, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import type { Asking } from './port.ts';
import { asReply, ByName, ConsultationId, FileReply, Results } from './replies.ts';
import { ExportQuery } from './requests.ts';

/** What came of it, for those who asked. */
export function resultRoutes(app: App, { asking }: { asking: Asking }): void {
  const tags = ['consultations'];
  const config = { scope: 'consultations:read' };
  const params = ConsultationId;

  app.get(
    '/api/v1/consultations/:id/results',
    {
      config,
      schema: {
        summary: 'What may be shown of what was answered',
        description:
          'Named ones at any time, others when they are closed. A null count is fewer than `smallest`.',
        tags,
        params,
        response: { 200: Results, ...problemReplies },
      },
    },
    async (request) => asReply(await asking.results(byApi(request), request.params.id)),
  );

  app.get(
    '/api/v1/consultations/:id/answers',
    {
      config,
      schema: {
        summary: 'Who answered what: of a named one, for its very unit',
        tags,
        params,
        response: { 200: ByName, ...problemReplies },
      },
    },
    async (request) => ({ items: asReply(await asking.answersByName(byApi(request), request.params.id)) }),
  );

  app.get(
    '/api/v1/consultations/:id/export',
    {
      config,
      schema: {
        summary: 'The results as a spreadsheet or a document',
        tags,
        params,
        querystring: ExportQuery,
        response: { 200: FileReply, ...problemReplies },
      },
    },
    async (request, reply) => {
      const { format } = request.query;
      const { name, mediaType, content } = await asking.exportResults(
        byApi(request),
        request.params.id,
        format,
      );
      void reply
        .type(mediaType)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      return await reply.send(Buffer.from(content));
    },
  );
}
