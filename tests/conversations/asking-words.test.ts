import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  answerInWords,
  moreInWords,
  sentencesInWords,
} from '../../bots/conversations/asking/answer-words.ts';
import { refusalInWords } from '../../bots/conversations/asking/refusal-words.ts';
import type { Citation, FoundReply } from '../../hub/assistant/index.ts';
import { openLocales } from '../../hub/platform/locales.ts';

const locales = openLocales(join(import.meta.dirname, '../../hub/locales'), 'Asia/Ho_Chi_Minh');
const say = locales('vi');

const citation = (number: string, more: Partial<Citation> = {}): Citation => ({
  document: {
    id: `id-${number}`,
    number,
    kind: 'Quy định',
    issuer: 'Bộ Chính trị',
    date: '2025-05-26',
    title: 'Về công tác đảng viên',
    status: 'in_force',
  },
  locator: 'Điều 5, khoản 2',
  quote: `Điều 5.\n\n2. Lời của ${number}.`,
  start: 10,
  end: 30,
  replacedBy: [],
  ...more,
});
const old = citation('24-QĐ/TW', { replacedBy: [{ id: null, number: '294-QĐ/TW', confirmed: true }] });
old.document.status = 'replaced';
const reply: FoundReply = {
  id: 'answer',
  kind: 'found',
  mode: 'model',
  sentences: [
    { text: 'Chi bộ họp mỗi tháng một lần.', citations: [0] },
    { text: 'Người vắng phải báo trước.', citations: [1, 0] },
  ],
  citations: [citation('294-QĐ/TW'), old],
  more: [citation('6-HD/TW'), citation('7-HD/TW')],
  remarks: [],
};

test('a model’s sentences carry their numbers, and the sources stand under them', () => {
  expect(answerInWords(reply, say)).toBe(
    [
      'Chi bộ họp mỗi tháng một lần. [1] Người vắng phải báo trước. [2][1]',
      '',
      'Nguồn:',
      '[1] — Điều 5, khoản 2, Quy định 294-QĐ/TW, Bộ Chính trị, 26/05/2025 · còn hiệu lực',
      '[2] — Điều 5, khoản 2, Quy định 24-QĐ/TW, Bộ Chính trị, 26/05/2025 · đã được thay bằng 294-QĐ/TW',
    ].join('\n'),
  );
  expect(sentencesInWords(reply.sentences.slice(0, 1))).toBe('Chi bộ họp mỗi tháng một lần. [1]');
});

test('quotations stand word for word with their place, the best first, and what is to be known under them', () => {
  const quoted = answerInWords(
    {
      ...reply,
      mode: 'quote',
      sentences: [{ text: 'Điều 5.\n\n2. Lời của 294-QĐ/TW.', citations: [0] }],
      remarks: [
        { kind: 'replaced', number: '24-QĐ/TW', by: '294-QĐ/TW', confirmed: false },
        { kind: 'expired', number: '9-QC/TW' },
        { kind: 'budget' },
        { kind: 'no-model' },
      ],
    },
    say,
  );
  expect(quoted).toBe(
    [
      '[1] “Điều 5.\n2. Lời của 294-QĐ/TW.”',
      '— Điều 5, khoản 2, Quy định 294-QĐ/TW, Bộ Chính trị, 26/05/2025 · còn hiệu lực',
      '',
      '• 24-QĐ/TW có thể đã được thay bằng 294-QĐ/TW (chưa có người xác nhận).',
      '• 9-QC/TW đã hết hiệu lực.',
      `• ${say('asking-talk-remark-budget')}`,
      `• ${say('asking-talk-remark-no-model')}`,
    ].join('\n'),
  );
});

test('further places are numbered on', () => {
  expect(moreInWords(reply, say, 0, 1)).toMatch(/^\[3\] “Điều 5\.\n2\. Lời của 6-HD\/TW\.”\n— /);
  expect(moreInWords(reply, say, 1, 3)).toMatch(/^\[4\] “[^[]*$/);
});

test.each([
  ['missing-document', /^Thư viện chưa có 999-NQ\/TW/],
  ['no-such-answer', /^Tôi không thấy văn bản nào nói rõ/],
  ['nothing-near', /^Tôi không tìm thấy/],
  ['not-sure', /^Có chỗ gần/],
  ['not-ready', /^Thư viện đang được đọc \(40%\)/],
] as const)(
  'a refusal says why (%s), what was looked for and what is near, in both languages',
  (why, begins) => {
    const near = [{ ...citation('57-NQ/TW').document, locator: 'mục II', start: 0 }];
    const refusal = {
      kind: 'refused' as const,
      why,
      missing: ['999-NQ/TW'],
      lookedFor: ['đảng phí', 'hưu trí'],
      near,
      canHandOver: true,
    };
    const progress = { documents: 3, percent: 40 };
    const words = refusalInWords(refusal, say, progress);
    expect(words).toMatch(begins);
    if (why !== 'not-ready') {
      expect(words).toContain('Tôi đã tìm: đảng phí, hưu trí.');
      expect(words).toContain('1. Quy định 57-NQ/TW, Bộ Chính trị, 26/05/2025, mục II');
    }
    expect(refusalInWords(refusal, locales('en'), progress)).not.toBe(words);
  },
);
