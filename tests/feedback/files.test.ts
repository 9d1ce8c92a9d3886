import { deflateSync, crc32 } from 'node:zlib';
import { PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { Document, ImageRun, InsertedTextRun, Packer, Paragraph, TextRun, CommentRangeStart } from 'docx';
import { CommentRangeEnd, CommentReference } from 'docx';
import pdfmake from 'pdfmake';
import { readSheet } from 'read-excel-file/universal';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { cleanFile } from '../../hub/feedback/files/clean-file.ts';
import { readableText } from '../../hub/platform/file-text/file-text.ts';
import { unpacked, zipEntries } from '../../hub/platform/zip.ts';
import { zip } from '../support/zip.ts';

const author = 'Nguyen Van Tac Gia';
const place = 'Ban Na Loc';

const given = (content: Uint8Array, name = 'don.bin') => ({ name, mediaType: 'x/whatever', content });
const clean = (content: Uint8Array, { name = 'don.bin', reencode = true } = {}) =>
  cleanFile(given(content, name), { reencode });
const refused = (field: string) => ({ code: 'feedback.invalid', facts: { field } });
const tells = (content: Uint8Array, words: string) => {
  const bytes = Buffer.from(content);
  return [Buffer.from(words), Buffer.from(words, 'utf16le'), Buffer.from(words, 'utf16le').swap16()].some(
    (each) => bytes.includes(each),
  );
};
const blank = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#cc3344' } });

/** As a phone writes it: who, where, and which way up. */
const photo = async () =>
  new Uint8Array(
    await blank(400, 200)
      .withExif({
        IFD0: { Artist: author, ImageDescription: place },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 23/1 11/1', GPSLongitude: '103/1 1/1 0/1' },
      })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer(),
  );

/** All parts of an Office file, one after the other. */
async function partsOf(content: Uint8Array): Promise<Map<string, Buffer>> {
  const bytes = Buffer.from(content);
  const parts = new Map<string, Buffer>();
  for (const entry of zipEntries(bytes)) parts.set(entry.name, await unpacked(bytes, entry, 50_000_000));
  return parts;
}
const whole = (parts: Map<string, Buffer>) => Buffer.concat([...parts.values()]);

describe('pictures', () => {
  test('of a phone lose place, time and owner, and stand upright', async () => {
    const taken = await photo();
    expect(tells(taken, author)).toBe(true);
    expect((await sharp(taken).metadata()).exif!.includes(Buffer.from(place))).toBe(true);
    for (const reencode of [true, false]) {
      const { content, mediaType } = await clean(taken, { reencode });
      const { exif, xmp, icc, orientation, width, height, format } = await sharp(content).metadata();
      expect({ exif, xmp, icc, orientation }).toEqual({});
      expect({ width, height, format, mediaType }).toEqual({
        width: 200,
        height: 400,
        format: 'jpeg',
        mediaType: 'image/jpeg',
      });
      expect(tells(content, author) || tells(content, place)).toBe(false);
    }
  });

  test('of other kinds stay what they are', async () => {
    for (const format of ['png', 'webp'] as const) {
      const drawn = blank(300, 300).withExif({ IFD0: { Artist: author } });
      const made = await drawn.toFormat(format).toBuffer();
      expect(tells(made, author)).toBe(true);
      const { content, mediaType } = await clean(made);
      expect(mediaType).toBe(`image/${format}`);
      expect(tells(content, author)).toBe(false);
    }
  });

  test('that are larger than anybody looks at are made smaller', async () => {
    const { content } = await clean(await blank(6_000, 3_000).jpeg().toBuffer());
    expect(await sharp(content).metadata()).toMatchObject({ width: 2_560, height: 1_280 });
  });

  test('that unfold to gigabytes are refused before they do', async () => {
    const bomb = pngOf(60_000, 60_000);
    expect(bomb.byteLength).toBeLessThan(10 * 1024 * 1024);
    const before = process.memoryUsage().rss;
    await expect(clean(bomb)).rejects.toMatchObject(refused('file-size'));
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });

  test('that are something else besides lose what that is', async () => {
    const polyglot = Buffer.concat([await photo(), zip({ 'don.txt': author })]);
    const { content } = await clean(polyglot);
    expect(Buffer.from(content).includes('PK\u0003\u0004')).toBe(false);
  });

  test('that are cut off are refused', async () => {
    const taken = await sharp({
      create: {
        width: 900,
        height: 900,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', sigma: 60, mean: 128 },
      },
    })
      .jpeg()
      .toBuffer();
    await expect(clean(taken.subarray(0, taken.length / 3))).rejects.toMatchObject(refused('file-type'));
  });
});

describe('Word and Excel', () => {
  const wordFile = async () =>
    new Uint8Array(
      await Packer.toBuffer(
        new Document({
          creator: author,
          lastModifiedBy: author,
          title: place,
          customProperties: [{ name: 'Chi bộ', value: place }],
          comments: {
            children: [
              { id: 0, author, initials: 'NVT', date: new Date(), children: [new Paragraph('Ghi chú')] },
            ],
          },
          sections: [
            {
              children: [
                new Paragraph({
                  children: [
                    new CommentRangeStart(0),
                    new TextRun('Đề nghị sửa đường'),
                    new CommentRangeEnd(0),
                    new TextRun({ children: [new CommentReference(0)] }),
                    new InsertedTextRun({ text: ' thêm vào', id: 1, author, date: '2026-08-01T07:13:00Z' }),
                    new ImageRun({
                      type: 'jpg',
                      data: await photo(),
                      transformation: { width: 90, height: 45 },
                    }),
                  ],
                }),
              ],
            },
          ],
        }),
      ),
    );

  test('a Word file keeps its words and loses who wrote them, when and where', async () => {
    const written = await wordFile();
    expect(whole(await partsOf(written)).includes(author)).toBe(true);
    const { content, mediaType, name } = await clean(written, { name: `Don cua ${author}.docx` });
    expect(mediaType).toContain('wordprocessingml');
    expect(name).toBe('tep.docx');
    const parts = await partsOf(content);
    const all = whole(parts);
    for (const word of [author, place, 'NVT', '2026-08-01T07:13', 'Exif'])
      expect(tells(all, word)).toBe(false);
    expect([...parts.keys()].filter((part) => part.startsWith('docProps'))).toEqual([]);
    expect(parts.get('_rels/.rels')!.toString()).not.toContain('docProps');
    expect(parts.get('[Content_Types].xml')!.toString()).not.toContain('docProps');
    expect(parts.get('word/comments.xml')!.toString()).toContain('Ghi chú');
    const read = await readableText({ name, mediaType, content });
    expect(read).toMatchObject({
      readable: true,
      text: expect.stringContaining('Đề nghị sửa đường thêm vào'),
    });
  });

  test('says nothing of when it was packed', async () => {
    const written = await wordFile();
    const bytes = Buffer.from((await clean(written)).content);
    expect(Buffer.from((await clean(written)).content).equals(bytes)).toBe(true);
    for (const { headerAt } of zipEntries(bytes)) expect(bytes.readUInt32LE(headerAt + 10)).toBe(0x21 << 16);
  });

  test('a workbook of another program is read as before', async () => {
    const written = await writeExcelFile([[{ value: 'Họ và tên' }, { value: 7 }]], {}).toBuffer();
    const { content } = await clean(new Uint8Array(written));
    expect(await readSheet(new Uint8Array(content).buffer)).toEqual([['Họ và tên', 7]]);
  });

  const types = (kind: string) =>
    `<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.${kind}"/></Types>`;
  const excelParts = (more: Record<string, string | Buffer> = {}) => ({
    '[Content_Types].xml': types('spreadsheetml.sheet.main+xml'),
    'xl/workbook.xml': `<workbook><x15ac:absPath url="C:\\Users\\${author}\\" xmlns:x15ac="a"/><fileSharing userName="${author}"/><sheets/></workbook>`,
    'xl/comments1.xml': `<comments><authors><author>${author}</author></authors></comments>`,
    'xl/persons/person.xml': `<personList><person displayName="${author}" userId="S::a@b" id="{1}"/></personList>`,
    'xl/tables/table1.xml': '<table displayName="Bang1"/>',
    'xl/worksheets/sheet1.xml': `<worksheet><pageSetup paperSize="9" r:id="rId1"/></worksheet>`,
    'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships><Relationship Id="rId1" Type="http://x/printerSettings" Target="../printerSettings/printerSettings1.bin"/><Relationship Id="rId2" Type="http://x/hyperlink" Target="file:///C:/Users/${author}/a.xlsx" TargetMode="External"/></Relationships>`,
    'xl/printerSettings/printerSettings1.bin': `\\\\may-in-${author}`,
    'docProps/app.xml': `<Properties><Company>${place}</Company></Properties>`,
    ...more,
  });

  test('an Excel file as well, and its tables keep their names', async () => {
    const { content, mediaType } = await clean(zip(excelParts(), { deflate: true }));
    expect(mediaType).toContain('spreadsheetml');
    const parts = await partsOf(content);
    const all = whole(parts);
    for (const word of [author, place, 'printerSettings', 'S::a@b']) expect(tells(all, word)).toBe(false);
    expect(parts.get('xl/tables/table1.xml')!.toString()).toContain('displayName="Bang1"');
    expect(parts.get('xl/worksheets/sheet1.xml')!.toString()).toBe(
      '<worksheet><pageSetup paperSize="9"/></worksheet>',
    );
  });

  test('what cannot be looked into is not taken: macros, foreign objects, other archives, bombs', async () => {
    const refusedParts = [
      { 'a.txt': 'một tệp nén' },
      excelParts({ 'xl/vbaProject.bin': 'x' }),
      excelParts({ 'xl/embeddings/oleObject1.bin': author }),
      excelParts({ '[Content_Types].xml': types('spreadsheetml.sheet.macroEnabled.main+xml') }),
      excelParts({ 'xl/theme.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      excelParts({ 'xl/theme.xml': Buffer.from('\ufeff<a/>', 'utf16le') }),
    ];
    for (const parts of refusedParts)
      await expect(clean(zip(parts))).rejects.toMatchObject(refused('file-type'));
    const bomb = zip(excelParts({ 'xl/worksheets/sheet2.xml': Buffer.alloc(200_000_000) }), {
      deflate: true,
    });
    expect(bomb.byteLength).toBeLessThan(1_000_000);
    await expect(clean(bomb)).rejects.toMatchObject(refused('file-type'));
    await expect(clean(zip(excelParts(), { flags: 1 }))).rejects.toMatchObject(refused('file-type'));
  });
});

describe('PDF', () => {
  async function written(): Promise<PDFDocument> {
    const pdf = await PDFDocument.create();
    const page = pdf.addPage([400, 400]);
    page.drawText('De nghi sua duong', { font: await pdf.embedFont(StandardFonts.Helvetica) });
    page.drawImage(await pdf.embedJpg(await photo()), { x: 0, y: 0, width: 100, height: 50 });
    pdf.setAuthor(author);
    pdf.setTitle(place);
    await pdf.attach(Buffer.from(author), 'goc.txt', { mimeType: 'text/plain' });
    const { context, catalog } = pdf;
    catalog.set(
      PDFName.of('Metadata'),
      context.register(
        context.stream(`<x:xmpmeta>${author}</x:xmpmeta>`, { Type: 'Metadata', Subtype: 'XML' }),
      ),
    );
    const remark = context.obj({ Type: 'Annot', Subtype: 'Text', Rect: [0, 0, 9, 9] });
    remark.set(PDFName.of('T'), PDFString.of(author));
    remark.set(PDFName.of('M'), PDFString.of('D:20260801071300'));
    remark.set(PDFName.of('Contents'), PDFString.of('Ghi chu'));
    page.node.set(PDFName.of('Annots'), context.obj([context.register(remark)]));
    // An earlier version of the text that no page shows any more.
    context.register(context.stream(`BT (${author}) Tj ET`));
    return pdf;
  }

  test('keeps its pages and loses who made it, when and with what', async () => {
    const before = await (await written()).save({ useObjectStreams: false });
    for (const word of [author, 'D:20260801071300', 'xmpmeta', 'EmbeddedFile'])
      expect(tells(before, word)).toBe(true);
    const { content, mediaType, name } = await clean(before, { name: `${author}.pdf` });
    expect([mediaType, name]).toEqual(['application/pdf', 'tep.pdf']);
    const after = await (
      await PDFDocument.load(content, { updateMetadata: false })
    ).save({ useObjectStreams: false });
    for (const word of [author, place, 'D:20', 'xmpmeta', 'EmbeddedFile', 'Exif', 'Producer', 'pdf-lib'])
      expect(`${word} ${tells(content, word) || tells(after, word)}`).toBe(`${word} false`);
    expect(tells(after, 'Ghi chu')).toBe(true);
    expect(await readableText({ name, mediaType, content })).toMatchObject({
      readable: true,
      text: expect.stringContaining('De nghi sua duong'),
    });
  });

  test('of another program, with object streams, is read as before', async () => {
    pdfmake.setFonts({ Helvetica: { normal: 'Helvetica' } });
    const made = await pdfmake
      .createPdf({
        info: { author, title: place },
        defaultStyle: { font: 'Helvetica' },
        content: ['Mot dong chu', { text: 'Trang hai', pageBreak: 'before' }],
      })
      .getBuffer();
    const { content, name, mediaType } = await clean(new Uint8Array(made));
    expect(tells(content, author) || tells(content, place)).toBe(false);
    const read = await readableText({ name, mediaType, content });
    expect(read).toMatchObject({ text: expect.stringMatching(/Mot dong chu[^]*Trang hai/) });
  });

  test('behind a password, broken or with a tail is refused or rewritten', async () => {
    const locked = await written();
    locked.encrypt({ userPassword: 'x', ownerPassword: 'y' });
    await expect(clean(await locked.save())).rejects.toMatchObject(refused('file-type'));
    const open = await written();
    open.encrypt({ userPassword: '', ownerPassword: 'y' });
    await expect(clean(await open.save())).rejects.toMatchObject(refused('file-type'));
    await expect(clean(Buffer.from('%PDF-1.7\nkhông phải'))).rejects.toMatchObject(refused('file-type'));
    const tail = Buffer.concat([await (await written()).save(), zip({ 'a.txt': author })]);
    const { content } = await clean(tail);
    expect(Buffer.from(content).includes('PK\u0003\u0004')).toBe(false);
  });
});

describe('anything else', () => {
  test('is known by its content, whatever its name', async () => {
    const program = Buffer.concat([Buffer.from('MZ\u0090\0\u0003\0', 'latin1'), Buffer.alloc(4_000)]);
    for (const name of ['anh.jpg', 'don.pdf', 'a.txt'])
      await expect(clean(program, { name })).rejects.toMatchObject(refused('file-type'));
    const text = await clean(Buffer.from('Chỉ là chữ'), { name: 'anh.jpg', reencode: false });
    expect(text).toMatchObject({ name: 'anh.txt', mediaType: 'text/plain' });
  });

  test('is neither empty nor larger than 10 MB', async () => {
    await expect(clean(new Uint8Array())).rejects.toMatchObject(refused('file-size'));
    await expect(clean(new Uint8Array(200 * 1024 * 1024))).rejects.toMatchObject(refused('file-size'));
  });

  test('a recording loses its tags, and sounds as before', async () => {
    const sound = Buffer.concat([Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(300, 5)]);
    const tag = Buffer.from(author);
    const before = Buffer.concat([Buffer.from([0x49, 0x44, 0x33, 4, 0, 0, 0, 0, 0, tag.length]), tag]);
    const behind = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, author)]);
    const mp3 = await clean(Buffer.concat([before, sound, behind]), { reencode: false });
    expect(mp3.mediaType).toBe('audio/mpeg');
    expect(Buffer.from(mp3.content).equals(sound)).toBe(true);

    const box = (type: string, ...inside: Buffer[]) => {
      const body = Buffer.concat(inside);
      const head = Buffer.alloc(8);
      head.writeUInt32BE(body.length + 8);
      head.write(type, 4, 'latin1');
      return Buffer.concat([head, body]);
    };
    const times = Buffer.alloc(24, 9);
    times.fill(0, 0, 4);
    const handler = box('hdlr', Buffer.from('\0\0\0\0\0\0\0\0soun\0\0', 'latin1'));
    const given = Buffer.concat([
      box('ftyp', Buffer.from('M4A \0\0\0\0', 'latin1')),
      box('moov', box('mvhd', times), box('udta', Buffer.from(place)), box('trak', box('mdia', handler))),
      box('mdat', sound),
    ]);
    const m4a = Buffer.from((await clean(given, { reencode: false })).content);
    // What follows is found by its place.
    expect(m4a.length).toBe(given.length);
    expect(m4a.subarray(-sound.length).equals(sound)).toBe(true);
    expect(m4a.includes(place) || m4a.includes('udta')).toBe(false);
    expect(m4a.subarray(m4a.indexOf('mvhd') + 8, m4a.indexOf('mvhd') + 16).equals(Buffer.alloc(8))).toBe(
      true,
    );
  });

  test('a recording of boxes in boxes without end, or of one that ends nowhere, harms nothing', async () => {
    const head = (type: string, size: number) => {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE(size);
      bytes.write(type, 4, 'latin1');
      return bytes;
    };
    const start = Buffer.concat([head('ftyp', 16), Buffer.from('M4A \0\0\0\0', 'latin1')]);
    const sound = Buffer.concat([head('hdlr', 20), Buffer.from('\0\0\0\0\0\0\0\0soun', 'latin1')]);
    const levels = 200_000;
    const nested = Array.from({ length: levels }, (_, level) =>
      head(['moov', 'trak', 'mdia'][level % 3]!, (levels - level) * 8 + sound.length),
    );
    const deep = Buffer.concat([start, ...nested, sound]);
    expect((await clean(deep, { reencode: false })).mediaType).toBe('audio/mp4');

    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(20n);
    const long = Buffer.concat([head('mdat', 1), length, Buffer.alloc(4, 7)]);
    const story = Buffer.concat([
      head('moov', 16 + place.length),
      head('udta', 8 + place.length),
      Buffer.from(place),
    ]);
    const told = await clean(Buffer.concat([start, sound, long, story]), { reencode: false });
    expect(Buffer.from(told.content).includes(place)).toBe(false);
    const endless = Buffer.concat([start, sound, head('mdat', 4_000_000), story]);
    await expect(clean(endless, { reencode: false })).rejects.toMatchObject(refused('file-type'));
  });

  test('a voice is taken with a name only, and a film never', async () => {
    const voice = Buffer.concat([Buffer.from('OggS\0\u0002'), Buffer.alloc(100)]);
    expect(await clean(voice, { reencode: false })).toMatchObject({ mediaType: 'audio/ogg' });
    await expect(clean(voice)).rejects.toMatchObject(refused('file-type'));
    for (const [head, mediaType] of [
      ['#!AMR\n', 'audio/amr'],
      ['#!AMR-WB\n', 'audio/amr'],
      ['\u00ff\u00f1P\u0080', 'audio/aac'],
    ] as const) {
      const sound = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(100)]);
      expect(await clean(sound, { reencode: false })).toMatchObject({ mediaType });
    }
    const film = (track: string) =>
      Buffer.from(`\0\0\0\u0018ftypisom\0\0\0\0\0\0\0\u0021hdlr\0\0\0\0\0\0\0\0${track}\0\0`, 'latin1');
    expect(await clean(film('soun'), { reencode: false })).toMatchObject({ mediaType: 'audio/mp4' });
    await expect(clean(film('vide'), { reencode: false })).rejects.toMatchObject(refused('file-type'));
  });

  test.each([
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\An\\Đơn.TXT', 'Đơn.txt'],
    ['gpj\u202etxt.exe', 'gpjtxt.txt'],
    ['a\u0000b\nc.txt', 'abc.txt'],
    ['.txt', 'tep.txt'],
    ['', 'tep.txt'],
    [`${'ư'.repeat(200)}.txt`, `${'ư'.repeat(76)}.txt`],
    ['a<b>"c".txt', 'a-b--c-.txt'],
  ])('the name %j becomes %j', async (name, expected) => {
    expect((await clean(Buffer.from('chữ'), { name, reencode: false })).name).toBe(expected);
  });

  test('many at once hold nobody up', async () => {
    const taken = await photo();
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 10);
    const all = await Promise.all(Array.from({ length: 12 }, () => clean(taken)));
    clearInterval(ticking);
    expect(all.every(({ mediaType }) => mediaType === 'image/jpeg')).toBe(true);
    expect(ticks).toBeGreaterThan(0);
  });
});

/** All black, written without drawing it: a few megabytes that unfold to ten gigabytes. */
function pngOf(width: number, height: number): Uint8Array {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const length = Buffer.alloc(4);
    const sum = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(40_000_000));
  return Buffer.concat([
    Buffer.from('\u0089PNG\r\n\u001a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
