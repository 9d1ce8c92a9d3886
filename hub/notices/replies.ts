import { z } from 'zod';
import { channelNames } from '../channels/index.ts';
import { statuses } from '../delivery/index.ts';

export const exampleId = '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7';
// What is not an id belongs to no notice: the answer is 404, as for one we do not know.
export const NoticeId = z.object({
  id: z
    .string()
    .max(64)
    .meta({ examples: [exampleId] }),
});

export const Sent = z.object({ id: z.string(), recipients: z.int() }).meta({
  description: 'Accepted; every recipient reaches a final state',
  examples: [{ id: exampleId, recipients: 201 }],
});
export const Cancelled = z
  .object({ id: z.string(), cancelled: z.int() })
  .meta({ description: 'How many will not get it', examples: [{ id: exampleId, cancelled: 12 }] });
export const Reminded = z
  .object({ id: z.string(), reminded: z.int() })
  .meta({ description: 'How many are reminded', examples: [{ id: exampleId, reminded: 34 }] });
export const Told = z
  .object({ id: z.string(), member: z.string() })
  .meta({ description: 'Recorded', examples: [{ id: exampleId, member: 'DV000042' }] });

const noCounts = {
  created: 0,
  handed_over: 0,
  delivered: 0,
  seen: 0,
  failed: 0,
  unreachable: 0,
  cancelled: 0,
};
export const Status = z
  .object({
    id: z.string(),
    recipients: z.int(),
    byStatus: z.record(z.enum(statuses), z.int()).describe('Adds up to `recipients`'),
    byChannel: z.partialRecord(z.enum(channelNames), z.int()),
    inDoubt: z.int().describe('Asked of a provider that did not answer, not settled yet'),
    duplicates: z.int().describe('Sends repeated after doubt: an upper bound'),
    inPerson: z.int().describe('Told in person; counted as acknowledged'),
    unreachable: z.array(z.string()).describe('Codes of members whom no channel reaches, at most 1,000'),
    failed: z.array(z.string()).describe('Codes of members given up after all attempts, at most 1,000'),
  })
  .meta({
    description: 'The ledger of the notice',
    examples: [
      {
        id: exampleId,
        recipients: 4,
        byStatus: { ...noCounts, handed_over: 1, acknowledged: 2, unreachable: 1 },
        byChannel: { telegram: 2 },
        inDoubt: 0,
        duplicates: 0,
        inPerson: 1,
        unreachable: ['DV000042'],
        failed: [],
      },
    ],
  });

export const Recipients = z
  .object({
    items: z.array(
      z.object({
        member: z.string(),
        fullName: z.string(),
        unit: z.string(),
        status: z.enum(statuses),
        channel: z.enum(channelNames).nullable(),
        reason: z.string().nullable(),
        inPerson: z.boolean(),
      }),
    ),
    next: z.string().nullable().describe('Null on the last page'),
  })
  .meta({
    description: 'A page of recipients',
    examples: [
      {
        items: [
          {
            member: 'DV000042',
            fullName: 'Nguyễn Văn An',
            unit: 'SLT-01-CB01',
            status: 'handed_over',
            channel: 'telegram',
            reason: null,
            inPerson: false,
          },
        ],
        next: null,
      },
    ],
  });
