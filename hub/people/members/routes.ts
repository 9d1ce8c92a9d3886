import type { Actor } from '../../platform/audit.ts';
import { byApi, type App } from '../../platform/http.ts';
import { problemReplies } from '../../platform/problems.ts';
import type { Ending } from './decisions.ts';
import {
  End,
  FirstChat,
  FoundReply,
  HeldRoles,
  MemberCode,
  MemberEdit,
  MemberReply,
  NewMove,
  NewRole,
  NewStatus,
  PartOfMember,
  Recorded,
  RollQuery,
  RollReply,
  SearchQuery,
  UnitCode,
} from './replies.ts';
import type { People } from '../people.ts';
import { nothingMore } from '../replies.ts';

const tags = ['people'];
const reads = { scope: 'people:read' };
const writes = { scope: 'people:write' };
const onMember = { tags, params: MemberCode };
const done = { 204: nothingMore, ...problemReplies };
const recorded = { 201: Recorded, ...problemReplies };

/** Looking members up and keeping their lists, under `/api/v1`. Phones and e-mail addresses are never answered. */
export async function memberRoutes(app: App, { people }: { people: People }): Promise<void> {
  app.get(
    '/api/v1/members',
    {
      config: reads,
      schema: {
        summary: 'Search members by name or code, among those the caller may read about',
        tags,
        querystring: SearchQuery,
        response: { 200: FoundReply, ...problemReplies },
      },
    },
    async (request) => {
      const { search: text, unit, limit } = request.query;
      return { members: await people.search(byApi(request), { text, unit, limit }) };
    },
  );

  app.get(
    '/api/v1/members/:code',
    {
      config: reads,
      schema: {
        summary: 'A member: units, statuses and roles with their dates, standing, and the linked chats',
        ...onMember,
        response: { 200: MemberReply, ...problemReplies },
      },
    },
    async (request) => {
      const { unit, chats, ...profile } = await people.profile(byApi(request), request.params.code);
      return {
        ...profile,
        unit: unit?.code ?? null,
        linked: chats.some(({ state }) => state === 'active'),
        chats: chats.map((chat) => ({ ...chat, linkedAt: chat.linkedAt.toISOString() })),
      };
    },
  );

  app.patch(
    '/api/v1/members/:code',
    {
      config: writes,
      schema: {
        summary: 'Correct name, contacts, day of joining or language of a member',
        ...onMember,
        body: MemberEdit,
        response: done,
      },
    },
    async (request, reply) => {
      await people.editMember(byApi(request), request.params.code, request.body);
      return await reply.code(204).send();
    },
  );

  app.post(
    '/api/v1/members/:code/moves',
    {
      config: writes,
      schema: {
        summary: 'Move a member to another unit, for good or for a time, from a day on',
        ...onMember,
        body: NewMove,
        response: recorded,
      },
    },
    async (request, reply) =>
      await reply.code(201).send(await people.move(byApi(request), request.params.code, request.body)),
  );

  app.post(
    '/api/v1/members/:code/statuses',
    {
      config: writes,
      schema: {
        summary: 'Record a status of a member from a day on',
        ...onMember,
        body: NewStatus,
        response: recorded,
      },
    },
    async (request, reply) =>
      await reply.code(201).send(await people.setStatus(byApi(request), request.params.code, request.body)),
  );

  app.post(
    '/api/v1/members/:code/roles',
    {
      config: writes,
      schema: {
        summary: 'Give a member a role in a unit from a day on',
        ...onMember,
        body: NewRole,
        response: recorded,
      },
    },
    async (request, reply) =>
      await reply.code(201).send(await people.giveRole(byApi(request), request.params.code, request.body)),
  );

  const endings: [string, string, (by: Actor, code: string, id: string, end: Ending) => Promise<void>][] = [
    ['memberships', 'End a temporary stay, or call off a move that has not begun', people.endStay],
    ['statuses', 'End a status; on its first day it has never held', people.endStatus],
    ['roles', 'End a role; on its first day it has never been held', people.endRole],
  ];
  for (const [what, summary, end] of endings) {
    app.put(
      `/api/v1/members/:code/${what}/:id/end`,
      { config: writes, schema: { summary, tags, params: PartOfMember, body: End, response: done } },
      async (request, reply) => {
        await end(byApi(request), request.params.code, request.params.id, request.body);
        return await reply.code(204).send();
      },
    );
  }

  app.put(
    '/api/v1/members/:code/first-chat',
    {
      config: writes,
      schema: {
        summary: 'Say which of a member’s chats is tried first',
        ...onMember,
        body: FirstChat,
        response: done,
      },
    },
    async (request, reply) => {
      await people.chats.preferChat(byApi(request), request.params.code, request.body.chat);
      return await reply.code(204).send();
    },
  );

  app.delete(
    '/api/v1/members/:code/chats/:id',
    {
      config: writes,
      schema: {
        summary: 'Unlink a chat from a member; linking it again needs an invitation',
        tags,
        params: PartOfMember,
        response: done,
      },
    },
    async (request, reply) => {
      await people.chats.unlinkChat(byApi(request), request.params.code, request.params.id);
      return await reply.code(204).send();
    },
  );

  app.get(
    '/api/v1/units/:code/members',
    {
      config: reads,
      schema: {
        summary: 'The roll of a unit: who belongs to it today, with statuses, roles and channels',
        tags,
        params: UnitCode,
        querystring: RollQuery,
        response: { 200: RollReply, ...problemReplies },
      },
    },
    async (request) => await people.roll(byApi(request), request.params.code, request.query),
  );

  app.get(
    '/api/v1/units/:code/roles',
    {
      config: reads,
      schema: {
        summary: 'Who holds a role in a unit today',
        tags,
        params: UnitCode,
        response: { 200: HeldRoles, ...problemReplies },
      },
    },
    async (request) => ({ roles: await people.rolesOf(byApi(request), request.params.code) }),
  );
}
