import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commandLine } from '../../hub/command-line.ts';
import { csv, memberHeader, smallProvince } from '../people/given.ts';
import {
  caunoi,
  done,
  installation,
  startHub,
  type HubProcess,
  type Installation,
} from '../support/process.ts';
import { mayOverTheCell, positions, roles } from './cast.ts';

/**
 * Whoever can start a command on the machine can read its database, so commands ask for nobody's right, unless
 * they act in a member's name: those may no more than the member.
 */
const commands: Record<string, 'operator' | 'in a member’s name'> = {
  start: 'operator',
  migrate: 'operator',
  backup: 'operator',
  restore: 'operator',
  'bench people': 'operator',
  'bench chats': 'operator',
  'bench fanout': 'operator',
  'bench growth': 'operator',
  'bench expand': 'operator',
  'bench lanes': 'operator',
  'bench pacing': 'operator',
  'bench webhook': 'operator',
  'bench checkin': 'operator',
  'bench feedback': 'operator',
  'bench search': 'operator',
  ask: 'in a member’s name',
  'assistant usage': 'operator',
  index: 'operator',
  search: 'in a member’s name',
  'eval retrieval': 'operator',
  'eval answers': 'operator',
  'import units': 'operator',
  'import members': 'operator',
  'spreadsheet units': 'operator',
  'spreadsheet members': 'operator',
  invite: 'operator',
  signin: 'operator',
  'token create': 'operator',
  'report units': 'operator',
  export: 'operator',
  erase: 'operator',
  'notice send': 'in a member’s name',
  'notice status': 'operator',
  'notice cancel': 'operator',
  'notice remind': 'operator',
  'notice chase': 'operator',
  'notice told': 'in a member’s name',
  'notice cascade': 'operator',
  'notice pass-on': 'in a member’s name',
  'meeting create': 'in a member’s name',
  'meeting open': 'operator',
  'meeting close': 'operator',
  'meeting cancel': 'operator',
  'meeting status': 'operator',
  'feedback list': 'in a member’s name',
  'feedback reply': 'in a member’s name',
  'feedback say': 'in a member’s name',
  'feedback unseal': 'in a member’s name',
  'feedback report': 'in a member’s name',
  'consultation list': 'in a member’s name',
  'consultation create': 'in a member’s name',
  'consultation open': 'in a member’s name',
  'consultation status': 'in a member’s name',
  'consultation results': 'in a member’s name',
  'consultation close': 'in a member’s name',
  'consultation cancel': 'in a member’s name',
  'consultation remind': 'in a member’s name',
  'consultation answer': 'in a member’s name',
  'delivery health': 'operator',
  'delivery dead': 'operator',
  'delivery replay': 'operator',
  'delivery compact': 'operator',
  'drill block': 'operator',
  'drill unblock': 'operator',
  'mail bounce': 'operator',
};

let house: Installation;
let hub: HubProcess;
beforeAll(async () => {
  house = await installation();
  const units = join(house.dataDir, 'units.csv');
  const members = join(house.dataDir, 'members.csv');
  writeFileSync(units, smallProvince);
  const rows = roles.flatMap((role) =>
    Object.entries(positions).map(
      ([position, unit]) =>
        `${role}-${position},Đồng chí ${role},${unit},${role === 'plain' ? '' : role},official,,,`,
    ),
  );
  writeFileSync(members, csv(memberHeader, ...rows));
  await done(house.environment, 'import', 'units', units);
  await done(house.environment, 'import', 'members', members);
  // With a hub running the commands join its database instead of opening it each time.
  hub = await startHub(house.environment, '--roles', 'web');
}, 120_000);
afterAll(async () => {
  await hub.end();
  await house.remove();
});

test('every command there is stands in the table', () => {
  const found = commandLine().commands.flatMap((first) =>
    first.commands.length === 0
      ? [first.name()]
      : first.commands.map((second) => `${first.name()} ${second.name()}`),
  );
  expect(found.sort()).toEqual(Object.keys(commands).sort());
});

describe('in a member’s name', () => {
  // Who may what stands in one place, and every role in every position is tried over it by the API: doors.test.ts.
  const people = (
    [
      { role: 'plain', position: 'inside' },
      { role: 'secretary', position: 'inside' },
      { role: 'committee', position: 'inside' },
      { role: 'officer', position: 'above' },
      { role: 'secretary', position: 'outside' },
    ] as const
  ).map((one) => ({ ...one, code: `${one.role}-${one.position}` }));

  test('a notice goes to the cell only from who may send there', async () => {
    const answers = await inTurns(people, async ({ code }) => {
      const words = ['--unit', 'X1-C', '--title', `Tin của ${code}`, '--body', 'Nội dung'];
      const { json } = await caunoi(house.environment, 'notice', 'send', '--from', code, ...words);
      return [code, outcome(json)];
    });
    expect(Object.fromEntries(answers)).toEqual(
      Object.fromEntries(
        people.map((one) => [one.code, mayOverTheCell(one, 'notice.send') ? 'done' : 'may.not']),
      ),
    );
  }, 120_000);

  test('a meeting is called only by who may call one there', async () => {
    const codes = [
      'plain-inside',
      'committee-inside',
      'secretary-outside',
      'secretary-inside',
      'officer-above',
    ];
    const startsAt = new Date(Date.now() + 14 * 86_400_000).toISOString();
    const answers = await inTurns(codes, async (code) => {
      const words = ['--from', code, '--unit', 'X1-C', '--starts-at', startsAt];
      return [code, outcome((await caunoi(house.environment, 'meeting', 'create', ...words)).json)];
    });
    expect(Object.fromEntries(answers)).toEqual({
      'plain-inside': 'may.not',
      'committee-inside': 'may.not',
      'secretary-outside': 'may.not',
      'secretary-inside': 'done',
      'officer-above': 'done',
    });
  });

  test('a directive is passed on only by who may send in the unit', async () => {
    const words = ['--unit', 'X1', '--title', 'Từng cấp', '--body', 'Nội dung', '--cascade'];
    const send = ['notice', 'send', '--from', 'admin-above', ...words];
    const { id } = await done<{ id: string }>(house.environment, ...send);
    const codes = ['plain-inside', 'committee-inside', 'secretary-outside', 'secretary-inside'];
    const answers: [string, string][] = [];
    for (const code of codes) {
      const words = ['notice', 'pass-on', id, '--as', code, '--unit', 'X1-C'];
      answers.push([code, outcome((await caunoi(house.environment, ...words)).json)]);
    }
    expect(answers).toEqual([
      ['plain-inside', 'may.not'],
      ['committee-inside', 'may.not'],
      ['secretary-outside', 'may.not'],
      ['secretary-inside', 'done'],
    ]);
    const tree = await done<{ figures: { passedOn: number } }>(house.environment, 'notice', 'cascade', id);
    expect(tree.figures.passedOn).toBe(1);
  });

  test('a member was told only by who may tell them', async () => {
    const words = ['--unit', 'X1-C', '--title', 'Tin', '--body', 'Nội dung', '--ack'];
    const send = ['notice', 'send', '--from', 'admin-inside', ...words];
    const first = await done<{ id: string }>(house.environment, ...send);
    const answers = await inTurns(people, async ({ code }) => {
      const { json } = await caunoi(
        house.environment,
        'notice',
        'told',
        first.id,
        'plain-inside',
        '--by',
        code,
      );
      return [code, outcome(json)];
    });
    const told = Object.entries(Object.fromEntries(answers));
    const may = people.filter((one) => mayOverTheCell(one, 'notice.tell')).map(({ code }) => code);
    // The first of those who may has told him; the others hear that it is done.
    expect(
      told
        .filter(([, answer]) => answer !== 'may.not')
        .map(([code]) => code)
        .sort(),
    ).toEqual(may.sort());
    expect(told.filter(([, answer]) => answer === 'done').length).toBe(1);
  }, 120_000);

  test('an opinion is said by who belongs there, and read and answered in the very unit alone', async () => {
    const answersOf = async (codes: string[], ...words: string[]) =>
      Object.fromEntries(
        await inTurns(codes, async (code) => {
          const { json } = await caunoi(house.environment, 'feedback', ...words, '--as', code);
          return [code, outcome(json)];
        }),
      );
    const saying = ['say', '--unit', 'X1-C', '--text', 'Đề nghị sửa đường thôn'];
    expect(await answersOf(['plain-inside', 'secretary-above', 'plain-outside'], ...saying)).toEqual({
      'plain-inside': 'done',
      'secretary-above': 'may.not',
      'plain-outside': 'may.not',
    });

    const list = ['feedback', 'list', '--unit', 'X1-C', '--as', 'secretary-inside'];
    const { items } = await done<{ items: { id: string }[] }>(house.environment, ...list);
    expect(items).toMatchObject([{ text: 'Đề nghị sửa đường thôn', author: 'plain-inside' }]);
    const refused = ['plain-inside', 'admin-inside', 'secretary-above'];
    const all = (answer: string) => Object.fromEntries(refused.map((code) => [code, answer]));
    expect(await answersOf(refused, 'list', '--unit', 'X1-C')).toEqual(all('may.not'));

    const reply = ['reply', items[0]!.id, '--text', 'Chi bộ đã tiếp thu'];
    expect(await answersOf(refused, ...reply)).toEqual(all('feedback.unknown'));
    expect(await answersOf(['deputy-inside'], ...reply)).toEqual({ 'deputy-inside': 'done' });
  }, 240_000);

  test('a report is read by who may, in the unit and above it', async () => {
    const codes = ['plain-inside', 'committee-outside', 'committee-inside', 'admin-above'];
    const answers = await inTurns(codes, async (code) => {
      const words = ['feedback', 'report', '--unit', 'X1-C', '--as', code];
      return [code, outcome((await caunoi(house.environment, ...words)).json)];
    });
    expect(Object.fromEntries(answers)).toEqual({
      'plain-inside': 'may.not',
      'committee-outside': 'may.not',
      'committee-inside': 'done',
      'admin-above': 'done',
    });
  }, 120_000);
});

function outcome(json: Record<string, unknown>): string {
  return (json['error'] as { code: string } | undefined)?.code ?? 'done';
}

/** Two at a time: each is a process of its own. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let at = 0; at < items.length; at += 2) {
    results.push(...(await Promise.all(items.slice(at, at + 2).map(work))));
  }
  return results;
}
