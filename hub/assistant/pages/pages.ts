import type { Console } from '../../console/index.ts';
import { answerPage } from './answer.tsx';
import { askingPages } from './asking.tsx';
import { gapPages } from './gaps.tsx';
import { handingOverPages } from './handing-over.tsx';
import { judgementForm } from './judgement.tsx';
import type { AssistantPagesParts } from './urls.ts';

/** Hỏi trợ lý in the console: every member's; and what it could not answer, for those who fill the library. */
export function assistantPages(console: Console, parts: AssistantPagesParts): void {
  askingPages(console, parts);
  answerPage(console, parts);
  judgementForm(console, parts);
  handingOverPages(console, parts);
  gapPages(console, parts);
}
