import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readableText } from '../../hub/platform/file-text/file-text.ts';
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

function expectNoMarkInTime(text: string) {
  const started = performance.now();
  expect(findClassificationMark(text)).toBeNull();
  expect(performance.now() - started).toBeLessThan(8_000);
}

test.each([
  ['one long line', 'MẬT,'],
  ['empty lines', '\n'],
  ['short lines', 'M\n'],
  ['columns', 'M\t'],
  ['cells', '|T'],
  ['gaps', '  T'],
  ['open words', 'BÍ\tMẬT\t'],
  ['labels', 'Độ mật:\t'],
  ['label rules', 'Độ mật:-'],
  ['tags', '<a '],
])('the time for %s grows with their number, not with its square', (_, unit) => {
  const half = unit.repeat(250_000 / unit.length);
  expectNoMarkInTime(`${half}x\n${half}x`);
});

// The stack of the expression engine overflows past four million characters of one kind, and for some only
// in a text with letters beyond Latin-1.
test.each([
  ['words', 'bảo vệ bí mật nhà nước '],
  ['decorations', '*'],
  ['accents', '\u0301\u0323'],
  ['blanks', ' '],
  ['invisible marks', '\u200b'],
])('a line of five million characters of %s is looked through', (_, unit) => {
  expectNoMarkInTime(`${unit.repeat(5_000_000 / unit.length)}ệ`);
});
