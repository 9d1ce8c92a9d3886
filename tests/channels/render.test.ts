import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  render,
  type Content,
  type Limits,
  type OutgoingFile,
  type TextToSend,
} from '../../hub/channels/index.ts';

const telegram: Limits = { textUnits: 4096, buttons: 8, fileBytes: 50_000_000 };
const zalo: Limits = { textUnits: 2000, buttons: 0, fileBytes: 5_000_000 };

const acknowledge = { label: 'Đã nắm', payload: 'ack:1' };
const content = (more: Partial<Content> = {}): Content => ({
  greeting: (name) => `Kính gửi đồng chí ${name},`,
  title: 'Kế hoạch sinh hoạt chuyên đề quý IV',
  facts: ['Số 27-KH/TU, ngày 05/12/2026', 'Đảng bộ xã Một'],
  body: 'Đề nghị các đồng chí nghiên cứu.',
  tappedAnswer: 'Đọc xong, đồng chí bấm nút “Đã nắm”.',
  typedAnswer: 'Đọc xong, đồng chí trả lời: da nam',
  closing: ['Hạn: 17 giờ.'],
  buttons: [acknowledge],
  files: [],
  filesElsewhere: '',
  purpose: 'directive',
  fields: { unit: 'Đảng bộ xã Một', title: 'Kế hoạch', number: '27-KH/TU', issuedOn: '05/12/2026', due: '' },
  ...more,
});
const file: OutgoingFile = {
  id: 'f',
  name: 'Kế hoạch.pdf',
  mediaType: 'application/pdf',
  bytes: 4,
  uploadedAs: null,
  content: async () => Buffer.from('%PDF'),
};

/** The texts a person of this name gets. */
function textsFor(name: string, given: Content, limits: Limits = telegram): TextToSend[] {
  return render(given, limits).flatMap((part) => (part.kind === 'text' ? [part.fill(name)] : []));
}
const boldOf = ({ text, bold }: TextToSend) =>
  bold.map(({ offset, length }) => text.slice(offset, offset + length));
const withoutSpace = (text: string) => text.replaceAll(/\s+/g, '');

describe('a short notice', () => {
  test('is one message: greeting, title in bold, facts, body, what is asked', () => {
    const [only, ...rest] = textsFor('Bình', content());
    expect(rest).toEqual([]);
    expect(only?.text).toBe(
      'Kính gửi đồng chí Bình,\n\nKế hoạch sinh hoạt chuyên đề quý IV\nSố 27-KH/TU, ngày 05/12/2026\nĐảng bộ xã Một\n\n' +
        'Đề nghị các đồng chí nghiên cứu.\n\nĐọc xong, đồng chí bấm nút “Đã nắm”.\nHạn: 17 giờ.',
    );
    expect(boldOf(only!)).toEqual(['Kế hoạch sinh hoạt chuyên đề quý IV']);
    expect(only?.buttons).toEqual([acknowledge]);
  });

  test('without a body or anything asked has no empty paragraphs', () => {
    const nothing = { body: ' \n', tappedAnswer: '', typedAnswer: '', closing: [], facts: [], buttons: [] };
    for (const limits of [telegram, zalo]) {
      const [only] = textsFor('Bình', content(nothing), limits);
      expect(only?.text).toBe('Kính gửi đồng chí Bình,\n\nKế hoạch sinh hoạt chuyên đề quý IV');
    }
  });

  test('asks for a button only where there are some, else for what to type', () => {
    expect(textsFor('Bình', content())[0]?.text).not.toContain('da nam');
    const [typed] = textsFor('Bình', content(), zalo);
    expect(typed?.text).toMatch(/đồng chí trả lời: da nam\nHạn: 17 giờ\.$/);
    expect(typed?.text).not.toContain('nút');
    expect(typed?.buttons).toEqual([]);
  });

  test('names its files, and where to see them, on a channel that carries none', () => {
    const elsewhere = 'Kèm theo 1 tệp: Kế hoạch.pdf. Đồng chí xem trên kênh khác.';
    const given = content({ files: [file], filesElsewhere: elsewhere });
    const [only, ...rest] = render(given, { ...zalo, fileBytes: 0 });
    expect(rest).toEqual([]);
    expect(only?.kind === 'text' && only.fill('Bình').text).toContain(
      `nghiên cứu.\n\n${elsewhere}\n\nĐọc xong`,
    );
    expect(textsFor('Bình', given, zalo)[0]?.text).not.toContain('Kèm theo');
  });

  test('sends its files first, so that the buttons are what is seen last', () => {
    const parts = render(content({ files: [file, { ...file, id: 'g' }] }), telegram);
    expect(parts.map((part) => (part.kind === 'file' ? part.file.id : 'text'))).toEqual(['f', 'g', 'text']);
  });

  test('is composed, also where it was written decomposed', () => {
    const decomposed = content({ title: 'Kế hoạch'.normalize('NFD'), body: 'Đồng chí ơi'.normalize('NFD') });
    const [only] = textsFor('Én'.normalize('NFD'), decomposed);
    expect(only?.text).toBe(only?.text.normalize('NFC'));
    expect(boldOf(only!)).toEqual(['Kế hoạch']);
  });
});

describe('a long notice', () => {
  const long = content({
    body: Array.from({ length: 300 }, (_, line) => `Mục ${line}: ${'nội dung '.repeat(8)}`).join('\n'),
  });

  test('counts its parts, greets once, and has the button under the last', () => {
    const texts = textsFor('Bình', long);
    expect(texts.length).toBeGreaterThan(3);
    expect(texts.map(({ text }) => text.split('\n').at(-1))).toEqual(
      texts.map((_, index) => `(${index + 1}/${texts.length})`),
    );
    expect(texts.map(({ text }) => text.startsWith('Kính gửi'))).toEqual(
      texts.map((_, index) => index === 0),
    );
    expect(texts.map(({ buttons }) => buttons.length)).toEqual(
      texts.map((_, index) => +(index === texts.length - 1)),
    );
    expect(texts.flatMap(boldOf)).toEqual([long.title]);
  });

  test('is cut alike for everybody: only the greeting differs', () => {
    const [an, long120] = [textsFor('An', long), textsFor('Ế'.repeat(120), long)];
    expect(long120.length).toBe(an.length);
    expect(long120.slice(1)).toEqual(an.slice(1));
    expect(long120[0]!.text.split('\n\n').slice(1)).toEqual(an[0]!.text.split('\n\n').slice(1));
  });
});

describe('whatever is written', () => {
  const line = fc.array(fc.constantFrom('Đồng', 'chí', 'quyết', 'định', 'ngày.', '👩‍🌾', 'a'.repeat(60), '–'), {
    maxLength: 60,
    size: 'max',
  });
  const body = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', ' ')), { maxLength: 60, size: 'max' })
    .map((lines) => lines.map(([words, end]) => words.join(' ') + end).join(''));
  const name = fc.constantFrom(
    'An',
    'Ưởng',
    'Ế'.repeat(120),
    'Ế'.repeat(121),
    'á'.normalize('NFD').repeat(200),
    '👍'.repeat(80),
  );
  const limits = fc.record({
    textUnits: fc.integer({ min: 400, max: 4096 }),
    buttons: fc.constantFrom(0, 3),
    fileBytes: fc.constant(1),
  });

  test('no part is longer than the channel takes, greeting and counter included', () => {
    fc.assert(
      fc.property(body, name, limits, (body, name, limits) => {
        const texts = textsFor(name, content({ body }), limits);
        expect(texts.filter(({ text }) => text.length > limits.textUnits)).toEqual([]);
        expect(texts.every(({ text }) => text.isWellFormed())).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('nothing of it is lost', () => {
    fc.assert(
      fc.property(body, limits, (body, limits) => {
        const given = content({ body });
        const joined = textsFor('An', given, limits)
          .map(({ text }) => text.replace(/\n\n\(\d+\/\d+\)$/, ''))
          .join('\n');
        const expected = [
          given.greeting('An'),
          given.title,
          ...given.facts,
          body,
          limits.buttons === 0 ? given.typedAnswer : given.tappedAnswer,
          ...given.closing,
        ].join('\n');
        expect(withoutSpace(joined)).toBe(withoutSpace(expected.normalize('NFC')));
      }),
      { numRuns: 200 },
    );
  });

  test('the bold stretch is the title, for every name', () => {
    fc.assert(
      fc.property(body, name, (body, name) => {
        const [first] = textsFor(name, content({ body }));
        expect(boldOf(first!)).toEqual(['Kế hoạch sinh hoạt chuyên đề quý IV']);
      }),
    );
  });

  test('the longest notice fits the smallest channel: hundreds of parts', () => {
    const texts = textsFor('An', content({ body: 'x'.repeat(200_000) }), zalo);
    expect(texts.length).toBeGreaterThan(100);
    expect(Math.max(...texts.map(({ text }) => text.length))).toBeLessThanOrEqual(zalo.textUnits);
  });
});

const resolution = '/work/shared/corpus/57-NQ-TW_2024_dot-pha-khcn-dmst-cds.md';

test.skipIf(!existsSync(resolution))('a resolution of 35 KB goes in parts of at most 4,096 units', () => {
  const body = readFileSync(resolution, 'utf8');
  const texts = textsFor('Ế'.repeat(120), content({ body }));
  expect(texts.length).toBeGreaterThan(5);
  expect(Math.max(...texts.map(({ text }) => text.length))).toBeLessThanOrEqual(4096);
});
