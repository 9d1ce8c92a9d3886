import { z } from 'zod';
import { fileWithinMs, mostFileBytes, type InboundFile } from '../../hub/channels/index.ts';
import { download, hostsOf, type Fetched } from '../../hub/platform/download.ts';
import type { ZaloEvent } from './events.ts';

/**
 * Where Zalo keeps what people send: pictures and sounds at `zdn.vn` and `zadn.vn`; files at `dlfl.vn`, which leads on to
 * the others. Written down nowhere by Zalo, seen by others (docs/zalo.md).
 */
export const zaloFileHosts = ['zdn.vn', 'zadn.vn', 'dlfl.vn', 'flchat.vn', 'dlmd.me', 'zalo.me'] as const;

const kinds: Readonly<Record<string, InboundFile['kind']>> = {
  image: 'photo',
  file: 'file',
  audio: 'voice',
  voice: 'voice',
};
const payload = z.looseObject({
  url: z.url().max(2_000),
  name: z.string().max(500).optional().catch(undefined),
  size: z.coerce.number().int().min(0).optional().catch(undefined),
});

/** What stands in an event besides words; films, places and cards are nothing we can use. */
export function filesIn({ message }: ZaloEvent): InboundFile[] {
  return (message?.attachments ?? []).flatMap(({ type, payload: given }) => {
    const kind = kinds[String(type)];
    const read = payload.safeParse(given).data;
    if (!kind || !read) return [];
    const { url: ref, name, size } = read;
    return [{ ref, kind, ...(name && { name }), ...(size !== undefined && { bytes: size }) }];
  });
}

/** The reference is an address that came with the event: only Zalo's own hosts are asked. */
export function zaloFiles(apiRoot: string) {
  const allows = hostsOf(zaloFileHosts, apiRoot);
  return {
    fetchFile: async (_address: string, { ref }: Pick<InboundFile, 'ref'>): Promise<Fetched> =>
      await download(ref, { allows, mostBytes: mostFileBytes, withinMs: fileWithinMs }),
  };
}
