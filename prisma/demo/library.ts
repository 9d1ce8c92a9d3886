import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Documents of the Party that everybody may read, for the library of the demo: what they are stands at their top. */
export function demoDocuments(): { name: string; mediaType: string; content: Buffer }[] {
  const folder = join(import.meta.dirname, 'library');
  return readdirSync(folder)
    .toSorted()
    .map((name) => ({ name, mediaType: 'text/markdown', content: readFileSync(join(folder, name)) }));
}
