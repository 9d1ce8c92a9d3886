import { z } from 'zod';
import { exampleId } from '../replies.ts';
import { stands, type Branch } from './branches.ts';
import type { CascadeTree } from './tree.ts';

const Figures = z.object({
  units: z.int(),
  acknowledged: z.int().describe('Whose committee has acknowledged'),
  toPassOn: z.int().describe('Which have somebody to pass it on to'),
  passedOn: z.int(),
  late: z.int().describe('Past their time and not passed on'),
  nobody: z.int().describe('Nobody received it for the unit'),
});
const moment = z.iso.datetime().nullable();

const Unit = z.object({
  code: z.string(),
  name: z.string(),
  depth: z.int().describe('0 for the units one looks down from'),
  stand: z.enum(stands),
  late: z.boolean(),
  cameAt: z.iso.datetime(),
  acknowledgedAt: moment,
  passedOnAt: moment,
  tookMs: z.number().nullable().describe('From coming to being passed on'),
  passOnBy: moment,
  chasedAt: moment,
  escalatedAt: moment,
  inSteadBy: z.string().nullable().describe('Who passed it on without holding an office in the unit'),
  noticeId: z.string().nullable().describe('The notice by which it went on'),
  recipients: z.int(),
  acknowledged: z.int(),
  figures: Figures.describe('Of all units below'),
});

const exampleFigures = { units: 12, acknowledged: 9, toPassOn: 12, passedOn: 7, late: 1, nobody: 0 };

export const Cascade = z
  .object({
    id: z.string().describe('The notice that began it'),
    title: z.string(),
    number: z.string().nullable(),
    dueAt: moment,
    cancelledAt: moment,
    issuer: z.string(),
    issuerName: z.string(),
    figures: Figures,
    units: z.array(Unit).describe('Each before those below it'),
  })
  .meta({
    description: 'The tree as it stands',
    examples: [
      {
        id: exampleId,
        title: 'Kế hoạch tổ chức sinh hoạt chuyên đề quý IV',
        number: '27-KH/TU',
        dueAt: '2026-12-10T10:00:00.000Z',
        cancelledAt: null,
        issuer: 'SLT',
        issuerName: 'Đảng bộ tỉnh',
        figures: exampleFigures,
        units: [],
      },
    ],
  });

export const PassedOn = z
  .object({
    id: z.string().describe('The notice that went down'),
    rootId: z.string(),
    title: z.string(),
    recipients: z.int(),
    units: z.int().describe('Units right below'),
    sendAt: z.iso.datetime(),
    first: z.boolean().describe('False where it had been passed on before'),
  })
  .meta({
    description: 'Passed on',
    examples: [
      {
        id: exampleId,
        rootId: exampleId,
        title: 'Kế hoạch tổ chức sinh hoạt chuyên đề quý IV',
        recipients: 31,
        units: 12,
        sendAt: '2026-11-24T08:00:00.000Z',
        first: true,
      },
    ],
  });

/** The tree as a list. */
export function treeReply({ from, dueAt, cancelledAt, ...tree }: CascadeTree): z.input<typeof Cascade> {
  const lines = ({ below, ...branch }: Branch, depth: number): z.input<typeof Unit>[] => [
    {
      ...branch,
      depth,
      cameAt: branch.cameAt.toISOString(),
      acknowledgedAt: text(branch.acknowledgedAt),
      passedOnAt: text(branch.passedOnAt),
      passOnBy: text(branch.passOnBy),
      chasedAt: text(branch.chasedAt),
      escalatedAt: text(branch.escalatedAt),
    },
    ...below.flatMap((child) => lines(child, depth + 1)),
  ];
  return {
    ...tree,
    dueAt: text(dueAt),
    cancelledAt: text(cancelledAt),
    units: from.flatMap((branch) => lines(branch, 0)),
  };
}

function text(moment: Date | null): string | null {
  return moment?.toISOString() ?? null;
}
