import { readFile } from 'node:fs/promises';
import type { ZodType } from 'zod';
import { UnreadableEvaluation } from '../errors.ts';

/**
 * The rows of a JSONL file.
 *
 * @throws {UnreadableEvaluation} the file cannot be read, or a line is not such a row
 */
export async function readJsonLines<Row>(file: string, row: ZodType<Row>): Promise<Row[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UnreadableEvaluation(file, 0);
  });
  return text
    .split('\n')
    .map((line, place) => ({ line: line.trim(), number: place + 1 }))
    .filter(({ line }) => line !== '')
    .map(({ line, number }) => {
      try {
        return row.parse(JSON.parse(line));
      } catch {
        throw new UnreadableEvaluation(file, number);
      }
    });
}
