import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { emailPages, returnsWebhook } from '../bots/email/routes.ts';
import { telegramWebhook } from '../bots/telegram/routes.ts';
import { webRoutes } from '../bots/web/routes.ts';
import { zaloWebhook } from '../bots/zalo/routes.ts';
import { zaloBotWebhook } from '../bots/zalo-bot/routes.ts';
import { assistantDoor } from './assistant/door.ts';
import { assistantPages } from './assistant/pages/pages.ts';
import { assistantRoutes } from './assistant/routes.ts';
import { BaseFigures } from './attendance/pages/base-figures.tsx';
import { keptList } from './attendance/pages/kept-list.ts';
import { attendancePages } from './attendance/pages/pages.tsx';
import type { Hub } from './compose.ts';
import { consultationPages } from './consultations/pages/pages.ts';
import { consultationTasks } from './consultations/pages/today.tsx';
import { paperPages as consultationPaperPages } from './consultations/paper/pages.tsx';
import { consultationRoutes } from './consultations/routes.ts';
import { openAssets, openConsole, problemPage, signInPages } from './console/index.ts';
import { channelLoginPages } from './delivery/pages/login.tsx';
import { deliveryPages } from './delivery/pages/pages.tsx';
import { deliveryRoutes } from './delivery/routes.ts';
import { feedbackPages } from './feedback/pages/pages.tsx';
import { feedbackTasks } from './feedback/pages/today.tsx';
import { feedbackRoutes } from './feedback/routes.ts';
import { unlinkablePages } from './feedback/unlinkable/pages.tsx';
import { libraryPages } from './library/pages/pages.ts';
import { libraryTasks } from './library/pages/today.tsx';
import { readCalendar } from './meetings/index.ts';
import { calendarRoutes } from './meetings/calendar/routes.ts';
import { meetingPages } from './meetings/pages/pages.tsx';
import { meetingTasks } from './meetings/pages/today.tsx';
import { meetingRoutes } from './meetings/routes.ts';
import { paperPages } from './meetings/papers/pages/pages.tsx';
import { runningPages } from './meetings/running/pages/pages.tsx';
import { noticePages } from './notices/pages/pages.tsx';
import { noticeRoutes } from './notices/routes.ts';
import { importPages } from './people/import/pages/pages.tsx';
import { joinPage } from './people/joining/join-page.ts';
import { channelOrderRoutes } from './people/joining/routes.ts';
import { memberRoutes } from './people/members/routes.ts';
import { memberPages } from './people/pages/pages.tsx';
import { peopleRoutes } from './people/routes.ts';
import { unitRoutes } from './people/units/routes.ts';
import { libraryDoor } from './library/door.ts';
import { libraryRoutes } from './library/routes.ts';
import type { Actor } from './platform/audit.ts';
import { openHttp } from './platform/http.ts';
import { openHubDoor } from './platform/hub-door.ts';
import { reportPages } from './reports/pages.tsx';
import { reportRoutes } from './reports/routes.ts';

/** Everything this hub answers over HTTP, without listening yet. */
export async function openWeb(hub: Hub): Promise<FastifyInstance> {
  const { log, metrics, locales, people, notices, linksFor, bots, database, clock } = hub;
  const assets = openAssets(
    ['console/assets', '../bots/web/assets'].map((folder) => join(import.meta.dirname, folder)),
  );
  const secure = hub.config.PUBLIC_URL.startsWith('https:');
  const app = await openHttp({
    log,
    metrics,
    locales,
    publicUrl: hub.config.PUBLIC_URL,
    identify: (token) => people.memberOfToken(token),
    ready: async () => (await database.query('select 1')).length === 1,
    details: () => ({ library: libraryDetails(hub) }),
    problemPage: problemPage({ assets, locales }),
  });
  assets.serve(app);
  const memberHome = '/console/consultations/mine';
  const console = openConsole(app, { sessions: people, keys: hub.keys, locales, assets, secure, memberHome });
  signInPages(app, console, { people, secure, memberHome });
  noticePages(console, {
    notices,
    people,
    clock,
    requestsWaiting: async ({ memberId }) => (await people.requestsWaiting(memberId)).waiting,
    otherTasks: tasksOf(hub),
    webDevices: ownWebDevices(hub),
    alerts: hub.alerts,
  });
  deliveryPages(console, {
    delivery: hub.delivery,
    trials: hub.trials,
    people,
    clock,
    login: hub.channelLogin,
    loginPages: bots.zalo ? { zalo: '/console/channels/zalo/login' } : {},
  });
  channelLoginPages(console, { login: hub.channelLogin });
  memberPages(console, { people, clock, linksFor, groupsOf: hub.delivery.groupsOf });
  importPages(console, { people });
  attendancePages(console, {
    attendance: hub.attendance,
    people,
    meeting: (by, id) => hub.meetings.meeting(by, id),
    open: (by, id) => hub.meetings.open(by, id),
    clock,
    publicUrl: hub.publicUrl,
    onProblem: (error) => hub.onProblem('attendance', error),
  });
  keptList(app, { assets, locales });
  meetingPages(console, {
    meetings: hub.meetings,
    attendance: hub.attendance,
    people,
    tell: hub.conversations.tell,
    BaseFigures,
    locales,
    clock,
    timeZone: hub.config.TZ,
  });
  paperPages(console, { papers: hub.meetings.papers, clock });
  runningPages(console, {
    meetings: hub.meetings,
    attendance: hub.attendance,
    BaseFigures,
  });
  feedbackPages(console, {
    feedback: hub.feedback,
    people,
    notices,
    library: hub.library,
    database,
    calendar: readCalendar,
    clock,
    publicUrl: hub.publicUrl,
  });
  consultationPages(console, { consultations: hub.consultations, database, clock });
  consultationPaperPages(app, {
    papers: hub.consultations.papers,
    locales,
    clock,
    onProblem: (error) => hub.onProblem('consultations', error),
  });
  libraryPages(console, { library: hub.library });
  assistantPages(console, { assistant: hub.assistant });
  reportPages(console, { reports: hub.figures, people });
  unlinkablePages(app, {
    unlinkable: hub.feedback.unlinkable,
    topicsFor: (unitCode) => hub.feedback.saying.topicsFor(unitCode),
    locales,
    clock,
    onProblem: (error) => hub.onProblem('feedback', error),
  });
  await noticeRoutes(app, { notices });
  await meetingRoutes(app, hub);
  await feedbackRoutes(app, hub);
  await consultationRoutes(app, hub);
  await libraryRoutes(app, { library: hub.library });
  const door = openHubDoor(app, hub);
  libraryDoor(door, hub);
  await assistantRoutes(app, { assistant: hub.assistant });
  assistantDoor(door, hub);
  await reportRoutes(app, { reports: hub.figures });
  await deliveryRoutes(app, { delivery: hub.delivery });
  await peopleRoutes(app, { people, linksFor, clock });
  await memberRoutes(app, { people });
  await unitRoutes(app, { people });
  await channelOrderRoutes(app, { people });
  await calendarRoutes(app, { meetings: hub.meetings });
  const zaloBot = async () => (await hub.accounts.names()).zalo_bot;
  await joinPage(app, { linksFor, zaloBot, icon: assets.url('mark.svg') });
  if (bots.email) emailPages(app, { ...bots.email, people, notices, locales, assets });
  if (hub.config.MAIL_WEBHOOK_SECRET)
    returnsWebhook(app, { returns: await hub.mailReturns(), secret: hub.config.MAIL_WEBHOOK_SECRET });
  if (bots.telegram) await telegramWebhook(app, bots.telegram);
  if (bots.zalo) await zaloWebhook(app, bots.zalo);
  if (bots.zaloBot) await zaloBotWebhook(app, bots.zaloBot);
  await webRoutes(app, {
    webchat: hub.webchat,
    people,
    alerts: hub.alerts,
    receive: (events) => hub.receive('web', events),
    keys: hub.keys,
    locales,
    assets,
    publicUrl: hub.publicUrl,
    secure,
    onProblem: (error) => hub.onProblem('webchat', error),
    atMeetings: atMeetings(hub),
  });
  return app;
}

/** How far the library has been read into this process. */
function libraryDetails({ library }: Hub) {
  const { building, passages, total } = library.finding.state();
  return building ? { building, done: passages, total } : { building };
}

/** What waits for a member on Hôm nay, besides notices. */
function tasksOf({ meetings, feedback, consultations, library, config, clock }: Hub) {
  const ofMeetings = meetingTasks({ meetings, timeZone: config.TZ });
  const ofFeedback = feedbackTasks({ feedback });
  const ofConsultations = consultationTasks({ consultations, clock });
  const ofLibrary = libraryTasks({ library });
  return async (by: Actor & { memberId: string }) =>
    (await Promise.all([ofMeetings(by), ofFeedback(by), ofConsultations(by), ofLibrary(by)])).flat();
}

/** The browsers in which a member's conversation on our own page is open. */
function ownWebDevices({ people, webchat, audit }: Hub) {
  return {
    addressOf: webchat.addressOf,
    async of(memberId: string) {
      const address = await webchat.addressOf(memberId);
      return address === null ? [] : await webchat.devicesOf(address);
    },
    async end(memberId: string, id: string) {
      const address = await webchat.addressOf(memberId);
      if (address === null || !(await webchat.endDevice(address, id))) return false;
      const [home] = await people.unitsOf(memberId);
      const deed = { action: 'device.ended', unitId: home?.id ?? null, subjectId: memberId };
      await audit.record({ memberId, via: 'console' }, deed);
      return true;
    },
  };
}

/** How a member in the web chat says to be at a meeting, and where others can. */
function atMeetings({ attendance, accounts }: Hub) {
  return {
    checkIn: (member: string, code: string, by: { meetingId: string; browser: string }) =>
      attendance.checkIn(member, code, {
        road: 'link',
        via: 'chat',
        device: by.browser,
        meetingId: by.meetingId,
      }),
    async otherWays(code: string) {
      const { telegram, zalo, zalo_bot: zaloBot } = await accounts.names();
      return {
        ...(telegram ? { telegram: `https://t.me/${telegram}${code ? `?start=c${code}` : ''}` } : {}),
        // Zalo carries no code: whoever opens the account sends it there.
        ...(zalo ? { zalo: `https://zalo.me/${zalo}` } : {}),
        ...(zaloBot ? { zaloBot } : {}),
      };
    },
  };
}
