import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableText, readHere } from '../../hub/platform/file-text/file-text.ts';
import { findClassificationMark } from '../../hub/notices/classification.ts';
import { zip } from '../support/zip.ts';

function bytes(text: string, encoding: BufferEncoding = 'utf8') {
  return Uint8Array.from(Buffer.from(text, encoding));
}

// Without a thread for each of the many small files below; the threads have their own tests.
async function read(content: Uint8Array, mediaType = 'application/octet-stream') {
  return await readHere({ name: 'tai-lieu.bin', mediaType, content });
}

async function markOf(content: Uint8Array, mediaType?: string) {
  const file = await read(content, mediaType);
  return file.readable ? (findClassificationMark(file.text)?.mark ?? null) : file.reason;
}

test('text is UTF-8, or UTF-16 that says so', async () => {
  expect(await markOf(bytes('Số 1\nMẬT\n'))).toBe('MẬT');
  expect(await markOf(bytes('\ufeffMẬT', 'utf16le'))).toBe('MẬT');
  expect(await markOf(Buffer.from('\ufeffMẬT', 'utf16le').swap16())).toBe('MẬT');
  expect(await read(bytes('\ufeffhọ tên,ngày'), 'text/csv')).toEqual({ readable: true, text: 'họ tên,ngày' });
});

test.each([
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'unknown-format'],
  ['text in an old encoding', Uint8Array.of(0x4d, 0xcb, 0x54), 'unknown-format'],
  ['text with a NUL', bytes('MẬT\0'), 'unknown-format'],
  ['RTF', bytes('{\\rtf1 M\\u7852?T}'), 'unknown-format'],
  ['other XML', bytes('<?xml version="1.0"?><w:wordDocument/>'), 'unknown-format'],
  ['a zip that is no DOCX', zip({ 'xl/workbook.xml': '<a/>' }), 'unknown-format'],
  ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'unknown-format'],
  [
    'a locked DOCX',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...bytes('EncryptedPackage', 'utf16le')]),
    'encrypted',
  ],
  ['nothing', new Uint8Array(), 'no-text'],
  ['only marks and blanks', bytes(' \n--\n'), 'no-text'],
  ['half a DOCX', zip({ 'word/document.xml': paragraph('MẬT') }).subarray(0, 60), 'broken'],
  ['a PDF that is none', bytes('%PDF-1.7\nnothing here'), 'broken'],
])('%s cannot be read', async (_, content, reason) => {
  expect(await read(content)).toEqual({ readable: false, reason });
});

test('HTML gives its words, with a line for each block and a tab for each cell', async () => {
  const page = `<!DOCTYPE html><html><head><title>T</title><style>p{}</style><script>"<p>MẬT</p>"</script></head>
    <body><!-- <p>MẬT</p> --><p>Bảo <b>vệ</b>
    bí&nbsp;m&#7853;t a&lt;b</p><table><tr><td>Số 1</td><td>Ngày</td></tr></table>một<br>hai</body></html>`;
  const file = await read(bytes(page));
  expect(
    file.readable &&
      file.text
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
  ).toEqual(['T', 'Bảo vệ bí\u00a0mật a<b', 'Số 1\tNgày', 'một', 'hai']);
  expect(file.readable && findClassificationMark(file.text)).toBeNull();
});

test.each([
  ['<html><body><p>\n  <b>M&#x1EAC;T</b>\n</p></body></html>', 'MẬT'],
  ['<html><table><tr><td>TỐI MẬT</td><td>CỘNG HÒA</td></tr></table>', 'TỐI MẬT'],
  ['<html><p title="a>b" \'">TUY&#7878;T&nbsp;M&Acirc;&#803;T<p>x', 'TUYỆT MẬT'],
  ['<html><p>BẢO <b> MẬT</b> THÔNG TIN</p>', null],
  ['<html><p>CÔNG TÁC BẢO VỆ BÍ\n   MẬT NHÀ NƯỚC</p>', null],
  ['<html><pre>Số 1\nMẬT\n</pre>', 'MẬT'],
])('HTML %j', async (page, mark) => {
  expect(await markOf(bytes(page))).toBe(mark);
});

test('an HTML fragment is read as such when the sender says it is HTML', async () => {
  expect(await markOf(bytes('<i>M&#7852;T</i>'), 'text/html; charset=utf-8')).toBe('MẬT');
  expect(await markOf(bytes('Báo cáo\nMẬT\n'), 'text/html')).toBe('MẬT');
  expect(await markOf(bytes('Viết trong <html>\nMẬT\n'), 'text/plain')).toBe('MẬT');
});

function paragraph(text: string) {
  return `<w:p><w:pPr><w:tabs><w:tab w:pos="1"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

function docx(body: string, others: Record<string, string> = {}) {
  return zip({
    'word/document.xml': `<?xml version="1.0"?><w:document><w:body>${body}</w:body></w:document>`,
    ...others,
  });
}

const textBox = (text: string) =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${paragraph(text)}` +
  `</w:txbxContent></wps:txbx></w:drawing></mc:Choice></mc:AlternateContent></w:r><w:r><w:t>Kính gửi</w:t></w:r></w:p>`;

test.each([
  ['the body', docx(paragraph('Báo cáo') + paragraph('MẬT')), 'MẬT'],
  [
    'the header',
    docx(paragraph('Báo cáo'), { 'word/header2.xml': `<w:hdr>${paragraph('TỐI MẬT')}</w:hdr>` }),
    'TỐI MẬT',
  ],
  ['the footer', docx(paragraph('Báo cáo'), { 'word/footer1.xml': paragraph('MẬT - Bản số 2') }), 'MẬT'],
  ['a text box', docx(textBox('TUYỆT MẬT')), 'TUYỆT MẬT'],
  ['a footnote', docx('', { 'word/footnotes.xml': paragraph('MẬT') }), 'MẬT'],
  [
    'a watermark',
    docx(paragraph('a'), { 'word/header1.xml': `<w:r><v:textpath on="t" string="M&#7852;T"/></w:r>` }),
    'MẬT',
  ],
  ['several runs', docx('<w:p><w:r><w:t>TỐI M</w:t></w:r><w:r><w:t>ẬT</w:t></w:r></w:p>'), 'TỐI MẬT'],
  [
    'a cell',
    docx(`<w:tbl><w:tr><w:tc>${paragraph('MẬT')}</w:tc><w:tc>${paragraph('Số 1')}</w:tc></w:tr></w:tbl>`),
    'MẬT',
  ],
  ['a column set by a tab', docx('<w:p><w:r><w:t>MẬT</w:t><w:tab/><w:t>Số 1</w:t></w:r></w:p>'), 'MẬT'],
  ['letters shown as capitals', docx('<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Mật</w:t></w:r></w:p>'), 'MẬT'],
  [
    'deleted but tracked text',
    docx('<w:p><w:del><w:r><w:delText>MẬT</w:delText></w:r></w:del></w:p>'),
    'MẬT',
  ],
  ['a drawing', docx('<w:p/>', { 'word/diagrams/data1.xml': '<a:p><a:r><a:t>MẬT</a:t></a:r></a:p>' }), 'MẬT'],
  ['a file with other prefixes', docx('<x:p><x:r><x:t>MẬT</x:t></x:r></x:p>'), 'MẬT'],
  ['no place, only a sentence', docx(paragraph('BẢO MẬT THÔNG TIN') + paragraph('bảo vệ bí mật')), null],
  [
    'no place, only a placeholder',
    docx(paragraph('a'), { 'word/glossary/document.xml': paragraph('MẬT') }),
    null,
  ],
])('a DOCX with the mark in %s', async (_, content, mark) => {
  expect(await markOf(content)).toBe(mark);
});

const oldFont = (name: string) => `<w:rPr><w:rFonts w:ascii="${name}" w:hAnsi="${name}"/></w:rPr>`;
const styles = `<w:styles><w:style w:styleId="Dau"><w:rPr><w:rFonts w:hAnsi=".VnTimeH"/></w:rPr></w:style></w:styles>`;

test.each([
  ['the capitals of TCVN3', docx(`<w:p><w:r>${oldFont('.VnTimeH')}<w:t>m\u00cbt</w:t></w:r></w:p>`), 'MẬT'],
  [
    'capitals typed in TCVN3',
    docx(`<w:p><w:r>${oldFont('.VnTime')}<w:t>TUY\u00d6T M\u00cbT</w:t></w:r></w:p>`),
    'TUYỆT MẬT',
  ],
  ['VNI', docx(`<w:p><w:r>${oldFont('VNI-Times')}<w:t>TO\u00c1I MA\u00c4T</w:t></w:r></w:p>`), 'TỐI MẬT'],
  [
    'a style of TCVN3',
    docx('<w:p><w:pPr><w:pStyle w:val="Dau"/></w:pPr><w:r><w:t>tèi mËt</w:t></w:r></w:p>', {
      'word/styles.xml': styles,
    }),
    'TỐI MẬT',
  ],
  [
    'a font of old times, but Unicode',
    docx(`<w:p><w:r>${oldFont('.VnTime')}<w:t>MẬT</w:t></w:r></w:p>`),
    'MẬT',
  ],
  [
    'one run of TCVN3 among Unicode in its font',
    docx(
      `<w:p><w:r>${oldFont('.VnTimeH')}<w:t>m\u00cbt</w:t></w:r></w:p>` +
        `<w:p><w:r>${oldFont('.VnTime')}<w:t>Chi bộ giữ sổ tay và ghi chép đầy đủ.</w:t></w:r></w:p>`,
    ),
    'MẬT',
  ],
  [
    'a text of TCVN3',
    bytes('§¶ng bé x· A\nTUYÖT MËT\nSè 12, ngµy 3 th¸ng 2 n¨m 2003, ®­îc göi c¸c chi bé', 'latin1'),
    'TUYỆT MẬT',
  ],
])('the mark is found in %s', async (_, content, mark) => {
  expect(await markOf(content)).toBe(mark);
});

test('the mark is found in a PDF whose font draws small letters of TCVN3 as capitals', async () => {
  const file = Buffer.from(pdf([show('m\u00cbt', 50, 800) + show('Bao cao', 50, 700)])).toString('latin1');
  const coded = file.replace('/BaseFont/Helvetica>>', '/BaseFont/.VnTimeH/Encoding/WinAnsiEncoding>>');
  expect(await markOf(bytes(coded, 'latin1'))).toBe('MẬT');
});

test('a compressed DOCX is read; a bomb, a locked or an empty one is not', async () => {
  expect(await markOf(zip({ 'word/document.xml': paragraph('MẬT') }, { deflate: true }))).toBe('MẬT');
  const bomb = Buffer.alloc(30 * 1024 * 1024, 32);
  const parts = { 'word/document.xml': paragraph('a'), 'word/header1.xml': bomb, 'word/header2.xml': bomb };
  expect(await markOf(zip(parts, { deflate: true }))).toBe('broken');
  expect(await markOf(zip({ 'word/document.xml': paragraph('a') }, { flags: 1 }))).toBe('encrypted');
  expect(await markOf(docx('<w:p><w:r><w:drawing/></w:r></w:p>'))).toBe('no-text');
});

function pdf(contents: string[], { trailer = '', annotation = '', filter = '' } = {}) {
  const pages = contents.flatMap((content, index) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>` +
      `/Contents ${5 + 2 * index} 0 R/Annots[${annotation}]>>`,
    `<</Length ${content.length}${filter}>>\nstream\n${content}\nendstream`,
  ]);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${contents.length}/Kids[${contents.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...pages,
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  return bytes(
    `${file}${table}trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${file.length}\n%%EOF\n`,
    'latin1',
  );
}

const show = (text: string, x: number, y: number) => `BT /F1 12 Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET\n`;
const diagonal = 'BT /F1 40 Tf 0.707 0.707 -0.707 0.707 150 300 Tm (TOI MAT) Tj ET\n';

test.each([
  ['a line', show('BAO CAO', 50, 800) + show('TUYET MAT', 50, 780), 'TUYỆT MẬT'],
  ['a left column', show('TUYET MAT', 50, 800) + show('CONG HOA XA HOI', 300, 800), 'TUYỆT MẬT'],
  [
    'a right column, drawn last',
    show('So 12', 50, 800) + show('BAO CAO', 50, 700) + show('MAT', 300, 800.5),
    'MẬT',
  ],
  ['a column made by a jump', 'BT /F1 12 Tf 50 800 Td [(MAT) -9000 (CONG HOA)] TJ ET', 'MẬT'],
  ['a column made by blanks', show('MAT          CONG HOA', 50, 800), 'MẬT'],
  ['wide letters', 'BT /F1 12 Tf 9 Tc 50 800 Td (TOI MAT) Tj ET', 'TỐI MẬT'],
  ['letters drawn one by one', show('M', 50, 800) + show('A', 60, 800) + show('T', 68, 800), 'MẬT'],
  [
    'a stamp over a line',
    show('Can cu Nghi quyet so 12 cua Dang uy xa', 50, 800) + show('MAT', 100, 802),
    'MẬT',
  ],
  ['a diagonal', show('BAO CAO', 50, 400) + diagonal, 'TỐI MẬT'],
  ['no place, only words', show('BAO', 50, 800) + show('MAT', 78, 800) + show('THONG TIN', 108, 800), null],
  ['no place, only a sentence', show('CONG TAC BAO VE BI MAT NHA NUOC', 50, 800), null],
])('a PDF with the mark in %s', async (_, content, mark) => {
  expect(await markOf(pdf([content]))).toBe(mark);
});

test('columns of a PDF line are kept apart by a tab, words by a blank', async () => {
  const file = await read(
    pdf([show('DANG BO', 50, 800) + show('XA', 108, 800) + show('CONG HOA', 300, 800)]),
  );
  expect(file).toEqual({ readable: true, text: 'DANG BO XA\tCONG HOA' });
});

test('every page of a PDF is read, and the stamps laid over it', async () => {
  expect(await markOf(pdf([show('a', 50, 800), show('MAT', 50, 800)]))).toBe('MẬT');
  const annotation = '<</Type/Annot/Subtype/Stamp/Rect[50 700 150 740]/Contents(TUYET MAT)>>';
  expect(await markOf(pdf([show('a', 50, 800)], { annotation }))).toBe('TUYỆT MẬT');
});

test('a scanned PDF has no text; a locked one is encrypted; the bytes given stay whole', async () => {
  expect(await markOf(pdf(['0 0 100 100 re f']))).toBe('no-text');
  const key = '0'.repeat(64);
  const trailer = `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${key}>/U<${key}>>>`;
  expect(await markOf(pdf([show('MAT', 50, 800)], { trailer }))).toBe('encrypted');
  const content = pdf([show('a', 50, 800)]);
  const size = content.length;
  await read(content);
  expect(content.length).toBe(size);
});

async function readApart(content: Uint8Array, limits?: { timeMs: number; memoryMb: number }) {
  return await readableText({ name: 'tai-lieu.bin', mediaType: 'application/octet-stream', content }, limits);
}

test('in a thread of its own a file reads the same, and the bytes given stay whole', async () => {
  const files = [
    pdf([show('MAT', 50, 800)]),
    docx(paragraph('MẬT')),
    bytes('Số 1\nMẬT\n'.repeat(20_000)),
    bytes('%PDF-1.7\nnothing here'),
    zip({ 'xl/workbook.xml': '<a/>' }),
  ];
  for (const content of files) {
    const before = Uint8Array.from(content);
    expect(await readApart(content)).toEqual(await read(before));
    expect(Buffer.compare(content, before)).toBe(0);
  }
});

const broken = { readable: false, reason: 'broken' };

test('a file that takes too long is given up, and meanwhile the hub goes on', async () => {
  const endless = pdf(['q '.repeat(2_000_000)]);
  let beats = 0;
  const heart = setInterval(() => (beats += 1), 10);
  const started = performance.now();
  expect(await readApart(endless, { timeMs: 600, memoryMb: 512 })).toEqual(broken);
  expect(performance.now() - started).toBeLessThan(5_000);
  clearInterval(heart);
  expect(beats).toBeGreaterThan(10);
});

test.each([
  ['on the heap', bytes(`<html>${'<p>ab'.repeat(1_000_000)}`)],
  [
    'in buffers',
    pdf([deflateSync(Buffer.alloc(150_000_000, ' '), { level: 1 }).toString('latin1')], {
      filter: '/Filter/FlateDecode',
    }),
  ],
])('a file that takes too much memory %s is given up', async (_, content) => {
  expect(await readApart(content, { timeMs: 20_000, memoryMb: 32 })).toEqual(broken);
});

test('no bytes at all make it throw', async () => {
  const seeds = [
    pdf([show('MAT', 50, 800)]),
    docx(paragraph('MẬT')),
    zip({ 'word/document.xml': paragraph('MẬT') }, { deflate: true }),
  ];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...seeds),
      fc.nat(),
      fc.uint8Array({ maxLength: 40 }),
      async (seed, at, noise) => {
        const content = Uint8Array.from(seed);
        content.set(noise.subarray(0, content.length - (at % content.length)), at % content.length);
        expect(await read(content)).toHaveProperty('readable');
      },
    ),
    { numRuns: 200 },
  );
});
