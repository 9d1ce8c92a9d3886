import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableText } from '../../hub/notices/attachment-text.ts';
import { findClassificationMark } from '../../hub/notices/classification.ts';

const corpus = '/work/shared/corpus';

const marked: [text: string, mark: string, line?: number][] = [
  ['MẬT', 'MẬT'],
  ['TỐI MẬT', 'TỐI MẬT'],
  ['TUYỆT MẬT', 'TUYỆT MẬT'],
  ['   MẬT   ', 'MẬT'],
  ['ĐẢNG BỘ XÃ A\nMẬT\nSố 12-BC/ĐU', 'MẬT', 2],
  ['một\r\nhai\r\n\r\nTỐI MẬT\r\n', 'TỐI MẬT', 4],
  ['một\u2028TUYỆT MẬT', 'TUYỆT MẬT', 2],
  ['TUYỆT MẬT\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'TUYỆT MẬT'],
  ['Số 12-BC/ĐU   MẬT   Yên Bái, ngày 3', 'MẬT'],
  ['Số 12-BC/ĐU\tTỐI MẬT', 'TỐI MẬT'],
  ['| MẬT | Số 12 |', 'MẬT'],
  ['|Số 12|TỐI MẬT|', 'TỐI MẬT'],
  ['┌─────┐\n│ MẬT │\n└─────┘', 'MẬT', 2],
  ['║ TUYỆT MẬT ║', 'TUYỆT MẬT'],
  ['**MẬT**', 'MẬT'],
  ['# MẬT', 'MẬT'],
  ['> **TỐI MẬT**', 'TỐI MẬT'],
  ['`MẬT`', 'MẬT'],
  ['<center><b>MẬT</b></center>', 'MẬT'],
  ['Số 12<br>TUYỆT MẬT', 'TUYỆT MẬT'],
  ['[MẬT]', 'MẬT'],
  ['(MẬT)', 'MẬT'],
  ['<MẬT>', 'MẬT'],
  ['<< TUYET MAT >>', 'TUYỆT MẬT'],
  ['\u0000MẬT\u0007', 'MẬT'],
  ['- MẬT -', 'MẬT'],
  ['--- TỐI MẬT ---', 'TỐI MẬT'],
  ['… MẬT …', 'MẬT'],
  ['“MẬT”', 'MẬT'],
  ["'TUYỆT MẬT'", 'TUYỆT MẬT'],
  ['🔒 MẬT', 'MẬT'],
  ['Độ mật: MẬT', 'MẬT'],
  ['Mức độ mật: TỐI MẬT', 'TỐI MẬT'],
  ['Cấp độ mật : MẬT', 'MẬT'],
  ['DO MAT: MAT', 'MẬT'],
  ['Ðộ mật: MẬT', 'MẬT'],
  ['ĐỘ MẬT – TUYỆT MẬT', 'TUYỆT MẬT'],
  ['**Độ mật:** MẬT', 'MẬT'],
  ['3. Độ mật: TUYỆT MẬT', 'TUYỆT MẬT'],
  ['| Độ mật | MẬT |', 'MẬT'],
  ['Độ mật:\tMẬT', 'MẬT'],
  ['Số: 12   Độ mật: MẬT', 'MẬT'],
  ['Độ mật: TỐI MẬT'.normalize('NFD'), 'TỐI MẬT'],
  ['TUYET MAT', 'TUYỆT MẬT'],
  ['TOI MAT', 'TỐI MẬT'],
  ['MAT', 'MẬT'],
  ['TUYỆT MAT', 'TUYỆT MẬT'],
  ['T0I MAT', 'TỐI MẬT'],
  ['TỐl MẬT', 'TỐI MẬT'],
  ['MẬT'.normalize('NFD'), 'MẬT'],
  ['TUYỆT MẬT'.normalize('NFD'), 'TUYỆT MẬT'],
  ['MA\u0302\u0323T', 'MẬT'],
  ['MA\u0323\u0302T', 'MẬT'],
  ['MÂT\u0323', 'MẬT'],
  ['TÔÍ MẬT', 'TỐI MẬT'],
  ['TUỴÊT MẬT', 'TUYỆT MẬT'],
  ['TỐI\u00a0MẬT', 'TỐI MẬT'],
  ['M\u200bẬ\u200dT', 'MẬT'],
  ['\ufeffMẬT', 'MẬT'],
  ['TUYỆT\u00ad MẬT', 'TUYỆT MẬT'],
  ['M Ậ T', 'MẬT'],
  ['M  Ậ  T', 'MẬT'],
  ['T Ố I   M Ậ T', 'TỐI MẬT'],
  ['T\u00a0U\u00a0Y\u00a0Ệ\u00a0T\u00a0\u00a0\u00a0M\u00a0Ậ\u00a0T', 'TUYỆT MẬT'],
  ['M Ậ T     CỘNG HÒA XÃ HỘI', 'MẬT'],
  ['TUYỆT  MẬT', 'TUYỆT MẬT'],
  ['TUYỆTMẬT', 'TUYỆT MẬT'],
  ['MẬT - Bản số 03', 'MẬT'],
  ['MẬT Số: 12-BC/TU', 'MẬT'],
  ['MẬT Số …-BC/TU', 'MẬT'],
  ['TUYỆT MẬT Bản số: 1', 'TUYỆT MẬT'],
  ['TỐI MẬT (Bản số 2)', 'TỐI MẬT'],
  ['MẬT: bản sao', 'MẬT'],
  ['MẬT – 05 bản', 'MẬT'],
  ['MAT - Ban so 03', 'MẬT'],
  ['МẬТ', 'MẬT'],
  ['МАТ', 'MẬT'],
  ['ΤUYỆТ МẬT', 'TUYỆT MẬT'],
  ['ＭＡＴ', 'MẬT'],
  ['BẢO VỆ BÍ\nTUYỆT MẬT', 'TUYỆT MẬT', 2],
  ['ĐẢNG BỘ PHƯỜNG UÔNG BÍ\nMẬT', 'MẬT', 2],
  ['HUYỆN ỦY VĨNH BẢO\nMẬT', 'MẬT', 2],
  ['bảo vệ bí\nMẬT', 'MẬT', 2],
  ['ĐẢNG BỘ XÃ A\tCÔNG TÁC BẢO VỆ BÍ\nMẬT\tMẬT NHÀ NƯỚC', 'MẬT', 2],
];

const unmarked = [
  '',
  'bí mật',
  'bảo mật',
  'mật',
  'tuyệt mật',
  'Mật',
  'Tuyệt mật',
  'Tối Mật',
  'Mật\n',
  'tuyet mat',
  'Mặt trận',
  'MẶT TRẬN TỔ QUỐC',
  'MAT TRAN TO QUOC',
  'BẢO MẬT THÔNG TIN',
  'BAO MAT THONG TIN',
  'BÍ MẬT',
  'BẢO MẬT',
  'MẬT MÃ',
  'MẬT-MÃ',
  'MẬT SỐ KÉT SẮT',
  'MẬT ONG RỪNG',
  'CƠ MẬT VIỆN',
  'CÔNG TÁC BẢO VỆ BÍ MẬT NHÀ NƯỚC',
  'LUẬT BẢO VỆ BÍ MẬT NHÀ NƯỚC',
  'ĐỘ MẬT',
  'Độ mật:',
  'Độ mật: không',
  'MẬT ĐỘ: MẶT',
  'Chế độ mật: giữ kín',
  'ĐỘ MẬT: TUYỆT MẬT, TỐI MẬT, MẬT',
  'CÁC MỨC TUYỆT MẬT, TỐI MẬT, MẬT',
  'phân loại: Tuyệt mật, Tối mật, Mật',
  'Tài liệu đóng dấu MẬT phải được lưu riêng.',
  'Văn bản có độ MẬT hoặc TỐI MẬT không gửi qua mạng',
  'MẮT',
  'MẤT',
  'MẶT',
  'MẠT',
  'MÁT',
  'MÂT',
  'TỘI MẬT',
  'TOI MẤT',
  'TUYẾT MẬT',
  'MẬTT',
  'AMẬT',
  'MAT2',
  'FORMAT',
  'TOMAT',
  'MA TÚY',
  '| M | A | T |',
  'BẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC',
  'CAM KẾT BẢO\n\nMẬT',
  'BAO VE BI\nMAT\nNHA NUOC',
  'BẢO VỆ BÍ  MẬT',
  '   BẢO VỆ BÍ   \n      MẬT      ',
  'BẢO VỆ BÍ\nMẬT'.normalize('NFD'),
  'M\nẬ\nT',
];

test.each(marked)('%j carries %s', (text, mark, line = 1) => {
  expect(findClassificationMark(text)).toEqual({ mark, line });
});

test.each(unmarked)('%j carries no mark', (text) => {
  expect(findClassificationMark(text)).toBeNull();
});

test('lower-case text never carries a mark', () => {
  const word = fc.constantFrom(
    'MẬT',
    'TỐI',
    'TUYỆT',
    'MAT',
    'Độ mật:',
    ' ',
    '\n',
    '\t',
    '|',
    '-',
    'Bản số 3',
    '**',
  );
  const text = fc.oneof(
    fc.array(word).map((words) => words.join('')),
    fc.string({ unit: 'grapheme' }),
  );
  fc.assert(
    fc.property(text, (any) => {
      expect(findClassificationMark(any.toLowerCase())).toBeNull();
    }),
  );
});

test('a mark on its own line is found wherever it stands, whatever stands around it', () => {
  const level = fc.constantFrom('MẬT', 'TỐI MẬT', 'TUYỆT MẬT');
  const line = fc
    .string({ unit: 'grapheme' })
    .map((text) => text.toLowerCase().replace(/[\n\v\f\r\u0085\u2028\u2029]/g, ''));
  fc.assert(
    fc.property(fc.array(line), level, fc.array(line), (before, mark, rest) => {
      const text = [...before, mark, ...rest].join('\n');
      expect(findClassificationMark(text)).toEqual({ mark, line: before.length + 1 });
    }),
  );
});

// The corpus is kept outside the repository.
test.skipIf(!existsSync(corpus))('laws and resolutions that speak of secrets carry no mark', async () => {
  const names = (await readdir(corpus)).filter((name) => name.endsWith('.md'));
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    const file = await readableText({
      name,
      mediaType: 'text/markdown',
      content: await readFile(`${corpus}/${name}`),
    });
    expect(file.readable, name).toBe(true);
    expect(file.readable && findClassificationMark(file.text), name).toBeNull();
  }
});

// Quadratic work shows at a few megabytes; the stack of the expression engine overflows only past sixteen.
test.each([
  [4, 'one long line', 'MẬT,'],
  [4, 'empty lines', '\n'],
  [4, 'short lines', 'M\n'],
  [4, 'columns', 'M\t'],
  [4, 'cells', '|T'],
  [4, 'gaps', '  T'],
  [4, 'open words', 'BÍ\tMẬT\t'],
  [4, 'labels', 'Độ mật:\t'],
  [4, 'label rules', 'Độ mật:-'],
  [4, 'tags', '<a '],
  [20, 'words', 'bảo vệ bí mật nhà nước. '],
  [40, 'decorations', '*'],
  [40, 'accents', '\u0301\u0323'],
  [40, 'blanks', ' '],
  [40, 'invisible marks', '\u200b'],
])('%i MB of %s are looked through in time', { timeout: 30_000 }, (megabytes, _, unit) => {
  const half = unit.repeat((megabytes * 512 * 1024) / Buffer.byteLength(unit));
  const started = performance.now();
  expect(findClassificationMark(`${half}x\n${half}x`)).toBeNull();
  expect(performance.now() - started).toBeLessThan(15_000);
});

function bytes(text: string, encoding: BufferEncoding = 'utf8') {
  return Uint8Array.from(Buffer.from(text, encoding));
}

async function read(content: Uint8Array, mediaType = 'application/octet-stream') {
  return await readableText({ name: 'tai-lieu.bin', mediaType, content });
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

function zip(parts: Record<string, string | Buffer>, { deflate = false, flags = 0 } = {}) {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const content = Buffer.from(part);
    const packed = deflate ? deflateRawSync(content) : content;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(deflate ? 8 : 0, 4);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    files.push(Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), common, tail, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(Buffer.concat(directory).length, 8);
  end.writeUInt32LE(offset, 12);
  return Uint8Array.from(Buffer.concat([...files, ...directory, Buffer.from('PK\u0005\u0006'), end]));
}

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

test('a compressed DOCX is read; a bomb, a locked or an empty one is not', async () => {
  expect(await markOf(zip({ 'word/document.xml': paragraph('MẬT') }, { deflate: true }))).toBe('MẬT');
  const bomb = Buffer.alloc(30 * 1024 * 1024, 32);
  const parts = { 'word/document.xml': paragraph('a'), 'word/header1.xml': bomb, 'word/header2.xml': bomb };
  expect(await markOf(zip(parts, { deflate: true }))).toBe('broken');
  expect(await markOf(zip({ 'word/document.xml': paragraph('a') }, { flags: 1 }))).toBe('encrypted');
  expect(await markOf(docx('<w:p><w:r><w:drawing/></w:r></w:p>'))).toBe('no-text');
});

function pdf(contents: string[], { trailer = '', annotation = '' } = {}) {
  const pages = contents.flatMap((content, index) => [
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>` +
      `/Contents ${5 + 2 * index} 0 R/Annots[${annotation}]>>`,
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
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
