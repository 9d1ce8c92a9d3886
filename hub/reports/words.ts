import type { Say } from '../platform/locales.ts';
import { together } from './disclosure/index.ts';
import type { Month } from './months.ts';
import type { FeedbackReport, ReportCell } from './port.ts';

/** `2026-11` as messages take it. */
export function partsOfMonth(month: Month): { month: string; year: string } {
  const [year = '', number = ''] = month.split('-');
  return { month: String(Number(number)), year };
}

export function topicInWords(topic: string, say: Say): string {
  if (topic === together) return say('report-together');
  return topic === '' ? say('report-no-topic') : topic;
}

export function kindInWords(kind: ReportCell['kind'], say: Say): string {
  return say('report-kind', { kind: kind === together ? 'together' : kind });
}

export function stateInWords(state: ReportCell['state'], say: Say): string {
  return say('report-state', { state: state === together ? 'together' : state });
}

/** A figure, or that it is too small to be shown. */
export function countInWords(count: number | null, { smallest }: FeedbackReport, say: Say): string {
  return count === null ? say('report-few', { smallest }) : String(count);
}

/** What it says under a report about the whole. */
export function totalInWords({ total, more, smallest, cells }: FeedbackReport, say: Say): string {
  if (total !== null) return say(more ? 'report-total-more' : 'report-total', { count: total });
  if (smallest === 0) return say('report-no-figures');
  return cells.length === 0 ? say('report-nothing') : say('report-too-few', { smallest });
}

/** The tables of a report that have something to tell, each row with its name. */
export function tablesInWords(report: FeedbackReport, say: Say): NamedTable[] {
  const unitName = ({ unit, name }: FeedbackReport['byUnit'][number]) => {
    if (unit === together) return say('report-together-units');
    return unit === report.unit ? say('report-own', { unit: name }) : name;
  };
  const tables: NamedTable[] = [
    {
      key: 'unit',
      title: say('report-by-unit'),
      rows: report.byUnit.map((row) => ({ key: row.unit, name: unitName(row), count: row.count })),
    },
    {
      key: 'topic',
      title: say('report-by-topic'),
      rows: report.byTopic.map(({ topic, count }) => ({
        key: topic,
        name: topicInWords(topic, say),
        count,
      })),
    },
    {
      key: 'kind',
      title: say('report-by-kind'),
      rows: report.byKind.map(({ kind, count }) => ({ key: kind, name: kindInWords(kind, say), count })),
    },
    {
      key: 'state',
      title: say('report-by-state'),
      rows: report.byState.map(({ state, count }) => ({ key: state, name: stateInWords(state, say), count })),
    },
  ];
  return tables.filter(({ rows }) => rows.length > 1);
}

export interface NamedTable {
  key: 'unit' | 'topic' | 'kind' | 'state';
  title: string;
  rows: { key: string; name: string; count: number | null }[];
}

/** What became of what was said; null: not shown. */
export function answeringInWords(
  { answering }: FeedbackReport,
  say: Say,
): [name: string, value: string | null][] {
  const { medianDays, late, inTime, useful, notUseful } = answering;
  const figure = (count: number | null) => (count === null ? null : String(count));
  return [
    [say('report-median'), medianDays === null ? null : say('report-median-days', { days: medianDays })],
    [say('report-in-time'), figure(inTime)],
    [say('report-late'), figure(late)],
    [say('report-useful'), figure(useful)],
    [say('report-not-useful'), figure(notUseful)],
  ];
}

/** Names of the units that cells speak of: `X1/*` is of X1 and those below it. */
export function unitOfCell(cell: ReportCell, say: Say): string {
  const [code = '', rest] = cell.unit.split(`/${together}`);
  return rest === undefined ? code : `${code}: ${say('report-together-units')}`;
}

/** How the figures are meant. */
export function howInWords({ smallest }: FeedbackReport, say: Say): string {
  return say('report-how', { smallest, few: say('report-few', { smallest }) });
}

/** Groups of proposals with about how many people; what stands under them. */
export function proposalsInWords(
  { proposals, smallest }: FeedbackReport,
  say: Say,
): { title: string; rows: [label: string, people: string][]; how: string } {
  return {
    title: say('report-proposals'),
    rows: proposals.map(({ label, size }) => [label, say('report-people', { size })]),
    how: say(proposals.length === 0 ? 'report-proposals-none' : 'report-proposals-how', { smallest }),
  };
}
