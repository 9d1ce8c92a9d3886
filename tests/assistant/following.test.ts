import { describe, expect, test } from 'vitest';
import { libraryFolder, quotingAssistant } from '../../hub/assistant/index.ts';
import { followUpIn } from '../../hub/assistant/following/follow-up.ts';
import { joined } from '../../hub/assistant/following/joined.ts';
import { indexLibrary } from '../../hub/library/index.ts';
import { corpus, shared } from '../library/material.ts';

test.each([
  'Chi bộ họp mấy lần một tháng?',
  'Thẻ đảng viên hỏng thì đổi thế nào?',
  'the dang vien hong doi ntn',
  'Thế nào là tội phạm mạng?',
  'Đảng viên dự bị có quyền gì?',
  'Thời hạn xử lý kỷ luật đảng viên bằng hình thức khiển trách là bao lâu?',
  'Nghị quyết 57-NQ/TW đặt mục tiêu gì về kinh tế số?',
])('%s stands by itself', (question) => {
  expect(followUpIn(question)).toBeNull();
});

test.each([
  [
    'Đảng viên chính thức có những quyền gì?',
    'Còn đảng viên dự bị thì sao?',
    'đảng viên dự bị có những quyền gì?',
  ],
  [
    'Mục tiêu kinh tế số đến năm 2030 là bao nhiêu phần trăm GDP?',
    'Thế còn năm 2045?',
    'Mục tiêu kinh tế số đến năm 2045 là bao nhiêu phần trăm GDP?',
  ],
  [
    'Kỷ luật khiển trách đảng viên do ai quyết định?',
    'Thế khai trừ thì sao?',
    'khai trừ, Kỷ luật khiển trách đảng viên do ai quyết định?',
  ],
  ['Xin ra khỏi Đảng thì chi bộ làm gì?', 'Bao lâu?', 'Xin khỏi Đảng chi bộ, Bao lâu'],
])('after “%s”, “%s” is “%s”', (earlier, question, whole) => {
  expect(joined(earlier, followUpIn(question)!)).toBe(whole);
});

/** What is asked, what is asked after it, and words of the passage that answers the second. */
const overTheCorpus: readonly (readonly [string, string, string])[] = [
  [
    'Nghị quyết 57-NQ/TW đặt mục tiêu quy mô kinh tế số đến năm 2030 là bao nhiêu phần trăm GDP?',
    'Thế còn năm 2045?',
    'quy mô kinh tế số đạt tối thiểu 50% GDP',
  ],
  [
    'muc tieu quy mo kinh te so den nam 2030',
    'con nam 2045 thi sao',
    'quy mô kinh tế số đạt tối thiểu 50% GDP',
  ],
  ['Xử lý dữ liệu cá nhân là gì?', 'Còn chủ thể dữ liệu?', 'Chủ thể dữ liệu là'],
  ['An ninh mạng là gì?', 'Thế tội phạm mạng thì sao?', 'Tội phạm mạng là hành vi'],
  ['tội phạm mạng là gì', 'còn tấn công mạng thì sao', 'Tấn công mạng là hành vi'],
  ['Phần cứng là gì?', 'Còn phần mềm?', 'Phần mềm là chương trình máy tính'],
  [
    'Trong thời hạn bao lâu thì khiếu nại kỷ luật của đảng viên được cấp huyện giải quyết?',
    'Thế cấp Trung ương thì mấy ngày?',
    '180 ngày',
  ],
];

describe.skipIf(!shared)('over real documents', async () => {
  const { index } = shared ? await libraryFolder(corpus) : { index: indexLibrary([]) };
  const answer = quotingAssistant(index);

  test.each(overTheCorpus)('after “%s”, “%s” is answered with “%s”', (earlier, question, words) => {
    const followUp = followUpIn(question);
    const { refused, quotes } = answer(joined(earlier, followUp!));
    expect(refused).toBe(false);
    expect(quotes.map(({ text }) => text.replaceAll(/\s+/g, ' ')).join('\n')).toContain(words);
  });
});
