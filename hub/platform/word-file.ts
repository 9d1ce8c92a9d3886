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

const twipsOfMm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440);
const page = {
  size: { width: twipsOfMm(210), height: twipsOfMm(297) },
  margin: { top: twipsOfMm(20), bottom: twipsOfMm(20), left: twipsOfMm(30), right: twipsOfMm(15) },
};
const textWidth = page.size.width - page.margin.left - page.margin.right;
const nameWidth = Math.round(textWidth * 0.75);

/** A Word file of plain lines and tables, on an office's paper. */
export async function writeWordFile(
  title: string,
  children: readonly (Paragraph | Table)[],
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: 'Cầu Nối',
    styles: { default: { document: { run: { font: 'Times New Roman', size: 28 } } } },
    sections: [{ properties: { page }, children: [...children] }],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

export function wordLine(
  text: string,
  { centered = false, ...run }: IRunOptions & { centered?: boolean } = {},
) {
  return new Paragraph({
    alignment: centered ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { before: 120, after: 60 },
    children: [new TextRun({ text, ...run })],
  });
}

/** Names, each with its value at the right. */
export function wordTable(rows: readonly (readonly [name: string, value: string])[]): Table {
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
