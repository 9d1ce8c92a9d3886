import type { Person } from './cast.ts';
import { right, type Rule } from './rule.ts';
import type { Stage } from './stage.ts';

/** Papers name people: who leads the very cell writes them, nobody above it. */
const writers = right('attendance.people');
/** Who was called reads what was approved; in the console that is who holds a role in the cell. */
const called = ({ role, position }: Person) => position === 'inside' && role !== 'plain';

const ofMeeting = '/console/meetings/:id';
const ofMinutes = `${ofMeeting}/papers/:paper`;
const minutes = async (stage: Stage, rest: string) =>
  `/console/meetings/${await stage.minutes()}/papers/minutes${rest}`;
const approved = async (stage: Stage, rest: string) =>
  `/console/meetings/${await stage.approvedMinutes()}/papers/minutes${rest}`;

/** What stays of a meeting. */
export const paperPages: Record<string, Rule> = {
  [`GET ${ofMeeting}/papers`]: {
    may: called,
    ask: async (stage) => ({ url: `/console/meetings/${await stage.minutes()}/papers` }),
  },
  [`GET ${ofMinutes}`]: { may: writers, ask: async (stage) => ({ url: await minutes(stage, '') }) },
  [`GET ${ofMinutes}/file.docx`]: {
    may: called,
    ask: async (stage) => ({ url: await approved(stage, '/file.docx') }),
  },
  [`GET ${ofMinutes}/file.pdf`]: {
    may: writers,
    ask: async (stage) => ({ url: await minutes(stage, '/file.pdf') }),
  },
  [`POST ${ofMinutes}`]: {
    may: writers,
    ask: async (stage) => ({
      url: `/console/meetings/${await stage.openMeeting()}/papers/minutes`,
      fields: {},
    }),
  },
  [`POST ${ofMinutes}/frame`]: {
    may: writers,
    ask: async (stage) => ({
      url: await minutes(stage, '/frame'),
      fields: { revision: '0', issuer: 'Chi bộ thôn', subject: 'sinh hoạt', day: '05/02/2026' },
    }),
  },
  [`POST ${ofMinutes}/parts/:part`]: {
    may: writers,
    ask: async (stage) => ({
      url: await minutes(stage, '/parts/content'),
      fields: { revision: '0', text: 'Nội dung' },
    }),
  },
  [`POST ${ofMinutes}/parts/:part/taking`]: {
    may: writers,
    ask: async (stage) => ({
      url: await minutes(stage, '/parts/content/taking'),
      fields: { revision: '0' },
    }),
  },
  [`POST ${ofMinutes}/parts/:part/news`]: {
    may: writers,
    ask: async (stage) => ({
      url: await minutes(stage, '/parts/content/news'),
      fields: { revision: '0', choice: 'leave' },
    }),
  },
  [`POST ${ofMinutes}/parts/:part/draft`]: {
    // Here is no model to draft anything: who may ask hears that.
    may: () => false,
    ask: async (stage) => ({
      url: await minutes(stage, '/parts/content/draft'),
      fields: { revision: '0', notes: 'Ghi chép' },
    }),
    refusal: [403, 424],
  },
  [`POST ${ofMinutes}/following`]: {
    may: writers,
    ask: async (stage) => ({ url: await minutes(stage, '/following'), fields: {} }),
  },
  [`POST ${ofMinutes}/approval`]: {
    may: writers,
    ask: async (stage) => ({ url: await minutes(stage, '/approval'), fields: { revision: '0' } }),
  },
  [`POST ${ofMinutes}/notes`]: {
    may: writers,
    ask: async (stage) => ({ url: await approved(stage, '/notes'), fields: { text: 'Đính chính' } }),
  },
  [`POST ${ofMinutes}/sending`]: {
    may: writers,
    ask: async (stage) => ({
      url: `/console/meetings/${await stage.sentMinutes()}/papers/minutes/sending`,
      fields: {},
    }),
  },
  [`POST ${ofMeeting}/tasks`]: {
    may: writers,
    ask: async (stage) => ({
      url: `/console/meetings/${await stage.openMeeting()}/tasks`,
      fields: { what: 'Sửa đường', who: 'đồng chí An' },
    }),
  },
  [`POST ${ofMeeting}/tasks/:task/done`]: {
    may: writers,
    ask: async (stage) => ({ url: `${await stage.task()}/done`, fields: {} }),
  },
  [`POST ${ofMeeting}/tasks/:task/removal`]: {
    may: writers,
    ask: async (stage) => ({ url: `${await stage.task()}/removal`, fields: {} }),
  },
  [`GET ${ofMeeting}/quality`]: {
    may: writers,
    ask: async (stage) => ({ url: `/console/meetings/${await stage.openMeeting()}/quality` }),
  },
  [`POST ${ofMeeting}/quality`]: {
    may: writers,
    ask: async (stage) => ({
      url: `/console/meetings/${await stage.openMeeting()}/quality`,
      fields: {
        time: '5',
        attendance: '5',
        preparation: '10',
        running: '40',
        principles: '5',
        'last-resolution': '30',
        closing: '5',
      },
    }),
  },
};
