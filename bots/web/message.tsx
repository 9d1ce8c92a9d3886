import type { ComponentChildren } from 'preact';
import type { Say } from '../../hub/platform/locales.ts';
import type { WebMessage } from '../../hub/webchat/index.ts';

/** What is needed to show messages to one device. */
export interface Setting {
  say: Say;
  formToken: string;
}

/** What a person typed is found again under this key, by the id their page gave it. */
export const typedKey = (clientId: string) => `in:${clientId}`;
const clientIdOf = ({ key }: WebMessage) => (key?.startsWith('in:') ? key.slice(3) : undefined);

/** One message, as it stands in a page and as it is sent to one that is open. */
export function Message({ message, setting: { say, formToken } }: { message: WebMessage; setting: Setting }) {
  const { id, direction, text, bold, buttons, file, toast, createdAt, seenAt } = message;
  return (
    <li
      id={`m-${id}`}
      class={`message ${direction}`}
      data-id={id}
      data-client={clientIdOf(message)}
      data-seen={direction === 'in' || seenAt ? '' : undefined}
      tabindex={-1}
    >
      <div class="bubble">
        <span class="unseen">{direction === 'in' ? say('webchat-from-you') : say('webchat-from-us')}</span>
        {text === '' ? null : <div class="text">{emphasised(text, bold)}</div>}
        {file ? <FileLink file={file} say={say} /> : null}
        {buttons.length > 0 ? (
          <form class="choices" method="post" action="/chat/taps">
            <input type="hidden" name="formToken" value={formToken} />
            <input type="hidden" name="message" value={id} />
            {buttons.map(({ label }, index) => (
              <button key={label} class={index === 0 ? 'first' : undefined} name="button" value={index}>
                {label}
              </button>
            ))}
          </form>
        ) : null}
        {toast ? (
          <p class="toast">
            <span aria-hidden="true">✓ </span>
            {toast}
          </p>
        ) : null}
        <p class="when end">
          <time datetime={createdAt.toISOString()}>{say('webchat-when', { at: createdAt })}</time>
          <span class="state" />
        </p>
      </div>
    </li>
  );
}

function FileLink({ file, say }: { file: NonNullable<WebMessage['file']>; say: Say }) {
  return (
    <a class="file" href={`/chat/files/${file.id}`} download={file.name}>
      <span class="file-sign" aria-hidden="true">
        ↓
      </span>
      <span>
        <span class="file-name">{file.name}</span>
        <span class="file-size">{sizeOf(file.size, say)}</span>
      </span>
    </a>
  );
}

function sizeOf(bytes: number, say: Say): string {
  return bytes < 1_000_000
    ? say('webchat-kilobytes', { size: Math.max(1, Math.round(bytes / 1000)) })
    : say('webchat-megabytes', { size: Math.round(bytes / 100_000) / 10 });
}

const webAddress = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,;:!?)]/g;

/** Emphasised stretches are bold, and web addresses can be followed. */
function emphasised(text: string, bold: WebMessage['bold']): ComponentChildren[] {
  const edges = new Set([0, text.length]);
  for (const { offset, length } of bold) edges.add(offset).add(offset + length);
  const links = [...text.matchAll(webAddress)].map(({ index, 0: address }) => ({
    from: index,
    to: index + address.length,
  }));
  for (const { from, to } of links) edges.add(from).add(to);
  const cuts = [...edges].filter((edge) => edge <= text.length).sort((a, b) => a - b);
  return cuts.slice(0, -1).map((from, index) => {
    const piece = text.slice(from, cuts[index + 1]);
    const strong = bold.some(({ offset, length }) => from >= offset && from < offset + length);
    const shown = strong ? <strong key={from}>{piece}</strong> : piece;
    const link = links.find((stretch) => from >= stretch.from && from < stretch.to);
    if (!link) return shown;
    return (
      <a key={from} href={text.slice(link.from, link.to)} target="_blank" rel="noreferrer noopener">
        {shown}
      </a>
    );
  });
}
