import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { measureAnswers } from '../../hub/assistant/index.ts';
import type { measureRetrieval } from '../../hub/library/evaluation/retrieval.ts';
import {
  corpus,
  givenQuestions,
  ownQuestions,
  shared,
  statuteQuestions,
  statutes,
} from '../library/material.ts';
import { caunoi, done } from '../support/process.ts';

type Answers = Awaited<ReturnType<typeof measureAnswers>>;
type Retrieval = Awaited<ReturnType<typeof measureRetrieval>>;

/** Floors a little under the figures of docs/retrieval.md: who falls below them has broken something. */
describe.skipIf(!shared)('measured on real documents and questions', () => {
  test('statutes are found, well above plain BM25 in the same run', async () => {
    const measured = await measure<Retrieval>(
      'retrieval',
      '--corpus',
      statutes,
      '--questions',
      statuteQuestions,
    );
    expect(measured.questions).toBe(300);
    expect(measured.ndcgAt10).toBeGreaterThanOrEqual(0.955);
    expect(measured.ndcgAt10 - measured.baseline.ndcgAt10).toBeGreaterThanOrEqual(0.035);
    expect(measured.recallAt10).toBeGreaterThanOrEqual(0.98);
  });

  test('given questions are answered with their evidence, with and without diacritics, or refused', async () => {
    const measured = await measure<Answers>('answers', '--questions', givenQuestions, '--index', corpus);
    expect(measured).toMatchObject({ answerable: 38, unanswerable: 10 });
    expect(measured.evidenceAt1).toBeGreaterThanOrEqual(0.92);
    expect(measured.evidenceAt3).toBeGreaterThanOrEqual(0.94);
    expect(measured.evidenceAt1 - measured.baseline.evidenceAt1).toBeGreaterThanOrEqual(0.15);
    expect(measured.evidenceAt1 - measured.withoutDiacritics.evidenceAt1).toBeLessThanOrEqual(0.03);
    expect(measured.refused).toBeGreaterThanOrEqual(0.75);
    expect(measured.falseRefusals).toBeLessThanOrEqual(0.08);
    expect(measured.documents).toHaveLength(20);
  });

  test('so are our own, which say it in other words on purpose', async () => {
    const measured = await measure<Answers>('answers', '--questions', ownQuestions, '--index', corpus);
    expect(measured.evidenceAt1).toBeGreaterThanOrEqual(0.72);
    expect(measured.evidenceAt3).toBeGreaterThanOrEqual(0.85);
    expect(measured.evidenceAt1 - measured.baseline.evidenceAt1).toBeGreaterThanOrEqual(0.15);
    expect(measured.byKind['definition']!.evidenceAt1).toBeGreaterThanOrEqual(0.9);
    expect(measured.refused).toBeGreaterThanOrEqual(0.85);
    expect(measured.falseRefusals).toBeLessThanOrEqual(0.12);
  });

  test('a signal left out is missed', async () => {
    const args = ['answers', '--questions', ownQuestions, '--index', corpus];
    const without = await measure<Answers>(...args, '--without', 'definitions');
    expect(without.byKind['definition']!.evidenceAt1).toBeLessThan(0.7);
  });
});

test('files that cannot be read are named in a sentence', async () => {
  const rows = join(tmpdir(), `questions-${process.pid}.jsonl`);
  await writeFile(rows, '{"id":"1","question":"Chi bộ là gì?","answerable":true}\nkhông phải JSON\n');
  const failure = async (...args: string[]) => await caunoi(environment, 'eval', ...args);
  expect(await failure('answers', '--questions', rows, '--index', tmpdir())).toMatchObject({
    code: 1,
    json: { error: { code: 'library.unreadable-evaluation' } },
  });
  expect(await failure('answers', '--questions', ownQuestions, '--index', rows)).toMatchObject({
    code: 1,
    json: { error: { code: 'assistant.unreadable-folder' } },
  });
  expect(await failure('retrieval', '--corpus', 'none', '--questions', rows)).toMatchObject({ code: 1 });
  expect(await failure('answers')).toMatchObject({ code: 2 });
  await rm(rows);
});

// No database, no key, no setting: what is measured stands in the files alone.
const environment = { PATH: process.env['PATH'] ?? '' };

async function measure<Measured>(...args: string[]): Promise<Measured> {
  return await done<Measured>(environment, 'eval', ...args);
}
