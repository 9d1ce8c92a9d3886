import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../prompts');

/**
 * The instructions of a prompt file without its front matter, which is for who reviews it.
 *
 * @param name such as `meetings/minutes-paragraph.vi`
 * @throws {Error} no such file: a bug
 */
export function promptNamed(name: string): string {
  const file = readFileSync(join(folder, `${name}.md`), 'utf8');
  return file.replace(/^---\n[\s\S]*?\n---\n/, '').trim();
}
