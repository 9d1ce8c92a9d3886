import type { Person } from './cast.ts';
import { nobody, right, type Rule } from './rule.ts';
import { saidToTheCell, type Stage } from './stage.ts';

const answers = right('feedback.answer');
const reads = right('feedback.report');
/** Members speak to their own cell and what it hangs under, whatever role they hold. */
const belongs = ({ position }: Person) => position === 'inside';
/** Another unit's opinion is as if there were none. */
const refusal = [404];

const item = async (stage: Stage, rest = '') => `/api/v1/feedback/${await stage.opinion()}${rest}`;
const page = async (stage: Stage, rest = '') => `/console/feedback/${await stage.opinion()}${rest}`;
const ofUnit = '?unit=X1-C';
/** To where nobody of the cast stands: in the lists of all others it is seen no more. */
const forwarding = { unit: 'T', reason: 'Việc này thuộc thẩm quyền của tỉnh' };

/** A sealed link is opened by administrators at the top, where nobody of the cast stands; by them in tests/feedback. */
const unsealings = '/api/v1/feedback/unsealings';
const unsealing = { item: '7KQ2-MP4D', reason: 'Yêu cầu xác minh người phản ánh', basis: 'Công văn 15' };
const anyId = '01990d3e-7c1a-7b54-9d6a-3f0c8a51e2b7';
const unsealingApi: Record<string, Rule> = {
  [`GET ${unsealings}`]: { may: nobody, ask: () => ({ url: unsealings }) },
  [`POST ${unsealings}`]: { may: nobody, ask: () => ({ url: unsealings, json: unsealing }) },
  ...Object.fromEntries(
    ['agreement', 'ending', 'seeing'].map((deed): [string, Rule] => [
      `POST ${unsealings}/:id/${deed}`,
      { may: nobody, ask: () => ({ url: `${unsealings}/${anyId}/${deed}`, json: {} }) },
    ]),
  ),
};
const unsealingPage = '/console/feedback/unsealing';
const unsealingPages: Record<string, Rule> = {
  [`GET ${unsealingPage}`]: { may: nobody, ask: () => ({ url: unsealingPage }) },
  [`POST ${unsealingPage}`]: { may: nobody, ask: () => ({ url: unsealingPage, fields: unsealing }) },
  ...Object.fromEntries(
    ['agreement', 'ending', 'seeing'].map((deed): [string, Rule] => [
      `POST ${unsealingPage}/:id/${deed}`,
      { may: nobody, ask: () => ({ url: `${unsealingPage}/${anyId}/${deed}`, fields: {} }) },
    ]),
  ),
};

/** Opinions over the API: saying, answering, figures. */
export const feedbackApi: Record<string, Rule> = {
  'POST /api/v1/feedback': {
    may: belongs,
    ask: (stage) => ({
      url: '/api/v1/feedback',
      json: { unit: 'X1-C', kind: 'proposal', level: 'named', text: stage.anew('Đề nghị ') },
    }),
  },
  'GET /api/v1/feedback/mine': {
    may: ({ code }) => code === 'plain-inside',
    ask: async (stage) => {
      await stage.said('plain-inside', 'Chỉ một đồng chí đọc được', 'mine');
      return { url: '/api/v1/feedback/mine' };
    },
    shows: 'Chỉ một đồng chí đọc được',
  },
  'GET /api/v1/feedback': {
    may: answers,
    ask: async (stage) => {
      await stage.opinion();
      return { url: '/api/v1/feedback' };
    },
    shows: saidToTheCell,
  },
  'GET /api/v1/feedback/:id': {
    may: answers,
    ask: async (stage) => ({ url: await item(stage) }),
    refusal,
  },
  'GET /api/v1/feedback/:id/files/:file': {
    may: answers,
    ask: async (stage) => {
      const { id, file } = await stage.opinionWithFile();
      return { url: `/api/v1/feedback/${id}/files/${file}` };
    },
    refusal,
  },
  'POST /api/v1/feedback/:id/taking': {
    may: answers,
    ask: async (stage) => ({ url: await item(stage, '/taking'), json: {} }),
    refusal,
  },
  'DELETE /api/v1/feedback/:id/taking': {
    may: answers,
    ask: async (stage, person) => ({ url: `/api/v1/feedback/${await stage.taken(person)}/taking` }),
    refusal,
  },
  'POST /api/v1/feedback/:id/replies': {
    may: answers,
    ask: async (stage) => ({ url: await item(stage, '/replies'), json: { text: 'Chi bộ đã tiếp thu' } }),
    refusal,
  },
  'POST /api/v1/feedback/:id/notes': {
    may: answers,
    ask: async (stage) => ({ url: await item(stage, '/notes'), json: { text: 'Đã hỏi xã' } }),
    refusal,
  },
  'POST /api/v1/feedback/:id/forwardings': {
    may: answers,
    ask: async (stage) => ({ url: await item(stage, '/forwardings'), json: forwarding }),
    refusal,
  },
  'POST /api/v1/feedback/:id/closing': {
    may: answers,
    ask: async (stage) => ({ url: await item(stage, '/closing'), json: { reason: 'Đã làm xong' } }),
    refusal,
  },
  ...unsealingApi,
  'GET /api/v1/reports/feedback': {
    may: reads,
    ask: () => ({ url: `/api/v1/reports/feedback${ofUnit}` }),
  },
};

const ofItem = '/console/feedback/:id';
const settings = '/console/feedback/settings';

/** What a unit offers and promises. */
const settingsPages: Record<string, Rule> = {
  [`GET ${settings}`]: { may: answers, ask: () => ({ url: `${settings}${ofUnit}` }) },
  [`POST ${settings}/topics`]: {
    may: answers,
    ask: (stage) => ({
      url: `${settings}/topics`,
      fields: { unit: 'X1-C', name: stage.anew('Đường thôn '), parent: 'top' },
    }),
  },
  [`POST ${settings}/topics/retirement`]: {
    may: answers,
    ask: async (stage) => ({
      url: `${settings}/topics/retirement`,
      fields: { unit: 'X1-C', id: await stage.topic() },
    }),
  },
  [`POST ${settings}/answers`]: {
    may: answers,
    ask: (stage) => ({
      url: `${settings}/answers`,
      fields: { unit: 'X1-C', id: '', title: stage.anew('Câu '), text: 'Chi bộ đã tiếp thu' },
    }),
  },
  [`POST ${settings}/answers/removal`]: {
    may: answers,
    ask: async (stage) => ({
      url: `${settings}/answers/removal`,
      fields: { unit: 'X1-C', id: await stage.cannedAnswer() },
    }),
  },
  [`POST ${settings}/promise`]: {
    may: answers,
    ask: () => ({ url: `${settings}/promise`, fields: { unit: 'X1-C', days: '5' } }),
  },
};

/** Opinions in the console. */
export const feedbackPages: Record<string, Rule> = {
  'GET /console/feedback': {
    // Whoever holds a role opens it; what was said stands there for those who answer.
    may: answers,
    ask: async (stage) => {
      await stage.opinion();
      return { url: '/console/feedback' };
    },
    shows: saidToTheCell,
  },
  ...settingsPages,
  ...unsealingPages,
  [`GET ${ofItem}`]: { may: answers, ask: async (stage) => ({ url: await page(stage) }), refusal },
  [`GET ${ofItem}/files/:file`]: {
    may: answers,
    ask: async (stage) => {
      const { id, file } = await stage.opinionWithFile();
      return { url: `/console/feedback/${id}/files/${file}` };
    },
    refusal,
  },
  [`GET ${ofItem}/files/:file/small`]: {
    may: answers,
    ask: async (stage) => {
      const { id, file } = await stage.opinionWithFile();
      return { url: `/console/feedback/${id}/files/${file}/small` };
    },
    refusal,
  },
  [`POST ${ofItem}/taking`]: {
    may: answers,
    ask: async (stage) => ({ url: await page(stage, '/taking'), fields: {} }),
    refusal,
  },
  [`POST ${ofItem}/release`]: {
    may: answers,
    ask: async (stage, person) => ({
      url: `/console/feedback/${await stage.taken(person)}/release`,
      fields: {},
    }),
    refusal,
  },
  [`POST ${ofItem}/replies`]: {
    may: answers,
    ask: async (stage) => ({
      url: await page(stage, '/replies'),
      fields: { text: 'Chi bộ đã tiếp thu', do: 'send' },
    }),
    refusal,
  },
  [`POST ${ofItem}/notes`]: {
    may: answers,
    ask: async (stage) => ({ url: await page(stage, '/notes'), fields: { note: 'Đã hỏi xã' } }),
    refusal,
  },
  [`POST ${ofItem}/forwardings`]: {
    may: answers,
    ask: async (stage) => ({ url: await page(stage, '/forwardings'), fields: forwarding }),
    refusal,
  },
  [`POST ${ofItem}/notice`]: {
    may: answers,
    ask: async (stage) => ({ url: `/console/feedback/${await stage.answered()}/notice`, fields: {} }),
    refusal,
  },
  [`GET ${ofItem}/library`]: {
    may: answers,
    ask: async (stage) => ({ url: `/console/feedback/${await stage.answered()}/library` }),
    refusal,
  },
  [`POST ${ofItem}/library`]: {
    may: answers,
    ask: async (stage) => ({
      url: `/console/feedback/${await stage.answered()}/library`,
      fields: { title: 'Khi nào sửa cầu?', answer: 'Quý II.' },
    }),
    refusal,
  },
  [`GET ${ofItem}/closing`]: {
    may: answers,
    ask: async (stage) => ({ url: await page(stage, '/closing') }),
    refusal,
  },
  [`POST ${ofItem}/closing`]: {
    may: answers,
    ask: async (stage) => ({ url: await page(stage, '/closing'), fields: { reason: 'Đã làm xong' } }),
    refusal,
  },
  'GET /console/reports/feedback': {
    may: reads,
    ask: () => ({ url: `/console/reports/feedback${ofUnit}` }),
  },
  'GET /console/reports/feedback/file.xlsx': {
    may: reads,
    ask: () => ({ url: `/console/reports/feedback/file.xlsx${ofUnit}` }),
  },
  'GET /console/reports/feedback/file.docx': {
    may: reads,
    ask: () => ({ url: `/console/reports/feedback/file.docx${ofUnit}` }),
  },
};

/** Where nobody is known: the pages take no cookie, and answer all alike. */
export const unlinkableDoors: Record<string, string> = {
  'GET /gop-y': 'what it is, and the form for a receipt',
  'GET /gop-y/bien-nhan': 'a form for a receipt',
  'POST /gop-y/bien-nhan': 'the words of the receipt are the secret; tried in tests/feedback',
  'GET /gop-y/:unit': 'a form',
  'POST /gop-y/:unit': 'says something as nobody; tried in tests/feedback',
};
