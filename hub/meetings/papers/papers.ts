import { approving } from './approving.ts';
import { drafting } from './drafting.ts';
import { paperFiles } from './files.ts';
import type { PapersParts } from './parts.ts';
import { prefilling } from './prefilling.ts';
import { quality } from './quality.ts';
import { reading } from './reading.ts';
import { sending } from './sending.ts';
import { tasks } from './tasks.ts';
import { writing } from './writing.ts';

export type Papers = ReturnType<typeof papers>;

/**
 * What stays of a meeting: its minutes, the cell's resolution or conclusion, the work it gave, how it scored itself.
 *
 * A paper is begun with what the hub knows and from then on is what people make of it: what becomes known later is
 * shown beside it and never put over what somebody wrote. Approved, it has a number and stays as it is.
 */
export function papers(parts: PapersParts) {
  const ofPrefilling = prefilling(parts);
  const { rights } = ofPrefilling;
  const { changeSection, ...ofWriting } = writing(parts, ofPrefilling);
  const files = paperFiles(parts, rights);
  const { tasksOf, ...ofTasks } = tasks(parts, rights);
  return {
    ...reading(parts, { ...ofPrefilling, tasksOf }),
    ...ofWriting,
    ...drafting(parts, { rights, changeSection }),
    ...approving(parts, rights),
    ...sending(parts, { rights, files }),
    fileOf: files.fileOf,
    ...ofTasks,
    ...quality(parts, rights),
  };
}
