import { assistantApi } from './assistant-api-doors.ts';
import { consultationApi } from './consultation-api-doors.ts';
import { consultationPages, paperDoors } from './consultation-doors.ts';
import { feedbackApi, feedbackPages, unlinkableDoors } from './feedback-doors.ts';
import { libraryApi } from './library-api-doors.ts';
import { libraryPages } from './library-page-doors.ts';
import { meetingApi } from './meeting-api-doors.ts';
import { meetingPages } from './meeting-doors.ts';
import { peopleApi, peoplePages } from './people-doors.ts';
import { everybody, holders, nobody, right, type Rule } from './rule.ts';

export type { Ask, Rule } from './rule.ts';

/** What every token, member or not, can be used for is asked here once more: `METHOD url` of every door there is. */
export const api: Record<string, Rule> = {
  'POST /api/v1/notices': {
    may: right('notice.send'),
    ask: (stage) => ({
      url: '/api/v1/notices',
      json: { unit: 'X1-C', title: stage.anew('Tin '), body: 'Nội dung' },
    }),
  },
  'GET /api/v1/notices/:id': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/api/v1/notices/${await stage.notice()}` }),
  },
  'GET /api/v1/notices/:id/recipients': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/api/v1/notices/${await stage.notice()}/recipients` }),
  },
  'POST /api/v1/notices/:id/cancellation': {
    may: right('notice.cancel'),
    ask: async (stage) => ({ url: `/api/v1/notices/${await stage.notice()}/cancellation` }),
  },
  'POST /api/v1/notices/:id/reminders': {
    may: right('notice.remind'),
    ask: async (stage) => ({ url: `/api/v1/notices/${await stage.notice()}/reminders` }),
  },
  'GET /api/v1/notices/:id/chase': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/api/v1/notices/${await stage.notice()}/chase` }),
  },
  'POST /api/v1/notices/:id/chase/stopping': {
    may: right('notice.remind'),
    ask: async (stage) => ({ url: `/api/v1/notices/${await stage.notice()}/chase/stopping` }),
  },
  'GET /api/v1/notices/:id/cascade': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/api/v1/notices/${await stage.cascade()}/cascade?unit=X1-C` }),
  },
  'POST /api/v1/notices/:id/pass-on': {
    may: right('notice.send'),
    ask: async (stage) => ({
      url: `/api/v1/notices/${await stage.cascade()}/pass-on`,
      json: { unit: 'X1-C' },
    }),
  },
  'POST /api/v1/notices/:id/tellings': {
    may: right('notice.tell'),
    ask: async (stage) => {
      const member = await stage.member();
      return { url: `/api/v1/notices/${await stage.notice()}/tellings`, json: { member } };
    },
  },
  'GET /api/v1/channels': { may: holders, ask: () => ({ url: '/api/v1/channels' }) },
  'GET /api/v1/dead-letters': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/api/v1/dead-letters?notice=${(await stage.deadLetter()).notice}` }),
    shows: 'no-channel',
  },
  'POST /api/v1/dead-letters/resending': {
    may: right('notice.resend'),
    ask: async (stage) => ({ url: '/api/v1/dead-letters/resending', json: await stage.deadLetter() }),
    // Elsewhere there is nobody of this kind.
    refusal: [403, 409],
  },
  'GET /api/v1/rules': { may: everybody, ask: () => ({ url: '/api/v1/rules' }) },
  ...peopleApi,
  ...meetingApi,
  ...feedbackApi,
  ...consultationApi,
  ...assistantApi,
  ...libraryApi,
};

export const pages: Record<string, Rule> = {
  'GET /console': { may: holders, ask: () => ({ url: '/console' }) },
  'POST /console/language': {
    may: everybody,
    ask: () => ({ url: '/console/language', fields: { language: 'vi' } }),
  },
  'GET /console/devices': { may: holders, ask: () => ({ url: '/console/devices' }) },
  'GET /console/devices/this/ending': { may: holders, ask: () => ({ url: '/console/devices/this/ending' }) },
  'POST /console/devices/sessions/:id/ending': {
    // Another's session is not ended: the answer says only that there is none of one's own by this id.
    may: holders,
    ask: (stage) => ({ url: `/console/devices/sessions/${stage.word()}/ending`, fields: {} }),
  },
  'POST /console/devices/chats/:id/ending': {
    may: holders,
    ask: (stage) => ({ url: `/console/devices/chats/${stage.word()}/ending`, fields: {} }),
  },
  'POST /console/devices/alerts': {
    // For one's own web chat: whose it is, the session says.
    may: holders,
    ask: async (stage, { code }, { hub }) => {
      await stage.chat(code, 'web');
      return { url: '/console/devices/alerts', fields: stage.subscription(hub.alerts!.publicKey) };
    },
  },
  'POST /console/devices/alerts/:id/ending': {
    may: holders,
    ask: (stage) => ({ url: `/console/devices/alerts/${stage.word()}/ending`, fields: {} }),
  },
  'GET /console/notices': {
    may: right('notice.read'),
    ask: async (stage) => {
      await stage.notice();
      return { url: '/console/notices' };
    },
    shows: 'Thông báo của chi bộ thôn',
  },
  'GET /console/notices/new': {
    may: right('notice.send'),
    ask: () => ({ url: '/console/notices/new' }),
    shows: 'value="X1-C"',
  },
  'POST /console/notices/new': {
    may: right('notice.send'),
    ask: (stage) => ({
      url: '/console/notices/new',
      fields: {
        unit: 'X1-C',
        to: 'members',
        kind: 'notice',
        title: stage.anew('Tin '),
        body: 'Nội dung',
        when: 'now',
      },
    }),
    refusal: [403, 422],
  },
  'GET /console/notices/drafts/:draft': {
    may: right('notice.send'),
    ask: async (stage, person) => ({ url: `/console/notices/drafts/${await stage.draft(person)}` }),
  },
  'POST /console/notices/drafts/:draft/sending': {
    may: right('notice.send'),
    ask: async (stage, person) => ({
      url: `/console/notices/drafts/${await stage.draft(person)}/sending`,
      fields: {},
    }),
  },
  'POST /console/notices/drafts/:draft/discarding': {
    // One's own, always: what somebody may not send, they may throw away.
    may: holders,
    ask: async (stage, person) => ({
      url: `/console/notices/drafts/${await stage.draft(person)}/discarding`,
      fields: {},
    }),
  },
  'GET /console/notices/:id': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}` }),
  },
  'GET /console/notices/:id/units': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}/units` }),
  },
  'GET /console/notices/:id/people': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}/people` }),
  },
  'GET /console/notices/:id/text': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}/text` }),
  },
  'GET /console/notices/:id/files/:file': {
    may: right('notice.read'),
    ask: async (stage) => {
      const { id, file } = await stage.noticeWithFile();
      return { url: `/console/notices/${id}/files/${file}` };
    },
  },
  'GET /console/notices/:id/recipients.csv': {
    may: right('notice.export'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}/recipients.csv` }),
  },
  'GET /console/notices/:id/recipients.xlsx': {
    may: right('notice.export'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}/recipients.xlsx` }),
  },
  'GET /console/notices/:id/live': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}/live` }),
    stream: true,
  },
  'POST /console/notices/:id/reminders': {
    may: right('notice.remind'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}/reminders`, fields: {} }),
  },
  'POST /console/notices/:id/tellings': {
    may: right('notice.tell'),
    ask: async (stage) => {
      const member = await stage.member();
      return { url: `/console/notices/${await stage.notice()}/tellings`, fields: { member } };
    },
  },
  'POST /console/notices/:id/tellings/:member/withdrawal': {
    // Only who recorded it may take it back, and only with the right to record it.
    may: right('notice.tell'),
    ask: async (stage, person, { hub }) => {
      const member = await stage.member();
      const id = await stage.notice();
      const teller = right('notice.tell')(person)
        ? person.memberId
        : (await hub.people.memberByCode('admin-inside')).id;
      await hub.notices.told({ memberId: teller, via: 'console' }, id, member);
      return { url: `/console/notices/${id}/tellings/${member}/withdrawal`, fields: {} };
    },
  },
  'GET /console/notices/:id/chase/stopping': {
    may: right('notice.remind'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}/chase/stopping` }),
  },
  'POST /console/notices/:id/chase/stopping': {
    may: right('notice.remind'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}/chase/stopping`, fields: {} }),
  },
  'GET /console/notices/:id/cascade': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.cascade()}/cascade?unit=X1-C` }),
  },
  'GET /console/notices/:id/cascade/live': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.cascade()}/cascade/live?unit=X1-C` }),
    stream: true,
  },
  'GET /console/notices/:id/pass-on': {
    may: right('notice.send'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.cascade()}/pass-on?unit=X1-C` }),
  },
  'POST /console/notices/:id/pass-on': {
    may: right('notice.send'),
    ask: async (stage) => ({
      url: `/console/notices/${await stage.cascade()}/pass-on`,
      fields: { unit: 'X1-C' },
    }),
  },
  'POST /console/notices/:id/pass-on/sending': {
    may: right('notice.send'),
    ask: async (stage) => ({
      url: `/console/notices/${await stage.cascade()}/pass-on/sending`,
      fields: { unit: 'X1-C' },
    }),
  },
  'POST /console/notices/:id/pass-on/taking-back': {
    may: right('notice.send'),
    ask: async (stage) => ({
      url: `/console/notices/${await stage.passedOn()}/pass-on/taking-back`,
      fields: { unit: 'X1-C' },
    }),
  },
  'GET /console/notices/:id/cancellation': {
    may: right('notice.cancel'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}/cancellation` }),
  },
  'POST /console/notices/:id/cancellation': {
    may: right('notice.cancel'),
    ask: async (stage) => ({ url: `/console/notices/${await stage.notice()}/cancellation`, fields: {} }),
  },
  'GET /console/channels': { may: holders, ask: () => ({ url: '/console/channels' }) },
  'GET /console/channels/:channel': { may: holders, ask: () => ({ url: '/console/channels/web' }) },
  'POST /console/channels/:channel/trial': {
    // To one's own chat: whose it is nobody says.
    may: holders,
    ask: async (stage, { code }) => {
      await stage.chat(code, 'web');
      return { url: '/console/channels/web/trial', fields: {} };
    },
  },
  'GET /console/channels/dead': {
    may: right('notice.read'),
    ask: async (stage) => ({ url: `/console/channels/dead?notice=${(await stage.deadLetter()).notice}` }),
    shows: 'X1-C',
  },
  'GET /console/channels/resending': {
    may: right('notice.resend'),
    ask: async (stage) => ({
      url: `/console/channels/resending?notice=${(await stage.deadLetter()).notice}`,
    }),
    shows: 'name="expected" value="1"',
    refusal: [403],
  },
  'POST /console/channels/resending': {
    may: right('notice.resend'),
    ask: async (stage) => ({ url: '/console/channels/resending', fields: await stage.deadLetter() }),
    refusal: [403, 409],
  },
  'GET /console/channels/zalo/login': { may: nobody, ask: () => ({ url: '/console/channels/zalo/login' }) },
  'POST /console/channels/zalo/login/consent': {
    may: nobody,
    ask: () => ({ url: '/console/channels/zalo/login/consent', fields: {} }),
  },
  'POST /console/channels/zalo/login/token': {
    may: nobody,
    ask: () => ({ url: '/console/channels/zalo/login/token', fields: { refreshToken: 'x' } }),
  },
  'GET /console/channels/zalo/callback': {
    may: nobody,
    ask: () => ({ url: '/console/channels/zalo/callback?code=x&oa_id=1&state=x' }),
  },
  'GET /console/audit': {
    may: right('audit.read'),
    ask: async (stage) => {
      await stage.notice();
      return { url: '/console/audit' };
    },
    shows: 'Chi bộ thôn',
    refusal: [403],
  },
  'GET /console/audit.csv': {
    may: right('audit.read'),
    ask: () => ({ url: '/console/audit.csv' }),
    shows: 'X1-C',
    refusal: [403],
  },
  ...peoplePages,
  ...meetingPages,
  ...feedbackPages,
  ...consultationPages,
  ...libraryPages,
};

/** Doors for everybody: what stands behind them is public, or is told apart by a secret of its own. */
export const open: Record<string, string> = {
  'POST /command/search': 'signed with a key of the installation: commands on its machine alone',
  'POST /command/ask': 'signed with a key of the installation: commands on its machine alone',
  'GET /live': 'health',
  'GET /ready': 'health',
  'GET /metrics': 'figures without persons',
  'GET /api/openapi.json': 'the description of the API',
  'GET /assets/:file': 'stylesheets and scripts',
  'GET /': 'where to go',
  'GET /signin': 'how to get in',
  'GET /signin/:token': 'the token is the secret',
  'POST /signin/:token': 'the token is the secret',
  'GET /calendar/:token.ics': 'the token is the secret; the file names nobody',
  'GET /join/:code': 'shows the code of its own address',
  'GET /join.css': 'a stylesheet',
  'GET /chat/join': 'a form for a code',
  'POST /chat/join': 'makes a conversation of nobody; the code is told to the assistant',
  'GET /chat/link/:token': 'the token is the secret',
  'POST /chat/link/:token': 'the token is the secret',
  'GET /chat/manifest.webmanifest': 'the name and picture of the page',
  'GET /push-worker.js': 'a script',
  'POST /push/renewal': 'the old endpoint is the secret',
  'GET /meeting-list.webmanifest': 'the name and picture of a page',
  'GET /meeting-list-worker.js': 'a script',
  'GET /chat/checkin/:id/:code': 'shows the digits of its own address',
  'GET /email/ack/:token': 'the token is the secret',
  'POST /email/ack/:token': 'the token is the secret',
  'GET /email/unsubscribe/:token': 'the token is the secret',
  'POST /email/unsubscribe/:token': 'the token is the secret',
  'POST /email/unsubscribe/:token/resuming': 'the token is the secret',
  'GET /email/join/:token': 'the token is the secret',
  'POST /email/join/:token': 'the token is the secret',
  'POST /webhooks/email': 'the mail server brings a secret; tried in tests/email',
  'POST /console/sign-out': 'one’s own session; tried in tests/console',
  ...unlinkableDoors,
  ...paperDoors,
};

/** Doors of a web chat: the cookie of a device opens its own conversation and nothing else. */
export const ofDevice: readonly string[] = [
  'GET /chat',
  'GET /chat/live',
  'POST /chat/messages',
  'POST /chat/files',
  'POST /chat/taps',
  'POST /chat/receipts',
  'GET /chat/seen',
  'GET /chat/files/:id',
  'GET /chat/devices',
  'POST /chat/devices/:id/end',
  'POST /chat/devices/links',
  'POST /chat/alerts',
  'POST /chat/alerts/:id/ending',
  'POST /chat/checkin/:id',
];
