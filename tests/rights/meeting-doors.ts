import { aroundMeetings } from './meeting-page-doors.ts';
import { paperPages } from './paper-doors.ts';
import { right, type Rule } from './rule.ts';
import type { Stage } from './stage.ts';

const url = async (stage: Stage, rest: string) => `/console/meetings/${await stage.openMeeting()}${rest}`;
const anybody = '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7';

/** While it goes on: the wall, the list, what is noted. */
const during: Record<string, Rule> = {
  'GET /console/meetings/:id/code': {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: await url(stage, '/code') }),
  },
  'GET /console/meetings/:id/code/live': {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: await url(stage, '/code/live') }),
    stream: true,
  },
  'POST /console/meetings/:id/code/opening': {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: `/console/meetings/${await stage.meeting()}/code/opening`, fields: {} }),
  },
  'GET /console/meetings/:id/list': {
    may: right('attendance.people'),
    ask: async (stage) => ({ url: await url(stage, '/list') }),
  },
  'POST /console/meetings/:id/list/marks': {
    may: right('attendance.people'),
    ask: async (stage) => ({
      url: await url(stage, '/list/marks'),
      fields: { mark: 'present plain-inside' },
    }),
  },
  'POST /console/meetings/:id/list/others': {
    may: right('attendance.people'),
    ask: async (stage) => ({ url: await url(stage, '/list/others'), fields: { member: 'plain-inside' } }),
  },
  'POST /console/meetings/:id/marks': {
    may: right('attendance.people'),
    ask: async (stage) => ({ url: await url(stage, '/marks'), fields: {} }),
  },
  'GET /console/meetings/:id/run': {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: await url(stage, '/run') }),
  },
  'POST /console/meetings/:id/run/opinions': {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: await url(stage, '/run/opinions'), fields: { text: 'Nhất trí' } }),
  },
  'POST /console/meetings/:id/run/opinions/:opinion/removal': {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: await url(stage, `/run/opinions/${anybody}/removal`), fields: {} }),
  },
  'POST /console/meetings/:id/run/conclusions': {
    may: right('meeting.run'),
    ask: async (stage) => {
      const id = await stage.openMeeting();
      const fields = { item: await stage.itemOf(id), text: 'Kết luận' };
      return { url: `/console/meetings/${id}/run/conclusions`, fields };
    },
  },
  'POST /console/meetings/:id/run/motions': {
    may: right('meeting.run'),
    ask: async (stage) => ({
      url: await url(stage, '/run/motions'),
      fields: { title: 'Thông qua nghị quyết', threshold: 'majority', inFavour: '0' },
    }),
  },
  'POST /console/meetings/:id/run/motions/:motion/striking': {
    may: right('meeting.run'),
    ask: async (stage) => {
      const { id, ballot } = await stage.ballot();
      return { url: `/console/meetings/${id}/run/motions/${ballot}/striking`, fields: {} };
    },
  },
  'POST /console/meetings/:id/run/ballots': {
    may: right('meeting.run'),
    ask: async (stage) => ({
      url: await url(stage, '/run/ballots'),
      fields: { title: 'Giới thiệu bí thư', threshold: 'majority', names: 'Lê Văn Thử' },
    }),
  },
  'GET /console/meetings/:id/run/ballots/:motion': {
    may: right('meeting.run'),
    ask: async (stage) => {
      const { id, ballot } = await stage.ballot();
      return { url: `/console/meetings/${id}/run/ballots/${ballot}` };
    },
  },
  'POST /console/meetings/:id/run/ballots/:motion/count': {
    may: right('meeting.run'),
    ask: async (stage) => {
      const { id, ballot } = await stage.ballot();
      const fields = { issued: '0', returned: '0', valid: '0', invalid: '0', votes: '0' };
      return { url: `/console/meetings/${id}/run/ballots/${ballot}/count`, fields };
    },
  },
  'POST /console/meetings/:id/run/hands': {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: await url(stage, '/run/hands'), fields: { member: 'plain-inside' } }),
  },
  'POST /console/meetings/:id/run/hands/:hand/lowering': {
    may: right('meeting.run'),
    ask: async (stage) => ({
      url: await url(stage, `/run/hands/${anybody}/lowering`),
      fields: { spoke: 'yes' },
    }),
  },
};

/** Meetings in the console. */
export const meetingPages: Record<string, Rule> = { ...aroundMeetings, ...during, ...paperPages };
