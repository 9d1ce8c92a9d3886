import { z } from 'zod';
import { byApi, type App } from '../../platform/http.ts';
import { problemReplies } from '../../platform/problems.ts';
import type { Notices } from '../notices.ts';
import { exampleId, NoticeId } from '../replies.ts';
import { chaseActions } from './policy.ts';

/** What is done about those who stay silent, under `/api/v1/notices/:id/chase`. */
export async function chaseRoutes(
  app: App,
  { notices }: { notices: Pick<Notices, 'chaseOf' | 'stopChase'> },
): Promise<void> {
  const tags = ['notices'];

  app.get(
    '/api/v1/notices/:id/chase',
    {
      config: { scope: 'notices:read' },
      schema: {
        summary: 'What is done about those who stay silent: the steps done and those to come',
        description: 'How many were silent at each step is told to whoever may read the whole notice.',
        tags,
        params: NoticeId,
        response: { 200: Chase, ...problemReplies },
      },
    },
    async (request) => {
      const steps = await notices.chaseOf(byApi(request), request.params.id);
      return {
        id: request.params.id,
        steps: steps.map((step) => ({
          ...step,
          dueAt: step.dueAt.toISOString(),
          doneAt: step.doneAt?.toISOString() ?? null,
        })),
      };
    },
  );

  app.post(
    '/api/v1/notices/:id/chase/stopping',
    {
      config: { scope: 'notices:write' },
      schema: {
        summary: 'Chase nobody about this notice any more',
        tags,
        params: NoticeId,
        response: { 200: ChaseStopped, ...problemReplies },
      },
    },
    async (request) => await notices.stopChase(byApi(request), request.params.id),
  );
}

const Chase = z
  .object({
    id: z.string(),
    steps: z.array(
      z.object({
        action: z.enum(chaseActions),
        dueAt: z.iso.datetime(),
        state: z.enum(['waiting', 'done', 'needless', 'cancelled']),
        doneAt: z.iso.datetime().nullable(),
        people: z.int().nullable().describe('How many were silent then'),
      }),
    ),
  })
  .meta({
    description: 'The steps in their order; none where nobody is chased',
    examples: [
      {
        id: exampleId,
        steps: [
          {
            action: 'remind',
            dueAt: '2026-11-21T01:00:00.000Z',
            state: 'done',
            doneAt: '2026-11-21T01:00:03.000Z',
            people: 34,
          },
          {
            action: 'remind_elsewhere',
            dueAt: '2026-11-22T01:00:00.000Z',
            state: 'waiting',
            doneAt: null,
            people: null,
          },
        ],
      },
    ],
  });
const ChaseStopped = z
  .object({ id: z.string(), stopped: z.int() })
  .meta({ description: 'How many steps will not be taken', examples: [{ id: exampleId, stopped: 3 }] });
