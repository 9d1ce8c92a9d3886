import { calendarDay } from '../../hub/people/index.ts';
import { right, type Rule } from './rule.ts';
import type { Stage } from './stage.ts';

const ofMeeting = '/console/meetings/:id';
const called = async (stage: Stage, rest = '') => `/console/meetings/${await stage.meeting()}${rest}`;

/** What the form of calling holds. */
const typed = () => ({
  unit: 'X1-C',
  kind: 'extraordinary',
  day: calendarDay(new Date(Date.now() + 7 * 86_400_000)),
  time: '19:30',
  item: 'Nội dung',
});

/** Before a meeting and after it, a cell's year, a commune's month. */
export const aroundMeetings: Record<string, Rule> = {
  'GET /console/meetings': {
    may: right('meeting.read'),
    ask: async (stage) => {
      await stage.meeting();
      return { url: '/console/meetings' };
    },
    shows: 'Họp 0',
  },
  'GET /console/meetings/new': {
    may: right('meeting.call'),
    ask: () => ({ url: '/console/meetings/new' }),
    shows: 'value="X1-C"',
  },
  'POST /console/meetings/new': {
    may: right('meeting.call'),
    ask: () => ({ url: '/console/meetings/new', fields: { ...typed(), do: 'preview' } }),
  },
  'POST /console/meetings/new/sending': {
    may: right('meeting.call'),
    ask: (stage) => ({
      url: '/console/meetings/new/sending',
      fields: { ...typed(), title: stage.anew('Đột xuất ') },
      file: { name: 'du-thao.txt', content: 'Dự thảo' },
    }),
  },
  'GET /console/meetings/year': {
    may: right('meeting.read'),
    ask: () => ({ url: '/console/meetings/year?unit=X1-C&year=2026' }),
  },
  'GET /console/meetings/year/file.xlsx': {
    may: right('meeting.read'),
    ask: () => ({ url: '/console/meetings/year/file.xlsx?unit=X1-C&year=2026' }),
  },
  'GET /console/meetings/month': {
    may: right('meeting.read'),
    ask: () => ({ url: '/console/meetings/month?unit=X1-C&month=2026-12' }),
  },
  [`GET ${ofMeeting}`]: {
    may: right('meeting.read'),
    ask: async (stage) => ({ url: await called(stage) }),
  },
  [`GET ${ofMeeting}/agenda`]: {
    may: right('meeting.call'),
    ask: async (stage) => ({ url: await called(stage, '/agenda') }),
  },
  [`POST ${ofMeeting}/agenda`]: {
    may: right('meeting.call'),
    ask: async (stage) => ({ url: await called(stage, '/agenda'), fields: { item: 'Nội dung' } }),
  },
  [`POST ${ofMeeting}/documents`]: {
    may: right('meeting.call'),
    ask: async (stage) => ({
      url: await called(stage, '/documents'),
      fields: {},
      file: { name: 'du-thao.txt', content: 'Dự thảo' },
    }),
  },
  [`GET ${ofMeeting}/documents/:document`]: {
    may: right('meeting.read'),
    ask: async (stage) => {
      const { id, document } = await stage.meetingWithDocument();
      return { url: `/console/meetings/${id}/documents/${document}` };
    },
  },
  [`POST ${ofMeeting}/documents/:document/removal`]: {
    may: right('meeting.call'),
    ask: async (stage) => {
      const { id, document } = await stage.meetingWithDocument();
      return { url: `/console/meetings/${id}/documents/${document}/removal`, fields: {} };
    },
  },
  [`POST ${ofMeeting}/answers`]: {
    may: right('attendance.people'),
    ask: async (stage) => ({
      url: await called(stage, '/answers'),
      fields: { member: 'plain-inside', answer: 'no' },
    }),
  },
  [`POST ${ofMeeting}/excuses`]: {
    may: right('attendance.people'),
    ask: async (stage) => {
      const { id, member } = await stage.absence();
      return { url: `/console/meetings/${id}/excuses`, fields: { member, decision: 'accept' } };
    },
  },
  [`POST ${ofMeeting}/chasing`]: {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: await called(stage, '/chasing'), fields: {} }),
  },
  [`POST ${ofMeeting}/corrections`]: {
    may: right('attendance.people'),
    ask: async (stage) => ({
      url: `/console/meetings/${await stage.minutes()}/corrections`,
      fields: { member: 'plain-inside', mark: 'present', reason: 'Ghi sót' },
    }),
  },
  [`GET ${ofMeeting}/change`]: {
    may: right('meeting.call'),
    ask: async (stage) => ({ url: await called(stage, '/change') }),
  },
  [`POST ${ofMeeting}/change`]: {
    may: right('meeting.call'),
    ask: async (stage) => ({ url: await called(stage, '/change'), fields: { place: 'Nhà văn hóa' } }),
  },
  [`POST ${ofMeeting}/confirmation`]: {
    // Of one that has been called already, at its own time: nothing is to be done.
    may: right('meeting.call'),
    ask: async (stage) => ({ url: await called(stage, '/confirmation'), fields: {} }),
  },
  [`GET ${ofMeeting}/cancelling`]: {
    may: right('meeting.call'),
    ask: async (stage) => ({ url: await called(stage, '/cancelling') }),
  },
  [`POST ${ofMeeting}/cancelling`]: {
    may: right('meeting.call'),
    ask: async (stage) => ({ url: await called(stage, '/cancelling'), fields: {} }),
  },
  [`GET ${ofMeeting}/closing`]: {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: await called(stage, '/closing') }),
  },
  [`POST ${ofMeeting}/closing`]: {
    may: right('meeting.run'),
    ask: async (stage) => ({
      url: `/console/meetings/${await stage.openMeeting()}/closing`,
      fields: {},
    }),
  },
};
