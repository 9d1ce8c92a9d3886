import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingOfFont } from '../../hub/platform/legacy-vietnamese/legacy-font.ts';
import { inUnicode } from '../../hub/platform/legacy-vietnamese/recognise.ts';
import { isSyllable } from '../../hub/platform/legacy-vietnamese/syllables.ts';
import { fromTcvn3 } from '../../hub/platform/legacy-vietnamese/tcvn3.ts';
import { fromVni } from '../../hub/platform/legacy-vietnamese/vni.ts';
import { toTcvn3, toVni } from '../library/files/legacy-encoders.ts';
import { corpus, shared } from '../library/material.ts';

// Written out by hand: what people see who open such a file without its font.
test.each([
  ['§¶ng Céng s¶n ViÖt Nam', 'Đảng Cộng sản Việt Nam'],
  ['®­îc nh÷ng quyÕt ®Þnh', 'được những quyết định'],
  ['Céng hoµ x· héi chñ nghÜa ViÖt Nam', 'Cộng hoà xã hội chủ nghĩa Việt Nam'],
  ['§éc lËp - Tù do - H¹nh phóc', 'Độc lập - Tự do - Hạnh phúc'],
  ['®-îc, n-íc', 'được, nước'],
  ['TUYÖT MËT', 'TUYỆT MẬT'],
])('TCVN3 %s', (coded, text) => {
  expect(fromTcvn3(coded)).toBe(text);
});

test.each([
  ['Ñaûng Coäng saûn Vieät Nam', 'Đảng Cộng sản Việt Nam'],
  ['ñöôïc nhöõng quyeát ñònh', 'được những quyết định'],
  ['COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA'],
  ['kyõ thuaät, quyù, lyù, Myõ', 'kỹ thuật, quý, lý, Mỹ'],
  ['TUYEÄT MAÄT', 'TUYỆT MẬT'],
])('VNI %s', (coded, text) => {
  expect(fromVni(coded)).toBe(text);
});

const letters = [...'aăâeêioôơuưy'].flatMap((letter) =>
  ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'].map((tone) => `${letter}${tone}`.normalize('NFC')),
);

test('every letter of Vietnamese has its code in both', () => {
  for (const letter of [...letters, 'đ']) {
    expect(fromTcvn3(toTcvn3(letter))).toBe(letter);
    expect(fromVni(toVni(letter))).toBe(letter);
    expect(fromVni(toVni(letter.toUpperCase()))).toBe(letter.toUpperCase());
    expect(readingOfFont('ABCDEF+.VnTimeH')?.(toTcvn3(letter))).toBe(letter.toUpperCase());
  }
});

test.each([
  ['.VnTime', true],
  ['.VnArial NarrowH', true],
  ['VNI-Times', true],
  ['Times New Roman', false],
  ['Verdana', false],
  ['Vni', false],
])('the font %s', (name, isOld) => {
  expect(readingOfFont(name) !== null).toBe(isOld);
});

test('syllables are told from what has the letters but not the shape', () => {
  for (const word of ['Đảng', 'nghiêng', 'giếng', 'gì', 'quốc', 'khuỷu', 'xoong', 'ỷ', 'yêu'])
    expect(isSyllable(word)).toBe(true);
  for (const word of ['cụg', 'các\u0323', 'tàt', 'ñaûng', 'ViÖt', '', 'đ', 'aaa'])
    expect(isSyllable(word)).toBe(false);
});

const texts = shared
  ? readdirSync(corpus)
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(`${corpus}/${name}`, 'utf8').normalize('NFC'))
  : ['Đảng viên được giữ sổ tay của chi bộ; là cán bộ công đoàn có trách nhiệm, vô tư.'];

test('Unicode stays as it is, letter by letter: whole documents and any piece of them', () => {
  for (const text of texts) expect(inUnicode(text)).toBe(text);
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat({ max: 400 }), (text, at, length) => {
      const piece = text.slice(at % text.length, (at % text.length) + length);
      expect(inUnicode(piece)).toBe(piece);
      for (const form of ['NFD', 'NFC'] as const)
        expect(inUnicode(piece.normalize(form))).toBe(piece.normalize(form));
    }),
    { numRuns: 3_000 },
  );
});

test('other languages stay too', () => {
  for (const text of [
    'Les élèves français étaient déjà très âgés à l’été où naquit la fête.',
    'Größe, Übung, schön, für, müssen, können, äußern, Straße',
    'año, señor, corazón, también, está, después, aquí, según',
    'naïve café résumé',
  ])
    expect(inUnicode(text)).toBe(text);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(inUnicode(text)).toBe(text);
    }),
  );
});

test('a sentence of the old encodings is recognised by its words', () => {
  const piece = fc.constantFrom(...texts).chain((text) => {
    const sentences = text.split('\n').filter((line) => {
      const accented = line.match(/\p{L}*[^\p{ASCII}\s]\p{L}*/gu) ?? [];
      return accented.length >= 8 && !/[^\p{ASCII}\p{L}\s“”–]/u.test(line);
    });
    return fc.constantFrom(...(sentences.length > 0 ? sentences : [text]));
  });
  fc.assert(
    fc.property(piece, (text) => {
      const spoken = text.replaceAll(/[“”–]/g, '"');
      expect(inUnicode(toTcvn3(spoken)).toLowerCase()).toBe(spoken.toLowerCase());
      expect(inUnicode(toVni(spoken))).toBe(spoken);
    }),
    { numRuns: 400 },
  );
});
