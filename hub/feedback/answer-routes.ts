import { byApi, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import type { Answering, ItemView } from './port.ts';
import { FileId, FileReply, ItemId, Replied, Summaries, View } from './replies.ts';
import { CloseBody, ForwardBody, ListQuery, NoteBody, ReplyBody, SeenBody } from './requests.ts';

/** Answering in the name of the token’s member, where that member answers. */
export function answerRoutes(app: App, { answering }: { answering: Answering }): void {
  const tags = ['feedback'];
  const reads = { scope: 'feedback:read' };
  const writes = { scope: 'feedback:write' };
  const params = ItemId;
  const viewed = { 200: View, ...problemReplies };

  app.get(
    '/api/v1/feedback',
    {
      config: reads,
      schema: {
        summary: 'What was said to the units for which one answers, late ones first',
        tags,
        querystring: ListQuery,
        response: { 200: Summaries, ...problemReplies },
      },
    },
    async (request) => {
      const { late, ...filter } = request.query;
      const onlyLate = late === undefined ? {} : { late: late === 'true' };
      return { items: await answering.list(byApi(request), { ...filter, ...onlyLate }) };
    },
  );

  app.get(
    '/api/v1/feedback/:id',
    {
      config: reads,
      schema: { summary: 'An opinion and what was done about it', tags, params, response: viewed },
    },
    async (request) => presented(await answering.item(byApi(request), request.params.id)),
  );

  app.get(
    '/api/v1/feedback/:id/files/:file',
    {
      config: reads,
      schema: {
        summary: 'A file of an opinion, without what told who made it',
        tags,
        params: FileId,
        response: { 200: FileReply, ...problemReplies },
      },
    },
    async (request, reply) => {
      const { id, file } = request.params;
      const { name, content } = await answering.file(byApi(request), id, file);
      // Whatever it is called, no browser is to show it as a page of ours.
      void reply
        .type('application/octet-stream')
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      return await reply.send(Buffer.from(content));
    },
  );

  app.post(
    '/api/v1/feedback/:id/taking',
    {
      config: writes,
      schema: {
        summary: 'Take it: others see who is working on it',
        tags,
        params,
        body: SeenBody,
        response: viewed,
      },
    },
    async (request) => presented(await answering.take(byApi(request), request.params.id, request.body ?? {})),
  );

  app.delete(
    '/api/v1/feedback/:id/taking',
    {
      config: writes,
      schema: { summary: 'Give back what one took', tags, params, response: viewed },
    },
    async (request) => presented(await answering.release(byApi(request), request.params.id)),
  );

  app.post(
    '/api/v1/feedback/:id/replies',
    {
      config: writes,
      schema: {
        summary: 'Answer; the author is told in chat, or finds it by receipt',
        tags,
        params,
        body: ReplyBody,
        response: { 201: Replied, ...problemReplies },
      },
    },
    async (request, reply) =>
      await reply.code(201).send(await answering.reply(byApi(request), request.params.id, request.body)),
  );

  app.post(
    '/api/v1/feedback/:id/notes',
    {
      config: writes,
      schema: {
        summary: 'Note something for those who answer; the author never reads it',
        tags,
        params,
        body: NoteBody,
        response: viewed,
      },
    },
    async (request) => presented(await answering.note(byApi(request), request.params.id, request.body)),
  );

  app.post(
    '/api/v1/feedback/:id/forwardings',
    {
      config: writes,
      schema: {
        summary: 'Pass it up or across, with a reason; the author is told',
        tags,
        params,
        body: ForwardBody,
        response: viewed,
      },
    },
    async (request) => presented(await answering.forward(byApi(request), request.params.id, request.body)),
  );

  app.post(
    '/api/v1/feedback/:id/closing',
    {
      config: writes,
      schema: {
        summary: 'Close it; without a reply a reason is needed',
        tags,
        params,
        body: CloseBody,
        response: viewed,
      },
    },
    async (request) =>
      presented(await answering.close(byApi(request), request.params.id, request.body ?? {})),
  );
}

function presented({ entries, attachments, ...view }: ItemView) {
  return { ...view, entries: [...entries], attachments: [...attachments] };
}
