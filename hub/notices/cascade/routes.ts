import { z } from 'zod';
import { byApi, type App } from '../../platform/http.ts';
import { problemReplies } from '../../platform/problems.ts';
import { exampleId } from '../replies.ts';
import type { cascade } from './cascade.ts';
import { Cascade, PassedOn, treeReply } from './replies.ts';

/** Following and passing on what goes level by level, under `/api/v1/notices/:id`. */
export function cascadeRoutes(app: App, verbs: ReturnType<typeof cascade>): void {
  const tags = ['notices'];

  app.get(
    '/api/v1/notices/:id/cascade',
    {
      config: { scope: 'notices:read' },
      schema: {
        summary: 'How far a directive has come that goes level by level: the tree of its units',
        description:
          'From the unit of the notice downwards, or from `unit`; without a right there, the units within reach.',
        tags,
        params: NoticeId,
        querystring: z.object({ unit: z.string().min(1).max(64).optional().describe('Code of a unit') }),
        response: { 200: Cascade, ...problemReplies },
      },
    },
    async (request) => treeReply(await verbs.of(byApi(request), request.params.id, request.query.unit)),
  );

  app.post(
    '/api/v1/notices/:id/pass-on',
    {
      config: { scope: 'notices:write' },
      schema: {
        summary: 'Pass a directive on from one unit to those right below it, or to the members of a cell',
        description: 'By any notice on its way. Asked again it answers the same and does nothing.',
        tags,
        params: NoticeId,
        body: z
          .strictObject({
            unit: z.string().min(1).max(64).describe('Code of the unit that passes it on'),
            instruction: z.string().optional().describe('What its committee adds: up to 4,000 characters'),
            dueAt: z.iso
              .datetime({ offset: true })
              .optional()
              .describe('Not later than above. Default: as above'),
          })
          .meta({ examples: [{ unit: 'SLT-01', instruction: 'Các chi bộ họp trước ngày 25.' }] }),
        response: { 200: PassedOn, ...problemReplies },
      },
    },
    async (request) => {
      const { unit, instruction, dueAt } = request.body;
      const { sendAt, ...passed } = await verbs.passOn(byApi(request), request.params.id, {
        unit,
        instruction,
        dueAt: dueAt === undefined ? undefined : new Date(dueAt),
      });
      return { ...passed, sendAt: sendAt.toISOString() };
    },
  );
}

const NoticeId = z.object({
  id: z
    .string()
    .max(64)
    .meta({ examples: [exampleId] }),
});
