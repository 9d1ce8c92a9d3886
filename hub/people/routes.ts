import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import { byApi, callerOf, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import { spreadsheetRoutes } from './import/routes.ts';
import type { Invite } from './joining/invites.ts';
import type { People } from './people.ts';
import { InviteReply, Invites, Rules, Units } from './replies.ts';

/** Where a person can use an invitation: always our own page, and each channel whose name we know. */
export type Links = { web: string; telegram?: string; zalo?: string };
export type LinksFor = (code: string) => Promise<Links>;

/** Units, members, invitations and rules, under `/api/v1`. Phones and e-mail addresses are never answered. */
export async function peopleRoutes(
  app: App,
  { people, clock, linksFor }: { people: People; clock: Clock; linksFor: LinksFor },
): Promise<void> {
  const tags = ['people'];
  const reads = { scope: 'people:read' };
  const writes = { scope: 'people:write' };

  await spreadsheetRoutes(app, { people });

  app.get(
    '/api/v1/units',
    {
      config: reads,
      schema: {
        summary:
          'The units the caller may see, each parent before its children, with members at home in each',
        tags,
        response: { 200: Units, ...problemReplies },
      },
    },
    async (request) => {
      const held = await people.reach(callerOf(request).id, 'unit.read');
      const trees = await Promise.all(held.map((id) => people.tree(id)));
      // Somebody may hold a role in a commune and another in one of its cells.
      const units = new Map(trees.toSorted((a, b) => b.length - a.length).flatMap(byCode));
      return { units: [...units.values()] };
    },
  );

  app.post(
    '/api/v1/members/:code/invites',
    {
      config: writes,
      schema: {
        summary: 'Invite a member to link a chat; earlier codes not yet used stop working',
        tags,
        params: MemberCode,
        response: { 201: InviteReply, ...problemReplies },
      },
    },
    async (request, reply) => {
      const invite = await people.invite(byApi(request), request.params.code);
      return await reply.code(201).send(await presented(invite));
    },
  );

  app.post(
    '/api/v1/units/:code/invites',
    {
      config: writes,
      schema: {
        summary: 'Invite everyone of a unit and below who has no linked chat',
        tags,
        params: UnitCode,
        response: { 201: Invites, ...problemReplies },
      },
    },
    async (request, reply) => {
      const invites = await people.inviteUnit(byApi(request), request.params.code);
      return await reply.code(201).send({ invites: await Promise.all(invites.map(presented)) });
    },
  );

  app.get(
    '/api/v1/rules',
    {
      config: reads,
      schema: {
        summary: 'The constants of party life in force on a day, each with its source',
        tags,
        querystring: z.object({ on: z.iso.date().optional().describe('Default: today in Vietnam') }),
        response: { 200: Rules, ...problemReplies },
      },
    },
    async ({ query: { on } }) => ({
      rules: await people.rulesInForce(on ? new Date(`${on}T12:00:00+07:00`) : clock()),
    }),
  );

  async function presented({ member, code, expiresAt }: Invite) {
    return { member, code, expiresAt: expiresAt.toISOString(), links: await linksFor(code) };
  }
}

function byCode<Item extends { code: string }>(items: readonly Item[]): [string, Item][] {
  return items.map((item) => [item.code, item]);
}

const MemberCode = z.object({
  code: z
    .string()
    .max(64)
    .meta({ examples: ['DV000042'] }),
});
const UnitCode = z.object({
  code: z
    .string()
    .max(64)
    .meta({ examples: ['SLT-01'] }),
});
