import type { z } from 'zod';
import { DomainError } from '../platform/errors.ts';
import { AnswersByNumber, asAnswers, asNewConsultation, ConsultationBody } from './requests.ts';
import type { Answers, NewConsultation, Question } from './port.ts';

/** A consultation as a file of JSON holds it. @throws {DomainError} `consultation.file`: where in it what is wrong */
export function consultationIn(text: string, passagesOf: (text: string) => Question[]): NewConsultation {
  return asNewConsultation(readAs(ConsultationBody, text), passagesOf);
}

/** Answers by the numbers of their questions. @throws {DomainError} `consultation.file` */
export function answersIn(text: string): Answers {
  return asAnswers(readAs(AnswersByNumber, text));
}

function readAs<Schema extends z.ZodType>(schema: Schema, text: string): z.output<Schema> {
  const read = schema.safeParse(jsonIn(text));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw wrongAt(where(issue!.path), issue!.message);
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw wrongAt('JSON', (error as Error).message);
  }
}

/** `questions.2.options`: questions are counted from 1, as people count them. */
function where(path: readonly PropertyKey[]): string {
  const [first, second, ...rest] = path;
  const counted = first === 'questions' && typeof second === 'number' ? second + 1 : second;
  return [first, counted, ...rest].filter((part) => part !== undefined).join('.') || 'JSON';
}

function wrongAt(field: string, problem: string): DomainError {
  return new DomainError('consultation.file', { status: 422, facts: { field, problem } });
}
