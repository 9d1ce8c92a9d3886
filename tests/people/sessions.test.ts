import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator, type Actor } from '../../hub/platform/audit.ts';
import { csv, memberHeader, openHouse, smallProvince, type House } from './given.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 60_000);
afterAll(() => house.database.close());

beforeEach(async () => {
  await house.clear();
  await house.people.importUnits(operator, smallProvince);
  await house.people.importMembers(
    operator,
    csv(
      memberHeader,
      'V,Hà Thị Vân,T,officer,official,,,',
      'A,Nguyễn Văn An,X1-C,secretary,official,,,',
      'B,Trần Thị Bình,X1-C,,official,,,',
    ),
  );
});

const self = async (code: string): Promise<Actor> => ({
  memberId: (await house.people.memberByCode(code)).id,
  via: 'chat',
});
const link = async (code = 'A') => (await house.people.signInLink(await self(code), code)).token;
const signIn = async (code = 'A') =>
  (await house.people.openSession(await link(code), 'Chrome · Windows'))!.cookie;
const minutes = (count: number) => ({ days: count / 1440 });

describe('a sign-in link', () => {
  test('says whose it is as often as it is looked at, and opens one session', async () => {
    const token = await link();
    expect(await house.people.peekSignIn(token)).toEqual({ fullName: 'Nguyễn Văn An' });
    expect(await house.people.peekSignIn(token)).toEqual({ fullName: 'Nguyễn Văn An' });
    const opened = await house.people.openSession(token, 'Chrome · Windows');
    expect(opened!.cookie).toMatch(/^[\w-]{43}$/);
    expect(await house.people.peekSignIn(token)).toBeNull();
    expect(await house.people.openSession(token, 'another')).toBeNull();
  });

  test('opened twice at the same moment opens one session', async () => {
    const token = await link();
    const both = await Promise.all(['one', 'two'].map((device) => house.people.openSession(token, device)));
    expect(both.filter((opened) => opened !== null)).toHaveLength(1);
  });

  test('lives ten minutes', async () => {
    const token = await link();
    house.pass(minutes(9.9));
    expect(await house.people.peekSignIn(token)).not.toBeNull();
    house.pass(minutes(0.1));
    expect(await house.people.peekSignIn(token)).toBeNull();
    expect(await house.people.openSession(token, 'late')).toBeNull();
  });

  test('stops working when another is asked for', async () => {
    const earlier = await link();
    await link();
    expect(await house.people.openSession(earlier, 'Chrome')).toBeNull();
  });

  test('that nobody made opens nothing', async () => {
    expect(await house.people.peekSignIn('wrong')).toBeNull();
    expect(await house.people.openSession('wrong', 'Chrome')).toBeNull();
  });

  test('is for who holds a role', async () => {
    await expect(link('B')).rejects.toMatchObject({ code: 'signin.no-role' });
    await expect(house.people.signInLink(operator, 'B')).rejects.toMatchObject({ code: 'signin.no-role' });
    expect((await house.people.signInLink(operator, 'A')).expiresAt).toEqual(
      new Date(house.now().getTime() + 600_000),
    );
  });

  test('is never made for somebody else, however high the role', async () => {
    await expect(house.people.signInLink(await self('V'), 'A')).rejects.toMatchObject({ code: 'may.not' });
    await expect(house.people.signInLink(await self('B'), 'A')).rejects.toMatchObject({ code: 'may.not' });
  });

  test('opens nothing for who has lost the role meanwhile', async () => {
    const token = await link();
    await house.status('A', 'suspended', '2026-11-01');
    expect(await house.people.openSession(token, 'Chrome')).toBeNull();
  });
});

describe('a session', () => {
  test('says who looks', async () => {
    const cookie = await signIn();
    const { id } = await house.people.memberByCode('A');
    const [session] = await house.people.sessionsOf(id);
    expect(await house.people.viewerOf(cookie)).toEqual({
      sessionId: session!.id,
      memberId: id,
      code: 'A',
      fullName: 'Nguyễn Văn An',
      language: 'vi',
      holdsRole: true,
    });
    expect(await house.people.viewerOf('wrong')).toBeNull();
  });

  test('is kept as a fingerprint, as its link is', async () => {
    const token = await link();
    const { cookie } = (await house.people.openSession(token, 'Chrome'))!;
    const kept = await house.database.query<{ row: string }>(
      'select to_jsonb(s)::text as row from console_session s union all select to_jsonb(l)::text from sign_in_link l',
    );
    const text = kept.map(({ row }) => row).join('\n');
    expect(text).toContain('Chrome');
    for (const secret of [token, cookie]) {
      expect(text).not.toContain(secret);
      expect(text).not.toContain(Buffer.from(secret, 'base64url').toString('hex'));
    }
  });

  test('unused for twelve hours is over; used within them it lives thirty days', async () => {
    const idle = await signIn();
    house.pass({ days: 0.5 });
    expect(await house.people.viewerOf(idle)).toBeNull();

    const used = await signIn();
    for (let half = 0; half < 74; half += 1) {
      house.pass({ days: 0.4 });
      expect(await house.people.viewerOf(used)).not.toBeNull();
    }
    house.pass({ days: 0.4 });
    expect(await house.people.viewerOf(used)).toBeNull();
  });

  test('notes its use once a minute', async () => {
    const cookie = await signIn();
    const { id } = await house.people.memberByCode('A');
    const began = house.now();
    house.pass(minutes(0.9));
    await house.people.viewerOf(cookie);
    expect((await house.people.sessionsOf(id))[0]!.lastUsedAt).toEqual(began);
    house.pass(minutes(0.1));
    await house.people.viewerOf(cookie);
    expect((await house.people.sessionsOf(id))[0]!.lastUsedAt).toEqual(house.now());
  });

  test('that is over is forgotten when its member signs in again', async () => {
    await signIn();
    house.pass({ days: 31 });
    await signIn();
    expect(await house.database.query('select id from console_session')).toHaveLength(1);
    expect(await house.database.query('select id from sign_in_link')).toHaveLength(1);
  });

  test('ends where the role ends', async () => {
    const cookie = await signIn();
    await house.status('A', 'suspended', '2026-11-01', '2026-11-02');
    expect(await house.people.viewerOf(cookie)).toBeNull();
  });

  test('is signed out by its member, and by nobody else', async () => {
    const [here, there] = [await signIn(), await signIn()];
    const { id } = await house.people.memberByCode('A');
    const other = (await house.people.memberByCode('V')).id;
    const { sessionId } = (await house.people.viewerOf(there))!;
    expect(await house.people.sessionsOf(id)).toHaveLength(2);
    expect(await house.people.endSession(other, sessionId)).toBe(false);
    expect(await house.people.viewerOf(there)).not.toBeNull();
    expect(await house.people.endSession(id, sessionId)).toBe(true);
    expect(await house.people.endSession(id, sessionId)).toBe(false);
    expect(await house.people.viewerOf(there)).toBeNull();
    expect(await house.people.viewerOf(here)).not.toBeNull();
    expect(await house.people.sessionsOf(id)).toMatchObject([{ device: 'Chrome · Windows' }]);
  });

  test('leaves its marks in the audit', async () => {
    const cookie = await signIn();
    const { id } = await house.people.memberByCode('A');
    await house.people.endSession(id, (await house.people.viewerOf(cookie))!.sessionId);
    const marks = await house.database.query<{ action: string; via: string }>(
      'select action, via from audit_entry where subject_id = $1 and actor_id = $1 order by id',
      [id],
    );
    expect(marks).toEqual([
      { action: 'sign-in.linked', via: 'chat' },
      { action: 'session.opened', via: 'console' },
      { action: 'session.ended', via: 'console' },
    ]);
  });
});
