import type { Content } from '../channels/index.ts';
import { newId } from '../platform/ids.ts';
import { passOnBy, passOnDays } from './cascade/level.ts';
import { contentFrom } from './content.ts';
import type { NewNotice } from './new-notice.ts';
import type { SendingParts } from './sending.ts';

/**
 * What a notice will say that is not kept yet. What members read is in Vietnamese, also where the console speaks another
 * language.
 *
 * @param unit by its name
 */
export async function contentOfUnsent(
  { people, locales, clock }: SendingParts,
  notice: NewNotice,
  { unit, sendAt }: { unit: string; sendAt: Date },
): Promise<Content> {
  const files = (notice.attachments ?? []).map(({ name, mediaType, content }) => ({
    id: newId(),
    name,
    mediaType,
    bytes: content.length,
    uploadedAs: null,
    content: async () => content,
  }));
  const said = {
    id: newId(),
    kind: notice.kind ?? 'notice',
    title: notice.title,
    body: notice.body,
    number: notice.number ?? null,
    issuedOn: notice.issuedOn ?? null,
    wantsAck: notice.wantsAck ?? false,
    dueAt: notice.dueAt ?? null,
    remindsId: null,
    unit,
    passOnBy: notice.cascade
      ? passOnBy(sendAt, await passOnDays(people, clock()), notice.dueAt ?? null)
      : null,
  };
  return contentFrom(said, locales('vi'), files);
}
