import { fileWithinMs, mostFileBytes, type InboundFile } from '../../hub/channels/index.ts';
import { download, hostsOf, type Fetched } from '../../hub/platform/download.ts';
import type { ZaloBotUpdate } from './receive.ts';

/** A picture or a voice note, by its address; notes on the platform name the picture's differently (channels.md 3). */
export function filesIn({ photo, photo_url: photoUrl, voice_url: voiceUrl }: ZaloBotUpdate['message']) {
  const files: InboundFile[] = [];
  const picture = photo ?? photoUrl;
  if (typeof picture === 'string') files.push({ ref: picture, kind: 'photo' });
  if (typeof voiceUrl === 'string') files.push({ ref: voiceUrl, kind: 'voice' });
  return files;
}

/** @param hosts where the platform keeps what people send */
export function zaloBotFiles(apiRoot: string, hosts: readonly string[]) {
  const allows = hostsOf(hosts, apiRoot);
  return {
    fileKinds: ['photo', 'voice'] as const,
    fetchFile: async (_address: string, { ref }: Pick<InboundFile, 'ref'>): Promise<Fetched> =>
      await download(ref, { allows, mostBytes: mostFileBytes, withinMs: fileWithinMs }),
  };
}
