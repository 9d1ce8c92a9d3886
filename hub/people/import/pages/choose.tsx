import {
  Alert,
  Button,
  Details,
  Field,
  FormTo,
  Radios,
  Section,
  seeOther,
  type Console,
  type Page,
} from '../../../console/index.ts';
import type { Say } from '../../../platform/locales.ts';
import { sheetMediaTypes } from '../../../platform/spreadsheet.ts';
import type { ImportKind } from '../import.ts';
import type { People } from '../../people.ts';

const formats = ['xlsx', 'csv'] as const;

/** A file is chosen here, or an empty one taken to be filled in; and lists are taken out. */
export function choosePages(console: Console, { people }: { people: People }): void {
  console.page('/console/people/import', { needs: 'member.import' }, async ({ viewer, say, query }) => {
    const kinds = await kindsFor(viewer.memberId);
    return choosePage(say, kinds, { kind: query['kind'] === 'units' ? 'units' : 'members' });
  });

  console.form('/console/people/import', { needs: 'member.import', files: true }, async (visit) => {
    const { viewer, say, fields, uploads } = visit;
    const kind: ImportKind = fields['kind'] === 'units' ? 'units' : 'members';
    const [file] = uploads;
    if (!file) return choosePage(say, await kindsFor(viewer.memberId), { kind, noFile: true });
    const { id } = await people.saveDraft(viewer.actor, kind, { fileName: file.name, bytes: file.content });
    return seeOther(`/console/people/import/${id}`);
  });

  for (const kind of ['members', 'units'] as const) {
    for (const format of formats) {
      console.page(`/console/people/import/${kind}.${format}`, { needs: 'self' }, async ({ viewer }) => {
        const { fileName, content } = await people.emptySheet(viewer.actor, kind, format);
        return { fileName, mediaType: sheetMediaTypes[format], content };
      });
      console.page(
        `/console/people/units/:code/${kind}.${format}`,
        { needs: kind === 'units' ? 'unit.export' : 'member.export' },
        async ({ viewer, params }) => {
          const give = kind === 'units' ? people.exportUnits : people.exportMembers;
          const { fileName, content } = await give(viewer.actor, params['code'] ?? '', format);
          return { fileName, mediaType: sheetMediaTypes[format], content };
        },
      );
    }
  }

  /** Which lists the reader may bring at all. */
  async function kindsFor(memberId: string): Promise<ImportKind[]> {
    const units = await people.reach(memberId, 'unit.import');
    return units.length > 0 ? ['members', 'units'] : ['members'];
  }
}

function choosePage(
  say: Say,
  kinds: readonly ImportKind[],
  { kind, noFile = false }: { kind: ImportKind; noFile?: boolean },
): Page {
  const names: Record<ImportKind, string> = {
    members: say('import-page-members'),
    units: say('import-page-units'),
  };
  return {
    title: say('import-page'),
    status: noFile ? 422 : 200,
    body: (
      <>
        <p>{say('import-page-lead')}</p>
        {noFile ? <Alert kind="problem">{say('import-page-no-file')}</Alert> : null}
        <FormTo action="/console/people/import" upload>
          {kinds.length > 1 ? (
            <Radios
              legend={say('import-page-kind')}
              name="kind"
              value={kind}
              choices={kinds.map((value) => ({ value, label: names[value] }))}
            />
          ) : null}
          <Field
            name="file"
            type="file"
            label={say('import-page-file')}
            hint={say('import-page-file-hint')}
            accept=".xlsx,.csv"
            required
          />
          <Button>{say('import-page-upload')}</Button>
        </FormTo>
        <Section title={say('import-page-template')}>
          <ul>
            {kinds.flatMap((each) =>
              formats.map((format) => (
                <li key={`${each}.${format}`}>
                  <a href={`/console/people/import/${each}.${format}`} download>
                    {each === 'units'
                      ? say('import-page-template-units', { format: formatName[format] })
                      : say('import-page-template-members', { format: formatName[format] })}
                  </a>
                </li>
              )),
            )}
          </ul>
        </Section>
        <Details summary={say('import-page-how')}>
          <ul>
            <li>{say('import-page-how-codes')}</li>
            <li>{say('import-page-how-missing')}</li>
            <li>{say('import-page-how-absent')}</li>
            <li>{say('import-page-how-roles')}</li>
          </ul>
        </Details>
      </>
    ),
  };
}

/** Names of products need no translation. */
const formatName = { xlsx: 'Excel', csv: 'CSV' } as const;
