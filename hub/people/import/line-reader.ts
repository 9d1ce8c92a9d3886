import type { Problem } from './problems.ts';
import type { Line } from './table.ts';
import { fold } from '../text.ts';

/** Reads the cells of one line; what cannot be read becomes a problem and `undefined`. */
export function lineReader<Column extends string>({ row, values }: Line<Column>) {
  const problems: Problem[] = [];

  function refuse(field: Column, code: Problem['code'], facts?: Record<string, string>): undefined {
    problems.push({ row, field, code, ...(facts ? { facts } : {}) });
  }

  function text(field: Column, { longest }: { longest: number }): string | undefined {
    const value = values[field];
    if (value === '') return refuse(field, 'value-missing');
    if (value.length > longest) return refuse(field, 'value-too-long', { longest: String(longest) });
    return value;
  }

  function word<Value>(
    field: Column,
    known: ReadonlyMap<string, Value>,
    code: Problem['code'],
  ): Value | undefined {
    const value = known.get(fold(values[field]));
    if (value !== undefined) return value;
    return values[field] === ''
      ? refuse(field, 'value-missing')
      : refuse(field, code, { value: shortened(values[field]) });
  }

  return { problems, refuse, text, word };
}

/** A value as a message may quote it. */
export function shortened(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59)}…` : value;
}

/** The row in which each code stands first; any later row with the same code is refused. */
export function firstRows(lines: readonly { row: number; values: { code: string } }[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const { row, values } of lines) if (!first.has(values.code)) first.set(values.code, row);
  return first;
}
