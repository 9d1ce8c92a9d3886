import { seeOther, useSay, type Console } from '../../console/index.ts';
import { thumbnail } from '../files/redrawn.ts';
import type { ItemView } from '../port.ts';
import { itemUrl, type FeedbackPagesParts } from './urls.ts';

/** What browsers play; other recordings are kept and played elsewhere. */
const played: ReadonlySet<string> = new Set(['audio/ogg', 'audio/mp4', 'audio/mpeg', 'audio/aac']);
const isPicture = (mediaType: string) => mediaType.startsWith('image/');

/** Files of an item: to keep, never to open as a page of ours; of a picture also a small one, to be looked at. */
export function attachmentPages(console: Console, { feedback }: FeedbackPagesParts): void {
  const needs = 'feedback.answer';

  console.page(itemUrl(':id', '/files/:file'), { needs }, async ({ viewer, params }) => {
    const file = await feedback.answering.file(viewer.actor, params['id'] ?? '', params['file'] ?? '');
    return { fileName: file.name, mediaType: file.mediaType, content: file.content };
  });

  console.page(itemUrl(':id', '/files/:file/small'), { needs }, async ({ viewer, params }) => {
    const { id = '', file: fileId = '' } = params;
    const file = await feedback.answering.file(viewer.actor, id, fileId);
    if (!isPicture(file.mediaType)) return seeOther(itemUrl(id, `/files/${fileId}`));
    return { fileName: file.name, mediaType: 'image/jpeg', content: await thumbnail(file.content) };
  });
}

export function Attachments({ item: { id, attachments } }: { item: ItemView }) {
  const say = useSay();
  if (attachments.length === 0) return null;
  return (
    <ul class="plain-list">
      {attachments.map(({ id: fileId, name, mediaType, bytes }) => {
        const url = itemUrl(id, `/files/${fileId}`);
        return (
          <li key={fileId}>
            <a href={url} download>
              {isPicture(mediaType) ? (
                <img class="attached-picture" src={`${url}/small`} alt="" loading="lazy" />
              ) : null}
              <bdi>{name}</bdi>
            </a>{' '}
            <span class="hint">{say('feedback-item-file-size', { kilobytes: Math.ceil(bytes / 1024) })}</span>
            {played.has(mediaType) ? (
              <audio class="attached-sound" controls preload="none" src={url}>
                {name}
              </audio>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
