import { z } from 'zod';
import { byApi, type App } from '../platform/http.ts';
import { uploadBytes } from '../platform/request-bodies.ts';
import { problemReplies } from '../platform/problems.ts';
import { MeetingInvalid } from './errors.ts';
import type { Meetings } from './port.ts';
import { Document, DocumentId, MeetingId, nothingMore } from './replies.ts';

/** Documents of a meeting, under `/api/v1/meetings/:id/documents`. */
export function documentRoutes(
  app: App,
  { meetings }: { meetings: Pick<Meetings, 'addDocument' | 'removeDocument' | 'document'> },
): void {
  const tags = ['meetings'];

  app.post(
    '/api/v1/meetings/:id/documents',
    {
      bodyLimit: uploadBytes,
      config: { scope: 'meetings:write', alsoTakes: { 'multipart/form-data': fileForm } },
      schema: {
        summary: 'Add a document to a meeting: a form with one part `file`',
        tags,
        params: MeetingId,
        response: { 201: Document, ...problemReplies },
      },
    },
    async (request, reply) => {
      const [file] = request.uploads ?? [];
      if (!file) throw new MeetingInvalid('documents');
      return await reply.code(201).send(await meetings.addDocument(byApi(request), request.params.id, file));
    },
  );

  app.get(
    '/api/v1/meetings/:id/documents/:document',
    {
      config: { scope: 'meetings:read' },
      schema: {
        summary: 'A document of a meeting, as it was given',
        tags,
        params: DocumentId,
        response: {
          200: {
            description: 'The document',
            content: {
              'application/octet-stream': { schema: z.instanceof(Buffer).meta({ examples: ['…'] }) },
            },
          },
          ...problemReplies,
        },
      },
    },
    async (request, reply) => {
      const { id, document } = request.params;
      const { content, name } = await meetings.document(byApi(request), id, document);
      // Whatever it is called, no browser is to show it as a page of ours.
      void reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      return await reply.send(Buffer.from(content));
    },
  );

  app.delete(
    '/api/v1/meetings/:id/documents/:document',
    {
      config: { scope: 'meetings:write' },
      schema: {
        summary: 'Take a document off a meeting that is not over',
        tags,
        params: DocumentId,
        response: { 204: nothingMore, ...problemReplies },
      },
    },
    async (request, reply) => {
      const { id, document } = request.params;
      await meetings.removeDocument(byApi(request), id, document);
      return await reply.code(204).send(null);
    },
  );
}

const fileForm = z.object({ file: z.file() }).meta({ examples: [{ file: 'du-thao.pdf' }] });
