import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FoundReply } from '../../hub/assistant/index.ts';
import { libraryAnswers } from '../../hub/assistant/library-answers.ts';
import { librarySearch, indexLibrary, readDocument } from '../../hub/library/index.ts';
import type { KnownDocument, Library, Reader } from '../../hub/library/index.ts';

/** Promise 5: the assistant never claims without a passage, and of what one may not read it says nothing. */

const words =
  'chi bộ đảng viên họp thường kỳ mỗi tháng một lần thời gian chín mươi phút báo cáo bí thư kết nạp dự bị chính thức quyền nghĩa vụ kỷ luật khiển trách cảnh cáo thẻ đảng phí năm 2025 2030 60 phần trăm kinh tế số mục tiêu'.split(
    ' ',
  );
const sentence = fc
  .array(fc.constantFrom(...words), { minLength: 3, maxLength: 18 })
  .map((said) => `${said.join(' ').replace(/^./u, (first) => first.toUpperCase())}.`);
const article = fc
  .array(sentence, { minLength: 1, maxLength: 4 })
  .map((sentences) => sentences.map((text, place) => `${place + 1}. ${text}`).join('\n\n'));
const text = fc
  .array(article, { minLength: 1, maxLength: 4 })
  .map((articles) => articles.map((body, place) => `Điều ${place + 1}. Quy định\n\n${body}`).join('\n\n'));
const status = fc.constantFrom('in_force', 'replaced', 'expired');
const document = fc.record({ text, status, secret: fc.boolean(), replacedBy: fc.nat(4) });
const given = fc.array(document, { minLength: 1, maxLength: 5 });
const question = fc
  .array(fc.constantFrom(...words, 'bao nhiêu', 'là gì', 'khi nào', 'Điều 1', '2-QĐ/TW', '?'), {
    minLength: 1,
    maxLength: 12,
  })
  .map((said) => said.join(' '));

test('every sentence of every reply is literally in a document that the asker may read', async () => {
  let found = 0;
  await fc.assert(
    fc.asyncProperty(given, question, async (documents, sought) => {
      const known = documents.map(
        ({ text: body, status: stands, secret, replacedBy }, place): KnownDocument => {
          const number = `${place}-QĐ/TW`;
          const head = `---\nnumber: ${number}\ntitle: ${secret ? 'Kín' : 'Quy định'} ${place}\n---\n`;
          const newer = replacedBy < documents.length && replacedBy !== place ? replacedBy : null;
          return {
            ...readDocument(`${place}.md`, head + body),
            id: String(place),
            unitId: secret ? 'secret' : 'open',
            readers: { who: 'members', roles: [] },
            status: stands,
            inForce: stands === 'in_force',
            replacedBy:
              stands === 'replaced' && newer !== null
                ? [{ id: String(newer), number: `${newer}-QĐ/TW`, confirmed: false }]
                : [],
          };
        },
      );
      const reader: Reader = { key: 'open', mayRead: ({ unitId }) => unitId === 'open' };
      const { answer } = libraryAnswers({ library: libraryOf(known), modelling: null });
      const reply = await answer({
        sought,
        earlier: [],
        language: 'vi',
        reader,
        unitId: null,
        day: '2036-01-01',
      });
      expect(JSON.stringify(reply)).not.toContain('Kín');
      if (reply.kind !== 'found') return;
      found += 1;
      expectLiteral(reply, known, reader);
    }),
    { numRuns: 300 },
  );
  expect(found).toBeGreaterThan(10);
});

function expectLiteral(reply: Omit<FoundReply, 'id'>, known: readonly KnownDocument[], reader: Reader): void {
  expect(reply.sentences.length).toBeGreaterThan(0);
  for (const { document: cited, quote, start, end } of [...reply.citations, ...reply.more]) {
    const source = known.find(({ id }) => id === cited.id)!;
    expect(reader.mayRead(source)).toBe(true);
    expect(source.text.slice(start, end)).toBe(quote);
    expect(quote.length).toBeLessThanOrEqual(700);
    expect(cited.status).toBe(source.status);
  }
  for (const { text: said, citations } of reply.sentences) {
    expect(citations.length).toBeGreaterThan(0);
    for (const place of citations) expect(reply.citations[place]!.quote).toContain(said);
  }
}

/** A real search over these documents, without a database behind it. */
function libraryOf(known: readonly KnownDocument[]): Library {
  const search = librarySearch(indexLibrary(known));
  const finding = {
    state: () => ({
      held: true,
      building: false,
      version: 1,
      documents: known.length,
      passages: 0,
      total: 0,
    }),
    search: async (reader: Reader, typed: string) => search(typed, (one) => reader.mayRead(one)),
    warning: () => null,
  };
  return { finding } as unknown as Library;
}
