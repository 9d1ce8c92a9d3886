import { z } from 'zod';
import { channelNames } from '../channels/index.ts';
import { byApi, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import type { Delivery } from './delivery.ts';
import { quotaKinds } from './quotas.ts';

/** How channels stand and who was not reached, under `/api/v1`. */
export async function deliveryRoutes(app: App, { delivery }: { delivery: Delivery }): Promise<void> {
  const tags = ['delivery'];
  const reads = { scope: 'notices:read' };
  const writes = { scope: 'notices:write' };

  app.get(
    '/api/v1/channels',
    {
      config: reads,
      schema: {
        summary: 'How each channel stands: its state, what waits for it, what is in doubt',
        tags,
        response: { 200: Channels, ...problemReplies },
      },
    },
    async (request) => await delivery.channelHealth(byApi(request)),
  );

  app.get(
    '/api/v1/dead-letters',
    {
      config: reads,
      schema: {
        summary: 'Who did not get a notice of the last 30 days, and why, in the units within reach',
        tags,
        querystring: DeadQuery,
        response: { 200: DeadLetters, ...problemReplies },
      },
    },
    async (request) => {
      const { limit, after, ...filter } = request.query;
      const by = byApi(request);
      return {
        kinds: await delivery.deadByKind(by, filter),
        ...(await delivery.dead(by, filter, { limit, after })),
      };
    },
  );

  app.post(
    '/api/v1/dead-letters/resending',
    {
      config: writes,
      schema: {
        summary: 'Send again to one member, or to all of a kind whom a channel can reach now',
        description:
          'For all of a kind `expected` says how many; where they are others than so many nothing is sent.',
        tags,
        body: Resending,
        response: { 200: Resent, ...problemReplies },
      },
    },
    async (request) => {
      const { expected, ...filter } = request.body;
      return await delivery.replay(byApi(request), filter, { expected });
    },
  );
}

const exampleNotice = '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7';
const instant = z.date().nullable();
const Channels = z
  .object({
    channels: z.array(
      z.object({
        channel: z.enum(channelNames),
        on: z.boolean().describe('Set up in the process that answers'),
        state: z
          .enum(['closed', 'open', 'half_open'])
          .describe('open: it does not answer, nobody is asked on it'),
        blocked: z.boolean().describe('A drill has made it a black hole'),
        reason: z.string().nullable(),
        needsPerson: z.string().nullable().describe('Why it is out until somebody acts, as a short word'),
        since: instant,
        probeAt: instant.describe('When the next few are asked'),
        ratePerSecond: z.number().nullable().describe('Null: no limit of ours'),
        pausedUntil: instant,
        waiting: z.int().describe('Recipients whose message has not gone'),
        oldestSeconds: z.number(),
        inDoubt: z.int(),
        inFlight: z.int().describe('Batches that some process is sending'),
        quotas: z
          .array(z.object({ kind: z.enum(quotaKinds), used: z.number(), of: z.number() }))
          .describe('What the provider’s plan limits: messages and đồng of this month, people linked'),
      }),
    ),
    toExpand: z.int().describe('Recipients whose time has come, not put on a channel yet'),
  })
  .meta({
    description: 'The channels of the installation',
    examples: [
      {
        channels: [
          {
            channel: 'telegram',
            on: true,
            state: 'closed',
            blocked: false,
            reason: null,
            needsPerson: null,
            since: null,
            probeAt: null,
            ratePerSecond: 30,
            pausedUntil: null,
            waiting: 1200,
            oldestSeconds: 41.5,
            inDoubt: 2,
            inFlight: 4,
            quotas: [],
          },
        ],
        toExpand: 0,
      },
    ],
  });

const filter = {
  reason: z.string().max(80).optional().describe('The first word of the reason, such as blocked'),
  channel: z.enum(channelNames).optional(),
  notice: z.string().max(64).optional(),
  member: z.string().min(1).max(64).optional(),
};
const DeadQuery = z.object({
  ...filter,
  after: z.string().max(80).optional().describe('`next` of the page before'),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
const DeadLetters = z
  .object({
    kinds: z.array(
      z.object({ channel: z.enum(channelNames).nullable(), reason: z.string(), count: z.int() }),
    ),
    items: z.array(
      z.object({
        noticeId: z.string(),
        title: z.string(),
        member: z.string(),
        fullName: z.string(),
        unit: z.string(),
        status: z.enum(['failed', 'unreachable']),
        channel: z.enum(channelNames).nullable(),
        reason: z.string(),
        hasChat: z.boolean().describe('Sending again may reach the member'),
      }),
    ),
    next: z.string().nullable().describe('Null on the last page'),
  })
  .meta({
    description: 'How many of which kind, and a page of them by name',
    examples: [
      {
        kinds: [{ channel: 'telegram', reason: 'blocked', count: 1 }],
        items: [
          {
            noticeId: exampleNotice,
            title: 'Kế hoạch tổ chức sinh hoạt chuyên đề quý IV',
            member: 'DV000042',
            fullName: 'Nguyễn Văn An',
            unit: 'SLT-01-CB01',
            status: 'unreachable',
            channel: 'telegram',
            reason: 'blocked: 403 Forbidden: bot was blocked by the user',
            hasChat: false,
          },
        ],
        next: null,
      },
    ],
  });

const Resending = z
  .strictObject({ ...filter, expected: z.int().min(1).optional() })
  .refine(({ notice, member, expected }) => (notice && member) || expected !== undefined, {
    error: 'expected is needed, except for one member of one notice',
    path: ['expected'],
  })
  .meta({ examples: [{ reason: 'too-many-attempts', channel: 'telegram', expected: 12 }] });
const Resent = z
  .object({ replayed: z.int() })
  .meta({ description: 'How many are on their way again', examples: [{ replayed: 12 }] });
