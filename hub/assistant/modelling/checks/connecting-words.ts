import { writtenPhrases } from './words.ts';

/**
 * What a sentence may say without a passage that says it: it joins and points, and claims nothing. Words that decide
 * something (phải, không, được, tất cả) are missing on purpose.
 */
export const connectingWords: ReadonlySet<string> = new Set(
  writtenPhrases(
    'và, với, của, là, thì, mà, theo, tại, ở, trong, về, cho, để, do, bởi, từ, đến, như, sau đây, này, đó, ấy, các, những, ' +
      'có, gồm, bao gồm, cụ thể, nêu, quy định, nội dung, văn bản, điều, khoản, điểm, mục, chương, đồng chí, việc, khi, nếu, ' +
      'cũng, còn, rằng, ra, vào, lên, thuộc, đối, trường hợp, là các, ngày, tháng, năm, số, một, được, bị, sẽ, đã, đang, cần, thực hiện, ' +
      'quyết định, nghị quyết, hướng dẫn, kết luận, chỉ thị, thông báo',
  ).flat(),
);

const not = 'không, chưa, chẳng, cấm, đừng, miễn, trừ, ngoại trừ, loại trừ';

/** Words that take a claim back. */
export const negations: ReadonlySet<string> = new Set(writtenPhrases(not).flat());

/** Numbers in words: what they say is compared as a number. */
export const numberWords: ReadonlySet<string> = new Set(
  writtenPhrases(
    'hai, ba, bốn, tư, sáu, bảy, bẩy, tám, chín, mười, mươi, mốt, lăm, trăm, nghìn, ngàn, vạn, triệu, tỷ, tỉ, phần, nửa',
  ).flat(),
);

type Phrases = readonly (readonly string[])[];

/** At least so much, and at most. */
export const bounds: readonly Phrases[] = [
  'ít nhất, tối thiểu, không dưới, không ít hơn, trở lên',
  'tối đa, nhiều nhất, không quá, không vượt quá, không nhiều hơn, chậm nhất, trở xuống',
].map(writtenPhrases);

/** Where what is said does not hold. */
export const exceptions: Phrases = writtenPhrases('trừ, ngoại trừ, loại trừ');

/** How much, how often, for whom, how strictly: each is said by one of these, and another one makes another claim. */
export const decidingPhrases: readonly Phrases[] = [
  ...bounds,
  ...[
    'trên, hơn, quá, vượt',
    'dưới, kém, chưa đến',
    'trước',
    'sau',
    'phải, bắt buộc, có trách nhiệm, có nghĩa vụ',
    'có thể, nên, khuyến khích',
    'chỉ, duy nhất',
    'tất cả, mọi, toàn bộ, toàn thể',
    'hoặc',
    'chính thức',
    'dự bị',
    'tăng, nâng',
    'giảm, hạ',
    'hằng tháng, hàng tháng, mỗi tháng',
    'hằng quý, hàng quý, mỗi quý',
    'hằng năm, hàng năm, mỗi năm',
  ].map(writtenPhrases),
];

/** What is said with a "not" and denies nothing. */
export const notDenying: Phrases = writtenPhrases(
  'không dưới, không ít hơn, không quá, không vượt quá, không nhiều hơn, không chỉ, không những, không ngừng, không gian, không khí, chưa đến',
);
