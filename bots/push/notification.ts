import type { Outgoing } from '../../hub/channels/index.ts';
import type { Say } from '../../hub/platform/locales.ts';
import type { PushWishes } from '../../hub/webchat/index.ts';

/** What a phone shows on its lock screen, and what a tap on it opens. Read by assets/push-worker.js. */
export interface Notification {
  title: string;
  body: string;
  /** Of the message: a later one of the same message takes the place of the earlier. */
  tag: string;
  url: PushWishes['opens'];
}

/** A lock screen has no room for more, and a payload must stay small (4 KB with all wrapping, RFC 8030). */
const longest = 120;

/**
 * Whoever sees the phone lying there learns that something came, and no more: belonging to a unit is nobody's business.
 * Who writes and what it is about stand there only where the member wants that; the text itself stays on the page.
 */
export function notificationOf(
  { notice }: Pick<Outgoing, 'notice'>,
  { messageId, wishes, say }: { messageId: string; wishes: PushWishes; say: Say },
): Notification {
  const least = bare({ messageId, wishes, say });
  if (!notice || !wishes.showsTitle) return least;
  return { ...least, title: clipped(notice.unit), body: clipped(notice.title) };
}

/** The least that can be said: for a push service that takes nothing longer. */
export function bare({
  messageId,
  wishes,
  say,
}: {
  messageId: string;
  wishes: PushWishes;
  say: Say;
}): Notification {
  return { title: appName, body: say('alerts-new-notice'), tag: messageId, url: wishes.opens };
}

const appName = 'Cầu Nối';

function clipped(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  return `${line.slice(0, longest - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
