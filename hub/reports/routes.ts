import { z } from 'zod';
import { feedbackKinds } from '../feedback/index.ts';
import { byApi, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import { countedStates, together } from './disclosure/index.ts';
import type { Reports } from './port.ts';

/** Figures of closed months under `/api/v1/reports`. */
export async function reportRoutes(app: App, { reports }: { reports: Reports }): Promise<void> {
  app.get(
    '/api/v1/reports/feedback',
    {
      config: { scope: 'feedback:read' },
      schema: {
        summary: 'What was said to a unit and below it in a closed month',
        description:
          'A snapshot that never changes, of groups of at least five people: all its figures are sums of whole groups. ' +
          'A null `count` is fewer, perhaps none, or part of a group with others.',
        tags: ['feedback'],
        querystring: Query,
        response: { 200: Report, ...problemReplies },
      },
    },
    async (request) => {
      const { unit, month } = request.query;
      const report = await reports.feedback(byApi(request), unit, month);
      return {
        ...report,
        cells: [...report.cells],
        byUnit: [...report.byUnit],
        byTopic: [...report.byTopic],
        byKind: [...report.byKind],
        byState: [...report.byState],
        proposals: [...report.proposals],
      };
    },
  );
}

const Query = z.object({
  unit: z
    .string()
    .min(1)
    .max(64)
    .describe('Code of the unit')
    .meta({ examples: ['SLT-01'] }),
  month: z
    .string()
    .max(7)
    .optional()
    .describe('Default: the last one with figures')
    .meta({ examples: ['2026-11'] }),
});

const count = z.int().nullable();
const kind = z.enum([...feedbackKinds, together]);
const state = z.enum([...countedStates, together]);
const Report = z
  .object({
    unit: z.string(),
    name: z.string(),
    period: z.string(),
    smallest: z.int().describe('People in the smallest group that is shown'),
    cells: z.array(z.object({ unit: z.string(), topic: z.string(), kind, state, count })),
    total: count,
    more: z.boolean().describe('A few more, or perhaps none, are counted in no group here'),
    byUnit: z.array(z.object({ unit: z.string(), name: z.string(), count })),
    byTopic: z.array(z.object({ topic: z.string(), count })),
    byKind: z.array(z.object({ kind, count })),
    byState: z.array(z.object({ state, count })),
    answering: z.object({
      medianDays: z.number().nullable(),
      late: count,
      inTime: count,
      useful: count,
      notUseful: count,
    }),
    proposals: z
      .array(z.object({ unit: z.string(), label: z.string(), size: z.string() }))
      .describe('Made or passed on most often: words that enough people used, and about how many people'),
  })
  .meta({
    description: 'The figures',
    examples: [
      {
        unit: 'SLT-01-CB01',
        name: 'Chi bộ thôn Một',
        period: '2026-11',
        smallest: 5,
        cells: [
          { unit: 'SLT-01-CB01', topic: 'Đường liên thôn', kind: 'proposal', state: 'answered', count: 12 },
          { unit: 'SLT-01-CB01', topic: '*', kind: '*', state: '*', count: 7 },
          { unit: 'SLT-01-CB01', topic: 'Nước sạch', kind: '*', state: '*', count: null },
        ],
        total: 19,
        more: false,
        byUnit: [{ unit: 'SLT-01-CB01', name: 'Chi bộ thôn Một', count: 19 }],
        byTopic: [
          { topic: 'Đường liên thôn', count: 12 },
          { topic: 'Nước sạch', count: null },
          { topic: '*', count: 7 },
        ],
        byKind: [
          { kind: 'proposal', count: 12 },
          { kind: '*', count: 7 },
        ],
        byState: [
          { state: 'answered', count: 12 },
          { state: '*', count: 7 },
        ],
        answering: { medianDays: 8, late: 0, inTime: 12, useful: null, notUseful: null },
        proposals: [{ unit: 'SLT-01-CB01', label: 'Đèn đường', size: '5–9' }],
      },
    ],
  });
