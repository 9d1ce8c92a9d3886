import type { ChannelName } from '../channels/index.ts';
import type { Actor } from '../platform/audit.ts';
import { DomainError } from '../platform/errors.ts';
import type { DeliveryParts } from './delivery.ts';

export interface Drill {
  channel: ChannelName;
  state: 'blocked' | 'unblocked';
}

const setBlocked = `
  insert into channel_health (channel, state, blocked, changed_at) values ($1, 'closed', $2, $3)
  on conflict (channel) do update set blocked = excluded.blocked, probe_at = case when channel_health.state <> 'closed'
    then $3::timestamptz end
  where channel_health.blocked <> excluded.blocked
  returning channel`;

/** Drills: what happens when a channel falls silent, tried out on a running hub. */
export function drill({ database, audit, clock }: Pick<DeliveryParts, 'database' | 'audit' | 'clock'>) {
  /**
   * Makes a channel a black hole for all processes within a second, or ends that. The breaker is left to find out by
   * itself, in both directions, as it would in earnest. Saying what is so already changes nothing.
   *
   * @throws {DomainError} `may.not` for anybody but the operator
   */
  async function drillChannel(by: Actor, channel: ChannelName, state: Drill['state']): Promise<Drill> {
    if (by.memberId !== null) throw new DomainError('may.not', { status: 403 });
    const blocked = state === 'blocked';
    await database.transaction(async (sql) => {
      const changed = await sql.query(setBlocked, [channel, blocked, clock()]);
      if (changed.length === 0) return;
      const facts = { channel };
      if (blocked) await audit.record(by, { action: 'channel.blocked', facts }, sql);
      else await audit.record(by, { action: 'channel.unblocked', facts }, sql);
    });
    return { channel, state };
  }

  return { drillChannel };
}
