import { describe, expect, test } from 'vitest';
import { mayBeSentence, readSentence } from '../../bots/conversations/feedback/sentence.ts';
import { addresseeTyped, typedWay } from '../../bots/conversations/feedback/typed-ways.ts';
import { understand } from '../../bots/conversations/understand.ts';
import type { Addressee } from '../../hub/feedback/index.ts';

const chain = ['Chi bộ thôn Ba', 'Đảng bộ bộ phận', 'Đảng bộ xã Một', 'Đảng bộ tỉnh'];
const addressees: Addressee[] = chain.map((name, distance) => ({
  unit: { id: String(distance), code: `U${distance}`, name },
  distance,
  unlinkablePath: null,
  answerDays: 30,
}));

describe('one sentence', () => {
  test.each([
    ['/gopy kien nghi chi bo: sua den duong thon 3', 'proposal', 0, 'sua den duong thon 3'],
    ['/gopy Kiến nghị với xã: sửa đèn đường: thôn 3', 'proposal', 2, 'sửa đèn đường: thôn 3'],
    ['gop y voi xa: duong lay loi', null, 2, 'duong lay loi'],
    ['Góp ý với xã', null, 2, null],
    ['Tôi xin phản ánh lên tỉnh: nước bẩn', 'reported', 3, 'nước bẩn'],
    ['phan anh: dien hay mat', 'reported', null, 'dien hay mat'],
    ['Ý kiến gửi đảng ủy: họp quá dài', 'opinion', 1, 'họp quá dài'],
    ['kien nghi dang uy xa mot: x', 'proposal', 2, 'x'],
    ['/gopy đường thôn 3 hỏng', null, null, 'đường thôn 3 hỏng'],
    ['/gopy', null, null, null],
    ['/gopy kien nghi', 'proposal', null, null],
    ['/gopy hoi chi uy: bao gio hop', 'question', 0, 'bao gio hop'],
    ['/gopy tinh: x', null, 3, 'x'],
    ['/gopy to cao', 'door', null, null],
    ['muốn khiếu nại', 'door', null, null],
  ])('%s', (text, kind, distance, said) => {
    expect(mayBeSentence(text)).toBe(true);
    const read = readSentence(text, addressees);
    expect(read && { ...read, to: read.to?.distance ?? null }).toEqual({ kind, to: distance, text: said });
  });

  test.each([
    'góp ý là việc tốt nên làm',
    'y kien cua dong chi rat hay',
    'chi bộ có ý kiến gì không',
    'kien nghi nha hang xom: x',
    'toi du',
    'vang vi om',
  ])('is not begun by: %s', (text) => {
    expect(mayBeSentence(text) ? readSentence(text, addressees) : null).toBeNull();
  });
});

test('a unit is known by its kind, by a part of its name, by its code, and never guessed', () => {
  const meant = (words: string) => addresseeTyped(words, addressees)?.distance ?? null;
  expect(['chi bo', 'dang uy', 'xa', 'dang uy xa', 'tinh', 'thon ba', 'u3'].map(meant)).toEqual([
    0, 1, 2, 2, 3, 0, 3,
  ]);
  expect(['bo', 'huyen', ''].map(meant)).toEqual([null, null, null]);
});

test('what is typed for a button, with marks and without', () => {
  expect(typedWay('Không ghi tên', 'level')).toBe('feedback:level:unlinkable');
  expect(typedWay('kin', 'level')).toBe('feedback:level:confidential');
  expect(typedWay('Ghi tên!', 'level')).toBe('feedback:level:named');
  expect(typedWay('Khiếu nại, tố cáo', 'kind')).toBe('feedback:kind:door');
  expect(typedWay('thoi', 'text')).toBe('feedback:stop');
  expect(typedWay('gửi', 'text')).toBeNull();
});

test.each([
  ['/gopy', 'feedback'],
  ['Góp ý', 'feedback'],
  ['dạ em muốn góp ý ạ', 'feedback'],
  ['kien nghi', 'feedback'],
  ['Ý kiến của tôi', 'opinions'],
  ['xem lai y kien', 'opinions'],
  ['them y kien chi dao', 'instruct'],
  ['/hoi', 'ask'],
])('%s means %s', (text, kind) => {
  expect(understand(text)).toEqual({ kind });
});
