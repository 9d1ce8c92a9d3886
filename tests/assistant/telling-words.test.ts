import { expect, test } from 'vitest';
import { tellingWords } from '../../hub/assistant/refusing/telling-words.ts';

test.each([
  ['dv du bi dc bau cu k', ['dang vien du bi', 'bau cu']],
  ['dang phi dong bao nhieu', ['dang phi dong']],
  ['Lệ phí cấp hộ chiếu phổ thông là bao nhiêu?', ['Lệ phí cấp hộ chiếu phổ thông']],
  ['Đồng chí ơi cho tôi hỏi thẻ đảng viên dùng để làm gì ạ', ['thẻ đảng viên']],
  ['the dang vien bi mat thi sao', ['the dang vien', 'mat']],
  ['đv đi làm xa ntn', ['đảng viên đi làm xa']],
  ['Công nghệ thông tin, an ninh mạng là gì?', ['Công nghệ thông tin', 'an ninh mạng']],
  ['ở đâu vậy ạ', []],
])('%s is about %j', (typed, telling) => {
  expect(tellingWords(typed)).toEqual(telling);
});
