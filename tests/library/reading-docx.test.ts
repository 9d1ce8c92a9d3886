import {
  AlignmentType,
  Document,
  Footer,
  FootnoteReferenceRun,
  Header,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { expect, test } from 'vitest';
import { readDocument } from '../../hub/library/index.ts';
import { readDocumentHere } from '../../hub/library/reading/read-document-here.ts';
import { toTcvn3, toVni } from './files/legacy-encoders.ts';
import { font, listed, paragraph, rawDocx, run, table } from './files/raw-docx.ts';

async function linesOf(content: Uint8Array): Promise<string[]> {
  const read = await readDocumentHere({ name: 'a.docx', mediaType: '', content });
  expect(read).toHaveProperty('text');
  return read.readable ? read.text.split('\n') : [];
}

const cell = (...lines: string[]) => new TableCell({ children: lines.map((line) => new Paragraph(line)) });
const row = (...cells: TableCell[]) => new TableRow({ children: cells });

/** As an office writes it in Word: a letterhead in a table without borders, automatic labels, a header, a page number. */
async function guidance(): Promise<Uint8Array> {
  const numbered = (level: number, ...children: (string | FootnoteReferenceRun)[]) =>
    new Paragraph({
      numbering: { reference: 'articles', level },
      children: children.map((child) => (typeof child === 'string' ? new TextRun(child) : child)),
    });
  const file = new Document({
    numbering: {
      config: [
        {
          reference: 'articles',
          levels: [
            { level: 0, format: LevelFormat.DECIMAL, text: 'Điều %1.' },
            { level: 1, format: LevelFormat.DECIMAL, text: '%2.' },
            { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3)' },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('Theo Quy định số 24-QĐ/TW.')] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Ban Tổ chức Tỉnh ủy')] }) },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({ children: [new TextRun({ children: ['Trang ', PageNumber.CURRENT] })] }),
            ],
          }),
        },
        children: [
          new Table({
            rows: [
              row(cell('TỈNH ỦY LÀO CAI', 'BAN TỔ CHỨC', '*'), cell('ĐẢNG CỘNG SẢN VIỆT NAM')),
              row(cell('Số 12-HD/BTCTU'), cell('Lào Cai, ngày 03 tháng 02 năm 2026')),
            ],
          }),
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun('HƯỚNG DẪN'), new TextRun({ text: 'về sổ tay chi bộ', break: 1 })],
          }),
          numbered(0, 'Sổ tay'),
          numbered(1, 'Chi bộ giữ sổ', new FootnoteReferenceRun(1), ' để:'),
          numbered(2, 'ghi chép;'),
          numbered(2, 'nộp lên cấp trên.'),
          numbered(0, 'Thi hành'),
          numbered(1, 'Hướng dẫn này có hiệu lực từ ngày ký.'),
          new Table({ rows: [row(cell('STT'), cell('Việc')), row(cell('1'), cell('Giữ sổ', 'và nộp sổ'))] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

test('a document of an office reads as it is printed, without what repeats on each page', async () => {
  expect(await linesOf(await guidance())).toEqual([
    'TỈNH ỦY LÀO CAI',
    'BAN TỔ CHỨC',
    '*',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Số 12-HD/BTCTU',
    'Lào Cai, ngày 03 tháng 02 năm 2026',
    'HƯỚNG DẪN',
    'về sổ tay chi bộ',
    'Điều 1. Sổ tay',
    '1. Chi bộ giữ sổ để:',
    'a) ghi chép;',
    '[1] Theo Quy định số 24-QĐ/TW.',
    'b) nộp lên cấp trên.',
    'Điều 2. Thi hành',
    '1. Hướng dẫn này có hiệu lực từ ngày ký.',
    '| STT | Việc |',
    '| 1 | Giữ sổ và nộp sổ |',
  ]);
});

test('and its number, issuer, date and articles are found', async () => {
  const document = readDocument('a.docx', (await linesOf(await guidance())).join('\n'));
  expect(document).toMatchObject({
    number: '12-HD/BTCTU',
    kind: 'Hướng dẫn',
    issuer: 'Ban Tổ chức Tỉnh ủy Lào Cai',
    date: '2026-02-03',
    effective: '2026-02-03',
    title: 'HƯỚNG DẪN về sổ tay chi bộ',
  });
  expect(document.passages.map(({ locator }) => locator)).toEqual([
    'Phần mở đầu',
    'Điều 1, khoản 1',
    'Điều 2, khoản 1',
  ]);
});

const level = (index: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${index}"><w:start w:val="1"/>${format}<w:lvlText w:val="${text}"/>${more}</w:lvl>`;
const as = (value: string) => `<w:numFmt w:val="${value}"/>`;
const numbering =
  `<w:numbering><w:abstractNum w:abstractNumId="7">${level(0, as('upperRoman'), '%1-')}` +
  `${level(1, as('decimal'), '%2.')}${level(2, as('decimal'), '%2.%3.')}${level(3, as('bullet'), '\uf0b7')}` +
  `</w:abstractNum><w:abstractNum w:abstractNumId="8">` +
  level(0, '<w:numFmt w:val="custom" w:format="a, b, c, d, đ, e"/>', '%1)', '<w:suff w:val="space"/>') +
  `</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>` +
  `<w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>` +
  `<w:num w:numId="3"><w:abstractNumId w:val="8"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>` +
  `</w:lvlOverride></w:num></w:numbering>`;

test('labels that Word counts: levels, Roman numbers, đ after d, bullets, and lists that start anew', async () => {
  const items = ['a', 'b', 'c', 'd', 'đ'].map((name) => listed(`điểm ${name}`, 0, 2));
  const body = [
    listed('Quan điểm', 0),
    listed('Chung', 1),
    listed('Riêng', 1),
    listed('Một', 2),
    listed('Hai', 2),
    listed('ý', 3),
    listed('Mục tiêu', 0),
    listed('Đầu', 1),
    ...items,
    listed('lại từ đầu', 0, 3),
    paragraph('không số', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
  ];
  expect(await linesOf(rawDocx(body.join(''), { 'numbering.xml': numbering }))).toEqual([
    'I- Quan điểm',
    '1. Chung',
    '2. Riêng',
    '2.1. Một',
    '2.2. Hai',
    '- ý',
    'II- Mục tiêu',
    '1. Đầu',
    'a) điểm a',
    'b) điểm b',
    'c) điểm c',
    'd) điểm d',
    'đ) điểm đ',
    'a) lại từ đầu',
    'không số',
  ]);
});

test('a style numbers its paragraphs, and a heading without a number is marked as one', async () => {
  const styles =
    '<w:styles><w:style w:type="paragraph" w:styleId="Dieu"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' +
    '</w:style><w:style w:type="paragraph" w:styleId="De"><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="ML1"><w:name w:val="toc 1"/></w:style></w:styles>';
  const filler = Array.from({ length: 16 }, (_, index) => paragraph(`Đoạn ${index}.`)).join('');
  const body = `${paragraph('Mục lục ... 3', '<w:pStyle w:val="ML1"/>')}${filler}${paragraph('Sổ', '<w:pStyle w:val="Dieu"/>')}${paragraph('Lời kết', '<w:pStyle w:val="De"/>')}`;
  const lines = await linesOf(rawDocx(body, { 'numbering.xml': numbering, 'styles.xml': styles }));
  expect(lines[0]).toBe('Đoạn 0.');
  expect(lines.slice(-2)).toEqual(['I- Sổ', '## Lời kết']);
});

test('what is deleted, moved away or hidden is not read; what is added, linked or boxed is', async () => {
  const box = `<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>${paragraph('DỰ THẢO')}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraph('DỰ THẢO')}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>`;
  const body = [
    paragraph(
      `${run('Chi bộ ')}<w:del><w:r><w:delText>không </w:delText></w:r></w:del><w:ins>${run('họp ')}</w:ins><w:moveFrom>${run('tháng ')}</w:moveFrom><w:hyperlink>${run('hằng tháng')}</w:hyperlink>${run(' bí mật', '<w:vanish/>')}${run('.')}`,
    ),
    `<w:p>${box}${run('Kính gửi các chi bộ')}</w:p>`,
    paragraph(run('Hai đoạn '), '<w:rPr><w:del w:id="1"/></w:rPr>'),
    paragraph('nay là một.'),
    paragraph('<w:r><w:t>Dòng một</w:t><w:br/><w:t>đi tiếp</w:t><w:tab/><w:t>sau\u00a0nữa</w:t></w:r>'),
  ];
  expect(await linesOf(rawDocx(body.join('')))).toEqual([
    'Chi bộ họp hằng tháng.',
    'Kính gửi các chi bộ',
    'DỰ THẢO',
    'Hai đoạn nay là một.',
    'Dòng một đi tiếp sau nữa',
  ]);
});

test('merged cells say their words once; a table around a whole text is none', async () => {
  const merged = table([
    ['STT', 'Việc', 'Ai'],
    [['<w:gridSpan w:val="3"/>', 'A. Thường xuyên']],
    [['<w:vMerge w:val="restart"/>', '1'], 'Họp', 'Bí thư'],
    [['<w:vMerge/>', ''], 'Ghi sổ', 'Chi ủy'],
  ]);
  const frame = table([['Điều 1. Phạm vi\n1. Chi bộ.\n2. Đảng viên.', 'x']]);
  expect(await linesOf(rawDocx(merged + frame))).toEqual([
    '| STT | Việc | Ai |',
    '| A. Thường xuyên |',
    '| 1 | Họp | Bí thư |',
    '|  | Ghi sổ | Chi ủy |',
    'Điều 1. Phạm vi',
    '1. Chi bộ.',
    '2. Đảng viên.',
    'x',
  ]);
});

const old = [
  'ĐẢNG BỘ TỈNH NGHỆ AN',
  'ĐẢNG ỦY XÃ TÂN KỲ',
  'Số 07-NQ/ĐU',
  'Tân Kỳ, ngày 12 tháng 5 năm 2003',
  'NGHỊ QUYẾT',
  'về nhiệm vụ những tháng cuối năm',
  'Điều 1. Các chi bộ trực thuộc được giữ sổ tay và ghi chép đầy đủ.',
  'Điều 2. Nghị quyết này có hiệu lực từ ngày ký.',
];

function inTcvn3(lines: readonly string[]): string {
  return lines
    .map((line) => {
      const capitals = line === line.toUpperCase();
      return paragraph(run(toTcvn3(line), font(capitals ? '.VnTimeH' : '.VnTime')));
    })
    .join('');
}

test.each([
  ['TCVN3, by the fonts of its runs', rawDocx(inTcvn3(old))],
  [
    'VNI, by the fonts of its runs',
    rawDocx(old.map((line) => paragraph(run(toVni(line), font('VNI-Times')))).join('')),
  ],
  [
    'VNI, by the font of its style, with a mark in a run of its own',
    rawDocx(old.map((line) => paragraph([...toVni(line)].map((letter) => run(letter)).join(''))).join(''), {
      'styles.xml': `<w:styles><w:docDefaults><w:rPr>${font('VNI-Times')}</w:rPr></w:docDefaults></w:styles>`,
    }),
  ],
  ['VNI, by its words alone', rawDocx(old.map((line) => paragraph(toVni(line))).join(''))],
])('a document in %s', async (_, content) => {
  const lines = await linesOf(content);
  expect(lines).toEqual(old);
  expect(readDocument('a.docx', lines.join('\n'))).toMatchObject({
    number: '07-NQ/ĐU',
    issuer: 'Đảng ủy xã Tân Kỳ',
    date: '2003-05-12',
    effective: '2003-05-12',
    kind: 'Nghị quyết',
  });
});

test('Unicode in a font of old times stays as it is, also where a run alone could be either', async () => {
  const body = paragraph([...old.join(' ')].map((letter) => run(letter, font('.VnTime'))).join(''));
  expect(await linesOf(rawDocx(body))).toEqual([old.join(' ')]);
});
