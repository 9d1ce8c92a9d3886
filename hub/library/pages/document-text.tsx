import { useSay } from '../../console/index.ts';
import type { Span } from '../reading/sentences.ts';
import type { OutlineEntry } from '../port.ts';
import { longestHeading } from '../structure/outline.ts';
import { blocksOf, type Block } from './document-blocks.ts';
import { Marked } from './marked.tsx';
import { anchorOf, passageAnchor } from './urls.ts';

/** A part of a document as it is read, with what was asked for marked in it. */
export function DocumentText({
  text,
  part,
  outline,
  at,
}: {
  text: string;
  part: Span;
  outline: readonly OutlineEntry[];
  /** What is marked; null: nothing. */
  at: Span | null;
}) {
  const depths = new Map(outline.map(({ start, depth }) => [start, depth]));
  const places = at ? [fromFirstSign(text, at)] : [];
  return (
    <div class="document-text">
      {blocksOf(text, part, depths).map((block) => (
        <BlockOf key={startOf(block)} of={block} text={text} places={places} />
      ))}
    </div>
  );
}

/** Without the blanks and the border of a cell before it: what is not shown cannot be marked. */
function fromFirstSign(text: string, { start, end }: Span): Span {
  const hidden = /[\s|]*/y;
  hidden.lastIndex = start;
  return { start: start + (hidden.exec(text)?.[0].length ?? 0), end };
}

function startOf(block: Block): number {
  return block.kind === 'table' ? block.rows[0]![0]!.start : block.start;
}

function BlockOf({ of, text, places }: { of: Block; text: string; places: readonly Span[] }) {
  const say = useSay();
  const words = (piece: Span) => <Marked text={text} piece={piece} places={places} first={passageAnchor} />;
  if (of.kind === 'paragraph') return <p id={anchorOf(of.start)}>{words(of)}</p>;
  if (of.kind === 'heading') {
    // A clause that is named and says all it says in the same breath is no heading.
    const Named = of.end - of.start > longestHeading ? 'p' : 'h2';
    return (
      <Named id={anchorOf(of.start)} class={of.depth === 0 ? 'outermost' : undefined}>
        {words(of)}
      </Named>
    );
  }
  return (
    <div class="document-table" role="region" aria-label={say('library-page-table')} tabindex={0}>
      <table>
        <tbody>
          {of.rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, column) => (
                <td key={column}>{words(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
