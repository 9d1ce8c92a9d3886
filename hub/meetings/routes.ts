import { z } from 'zod';
import type { Attendance } from '../attendance/index.ts';
import { DomainError } from '../platform/errors.ts';
import { byApi, callerOf, type App } from '../platform/http.ts';
import { instant } from '../platform/instant.ts';
import { problemReplies } from '../platform/problems.ts';
import { attendanceRoutes } from './attendance-routes.ts';
import { documentRoutes } from './document-routes.ts';
import type { Meetings } from './port.ts';
import {
  Called,
  Closed,
  Confirmed,
  exampleItem,
  Item,
  Lines,
  MeetingId,
  nothingMore,
  Opened,
  Told,
  View,
} from './replies.ts';
import { ChangeBody, ListQuery, MeetingBody, MeetingForm, scope } from './requests.ts';

/** Calling and running meetings in the name of the token's member, under `/api/v1/meetings`. */
export async function meetingRoutes(
  app: App,
  { meetings, attendance }: { meetings: Meetings; attendance: Attendance },
): Promise<void> {
  const tags = ['meetings'];
  const reads = { scope: 'meetings:read' };
  const writes = { scope: 'meetings:write' };

  app.post(
    '/api/v1/meetings',
    {
      config: { ...writes, alsoTakes: { 'multipart/form-data': MeetingForm }, bodyField: 'meeting' },
      schema: {
        summary: 'Call the members of a unit to a meeting',
        description:
          'With documents: a form whose field `meeting` holds the same JSON, and up to ten parts `file`.',
        tags,
        headers: z.looseObject({
          'idempotency-key': z.string().optional().describe('The same key of the same member calls once'),
        }),
        body: MeetingBody,
        response: { 201: Called, ...problemReplies },
      },
    },
    async (request, reply) => {
      const member = callerOf(request);
      const { from = member.code, startsAt, idempotencyKey, ...meeting } = request.body;
      if (from !== member.code)
        throw new DomainError('token.sender', { status: 403, facts: { member: member.code } });
      const called = await meetings.call(
        {
          ...meeting,
          from,
          startsAt: new Date(startsAt),
          documents: request.uploads ?? [],
          idempotencyKey: request.headers['idempotency-key'] ?? idempotencyKey,
        },
        'api',
      );
      const warnings = called.warnings.map((warning) => ({ ...warning }));
      return await reply
        .code(201)
        .header('location', `/api/v1/meetings/${called.id}`)
        .send({ ...called, warnings });
    },
  );

  app.get(
    '/api/v1/meetings',
    {
      config: reads,
      schema: {
        summary: 'Meetings of a unit, newest first; without one what comes and is open within reach',
        tags,
        querystring: ListQuery,
        response: { 200: Lines, ...problemReplies },
      },
    },
    async (request) => {
      const { unit, before, limit } = request.query;
      const by = byApi(request);
      const items =
        unit === undefined
          ? await meetings.coming(by, { limit })
          : await meetings.ofUnit(by, unit, { limit, ...(before ? { before: new Date(before) } : {}) });
      return { items: [...items] };
    },
  );

  app.get(
    '/api/v1/meetings/:id',
    {
      config: reads,
      schema: {
        summary: 'A meeting: agenda, documents, what is done before and after',
        description: 'For who may read the unit’s meetings, and for the members who are called.',
        tags,
        params: MeetingId,
        response: { 200: View, ...problemReplies },
      },
    },
    async (request) => {
      const { reminders, items, documents, steps, last, ...view } = await meetings.meeting(
        byApi(request),
        request.params.id,
      );
      return {
        ...view,
        reminders: [...reminders],
        items: [...items],
        documents: [...documents],
        steps: [...steps],
        last: last && { ...last, decided: [...last.decided], tasks: [...last.tasks] },
      };
    },
  );

  app.patch(
    '/api/v1/meetings/:id',
    {
      config: writes,
      schema: {
        summary: 'Change a meeting; its people are told only what is otherwise',
        tags,
        params: MeetingId,
        body: ChangeBody,
        response: { 200: Told, ...problemReplies },
      },
    },
    async (request) => {
      const { scope, startsAt, ...change } = request.body;
      const moved = startsAt === undefined ? {} : { startsAt: new Date(startsAt) };
      return await meetings.change(byApi(request), request.params.id, { ...change, ...moved }, scope);
    },
  );

  app.put(
    '/api/v1/meetings/:id/agenda',
    {
      config: writes,
      schema: {
        summary: 'Write the agenda; nobody is told',
        tags,
        params: MeetingId,
        body: z.strictObject({ items: z.array(Item) }).meta({ examples: [{ items: [exampleItem] }] }),
        response: { 204: nothingMore, ...problemReplies },
      },
    },
    async (request, reply) => {
      await meetings.setItems(byApi(request), request.params.id, request.body.items);
      return await reply.code(204).send(null);
    },
  );

  app.post(
    '/api/v1/meetings/:id/confirmation',
    {
      config: writes,
      schema: {
        summary: 'Call the meeting that a series proposes, at its time or another',
        tags,
        params: MeetingId,
        body: z
          .strictObject({ startsAt: instant.optional() })
          .nullish()
          .meta({ examples: [{ startsAt: '2026-12-03T19:30:00+07:00' }] }),
        response: { 200: Confirmed, ...problemReplies },
      },
    },
    async (request) => {
      const startsAt = request.body?.startsAt;
      const given = startsAt === undefined ? {} : { startsAt: new Date(startsAt) };
      return await meetings.confirm(byApi(request), request.params.id, given);
    },
  );

  app.post(
    '/api/v1/meetings/:id/cancellation',
    {
      config: writes,
      schema: {
        summary: 'Cancel a meeting; all who were called are told',
        tags,
        params: MeetingId,
        body: z
          .strictObject({ reason: z.string().exactOptional(), scope: scope.exactOptional() })
          .nullish()
          .meta({ examples: [{ reason: 'Bão về, đường ngập' }] }),
        response: { 200: Told, ...problemReplies },
      },
    },
    async (request) => await meetings.cancel(byApi(request), request.params.id, request.body ?? {}),
  );

  app.post(
    '/api/v1/meetings/:id/reminders',
    {
      config: writes,
      schema: {
        summary: 'Ask those who have not answered once more; within an hour they are asked once',
        tags,
        params: MeetingId,
        response: { 200: Told, ...problemReplies },
      },
    },
    async (request) => await meetings.chase(byApi(request), request.params.id),
  );

  app.post(
    '/api/v1/meetings/:id/opening',
    {
      config: writes,
      schema: {
        summary: 'Open check-in, or read the code of this minute',
        tags,
        params: MeetingId,
        response: { 200: Opened, ...problemReplies },
      },
    },
    async (request) => await meetings.open(byApi(request), request.params.id),
  );

  app.post(
    '/api/v1/meetings/:id/closing',
    {
      config: writes,
      schema: {
        summary: 'Close a meeting: who has not been marked is settled',
        tags,
        params: MeetingId,
        response: { 200: Closed, ...problemReplies },
      },
    },
    async (request) => await meetings.close(byApi(request), request.params.id),
  );

  attendanceRoutes(app, { attendance });
  documentRoutes(app, { meetings });
}
