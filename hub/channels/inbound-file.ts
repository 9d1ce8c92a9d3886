/** Something that was sent to us besides words. */
export interface InboundFile {
  /** By which the channel brings it: told to nobody else. */
  ref: string;
  kind: 'photo' | 'file' | 'voice';
  /** As its sender's device called it; untrusted, like all that follows. */
  name?: string;
  mediaType?: string;
  /** How large it is said to be. */
  bytes?: number;
}

/** Larger files are not brought. */
export const mostFileBytes = 10 * 1024 * 1024;
/** So long a file may take to come. */
export const fileWithinMs = 60_000;

/** What a type such as `image/jpeg` stands for. */
export function kindOfFile(mediaType: string): InboundFile['kind'] {
  if (mediaType.startsWith('image/')) return 'photo';
  return mediaType.startsWith('audio/') ? 'voice' : 'file';
}
