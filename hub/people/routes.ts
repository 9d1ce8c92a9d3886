import { z } from 'zod';
import type { Clock } from '../platform/clock.ts';
import type { Sql } from '../platform/database/index.ts';
import { DomainError } from '../platform/errors.ts';
import { callerOf, uploadBytes, type App } from '../platform/http.ts';
import { problemReplies } from '../platform/problems.ts';
import { MayNot } from './errors.ts';
import type { Invite } from './invites.ts';
import type { Action } from './may.ts';
import type { People } from './people.ts';
import { ImportReport, InviteReply, Invites, MemberReply, Rules, Units } from './replies.ts';

/** Where a person can use an invitation: always our own page, and each channel whose name we know. */
export type Links = { web: string; telegram?: string; zalo?: string };
export type LinksFor = (code: string) => Promise<Links>;

/** Units, members, invitations and rules, under `/api/v1`. Phones and e-mail addresses are never answered. */
export async function peopleRoutes(
  app: App,
  { people, database, clock, linksFor }: { people: People; database: Sql; clock: Clock; linksFor: LinksFor },
): Promise<void> {
  const tags = ['people'];
  const reads = { scope: 'people:read' };
  const writes = { scope: 'people:write' };

  for (const what of ['unit', 'member'] as const) {
    app.post(
      `/api/v1/${what}s/import`,
      {
        bodyLimit: uploadBytes,
        config: { ...writes, alsoTakes: { 'text/csv': csv[what], 'multipart/form-data': fileForm } },
        schema: {
          summary: `Import ${what}s from a CSV file; the same file twice changes nothing`,
          description:
            'Needs the right to import in a unit at the top. 422: the file has errors, nothing was changed.',
          tags,
          querystring: ImportQuery,
          response: { 200: ImportReport, 422: ImportReport, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { id, language } = callerOf(request);
        const { partial } = request.query;
        await requireAtTheTop(id, `${what}.import`);
        const file = request.uploads?.[0]?.content ?? request.body;
        if (!Buffer.isBuffer(file)) throw new DomainError('request.media-type', { status: 415 });
        const take = what === 'unit' ? people.importUnits : people.importMembers;
        const report = await take(file, { ...request.query, language });
        return await reply.code(report.errors.length > 0 && !partial ? 422 : 200).send(report);
      },
    );
  }

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

  app.get(
    '/api/v1/members/:code',
    {
      config: reads,
      schema: {
        summary: 'A member: name, unit, and whether a chat is linked',
        tags,
        params: MemberCode,
        response: { 200: MemberReply, ...problemReplies },
      },
    },
    async (request) => {
      const { id, code, fullName, home } = await memberFor(
        callerOf(request).id,
        'member.read',
        request.params.code,
      );
      const roll = await people.membersOf(home.code);
      return {
        code,
        fullName,
        unit: home.code,
        linked: roll.some((row) => row.id === id && row.linkedAt !== null),
      };
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
      const { code } = await memberFor(callerOf(request).id, 'member.invite', request.params.code);
      return await reply.code(201).send(await presented(await people.invite(code)));
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
      const unit = await people.unitByCode(request.params.code);
      await people.requireMay(callerOf(request).id, 'member.invite', unit.id);
      const invites = await people.inviteUnit(unit.code);
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

  /** The member, where the caller may do so in the unit where he or she is at home. */
  async function memberFor(callerId: string, action: Action, code: string) {
    const member = await people.memberByCode(code);
    const [home] = await people.unitsOf(member.id);
    if (!home) throw new MayNot();
    await people.requireMay(callerId, action, home.id);
    return { ...member, home };
  }

  /** A file may hold any unit, so the right must be held at the top. Into an empty hub only the command line imports. */
  async function requireAtTheTop(callerId: string, action: Action): Promise<void> {
    const held = await people.reach(callerId, action);
    const top = await database.query('select from unit where id = any ($1::uuid[]) and parent_id is null', [
      held,
    ]);
    if (top.length === 0) throw new MayNot();
  }

  async function presented({ member, code, expiresAt }: Invite) {
    return { member, code, expiresAt: expiresAt.toISOString(), links: await linksFor(code) };
  }
}

function byCode<Item extends { code: string }>(items: readonly Item[]): [string, Item][] {
  return items.map((item) => [item.code, item]);
}

const csv = {
  unit: z.string().meta({
    examples: ['code,name,kind,parent_code\nSLT-01-CB09,Chi bộ Tổ dân phố Bến Mới,cell,SLT-01\n'],
  }),
  member: z.string().meta({
    examples: [
      'code,full_name,unit_code,role,status,phone,email,joined_on\n' +
        'DV000999,Trần Thị Bình,SLT-01-CB01,,official,,,2019-05-19\n',
    ],
  }),
};
const fileForm = z.object({ file: z.file() }).meta({ examples: [{ file: 'danh-sach.csv' }] });
const ImportQuery = z.object({
  partial: z.stringbool().default(false).describe('Takes the good rows of a file with errors'),
  dryRun: z.stringbool().default(false).describe('Says what would change, and changes nothing'),
});
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
