import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { TokenState } from '../../bots/zalo/token-keeper.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { testDatabase } from '../support/database.ts';
import { exchangePath, givenZalo } from './given.ts';

const hourMs = 3_600_000;

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => await database.close());

function tokenIn(state: TokenState): string {
  if (state.kind !== 'token') throw new Error(`no token: ${state.kind}`);
  return state.token.reveal();
}

/** Does Zalo take this token? */
async function works({ roots }: { roots: { apiRoot: string } }, token: string): Promise<boolean> {
  const answer = await fetch(`${roots.apiRoot}/v2.0/oa/getoa`, { headers: { access_token: token } });
  return ((await answer.json()) as { error: number }).error === 0;
}

describe('the token of the account', () => {
  test('is the one that was agreed to, until it is about to die; then there is another', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const { keeper } = zalo.process();
    const first = tokenIn(await keeper.current());
    zalo.standIn.advance(24 * hourMs);
    expect(tokenIn(await keeper.current())).toBe(first);
    zalo.standIn.advance(hourMs - 30_000);
    const second = tokenIn(await keeper.current());
    expect(second).not.toBe(first);
    expect(await works(zalo, second)).toBe(true);
    expect(await works(zalo, first)).toBe(false);
    expect(zalo.standIn.calls[exchangePath]).toBe(1);
  });

  test('is exchanged once for ten who met a dead one at the same time', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const { keeper } = zalo.process();
    const stale = await keeper.current();
    const generation = stale.kind === 'token' ? stale.generation : 0;
    const states = await Promise.all(Array.from({ length: 10 }, () => keeper.refresh(generation)));
    expect(new Set(states.map(tokenIn)).size).toBe(1);
    expect(zalo.standIn.calls[exchangePath]).toBe(1);
    expect(await works(zalo, tokenIn(states[0]!))).toBe(true);
  });

  test('is another for who met a dead one while somebody else was only reading it', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const { keeper } = zalo.process();
    const { generation } = (await zalo.logins.of('zalo'))!;
    const [reading, stale] = await Promise.all([keeper.current(), keeper.refresh(generation)]);
    expect(tokenIn(stale)).not.toBe(tokenIn(reading));
    expect(await works(zalo, tokenIn(stale))).toBe(true);
  });

  test('is exchanged once by five processes that need another at the same time', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const five = Array.from({ length: 5 }, () => zalo.process());
    await Promise.all(five.map(({ keeper }) => keeper.current()));
    zalo.standIn.fault({ path: exchangePath, kind: { delayMs: 300 } });
    zalo.standIn.advance(25 * hourMs);
    const states = await Promise.all(five.map(({ keeper }) => keeper.current()));
    expect(new Set(states.map(tokenIn)).size).toBe(1);
    expect(zalo.standIn.calls[exchangePath]).toBe(1);
    expect(five.flatMap(({ alerts, problems }) => [...alerts, ...problems])).toEqual([]);
  });

  test('that another process has exchanged meanwhile is read, not exchanged again', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const [one, other] = [zalo.process(), zalo.process()];
    const [before] = await Promise.all([one.keeper.current(), other.keeper.current()]);
    const fresh = tokenIn(await one.keeper.refresh(before.kind === 'token' ? before.generation : 0));
    expect(tokenIn(await other.keeper.current())).not.toBe(fresh);
    expect(tokenIn(await other.keeper.refresh(before.kind === 'token' ? before.generation : 0))).toBe(fresh);
    expect(zalo.standIn.calls[exchangePath]).toBe(1);
  });

  test('is not in the database for whoever can read only that', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const token = tokenIn(await zalo.process().keeper.current());
    const [row] = await database.query<Record<string, unknown>>('select * from channel_login');
    const kept = Object.values(row!).map((value) =>
      Buffer.isBuffer(value) ? value.toString('latin1') : String(value),
    );
    expect(kept.join('\n')).not.toContain(token);
  });

  test('is given to nobody before it is written down', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    let away = true;
    const tried: string[] = [];
    // A line to the database that is away whenever a new pair is to be written down.
    const sql: Database = {
      ...database,
      async query<Row>(text: string, values?: unknown[]) {
        if (away && text.includes('generation + 1')) {
          tried.push('write');
          throw Object.assign(new Error('connection terminated'), { code: 'ECONNRESET' });
        }
        return await database.query<Row>(text, values);
      },
    };
    const { keeper, problems } = zalo.process({ sql });
    zalo.standIn.advance(25 * hourMs);
    let given: TokenState | null = null;
    const asked = keeper.current().then((state) => (given = state));
    await vi.waitFor(() => expect(tried.length).toBeGreaterThan(1), 10_000);
    expect(given).toBeNull();
    away = false;
    expect(await works(zalo, tokenIn(await asked))).toBe(true);
    expect(zalo.standIn.calls[exchangePath]).toBe(1);
    expect(problems.length).toBe(tried.length);
  });
});

describe('an exchange without an answer', () => {
  test('that never reached Zalo changes nothing', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const { keeper, alerts } = zalo.process();
    zalo.standIn.advance(25 * hourMs);
    await zalo.standIn.close();
    expect(await keeper.current()).toEqual({ kind: 'no-answer', detail: 'ECONNREFUSED' });
    await zalo.standIn.listen();
    await sleep(5);
    expect(await works(zalo, tokenIn(await keeper.current()))).toBe(true);
    expect(alerts).toEqual([]);
  });

  test.each([{ hang: true }, { drop: true }, { garbage: true }, { status: 502 }] as const)(
    'that Zalo did not act on (%o) is made again',
    async (kind) => {
      const zalo = await givenZalo(database);
      await zalo.connected();
      const { keeper, alerts } = zalo.process();
      zalo.standIn.advance(25 * hourMs);
      zalo.standIn.fault({ path: exchangePath, kind });
      expect(await works(zalo, tokenIn(await keeper.current()))).toBe(true);
      expect(zalo.standIn.calls[exchangePath]).toBe(2);
      expect((await zalo.logins.of('zalo'))?.state).toBe('connected');
      expect(alerts).toEqual([]);
    },
  );

  test('however long the line is down, the login stays', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const { keeper, alerts } = zalo.process();
    zalo.standIn.advance(25 * hourMs);
    zalo.standIn.fault({ path: exchangePath, kind: { drop: true }, times: 6 });
    for (let tries = 0; tries < 3; tries += 1) {
      expect((await keeper.current()).kind).toBe('no-answer');
      await sleep(5);
    }
    for (let tries = 0; (await keeper.current()).kind !== 'token' && tries < 10; tries += 1) await sleep(5);
    expect(await works(zalo, tokenIn(await keeper.current()))).toBe(true);
    expect(alerts).toEqual([]);
  });

  test('that Zalo did act on is asked for once more, and then a person is needed', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const { keeper, alerts } = zalo.process();
    zalo.standIn.advance(25 * hourMs);
    zalo.standIn.fault({ path: exchangePath, kind: { drop: true, deliver: true } });
    expect(await keeper.current()).toEqual({ kind: 'needs-login' });
    expect(zalo.standIn.calls[exchangePath]).toBe(2);
    expect(alerts).toEqual(['answer-lost']);
    expect(await zalo.logins.of('zalo')).toMatchObject({
      state: 'needs_reauthorisation',
      problem: 'answer-lost',
      access: null,
    });
  });

  test('in a process that was killed meanwhile is found by the next one, when the lease is out', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const leaseMs = 700;
    zalo.standIn.advance(25 * hourMs);
    // The killed process: it has begun, Zalo has changed the tokens, and nothing is written down.
    const login = await zalo.logins.of('zalo');
    const claim = await zalo.logins.claim('zalo', login!.generation, leaseMs);
    const killed = zalo.process();
    expect((await killed.oauth.byRefreshToken(claim!.refresh)).kind).toBe('pair');

    const [one, other] = [zalo.process({ leaseMs: 10_000 }), zalo.process({ leaseMs: 10_000 })];
    const states = await Promise.all([one.keeper.current(), other.keeper.current()]);
    expect(states).toEqual([{ kind: 'needs-login' }, { kind: 'needs-login' }]);
    expect(zalo.standIn.calls[exchangePath]).toBe(2);
    expect([...one.alerts, ...other.alerts]).toEqual(['answer-lost']);
  });

  test('in a process that was killed before Zalo heard of it costs nothing but the lease', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    zalo.standIn.advance(25 * hourMs);
    const login = await zalo.logins.of('zalo');
    await zalo.logins.claim('zalo', login!.generation, 300);
    const { keeper, alerts } = zalo.process({ leaseMs: 10_000 });
    expect(await works(zalo, tokenIn(await keeper.current()))).toBe(true);
    expect(alerts).toEqual([]);
  });
});

test('twenty changes with three processes racing and a bad line lose nothing', async () => {
  const zalo = await givenZalo(database);
  await zalo.connected();
  const three = Array.from({ length: 3 }, () => zalo.process());
  const faults = [null, { drop: true }, { garbage: true }, { status: 503 }, { delayMs: 20 }] as const;
  for (let round = 0; round < 20; round += 1) {
    zalo.standIn.advance(25 * hourMs);
    const kind = faults[round % faults.length];
    if (kind) zalo.standIn.fault({ path: exchangePath, kind });
    const states = await Promise.all(three.map(({ keeper }) => keeper.current()));
    expect(new Set(states.map(tokenIn)).size).toBe(1);
    expect(await works(zalo, tokenIn(states[0]!))).toBe(true);
  }
  // Each pair was asked for once, and once more where the first question had no answer.
  expect(zalo.standIn.tokensGiven).toBe(21);
  expect(zalo.standIn.calls[exchangePath]).toBe(20 + 12);
  expect(three.flatMap(({ alerts, problems }) => [...alerts, ...problems])).toEqual([]);
});

describe('a refusal', () => {
  test.each([
    ['is used up or too old', { error: -14020 }, 'refresh-token-used-or-expired'],
    ['is none', { error: -14014 }, 'refresh-token-invalid'],
    ['belongs to an app with another secret', { error: -14004 }, 'app-secret'],
    ['is answered with empty tokens', { emptyTokens: true }, 'empty-tokens'],
  ] as const)('because the refresh token %s needs a person', async (_, kind, problem) => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const { keeper, alerts } = zalo.process();
    zalo.standIn.advance(25 * hourMs);
    zalo.standIn.fault({ path: exchangePath, kind });
    expect(await keeper.current()).toEqual({ kind: 'needs-login' });
    expect(await keeper.current()).toEqual({ kind: 'needs-login' });
    expect(zalo.standIn.calls[exchangePath]).toBe(1);
    expect(alerts).toEqual([problem]);
    expect((await zalo.logins.of('zalo'))?.problem).toBe(problem);
  });

  test('ends when somebody agrees again, for every process', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const [one, other] = [zalo.process(), zalo.process()];
    const held = await other.keeper.current();
    zalo.standIn.revokeTokens();
    zalo.standIn.advance(25 * hourMs);
    expect(await one.keeper.current()).toEqual({ kind: 'needs-login' });
    expect(await other.keeper.refresh(held.kind === 'token' ? held.generation : 0)).toEqual({
      kind: 'needs-login',
    });
    await zalo.connected();
    for (const { keeper } of [one, other])
      expect(await works(zalo, tokenIn(await keeper.current()))).toBe(true);
  });
});

describe('keeping it fresh', () => {
  /** Runs the leading process until `done` holds. */
  async function lead(
    keeper: { keepFresh(signal: AbortSignal): Promise<void> },
    done: () => Promise<boolean>,
  ) {
    const stop = new AbortController();
    const running = keeper.keepFresh(stop.signal);
    await vi.waitFor(async () => expect(await done()).toBe(true), 10_000);
    stop.abort();
    await running;
  }

  test('changes it with less than two hours left, and not before', async () => {
    const zalo = await givenZalo(database);
    await zalo.connected();
    const { keeper } = zalo.process();
    zalo.standIn.advance(22.9 * hourMs);
    await lead(keeper, async () => true);
    expect(zalo.standIn.calls[exchangePath]).toBeUndefined();
    zalo.standIn.advance(0.2 * hourMs);
    await lead(keeper, async () => (await zalo.logins.of('zalo'))?.generation === 2);
    expect(zalo.standIn.calls[exchangePath]).toBe(1);
  });

  test('begins with the refresh token of the environment, and uses it once', async () => {
    const zalo = await givenZalo(database);
    const { refresh_token: configured } = zalo.standIn.tokensByHand();
    const { keeper, alerts } = zalo.process({ configured });
    expect(await keeper.current()).toEqual({ kind: 'needs-login' });
    await lead(keeper, async () => (await keeper.current()).kind === 'token');
    expect(await works(zalo, tokenIn(await keeper.current()))).toBe(true);
    const restarted = zalo.process({ configured });
    await lead(restarted.keeper, async () => true);
    expect(zalo.standIn.calls[exchangePath]).toBe(1);
    expect(alerts).toEqual([]);
  });

  test('says so once when the refresh token of the environment is none, and does not try it at every start', async () => {
    const zalo = await givenZalo(database);
    const first = zalo.process({ configured: 'refresh-of-yesterday' });
    await lead(first.keeper, async () => (await zalo.logins.of('zalo'))?.state === 'needs_reauthorisation');
    const restarted = zalo.process({ configured: 'refresh-of-yesterday' });
    await lead(restarted.keeper, async () => true);
    expect(zalo.standIn.calls[exchangePath]).toBe(1);
    expect([...first.alerts, ...restarted.alerts]).toEqual(['refresh-token-used-or-expired']);
    const { refresh_token: configured } = zalo.standIn.tokensByHand();
    zalo.standIn.fault({ path: exchangePath, kind: { error: -14004 } });
    const misconfigured = zalo.process({ configured });
    await lead(misconfigured.keeper, async () => true);
    expect((await misconfigured.keeper.current()).kind).toBe('needs-login');
    // The token was not to blame: it is tried again at the next start.
    const mended = zalo.process({ configured });
    await lead(mended.keeper, async () => (await mended.keeper.current()).kind === 'token');
  });
});
