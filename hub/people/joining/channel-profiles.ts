import type { Channel } from '../../../prisma/generated/enums.ts';
import type { Actor, Audit } from '../../platform/audit.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/index.ts';
import { DomainError } from '../../platform/errors.ts';
import { calendarDay } from '../days.ts';
import type { Action } from '../may.ts';
import type { Unit } from '../units/units.ts';
import { arrangeChats, usualOrder } from './arranging.ts';

/** In which order a unit's members are reached, unless they chose themselves. */
export interface ChannelOrder {
  /** Every channel once, first tried first. */
  channels: Channel[];
  /** The unit whose order holds: this one or one above it; null: the usual order. */
  from: { code: string; name: string } | null;
}

/** Members in one statement: it is over before a broadcast notices. */
const membersAtOnce = 5_000;
const beforeAll = '00000000-0000-0000-0000-000000000000';
const subtreeLimitMs = 60_000;

export function channelProfiles({
  database,
  clock,
  audit,
  unitByCode,
  requireMay,
}: {
  database: Database;
  clock: Clock;
  audit: Audit;
  unitByCode: (code: string) => Promise<Unit>;
  requireMay: (by: Actor, action: Action, unitId: string) => Promise<void>;
}) {
  /** @throws {UnknownUnit | MayNot} */
  async function channelOrder(by: Actor, unitCode: string): Promise<ChannelOrder> {
    const { id } = await unitByCode(unitCode);
    await requireMay(by, 'unit.read', id);
    const [profile] = await database.query<{ channels: Channel[]; code: string; name: string }>(nearest, [
      id,
    ]);
    if (!profile) return { channels: [...usualOrder], from: null };
    const { channels, ...from } = profile;
    return { channels: completed(channels), from };
  }

  /**
   * From now on the unit and all below it without an order of their own are reached in this one.
   *
   * @param channels first tried first; those left out follow in the usual order
   * @throws {UnknownUnit | MayNot}
   * @throws {DomainError} `channels.order-wrong` for none, or one named twice
   */
  async function setChannelOrder(by: Actor, unitCode: string, channels: readonly Channel[]): Promise<void> {
    const unit = await unitByCode(unitCode);
    await requireMay(by, 'member.edit', unit.id);
    if (channels.length === 0 || new Set(channels).size < channels.length) {
      throw new DomainError('channels.order-wrong', { status: 422 });
    }
    const order = completed(channels);
    const now = clock();
    await database.transaction(async (sql) => {
      const changed = await sql.query(keepProfile, [unit.id, order, now, by.memberId]);
      if (changed.length === 0) return;
      await arrangeChats(sql, { unitId: unit.id }, calendarDay(now));
      const facts = { order: order.join(', ') };
      const deed = { action: 'unit.channels-ordered', unitId: unit.id, subjectId: unit.id, facts };
      await audit.record(by, deed, sql);
    }, subtreeLimitMs);
  }

  /** The unit goes by the order of the one above again. @throws {UnknownUnit | MayNot} */
  async function inheritChannelOrder(by: Actor, unitCode: string): Promise<void> {
    const unit = await unitByCode(unitCode);
    await requireMay(by, 'member.edit', unit.id);
    await database.transaction(async (sql) => {
      const forgotten = await sql.query('delete from channel_profile where unit_id = $1 returning unit_id', [
        unit.id,
      ]);
      if (forgotten.length === 0) return;
      await arrangeChats(sql, { unitId: unit.id }, calendarDay(clock()));
      const deed = { action: 'unit.channels-inherited', unitId: unit.id, subjectId: unit.id };
      await audit.record(by, deed, sql);
    }, subtreeLimitMs);
  }

  /**
   * Puts the chats in the order that holds for their members today: of these, or of everybody. For what changes
   * without a deed, such as a move whose day has come.
   */
  async function arrange(memberIds?: readonly string[]): Promise<void> {
    const today = calendarDay(clock());
    if (memberIds) return await arrangeChats(database, { members: memberIds }, today);
    for (let after = beforeAll; ;) {
      const [slice] = await database.query<{ upTo: string }>(nextSlice, [after, membersAtOnce]);
      if (!slice) return;
      await arrangeChats(database, { after, upTo: slice.upTo }, today);
      after = slice.upTo;
    }
  }

  return { channelOrder, setChannelOrder, inheritChannelOrder, arrange };
}

/** Also a channel that came to be after the order was kept has its place. */
function completed(channels: readonly Channel[]): Channel[] {
  return [...new Set([...channels, ...usualOrder])];
}

const nearest = `
  with recursive climbing (id, parent_id, height) as (
    select id, parent_id, 0 from unit where id = $1
    union all
    select above.id, above.parent_id, height + 1 from climbing join unit above on above.id = climbing.parent_id
  )
  select profile.channels::text[] as channels, unit.code, unit.name
  from climbing join channel_profile profile on profile.unit_id = climbing.id join unit on unit.id = climbing.id
  order by height limit 1`;

const keepProfile = `
  insert into channel_profile as kept (unit_id, channels, changed_at, changed_by) values ($1, $2::channel[], $3, $4)
  on conflict (unit_id) do update
    set channels = excluded.channels, changed_at = excluded.changed_at, changed_by = excluded.changed_by
  where kept.channels <> excluded.channels
  returning unit_id`;

const nextSlice = `
  select member_id as "upTo" from (
    select distinct member_id from chat where member_id > $1 and state <> 'ended' order by member_id limit $2
  ) slice order by member_id desc limit 1`;
