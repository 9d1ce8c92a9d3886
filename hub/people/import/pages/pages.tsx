import type { Console } from '../../../console/index.ts';
import type { People } from '../../people.ts';
import { choosePages } from './choose.tsx';
import { previewPages } from './preview.tsx';

/** Lists in and out by spreadsheet: choosing a file, seeing what it would change, taking it in. */
export function importPages(console: Console, parts: { people: People }): void {
  choosePages(console, parts);
  previewPages(console, parts);
}
