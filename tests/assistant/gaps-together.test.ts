import { afterAll, beforeAll, expect, test } from 'vitest';
import { committees } from '../../hub/assistant/committee.ts';
import { gaps } from '../../hub/assistant/gaps/gaps.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';

let house: TestHub;
beforeAll(async () => (house = await openTestHub({ roles: [] })));
afterAll(async () => await house.close());

test('a question that many ask at once of several processes is one gap', async () => {
  const { hub } = house;
  const { id: memberId } = await hub.people.memberByCode('B');
  // What each process has of its own; the database is one.
  const processes = Array.from({ length: 12 }, () => gaps({ ...hub, committeeOf: committees(hub) }));
  const asked = processes.flatMap((process) =>
    ['Lệ phí cấp hộ chiếu phổ thông là bao nhiêu?', 'Hộ chiếu phổ thông cấp lệ phí bao nhiêu?'].map(
      (question) => process.note({ memberId, via: 'chat' }, question),
    ),
  );
  await Promise.all(asked);
  expect(await hub.database.query('select asked, state from assistant_gap')).toEqual([
    { asked: asked.length, state: 'open' },
  ]);
});
