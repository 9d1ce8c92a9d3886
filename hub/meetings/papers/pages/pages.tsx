import type { Console } from '../../../console/index.ts';
import { overviewPage } from './overview.tsx';
import { paperForms } from './paper-forms.tsx';
import { paperPage } from './paper.tsx';
import { qualityPages } from './quality.tsx';
import { taskForms } from './tasks.tsx';
import type { PaperPagesParts } from './urls.ts';

/** What stays of a meeting, in the console: its papers, the work it gave, its own score. */
export function paperPages(console: Console, parts: PaperPagesParts): void {
  overviewPage(console, parts);
  paperPage(console, parts);
  paperForms(console, parts);
  taskForms(console, parts);
  qualityPages(console, parts);
}
