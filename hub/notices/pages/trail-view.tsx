import { Table, useSay } from '../../console/index.ts';
import type { Via } from '../../platform/audit.ts';
import type { Say } from '../../platform/locales.ts';
import type { SheetCell } from '../../platform/spreadsheet.ts';
import type { TrailEntry } from '../trail.ts';
import { When } from './words.tsx';

const viaWords: Record<Via, (say: Say) => string> = {
  console: (say) => say('via-console'),
  api: (say) => say('via-api'),
  command: (say) => say('via-command'),
  chat: (say) => say('via-chat'),
  system: (say) => say('via-system'),
};

/** What was done, in words. An entry may be older than its words: then its action speaks for itself. */
function deedIn({ action, facts }: TrailEntry, say: Say): string {
  const told = Object.entries(facts).flatMap(([name, fact]) =>
    fact === null ? [] : [[name, typeof fact === 'boolean' ? String(fact) : fact] as const],
  );
  try {
    return say(`audit-${action.replaceAll('.', '-')}`, Object.fromEntries(told));
  } catch {
    return action;
  }
}

function actorIn({ actor, actorName, via }: TrailEntry, say: Say): string {
  if (actor) return `${actorName ?? ''} (${actor})`;
  return via === 'system' ? say('audit-by-hub') : say('audit-by-operator');
}

function subjectIn({ subject, subjectName, subjectKind }: TrailEntry): string | null {
  if (!subject) return null;
  return subjectKind === 'notice' ? subjectName : `${subjectName ?? ''} (${subject})`;
}

/** A line of the audit for a spreadsheet: when, who, by which road, what, about whom, where. */
export function trailCells(entry: TrailEntry, say: Say): SheetCell[] {
  return [
    say('notice-page-moment', { moment: entry.at }),
    actorIn(entry, say),
    viaWords[entry.via](say),
    deedIn(entry, say),
    subjectIn(entry),
    entry.unit,
  ];
}

/** Entries of the audit, of everything or of one notice. */
export function Trail({ entries, of }: { entries: readonly TrailEntry[]; of: 'everything' | 'notice' }) {
  const say = useSay();
  return (
    <Table
      caption={say('nav-audit')}
      keyOf={({ id }) => id}
      rows={entries}
      columns={[
        { title: say('audit-what'), cell: (entry) => deedIn(entry, say) },
        { title: say('audit-at'), cell: ({ at }) => <When at={at} /> },
        {
          title: say('audit-who'),
          cell: (entry) => (
            <>
              {actorIn(entry, say)}
              <span class="hint block">{viaWords[entry.via](say)}</span>
            </>
          ),
        },
        ...(of === 'everything'
          ? [
              {
                title: say('audit-about'),
                cell: (entry: TrailEntry) => (
                  <>
                    <Subject entry={entry} />
                    {entry.unitName ? <span class="hint block">{entry.unitName}</span> : null}
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

function Subject({ entry }: { entry: TrailEntry }) {
  const { subjectKind, subject } = entry;
  const words = subjectIn(entry);
  if (!subjectKind || !subject) return <>{words}</>;
  const href = {
    notice: `/console/notices/${subject}`,
    member: `/console/people/members/${encodeURIComponent(subject)}`,
    unit: `/console/people/units/${encodeURIComponent(subject)}`,
  }[subjectKind];
  return <a href={href}>{words}</a>;
}
