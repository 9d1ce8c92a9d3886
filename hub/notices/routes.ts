import { z } from 'zod';
import { statuses } from '../delivery/index.ts';
import { DomainError } from '../platform/errors.ts';
import { byApi, callerOf, type App } from '../platform/http.ts';
import { instant } from '../platform/instant.ts';
import { problemReplies } from '../platform/problems.ts';
import { cascadeRoutes } from './cascade/routes.ts';
import type { Notices } from './notices.ts';
import { chaseRoutes } from './chasing/routes.ts';
import { Cancelled, NoticeId, Recipients, Reminded, Sent, Status, Told } from './replies.ts';

/** Sending and following notices in the name of the token's member, under `/api/v1/notices`. */
export async function noticeRoutes(app: App, { notices }: { notices: Notices }): Promise<void> {
  cascadeRoutes(app, notices.cascade);
  const tags = ['notices'];
  const reads = { scope: 'notices:read' };
  const writes = { scope: 'notices:write' };

  app.post(
    '/api/v1/notices',
    {
      config: { ...writes, alsoTakes: { 'multipart/form-data': NoticeForm }, bodyField: 'notice' },
      schema: {
        summary: 'Send a notice or a directive to a unit and all units below it',
        description:
          'With files: a form whose field `notice` holds the same JSON, and up to five parts `file`. ' +
          'Answers once the notice is accepted, before anything is sent.',
        tags,
        headers: z.looseObject({
          'idempotency-key': z.string().optional().describe('The same key of the same member sends once'),
        }),
        body: NoticeBody,
        response: { 201: Sent, ...problemReplies },
      },
    },
    async (request, reply) => {
      const member = callerOf(request);
      const { from = member.code, ack, dueAt, sendAt, expiresAt, idempotencyKey, ...notice } = request.body;
      if (from !== member.code)
        throw new DomainError('token.sender', { status: 403, facts: { member: member.code } });
      const sent = await notices.send(
        {
          ...notice,
          from,
          wantsAck: ack,
          dueAt: asDate(dueAt),
          sendAt: asDate(sendAt),
          expiresAt: asDate(expiresAt),
          attachments: request.uploads ?? [],
          idempotencyKey: request.headers['idempotency-key'] ?? idempotencyKey,
        },
        'api',
      );
      return await reply.code(201).header('location', `/api/v1/notices/${sent.id}`).send(sent);
    },
  );

  app.get(
    '/api/v1/notices/:id',
    {
      config: reads,
      schema: {
        summary: 'How far a notice has come: a recipient counts once, under the furthest status',
        description: 'Of a notice from above, the recipients in the units within reach.',
        tags,
        params: NoticeId,
        response: { 200: Status, ...problemReplies },
      },
    },
    async (request) => {
      const { id } = request.params;
      return await notices.status(byApi(request), id);
    },
  );

  app.get(
    '/api/v1/notices/:id/recipients',
    {
      config: reads,
      schema: {
        summary: 'Recipients of a notice by name, in the order of their codes',
        tags,
        params: NoticeId,
        querystring: RecipientsQuery,
        response: { 200: Recipients, ...problemReplies },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { status, ...rest } = request.query;
      const { limit } = rest;
      const only = status ? [status] : undefined;
      const items = await notices.recipientsOf(byApi(request), id, { ...rest, only });
      return { items, next: items.length < limit ? null : (items.at(-1)?.member ?? null) };
    },
  );

  app.post(
    '/api/v1/notices/:id/cancellation',
    {
      config: writes,
      schema: {
        summary: 'Stop what has not gone yet, reminders included',
        tags,
        params: NoticeId,
        response: { 200: Cancelled, ...problemReplies },
      },
    },
    async (request) => {
      const { id } = request.params;
      return await notices.cancel(byApi(request), id);
    },
  );

  app.post(
    '/api/v1/notices/:id/reminders',
    {
      config: writes,
      schema: {
        summary: 'Remind those who got the notice and have not acknowledged it',
        tags,
        params: NoticeId,
        response: { 200: Reminded, ...problemReplies },
      },
    },
    async (request) => {
      const { id } = request.params;
      return await notices.remind(byApi(request), id);
    },
  );

  await chaseRoutes(app, { notices });

  app.post(
    '/api/v1/notices/:id/tellings',
    {
      config: writes,
      schema: {
        summary: 'Record that the caller told a member in person',
        tags,
        params: NoticeId,
        body: z
          .strictObject({ member: z.string().min(1).max(64) })
          .meta({ examples: [{ member: 'DV000042' }] }),
        response: { 200: Told, ...problemReplies },
      },
    },
    async (request) => await notices.told(byApi(request), request.params.id, request.body.member),
  );
}

const exampleNotice = {
  unit: 'SLT-01',
  kind: 'directive',
  number: '27-KH/TU',
  issuedOn: '2026-10-28',
  title: 'Kế hoạch tổ chức sinh hoạt chuyên đề quý IV',
  body: 'Đề nghị các đồng chí nghiên cứu và triển khai.',
  ack: true,
  dueAt: '2026-11-10T17:00:00+07:00',
};

function asDate(text: string | undefined): Date | undefined {
  return text === undefined ? undefined : new Date(text);
}

const NoticeBody = z
  .strictObject({
    from: z.string().optional().describe('Code of the sender; only the member of the token'),
    unit: z.string().min(1).max(64).describe('Code of the unit addressed, with all units below it'),
    to: z.enum(['members', 'secretaries']).exactOptional(),
    kind: z.enum(['notice', 'directive']).exactOptional(),
    title: z.string().describe('1 to 300 characters'),
    body: z.string().default('').describe('Up to 200,000 characters; may be empty only with a file'),
    number: z.string().max(100).optional().describe('Number and sign of a directive'),
    issuedOn: z.iso.date().optional().describe('The day on the document'),
    ack: z.boolean().default(false).describe('Asks every recipient for an acknowledgement'),
    dueAt: instant.optional(),
    sendAt: instant.optional().describe('Default: now'),
    expiresAt: instant.optional().describe('What has not gone by then is cancelled'),
    urgent: z.boolean().exactOptional().describe('Goes in quiet hours too'),
    cascade: z
      .boolean()
      .exactOptional()
      .describe(
        'Level by level: to the committees right below, which pass it on; always with an acknowledgement',
      ),
    subjectKey: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .describe('Supersedes what has not gone of the earlier one'),
    chase: z
      .union([z.enum(['default', 'gentle', 'none']), z.array(z.number()).min(1).max(4)])
      .optional()
      .describe(
        'What is done about the silent: a plan, or hours after sending at which to remind, remind on another ' +
          'channel, list for the secretary, tell the level above. Default where an acknowledgement is asked for: default',
      ),
    idempotencyKey: z.string().optional().describe('As the header, which comes first'),
  })
  .meta({ examples: [exampleNotice] });

const NoticeForm = z
  .object({ notice: z.string().describe('The JSON of the notice'), file: z.array(z.file()).max(5) })
  .meta({ examples: [{ notice: JSON.stringify(exampleNotice), file: ['ke-hoach.pdf'] }] });

const RecipientsQuery = z.object({
  status: z.enum(statuses).optional(),
  unit: z.string().min(1).max(64).optional().describe('Code of the unit under which they receive it'),
  notYet: z.stringbool().default(false).describe('Those who have not acknowledged and could still'),
  after: z.string().max(64).default('').describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
