import { z } from 'zod';
import { byApi, type App } from '../../platform/http.ts';
import { problemReplies } from '../../platform/problems.ts';
import { MemberCode, UnitCode } from '../members/replies.ts';
import type { People } from '../people.ts';
import { nothingMore } from '../replies.ts';
import { unitKinds } from './units.ts';

const tags = ['people'];
const reads = { scope: 'people:read' };
const writes = { scope: 'people:write' };
const onUnit = { tags, params: UnitCode };

/** Units reorganised, and a member's data handed out and erased, under `/api/v1`. */
export async function unitRoutes(app: App, { people }: { people: People }): Promise<void> {
  app.get(
    '/api/v1/units/:code/history',
    {
      config: reads,
      schema: {
        summary: 'Moves, mergers, splits and former names of a unit, the latest first',
        ...onUnit,
        response: { 200: History, ...problemReplies },
      },
    },
    async (request) => ({ events: await people.unitHistory(byApi(request), request.params.code) }),
  );

  app.patch(
    '/api/v1/units/:code',
    {
      config: writes,
      schema: {
        summary: 'Give a unit another name',
        ...onUnit,
        body: z.object({ name: z.string() }).meta({ examples: [{ name: 'Chi bộ thôn Đông' }] }),
        response: { 204: nothingMore, ...problemReplies },
      },
    },
    async (request, reply) => {
      await people.renameUnit(byApi(request), { unit: request.params.code, ...request.body });
      return await reply.code(204).send();
    },
  );

  app.post(
    '/api/v1/units/:code/moves',
    {
      config: writes,
      schema: {
        summary: 'Put a unit, with all below it, under another one',
        ...onUnit,
        body: NewUnitMove,
        response: { 204: nothingMore, ...problemReplies },
      },
    },
    async (request, reply) => {
      await people.rehangUnit(byApi(request), { unit: request.params.code, ...request.body });
      return await reply.code(204).send();
    },
  );

  app.post(
    '/api/v1/units/:code/mergers',
    {
      config: writes,
      schema: {
        summary: 'Merge other units of the same kind into this one; they are no more afterwards',
        ...onUnit,
        body: NewMerger,
        response: { 201: ReorganisedReply, ...problemReplies },
      },
    },
    async (request, reply) => {
      const merger = { into: request.params.code, ...request.body };
      return await reply.code(201).send(await people.mergeUnits(byApi(request), merger));
    },
  );

  app.post(
    '/api/v1/units/:code/splits',
    {
      config: writes,
      schema: {
        summary: 'Found a unit with some of the members of this one',
        ...onUnit,
        body: NewSplit,
        response: { 201: ReorganisedReply, ...problemReplies },
      },
    },
    async (request, reply) => {
      const split = { from: request.params.code, ...request.body };
      return await reply.code(201).send(await people.splitUnit(byApi(request), split));
    },
  );

  app.put(
    '/api/v1/units/:code/dissolution',
    {
      config: writes,
      schema: {
        summary: 'Dissolve a unit that has neither members nor units below it',
        ...onUnit,
        body: Resolved.meta({ examples: [resolution] }),
        response: { 200: DissolvedReply, ...problemReplies },
      },
    },
    async (request) =>
      await people.dissolveUnit(byApi(request), { unit: request.params.code, ...request.body }),
  );

  // What is told here includes phones: a token that may only look things up is not enough.
  app.get(
    '/api/v1/members/:code/data',
    {
      config: writes,
      schema: {
        summary: 'Everything that is kept about a member, for the member; recorded in the audit',
        tags,
        params: MemberCode,
        response: { 200: DataReply, ...problemReplies },
      },
    },
    async (request) => await people.exportData(byApi(request), request.params.code),
  );

  app.delete(
    '/api/v1/members/:code/data',
    {
      config: writes,
      schema: {
        summary: 'Erase the data of a member; cannot be undone',
        description:
          'What stays, stays without a name: consent, the ledger, memberships and roles, the audit.',
        tags,
        params: MemberCode,
        response: { 200: ErasedReply, ...problemReplies },
      },
    },
    async (request) => await people.eraseData(byApi(request), request.params.code),
  );
}

const resolution = { on: '2026-11-20', reason: 'Quyết định số 12-QĐ/ĐU' };
const Resolved = z.object({
  on: z.iso.date().describe('Today or earlier'),
  reason: z.string().describe('At most 500 characters'),
});
const NewUnitMove = Resolved.extend({ parent: z.string().describe('Code of the new unit above') }).meta({
  examples: [{ parent: 'SLT-02', ...resolution }],
});
const NewMerger = Resolved.extend({ from: z.array(z.string()).min(1).max(200) }).meta({
  examples: [{ from: ['SLT-01-CB03', 'SLT-01-CB04'], ...resolution }],
});
const NewSplit = Resolved.extend({
  unit: z.object({ code: z.string(), name: z.string(), kind: z.enum(unitKinds) }),
  members: z.array(z.string()).min(1).max(2_000).describe('Codes of members at home in the unit'),
}).meta({
  examples: [
    {
      unit: { code: 'SLT-01-CB09', name: 'Chi bộ Tổ dân phố Bến Mới', kind: 'cell' },
      members: ['DV000042'],
      ...resolution,
    },
  ],
});
const ReorganisedReply = z
  .object({ members: z.int(), stays: z.int(), roles: z.int(), children: z.int() })
  .meta({
    description: 'How many homes and stays moved, roles ended, units hang elsewhere',
    examples: [{ members: 24, stays: 1, roles: 3, children: 0 }],
  });
const DissolvedReply = z
  .object({ roles: z.int() })
  .meta({ description: 'How many roles ended', examples: [{ roles: 1 }] });
const History = z
  .object({
    events: z.array(
      z.object({
        on: z.iso.date(),
        kind: z.enum([
          'moved',
          'merged-into',
          'merged-from',
          'split-from',
          'split-off',
          'renamed',
          'dissolved',
        ]),
        unit: z.object({ code: z.string(), name: z.string() }).nullable(),
        before: z.string().nullable().describe('The former committee, or the former name'),
        by: z.string().nullable().describe('Name; null for what came from the command line'),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({
    description: 'What happened to the unit',
    examples: [
      {
        events: [
          {
            on: '2026-11-20',
            kind: 'moved',
            unit: { code: 'SLT-02', name: 'Đảng bộ xã Hai' },
            before: 'Đảng bộ xã Một',
            by: 'Hà Thị Vân',
            reason: 'Quyết định số 12-QĐ/ĐU',
          },
        ],
      },
    ],
  });
const DataReply = z.record(z.string(), z.unknown()).meta({
  description: 'The data',
  examples: [{ member: { code: 'DV000042', fullName: 'Nguyễn Văn An' }, chats: [] }],
});
const ErasedReply = z.object({ member: z.string(), erased: z.record(z.string(), z.int()) }).meta({
  description: 'How many of what went',
  examples: [{ member: 'DV000042', erased: { chats: 1, deliveries: 12, cancelled: 1 } }],
});
