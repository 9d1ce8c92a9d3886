import type { Console } from '../../console/index.ts';
import { chainPage } from './chain.tsx';
import { descriptionPages } from './description.tsx';
import { documentPages } from './document.tsx';
import { incomingPages } from './incoming.tsx';
import { listPage } from './list.tsx';
import { newPages } from './new.tsx';
import { relatingPages } from './relating.tsx';
import { removalPages } from './removal.tsx';
import type { LibraryPagesParts } from './urls.ts';

/** Thư viện văn bản in the console: finding and reading, every member's; putting in and correcting, of those who keep it. */
export function libraryPages(console: Console, parts: LibraryPagesParts): void {
  listPage(console, parts);
  newPages(console, parts);
  incomingPages(console, parts);
  documentPages(console, parts);
  chainPage(console, parts);
  descriptionPages(console, parts);
  relatingPages(console, parts);
  removalPages(console, parts);
}
