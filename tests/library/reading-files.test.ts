import fc from 'fast-check';
import { Document, Packer, Paragraph } from 'docx';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../hub/library/index.ts';
import { readFile } from '../../hub/library/read-file.ts';
import { paragraphsOf } from '../../hub/library/reading/paragraphs.ts';
import { readDocumentHere } from '../../hub/library/reading/read-document-here.ts';
import { zip } from '../support/zip.ts';
import { realDocuments, substance } from './given.ts';
import { madePdf } from './files/made-pdf.ts';
import { toTcvn3, toVni } from './files/legacy-encoders.ts';
import { listed, paragraph, rawDocx, run, table } from './files/raw-docx.ts';
import { rawPdf, show } from './files/raw-pdf.ts';
import { shared } from './material.ts';

const bytes = (text: string, encoding: BufferEncoding = 'utf8') =>
  Uint8Array.from(Buffer.from(text, encoding));

async function read(content: Uint8Array, mediaType = '') {
  return await readDocumentHere({ name: 'tai-lieu.pdf', mediaType, content });
}

const body = paragraph('Điều 1. Chi bộ giữ sổ.');
const docx = rawDocx(body);

test.each([
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0), 'unknown-format'],
  ['a program', bytes('MZ\u0090\0\u0003\0\0\0', 'latin1'), 'unknown-format'],
  ['a program that also says it is a PDF', bytes('MZ\u0090\0%PDF-1.4\n', 'latin1'), 'unknown-format'],
  ['a program of Linux', bytes('\u007fELF\u0002\u0001%PDF-1.4', 'latin1'), 'unknown-format'],
  ['an archive that also says it is a PDF', bytes('PK\u0003\u0004....%PDF-1.4', 'latin1'), 'unknown-format'],
  ['a workbook', zip({ 'xl/workbook.xml': '<a/>' }), 'unknown-format'],
  [
    'a Word file with macros',
    zip({ 'word/document.xml': body, 'word/vbaProject.bin': 'x' }),
    'unknown-format',
  ],
  ['RTF', bytes('{\\rtf1 Chi bộ}'), 'unknown-format'],
  ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1), 'unknown-format'],
  [
    'a Word file with a password',
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...bytes('EncryptedPackage', 'utf16le')]),
    'encrypted',
  ],
  ['a Word file of pictures', rawDocx('<w:p/>', { 'media/image1.png': 'x' }), 'no-text'],
  ['half a Word file', docx.slice(0, Math.floor(docx.length / 2)), 'broken'],
  ['a PDF that is none', bytes('%PDF-1.7\nnothing'), 'broken'],
])('%s is refused', async (_, content, reason) => {
  expect(await read(content)).toEqual({ readable: false, reason });
});

test('more than 50 MB are refused before they are looked at, and a bomb before it is whole', async () => {
  const given = { name: 'a.txt', mediaType: 'text/plain', content: new Uint8Array(50 * 1024 * 1024 + 1) };
  expect(await readFile(given)).toEqual({ readable: false, reason: 'too-large' });
  const bomb = zip({ 'word/document.xml': Buffer.alloc(120 * 1024 * 1024, 32) }, { deflate: true });
  expect(await read(bomb)).toEqual({ readable: false, reason: 'broken' });
});

test.each([
  ['tables in tables', `${'<w:tbl><w:tr><w:tc>'.repeat(20_000)}${body}`],
  ['boxes in boxes', `${'<w:p><w:r><w:txbxContent>'.repeat(20_000)}${body}`],
  ['elements in elements', `${'<w:sdt>'.repeat(200_000)}${body}`],
  [
    'entities that name each other',
    '<!DOCTYPE a [<!ENTITY b "&c;&c;&c;">]><w:p><w:r><w:t>&b;</w:t></w:r></w:p>',
  ],
])('hostile nesting ends: %s', async (_, inside) => {
  expect(await read(rawDocx(inside))).toHaveProperty('readable');
});

test('the thread answers as the reading itself does, and leaves the bytes whole', async () => {
  for (const content of [docx, bytes('# Sổ tay\n\nChi bộ.'), rawPdf([show('Chi bo giu so tay.', 70, 700)])]) {
    const before = Uint8Array.from(content);
    const here = await read(before);
    if (!here.readable) throw new Error(here.reason);
    const document = readDocument('a', here.text);
    const { pageStarts } = here;
    expect(await readFile({ name: 'a', mediaType: '', content })).toEqual({
      readable: true,
      document,
      pageStarts,
    });
    expect(Buffer.compare(content, before)).toBe(0);
  }
});

const page = `<!doctype html><html><head><title>Trang</title><script>var a = "<p>b</p>"</script></head><body>
  <header><nav><a href="/">Trang chủ</a></nav></header><div hidden>Ẩn</div><form>Tìm</form>
  <main><table><tr><td>ĐẢNG BỘ TỈNH LÀO CAI<br>ĐẢNG ỦY XÃ BẢO THẮNG<br>Số 5-QĐ/ĐU</td>
  <td>ĐẢNG CỘNG SẢN VIỆT NAM<br>Bảo Thắng, ngày 3 tháng 2 năm 2026</td></tr></table>
  <p>QUY&nbsp;ĐỊNH</p><p>về <b>sổ</b>
  tay</p><h3>Điều 1. Sổ</h3><h3>Chú ý</h3><ol start=2><li>Giữ sổ<li>Nộp sổ<ol type="a"><li>hằng tháng<li>hằng quý</ol></ol>
  <ul><li>một ý</li></ul><table><tr><th>STT<th>Việc<tr><td>1<td><p>Giữ</p><p>sổ</p></table></main>
  <aside>Bài khác</aside><footer>Liên hệ</footer></body></html>`;

test('a page gives its main part, with the numbers of its lists and a line for each row', async () => {
  const file = await read(bytes(page));
  if (!file.readable) throw new Error(file.reason);
  expect(file.text.split('\n')).toEqual([
    'ĐẢNG BỘ TỈNH LÀO CAI',
    'ĐẢNG ỦY XÃ BẢO THẮNG',
    'Số 5-QĐ/ĐU',
    'ĐẢNG CỘNG SẢN VIỆT NAM',
    'Bảo Thắng, ngày 3 tháng 2 năm 2026',
    'QUY ĐỊNH',
    'về sổ tay',
    'Điều 1. Sổ',
    '### Chú ý',
    '2. Giữ sổ',
    '3. Nộp sổ',
    'a) hằng tháng',
    'b) hằng quý',
    '- một ý',
    '| STT | Việc |',
    '| 1 | Giữ sổ |',
  ]);
  expect(readDocument('a.html', file.text)).toMatchObject({
    number: '5-QĐ/ĐU',
    kind: 'Quy định',
    issuer: 'Đảng ủy xã Bảo Thắng',
    date: '2026-02-03',
  });
});

const sentence = 'Đảng viên được giữ sổ tay của chi bộ; mỗi tháng nộp sổ cho bí thư chi bộ.';

test.each([
  ['UTF-8', bytes(`\ufeff${sentence}\r\n`)],
  ['UTF-8, decomposed', bytes(`${sentence.normalize('NFD')}\n`)],
  ['UTF-16', bytes(`\ufeff${sentence}\n`, 'utf16le')],
  ['Windows-1258', inWindows1258(`${sentence}\n`)],
  ['TCVN3', bytes(`${toTcvn3(sentence)}\n`, 'latin1')],
  ['VNI', bytes(`${toVni(sentence)}\n`, 'latin1')],
  ['TCVN3 that was taken for Latin-1', bytes(`${toTcvn3(sentence)}\n`)],
])('a text in %s', async (_, content) => {
  expect(await read(content)).toEqual({ readable: true, text: `${sentence}\n`, pageStarts: [] });
});

test('Markdown keeps its source, with what stands before it', async () => {
  const source = '---\ntitle: "Sổ tay"\n---\n\n## Điều 1\n\n**Chi bộ** giữ sổ.\n';
  expect(await read(bytes(source))).toMatchObject({ text: source });
});

/** Letters with their own mark have a code, tones are a code of their own behind them. */
function inWindows1258(text: string): Uint8Array {
  const decode = new TextDecoder('windows-1258');
  const codes = new Map(
    Array.from({ length: 256 }, (_, code) => [decode.decode(Uint8Array.of(code)), code] as const),
  );
  const tones = /[\u0300\u0301\u0303\u0309\u0323]/u;
  const units = [...text.normalize('NFC')].flatMap((letter) => {
    if (codes.has(letter)) return [letter];
    const marks = [...letter.normalize('NFD')];
    const tone = marks.filter((mark) => tones.test(mark));
    return [
      marks
        .filter((mark) => !tones.test(mark))
        .join('')
        .normalize('NFC'),
      ...tone,
    ];
  });
  return Uint8Array.from(units.map((unit) => codes.get(unit) ?? 63));
}

describe('no bytes at all make reading throw or go on for ever', async () => {
  const seeds = [
    docx,
    rawDocx(
      [1, 2, 3].map((number) => listed(`Việc ${number}`, number % 2)).join('') +
        table([['a', 'b'], [['<w:gridSpan w:val="2"/>', 'c']]]) +
        paragraph(run('x', '<w:vanish/>')),
      { 'numbering.xml': '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>' },
    ),
    rawPdf([show('Chi bo', 70, 700) + show('giu so', 300, 700), show('2', 70, 30)]),
    await madePdf({ content: ['Chi bộ', { table: { body: [['a', 'b']] } }] }),
    bytes(page),
    bytes(`${toTcvn3(sentence)}\n`, 'latin1'),
  ];
  const seed = fc.constantFrom(...seeds);
  const place = fc.double({ min: 0, max: 1, noNaN: true });

  test('cut short, overwritten, or put together from two', async () => {
    const changed = fc.oneof(
      fc.tuple(seed, place).map(([content, at]) => content.slice(0, at * content.length)),
      fc.tuple(seed, place, fc.uint8Array({ maxLength: 60 })).map(([content, at, noise]) => {
        const copy = Uint8Array.from(content);
        const from = Math.floor(at * (copy.length - 1));
        copy.set(noise.subarray(0, copy.length - from), from);
        return copy;
      }),
      fc
        .tuple(seed, seed, place)
        .map(([one, other, at]) =>
          Uint8Array.from([...one.slice(0, at * one.length), ...other.slice(at * other.length)]),
        ),
    );
    await fc.assert(
      fc.asyncProperty(changed, async (content) => {
        expect(await read(content)).toHaveProperty('readable');
      }),
      { numRuns: 250 },
    );
  });

  test('or a Word file and a page of any elements in any order', async () => {
    const names =
      'p r t tbl tr tc txbxContent pPr rPr del numPr footnote br sdt Fallback li ol table td main nav'.split(
        ' ',
      );
    const piece = fc.oneof(
      fc
        .tuple(
          fc.constantFrom('<', '</'),
          fc.constantFrom(...names),
          fc.constantFrom('>', '/>', ' w:val="1">'),
        )
        .map((parts) => parts.join('')),
      fc.constantFrom('Chi bộ', 'Điều 1.', '&amp;', ' '),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 80 }), async (pieces) => {
        expect((await read(rawDocx(pieces.join(''), { 'footnotes.xml': pieces.join('') }))).readable).toBe(
          true,
        );
        expect((await read(bytes(`<html>${pieces.join('')}`))).readable).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe.skipIf(!shared)('real documents, written to a file and read again', () => {
  const documents = shared ? realDocuments() : [];
  const originals = documents.map(({ text }) =>
    paragraphsOf(text.replace(/^---\n[^]*?\n---\n/, '')).map((each) =>
      each.text.replace(/^#+ /, '').replaceAll(/\s*\n\s*/g, ' '),
    ),
  );

  // A quarter of them each way: writing a PDF is most of what this takes.
  const [some, others] = [0, 2].map((quarter) => originals.filter((_, place) => place % 4 === quarter));

  test.each([
    ['DOCX', 0.995, originals, asDocx],
    ['PDF, justified', 0.985, some!, async (texts: readonly string[]) => await asPdf(texts, 'justify')],
    ['PDF, ragged', 0.98, others!, async (texts: readonly string[]) => await asPdf(texts, 'left')],
  ])(
    'nearly all paragraphs come back whole from %s',
    async (_, floor, given, write) => {
      let [all, whole] = [0, 0];
      for (const paragraphs of given) {
        const file = await read(await write(paragraphs));
        if (!file.readable) throw new Error(file.reason);
        const back = new Set(paragraphsOf(file.text).map((each) => substance(each.text)));
        all += paragraphs.length;
        whole += paragraphs.filter((each) => back.has(substance(each.normalize('NFC')))).length;
      }
      expect(all).toBeGreaterThan(500);
      expect(whole / all).toBeGreaterThan(floor);
    },
    180_000,
  );

  test('nothing of them is taken for an encoding before Unicode', async () => {
    for (const { file, text } of documents)
      expect(await read(bytes(text)), file).toMatchObject({ text: text.normalize('NFC') });
  });
});

async function asDocx(texts: readonly string[]): Promise<Uint8Array> {
  const children = texts.map((text) => new Paragraph(text));
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })));
}

async function asPdf(texts: readonly string[], alignment: 'justify' | 'left'): Promise<Uint8Array> {
  const isTitle = (text: string) => text.length < 80 && text === text.toUpperCase();
  return await madePdf({
    footer: (number) => ({ text: String(number), alignment: 'center' }),
    content: texts.map((text) => ({
      text,
      alignment: isTitle(text) ? 'center' : alignment,
      leadingIndent: 36,
    })),
  });
}
