import {
  Alert,
  Badge,
  Button,
  Buttons,
  Details,
  Facts,
  FormTo,
  Section,
  TextArea,
  useSay,
  type Console,
  type Page,
} from '../../../console/index.ts';
import type { Say } from '../../../platform/locales.ts';
import { fileFormats } from '../document.ts';
import type { PaperView } from '../reading.ts';
import { numberedHeading, paperForms } from '../forms.ts';
import { shortDay } from '../vietnamese-form.ts';
import { FrameForm } from './frame-form.tsx';
import { BackToPapers, Downloads } from './links.tsx';
import { kindIn, paperUrl, type PaperPagesParts } from './urls.ts';
import { Part, type RefusedPart } from './part.tsx';

/** One paper: while it is written a form for each part, afterwards as it stands. */
export function paperPage(console: Console, { papers }: PaperPagesParts): void {
  console.page('/console/meetings/:id/papers/:paper', { needs: 'meeting.run' }, async (visit) => {
    const { viewer, say, params, query } = visit;
    const view = await papers.paperOf(viewer.actor, params['id'] ?? '', kindIn(params));
    return pageOf(say, { view, model: papers.model, open: query['part'] ?? null });
  });

  for (const format of fileFormats) {
    console.page(
      `/console/meetings/:id/papers/:paper/file.${format}`,
      { needs: 'meeting.run' },
      async ({ viewer, params }) =>
        await papers.fileOf(viewer.actor, params['id'] ?? '', { kind: kindIn(params), format }),
    );
  }
}

export function pageOf(
  say: Say,
  options: {
    view: PaperView;
    model: { host: string } | null;
    /** The part that is being written in. */
    open: string | null;
    refused?: RefusedPart;
  },
): Page {
  const { view, refused } = options;
  return {
    title: [say('papers-kind', { kind: view.kind }), view.number].filter(Boolean).join(' – '),
    ...(refused ? { status: 409 } : {}),
    body: <PaperBody {...options} />,
  };
}

function PaperBody(options: Parameters<typeof pageOf>[1]) {
  const { view, refused } = options;
  const { meeting, kind } = view;
  const url = paperUrl(meeting.id, kind);
  return (
    <>
      <p class="lead">{view.subject}</p>
      {refused ? <Alert kind="problem">{refused.problem}</Alert> : null}
      {view.approvedAt || !view.writes ? <AsItStands view={view} /> : <Writing {...options} url={url} />}
      <Buttons>
        <Downloads url={url} />
      </Buttons>
      {view.approvedAt && view.writes ? <Afterwards view={view} url={url} /> : null}
      <BackToPapers meetingId={meeting.id} />
    </>
  );
}

function Writing({ view, model, open, refused, url }: Parameters<typeof pageOf>[1] & { url: string }) {
  const say = useSay();
  const { changedAt, changedByName, canFollow, parts } = view;
  return (
    <>
      <p class="hint">{say('paper-saved-by', { changedAt, name: changedByName ?? '…' })}</p>
      {canFollow > 0 ? (
        <Alert kind="note">
          <p>{say('paper-can-follow', { count: canFollow })}</p>
          <FormTo action={`${url}/following`} inline>
            <Button>{say('paper-follow')}</Button>
          </FormTo>
        </Alert>
      ) : null}
      {parts.map((part) => (
        <Part
          key={part.key}
          part={part}
          revision={view.revision}
          url={url}
          model={model}
          open={open === part.key}
          refused={refused?.key === part.key ? refused : undefined}
        />
      ))}
      <Details summary={say('paper-frame')}>
        <FrameForm view={view} url={url} />
      </Details>
      <Approval view={view} url={url} />
    </>
  );
}

function Approval({ view, url }: { view: PaperView; url: string }) {
  const say = useSay();
  const drafts = view.parts.filter(({ draft }) => draft);
  return (
    <Section title={say('paper-approval')} id="approval">
      {view.approves ? null : <p>{say('paper-only-chair', { chair: view.chair ?? '…' })}</p>}
      {view.meeting.state === 'closed' ? null : <p>{say('paper-meeting-not-closed')}</p>}
      {drafts.length > 0 ? (
        <p>{say('paper-drafts-left', { parts: drafts.map(({ label }) => label).join(', ') })}</p>
      ) : null}
      {view.approves && view.meeting.state === 'closed' && drafts.length === 0 ? (
        <FormTo action={`${url}/approval`}>
          <input type="hidden" name="revision" value={view.revision} />
          <p>{say('paper-approval-hint')}</p>
          <Button>{say('paper-approve')}</Button>
        </FormTo>
      ) : null}
    </Section>
  );
}

/** For who only reads, and for everybody once it was approved. */
function AsItStands({ view }: { view: PaperView }) {
  const say = useSay();
  const { kind, parts, frame, approvedAt, approvedByName, notes } = view;
  let headings = 0;
  return (
    <>
      {approvedAt ? (
        <p>
          <Badge tone="good">{say('papers-approved')}</Badge>{' '}
          {say('paper-approved-by', { approvedAt, name: approvedByName ?? '…' })}
        </p>
      ) : null}
      <Facts
        of={[
          [say('paper-issuer'), frame.issuer],
          [say('paper-day'), shortDay(frame.day)],
        ]}
      />
      {parts.map(({ key, text }) => {
        const heading = paperForms[kind].parts.find((part) => part.key === key)?.heading;
        if (text === '') return null;
        if (heading) headings += 1;
        return (
          <section class="section" key={key} lang="vi">
            {heading ? <h2>{numberedHeading(headings - 1, heading)}</h2> : null}
            {text.split('\n').map((line, index) => (
              // Lines of one text have no names of their own.
              <p key={`${index}`}>{line}</p>
            ))}
          </section>
        );
      })}
      {notes.map(({ at, text }) => (
        <Alert kind="note" key={`${at} ${text}`}>
          {say('paper-note', { day: shortDay(at), text })}
        </Alert>
      ))}
    </>
  );
}

function Afterwards({ view, url }: { view: PaperView; url: string }) {
  const say = useSay();
  return (
    <>
      {view.noticeId ? null : (
        <Section title={say('papers-send')}>
          <p>{say('paper-send-hint')}</p>
          <FormTo action={`${url}/sending`} inline>
            <Button>{say('papers-send')}</Button>
          </FormTo>
        </Section>
      )}
      <Details summary={say('paper-add-note')}>
        <FormTo action={`${url}/notes`}>
          <TextArea
            label={say('paper-note-text')}
            hint={say('paper-note-hint')}
            name="text"
            required
            rows={3}
            maxlength={2_000}
          />
          <Button>{say('paper-add-note')}</Button>
        </FormTo>
      </Details>
    </>
  );
}
