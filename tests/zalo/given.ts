import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { zaloClient } from '../../bots/zalo/client.ts';
import { zaloOAuth } from '../../bots/zalo/oauth.ts';
import { zaloStandIn, type StandInOptions } from '../../bots/zalo/stand-in/index.ts';
import { tokenKeeper } from '../../bots/zalo/token-keeper.ts';
import { openLogins } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { Secret } from '../../hub/platform/secret.ts';

/** How long the tests wait for an answer of Zalo's, in milliseconds. */
export const timeoutMs = 1_000;

/**
 * Zalo, and as many processes as a test likes that share one database and one Zalo account. Nobody is logged in yet.
 */
export async function givenZalo(database: Database, options: StandInOptions = {}) {
  const startedAt = new Date('2026-11-24T05:00:00Z');
  const standIn = zaloStandIn({ clock: () => startedAt, perMinute: Infinity, ...options });
  const roots = await standIn.listen();
  onTestFinished(() => standIn.close());
  await database.query('delete from channel_login');
  const keys = keysFrom(randomBytes(32));
  const clock = standIn.now;
  const logins = openLogins({ database, keys, clock });

  /** A process of the hub, as far as it speaks to Zalo. */
  function process(more: { configured?: string; leaseMs?: number; sql?: Database } = {}) {
    const { configured, leaseMs = 30_000, sql = database } = more;
    const problems: unknown[] = [];
    const alerts: string[] = [];
    const oauth = zaloOAuth({
      root: roots.oauthRoot,
      appId: standIn.app.id,
      appSecret: new Secret(standIn.app.secret),
      timeoutMs,
    });
    const keeper = tokenKeeper({
      logins: openLogins({ database: sql, keys, clock }),
      provider: oauth,
      clock,
      configured: configured === undefined ? undefined : new Secret(configured),
      onNeedsLogin: (problem) => alerts.push(problem),
      onProblem: (error) => problems.push(error),
      leaseMs,
      pauseMs: 1,
    });
    const client = zaloClient({ ...roots, tokens: keeper, timeoutMs });
    const close = async () => {
      await keeper.close();
      await Promise.all([client.close(), oauth.close()]);
    };
    onTestFinished(close);
    return { keeper, client, oauth, alerts, problems, close };
  }

  /** Somebody has agreed: the first pair is there. */
  async function connected(): Promise<void> {
    const { access_token: access, refresh_token: refresh } = standIn.tokensByHand();
    await logins.begin('zalo', {
      access: new Secret(access),
      refresh: new Secret(refresh),
      accessLivesMs: 90_000_000,
      refreshLivesMs: 90 * 86_400_000,
    });
  }

  return { standIn, roots, logins, keys, clock, process, connected };
}

export const exchangePath = '/v4/oa/access_token';
