import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
} from 'docx';
import type { Block, PaperDocument, Signature } from '../document.ts';
import { layout, pointsOf } from '../layout.ts';

const twips = (points: number) => Math.round(points * 20);
const ofMm = (millimetres: number) => twips(pointsOf(millimetres));
const exactly = { line: twips(layout.linePt), lineRule: LineRuleType.EXACT };
const { pageMm, marginsMm } = layout;
const textWidth = ofMm(pageMm.width - marginsMm.left - marginsMm.right);
const leftWidth = Math.round(textWidth * layout.leftColumn);

/** The paper as a Word file, to be written on. */
export async function docxOf(paper: PaperDocument): Promise<Uint8Array> {
  const document = new Document({
    title: paper.name,
    creator: 'Cầu Nối',
    styles: {
      default: {
        document: {
          run: { font: layout.typeface, size: halfPoints(layout.bodyPt), language: { value: 'vi-VN' } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: ofMm(pageMm.width), height: ofMm(pageMm.height) },
            margin: {
              top: ofMm(marginsMm.top),
              bottom: ofMm(marginsMm.bottom),
              left: ofMm(marginsMm.left),
              right: ofMm(marginsMm.right),
              header: ofMm(marginsMm.top / 2),
            },
          },
        },
        headers: { first: new Header({ children: [new Paragraph('')] }), default: pageNumber() },
        children: [
          head(paper),
          ...centred(paper),
          // Signatures never stand alone on a page: the last paragraph goes with them.
          ...paper.body.map((block, index) => blockOf(block, index === paper.body.length - 1)),
          new Paragraph({ keepNext: true, spacing: { line: twips(14), lineRule: LineRuleType.EXACT } }),
          signatures(paper),
          ...paper.notes.map((note) => body(note, { italics: true })),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function halfPoints(points: number): number {
  return points * 2;
}

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(layout.pageNumberPt) });
  return new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
}

function head(paper: PaperDocument): Table {
  const left = [
    ...(paper.parent ? [line(paper.parent, layout.issuerPt)] : []),
    line(paper.issuer, layout.issuerPt, { bold: true }),
    line('*', layout.issuerPt),
    line(paper.sign, layout.signPt),
  ];
  const title = line('ĐẢNG CỘNG SẢN VIỆT NAM', layout.titlePt, { bold: true });
  // A rule as long as the title: the border of an empty paragraph, drawn in from both sides.
  const beside = Math.max(0, Math.round((textWidth - leftWidth - ofMm(layout.titleRuleMm)) / 2));
  const rule = new Paragraph({
    indent: { left: beside, right: beside },
    spacing: { line: twips(4), lineRule: LineRuleType.EXACT, after: twips(6) },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
  });
  const right = [
    title,
    rule,
    line(paper.placeAndDay, layout.placeAndDayPt, { italics: true }),
    ...(paper.mark
      ? [line(paper.mark, layout.signPt, { bold: true }, { spacing: { before: twips(6) } })]
      : []),
  ];
  return columns(left, right);
}

/** Two columns without lines. */
function columns(left: readonly Paragraph[], right: readonly Paragraph[]): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
  const margins = { left: 0, right: 0 };
  return new Table({
    width: { size: textWidth, type: WidthType.DXA },
    columnWidths: [leftWidth, textWidth - leftWidth],
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          new TableCell({ children: left, margins, width: { size: leftWidth, type: WidthType.DXA } }),
          new TableCell({
            children: right,
            margins,
            width: { size: textWidth - leftWidth, type: WidthType.DXA },
          }),
        ],
      }),
    ],
  });
}

function line(
  text: string,
  sizePt: number,
  run: IRunOptions = {},
  paragraph: IParagraphOptions = {},
): Paragraph {
  const { spacing, ...rest } = paragraph;
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    ...rest,
    spacing: { ...exactly, line: twips(Math.max(layout.linePt, sizePt * 1.15)), ...spacing },
    children: [new TextRun({ text, size: halfPoints(sizePt), ...run })],
  });
}

function centred({ kind, subject }: PaperDocument): Paragraph[] {
  return [
    line(kind, layout.kindPt, { bold: true }, { spacing: { before: twips(24) } }),
    line(subject, layout.subjectPt, { bold: true }),
    line('-----', layout.subjectPt, {}, { spacing: { after: twips(10) } }),
  ];
}

function body(text: string, run: IRunOptions = {}, paragraph: IParagraphOptions = {}): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: ofMm(layout.firstLineMm) },
    spacing: { ...exactly, after: twips(layout.afterParagraphPt) },
    ...paragraph,
    children: [new TextRun({ text, ...run })],
  });
}

function blockOf(block: Block, keepNext: boolean): Paragraph {
  if ('heading' in block)
    return body(block.heading, { bold: true }, { alignment: AlignmentType.LEFT, keepNext: true });
  if ('remark' in block) return body(block.remark, { italics: true }, { keepNext });
  return body(block.paragraph, {}, { keepNext });
}

function signatures({ left, right }: PaperDocument): Table {
  return columns('recipients' in left ? recipients(left.recipients) : signature(left), signature(right));
}

function signature({ bold, plain, name }: Signature): Paragraph[] {
  return [
    ...bold.map((text) => line(text, layout.signaturePt, { bold: true }, { keepNext: true })),
    ...plain.map((text) => line(text, layout.signaturePt, {}, { keepNext: true })),
    line(name, layout.signaturePt, { bold: true }, { spacing: { before: twips(layout.signatureGapPt) } }),
  ];
}

function recipients(lines: readonly string[]): Paragraph[] {
  const left = { alignment: AlignmentType.LEFT };
  return [
    line('Nơi nhận:', layout.recipientsTitlePt, { underline: {} }, left),
    ...lines.map((text) => line(text, layout.recipientsPt, {}, left)),
  ];
}
