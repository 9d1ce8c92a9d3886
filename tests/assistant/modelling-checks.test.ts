import { expect, test } from 'vitest';
import { checkedAnswer } from '../../hub/assistant/modelling/checked-answer.ts';
import { passagesFound, regulation } from './modelling-given.ts';

const passages = passagesFound(regulation);
const [meeting, fees, force] = [0, 1, 2].map(
  (place) => passages.findIndex(({ locator }) => locator.startsWith(`Điều ${place + 1}`)) + 1,
);

/** What a reader would see of a model's words: the sentences that are let through, or why there are none. */
function shown(written: string, language: 'vi' | 'en' = 'vi') {
  const answer = checkedAnswer({ passages, language });
  answer.take(written);
  const outcome = answer.finish(true);
  return outcome?.kind === 'answered' ? outcome.sentences.map(({ text }) => text) : outcome?.why;
}

test('the library reads the regulation as it is meant here', () => {
  expect([meeting, fees, force].every((number) => number! > 0)).toBe(true);
});

test.each([
  `Chi bộ sinh hoạt thường lệ mỗi tháng một lần. [${meeting}] "sinh hoạt thường lệ mỗi tháng một lần"`,
  `Thời gian sinh hoạt chi bộ ít nhất 90 phút. [${meeting}] "thời gian ít nhất 90 phút"`,
  `Thời gian sinh hoạt chi bộ tối thiểu chín mươi phút. [${meeting}] "thời gian ít nhất 90 phút"`,
  `Đảng viên dự bị không được biểu quyết. [${meeting}] "nhưng không được biểu quyết"`,
  `Đảng viên vắng mặt phải báo cáo bí thư chi bộ trước 3 ngày. [${meeting}] "phải báo cáo bí thư chi bộ trước ba ngày"`,
  `Đảng viên hưởng lương đóng đảng phí bằng một phần trăm tiền lương. [${fees}] "đóng đảng phí hằng tháng bằng 1% tiền lương"`,
  `Quy định có hiệu lực từ 1/8/2021. [${force}] "có hiệu lực từ ngày 01 tháng 8 năm 2021"`,
  `Theo Quy định 24-QĐ/TW, chi bộ sinh hoạt thường lệ mỗi tháng một lần. [${meeting}] "CHI BỘ  sinh hoạt thường lệ"`,
  `- Chi bộ sinh hoạt thường lệ mỗi tháng một lần ||| [${meeting}] “Chi bộ sinh hoạt thường lệ mỗi tháng một lần”`,
  `Chi bộ sinh hoạt thường lệ mỗi tháng một lần. [${meeting}]`,
])('is shown: %s', (line) => expect(shown(line)).toHaveLength(1));

const inMeeting = `[${meeting}] "Chi bộ sinh hoạt thường lệ mỗi tháng một lần"`;
test.each([
  ['another number', `Thời gian sinh hoạt chi bộ ít nhất 60 phút. [${meeting}] "thời gian ít nhất 90 phút"`],
  ['another unit', `Thời gian sinh hoạt chi bộ ít nhất 90 ngày. [${meeting}] "thời gian ít nhất 90 phút"`],
  ['another bound', `Thời gian sinh hoạt chi bộ tối đa 90 phút. [${meeting}] "thời gian ít nhất 90 phút"`],
  ['a bound that is left out', `Thời gian sinh hoạt chi bộ là 90 phút. [${meeting}] "90 phút"`],
  [
    'an exception that is left out',
    `Đảng viên tham gia sinh hoạt đầy đủ. [${meeting}] "Đảng viên tham gia sinh hoạt đầy đủ"`,
  ],
  ['a number from elsewhere in the passage', `Chi bộ sinh hoạt thường lệ ba tháng một lần. ${inMeeting}`],
  ['a number in words', `Chi bộ sinh hoạt thường lệ mỗi tháng hai lần. ${inMeeting}`],
  ['another day', `Quy định có hiệu lực từ 1/9/2021. [${force}] "có hiệu lực từ ngày 01 tháng 8 năm 2021"`],
  ['another document', `Quy định thay thế Quy định số 92-QĐ/TW. [${force}] "thay thế Quy định số 29-QĐ/TW"`],
  ['another article', `Theo Điều 9, chi bộ sinh hoạt thường lệ mỗi tháng một lần. ${inMeeting}`],
  ['a passage that was not given', 'Chi bộ sinh hoạt thường lệ mỗi tháng một lần. [9] "mỗi tháng một lần"'],
  [
    'a quote of another passage',
    `Chi bộ sinh hoạt thường lệ mỗi tháng một lần. [${fees}] "sinh hoạt thường lệ mỗi tháng một lần"`,
  ],
  [
    'a quote that is not literal',
    `Chi bộ sinh hoạt thường lệ mỗi tháng một lần. [${meeting}] "chi bộ họp mỗi tháng một lần"`,
  ],
  ['no passage', 'Chi bộ sinh hoạt thường lệ mỗi tháng một lần.'],
  ['an invention under a true quote', `Đảng viên được thưởng tiền vào cuối năm. ${inMeeting}`],
  [
    'an invention at the end of the truth',
    `Chi bộ sinh hoạt thường lệ mỗi tháng một lần, có quà bánh cho đảng viên. ${inMeeting}`,
  ],
  ['a "not" that is left out', `Đảng viên dự bị được biểu quyết. [${meeting}] "không được biểu quyết"`],
  ['a "not" that is put in', `Chi bộ không sinh hoạt thường lệ mỗi tháng một lần. ${inMeeting}`],
  [
    'the right of others',
    `Đảng viên dự bị có quyền biểu quyết. [${meeting}] "Đảng viên chính thức có quyền biểu quyết"`,
  ],
  [
    'a duty for a choice',
    `Đảng viên dự bị phải tham gia thảo luận. [${meeting}] "Đảng viên dự bị được tham gia thảo luận"`,
  ],
  ['a name', `Đồng chí Nguyễn Văn Lợi báo cáo bí thư chi bộ. [${meeting}] "phải báo cáo bí thư chi bộ"`],
  ['an abbreviation', `UBKT xem xét, đề nghị xóa tên. [${fees}] "chi bộ xem xét, đề nghị xóa tên"`],
  ['a phrase in quotes', `Chi bộ sinh hoạt “mỗi tuần một lần” thường lệ mỗi tháng. ${inMeeting}`],
  ['English', `The cell meets once a month. ${inMeeting}`],
  ['Vietnamese without its marks', `Chi bo sinh hoat thuong le moi thang mot lan. ${inMeeting}`],
  ['a link', `Chi bộ sinh hoạt thường lệ mỗi tháng một lần, xem https://chi-bo.example. ${inMeeting}`],
  ['an address without a scheme', `Chi bộ sinh hoạt thường lệ mỗi tháng một lần tại chibo.vn. ${inMeeting}`],
  ['a picture', `Chi bộ sinh hoạt thường lệ mỗi tháng một lần ![x](//a). ${inMeeting}`],
  ['an e-mail address', `Chi bộ sinh hoạt thường lệ mỗi tháng một lần a@chi-bo. ${inMeeting}`],
  ['a telephone number', `Chi bộ sinh hoạt thường lệ mỗi tháng một lần 0912 345 678. ${inMeeting}`],
  ['its instructions', `Theo đoạn trích, chi bộ sinh hoạt thường lệ mỗi tháng một lần. ${inMeeting}`],
  ['letters that turn the line', `Chi bộ sinh hoạt thường lệ mỗi tháng một lần\u202E. ${inMeeting}`],
  ['a letter that got lost', `Chi bộ sinh hoạt thường lệ mỗi tháng một l\uFFFDần. ${inMeeting}`],
  ['nothing that tells', `Có. ${inMeeting}`],
])('is refused: %s', (_what, line) => expect(shown(line)).toBe('not-shown'));

test('a sentence that fails is left out; without its first one, or with most of it gone, there is no answer', () => {
  const good = `Chi bộ sinh hoạt thường lệ mỗi tháng một lần. ${inMeeting}`;
  const other = `Thời gian sinh hoạt chi bộ ít nhất 90 phút. [${meeting}] "ít nhất 90 phút"`;
  const bad = `Đảng viên được thưởng tiền vào cuối năm. ${inMeeting}`;
  expect(shown(`${good}\n${bad}\n${other}`)).toEqual([
    'Chi bộ sinh hoạt thường lệ mỗi tháng một lần.',
    'Thời gian sinh hoạt chi bộ ít nhất 90 phút.',
  ]);
  expect(shown(`${bad}\n${good}\n${other}`)).toBe('not-shown');
  expect(shown(`${good}\n${bad}\n${bad}`)).toBe('not-shown');
  expect(shown(`${good}\n${bad}`)).toHaveLength(1);
});

test('it may say that the passages do not answer, and then nothing is shown', () => {
  expect(shown('KHONG_THAY')).toBe('not-there');
  expect(shown('Không thấy.')).toBe('not-there');
  expect(shown(`Chi bộ sinh hoạt thường lệ mỗi tháng một lần. ${inMeeting}\nKHONG_THAY`)).toBe('not-there');
});

test('what it thinks aloud, fences and announcements are passed over', () => {
  const good = `Chi bộ sinh hoạt thường lệ mỗi tháng một lần. ${inMeeting}`;
  expect(
    shown(`<think>\nBịa gì đó [1]\n</think>\nDưới đây là câu trả lời:\n\`\`\`\n${good}\n\`\`\`\n`),
  ).toHaveLength(1);
});

test('citations stand in the document, word for word', () => {
  const answer = checkedAnswer({ passages, language: 'vi' });
  answer.take(`Thời gian sinh hoạt chi bộ ít nhất 90 phút. [${meeting}] "THỜI GIAN ít nhất 90 phút"`);
  const outcome = answer.finish(true);
  const [citation] = outcome?.kind === 'answered' ? outcome.sentences[0]!.citations : [];
  expect(citation!.passage.document.text.slice(citation!.start, citation!.end)).toBe(
    '1. Chi bộ sinh hoạt thường lệ mỗi tháng một lần, thời gian ít nhất 90 phút.',
  );
});

test.each([
  [`The party cell meets once every month. [${meeting}] "Chi bộ sinh hoạt thường lệ mỗi tháng một lần"`],
  [
    `A regular meeting takes at least ninety minutes. [${meeting}] "thường lệ mỗi tháng một lần, thời gian ít nhất 90 phút"`,
  ],
  [`Probationary members may not vote. [${meeting}] "nhưng không được biểu quyết"`],
  [`The regulation took effect on 1 August 2021. [${force}] "có hiệu lực từ ngày 01 tháng 8 năm 2021"`],
  [`It replaces Regulation 29-QĐ/TW. [${force}] "thay thế Quy định số 29-QĐ/TW"`],
])('in English is shown: %s', (line) => expect(shown(line, 'en')).toHaveLength(1));

test.each([
  [
    'another number',
    `A regular meeting takes at least sixty minutes. [${meeting}] "thời gian ít nhất 90 phút"`,
  ],
  ['another bound', `A regular meeting takes at most 90 minutes. [${meeting}] "thời gian ít nhất 90 phút"`],
  ['a "not" that is left out', `Probationary members may vote. [${meeting}] "nhưng không được biểu quyết"`],
  ['an invention', `Party members receive a bonus every month. ${inMeeting}`],
  ['a term from elsewhere', `The party cell pays a salary once every month. ${inMeeting}`],
  [
    'another day',
    `The regulation took effect on 1 September 2021. [${force}] "có hiệu lực từ ngày 01 tháng 8 năm 2021"`,
  ],
  ['Vietnamese', `Chi bộ sinh hoạt thường lệ mỗi tháng một lần. ${inMeeting}`],
  ['no quote', `The party cell meets once every month. [${meeting}]`],
])('in English is refused: %s', (_what, line) => expect(shown(line, 'en')).toBe('not-shown'));
