import type { Inbound } from '../../hub/channels/index.ts';
import type { Assets } from '../../hub/console/index.ts';
import type { People } from '../../hub/people/index.ts';
import type { App } from '../../hub/platform/http.ts';
import type { Keys } from '../../hub/platform/keys.ts';
import type { Locales } from '../../hub/platform/locales.ts';
import type { Alerts, WebChat } from '../../hub/webchat/index.ts';
import { alertRoutes } from './alerts.tsx';
import { attachRoutes } from './attaching.tsx';
import { checkInRoutes, type CheckInParts } from './check-in.tsx';
import { conversationRoutes } from './conversation.tsx';
import { deviceRoutes } from './devices.tsx';
import { openGuard, type Guard } from './guard.ts';
import { joinRoutes } from './joining.tsx';
import { liveChats } from './live.ts';
import { openSpeaking, type Speaking } from './speaking.ts';

export interface WebParts {
  webchat: WebChat;
  people: Pick<People, 'chats'>;
  /** Null where there is no web push. */
  alerts: Alerts | null;
  /** Stores what a person did, and wakes whoever answers. */
  receive: (events: readonly Inbound[]) => Promise<void>;
  keys: Keys;
  locales: Locales;
  assets: Assets;
  /** Where people reach us, for links to further devices. */
  publicUrl: () => Promise<string>;
  /** Is the page only reached over an encrypted line? */
  secure: boolean;
  onProblem: (error: unknown) => void;
  /** How a member says in this browser that he or she is at a meeting. */
  atMeetings: CheckInParts;
}

export type RouteParts = WebParts & { guard: Guard; speaking: Speaking };

/** The page that a member keeps on the phone: it works with forms alone, and by itself where scripts run. */
export async function webRoutes(app: App, parts: WebParts): Promise<void> {
  const live = liveChats(parts);
  app.addHook('preClose', async () => live.close());
  const all = { ...parts, guard: openGuard(parts), speaking: openSpeaking(parts) };
  app.addHook('onRequest', async ({ url }, reply) => {
    if (url.startsWith('/chat')) void reply.header('cache-control', 'no-store');
  });
  joinRoutes(app, all);
  conversationRoutes(app, all, live);
  attachRoutes(app, all);
  deviceRoutes(app, all);
  checkInRoutes(app, all, parts.atMeetings);
  if (parts.alerts) alertRoutes(app, all, parts.alerts);
}
