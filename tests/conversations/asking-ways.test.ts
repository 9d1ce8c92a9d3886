import { describe, expect, test } from 'vitest';
import { asksAboutRules } from '../../bots/conversations/asking/rule-questions.ts';
import { isNoise, questionAfter, reasonTyped, wayTyped } from '../../bots/conversations/asking/typed-ways.ts';

describe('a question in so many words', () => {
  test.each([
    ['/hoi', ''],
    ['/hoi@CauNoiBot mức đảng phí', 'mức đảng phí'],
    ['hỏi: mức đảng phí', 'mức đảng phí'],
    ['hoi dang phi', 'dang phi'],
    ['Cho em hỏi, đảng viên dự bị có được bầu không ạ?', 'đảng viên dự bị có được bầu không ạ?'],
    ['xin hoi dv du bi dc bau ko', 'dv du bi dc bau ko'],
    ['hoi nghi quyet 57 noi gi', 'nghi quyet 57 noi gi'],
    ['xin hoi', ''],
  ])('“%s”', (typed, question) => {
    expect(questionAfter(typed)).toBe(question);
  });

  test.each(['hội nghị chi bộ là gì', 'hoi nghi chi bo la gi', 'Hội viên', 'hồi đó', 'họp mấy giờ'])(
    '“%s” is other words',
    (typed) => {
      expect(questionAfter(typed)).toBeNull();
    },
  );
});

test.each([
  ['dung y', 'helped'],
  ['Đúng ý', 'helped'],
  ['chua dung', 'not'],
  ['chưa đúng ạ', 'not'],
  ['sai rồi', 'not'],
  ['hình như sai', 'not'],
  ['xem them', 'more'],
  ['hoi bi thu', 'hand'],
  ['Tìm trong thư viện', 'search'],
  ['doc 1', 'read'],
  ['đọc [2]', 'read'],
])('“%s” is said of the answer that stands', (typed, verb) => {
  expect(wayTyped(typed)?.verb).toBe(verb);
});

test.each(['đúng', 'vâng', 'ok', 'không vắng', 'ko vang', 'tôi dự', 'đọc rồi'])(
  '“%s” is said of something else',
  (typed) => {
    expect(wayTyped(typed)).toBeNull();
  },
);

test.each([
  ['sai', 'wrong'],
  ['thiếu', 'missing'],
  ['kho hieu', 'unclear'],
  ['cũ rồi', 'outdated'],
  ['khac', 'other'],
  ['bỏ qua', 'none'],
  ['hop may gio', null],
])('why an answer is no help: “%s”', (typed, reason) => {
  expect(reasonTyped(typed)).toBe(reason);
});

test.each(['???', 'a', 'hihi', 'Haha', 'kkkk', 'hmm', '👍', '123', '...'])('“%s” is noise', (typed) => {
  expect(isNoise(typed)).toBe(true);
});

test.each(['đảng phí', 'khoa', 'họp', 'chao', 'dv du bi'])('“%s” is none', (typed) => {
  expect(isNoise(typed)).toBe(false);
});

describe('rules are asked about, though the words could excuse somebody', () => {
  test.each([
    'dv du bi dc ngi hop k',
    'Đảng viên dự bị có được nghỉ họp không?',
    'Đi làm xa dưới 1 năm, không về họp chi bộ được thì xử lý ra sao?',
    'Số ủy viên ban thường vụ tối đa bằng mấy phần số cấp ủy viên?',
  ])('“%s”', (typed) => {
    expect(asksAboutRules(typed)).toBe(true);
  });

  test.each([
    'tôi xin vắng',
    'hôm đó tôi bận, không dự được',
    'báo cáo chi bộ, đảng viên An xin vắng',
    'vắng vì đi công tác',
    'họp mấy giờ?',
    'em nghỉ được không ạ?',
  ])('“%s” is about the meeting', (typed) => {
    expect(asksAboutRules(typed)).toBe(false);
  });
});
