import { Alert, Badge, Details, Facts, Section, useSay } from '../../console/index.ts';
import type { OpenedNotice } from '../opened.ts';

/** Characters of a long text that are shown at once. */
const bodyAtFirst = 4_000;
/** What a reader has to know before the numbers. */
export function State({
  notice: { cancelledAt, compactedAt, sendAt, whole, recipients },
  now,
}: {
  notice: OpenedNotice;
  now: Date;
}) {
  const say = useSay();
  return (
    <>
      {cancelledAt ? <Alert kind="warning">{say('notice-page-cancelled', { cancelledAt })}</Alert> : null}
      {!cancelledAt && sendAt > now ? (
        <Alert kind="note">{say('notice-page-scheduled', { sendAt })}</Alert>
      ) : null}
      {compactedAt ? <Alert kind="note">{say('notice-page-compacted', { compactedAt })}</Alert> : null}
      {whole ? null : <Alert kind="note">{say('notice-page-part', { recipients })}</Alert>}
    </>
  );
}

/** Who sent it, under which number, when, and what has been done since. */
export function About({ notice }: { notice: OpenedNotice }) {
  const say = useSay();
  const { number, issuedOn, dueAt, reminders } = notice;
  const issued = issuedOn ? new Date(`${issuedOn}T12:00:00+07:00`) : null;
  const lastReminder = reminders.at(-1);
  return (
    <Facts
      of={[
        [say('notice-page-unit'), `${notice.unitName} (${notice.unit})`],
        [say('notice-page-sender'), `${notice.senderName} (${notice.sender})`],
        [say('notice-page-sent'), say('notice-page-moment', { moment: notice.sendAt })],
        ...(number
          ? [
              [
                say('compose-number'),
                issued ? say('notice-number-and-date', { number, issuedOn: issued }) : number,
              ] as const,
            ]
          : []),
        ...(dueAt ? [[say('compose-due'), say('notice-page-moment', { moment: dueAt })] as const] : []),
        ...(lastReminder
          ? [
              [
                say('notice-page-reminders'),
                say('notice-page-last-reminder', {
                  count: reminders.length,
                  sentAt: lastReminder.sentAt,
                  recipients: lastReminder.recipients,
                }),
              ] as const,
            ]
          : []),
      ]}
    />
  );
}

/** The text and the files as they went out. */
export function Sent({ notice }: { notice: OpenedNotice }) {
  const say = useSay();
  const { id, body, attachments, instructions } = notice;
  return (
    <Section title={say('notice-page-content')} id="content">
      <Details summary={notice.title}>
        {instructions.map(({ unit, text }) => (
          <p class="as-written" key={unit}>
            {say('cascade-instruction', { unit, text })}
          </p>
        ))}
        {body ? (
          <p class="as-written">{body.slice(0, bodyAtFirst)}</p>
        ) : (
          <p class="hint">{say('notice-page-no-text')}</p>
        )}
        {body.length > bodyAtFirst ? (
          <p>
            <a href={`/console/notices/${id}/text`}>{say('notice-page-whole-text')}</a>
          </p>
        ) : null}
      </Details>
      {attachments.length > 0 ? (
        <ul>
          {attachments.map((file) => (
            <li key={file.id}>
              <a href={`/console/notices/${id}/files/${file.id}`} download>
                {file.name}
              </a>{' '}
              <Badge>
                {say('notice-page-file-size', { kilobytes: Math.max(1, Math.round(file.size / 1000)) })}
              </Badge>
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
