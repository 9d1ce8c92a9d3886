import { z } from 'zod';
import { documentStatuses, relationKinds } from './port.ts';

/** What the API takes; lengths and what fits together are checked by the feature. */

const roles = z.array(z.enum(['secretary', 'deputy', 'committee', 'officer', 'admin']));
const day = z.iso.date().nullable();
const id = z.string().max(64);

export const BrowseQuery = z.object({
  words: z
    .string()
    .max(200)
    .optional()
    .describe('Words of title, number or issuer, with or without diacritics'),
  kind: z.string().max(60).optional(),
  issuer: z.string().max(200).optional(),
  year: z.coerce.number().int().optional(),
  status: z.enum(documentStatuses).optional(),
  unit: z.string().max(64).optional().describe('Code of the unit it belongs to'),
  page: z.coerce.number().int().min(1).default(1),
});

export const SearchQuery = z.object({
  q: z.string().min(1).max(1_000).describe('What is looked for, with or without diacritics'),
  limit: z.coerce.number().int().min(1).max(50).default(10),
});

const roleList = z
  .string()
  .max(200)
  .optional()
  .describe('Roles with commas between them, where only who holds one of them may read it');

/** The fields of a form beside its file, each at most once. */
export const AddForm = z.object({
  unit: z
    .string()
    .max(64)
    .optional()
    .describe('Code of the unit it belongs to; default the top of the tree, so that everybody reads it'),
  readers: roleList,
  release: z.enum(['true', 'false']).default('true').describe('false: it waits as a draft'),
});
export const FileForm = AddForm.extend({ file: z.file() }).meta({
  examples: [{ unit: 'SLT-01', release: 'true', file: '24-qd.pdf' }],
});

export const DescribeBody = z
  .strictObject({
    revision: z.int().describe('The one that was looked at; where it moved on since, 409'),
    number: z.string(),
    kind: z.string(),
    issuer: z.string(),
    date: day,
    effective: day,
    expires: day.describe('The first day on which it holds no more'),
    title: z.string().describe('1 to 500 characters'),
    saidStatus: z
      .enum(documentStatuses)
      .nullable()
      .default(null)
      .describe('null: as relations and days tell'),
    readers: z
      .strictObject({ who: z.enum(['members', 'roles']), roles: roles.default([]) })
      .default({ who: 'members', roles: [] }),
    takesPlaceOf: id
      .optional()
      .describe(
        'Of a draft: the id of a released document whose place it takes; that keeps its id and who reads it',
      ),
  })
  .meta({
    examples: [
      {
        revision: 0,
        number: '24-QĐ/TW',
        kind: 'Quy định',
        issuer: 'Ban Chấp hành Trung ương',
        date: '2021-07-30',
        effective: '2021-07-30',
        expires: null,
        title: 'Quy định thi hành Điều lệ Đảng',
        saidStatus: null,
        readers: { who: 'members', roles: [] },
      },
    ],
  });

export const RelateBody = z
  .strictObject({ kind: z.enum(relationKinds), target: id.describe('Id of the other document') })
  .meta({ examples: [{ kind: 'replaces', target: '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2c1' }] });

export const DecideBody = z
  .strictObject({
    state: z.enum(['confirmed', 'rejected']),
    target: id.optional().describe('Which document is meant, where there are several of that number'),
  })
  .meta({ examples: [{ state: 'confirmed' }] });
