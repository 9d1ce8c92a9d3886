import { operator } from '../../hub/platform/audit.ts';
import { rightsOf } from '../people/rights-table.ts';
import type { Cast, Person } from './cast.ts';
import { fromAbove, holders, reason, right, today, type Rule } from './rule.ts';
import type { Stage } from './stage.ts';

const csv = (code: string) => ({
  name: 'danh-sach.csv',
  content: `code,full_name,unit_code,status\n${code},Lê Thị Mới,X1-C,official\n`,
});

/** A list may be brought by whoever keeps one anywhere; what it may say is told line by line. */
const brings = ({ role }: Person) => rightsOf[role].includes('member.import');

/** The draft is one's own; who can have none asks for another's. */
const draftUrl = async (stage: Stage, person: Person, { people }: Cast) => {
  const owner = brings(person) ? person : people.find(({ code }) => code === 'admin-inside')!;
  return `/console/people/import/${await stage.importDraft(owner, csv(stage.anew('N')))}`;
};

const importing: Record<string, Rule> = {
  'GET /console/people/import': { may: holders, ask: () => ({ url: '/console/people/import' }) },
  'POST /console/people/import': {
    may: brings,
    ask: (stage) => ({
      url: '/console/people/import',
      fields: { kind: 'members' },
      file: csv(stage.anew('N')),
    }),
  },
  'GET /console/people/import/:draft': {
    may: brings,
    ask: async (stage, person, cast) => ({ url: await draftUrl(stage, person, cast) }),
    refusal: [403, 404],
  },
  'POST /console/people/import/:draft/taking': {
    may: right('member.import'),
    ask: async (stage, person, cast) => ({
      url: `${await draftUrl(stage, person, cast)}/taking`,
      fields: {},
    }),
    // What stands in the way is shown in the preview, and nothing was taken in.
    done: ({ headers }) => headers['location'] === '/console/people',
    refusal: [303, 403, 404],
  },
  'POST /console/people/import/:draft/discarding': {
    // One's own goes, another's stays, and the answer is the same (tests/console/import-pages).
    may: holders,
    ask: async (stage, person, cast) => ({
      url: `${await draftUrl(stage, person, cast)}/discarding`,
      fields: {},
    }),
  },
  ...Object.fromEntries(
    ['members.csv', 'members.xlsx', 'units.csv', 'units.xlsx'].map((sheet) => [
      `GET /console/people/import/${sheet}`,
      { may: holders, ask: () => ({ url: `/console/people/import/${sheet}` }) },
    ]),
  ),
};

const exportsOf = (prefix: string): Record<string, Rule> =>
  Object.fromEntries(
    (['csv', 'xlsx'] as const).flatMap((format) => [
      [
        `GET ${prefix}/:code/members.${format}`,
        { may: right('member.export'), ask: () => ({ url: `${prefix}/X1-C/members.${format}` }) },
      ],
      [
        `GET ${prefix}/:code/units.${format}`,
        { may: right('unit.export'), ask: () => ({ url: `${prefix}/X1-C/units.${format}` }) },
      ],
    ]),
  );

/** Units and members over the API. */
export const peopleApi: Record<string, Rule> = {
  ...exportsOf('/api/v1/units'),
  'POST /api/v1/units/import': {
    may: right('unit.import'),
    ask: (stage) => ({
      url: '/api/v1/units/import',
      file: {
        name: 'u.csv',
        content: `code,name,kind,parent_code
X1-C,${stage.anew('Chi bộ thôn ')},cell,X1
`,
      },
    }),
    // Who may import elsewhere is told line by line what lies outside.
    refusal: [403, 422],
  },
  'POST /api/v1/members/import': {
    may: right('member.import'),
    ask: (stage) => ({ url: '/api/v1/members/import', file: csv(stage.anew('N')) }),
    // Who may import elsewhere is told line by line what lies outside.
    refusal: [403, 422],
  },
  'GET /api/v1/units': {
    may: (person) => person.position !== 'outside' && person.role !== 'plain',
    ask: () => ({ url: '/api/v1/units' }),
    shows: '"X1-C"',
  },
  'POST /api/v1/members/:code/invites': {
    may: right('member.invite'),
    ask: async (stage) => ({ url: `/api/v1/members/${await stage.member()}/invites` }),
  },
  'POST /api/v1/units/:code/invites': {
    may: right('member.invite'),
    ask: () => ({ url: '/api/v1/units/X1-C/invites' }),
  },
  'GET /api/v1/members': {
    may: right('member.read'),
    ask: () => ({ url: '/api/v1/members?search=secretary%20inside' }),
    shows: '"secretary-inside"',
  },
  'GET /api/v1/members/:code': {
    may: right('member.read'),
    ask: async (stage) => ({ url: `/api/v1/members/${await stage.member()}` }),
  },
  'PATCH /api/v1/members/:code': {
    may: right('member.edit'),
    ask: async (stage) => ({
      url: `/api/v1/members/${await stage.member()}`,
      json: { fullName: 'Lê Văn Khác' },
    }),
  },
  'POST /api/v1/members/:code/moves': {
    may: fromAbove('member.move'),
    ask: async (stage) => ({
      url: `/api/v1/members/${await stage.member()}/moves`,
      json: { to: 'X1-B-C', kind: 'home', from: today, reason },
    }),
  },
  'POST /api/v1/members/:code/statuses': {
    may: right('member.status'),
    ask: async (stage) => ({
      url: `/api/v1/members/${await stage.member()}/statuses`,
      json: { status: 'reduced', from: today, reason },
    }),
  },
  'POST /api/v1/members/:code/roles': {
    may: right('role.give'),
    ask: async (stage) => ({
      url: `/api/v1/members/${await stage.member()}/roles`,
      json: { role: 'deputy', unit: 'X1-C', from: today, reason },
    }),
  },
  'PUT /api/v1/members/:code/memberships/:id/end': {
    may: fromAbove('member.move'),
    ask: async (stage) => {
      const { code, id } = await stage.stay();
      return { url: `/api/v1/members/${code}/memberships/${id}/end`, json: { on: today, reason } };
    },
  },
  'PUT /api/v1/members/:code/statuses/:id/end': {
    may: right('member.status'),
    ask: async (stage) => {
      const { code, id } = await stage.reduced();
      return { url: `/api/v1/members/${code}/statuses/${id}/end`, json: { on: today, reason } };
    },
  },
  'PUT /api/v1/members/:code/roles/:id/end': {
    may: right('role.give'),
    ask: async (stage) => {
      const { code, id } = await stage.held();
      return { url: `/api/v1/members/${code}/roles/${id}/end`, json: { on: today, reason } };
    },
  },
  'PUT /api/v1/members/:code/first-chat': {
    may: right('member.edit'),
    ask: async (stage) => {
      const code = await stage.member();
      return { url: `/api/v1/members/${code}/first-chat`, json: { chat: await stage.chat(code) } };
    },
  },
  'PUT /api/v1/members/:code/chat-order': {
    may: right('member.edit'),
    ask: async (stage) => {
      const code = await stage.member();
      return { url: `/api/v1/members/${code}/chat-order`, json: { chats: [await stage.chat(code)] } };
    },
  },
  'DELETE /api/v1/members/:code/chat-order': {
    may: right('member.edit'),
    ask: async (stage) => ({ url: `/api/v1/members/${await stage.member()}/chat-order` }),
  },
  'GET /api/v1/units/:code/channel-order': {
    may: (person) => right('unit.read')(person) || (person.role === 'plain' && person.position === 'inside'),
    ask: () => ({ url: '/api/v1/units/X1-C/channel-order' }),
  },
  'PUT /api/v1/units/:code/channel-order': {
    may: right('member.edit'),
    ask: () => ({ url: '/api/v1/units/X1-C/channel-order', json: { channels: ['zalo', 'web'] } }),
  },
  'DELETE /api/v1/units/:code/channel-order': {
    may: right('member.edit'),
    ask: () => ({ url: '/api/v1/units/X1-C/channel-order' }),
  },
  'DELETE /api/v1/members/:code/chats/:id': {
    may: right('member.unlink'),
    ask: async (stage) => {
      const code = await stage.member();
      return { url: `/api/v1/members/${code}/chats/${await stage.chat(code)}` };
    },
  },
  'GET /api/v1/units/:code/members': {
    may: right('member.read'),
    ask: () => ({ url: '/api/v1/units/X1-C/members' }),
  },
  'GET /api/v1/units/:code/roles': {
    may: right('member.read'),
    ask: () => ({ url: '/api/v1/units/X1-C/roles' }),
  },
  'GET /api/v1/members/:code/data': {
    may: right('member.data'),
    ask: async (stage) => ({ url: `/api/v1/members/${await stage.member()}/data` }),
  },
  'DELETE /api/v1/members/:code/data': {
    may: right('member.erase'),
    ask: async (stage) => ({ url: `/api/v1/members/${await stage.member()}/data` }),
  },
  'GET /api/v1/units/:code/history': {
    // Where one belongs one may see what the unit was, without any role.
    may: (person) => right('unit.read')(person) || (person.role === 'plain' && person.position === 'inside'),
    ask: () => ({ url: '/api/v1/units/X1-C/history' }),
  },
  'PATCH /api/v1/units/:code': {
    may: fromAbove('unit.reorganise'),
    ask: async (stage) => ({
      url: `/api/v1/units/${await stage.unit()}`,
      json: { name: stage.anew('Tên mới ') },
    }),
  },
  'POST /api/v1/units/:code/moves': {
    may: fromAbove('unit.reorganise'),
    ask: async (stage) => ({
      url: `/api/v1/units/${await stage.unit()}/moves`,
      json: { parent: 'X1-B', on: today, reason },
    }),
  },
  'POST /api/v1/units/:code/mergers': {
    may: fromAbove('unit.reorganise'),
    ask: async (stage) => ({
      url: '/api/v1/units/X1-B-C/mergers',
      json: { from: [await stage.unit()], on: today, reason },
    }),
  },
  'POST /api/v1/units/:code/splits': {
    may: fromAbove('unit.reorganise'),
    ask: async (stage) => ({
      url: '/api/v1/units/X1-C/splits',
      json: { ...spread(stage), members: [await stage.member()], on: today, reason },
    }),
  },
  'PUT /api/v1/units/:code/dissolution': {
    may: fromAbove('unit.reorganise'),
    ask: async (stage) => ({
      url: `/api/v1/units/${await stage.unit()}/dissolution`,
      json: { on: today, reason },
    }),
  },
};

const at = async (stage: Stage, path = '') => `/console/people/members/${await stage.member()}${path}`;
const spread = (stage: Stage) => ({
  unit: { code: stage.anew('X1-S'), name: 'Chi bộ tách', kind: 'cell' as const },
});

/** Units and members in the console. */
export const peoplePages: Record<string, Rule> = {
  ...exportsOf('/console/people/units'),
  ...importing,
  'GET /console/people': {
    may: right('member.read'),
    ask: () => ({ url: '/console/people' }),
    shows: '/console/people/units/X1-C"',
  },
  'GET /console/people/units/:code': {
    may: right('member.read'),
    ask: () => ({ url: '/console/people/units/X1-C' }),
  },
  'GET /console/people/units/:code/invitations': {
    may: right('member.invite'),
    ask: () => ({ url: '/console/people/units/X1-C/invitations' }),
  },
  'POST /console/people/units/:code/invitations': {
    may: right('member.invite'),
    ask: () => ({ url: '/console/people/units/X1-C/invitations', fields: {} }),
  },
  'GET /console/people/members/:code': {
    may: right('member.read'),
    ask: async (stage) => ({ url: await at(stage) }),
  },
  'POST /console/people/members/:code/details': {
    may: right('member.edit'),
    ask: async (stage) => ({
      url: await at(stage, '/details'),
      fields: { fullName: 'Lê Văn Khác', language: 'vi' },
    }),
  },
  'POST /console/people/members/:code/moves': {
    may: fromAbove('member.move'),
    ask: async (stage) => ({
      url: await at(stage, '/moves'),
      fields: { to: 'X1-B-C', kind: 'home', from: today, reason },
    }),
  },
  'POST /console/people/members/:code/memberships/:id/end': {
    may: fromAbove('member.move'),
    ask: async (stage) => {
      const { code, id } = await stage.stay();
      return { url: `/console/people/members/${code}/memberships/${id}/end`, fields: { on: today, reason } };
    },
  },
  'POST /console/people/members/:code/statuses': {
    may: right('member.status'),
    ask: async (stage) => ({
      url: await at(stage, '/statuses'),
      fields: { status: 'reduced', from: today, reason },
    }),
  },
  'POST /console/people/members/:code/statuses/:id/end': {
    may: right('member.status'),
    ask: async (stage) => {
      const { code, id } = await stage.reduced();
      return { url: `/console/people/members/${code}/statuses/${id}/end`, fields: { on: today, reason } };
    },
  },
  'POST /console/people/members/:code/roles': {
    may: right('role.give'),
    ask: async (stage) => ({
      url: await at(stage, '/roles'),
      fields: { role: 'deputy', unit: 'X1-C', from: today, reason },
    }),
  },
  'POST /console/people/members/:code/roles/:id/end': {
    may: right('role.give'),
    ask: async (stage) => {
      const { code, id } = await stage.held();
      return { url: `/console/people/members/${code}/roles/${id}/end`, fields: { on: today, reason } };
    },
  },
  'POST /console/people/members/:code/invites': {
    may: right('member.invite'),
    ask: async (stage) => ({ url: await at(stage, '/invites'), fields: {} }),
  },
  'POST /console/people/members/:code/invitation-letter': {
    may: right('member.invite'),
    ask: async (stage, _person, { hub, mail }) => {
      const code = await stage.member();
      const mailbox = `${code.toLowerCase()}@example.vn`;
      mail.mailbox(mailbox);
      await hub.people.editMember(operator, code, { email: mailbox });
      return { url: `/console/people/members/${code}/invitation-letter`, fields: {} };
    },
  },
  'GET /console/people/members/:code/chats': {
    may: right('member.edit'),
    ask: async (stage) => ({ url: await at(stage, '/chats') }),
  },
  'POST /console/people/members/:code/chats': {
    may: right('member.edit'),
    ask: async (stage) => {
      const code = await stage.member();
      const order = await stage.chat(code);
      return { url: `/console/people/members/${code}/chats`, fields: { order } };
    },
  },
  'POST /console/people/members/:code/chats/following': {
    may: right('member.edit'),
    ask: async (stage) => ({ url: await at(stage, '/chats/following'), fields: {} }),
  },
  'GET /console/people/units/:code/channels': {
    may: right('member.edit'),
    ask: () => ({ url: '/console/people/units/X1-C/channels' }),
  },
  'POST /console/people/units/:code/channels': {
    may: right('member.edit'),
    ask: () => ({ url: '/console/people/units/X1-C/channels', fields: { order: 'zalo,web' } }),
  },
  'POST /console/people/units/:code/channels/inheriting': {
    may: right('member.edit'),
    ask: () => ({ url: '/console/people/units/X1-C/channels/inheriting', fields: {} }),
  },
  'GET /console/people/units/:code/groups': {
    may: right('member.edit'),
    ask: () => ({ url: '/console/people/units/X1-C/groups' }),
  },
  'POST /console/people/units/:code/groups/codes': {
    may: right('member.edit'),
    ask: () => ({ url: '/console/people/units/X1-C/groups/codes', fields: {} }),
  },
  'POST /console/people/units/:code/groups/:id/mode': {
    may: right('member.edit'),
    ask: async (stage) => ({
      url: `/console/people/units/X1-C/groups/${await stage.group()}/mode`,
      fields: { mode: 'beside' },
    }),
  },
  'GET /console/people/units/:code/groups/:id/ending': {
    may: right('member.edit'),
    ask: async (stage) => ({ url: `/console/people/units/X1-C/groups/${await stage.group()}/ending` }),
  },
  'POST /console/people/units/:code/groups/:id/ending': {
    may: right('member.edit'),
    ask: async (stage) => ({
      url: `/console/people/units/X1-C/groups/${await stage.group()}/ending`,
      fields: {},
    }),
  },
  'GET /console/people/members/:code/chats/:id/unlinking': {
    may: right('member.unlink'),
    ask: async (stage) => {
      const code = await stage.member();
      return { url: `/console/people/members/${code}/chats/${await stage.chat(code)}/unlinking` };
    },
  },
  'POST /console/people/members/:code/chats/:id/unlinking': {
    may: right('member.unlink'),
    ask: async (stage) => {
      const code = await stage.member();
      return { url: `/console/people/members/${code}/chats/${await stage.chat(code)}/unlinking`, fields: {} };
    },
  },
  'GET /console/people/members/:code/data': {
    may: right('member.data'),
    ask: async (stage) => ({ url: await at(stage, '/data') }),
  },
  'GET /console/people/members/:code/data/file': {
    may: right('member.data'),
    ask: async (stage) => ({ url: await at(stage, '/data/file') }),
  },
  'GET /console/people/members/:code/data/erasure': {
    may: right('member.erase'),
    ask: async (stage) => ({ url: await at(stage, '/data/erasure') }),
  },
  'POST /console/people/members/:code/data/erasure': {
    may: right('member.erase'),
    ask: async (stage) => {
      const code = await stage.member();
      return { url: `/console/people/members/${code}/data/erasure`, fields: { code } };
    },
  },
  'GET /console/requests': {
    may: right('member.answer'),
    ask: async (stage) => {
      await stage.request();
      return { url: '/console/requests' };
    },
    shows: 'Đề nghị sửa ngày vào Đảng',
  },
  'POST /console/requests/:id/answer': {
    may: right('member.answer'),
    ask: async (stage) => ({
      url: `/console/requests/${await stage.request()}/answer`,
      fields: { answer: 'Đã sửa' },
    }),
  },
  'GET /console/people/units/:code/reorganise': {
    may: right('unit.reorganise'),
    ask: () => ({ url: '/console/people/units/X1-C/reorganise' }),
  },
  'POST /console/people/units/:code/reorganise/rename': {
    may: fromAbove('unit.reorganise'),
    ask: async (stage) => ({
      url: `/console/people/units/${await stage.unit()}/reorganise/rename`,
      fields: { name: stage.anew('Tên mới ') },
    }),
  },
  ...reorganisings({
    rehang: () => ({ parent: 'X1-B' }),
    merge: () => ({ into: 'X1-B-C' }),
    dissolve: () => ({}),
  }),
  'POST /console/people/units/:code/reorganise/split': {
    may: fromAbove('unit.reorganise'),
    ask: async (stage) => ({
      url: '/console/people/units/X1-C/reorganise/split',
      fields: { ...splitting(stage), members: await stage.member(), on: today, reason },
    }),
  },
  'POST /console/people/units/:code/reorganise/split/check': {
    may: right('unit.reorganise'),
    ask: async (stage) => ({
      url: '/console/people/units/X1-C/reorganise/split/check',
      fields: { ...splitting(stage), members: await stage.member(), on: today, reason },
    }),
  },
};

function splitting(stage: Stage) {
  const { unit } = spread(stage);
  return { newCode: unit.code, newName: unit.name, kind: unit.kind };
}

/** Each is looked at before it is done: both ask for the same right. */
function reorganisings(all: Record<string, () => Record<string, string>>): Record<string, Rule> {
  const rules = Object.entries(all).flatMap(([what, more]) =>
    ['', '/check'].map((step): [string, Rule] => [
      `POST /console/people/units/:code/reorganise/${what}${step}`,
      {
        may: fromAbove('unit.reorganise'),
        ask: async (stage) => ({
          url: `/console/people/units/${await stage.unit()}/reorganise/${what}${step}`,
          fields: { ...more(), on: today, reason },
        }),
      },
    ]),
  );
  return Object.fromEntries(rules);
}
