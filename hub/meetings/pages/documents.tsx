import { Button, Field, FormTo, Section, seeOther, useSay, type Console } from '../../console/index.ts';
import type { Shown } from './meeting-data.ts';
import { meetingUrl, type MeetingPagesParts } from './urls.ts';

/** Files that people read before and in a meeting. */
export function documentForms(console: Console, { meetings }: MeetingPagesParts): void {
  const url = meetingUrl(':id', '/documents');
  const needs = 'meeting.call';

  console.form(url, { needs, files: true }, async ({ viewer, say, params, uploads }) => {
    const id = params['id'] ?? '';
    for (const upload of uploads) await meetings.addDocument(viewer.actor, id, upload);
    return seeOther(meetingUrl(id, '#documents'), say('meeting-documents-added', { count: uploads.length }));
  });

  console.page(`${url}/:document`, { needs: 'meeting.read' }, async ({ viewer, params }) => {
    const file = await meetings.document(viewer.actor, params['id'] ?? '', params['document'] ?? '');
    return { fileName: file.name, mediaType: file.mediaType, content: file.content };
  });

  console.form(`${url}/:document/removal`, { needs }, async ({ viewer, say, params }) => {
    const id = params['id'] ?? '';
    await meetings.removeDocument(viewer.actor, id, params['document'] ?? '');
    return seeOther(meetingUrl(id, '#documents'), say('meeting-document-removed'));
  });
}

export function Documents({ shown: { meeting, may } }: { shown: Shown }) {
  const say = useSay();
  const { id, documents, state } = meeting;
  const calls = may.has('meeting.call') && state !== 'cancelled';
  if (!calls && documents.length === 0) return null;
  return (
    <Section title={say('meeting-page-documents')} id="documents">
      {documents.length > 0 ? (
        <ul class="ticks">
          {documents.map(({ id: document, name }) => (
            <li key={document} class="tick">
              <a href={meetingUrl(id, `/documents/${document}`)} download>
                {name}
              </a>
              {calls && state !== 'closed' ? (
                <FormTo action={meetingUrl(id, `/documents/${document}/removal`)} inline>
                  <Button kind="plain">
                    {say('meeting-page-document-remove')}
                    <span class="unseen"> {name}</span>
                  </Button>
                </FormTo>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {calls ? (
        <>
          <p class="hint">{say('meeting-page-handbook')}</p>
          <FormTo action={meetingUrl(id, '/documents')} upload inline>
            <Field label={say('meeting-page-document-add')} name="file" type="file" multiple required />
            <Button kind="plain">{say('meeting-page-document-send')}</Button>
          </FormTo>
        </>
      ) : null}
    </Section>
  );
}
