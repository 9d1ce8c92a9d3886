import type { Console } from '../../console/index.ts';
import { answeringPages } from './answering.tsx';
import { consultationPage } from './consultation.tsx';
import { listPage } from './list.tsx';
import { minePages } from './mine.tsx';
import { newPages } from './new.tsx';
import { openingPages } from './opening.tsx';
import { questionPages } from './question.tsx';
import { resultsPages } from './results.tsx';
import { settingsPages } from './settings.tsx';
import { steeringPages } from './steering.tsx';
import type { ConsultationPagesParts } from './urls.ts';
import { writingForms } from './writing.tsx';

/** Lấy ý kiến in the console: what committees ask, from its first word to its results; what a member is asked. */
export function consultationPages(console: Console, parts: ConsultationPagesParts): void {
  listPage(console, parts);
  newPages(console, parts);
  consultationPage(console, parts);
  writingForms(console, parts);
  settingsPages(console, parts);
  questionPages(console, parts);
  openingPages(console, parts);
  steeringPages(console, parts);
  resultsPages(console, parts);
  minePages(console, parts);
  answeringPages(console, parts);
}
