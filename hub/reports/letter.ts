import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IRunOptions,
} from 'docx';
import type { Say } from '../platform/locales.ts';
import type { FeedbackReport } from './port.ts';
import {
  answeringInWords,
  countInWords,
  howInWords,
  partsOfMonth,
  tablesInWords,
  totalInWords,
} from './words.ts';

const twipsOfMm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
const page = {
  size: { width: twipsOfMm(210), height: twipsOfMm(297) },
  margin: { top: twipsOfMm(20), bottom: twipsOfMm(20), left: twipsOfMm(30), right: twipsOfMm(15) },
};
const textWidth = page.size.width - page.margin.left - page.margin.right;
const nameWidth = Math.round(textWidth * 0.75);

/** The report as a Word file: its tables, for who reads on paper. */
export async function letterOf(report: FeedbackReport, say: Say): Promise<Uint8Array> {
  const document = new Document({
    title: say('report-paper-title'),
    creator: 'Cầu Nối',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: [
      {
        properties: { page },
        children: [
          line(say('report-paper-title'), { bold: true }, AlignmentType.CENTER),
          line(say('report-month', partsOfMonth(report.period)), { bold: true }, AlignmentType.CENTER),
          line(say('report-lead', { unit: report.name }), {}, AlignmentType.CENTER),
          line(totalInWords(report, say)),
          ...tablesInWords(report, say).flatMap(({ title, rows }) => [
            line(title, { bold: true }),
            table(rows.map(({ name, count }) => [name, countInWords(count, report, say)])),
          ]),
          line(say('report-answering'), { bold: true }),
          table(
            answeringInWords(report, say).map(([name, value]) => [name, value ?? say('report-not-shown')]),
          ),
          line(howInWords(report, say), { italics: true, size: 24 }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function line(
  text: string,
  run: IRunOptions = {},
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT,
): Paragraph {
  return new Paragraph({
    alignment,
    spacing: { before: 120, after: 60 },
    children: [new TextRun({ text, ...run })],
  });
}

function table(rows: readonly (readonly [name: string, value: string])[]): Table {
  const cell = (text: string, width: number, alignment?: typeof AlignmentType.RIGHT) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      margins: { left: 100, right: 100 },
      children: [new Paragraph({ ...(alignment && { alignment }), children: [new TextRun(text)] })],
    });
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [nameWidth, textWidth - nameWidth],
    rows: rows.map(
      ([name, value]) =>
        new TableRow({
          cantSplit: true,
          children: [cell(name, nameWidth), cell(value, textWidth - nameWidth, AlignmentType.RIGHT)],
        }),
    ),
  });
}
