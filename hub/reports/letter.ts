import type { Say } from '../platform/locales.ts';
import { wordLine, wordTable, writeWordFile } from '../platform/word-file.ts';
import type { FeedbackReport } from './port.ts';
import {
  answeringInWords,
  countInWords,
  howInWords,
  partsOfMonth,
  proposalsInWords,
  tablesInWords,
  totalInWords,
} from './words.ts';

/** The report as a Word file: its tables, for who reads on paper. */
export async function letterOf(report: FeedbackReport, say: Say): Promise<Uint8Array> {
  const title = say('report-paper-title');
  const proposals = proposalsInWords(report, say);
  return await writeWordFile(title, [
    wordLine(title, { bold: true, centered: true }),
    wordLine(say('report-month', partsOfMonth(report.period)), { bold: true, centered: true }),
    wordLine(say('report-lead', { unit: report.name }), { centered: true }),
    wordLine(totalInWords(report, say)),
    ...tablesInWords(report, say).flatMap(({ title: heading, rows }) => [
      wordLine(heading, { bold: true }),
      wordTable(rows.map(({ name, count }) => [name, countInWords(count, report, say)])),
    ]),
    wordLine(proposals.title, { bold: true }),
    ...(proposals.rows.length === 0 ? [] : [wordTable(proposals.rows)]),
    wordLine(proposals.how, { italics: true, size: 24 }),
    wordLine(say('report-answering'), { bold: true }),
    wordTable(answeringInWords(report, say).map(([name, value]) => [name, value ?? say('report-not-shown')])),
    wordLine(howInWords(report, say), { italics: true, size: 24 }),
  ]);
}
