import { webcrypto } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { codeOfMinute } from '../../hub/attendance/index.ts';
import { minuteMs, openAttendanceHouse, type AttendanceHouse } from './given.ts';

let house: AttendanceHouse;
/** At a whole minute. */
const startsAt = new Date('2026-11-03T12:30:00Z');
const after = (minutes: number) => new Date(startsAt.getTime() + minutes * minuteMs);

beforeAll(async () => {
  house = await openAttendanceHouse();
}, 60_000);
beforeEach(async () => {
  await house.clear();
  house.at(after(-5));
  await house.cell('X1-C', ['A official', 'B official', 'C official', 'D probationary', 'E official']);
});
afterAll(() => house.database.close());

const opened = async () => await house.meeting({ unit: 'X1-C', by: 'A', startsAt, open: true });
const shown = async (id: string) => (await house.attendance.code(await house.as('A'), id)).code;
const enter = async (
  code: string,
  digits: string,
  more: { road?: 'code' | 'link'; device?: string; meetingId?: string } = {},
) => await house.attendance.checkIn(await house.idOf(code), digits, { road: 'code', via: 'chat', ...more });
const rowOf = async (id: string, code: string) => {
  const roll = await house.attendance.roll(await house.as('A'), id);
  return roll.find((row) => row.code === code)!;
};
const wrong = (digits: string) => String((Number(digits) + 1) % 1_000_000).padStart(6, '0');

describe('the code', () => {
  test('is reckoned by a page from the meeting’s key as the hub does', async () => {
    const id = await opened();
    const key = await house.attendance.codeKey(await house.as('A'), id);
    expect(key).toHaveLength(32);
    const minute = Math.floor(after(-5).getTime() / minuteMs);
    const counter = new DataView(new ArrayBuffer(8));
    counter.setBigUint64(0, BigInt(minute));
    const hmac = { name: 'HMAC', hash: 'SHA-256' };
    const imported = await webcrypto.subtle.importKey('raw', Uint8Array.from(key), hmac, false, ['sign']);
    const digest = new DataView(await webcrypto.subtle.sign('HMAC', imported, counter));
    const number = digest.getUint32(digest.getUint8(31) & 15) & 0x7fffffff;
    const digits = String(number % 1_000_000).padStart(6, '0');
    expect(await shown(id)).toBe(digits);
    expect(codeOfMinute(key, minute)).toBe(digits);
    expect(await house.attendance.code(await house.as('A'), id)).toEqual({ code: digits, until: after(-4) });
  });

  test('is there while the meeting is open, for who runs it, and another in another meeting', async () => {
    const closed = await house.meeting({ unit: 'X1-C', by: 'A', startsAt });
    await expect(shown(closed)).rejects.toMatchObject({ code: 'attendance.not-open' });
    const [one, other] = [await opened(), await opened()];
    await expect(house.attendance.code(await house.as('B'), one)).rejects.toMatchObject({ code: 'may.not' });
    const by = await house.as('A');
    expect(await house.attendance.codeKey(by, one)).not.toEqual(await house.attendance.codeKey(by, other));
  });

  test('is taken for 90 seconds after another stands there, and no longer', async () => {
    const id = await opened();
    const digits = await shown(id);
    house.at(new Date(after(-4).getTime() + 89_000));
    expect(await enter('B', digits)).toMatchObject({ kind: 'present' });
    house.at(new Date(after(-4).getTime() + 90_000));
    expect(await enter('C', digits)).toEqual({ kind: 'wrong' });
  });
});

describe('checking in', () => {
  test('once, before the hour present, after the minutes set for it late', async () => {
    const id = await opened();
    const first = await enter('B', await shown(id));
    expect(first).toMatchObject({ kind: 'present', meeting: { id, unit: 'Chi bộ thôn' }, at: after(-5) });
    house.at(after(15));
    expect(await enter('B', await shown(id))).toMatchObject({ kind: 'already', at: after(-5) });
    expect(await enter('C', await shown(id))).toMatchObject({ kind: 'present' });
    house.at(new Date(after(15).getTime() + 1));
    expect(await enter('D', await shown(id), { road: 'link', meetingId: id })).toMatchObject({
      kind: 'late',
    });
    expect(await rowOf(id, 'D')).toMatchObject({ mark: 'late', road: 'link', markedByName: null });
    expect(await house.attendance.status(await house.as('A'), id)).toMatchObject({
      attendance: { present: 2, late: 1, unknown: 2 },
      quorum: { present: 2 },
    });
  });

  test('an exempt member and one who is here for a time come in, a suspended one and another cell’s do not', async () => {
    await house.cell('X2-C', ['P official', 'Q official']);
    await house.temporarily('Q', 'X1-C', '2026-10-01', null);
    await house.status('E', 'exempt', '2026-10-01');
    await house.status('C', 'suspended', '2026-10-01');
    const id = await opened();
    const digits = await shown(id);
    expect(await enter('E', digits)).toMatchObject({ kind: 'present' });
    expect(await rowOf(id, 'E')).toMatchObject({ summoned: false, mark: 'present' });
    expect(await enter('Q', digits)).toMatchObject({ kind: 'present' });
    expect(await enter('C', digits)).toEqual({ kind: 'wrong' });
    expect(await enter('P', digits)).toEqual({ kind: 'wrong' });
    expect(await enter('P', digits, { road: 'link', meetingId: id })).toEqual({ kind: 'wrong' });
    expect(await enter('P', wrong(digits))).toEqual({ kind: 'none-open' });
  });

  test('nothing is open before, after, and for a cancelled one', async () => {
    const id = await house.meeting({ unit: 'X1-C', by: 'A', startsAt });
    expect(await enter('B', '123456')).toEqual({ kind: 'none-open' });
    await house.open(id);
    const digits = await shown(id);
    await house.close(id);
    expect(await enter('B', digits)).toEqual({ kind: 'none-open' });
  });

  test('after five wrong codes in five minutes none is looked at until the oldest is forgotten', async () => {
    const id = await opened();
    for (let tries = 0; tries < 5; tries += 1) {
      house.at(new Date(after(0).getTime() + tries * 10_000));
      expect(await enter('B', wrong(await shown(id)))).toEqual({ kind: 'wrong' });
    }
    house.at(after(1));
    expect(await enter('B', await shown(id))).toEqual({ kind: 'wait', until: after(5) });
    expect(await enter('C', await shown(id))).toMatchObject({ kind: 'present' });
    house.at(after(5));
    expect(await enter('B', await shown(id))).toMatchObject({ kind: 'present' });
    house.at(after(20));
    await enter('D', '000000');
    expect(await house.database.query('select from check_in_try')).toHaveLength(1);
  });

  test('from one browser is shown to the secretary, and the browser is not known again elsewhere', async () => {
    const [one, other] = [await opened(), await opened()];
    for (const code of ['B', 'C']) await enter(code, await shown(one), { device: 'token', meetingId: one });
    await enter('B', await shown(other), { device: 'token', meetingId: other });
    expect(await rowOf(one, 'B')).toMatchObject({ sharesDeviceWith: ['Nguyễn Văn C'] });
    expect(await rowOf(one, 'C')).toMatchObject({ sharesDeviceWith: ['Nguyễn Văn B'] });
    expect(await rowOf(other, 'B')).toMatchObject({ sharesDeviceWith: [] });
    const devices = await house.database.query(
      'select distinct device from attendance where device is not null',
    );
    expect(devices).toHaveLength(2);
  });
});
