import { FormTo, useSay } from '../../console/index.ts';
import type { RollRow } from '../port.ts';
import { markInWords, marks, rowInWords } from './roll-words.ts';

/** Where the row of a member stands on the page. */
export const rowId = (member: string) => `m-${member}`;

/** One large row a name. What the script of the page needs to know stands in attributes. */
export function Roll({
  id,
  rows,
  reader,
  now,
}: {
  id: string;
  rows: readonly RollRow[];
  reader: { code: string; fullName: string };
  now: Date;
}) {
  const say = useSay();
  const there = rows.filter(({ mark }) => mark === 'present' || mark === 'late').length;
  const words = {
    ...Object.fromEntries(marks.map((mark) => [mark, markInWords(mark, say)])),
    none: say('roll-unmarked'),
    here: say('roll-here'),
    unsent: say('roll-unsent'),
    allSent: say('roll-all-sent'),
    offline: say('roll-offline'),
    signIn: say('roll-sign-in'),
    understood: say('roll-understood'),
  };
  return (
    <div
      class="roll"
      data-roll={`/console/meetings/${id}/marks`}
      data-reader={reader.code}
      data-now={now.getTime()}
      data-words={JSON.stringify(words)}
    >
      <div class="roll-top">
        <p class="roll-count">
          <span data-roll-there>{there}</span> {say('roll-there-of', { all: rows.length })}
        </p>
        <p class="roll-line" role="status" data-roll-line />
        <div data-roll-told />
        <label class="roll-search" hidden data-roll-search>
          <span class="unseen">{say('roll-search')}</span>
          <input type="search" placeholder={say('roll-search')} autocomplete="off" />
        </label>
      </div>
      <FormTo action={`/console/meetings/${id}/list/marks`}>
        <ul class="roll-rows">
          {rows.map((row) => (
            <Row key={row.code} row={row} reader={reader.fullName} />
          ))}
        </ul>
      </FormTo>
      <p class="hint" data-roll-kept hidden>
        {say('roll-kept')}
      </p>
    </div>
  );
}

function Row({ row, reader }: { row: RollRow; reader: string }) {
  const say = useSay();
  const { code, fullName } = row;
  const others = marks.filter((mark) => mark !== 'present');
  return (
    <li class="roll-row" id={rowId(code)} data-member={code} data-mark={row.mark ?? ''}>
      <button class="roll-main" name="mark" value={`present ${code}`}>
        <span class="roll-name">{fullName}</span>
        <span class="roll-state" data-roll-state>
          {rowInWords(row, reader, say)}
        </span>
        <Aside row={row} />
      </button>
      <details class="roll-more">
        <summary>
          <span aria-hidden="true">⋯</span>
          <span class="unseen">{say('roll-more', { name: fullName })}</span>
        </summary>
        <div class="roll-choices">
          {['present' as const, ...others].map((mark) => (
            <button key={mark} name="mark" value={`${mark} ${code}`}>
              {markInWords(mark, say)}
            </button>
          ))}
          <button name="mark" value={`none ${code}`}>
            {say('roll-undo')}
          </button>
        </div>
      </details>
    </li>
  );
}

/** What helps to mark: what the person said before, and whether he or she counts in a vote. */
function Aside({ row }: { row: RollRow }) {
  const say = useSay();
  const words = [
    row.mark === null && row.rsvp === 'no' ? say('roll-said-no') : '',
    row.mark === null && row.rsvp === 'yes' && row.lateMinutes !== null
      ? say('roll-said-late', { minutes: row.lateMinutes })
      : '',
    row.votes ? '' : say('roll-no-vote'),
  ].filter(Boolean);
  return words.length > 0 ? <span class="roll-aside">{words.join(' · ')}</span> : null;
}
