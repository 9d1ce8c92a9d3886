import { deflateSync } from 'node:zlib';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Content } from 'pdfmake/interfaces.js';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { readFile } from '../../hub/library/read-file.ts';
import { readDocumentHere } from '../../hub/library/reading/read-document-here.ts';
import { madePdf } from './files/made-pdf.ts';
import { toTcvn3 } from './files/legacy-encoders.ts';
import { rawPdf, show } from './files/raw-pdf.ts';

async function read(content: Uint8Array) {
  return await readDocumentHere({ name: 'a.pdf', mediaType: '', content });
}

async function linesOf(content: Uint8Array): Promise<string[]> {
  const file = await read(content);
  expect(file).toHaveProperty('text');
  return file.readable ? file.text.split('\n') : [];
}

const long = (start: string, words = 60) =>
  `${start} ${Array.from({ length: words }, (_, index) => ['chi bộ', 'đảng viên', 'sổ tay', 'sinh hoạt'][index % 4]).join(' ')}.`;
const letterhead: Content = {
  columns: [
    { width: 200, alignment: 'center', text: 'ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY XÃ BẢO THẮNG\n*\nSố 12-QĐ/ĐU' },
    {
      width: '*',
      alignment: 'center',
      text: 'ĐẢNG CỘNG SẢN VIỆT NAM\n\n\nBảo Thắng, ngày 03 tháng 02 năm 2026',
    },
  ],
};

/** As an office prints it: a letterhead of two columns, a running head, page numbers, three pages. */
async function regulation(): Promise<Uint8Array> {
  const clauses = Array.from({ length: 24 }, (_, index) => ({
    text: long(`${index + 1}. Đảng viên`),
    alignment: 'justify' as const,
    leadingIndent: 28,
  }));
  return await madePdf({
    header: (page) => (page === 1 ? '' : { text: 'Đảng ủy xã Bảo Thắng', alignment: 'right', fontSize: 10 }),
    footer: (page) => ({ text: String(page), alignment: 'center' }),
    content: [
      letterhead,
      { text: 'QUY ĐỊNH', alignment: 'center', bold: true, margin: [0, 14, 0, 0] },
      { text: 'về sổ tay của các chi bộ trực thuộc', alignment: 'center', bold: true },
      { text: 'Điều 1. Sổ tay', bold: true, leadingIndent: 28, margin: [0, 10, 0, 0] },
      ...clauses,
      { text: 'Điều 2. Thi hành', bold: true, leadingIndent: 28 },
      { text: 'Quy định này có hiệu lực từ ngày 01/3/2026.', leadingIndent: 28 },
    ],
  });
}

test('a document of an office: whole paragraphs across lines and pages, nothing of what repeats', async () => {
  const content = await regulation();
  const lines = await linesOf(content);
  expect(lines.slice(0, 9)).toEqual([
    'ĐẢNG BỘ TỈNH LÀO CAI',
    'ĐẢNG ỦY XÃ BẢO THẮNG',
    '*',
    'Số 12-QĐ/ĐU',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Bảo Thắng, ngày 03 tháng 02 năm 2026',
    'QUY ĐỊNH',
    'về sổ tay của các chi bộ trực thuộc',
    'Điều 1. Sổ tay',
  ]);
  expect(lines.slice(9)).toEqual([
    ...Array.from({ length: 24 }, (_, index) => long(`${index + 1}. Đảng viên`)),
    'Điều 2. Thi hành',
    'Quy định này có hiệu lực từ ngày 01/3/2026.',
  ]);
});

test('what it is, its articles, and where its pages begin, told while it is read', async () => {
  const progress: [number, number][] = [];
  const content = await regulation();
  const file = await readFile({ name: 'a.pdf', mediaType: '', content }, (done, total) =>
    progress.push([done, total]),
  );
  expect(content.byteLength).toBeGreaterThan(0);
  if (!file.readable) throw new Error(file.reason);
  const pages = progress.at(-1)?.[1] ?? 0;
  expect(progress).toEqual(Array.from({ length: pages }, (_, index) => [index + 1, pages]));
  expect(file.pageStarts).toHaveLength(pages);
  expect(file.pageStarts[0]).toBe(0);
  expect(file.pageStarts).toEqual(file.pageStarts.toSorted((one, other) => one - other));
  const { document } = file;
  expect(document).toMatchObject({
    number: '12-QĐ/ĐU',
    kind: 'Quy định',
    issuer: 'Đảng ủy xã Bảo Thắng',
    date: '2026-02-03',
    effective: '2026-03-01',
    title: 'QUY ĐỊNH về sổ tay của các chi bộ trực thuộc',
  });
  expect(document.passages.at(-1)?.locator).toBe('Điều 2');
});

test('two columns are read one after the other, below what stands across both', async () => {
  const [left, right] = [long('1. Cột trái', 150), long('2. Cột phải', 150)];
  const lines = await linesOf(
    await madePdf({
      content: [
        { text: 'HƯỚNG DẪN', alignment: 'center' },
        {
          columns: [
            { text: left, alignment: 'justify' },
            { text: right, alignment: 'justify' },
          ],
          columnGap: 24,
        },
        { text: long('3. Lời cuối'), margin: [0, 20, 0, 0] },
      ],
    }),
  );
  expect(lines).toEqual(['HƯỚNG DẪN', left, right, long('3. Lời cuối')]);
});

const cells = [
  ['STT', 'Nội dung công việc', 'Người làm'],
  ['1', 'Chuẩn bị nội dung sinh hoạt chi bộ thường kỳ của tháng sau và gửi trước cho đảng viên', 'Bí thư'],
  ['2', 'Ghi biên bản', 'Chi ủy viên được phân công theo dõi từng tháng trong năm'],
];
const rows = cells.map((row) => `| ${row.join(' | ')} |`);

test.each([
  ['with borders', {}],
  ['without', { layout: 'noBorders' }],
])('a table %s gives a line for each of its rows', async (_, layout) => {
  const content = await madePdf({
    content: [
      long('1. Trước'),
      {
        table: { widths: [40, 260, 120], body: cells.map((row) => [...row]) },
        margin: [0, 12, 0, 12],
        ...layout,
      },
      long('2. Sau'),
    ],
  });
  expect(await linesOf(content)).toEqual([long('1. Trước'), ...rows, long('2. Sau')]);
});

test('labels that stand apart from their text are no table', async () => {
  const content = await madePdf({
    content: [
      'Chi bộ có nhiệm vụ:',
      { ol: [long('giữ sổ'), long('nộp sổ')], type: 'lower-alpha', separator: ')', markerColor: 'black' },
    ],
  });
  expect(await linesOf(content)).toEqual([
    'Chi bộ có nhiệm vụ:',
    `a) ${long('giữ sổ')}`,
    `b) ${long('nộp sổ')}`,
  ]);
});

test('notes at the foot of a page come behind the paragraph that goes on from it; their marks do not stay', async () => {
  const line = (text: string, y: number) => show(text, 70, y);
  const first =
    line('1. Chi bo giu so tay theo huong dan cua cap tren va ghi chep', 780) +
    show('1', 372, 785, { size: 7 }) +
    line('day du moi viec; so tay do chi uy vien duoc phan cong giu va khong', 764) +
    show('1', 70, 84, { size: 6 }) +
    show('Theo Quy dinh so 24 cua Ban Chap hanh', 74, 80, { size: 9 }) +
    show('Trung uong.', 70, 69, { size: 9 });
  const second = line('duoc mang ra ngoai.', 780) + line('2. Dien tich phong hop tu 30 m', 764);
  expect(
    await linesOf(rawPdf([first, second + show('2', 236, 769, { size: 7 }) + show('tro len.', 243, 764)])),
  ).toEqual([
    '1. Chi bo giu so tay theo huong dan cua cap tren va ghi chep day du moi viec; so tay do chi uy vien duoc phan cong giu va khong duoc mang ra ngoai.',
    '[1] Theo Quy dinh so 24 cua Ban Chap hanh Trung uong.',
    '2. Dien tich phong hop tu 30 m2 tro len.',
  ]);
});

test('what is written across a page is not read, and a page that lies on its side is', async () => {
  const mark = 'BT /F1 60 Tf 0.707 0.707 -0.707 0.707 150 300 Tm (DU THAO) Tj ET\n';
  expect(await linesOf(rawPdf([mark + show('Chi bo giu so.', 70, 700)]))).toEqual(['Chi bo giu so.']);
  const aside =
    'BT /F1 12 Tf 0 1 -1 0 100 70 Tm (Chi bo) Tj ET\nBT /F1 12 Tf 0 1 -1 0 140 70 Tm (giu so.) Tj ET\n';
  expect((await linesOf(rawPdf([aside]))).join(' ')).toBe('Chi bo giu so.');
});

test('a page without text among others has its place', async () => {
  const file = await read(
    rawPdf([show('Chi bo giu so tay hang thang.', 70, 700), '', show('2. Het.', 70, 700)]),
  );
  expect(file).toEqual({
    readable: true,
    text: 'Chi bo giu so tay hang thang.\n2. Het.',
    pageStarts: [0, 30, 30],
  });
});

test('TCVN3 in a PDF is read, also where the writer took ư for a hyphen', async () => {
  const texts = ['Nghị quyết của Đảng ủy xã về sổ tay của chi bộ.', 'Mọi đảng viên được giữ sổ và nước ta.'];
  const encoded = texts.map((text, index) => show(toTcvn3(text), 70, 780 - 40 * index, { font: 1 })).join('');
  const stamp = show(toTcvn3('đảng ủy'), 70, 820, { font: 2 });
  const lines = await linesOf(rawPdf([stamp + encoded], ['.VnTime', '.VnTimeH']));
  expect(lines).toEqual(['ĐẢNG ỦY', ...texts]);
});

test('a scan has no text, also with a stamp of its scanner on it', async () => {
  const image = await sharp({ create: { width: 60, height: 80, channels: 3, background: 'white' } })
    .jpeg()
    .toBuffer();
  const scan = async (words: string) => {
    const file = await PDFDocument.create();
    for (let page = 0; page < 3; page += 1) {
      const drawn = file.addPage([595, 842]);
      drawn.drawImage(await file.embedJpg(image), { x: 0, y: 0, width: 595, height: 842 });
      if (words) drawn.drawText(words, { x: 20, y: 20, size: 8 });
    }
    return new Uint8Array(await file.save());
  };
  expect(await read(await scan(''))).toEqual({ readable: false, reason: 'no-text' });
  expect(await read(await scan('Scan 12'))).toEqual({ readable: false, reason: 'no-text' });
  expect(await read(rawPdf(['0 0 100 100 re f']))).toEqual({ readable: false, reason: 'no-text' });
  expect(await read(rawPdf([show('Ngan.', 70, 700)]))).toMatchObject({ readable: true, text: 'Ngan.' });
});

test('one that opens with a password is encrypted', async () => {
  const file = await PDFDocument.create();
  file.addPage().drawText('Chi bo');
  file.encrypt({ userPassword: 'mật khẩu', ownerPassword: 'chủ' });
  expect(await read(new Uint8Array(await file.save()))).toEqual({ readable: false, reason: 'encrypted' });
});

test('a truncated or damaged one is broken, or gives what is whole of it', async () => {
  const whole = await regulation();
  for (const share of [0.1, 0.5, 0.9, 0.99]) {
    const file = await read(whole.slice(0, Math.floor(whole.length * share)));
    expect(file.readable || file.reason).toSatisfy(
      (said) => said === true || said === 'broken' || said === 'no-text',
    );
  }
});

test('a stream that unfolds without end is given up by the thread', async () => {
  const bomb = deflateSync(Buffer.alloc(60_000_000, 'q '), { level: 9 }).toString('latin1');
  const plain = Buffer.from(rawPdf([bomb])).toString('latin1');
  const length = `<</Length ${bomb.length}`;
  const content = Uint8Array.from(
    Buffer.from(plain.replace(length, `${length}/Filter/FlateDecode`), 'latin1'),
  );
  const given = { name: 'a.pdf', mediaType: '', content };
  const limits = { timeMs: 2_000, memoryMb: 512 };
  expect(await readFile(given, undefined, limits)).toEqual({ readable: false, reason: 'broken' });
}, 20_000);
