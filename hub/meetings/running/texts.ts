import { DomainError } from '../../platform/errors.ts';

/**
 * What somebody wrote, as it is kept: NFC, without blanks around it.
 *
 * @throws {DomainError} `run.text-missing`, `run.text-long`
 */
export function textOf(written: string, most: number): string {
  const text = written.normalize('NFC').trim();
  if (text === '') throw new DomainError('run.text-missing', { status: 422 });
  if (text.length > most) throw new DomainError('run.text-long', { status: 422, facts: { most } });
  return text;
}

/** The same name, however it is written: for comparing, not for showing. */
export function foldedName(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('vi');
}
