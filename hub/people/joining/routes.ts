import { z } from 'zod';
import { Channel } from '../../../prisma/generated/enums.ts';
import { byApi, type App } from '../../platform/http.ts';
import { problemReplies } from '../../platform/problems.ts';
import { MemberCode, UnitCode } from '../members/replies.ts';
import type { People } from '../people.ts';
import { nothingMore } from '../replies.ts';

const tags = ['people'];
const reads = { scope: 'people:read' };
const writes = { scope: 'people:write' };
const onUnit = { tags, params: UnitCode };
const onMember = { tags, params: MemberCode };
const done = { 204: nothingMore, ...problemReplies };

/** In which order channels are tried, for a unit and for one member, under `/api/v1`. */
export async function channelOrderRoutes(app: App, { people }: { people: People }): Promise<void> {
  app.get(
    '/api/v1/units/:code/channel-order',
    {
      config: reads,
      schema: {
        summary: 'In which order the members of a unit are reached who have not chosen themselves',
        ...onUnit,
        response: { 200: OrderReply, ...problemReplies },
      },
    },
    async (request) => await people.channelOrder(byApi(request), request.params.code),
  );

  app.put(
    '/api/v1/units/:code/channel-order',
    {
      config: writes,
      schema: {
        summary: 'Set that order, for the unit and all below it without an order of their own',
        ...onUnit,
        body: UnitOrder,
        response: done,
      },
    },
    async (request, reply) => {
      await people.setChannelOrder(byApi(request), request.params.code, request.body.channels);
      return await reply.code(204).send();
    },
  );

  app.delete(
    '/api/v1/units/:code/channel-order',
    {
      config: writes,
      schema: { summary: 'Let the unit go by the order of the one above again', ...onUnit, response: done },
    },
    async (request, reply) => {
      await people.inheritChannelOrder(byApi(request), request.params.code);
      return await reply.code(204).send();
    },
  );

  app.put(
    '/api/v1/members/:code/chat-order',
    {
      config: writes,
      schema: {
        summary: 'Say in which order a member’s chats are tried, whatever order the unit has',
        ...onMember,
        body: ChatOrder,
        response: done,
      },
    },
    async (request, reply) => {
      await people.chats.orderChats(byApi(request), request.params.code, request.body.chats);
      return await reply.code(204).send();
    },
  );

  app.delete(
    '/api/v1/members/:code/chat-order',
    {
      config: writes,
      schema: { summary: 'Let a member’s chats go by the unit’s order again', ...onMember, response: done },
    },
    async (request, reply) => {
      await people.chats.followUnit(byApi(request), request.params.code);
      return await reply.code(204).send();
    },
  );
}

const channels = z.array(z.enum(Channel));
const exampleChannels = ['zalo', 'push', 'email'] as const;
const OrderReply = z
  .object({
    channels: channels.describe('Every channel once, first tried first'),
    from: z
      .object({ code: z.string(), name: z.string() })
      .nullable()
      .describe('The unit whose order holds, this one or one above; null: the usual order'),
  })
  .meta({
    description: 'The order',
    examples: [{ channels: ['zalo', 'zalo_bot', 'push', 'web', 'email', 'telegram'], from: null }],
  });
const UnitOrder = z
  .strictObject({
    channels: channels.describe('First tried first; those left out follow in the usual order'),
  })
  .meta({ examples: [{ channels: [...exampleChannels] }] });
const ChatOrder = z
  .strictObject({
    chats: z.array(z.uuid()).min(1).max(50).describe('First tried first; the others keep their order behind'),
  })
  .meta({
    examples: [{ chats: ['019a0b1c-0000-7000-8000-000000000002', '019a0b1c-0000-7000-8000-000000000003'] }],
  });
