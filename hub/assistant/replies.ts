import { z } from 'zod';
import { documentStatuses } from '../library/index.ts';
import { complaints, ownTopics } from './port.ts';

/** Shapes of the API of the assistant. */

const exampleId = '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2c1';

// What is not an id belongs to no answer: 404, as for one of somebody else.
export const AnswerId = z.object({
  id: z
    .string()
    .max(64)
    .meta({ examples: [exampleId] }),
});

const named = {
  id: z.string(),
  number: z.string(),
  kind: z.string(),
  issuer: z.string(),
  date: z.string().nullable(),
  title: z.string(),
};
const exampleDocument = {
  id: exampleId,
  number: '42-HD/BTCTW',
  kind: 'Hướng dẫn',
  issuer: 'Ban Tổ chức Trung ương',
  date: '2025-10-28',
  title: 'Hướng dẫn về sinh hoạt chi bộ',
};
const citation = z.object({
  document: z.object({ ...named, status: z.enum(documentStatuses) }),
  locator: z.string(),
  quote: z.string().describe('`text.slice(start, end)` of the document, word for word'),
  start: z.int(),
  end: z.int(),
  replacedBy: z.array(z.object({ id: z.string().nullable(), number: z.string(), confirmed: z.boolean() })),
});
const exampleCitation = {
  document: { ...exampleDocument, status: 'in_force' },
  locator: 'Mục II, khoản 1',
  quote: 'Thời gian sinh hoạt tối thiểu 90 phút.',
  start: 1_204,
  end: 1_242,
  replacedBy: [],
};
const remark = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replaced'), number: z.string(), by: z.string(), confirmed: z.boolean() }),
  z.object({ kind: z.literal('expired'), number: z.string() }),
  z.object({ kind: z.enum(['budget', 'no-model']) }),
]);

const found = z.object({
  id: z.string(),
  kind: z.literal('found'),
  mode: z.enum(['quote', 'model']),
  sentences: z.array(
    z.object({ text: z.string(), citations: z.array(z.int()).describe('Places in `citations`, from 0') }),
  ),
  citations: z.array(citation),
  more: z.array(citation),
  remarks: z.array(remark),
});
const refused = z.object({
  id: z.string(),
  kind: z.literal('refused'),
  why: z.enum(['missing-document', 'no-such-answer', 'nothing-near', 'not-sure', 'not-ready']),
  missing: z.array(z.string()),
  lookedFor: z.array(z.string()),
  near: z.array(z.object({ ...named, locator: z.string(), start: z.int() })),
  canHandOver: z.boolean(),
});
const own = z.object({
  id: z.string(),
  kind: z.literal('own'),
  topic: z.enum(ownTopics),
  text: z.string(),
});
const talk = z.object({
  id: z.string(),
  kind: z.literal('talk'),
  talk: z.enum(['greeting', 'thanks', 'who-are-you', 'goodbye', 'off-topic', 'cross']),
});

const reply = z.discriminatedUnion('kind', [found, refused, own, talk]);
const exampleReply = {
  id: exampleId,
  kind: 'found',
  mode: 'quote',
  sentences: [{ text: exampleCitation.quote, citations: [0] }],
  citations: [exampleCitation],
  more: [],
  remarks: [],
};

export const Reply = reply.meta({ examples: [exampleReply] });
export const Answer = z
  .object({ question: z.string(), reply })
  .meta({ examples: [{ question: 'Sinh hoạt chi bộ tối thiểu bao lâu?', reply: exampleReply }] });

export const HandedOver = z
  .object({ number: z.string(), unit: z.string() })
  .meta({ examples: [{ number: '7KQ2-MP4D', unit: 'Chi bộ thôn Một' }] });

export const Judged = z.null().meta({ description: 'Done', examples: [null] });

export const Gaps = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        unit: z.object({ id: z.string(), code: z.string(), name: z.string() }),
        question: z.string(),
        asked: z.enum(['1-4', '5-9', '10+']),
        month: z.string().describe('In which it was asked last'),
      }),
    ),
  })
  .meta({
    examples: [
      {
        items: [
          {
            id: exampleId,
            unit: { id: exampleId, code: 'SLT-01', name: 'Đảng bộ xã Một' },
            question: 'Mức đóng đảng phí của đảng viên nghỉ hưu?',
            asked: '5-9',
            month: '2026-12',
          },
        ],
      },
    ],
  });

const byReason = z.object(
  Object.fromEntries(complaints.map((reason) => [reason, z.int()])) as Record<
    (typeof complaints)[number],
    z.ZodInt
  >,
);
export const Judgements = z
  .object({ months: z.array(z.object({ month: z.string(), helped: z.int(), not: byReason })) })
  .meta({
    examples: [
      {
        months: [
          { month: '2026-12', helped: 41, not: { wrong: 1, missing: 3, unclear: 2, outdated: 0, other: 1 } },
        ],
      },
    ],
  });
