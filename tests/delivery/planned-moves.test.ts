import { afterAll, beforeAll, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { openDeliveryHouse, type DeliveryHouse } from './house.ts';

let house: DeliveryHouse;
beforeAll(async () => {
  house = await openDeliveryHouse();
}, 60_000);
afterAll(() => house.close());

async function unitsUnder(noticeId: string): Promise<string> {
  const rows = await house.database.query<{ line: string }>(
    `select m.code || ' ' || u.code as line from delivery d
     join member m on m.id = d.member_id join unit u on u.id = d.unit_id where d.notice_id = $1 order by 1`,
    [noticeId],
  );
  return rows.map(({ line }) => line).join(', ');
}

test('who will move gets today’s notices under today’s unit, and on that day under the new one', async () => {
  const [code] = await house.members('C1', 1);
  const move = { to: 'C2', kind: 'home', from: '2026-12-01', reason: 'Chuyển công tác' } as const;
  await house.people.move(operator, code!, move);
  const engine = house.engine();
  engine.start();

  const today = await house.send({ unit: 'X' });
  await expect(house.send({ unit: 'C2' })).rejects.toMatchObject({ code: 'notice.no-recipients' });
  await expect.poll(() => unitsUnder(today.id), { timeout: 10_000 }).toBe('A001 C1, S C1');

  house.setNow('2026-12-01T08:00:00Z');
  const then = await house.send({ unit: 'X', title: 'Tháng 12' });
  await expect.poll(() => unitsUnder(then.id), { timeout: 10_000 }).toBe('A001 C2, S C1');
});

test('who moved between sending and the hour of sending is shown where he or she is at that hour', async () => {
  house.setNow('2026-12-05T08:00:00Z');
  const { id } = await house.send({ unit: 'X', title: 'Gửi sau', sendAt: new Date('2026-12-10T08:00:00Z') });
  const move = { to: 'C1', kind: 'home', from: '2026-12-08', reason: 'Về nơi cũ' } as const;
  await house.people.move(operator, 'A001', move);
  house.setNow('2026-12-10T08:01:00Z');
  await expect.poll(() => unitsUnder(id), { timeout: 10_000 }).toBe('A001 C1, S C1');
});
