/** What one send of a notice is about. */
export interface About {
  noticeId: string;
  memberId: string;
  /** From 1 to `parts`. */
  part: number;
  parts: number;
}

/** The key under which a channel that can tell repeats keeps this send: asked twice, it is shown once. */
export function sendKey({ noticeId, memberId, part, parts }: About): string {
  return `${noticeId}:${memberId}:${part}/${parts}`;
}

/** The inverse of {@link sendKey}; null for a key of something else. */
export function aboutKey(key: string): About | null {
  const [, noticeId, memberId, part, parts] = /^([\da-f-]{36}):([\da-f-]{36}):(\d+)\/(\d+)$/.exec(key) ?? [];
  if (!noticeId || !memberId) return null;
  return { noticeId, memberId, part: Number(part), parts: Number(parts) };
}
