import {
  Badge,
  Button,
  Buttons,
  Check,
  Empty,
  Facts,
  FormTo,
  LinkButton,
  SearchForm,
  Section,
  Table,
  seeOther,
  useSay,
  type Console,
} from '../../../console/index.ts';
import type { Say } from '../../../platform/locales.ts';
import type { People } from '../../people.ts';
import type { ImportDraft } from '../drafts.ts';
import { dayCell, kindCells, roleCells, statusCells, titleOf } from '../file-words.ts';
import type { ImportKind, ImportReport } from '../import.ts';
import type { Change, FieldChange } from '../plan.ts';

/** A list of errors is worked through from the top; the rest is seen after the next upload. */
const shownErrors = 200;

/** What a file would change; taking it in, whole or without its faulty rows; dropping it. */
export function previewPages(console: Console, { people }: { people: People }): void {
  console.page(
    '/console/people/import/:draft',
    { needs: 'member.import' },
    async ({ viewer, say, params, query }) => {
      const readmit = query['readmit'] === 'yes';
      const draft = await people.draft(viewer.actor, params['draft'] ?? '');
      const report = await people.previewDraft(viewer.actor, draft.id, {
        readmit,
        language: viewer.language,
      });
      return {
        title: say('import-preview', { file: draft.fileName }),
        body: (
          <>
            <Numbers draft={draft} report={report} />
            <Errors kind={draft.kind} report={report} />
            {report.erased || readmit ? <Readmit draft={draft} readmit={readmit} /> : null}
            <Changes kind={draft.kind} report={report} />
            <Decision draft={draft} report={report} readmit={readmit} />
          </>
        ),
      };
    },
  );

  console.form('/console/people/import/:draft/taking', { needs: 'member.import' }, async (visit) => {
    const { viewer, say, params, fields } = visit;
    const id = params['draft'] ?? '';
    const report = await people.applyDraft(viewer.actor, id, {
      partial: fields['partial'] === 'yes',
      readmit: fields['readmit'] === 'yes',
      language: viewer.language,
    });
    const { created, updated, unchanged, errors } = report;
    const refused = errors.length > 0 && fields['partial'] !== 'yes';
    // Somebody changed the list since the preview: what is in the way now is shown instead.
    if (refused) return seeOther(`/console/people/import/${id}`, say('import-refused'));
    return seeOther(
      '/console/people',
      say('import-done', { created, updated, unchanged, errors: errors.length }),
    );
  });

  console.form(
    '/console/people/import/:draft/discarding',
    { needs: 'member.import' },
    async ({ viewer, say, params }) => {
      await people.discardDraft(viewer.actor, params['draft'] ?? '');
      return seeOther('/console/people/import', say('import-discarded'));
    },
  );
}

function Numbers({ draft, report }: { draft: ImportDraft; report: ImportReport }) {
  const say = useSay();
  return (
    <>
      <p>
        {draft.kind === 'units' ? say('import-preview-units') : say('import-preview-members')}.{' '}
        <span class="hint">{say('import-preview-kept', { until: draft.expiresAt })}</span>
      </p>
      <Facts
        of={[
          [say('import-preview-created'), report.created],
          [say('import-preview-updated'), report.updated],
          [say('import-preview-unchanged'), report.unchanged],
          [say('import-preview-errors'), report.errors.length],
        ]}
      />
    </>
  );
}

function Errors({ kind, report: { errors } }: { kind: ImportKind; report: ImportReport }) {
  const say = useSay();
  if (errors.length === 0) return null;
  const shown = errors.slice(0, shownErrors).map((error, index) => ({ ...error, key: String(index) }));
  return (
    <Section title={say('import-errors-title', { count: errors.length })} id="errors">
      <p>{say('import-errors-lead')}</p>
      <Table
        caption={say('import-errors-title', { count: errors.length })}
        keyOf={({ key }) => key}
        rows={shown}
        columns={[
          { title: say('import-errors-row'), cell: ({ row }) => row },
          { title: say('import-errors-column'), cell: ({ field }) => titleOf(kind, field, say) },
          { title: say('import-errors-mend'), cell: ({ message }) => message },
        ]}
      />
      {errors.length > shown.length ? (
        <p class="hint">{say('import-errors-more', { shown: shown.length, count: errors.length })}</p>
      ) : null}
    </Section>
  );
}

/** People who asked to be forgotten are not taken back unnoticed, with a file of last year. */
function Readmit({ draft, readmit }: { draft: ImportDraft; readmit: boolean }) {
  const say = useSay();
  return (
    <SearchForm action={`/console/people/import/${draft.id}`}>
      <Check
        name="readmit"
        label={say('import-readmit')}
        hint={say('import-readmit-hint')}
        checked={readmit}
      />
      <Button kind="plain">{say('import-readmit-look')}</Button>
    </SearchForm>
  );
}

function Changes({ kind, report }: { kind: ImportKind; report: ImportReport }) {
  const say = useSay();
  const { changes = [], moreChanges = 0, errors } = report;
  if (changes.length === 0) return errors.length === 0 ? <Empty>{say('import-changes-none')}</Empty> : null;
  return (
    <Section title={say('import-changes-title')} id="changes">
      <Table
        caption={say('import-changes-title')}
        keyOf={({ row }) => String(row)}
        rows={changes}
        columns={[
          {
            title: say('import-changes-who'),
            cell: ({ name, code, row, kind: what }) => (
              <>
                {name} {what === 'created' ? <Badge tone="good">{say('import-change-created')}</Badge> : null}
                <span class="hint block">
                  {code} · {say('import-changes-row', { row })}
                </span>
              </>
            ),
          },
          {
            title: say('import-changes-what'),
            cell: (change) => <What kind={kind} change={change} />,
          },
        ]}
      />
      {moreChanges > 0 ? <p class="hint">{say('import-changes-more', { count: moreChanges })}</p> : null}
    </Section>
  );
}

function What({ kind, change }: { kind: ImportKind; change: Change }) {
  const say = useSay();
  // A new one's name stands beside it already.
  const isNews = ({ field }: FieldChange) =>
    change.kind === 'updated' || (field !== 'full_name' && field !== 'name');
  return (
    <>
      {change.fields.filter(isNews).map((field) => (
        <span class="block" key={field.field}>
          {inWords(kind, field, say)}
        </span>
      ))}
    </>
  );
}

function inWords(kind: ImportKind, { field, from, to }: FieldChange, say: Say): string {
  const column = titleOf(kind, field, say);
  const before = from && valueIn(field, from, say);
  const after = to && valueIn(field, to, say);
  if (!after) return say('import-change-cleared', { column, from: before ?? '' });
  return before
    ? say('import-change-field', { column, from: before, to: after })
    : say('import-change-set', { column, to: after });
}

const words: Readonly<Record<string, Readonly<Record<string, (say: Say) => string>>>> = {
  role: roleCells,
  status: statusCells,
  kind: kindCells,
};

/** A role, a status or a kind in the reader's words; several stand with commas. */
function valueIn(field: string, value: string, say: Say): string {
  if (field === 'joined_on') return dayCell(value);
  const known = words[field];
  if (!known) return value;
  return value
    .split(', ')
    .map((word) => known[word]?.(say) ?? word)
    .join(', ');
}

function Decision({
  draft,
  report,
  readmit,
}: {
  draft: ImportDraft;
  report: ImportReport;
  readmit: boolean;
}) {
  const say = useSay();
  const count = report.created + report.updated;
  const faulty = report.errors.length > 0;
  return (
    <>
      {count > 0 ? (
        <FormTo action={`/console/people/import/${draft.id}/taking`}>
          {faulty ? <p class="hint">{say('import-take-good-hint')}</p> : null}
          {faulty ? <input type="hidden" name="partial" value="yes" /> : null}
          {readmit ? <input type="hidden" name="readmit" value="yes" /> : null}
          <Button kind={faulty ? 'plain' : 'primary'}>
            {faulty ? say('import-take-good', { count }) : say('import-take', { count })}
          </Button>
        </FormTo>
      ) : null}
      <Buttons>
        <LinkButton href={`/console/people/import?kind=${draft.kind}`} kind={faulty ? 'primary' : 'plain'}>
          {say('import-again')}
        </LinkButton>
        <FormTo action={`/console/people/import/${draft.id}/discarding`} inline>
          <Button kind="plain">{say('import-discard')}</Button>
        </FormTo>
      </Buttons>
    </>
  );
}
