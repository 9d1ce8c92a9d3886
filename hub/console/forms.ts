import type { z } from 'zod';
import { DomainError } from '../platform/errors.ts';

/** The fields of a posted form by name: one value, or several under one name (checkboxes). Text is NFC. */
export type Fields = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Reads a form by its schema. What a browser sends for an empty field counts as missing.
 *
 * @throws {DomainError} `form.invalid`, naming the field as the form calls it
 */
export function read<Schema extends z.ZodType>(schema: Schema, fields: Fields): z.output<Schema> {
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));
  const result = schema.safeParse(filled);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DomainError('form.invalid', { status: 422, facts: { field: String(issue?.path[0] ?? '') } });
}

/** Every value under a name, also where there is one or none. */
export function all(fields: Fields, name: string): string[] {
  const value = fields[name];
  return value === undefined ? [] : [value].flat();
}

/** The one value under a name, without the space around it. */
export function word(fields: Fields, name: string): string {
  return (all(fields, name)[0] ?? '').trim();
}

/** After a form has been dealt with: to another page, which shows `notice` once. */
export interface SeeOther {
  location: string;
  notice?: string;
}

/** @param notice a sentence for the reader, already in their language */
export function seeOther(location: string, notice?: string): SeeOther {
  return { location, ...(notice ? { notice } : {}) };
}

/** For a script of the page that asked. */
export interface ForScript {
  json: unknown;
}

/** A file to keep, or a part of it where a browser asks for one. */
export interface Download {
  fileName: string;
  mediaType: string;
  content: Uint8Array | string;
}
