import {
  Button,
  Buttons,
  CountBar,
  Details,
  Empty,
  Facts,
  LinkButton,
  SearchForm,
  Section,
  Select,
  Table,
  useSay,
  type Console,
} from '../console/index.ts';
import type { People } from '../people/index.ts';
import { DomainError } from '../platform/errors.ts';
import type { Say } from '../platform/locales.ts';
import type { ExportFormat, FeedbackReport, GroupedItem, Reports } from './port.ts';
import { Proposals } from './proposals/section.tsx';
import {
  answeringInWords,
  countInWords,
  howInWords,
  kindInWords,
  partsOfMonth,
  stateInWords,
  tablesInWords,
  topicInWords,
  totalInWords,
  unitOfCell,
  type NamedTable,
} from './words.ts';

const needs = 'feedback.report';
const reportUrl = '/console/reports/feedback';
interface Asked {
  unit: string;
  month: string | undefined;
}
interface Choices {
  held: readonly { code: string; name: string }[];
  months: readonly string[];
}

/** What was said to a unit and below it over a month, as groups that tell of nobody. */
export function reportPages(
  console: Console,
  { reports, people }: { reports: Reports; people: Pick<People, 'unitsHeld'> },
): void {
  console.page(reportUrl, { needs }, async ({ viewer, say, query }) => {
    const held = await people.unitsHeld(viewer.memberId, needs);
    const asked = { unit: query['unit'] ?? held[0]?.code, month: query['month'] };
    if (asked.unit === undefined)
      return { title: say('nav-feedback-report'), body: <Empty>{say('report-no-unit')}</Empty> };
    const months = await reports.months(viewer.actor, asked.unit);
    const choices = { held, months };
    const report = await reportOrOpen({ ...asked, unit: asked.unit }, viewer.actor);
    if (typeof report === 'string')
      return {
        title: say('report-title', partsOfMonth(report)),
        body: <NotClosed month={report} unit={asked.unit} choices={choices} />,
      };
    const items = await reports.proposalItems(viewer.actor, report.unit, report.period);
    return {
      title: say('report-title', partsOfMonth(report.period)),
      styles: ['reports.css'],
      body: <Report report={report} items={items} choices={choices} />,
    };
  });

  for (const format of ['xlsx', 'docx'] as const) {
    console.page(`${reportUrl}/file.${format}`, { needs }, async ({ viewer, query }) => {
      const { unit = '', month } = query;
      const { name, ...file } = await reports.exportFeedback(viewer.actor, unit, { month, format });
      return { fileName: name, ...file };
    });
  }

  /** The month itself where it is not closed. */
  async function reportOrOpen(
    { unit, month }: Asked & { unit: string },
    by: Parameters<Reports['feedback']>[0],
  ) {
    try {
      return await reports.feedback(by, unit, month);
    } catch (error) {
      if (month !== undefined && error instanceof DomainError && error.code === 'report.open-month')
        return month;
      throw error;
    }
  }
}

function urlOf(path: '' | `/file.${ExportFormat}`, unit: string, month: string): string {
  return `${reportUrl}${path}?${new URLSearchParams({ unit, month }).toString()}`;
}

function NotClosed({ month, unit, choices }: { month: string; unit: string; choices: Choices }) {
  const say = useSay();
  return (
    <>
      <Chooser unit={unit} month={month} choices={choices} />
      <Empty>{say('report-not-closed', partsOfMonth(month))}</Empty>
    </>
  );
}

function Report({
  report,
  items,
  choices,
}: {
  report: FeedbackReport;
  items: ReadonlyMap<string, readonly GroupedItem[]>;
  choices: Choices;
}) {
  const say = useSay();
  const { unit, period, total, cells } = report;
  return (
    <>
      <p class="lead">{say('report-lead', { unit: report.name })}</p>
      <Chooser unit={unit} month={period} choices={choices} />
      {total === null ? <Empty>{totalInWords(report, say)}</Empty> : <p>{totalInWords(report, say)}</p>}
      {cells.length === 0 ? null : (
        <>
          {tablesInWords(report, say).map((table) => (
            <Counted key={table.key} table={table} report={report} />
          ))}
          <Proposals report={report} items={items} />
          <Section title={say('report-answering')}>
            <Facts
              of={answeringInWords(report, say).map(([name, value]) => [
                name,
                value ?? say('report-not-shown'),
              ])}
            />
          </Section>
          <Details summary={say('report-cells')}>
            <Cells report={report} />
          </Details>
          <p class="hint">{howInWords(report, say)}</p>
          <Buttons>
            <LinkButton href={urlOf('/file.xlsx', unit, period)} download>
              {say('report-download-xlsx')}
            </LinkButton>
            <LinkButton href={urlOf('/file.docx', unit, period)} download>
              {say('report-download-docx')}
            </LinkButton>
          </Buttons>
        </>
      )}
    </>
  );
}

/** Whoever holds roles in several units chooses among them; to those below one drills down. */
function Chooser({ unit, month, choices }: { unit: string; month: string; choices: Choices }) {
  const say = useSay();
  const { held, months } = choices;
  const known = months.includes(month) ? months : [month, ...months];
  const among = held.some(({ code }) => code === unit) ? held : [];
  if (known.length < 2 && among.length < 2) return null;
  return (
    <SearchForm action={reportUrl}>
      {among.length < 2 ? (
        <input type="hidden" name="unit" value={unit} />
      ) : (
        <Select
          label={say('report-unit')}
          name="unit"
          value={unit}
          choices={among.map(({ code, name }) => ({ value: code, label: name }))}
          required
        />
      )}
      <Select
        label={say('report-choose-month')}
        name="month"
        value={month}
        choices={known.map((each) => ({ value: each, label: say('report-month', partsOfMonth(each)) }))}
        required
      />
      <Button kind="plain">{say('report-show')}</Button>
    </SearchForm>
  );
}

/** Bars for the eye, the figure beside each for everybody. */
function Counted({ table, report }: { table: NamedTable; report: FeedbackReport }) {
  const say = useSay();
  const { key, title, rows } = table;
  const largest = Math.max(1, ...rows.map(({ count }) => count ?? 0));
  const isBelow = (code: string) => key === 'unit' && code !== report.unit && code !== '*';
  return (
    <Section title={title}>
      <Table
        caption={title}
        keyOf={(row) => row.key}
        rows={rows}
        columns={[
          {
            title,
            cell: (row) =>
              isBelow(row.key) ? <a href={urlOf('', row.key, report.period)}>{row.name}</a> : row.name,
          },
          {
            title: say('report-count'),
            cell: ({ count }) => (
              <span class="counted">
                <CountBar share={(count ?? 0) / largest} />
                <Figure count={count} report={report} say={say} />
              </span>
            ),
          },
        ]}
      />
    </Section>
  );
}

function Figure({ count, report, say }: { count: number | null; report: FeedbackReport; say: Say }) {
  const shown = countInWords(count, report, say);
  if (count !== null) return <b>{shown}</b>;
  return <abbr title={say('report-few-in-words', { smallest: report.smallest })}>{shown}</abbr>;
}

/** Groups at their finest; a page of a province would be too long with all that is not shown. */
function Cells({ report }: { report: FeedbackReport }) {
  const say = useSay();
  const here = report.cells.filter(({ unit }) => unit.split('/')[0] === report.unit);
  return (
    <Table
      caption={say('report-cells')}
      keyOf={({ unit, topic, kind, state }) => [unit, topic, kind, state].join(' ')}
      rows={here}
      columns={[
        { title: say('report-topic'), cell: ({ topic }) => topicInWords(topic, say) },
        { title: say('report-kind-column'), cell: ({ kind }) => kindInWords(kind, say) },
        { title: say('report-state-column'), cell: ({ state }) => stateInWords(state, say) },
        { title: say('report-unit'), cell: (cell) => unitOfCell(cell, say) },
        {
          title: say('report-count'),
          numeric: true,
          cell: ({ count }) => <Figure count={count} report={report} say={say} />,
        },
      ]}
    />
  );
}
