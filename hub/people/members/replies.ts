import { z } from 'zod';
import { Channel, MembershipKind, RoleName, StatusName } from '../../../prisma/generated/enums.ts';

const day = z.iso.date();
const statusNames = z.enum(StatusName);
const roleNames = z.enum(RoleName);
const kinds = z.enum(MembershipKind);
const channels = z.enum(Channel);
const code = z.string().max(64);

const period = {
  id: z.uuid(),
  from: day.describe('First day'),
  until: day.nullable().describe('Last day, that day included'),
  state: z.enum(['now', 'past', 'planned', 'called-off']),
  reason: z.string().nullable(),
  endReason: z.string().nullable(),
  recordedBy: z.string().nullable().describe('Name; null for what came from the command line'),
};
const standing = z.object({
  informed: z.boolean().describe('Gets notices'),
  invited: z.boolean().describe('Is called to meetings'),
  votes: z.boolean(),
  counted: z
    .enum(['always', 'when-present', 'never'])
    .describe('In the number over which a vote is reckoned'),
  holdsPower: z.boolean(),
  isMember: z.boolean(),
});
const exampleStanding = {
  informed: true,
  invited: true,
  votes: true,
  counted: 'always',
  holdsPower: true,
  isMember: true,
};
const examplePeriod = {
  id: '019a0b1c-0000-7000-8000-000000000001',
  from: '2026-11-01',
  until: null,
  state: 'now',
  reason: 'Quyết định số 12-QĐ/ĐU',
  endReason: null,
  recordedBy: 'Hà Thị Vân',
};

export const MemberReply = z
  .object({
    code: z.string(),
    fullName: z.string(),
    unit: z.string().nullable().describe('Code of the unit that keeps the member'),
    linked: z.boolean().describe('Some chat takes our messages'),
    language: z.enum(['vi', 'en']),
    joinedOn: day.nullable(),
    standing: standing.describe('What follows today in that unit'),
    memberships: z.array(z.object({ ...period, kind: kinds, unit: z.string(), unitCode: z.string() })),
    statuses: z.array(z.object({ ...period, status: statusNames })),
    roles: z.array(z.object({ ...period, role: roleNames, unit: z.string(), unitCode: z.string() })),
    chats: z
      .array(
        z.object({
          id: z.uuid(),
          channel: channels,
          state: z.enum(['active', 'stopped', 'blocked']),
          linkedAt: z.iso.datetime(),
        }),
      )
      .describe('In the order in which they are tried'),
  })
  .meta({
    description: 'The member',
    examples: [
      {
        code: 'DV000042',
        fullName: 'Nguyễn Văn An',
        unit: 'SLT-01-CB01',
        linked: true,
        language: 'vi',
        joinedOn: '2019-05-19',
        standing: exampleStanding,
        memberships: [{ ...examplePeriod, kind: 'home', unit: 'Chi bộ 1', unitCode: 'SLT-01-CB01' }],
        statuses: [{ ...examplePeriod, status: 'official' }],
        roles: [],
        chats: [
          {
            id: '019a0b1c-0000-7000-8000-000000000002',
            channel: 'telegram',
            state: 'active',
            linkedAt: '2026-11-02T02:00:00.000Z',
          },
        ],
      },
    ],
  });

export const FoundReply = z
  .object({
    members: z.array(
      z.object({
        code: z.string(),
        fullName: z.string(),
        unitCode: z.string().nullable(),
        unit: z.string().nullable(),
        former: z.boolean().describe('Left the Party, or belongs nowhere any more'),
      }),
    ),
  })
  .meta({
    description: 'Whom the search found, by name',
    examples: [
      {
        members: [
          {
            code: 'DV000042',
            fullName: 'Nguyễn Văn An',
            unitCode: 'SLT-01-CB01',
            unit: 'Chi bộ 1',
            former: false,
          },
        ],
      },
    ],
  });

export const RollReply = z
  .object({
    members: z.int().describe('Of the whole unit'),
    withoutChannel: z.int(),
    lines: z.array(
      z.object({
        code: z.string(),
        fullName: z.string(),
        kind: kinds,
        statuses: z.array(statusNames),
        standing,
        roles: z.array(roleNames).describe('Held in this very unit'),
        channels: z.array(channels).describe('In the order in which they are tried'),
        reachable: z.boolean(),
      }),
    ),
    next: z.string().nullable().describe('For `after`; null at the end'),
  })
  .meta({
    description: 'The roll, 200 lines at a time',
    examples: [
      {
        members: 23,
        withoutChannel: 4,
        lines: [
          {
            code: 'DV000042',
            fullName: 'Nguyễn Văn An',
            kind: 'home',
            statuses: ['official'],
            standing: exampleStanding,
            roles: ['secretary'],
            channels: ['telegram'],
            reachable: true,
          },
        ],
        next: null,
      },
    ],
  });

export const HeldRoles = z
  .object({
    roles: z.array(
      z.object({
        id: z.uuid(),
        role: roleNames,
        member: z.string(),
        fullName: z.string(),
        since: day,
        powerful: z.boolean().describe('False while the member is suspended'),
      }),
    ),
  })
  .meta({
    description: 'Who holds a role in the unit today',
    examples: [
      {
        roles: [
          {
            id: examplePeriod.id,
            role: 'secretary',
            member: 'DV000042',
            fullName: 'Nguyễn Văn An',
            since: '2026-01-01',
            powerful: true,
          },
        ],
      },
    ],
  });

export const Recorded = z
  .object({ id: z.uuid() })
  .meta({ description: 'What was recorded', examples: [{ id: examplePeriod.id }] });

export const SearchQuery = z.object({
  search: z
    .string()
    .min(1)
    .max(120)
    .describe('Words of a name in any order, accents or not; or the beginning of a code'),
  unit: code.optional().describe('Only in this unit and below'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const RollQuery = z.object({ after: code.optional().describe('`next` of the page before') });
export const MemberEdit = z
  .object({
    fullName: z.string().optional(),
    phone: z.string().nullable().optional().describe('null or empty takes it out'),
    email: z.string().nullable().optional(),
    joinedOn: z.string().nullable().optional(),
    language: z.enum(['vi', 'en']).optional(),
  })
  .strict()
  .meta({ examples: [{ fullName: 'Nguyễn Văn Ân', phone: '0912345678' }] });

const decided = { from: day.describe('First day'), reason: z.string() };
const reason = 'Quyết định số 12-QĐ/ĐU';
export const NewMove = z
  .object({
    to: code.describe('Code of the unit'),
    kind: kinds.describe('`home`: for good'),
    ...decided,
    until: day.optional().describe('Last day of a temporary stay'),
  })
  .strict()
  .meta({ examples: [{ to: 'SLT-01-CB02', kind: 'home', from: '2026-12-01', reason }] });
export const NewStatus = z
  .object({ status: statusNames, ...decided, until: day.optional() })
  .strict()
  .meta({ examples: [{ status: 'exempt', from: '2026-12-01', reason }] });
export const NewRole = z
  .object({ role: roleNames, unit: code, ...decided })
  .strict()
  .meta({ examples: [{ role: 'deputy', unit: 'SLT-01-CB01', from: '2026-12-01', reason }] });
export const End = z
  .object({ on: day.describe('From this day it no longer holds'), reason: z.string() })
  .strict()
  .meta({ examples: [{ on: '2026-12-31', reason }] });
export const FirstChat = z
  .object({ chat: z.uuid() })
  .strict()
  .meta({ examples: [{ chat: '019a0b1c-0000-7000-8000-000000000002' }] });

export const MemberCode = z.object({ code: code.meta({ examples: ['DV000042'] }) });
export const UnitCode = z.object({ code: code.meta({ examples: ['SLT-01'] }) });
export const PartOfMember = MemberCode.extend({ id: z.uuid() });
