import type { ComponentChildren } from 'preact';
import type { RollRow } from '../../../attendance/index.ts';
import { Alert, useSay, type Console, type Page, type Visit } from '../../../console/index.ts';
import { DomainError } from '../../../platform/errors.ts';
import { AgendaPart } from './agenda.tsx';
import { HandsPart } from './hands.tsx';
import { MotionsPart } from './motions.tsx';
import type { RunningPagesParts } from './pages.tsx';
import {
  runParts,
  runUrl,
  type Attendee,
  type Run,
  type RunPart,
  type Taking,
  type Typed,
} from './run-view.tsx';

/** @returns what takes the forms of the page, whose refusals are the page again */
export function runPage(console: Console, parts: RunningPagesParts): Taking {
  console.page('/console/meetings/:id/run', { needs: 'meeting.run' }, async (visit) => {
    const part = runParts.find((each) => each === visit.query['part']) ?? 'agenda';
    return await pageOf(visit, parts, part);
  });

  return async (visit, { part, form }, take) => {
    try {
      return await take();
    } catch (error) {
      if (!(error instanceof DomainError) || error.status !== 422) throw error;
      const problem = visit.say(error.code.replaceAll('.', '-'), error.facts);
      return await pageOf(visit, parts, part, { form, fields: visit.fields, problem });
    }
  };
}

async function pageOf(
  { viewer, say, params, query }: Visit,
  parts: RunningPagesParts,
  part: RunPart,
  typed: Typed | null = null,
): Promise<Page> {
  const { meetings, attendance } = parts;
  const id = params['id'] ?? '';
  const { running } = meetings;
  const [meeting, items, motions, hands, named, rows] = await Promise.all([
    meetings.meeting(viewer.actor, id),
    running.said(viewer.actor, id),
    running.motionsOf(viewer.actor, id),
    running.raisedHands(viewer.actor, id),
    unlessMayNot(attendance.base(viewer.actor, id)),
    unlessMayNot(attendance.roll(viewer.actor, id)),
  ]);
  const base = named ?? (await attendance.baseFigures(viewer.actor, id));
  const attendees = attendeesOf(rows ?? []);
  const run: Run = { meeting, items, motions, hands, attendees, base, typed, item: query['item'] };
  const { title, startsAt } = meeting;
  const shown: Record<RunPart, () => ComponentChildren> = {
    agenda: () => <AgendaPart run={run} />,
    motions: () => <MotionsPart run={run} BaseFigures={parts.BaseFigures} />,
    hands: () => <HandsPart run={run} />,
  };
  return {
    title: say('run-title'),
    styles: ['meeting-run.css'],
    ...(typed ? { status: 422 } : {}),
    body: (
      <>
        <p class="lead">
          <a href={`/console/meetings/${id}`}>{say('run-meeting', { title, startsAt })}</a>
        </p>
        {base.canMeet ? null : (
          <Alert kind="problem">
            {say('run-cannot-meet', { official: base.official, least: base.minimumOfficial })}
          </Alert>
        )}
        <Tabs id={id} here={part} hands={hands.length} />
        {shown[part]()}
      </>
    ),
  };
}

/** Who is there first. */
function attendeesOf(rows: readonly RollRow[]): readonly Attendee[] {
  return rows
    .map(({ code, fullName, mark }) => ({ code, fullName, there: mark === 'present' || mark === 'late' }))
    .toSorted((a, b) => Number(b.there) - Number(a.there));
}

/** Names are known to those who lead the very cell: others run the meeting without them. */
async function unlessMayNot<Found>(asked: Promise<Found>): Promise<Found | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'may.not') return null;
    throw error;
  }
}

function Tabs({ id, here, hands }: { id: string; here: RunPart; hands: number }) {
  const say = useSay();
  const words: Record<RunPart, () => string> = {
    agenda: () => say('run-agenda'),
    motions: () => say('run-motions'),
    hands: () => say('run-hands', { count: hands }),
  };
  return (
    <nav class="run-tabs" aria-label={say('run-tabs')}>
      {runParts.map((part) => (
        <a key={part} href={runUrl(id, part)} aria-current={part === here ? 'page' : undefined}>
          {words[part]()}
        </a>
      ))}
    </nav>
  );
}
