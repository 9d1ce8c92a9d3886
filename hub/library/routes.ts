import { z } from 'zod';
import { byApi, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import { keepingRoutes } from './keeping-routes.ts';
import type { FoundPassage, Library } from './port.ts';
import { DocumentId, Original, Passages, Summaries, TextReply, View, viewReply } from './replies.ts';
import { BrowseQuery, SearchQuery } from './requests.ts';
import { nameOf } from './row.ts';

const root = '/api/v1/library';

/** Reading, searching and keeping documents in the name of the token's member, under `/api/v1/library`. */
export async function libraryRoutes(app: App, { library }: { library: Library }): Promise<void> {
  const { reading } = library;
  keepingRoutes(app, library);
  const tags = ['library'];
  const reads = { scope: 'library:read' };
  const viewed = { 200: View, ...problemReplies };

  app.get(
    `${root}/search`,
    {
      config: reads,
      schema: {
        summary: 'Find passages; 503 while the library is still being read',
        tags,
        querystring: SearchQuery,
        response: { 200: Passages, ...problemReplies },
      },
    },
    async (request) => {
      const { q, limit } = request.query;
      return { passages: (await library.passages(byApi(request), q, limit)).map(passageReply) };
    },
  );

  app.get(
    `${root}/documents`,
    {
      config: reads,
      schema: {
        summary: 'Documents by kind, issuer, year and words, twenty to a page',
        tags,
        querystring: BrowseQuery,
        response: { 200: Summaries, ...problemReplies },
      },
    },
    async (request) => {
      const { documents, ...browsed } = await reading.browse(byApi(request), request.query);
      return { items: [...documents], ...browsed } as z.input<typeof Summaries>;
    },
  );

  app.get(
    `${root}/documents/:id`,
    {
      config: reads,
      schema: {
        summary: 'A document and what is between it and others',
        tags,
        params: DocumentId,
        response: viewed,
      },
    },
    async (request) => viewReply(await reading.document(byApi(request), request.params.id)),
  );

  app.get(
    `${root}/documents/:id/text`,
    {
      config: reads,
      schema: {
        summary: 'Its text',
        tags,
        params: DocumentId,
        response: { 200: TextReply, ...problemReplies },
      },
    },
    async (request) => {
      const { text, pageStarts } = await reading.document(byApi(request), request.params.id);
      return { text, pageStarts: [...pageStarts] };
    },
  );

  app.get(
    `${root}/documents/:id/original`,
    {
      config: reads,
      schema: {
        summary: 'The file as it was given',
        tags,
        params: DocumentId,
        response: { 200: Original, ...problemReplies },
      },
    },
    async (request, reply) => {
      const { name, content } = await reading.original(byApi(request), request.params.id);
      // Whatever it says it is: nothing of a stranger's file is shown by a browser as a page of ours.
      return await reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
        .header('x-content-type-options', 'nosniff')
        .send(Buffer.from(content));
    },
  );
}

function passageReply({ document, locator, text, start, end, score }: FoundPassage) {
  return { document: nameOf(document), status: document.status, locator, text, start, end, score };
}
