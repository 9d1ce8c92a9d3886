import type { ComponentChildren } from 'preact';
import { Alert, Badge, Details, Facts, Section, useSay } from '../../console/index.ts';
import { channelInWords, type ChannelName } from '../../channels/index.ts';
import { stepInWords } from '../chasing/step-words.ts';
import type { AudiencePreview } from '../audience-preview.ts';
import type { NoticePreview, PreviewPart } from '../composing.ts';
import type { NewNotice } from '../new-notice.ts';
import { Costs } from './costs.tsx';

/** Longer notices are shown by their beginning and their end. */
const mostParts = 3;

/** What will be sent, to whom, when, and how it will look; `children` are the buttons. */
export function PreviewBody({
  notice,
  audience,
  preview,
  children,
}: {
  notice: NewNotice;
  audience: AudiencePreview;
  preview: NoticePreview;
  children: ComponentChildren;
}) {
  const say = useSay();
  const { recipients, withoutChannel } = audience;
  return (
    <>
      <Alert kind="note">{say('preview-not-sent')}</Alert>
      {recipients === 0 && !notice.cascade ? <Alert kind="problem">{say('preview-nobody')}</Alert> : null}
      {preview.movedByQuietHours ? (
        <Alert kind="warning">{say('preview-quiet', { sendAt: preview.sendAt })}</Alert>
      ) : null}
      <Facts
        of={[
          [
            say('preview-to'),
            say('preview-recipients', {
              recipients,
              to: notice.cascade ? 'cascade' : (notice.to ?? 'members'),
              ...preview.unit,
            }),
          ],
          [
            say('preview-when'),
            notice.sendAt || preview.movedByQuietHours
              ? say('notice-page-moment', { moment: preview.sendAt })
              : say('preview-at-once'),
          ],
          [say('preview-ack'), notice.wantsAck ? say('preview-ack-yes') : say('preview-ack-no')],
          ...(notice.wantsAck ? [[say('preview-chase'), <Steps of={preview.chase} />] as const] : []),
          ...(notice.dueAt
            ? [[say('compose-due'), say('notice-page-moment', { moment: notice.dueAt })] as const]
            : []),
        ]}
      />
      {children}
      <Costs audience={audience} />
      {withoutChannel.count > 0 ? <WithoutChannel of={withoutChannel} /> : null}
      <Section title={say('preview-looks')}>
        <p class="hint">{say('preview-looks-hint')}</p>
        {preview.channels.map(({ channel, parts }) => (
          <Details key={channel} open summary={channelInWords(channel, say)}>
            <Bubbles channel={channel} parts={parts} />
          </Details>
        ))}
      </Section>
    </>
  );
}

function Steps({ of: steps }: { of: NoticePreview['chase'] }) {
  const say = useSay();
  if (steps.length === 0) return <>{say('preview-chase-none')}</>;
  return (
    <ul class="plain-list">
      {steps.map(({ action, dueAt }) => (
        <li key={action}>{say('preview-chase-step', { step: stepInWords(action, say), dueAt })}</li>
      ))}
    </ul>
  );
}

function WithoutChannel({ of: { count, first } }: { of: AudiencePreview['withoutChannel'] }) {
  const say = useSay();
  return (
    <Details summary={say('preview-without', { count })}>
      <p>{say('preview-without-hint')}</p>
      <ul>
        {first.map(({ code, fullName, unit }) => (
          <li key={code}>
            {fullName} <span class="hint">({[code, unit].filter(Boolean).join(', ')})</span>
          </li>
        ))}
      </ul>
      {count > first.length ? (
        <p class="hint">{say('list-others', { count: count - first.length })}</p>
      ) : null}
    </Details>
  );
}

/** As messages stand in a chat. */
function Bubbles({ channel, parts }: { channel: ChannelName; parts: readonly PreviewPart[] }) {
  const say = useSay();
  const shown = parts.length > mostParts ? [...parts.slice(0, mostParts - 1), parts.at(-1)!] : parts;
  return (
    <div class={`chat chat-${channel}`}>
      {shown.map((part, index) => (
        <>
          {parts.length > mostParts && index === mostParts - 1 ? (
            <p class="hint">{say('preview-parts-between', { count: parts.length - mostParts })}</p>
          ) : null}
          <Bubble part={part} />
        </>
      ))}
    </div>
  );
}

function Bubble({ part }: { part: PreviewPart }) {
  if (part.kind === 'file') {
    return (
      <div class="bubble">
        <Badge>{extensionOf(part.name)}</Badge> {part.name}
      </div>
    );
  }
  return (
    <>
      <div class="bubble">{emphasised(part.text, part.bold)}</div>
      {part.buttons.map(({ label }) => (
        <div class="bubble-button" key={label}>
          {label}
        </div>
      ))}
    </>
  );
}

function extensionOf(name: string): string {
  return (/\.(\w{1,5})$/.exec(name)?.[1] ?? '').toUpperCase();
}

function emphasised(text: string, bold: readonly { offset: number; length: number }[]): ComponentChildren[] {
  const pieces: ComponentChildren[] = [];
  let at = 0;
  for (const { offset, length } of bold) {
    pieces.push(text.slice(at, offset), <strong key={offset}>{text.slice(offset, offset + length)}</strong>);
    at = offset + length;
  }
  return [...pieces, text.slice(at)];
}
