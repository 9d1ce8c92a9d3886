import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import { caunoi, done, installation, startHub, type Installation } from '../support/process.ts';
import { newRule, oldRule } from './given-library.ts';

interface Asked {
  answer: string;
  refused: boolean;
  mode: string;
  citations: { number: string; locator: string; quote: string }[];
}

let house: Installation;
beforeAll(async () => {
  house = await installation();
  const file = (name: string, text: string | Uint8Array) => {
    writeFileSync(join(house.dataDir, name), text);
    return join(house.dataDir, name);
  };
  await done(house.environment, 'import', 'units', file('units.csv', smallProvince));
  const members = csv(
    memberHeader,
    'A,Nguyễn Văn An,X1-C,secretary,official,,,',
    'B,Trần Thị Bình,X1-C,,official,,,',
  );
  await done(house.environment, 'import', 'members', file('members.csv', members));
  await done(house.environment, 'index', file('cu.md', oldRule), file('moi.md', newRule));
}, 120_000);
afterAll(async () => await house.remove());

const ask = async (...words: string[]) => await done<Asked>(house.environment, 'ask', ...words);

test('without a hub the library is read first; with one it is asked', async () => {
  const alone = await ask('Đảng viên vắng mặt phải báo trước bao lâu?');
  expect(alone).toMatchObject({ refused: false, mode: 'quote' });
  expect(alone.citations[0]).toMatchObject({ number: '22-QĐ/TU', locator: 'Điều 2, khoản 1' });
  expect(alone.answer).toContain(alone.citations[0]!.quote);
  const hub = await startHub(house.environment, '--roles', 'web');
  try {
    expect(await ask('Đảng viên vắng mặt phải báo trước bao lâu?')).toEqual(alone);
    const replaced = await ask('Quy định 10-QĐ/TU: thời gian sinh hoạt chi bộ tối thiểu bao nhiêu phút?');
    expect(replaced.citations[0]).toMatchObject({ number: '22-QĐ/TU' });
    expect(replaced.answer).toContain('10-QĐ/TU có thể đã được thay thế bằng 22-QĐ/TU.');
    expect(await ask('Ai là bí thư chi bộ tôi?', '--as', 'B')).toMatchObject({
      refused: false,
      citations: [],
      answer: expect.stringContaining('Nguyễn Văn An'),
    });
    expect(await ask('Ai là bí thư chi bộ tôi?')).toMatchObject({ refused: true, citations: [] });
    expect(await ask('Quy định 338-QĐ/TW quy định gì?')).toMatchObject({
      refused: true,
      why: 'missing-document',
      answer: expect.stringContaining('338-QĐ/TW'),
    });
    expect(await caunoi(house.environment, 'ask', '???')).toMatchObject({
      code: 1,
      json: { error: { code: 'assistant.question-invalid' } },
    });
    expect(await caunoi(house.environment, 'ask', 'Chi bộ là gì?', '--as', 'nobody')).toMatchObject({
      code: 1,
    });
  } finally {
    await hub.end();
  }
}, 120_000);

test('what the library of the database answers is measured as a folder is', async () => {
  const questions = join(house.dataDir, 'questions.jsonl');
  const rows = [
    {
      id: '1',
      question: 'Đảng viên vắng mặt phải báo cáo bí thư trước bao lâu?',
      answerable: true,
      evidence: [{ quote: 'trước khi họp ít nhất 01 ngày' }],
    },
    { id: '2', question: 'Lệ phí cấp hộ chiếu phổ thông là bao nhiêu?', answerable: false },
  ];
  writeFileSync(questions, rows.map((row) => JSON.stringify(row)).join('\n'));
  expect(await done(house.environment, 'eval', 'answers', '--questions', questions)).toMatchObject({
    answerable: 1,
    unanswerable: 1,
    evidenceAt1: 1,
    refused: 1,
    falseRefusals: 0,
  });
}, 60_000);
