import { z } from 'zod';
import { documentStatuses, refusals, relationKinds, type DocumentView } from './port.ts';

/** Shapes of the API of the library. */

const exampleId = '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2c1';

// What is not an id belongs to no document: the answer is 404, as for one that is not to be read.
export const DocumentId = z.object({
  id: z
    .string()
    .max(64)
    .meta({ examples: [exampleId] }),
});
export const RelationId = DocumentId.extend({
  relation: z
    .string()
    .max(64)
    .meta({ examples: [exampleId] }),
});

const name = {
  id: z.string(),
  number: z.string().describe('Empty where it has none'),
  kind: z.string(),
  issuer: z.string(),
  date: z.string().nullable(),
  title: z.string(),
};
const exampleName = {
  id: exampleId,
  number: '24-QĐ/TW',
  kind: 'Quy định',
  issuer: 'Ban Chấp hành Trung ương',
  date: '2021-07-30',
  title: 'Quy định thi hành Điều lệ Đảng',
};

const summary = {
  ...name,
  unit: z.object({ id: z.string(), code: z.string(), name: z.string() }),
  state: z.enum(['draft', 'released']),
  effective: z.string().nullable(),
  status: z.enum(documentStatuses),
  statusIsFound: z.boolean().describe('Only the text of another says so: nobody has confirmed it'),
  passages: z.int(),
  releasedAt: z.date().nullable(),
};
const exampleSummary = {
  ...exampleName,
  unit: { id: exampleId, code: 'SLT', name: 'Tỉnh ủy' },
  state: 'released',
  effective: '2021-07-30',
  status: 'replaced',
  statusIsFound: true,
  passages: 120,
  releasedAt: '2026-12-01T02:00:00.000Z',
};

const counted = z.array(z.object({ name: z.string(), count: z.int() }));

export const Summaries = z
  .object({
    items: z.array(z.object(summary)),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    kinds: counted.describe('Of all that may be read, whatever the filter'),
    issuers: counted,
    years: counted,
  })
  .meta({
    description: 'Documents that may be read, the newest first',
    examples: [
      {
        items: [exampleSummary],
        total: 1,
        page: 1,
        pages: 1,
        kinds: [{ name: 'Quy định', count: 1 }],
        issuers: [{ name: 'Ban Chấp hành Trung ương', count: 1 }],
        years: [{ name: '2021', count: 1 }],
      },
    ],
  });

const relation = z.object({
  id: z.string(),
  from: z.object(name).describe('The document whose text says it'),
  kind: z.enum(relationKinds),
  number: z.string().describe('As it is printed there'),
  target: z.object(name).nullable(),
  candidates: z.array(z.object(name)).describe('Of that number, where none is chosen'),
  state: z.enum(['found', 'confirmed', 'rejected']),
  said: z.string().nullable().describe('The words that say it; null: a person added it'),
});

export const View = z
  .object({
    ...summary,
    expires: z.string().nullable(),
    saidStatus: z.enum(documentStatuses).nullable(),
    readers: z.object({ who: z.enum(['members', 'roles']), roles: z.array(z.string()) }),
    revision: z.int(),
    described: z.boolean().describe('A person has looked at what was found of it'),
    outline: z.array(z.object({ label: z.string(), title: z.string(), depth: z.int(), start: z.int() })),
    file: z.object({ name: z.string(), mediaType: z.string(), bytes: z.int() }),
    addedAt: z.date(),
    relations: z.array(relation),
    mayKeep: z.boolean(),
  })
  .meta({
    description: 'The document, without its text',
    examples: [
      {
        ...exampleSummary,
        expires: null,
        saidStatus: null,
        readers: { who: 'members', roles: [] },
        revision: 1,
        described: true,
        outline: [{ label: 'Điều 1', title: 'Phạm vi', depth: 0, start: 210 }],
        file: { name: '24-qd.pdf', mediaType: 'application/pdf', bytes: 184_320 },
        addedAt: '2026-12-01T02:00:00.000Z',
        relations: [],
        mayKeep: false,
      },
    ],
  });

export const TextReply = z
  .object({
    text: z.string().describe('Offsets of passages and articles are UTF-16 units of it'),
    pageStarts: z.array(z.int()),
  })
  .meta({ description: 'As it was read', examples: [{ text: 'QUY ĐỊNH …', pageStarts: [0] }] });

export const Original = {
  description: 'The file',
  content: { 'application/octet-stream': { schema: z.instanceof(Buffer).meta({ examples: ['…'] }) } },
};

export const Passages = z
  .object({
    passages: z.array(
      z.object({
        document: z.object(name),
        status: z.enum(documentStatuses),
        locator: z.string(),
        text: z.string(),
        start: z.int(),
        end: z.int(),
        score: z.number(),
      }),
    ),
  })
  .meta({
    description: 'Passages that may be read, the best first',
    examples: [
      {
        passages: [
          {
            document: exampleName,
            status: 'in_force',
            locator: 'Điều 5, khoản 2',
            text: 'Đảng viên dự bị …',
            start: 4_120,
            end: 4_980,
            score: 21.4,
          },
        ],
      },
    ],
  });

export const AddedReply = z
  .object({
    status: z.enum(['indexed', 'unchanged', 'refused', 'failed']),
    document: z.object(name).nullable().describe('Null where it was not taken'),
    passages: z.int(),
    reason: z.enum(refusals).optional(),
  })
  .meta({
    description: 'What became of the file; of one that is refused nothing is kept',
    examples: [{ status: 'indexed', document: exampleName, passages: 120 }],
  });

export const Removed = z.null().meta({ description: 'Taken out; nothing of it is left' });

/** Without what may be megabytes. */
export function viewReply({
  text: _text,
  pageStarts: _pageStarts,
  ...view
}: DocumentView): z.input<typeof View> {
  return view as z.input<typeof View>;
}
