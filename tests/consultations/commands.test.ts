import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import {
  caunoi,
  done,
  installation,
  startHub,
  type HubProcess,
  type Installation,
} from '../support/process.ts';

let house: Installation;
let hub: HubProcess;
beforeAll(async () => {
  house = await installation();
  const [units, members] = [file('units.csv', smallProvince), file('members.csv', people())];
  await done(house.environment, 'import', 'units', units);
  await done(house.environment, 'import', 'members', members);
  // With a hub running the commands join its database instead of opening it each time.
  hub = await startHub(house.environment, '--roles', 'web');
}, 180_000);
afterAll(async () => {
  await hub.end();
  await house.remove();
}, 60_000);

function people(): Buffer {
  const plain = Array.from({ length: 5 }, (_, n) => `N${n},Nguyễn Văn Số ${n},X1-C,,official,,,`);
  return csv(memberHeader, 'A,Nguyễn Văn An,X1-C,secretary,official,,,', ...plain);
}
function file(name: string, content: string | Buffer): string {
  const path = join(house.dataDir, name);
  writeFileSync(path, content);
  return path;
}
const run = async (...words: string[]) => await caunoi(house.environment, 'consultation', ...words);
const finish = async <Result extends object>(...words: string[]) =>
  await done<Result>(house.environment, 'consultation', ...words);
const errorOf = async (...words: string[]) =>
  (await run(...words)).json['error'] as { code: string; message: string };

const poll = {
  unit: 'X1-C',
  kind: 'poll',
  level: 'named',
  title: 'Giờ sinh hoạt',
  questions: [{ form: 'one', wording: 'Giờ họp có hợp không?', options: ['Hợp', 'Chưa hợp'] }],
  closesAt: new Date(Date.now() + 3 * 86_400_000).toISOString(),
};

test('one from its file to its results, each command in a member’s name', async () => {
  const path = file('poll.json', JSON.stringify(poll));
  expect(await finish('list', '--as', 'A')).toEqual({ items: [] });
  const { id } = await finish<{ id: string }>('create', path, '--as', 'A');
  expect((await errorOf('create', path, '--as', 'N0')).code).toBe('may.not');
  for (const verb of ['open', 'remind', 'results', 'close'])
    expect([verb, (await errorOf(verb, id, '--as', 'N0')).code]).toEqual([verb, 'consultation.unknown']);
  expect((await errorOf('cancel', id, '--as', 'N0', '--reason', 'Thôi')).code).toBe('consultation.unknown');
  expect((await finish<{ items: [] }>('list', '--as', 'N0')).items).toEqual([]);
  expect(await finish('open', id, '--as', 'A')).toEqual({ id, eligible: 6 });
  expect(await finish('answer', id, '--as', 'N0', '--answers', '{"1":1}')).toEqual({ id, answers: { 1: 1 } });
  expect((await errorOf('answer', id, '--as', 'N1', '--answers', '{"1":7}')).code).toBe(
    'consultation.answers-invalid',
  );
  expect(await finish('status', id, '--as', 'A')).toEqual({
    id,
    unit: 'X1-C',
    kind: 'poll',
    level: 'named',
    state: 'open',
    title: 'Giờ sinh hoạt',
    closesAt: poll.closesAt,
    eligible: 6,
    answered: 1,
    drawn: null,
    silent: expect.arrayContaining(['A', 'N1', 'N2', 'N3', 'N4']),
  });
  expect((await errorOf('status', id, '--as', 'N0')).code).toBe('consultation.unknown');
  expect(await finish('remind', id, '--as', 'A')).toMatchObject({ id, reminded: expect.any(Number) });
  expect(await finish('close', id, '--as', 'A')).toEqual({ id });
  expect(await finish('results', id, '--as', 'A')).toMatchObject({
    final: true,
    eligible: 6,
    answered: 1,
    results: [{ number: 1 }],
  });
  expect((await errorOf('cancel', id, '--as', 'A', '--reason', 'Thôi')).code).toBe('consultation.over');
  expect(await finish('list', '--as', 'A')).toMatchObject({ items: [{ id, state: 'closed' }] });
}, 480_000);

test('a file with something wrong in it says where', async () => {
  const wrong = {
    ...poll,
    questions: [...poll.questions, { form: 'one', wording: 'Câu hai', options: 'Hợp' }],
  };
  const refused = await errorOf('create', file('wrong.json', JSON.stringify(wrong)), '--as', 'A');
  expect([refused.code, refused.message]).toEqual([
    'consultation.file',
    expect.stringContaining('questions.2.options'),
  ]);
  const few = { ...poll, questions: [...poll.questions, { ...poll.questions[0], options: ['Hợp'] }] };
  const invalid = await errorOf('create', file('few.json', JSON.stringify(few)), '--as', 'A');
  expect([invalid.code, invalid.message]).toEqual(['consultation.invalid', expect.stringContaining('Câu 2')]);
  expect((await errorOf('create', file('none.json', '{'), '--as', 'A')).code).toBe('consultation.file');
  expect((await errorOf('create', join(house.dataDir, 'nowhere.json'), '--as', 'A')).code).toBe(
    'cli.no-file',
  );
}, 120_000);
