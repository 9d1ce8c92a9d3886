import { z } from 'zod';

export const ImportReport = z
  .object({
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    errors: z.array(
      z.object({ row: z.int().describe('The header is row 1'), field: z.string(), message: z.string() }),
    ),
  })
  .meta({
    description: 'What became of the rows',
    examples: [{ created: 12, updated: 1, unchanged: 187, errors: [] }],
  });

const kinds = ['central', 'province', 'commune', 'branch', 'cell'] as const;
export const Units = z
  .object({
    units: z.array(z.object({ code: z.string(), name: z.string(), kind: z.enum(kinds), members: z.int() })),
  })
  .meta({
    description: 'The units',
    examples: [
      { units: [{ code: 'SLT-01', name: 'Đảng bộ phường Bến Trăng', kind: 'commune', members: 2 }] },
    ],
  });

export const MemberReply = z
  .object({ code: z.string(), fullName: z.string(), unit: z.string(), linked: z.boolean() })
  .meta({
    description: 'The member',
    examples: [{ code: 'DV000042', fullName: 'Nguyễn Văn An', unit: 'SLT-01-CB01', linked: true }],
  });

const exampleInvite = {
  member: 'DV000042',
  code: 'ABCD-2345',
  expiresAt: '2026-11-15T02:00:00.000Z',
  links: {
    telegram: 'https://t.me/CauNoiBot?start=ABCD2345',
    web: 'https://caunoi.example.vn/join/ABCD2345',
  },
};
export const InviteReply = z
  .object({
    member: z.string(),
    code: z.string().describe('Shown only here'),
    expiresAt: z.iso.datetime(),
    links: z.object({ telegram: z.string().optional(), zalo: z.string().optional(), web: z.string() }),
  })
  .meta({ description: 'The invitation', examples: [exampleInvite] });
export const Invites = z
  .object({ invites: z.array(InviteReply) })
  .meta({ description: 'The invitations', examples: [{ invites: [exampleInvite] }] });

export const Rules = z
  .object({
    rules: z.array(
      z.object({
        key: z.string(),
        value: z.unknown().describe('As the key defines it'),
        source: z.string(),
        note: z.string().nullable(),
        effectiveFrom: z.iso.date(),
      }),
    ),
  })
  .meta({
    description: 'The rules',
    examples: [
      {
        rules: [
          {
            key: 'quorum.resolution',
            value: 0.5,
            source: 'Quy định 294-QĐ/TW',
            note: null,
            effectiveFrom: '2025-05-26',
          },
        ],
      },
    ],
  });
