import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../hub/platform/database/index.ts';
import { keptSecret } from '../../hub/platform/kept-secrets.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { testDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const keys = keysFrom(Buffer.alloc(32, 7));
const parts = () => ({ sql: database, keys, clock: () => new Date() });
const drawn = () => randomBytes(24).toString('base64url');

test('of many processes that begin at once all have the same, and so have those that come later', async () => {
  const first = await Promise.all(Array.from({ length: 8 }, () => keptSecret(parts(), 'vapid', drawn)));
  const later = await keptSecret(parts(), 'vapid', () => {
    throw new Error('it is there already');
  });
  expect(new Set([...first, later].map((secret) => secret.reveal())).size).toBe(1);
});

test('each name has its own', async () => {
  const [one, other] = [await keptSecret(parts(), 'one', drawn), await keptSecret(parts(), 'other', drawn)];
  expect(one.reveal()).not.toBe(other.reveal());
});

test('it can be read neither in the database nor in a log, nor under another name', async () => {
  const secret = await keptSecret(parts(), 'quiet', drawn);
  const [row] = await database.query<{ value: Buffer }>(`select value from kept_secret where name = 'quiet'`);
  expect(row!.value.includes(secret.reveal())).toBe(false);
  expect(inspect(secret) + JSON.stringify(secret)).not.toContain(secret.reveal());
  await database.query(`update kept_secret set name = 'moved' where name = 'quiet'`);
  await expect(keptSecret(parts(), 'moved', drawn)).rejects.toThrow();
});
