import type { People } from '../people/index.ts';
import type { Audit } from '../platform/audit.ts';
import type { Locales, Say } from '../platform/locales.ts';
import { sheetMediaTypes, writeSheet, type SheetCell } from '../platform/spreadsheet.ts';
import type { ExportFormat, FeedbackReport, Reports } from './port.ts';
import {
  answeringInWords,
  countInWords,
  howInWords,
  kindInWords,
  partsOfMonth,
  proposalsInWords,
  stateInWords,
  tablesInWords,
  topicInWords,
  totalInWords,
  unitOfCell,
} from './words.ts';

const mediaTypes: Record<ExportFormat, string> = {
  xlsx: sheetMediaTypes.xlsx,
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A report for people to open elsewhere, with the very figures of the page. */
export function exporting({
  people,
  audit,
  locales,
  feedback,
}: {
  people: Pick<People, 'member' | 'unitByCode'>;
  audit: Audit;
  locales: Locales;
  feedback: Reports['feedback'];
}): Reports['exportFeedback'] {
  return async (by, unitCode, { month, format }) => {
    const report = await feedback(by, unitCode, month);
    const language = by.memberId === null ? 'vi' : (await people.member(by.memberId)).language;
    const say = locales(language);
    const content = await (format === 'xlsx' ? sheetOf(report, say) : letter(report, say));
    const { id } = await people.unitByCode(unitCode);
    const facts = { month: report.period, format };
    await audit.record(by, { action: 'feedback.report-exported', unitId: id, facts });
    return {
      name: `y-kien-${report.unit}-${report.period}.${format}`,
      mediaType: mediaTypes[format],
      content,
    };
  };
}

/** Loaded by the few who need it: every command would wait for it. */
async function letter(report: FeedbackReport, say: Say): Promise<Uint8Array> {
  const { letterOf } = await import('./letter.ts');
  return await letterOf(report, say);
}

async function sheetOf(report: FeedbackReport, say: Say): Promise<Uint8Array> {
  const figure = (count: number | null): SheetCell => count ?? countInWords(count, report, say);
  const rows: SheetCell[][] = [
    [say('report-title', partsOfMonth(report.period))],
    [say('report-lead', { unit: report.name })],
    [totalInWords(report, say)],
    [howInWords(report, say)],
  ];
  for (const { title, rows: counted } of tablesInWords(report, say)) {
    rows.push([], [title, say('report-count')]);
    rows.push(...counted.map(({ name, count }) => [name, figure(count)]));
  }
  const proposals = proposalsInWords(report, say);
  rows.push([], [proposals.title, say('report-proposal-people')], ...proposals.rows, [proposals.how]);
  rows.push([], [say('report-answering')]);
  rows.push(
    ...answeringInWords(report, say).map(([name, value]) => [name, value ?? say('report-not-shown')]),
  );
  rows.push([], [say('report-unit'), say('report-topic'), say('report-kind-column')]);
  rows.at(-1)!.push(say('report-state-column'), say('report-count'));
  rows.push(
    ...report.cells.map((cell) => [
      unitOfCell(cell, say),
      topicInWords(cell.topic, say),
      kindInWords(cell.kind, say),
      stateInWords(cell.state, say),
      figure(cell.count),
    ]),
  );
  return await writeSheet(rows, 'xlsx');
}
