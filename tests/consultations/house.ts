import type { NewConsultation, Question } from '../../hub/consultations/index.ts';
import { operator, type Actor } from '../../hub/platform/audit.ts';
import type { Hub } from '../../hub/compose.ts';
import { csv, memberHeader } from '../people/given.ts';
import { openTestHub } from '../support/hub.ts';

const dayMs = 86_400_000;
const morning = new Date('2026-11-02T08:00+07:00').getTime();

/**
 * A hub whose clock is ours. The cells X1-C and X2-C have twenty members more each, N0 … N39 by turns; A is the secretary of
 * X1-C, V the officer of the province.
 */
export interface ConsultationHouse {
  readonly hub: Hub;
  now(): Date;
  pass(time: { days?: number; hours?: number }): void;
  inDays(days: number): Date;
  idOf(code: string): Promise<string>;
  as(code: string): Promise<Actor>;
  /** Prepares one, by default a poll of one question among the members of X1-C, by its secretary. */
  prepare(given?: Partial<NewConsultation>, by?: string): Promise<string>;
  /** The same, opened. */
  open(given?: Partial<NewConsultation>, by?: string): Promise<string>;
  answer(
    code: string,
    id: string,
    answers: Parameters<Hub['consultations']['answering']['answer']>[2],
  ): Promise<void>;
  /** Draws a paper and answers on it. */
  onPaper(
    code: string,
    id: string,
    answers: Parameters<Hub['consultations']['papers']['answer']>[1],
  ): Promise<void>;
  count(text: string, values?: unknown[]): Promise<number>;
  /** Nothing is left of earlier ones; the clock stands where it began. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** @param settings variables of the environment */
export async function openConsultationHouse(
  settings: Record<string, string> = {},
): Promise<ConsultationHouse> {
  let moment = morning;
  const clock = () => new Date(moment);
  const house = await openTestHub({ roles: [], clock, settings });
  const { people, consultations } = house.hub;
  const cells = Array.from({ length: 40 }, (_, n) => (n % 2 ? 'X2-C' : 'X1-C'));
  const rows = cells.map((cell, n) => `N${n},Nguyễn Văn Số ${n},${cell},,official,,,`);
  await people.importMembers(operator, csv(memberHeader, ...rows));
  const ids = new Map<string, string>();

  async function idOf(code: string): Promise<string> {
    if (!ids.has(code)) ids.set(code, (await people.memberByCode(code)).id);
    return ids.get(code)!;
  }
  const as = async (code: string): Promise<Actor> => ({ memberId: await idOf(code), via: 'console' });
  const inDays = (days: number) => new Date(moment + days * dayMs);

  async function prepare(given: Partial<NewConsultation> = {}, by = 'A'): Promise<string> {
    const { id } = await consultations.asking.save(await as(by), {
      unit: 'X1-C',
      kind: 'poll',
      level: 'named',
      audience: 'members',
      title: 'Giờ sinh hoạt chi bộ',
      introduction: 'Chi ủy xin ý kiến các đồng chí.',
      questions: [one('Đồng chí chọn giờ nào?', 'Sáng', 'Chiều', 'Tối')],
      live: false,
      shared: true,
      closesAt: inDays(5),
      ...given,
    });
    return id;
  }

  return {
    get hub() {
      return house.hub;
    },
    now: clock,
    pass: ({ days = 0, hours = 0 }) => (moment += days * dayMs + hours * 3_600_000),
    inDays,
    idOf,
    as,
    prepare,
    async open(given, by = 'A') {
      const id = await prepare(given, by);
      await consultations.asking.open(await as(by), id);
      return id;
    },
    async answer(code, id, answers) {
      await consultations.answering.answer(await idOf(code), id, answers);
    },
    async onPaper(code, id, answers) {
      const { paper } = await consultations.answering.draw(await idOf(code), id);
      await consultations.papers.answer(paper, answers);
    },
    async count(text, values = []) {
      const [row] = await house.hub.database.query<{ count: number }>(
        `select count(*)::int as count from ${text}`,
        values,
      );
      return row!.count;
    },
    async clear() {
      moment = morning;
      for (const table of ['consultation', 'audience_slice', 'delivery', 'notice'])
        await house.hub.database.query(`delete from ${table}`);
    },
    close: () => house.close(),
  };
}

const plain = { most: null, scale: null, passage: null, required: true, onlyIf: null } as const;

export const one = (wording: string, ...options: string[]): Question => ({
  ...plain,
  form: 'one',
  wording,
  options,
});
export const several = (wording: string, ...options: string[]): Question => ({
  ...plain,
  form: 'several',
  wording,
  options,
});
export const ranking = (wording: string, ...options: string[]): Question => ({
  ...plain,
  form: 'ranking',
  wording,
  options,
});
export const text = (wording: string): Question => ({
  ...plain,
  form: 'text',
  wording,
  options: [],
  required: false,
});
export const passage = (wording: string, written: string): Question => ({
  ...plain,
  form: 'passage',
  wording,
  options: [],
  passage: written,
  required: false,
});

/** What was refused: its code, and which field or question. */
export async function refusal(doing: Promise<unknown>): Promise<string> {
  return await doing.then(
    () => 'nothing refused',
    (error: { code: string; facts?: Record<string, unknown> }) =>
      [error.code, ...Object.values(error.facts ?? {})].join(' '),
  );
}
