import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { Content, ContentText, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import type { Block, PaperDocument, Signature } from '../document.ts';
import { layout, naturalLine, pointsOf } from '../layout.ts';

const require = createRequire(import.meta.url);
/** In letters: about a third of a page. */
const longestMoved = 900;

/** The paper as a PDF with its typeface inside. */
export async function pdfOf(paper: PaperDocument): Promise<Uint8Array> {
  const fonts = {
    Tinos: {
      normal: require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf'),
      italics: require.resolve('@expo-google-fonts/tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
      bold: require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf'),
      bolditalics: require.resolve('@expo-google-fonts/tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
    },
  };
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => Object.values(fonts.Tinos).includes(path));
  return await pdfmake.createPdf(definitionOf(paper)).getBuffer();
}

function definitionOf(paper: PaperDocument): TDocumentDefinitions {
  const { marginsMm: margins } = layout;
  return {
    info: { title: paper.name, creator: 'Cầu Nối', producer: 'Cầu Nối', creationDate: paper.at },
    language: 'vi',
    pageSize: 'A4',
    pageMargins: [margins.left, margins.top, margins.right, margins.bottom].map(pointsOf) as [
      number,
      number,
      number,
      number,
    ],
    defaultStyle: { font: 'Tinos', fontSize: layout.bodyPt, lineHeight: lineHeight(layout.bodyPt) },
    header: (page) =>
      page === 1
        ? ''
        : {
            text: String(page),
            alignment: 'center',
            fontSize: layout.pageNumberPt,
            margin: [0, pointsOf(margins.top / 2), 0, 0],
          },
    // A heading stands with what it is the heading of.
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [
      head(paper),
      ...centred(paper),
      ...paper.body.slice(0, -1).map(blockOf),
      ...ending(paper),
      ...paper.notes.map((note) => ({ ...body(note), italics: true })),
    ],
  };
}

/** A line of text in this size takes exactly `linePt`. */
function lineHeight(sizePt: number): number {
  return Math.max(layout.linePt, sizePt * naturalLine) / (sizePt * naturalLine);
}

function head(paper: PaperDocument): Content {
  const left: Content[] = [
    ...(paper.parent ? [line(paper.parent, layout.issuerPt)] : []),
    { ...line(paper.issuer, layout.issuerPt), bold: true },
    line('*', layout.issuerPt),
    line(paper.sign, layout.signPt),
  ];
  const ruleWidth = pointsOf(layout.titleRuleMm);
  const right: Content[] = [
    { ...line('ĐẢNG CỘNG SẢN VIỆT NAM', layout.titlePt), bold: true },
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: ruleWidth, y2: 0, lineWidth: 0.8 }],
      alignment: 'center',
      margin: [0, 0, 0, 8],
    },
    { ...line(paper.placeAndDay, layout.placeAndDayPt), italics: true },
    ...(paper.mark
      ? [{ ...line(paper.mark, layout.signPt), bold: true, margin: [0, 6, 0, 0] as const }]
      : []),
  ] as Content[];
  return columns(left, right);
}

function columns(left: Content[], right: Content[]): Content {
  return {
    columns: [
      { stack: left, width: `${layout.leftColumn * 100}%` },
      { stack: right, width: '*' },
    ],
  };
}

function line(text: string, sizePt: number): ContentText {
  return { text, fontSize: sizePt, lineHeight: lineHeight(sizePt), alignment: 'center' };
}

function centred({ kind, subject }: PaperDocument): Content[] {
  return [
    { ...line(kind, layout.kindPt), bold: true, margin: [0, 24, 0, 0] },
    { ...line(subject, layout.subjectPt), bold: true },
    { ...line('-----', layout.subjectPt), margin: [0, 0, 0, 10] },
  ];
}

function body(text: string): ContentText {
  return {
    text,
    alignment: 'justify',
    leadingIndent: pointsOf(layout.firstLineMm),
    margin: [0, 0, 0, layout.afterParagraphPt],
  };
}

function blockOf(block: Block): Content {
  if ('heading' in block) return { ...body(block.heading), bold: true, alignment: 'left', headlineLevel: 1 };
  if ('remark' in block) return { ...body(block.remark), italics: true };
  return body(block.paragraph);
}

/** Signatures never stand alone on a page: the last paragraph goes with them, unless it is too long to move. */
function ending(paper: PaperDocument): Content[] {
  const last = paper.body.slice(-1).map(blockOf);
  const long = JSON.stringify(paper.body.at(-1) ?? '').length > longestMoved;
  return long
    ? [...last, { unbreakable: true, stack: [signatures(paper)] }]
    : [{ unbreakable: true, stack: [...last, signatures(paper)] }];
}

function signatures({ left, right }: PaperDocument): Content {
  return {
    margin: [0, 14, 0, 12],
    stack: [columns('recipients' in left ? recipients(left.recipients) : signature(left), signature(right))],
  };
}

function signature({ bold, plain, name }: Signature): Content[] {
  return [
    ...bold.map((text) => ({ ...line(text, layout.signaturePt), bold: true })),
    ...plain.map((text) => line(text, layout.signaturePt)),
    { ...line(name, layout.signaturePt), bold: true, margin: [0, layout.signatureGapPt, 0, 0] },
  ];
}

function recipients(lines: readonly string[]): Content[] {
  const small = { fontSize: layout.recipientsPt, lineHeight: 1 };
  return [
    { text: 'Nơi nhận:', fontSize: layout.recipientsTitlePt, decoration: 'underline' },
    ...lines.map((text) => ({ text, ...small })),
  ];
}
