import type { Person } from './cast.ts';
import { right, type Rule } from './rule.ts';

const soon = () => new Date(Date.now() + 35 * 86_400_000).toISOString();

/** A meeting is open to those with the right, and without one to the members who are called to it. */
const reads = (person: Person) => person.position === 'inside' || right('meeting.read')(person);

/** Meetings over the API. */
export const meetingApi: Record<string, Rule> = {
  'POST /api/v1/meetings': {
    may: right('meeting.call'),
    ask: (stage) => ({
      url: '/api/v1/meetings',
      json: { unit: 'X1-C', title: stage.anew('Họp '), startsAt: soon() },
    }),
  },
  'GET /api/v1/meetings': {
    may: reads,
    ask: async (stage) => {
      await stage.openMeeting();
      return { url: '/api/v1/meetings' };
    },
    shows: '"X1-C"',
  },
  'GET /api/v1/meetings/:id': {
    may: reads,
    ask: async (stage) => ({ url: `/api/v1/meetings/${await stage.meeting()}` }),
  },
  'PATCH /api/v1/meetings/:id': {
    may: right('meeting.call'),
    ask: async (stage) => ({
      url: `/api/v1/meetings/${await stage.meeting()}`,
      json: { place: stage.anew('Nhà số ') },
    }),
  },
  'PUT /api/v1/meetings/:id/agenda': {
    may: right('meeting.call'),
    ask: async (stage) => ({
      url: `/api/v1/meetings/${await stage.meeting()}/agenda`,
      json: { items: [{ title: 'Thảo luận' }] },
    }),
  },
  'POST /api/v1/meetings/:id/confirmation': {
    may: right('meeting.call'),
    // One that has been called already says so to whoever may call it.
    ask: async (stage) => ({ url: `/api/v1/meetings/${await stage.meeting()}/confirmation`, json: {} }),
  },
  'POST /api/v1/meetings/:id/cancellation': {
    may: right('meeting.call'),
    ask: async (stage) => ({ url: `/api/v1/meetings/${await stage.meeting()}/cancellation`, json: {} }),
  },
  'POST /api/v1/meetings/:id/reminders': {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: `/api/v1/meetings/${await stage.meeting()}/reminders` }),
  },
  'POST /api/v1/meetings/:id/opening': {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: `/api/v1/meetings/${await stage.meeting()}/opening` }),
  },
  'POST /api/v1/meetings/:id/closing': {
    may: right('meeting.run'),
    ask: async (stage) => ({ url: `/api/v1/meetings/${await stage.openMeeting()}/closing` }),
  },
  'GET /api/v1/meetings/:id/status': {
    may: reads,
    ask: async (stage) => ({ url: `/api/v1/meetings/${await stage.meeting()}/status` }),
  },
  'GET /api/v1/meetings/:id/roll': {
    may: right('attendance.people'),
    ask: async (stage) => ({ url: `/api/v1/meetings/${await stage.meeting()}/roll` }),
  },
  'POST /api/v1/meetings/:id/answers': {
    may: right('attendance.people'),
    ask: async (stage) => ({
      url: `/api/v1/meetings/${await stage.meeting()}/answers`,
      json: { member: 'plain-inside', answer: 'yes' },
    }),
  },
  'POST /api/v1/meetings/:id/marks': {
    may: right('attendance.people'),
    ask: async (stage) => ({
      url: `/api/v1/meetings/${await stage.openMeeting()}/marks`,
      json: { marks: [{ member: 'plain-inside', mark: 'present', at: new Date().toISOString() }] },
    }),
  },
  'POST /api/v1/meetings/:id/documents': {
    may: right('meeting.call'),
    ask: async (stage) => ({
      url: `/api/v1/meetings/${await stage.meeting()}/documents`,
      file: { name: 'du-thao.txt', content: 'Dự thảo' },
    }),
  },
  'GET /api/v1/meetings/:id/documents/:document': {
    may: reads,
    ask: async (stage) => {
      const { id, document } = await stage.meetingWithDocument();
      return { url: `/api/v1/meetings/${id}/documents/${document}` };
    },
  },
  'DELETE /api/v1/meetings/:id/documents/:document': {
    may: right('meeting.call'),
    ask: async (stage) => {
      const { id, document } = await stage.meetingWithDocument();
      return { url: `/api/v1/meetings/${id}/documents/${document}` };
    },
  },
};
