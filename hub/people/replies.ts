import { z } from 'zod';

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

/** The answer to what was done and has nothing to say. */
export const nothingMore = z.undefined().meta({ description: 'Done' });
