import { z } from 'zod';
import { byApi, type App } from '../../platform/http.ts';
import { problemReplies } from '../../platform/problems.ts';
import type { UnsealingVerbs } from './port.ts';

const base = '/api/v1/feedback/unsealings';
const exampleId = '0199a7f0-3c1e-7d52-8f6b-2a4c9e1d7b30';
const administrator = z.object({ id: z.string(), code: z.string(), fullName: z.string() });
const exampleAsker = { id: exampleId, code: 'DV000001', fullName: 'Nguyễn Văn An' };
const exampleReason = 'Cơ quan có thẩm quyền yêu cầu xác minh người phản ánh vụ việc.';
const exampleBasis = 'Công văn số 15-CV/UBKTTU ngày 2/12/2026';

const OneId = z.object({ id: z.string().max(64) });

const AskBody = z
  .strictObject({
    item: z.string().max(64).describe('Number or id of a confidential opinion'),
    reason: z.string().describe('20 to 500 characters; its author reads it'),
    basis: z.string().describe('Such as the number of a document, 5 to 200 characters; its author reads it'),
  })
  .meta({ examples: [{ item: '7KQ2-MP4D', reason: exampleReason, basis: exampleBasis }] });

const shown = {
  id: z.string(),
  item: z.object({
    id: z.string(),
    number: z.string(),
    unit: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  }),
  state: z.enum(['asked', 'agreed', 'seen', 'withdrawn', 'refused', 'expired']),
  askedBy: administrator,
  askedAt: z.string(),
  reason: z.string(),
  basis: z.string(),
  agreedBy: administrator.nullable(),
  agreedAt: z.string().nullable(),
  until: z.string().nullable().describe('By when it is to be agreed to, or seen'),
  told: z.boolean().describe('Its author was told, or no chat took the word yet'),
};
const exampleShown = {
  id: exampleId,
  item: {
    id: exampleId,
    number: '7KQ2-MP4D',
    unit: { id: exampleId, code: 'SLT-01-CB01', name: 'Chi bộ thôn Một' },
  },
  state: 'asked' as const,
  askedBy: exampleAsker,
  askedAt: '2026-12-03T02:00:00.000Z',
  reason: exampleReason,
  basis: exampleBasis,
  agreedBy: null,
  agreedAt: null,
  until: '2026-12-06T02:00:00.000Z',
  told: false,
};

const Shown = z.object(shown).meta({ description: 'Where it stands', examples: [exampleShown] });
const List = z
  .object({ unsealings: z.array(z.object(shown)) })
  .meta({ description: 'The latest fifty', examples: [{ unsealings: [exampleShown] }] });
const Seen = z
  .object({ number: z.string(), author: z.object({ code: z.string(), fullName: z.string() }) })
  .meta({
    description: 'Who said it, told this once',
    examples: [{ number: '7KQ2-MP4D', author: { code: 'DV000017', fullName: 'Trần Thị Bình' } }],
  });

/** Opening a sealed link, for administrators of the unit at the top. A scope of its own: what answers opens nothing. */
export function unsealingRoutes(app: App, { unsealing }: { unsealing: UnsealingVerbs }): void {
  const tags = ['feedback'];
  const config = { scope: 'feedback:unseal' };
  const params = OneId;

  app.get(
    base,
    {
      config,
      schema: {
        summary: 'Requests to see who said something in confidence',
        tags,
        response: { 200: List, ...problemReplies },
      },
    },
    async (request) => ({ unsealings: await unsealing.list(byApi(request)) }),
  );

  app.post(
    base,
    {
      config,
      schema: {
        summary: 'Ask to see who said something in confidence; another administrator has to agree',
        tags,
        body: AskBody,
        response: { 201: Shown, ...problemReplies },
      },
    },
    async (request, reply) => await reply.code(201).send(await unsealing.ask(byApi(request), request.body)),
  );

  app.post(
    `${base}/:id/agreement`,
    {
      config,
      schema: {
        summary: 'Agree to what another administrator asked; the author is told',
        tags,
        params,
        response: { 200: Shown, ...problemReplies },
      },
    },
    async (request) => await unsealing.agree(byApi(request), request.params.id),
  );

  app.post(
    `${base}/:id/ending`,
    {
      config,
      schema: {
        summary: 'Take back what one asked, or refuse what another did',
        tags,
        params,
        response: { 200: Shown, ...problemReplies },
      },
    },
    async (request) => await unsealing.end(byApi(request), request.params.id),
  );

  app.post(
    `${base}/:id/seeing`,
    {
      config,
      schema: {
        summary: 'See who said it, once, after the author was told',
        tags,
        params,
        response: { 200: Seen, ...problemReplies },
      },
    },
    async (request) => await unsealing.see(byApi(request), request.params.id),
  );
}
