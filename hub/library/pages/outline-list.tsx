import { Details, useSay } from '../../console/index.ts';
import type { Span } from '../reading/sentences.ts';
import type { DocumentView, OutlineEntry } from '../port.ts';
import { partAt } from './text-parts.ts';
import { anchorOf, documentUrl } from './urls.ts';

/** So many are read through; of a longer list its inner parts are left out. */
const most = 300;

/** Where one may begin to read: the named parts of a document, each with a link. */
export function Outline({ of: { id, outline }, parts }: { of: DocumentView; parts: readonly Span[] }) {
  const say = useSay();
  return (
    <Details summary={say('library-page-outline')}>
      <ul class="plain-list outline">
        {outermost(outline).map(({ label, title, depth, start }) => (
          <li key={start} class={`outline-${Math.min(depth, 3)}`}>
            <a href={`${documentUrl(id)}?part=${partAt(parts, start) + 1}#${anchorOf(start)}`}>
              {[label, title].filter((words) => words !== '').join('. ')}
            </a>
          </li>
        ))}
      </ul>
    </Details>
  );
}

function outermost(outline: readonly OutlineEntry[]): readonly OutlineEntry[] {
  let kept = outline;
  for (let depth = 3; kept.length > most && depth > 0; depth -= 1) {
    const shallow = outline.filter((entry) => entry.depth < depth);
    if (shallow.length > 0) kept = shallow;
  }
  return kept.slice(0, most);
}
