import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ownTopicIn } from '../../hub/assistant/owning/own-topic.ts';
import { talkIn } from '../../hub/assistant/talking/small-talk.ts';
import { givenQuestions, ownQuestions, shared } from '../library/material.ts';

/** The second half was not looked at while the rules were written. */
const lines = readFileSync(join(import.meta.dirname, 'own-matters.tsv'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t') as [string, string]);

test.each(lines)('%s: %s', (topic, question) => {
  expect(ownTopicIn(question) ?? '-').toBe(topic);
});

test('there are as many for the library as for the hub, and enough of both', () => {
  const ofLibrary = lines.filter(([topic]) => topic === '-').length;
  expect(ofLibrary).toBeGreaterThanOrEqual(60);
  expect(lines.length - ofLibrary).toBeGreaterThanOrEqual(60);
});

test.each([
  ['Xin chào', 'greeting'],
  ['chao dong chi a', 'greeting'],
  ['hello', 'greeting'],
  ['Cảm ơn đồng chí nhiều nhé!', 'thanks'],
  ['cam on b', null],
  ['thanks', 'thanks'],
  ['Bạn là ai?', 'who-are-you'],
  ['ban giup duoc gi', 'who-are-you'],
  ['What can you do?', 'who-are-you'],
  ['Tạm biệt', 'goodbye'],
  ['Thời tiết hôm nay thế nào?', 'off-topic'],
  ['ket qua bong da toi qua', 'off-topic'],
  ['Cách nấu phở bò', 'off-topic'],
  ['Giá vàng hôm nay bao nhiêu?', 'off-topic'],
  ['ban ngu qua', 'cross'],
  ['dm tra loi cham the', 'cross'],
  ['Đồ vô dụng', 'cross'],
  ['không hiểu gì cả', 'cross'],
  ['Ngủ quá giờ thì sao?', null],
  ['Ngữ văn lớp mấy?', null],
  ['Đảng viên chơi lô đề bị kỷ luật thế nào?', null],
  ['Chào cờ trong lễ kết nạp đảng viên thế nào?', null],
  ['Đảng viên đánh bạc, cá độ bóng đá bị xử lý ra sao?', null],
  ['Việc đánh giá đầu tư công do ai làm?', null],
  ['Chi bộ họp mấy lần một tháng?', null],
])('%s is talk: %s', (said, talk) => {
  expect(talkIn(said)).toBe(talk);
});

describe.skipIf(!shared)('questions that the library answers', () => {
  const rows = shared
    ? [givenQuestions, ownQuestions].flatMap((file) =>
        readFileSync(file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as { question: string; answerable: boolean }),
      )
    : [];

  test('are neither talk nor matters of the asker', () => {
    const taken = rows
      .filter(({ answerable }) => answerable)
      .flatMap(({ question }) => [question, bare(question)])
      .filter((question) => talkIn(question) !== null || ownTopicIn(question) !== null);
    expect(taken).toEqual([]);
  });
});

function bare(question: string): string {
  return question.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}
