import { z } from 'zod';
import { DomainError } from '../../platform/errors.ts';
import { byApi, callerOf, type App } from '../../platform/http.ts';
import { uploadBytes } from '../../platform/request-bodies.ts';
import { problemReplies } from '../../platform/problems.ts';
import { sheetMediaTypes } from '../../platform/spreadsheet.ts';
import type { People } from '../people.ts';

/** Lists as spreadsheets: taken in, and given out in the same form, under `/api/v1`. */
export async function spreadsheetRoutes(app: App, { people }: { people: People }): Promise<void> {
  const tags = ['people'];

  for (const what of ['unit', 'member'] as const) {
    app.post(
      `/api/v1/${what}s/import`,
      {
        bodyLimit: uploadBytes,
        config: {
          scope: 'people:write',
          alsoTakes: {
            'text/csv': csv[what],
            [sheetMediaTypes.xlsx]: workbook,
            'multipart/form-data': fileForm,
          },
        },
        schema: {
          summary: `Import ${what}s from a spreadsheet (CSV or XLSX); the same file twice changes nothing`,
          description:
            'Each row must lie within the right to import of the caller. ' +
            '422: the file has errors, nothing was changed.',
          tags,
          querystring: ImportQuery,
          response: { 200: ImportReport, 422: ImportReport, ...problemReplies },
        },
      },
      async (request, reply) => {
        const { language } = callerOf(request);
        const { partial } = request.query;
        const file = request.uploads?.[0]?.content ?? request.body;
        if (!Buffer.isBuffer(file)) throw new DomainError('request.media-type', { status: 415 });
        const take = what === 'unit' ? people.importUnits : people.importMembers;
        const report = await take(byApi(request), file, { ...request.query, language });
        return await reply.code(report.errors.length > 0 && !partial ? 422 : 200).send(report);
      },
    );
  }

  for (const kind of ['members', 'units'] as const) {
    for (const format of ['csv', 'xlsx'] as const) {
      app.get(
        `/api/v1/units/:code/${kind}.${format}`,
        {
          config: { scope: 'people:read' },
          schema: {
            summary: `The ${kind === 'units' ? 'units' : 'members at home'} in a unit and below it, as ${format.toUpperCase()}`,
            description:
              kind === 'units'
                ? 'In the form in which it is imported.'
                : 'In the form in which it is imported, with phones and e-mail addresses. The download is audited.',
            tags,
            params: UnitCode,
            response: { 200: sheets[format], ...problemReplies },
          },
        },
        async (request, reply) => {
          const give = kind === 'units' ? people.exportUnits : people.exportMembers;
          const { content } = await give(byApi(request), request.params.code, format);
          void reply
            .type(sheetMediaTypes[format])
            .header('content-disposition', `attachment; filename="${kind}.${format}"`);
          return await reply.send(content);
        },
      );
    }
  }
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
const workbook = z.file().meta({ examples: ['danh-sach.xlsx'] });
const fileForm = z.object({ file: z.file() }).meta({ examples: [{ file: 'danh-sach.xlsx' }] });

const ImportQuery = z.object({
  partial: z.stringbool().default(false).describe('Takes the good rows of a file with errors'),
  dryRun: z.stringbool().default(false).describe('Says what would change, and changes nothing'),
  readmit: z
    .stringbool()
    .default(false)
    .describe('Also takes members in again whose data was erased; with their consent'),
});

const UnitCode = z.object({
  code: z
    .string()
    .max(64)
    .meta({ examples: ['SLT-01'] }),
});

const ImportReport = z
  .object({
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    errors: z.array(
      z.object({
        row: z.int().describe('As the spreadsheet numbers it'),
        field: z.string(),
        message: z.string(),
      }),
    ),
    changes: z
      .array(
        z.object({
          row: z.int(),
          code: z.string(),
          name: z.string(),
          kind: z.enum(['created', 'updated']),
          fields: z.array(
            z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
          ),
        }),
      )
      .optional()
      .describe('Of a dry run: what would change, at most 500 rows; phones and addresses by their ends'),
    moreChanges: z.int().optional().describe('How many more rows would change'),
    erased: z.int().optional().describe('How many rows only `readmit` would take'),
  })
  .meta({
    description: 'What became of the rows',
    examples: [{ created: 12, updated: 1, unchanged: 187, errors: [] }],
  });

const bytes = z.instanceof(Buffer).meta({ examples: ['…'] });
const sheets = {
  csv: {
    description: 'The list',
    content: { 'text/csv': { schema: bytes } },
  },
  xlsx: {
    description: 'The list',
    content: { [sheetMediaTypes.xlsx]: { schema: bytes } },
  },
};
