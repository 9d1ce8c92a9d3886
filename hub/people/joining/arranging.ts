import type { Channel } from '../../../prisma/generated/enums.ts';
import type { Sql } from '../../platform/database/index.ts';
import { inForce, subtreeQuery } from '../in-force.ts';

/**
 * In which order people in Vietnam are reached where nothing else was said: where they chat, then what wakes the
 * phone and the page behind it, then letters; Telegram is only partly reachable there (channels.md).
 */
export const usualOrder: readonly Channel[] = ['zalo', 'zalo_bot', 'push', 'web', 'email', 'telegram'];

/** Whose chats are put in order: these members, a unit with all below it, or a range of member ids. */
type Whose = { members: readonly string[] } | { unitId: string } | { after: string; upTo: string };

/**
 * Puts the chats of whoever has not chosen an order in that of the nearest profile at or above the own unit. What
 * stands right already is not touched. Readers of `chat.preference` need to know nothing of profiles.
 *
 * @param today such as `2026-11-24`: where members belong may change with a day
 */
export async function arrangeChats(sql: Sql, whose: Whose, today: string): Promise<void> {
  if ('members' in whose) await sql.query(arrange(named), [whose.members, today, usualOrder]);
  else if ('unitId' in whose) await sql.query(arrange(within), [whose.unitId, today, usualOrder]);
  else await sql.query(arrange(ranged), [whose.after, today, usualOrder, whose.upTo]);
}

const named = 'select unnest($1::uuid[])';

const within = `
  select distinct m.member_id from membership m
  where m.unit_id in (${subtreeQuery}) and ${inForce('m', '$2::date')}`;

const ranged = `
  select distinct member_id from chat where member_id > $1 and member_id <= $4 and state <> 'ended'`;

// Locked in the order of ids, so that two who arrange the same chats take turns; whoever has chosen meanwhile is
// left alone.
const arrange = (concerned: string) => `
  with recursive concerned (member_id) as (${concerned}),
  home as (
    select distinct on (member_id) member_id, m.unit_id from membership m join concerned using (member_id)
    where ${inForce('m', '$2::date')} order by member_id, m.kind, m.from_on desc
  ), climbing (unit_id, parent_id, channels) as (
    select unit.id, unit.parent_id, profile.channels
    from (select distinct unit_id from home) home join unit on unit.id = home.unit_id
    left join channel_profile profile on profile.unit_id = unit.id
    union all
    select climbing.unit_id, above.parent_id, profile.channels
    from climbing join unit above on above.id = climbing.parent_id
    left join channel_profile profile on profile.unit_id = above.id
    where climbing.channels is null
  ), profiled as (
    select unit_id, channels from climbing where channels is not null
  ), placed as (
    select chat.id, bool_or(chat.chosen) over (partition by member_id) as chosen,
      row_number() over (partition by member_id
        order by array_position(coalesce(profiled.channels, $3::channel[]), chat.channel), chat.linked_at, chat.id
      )::int - 1 as place
    from chat join concerned using (member_id) left join home using (member_id) left join profiled using (unit_id)
    where chat.state <> 'ended'
  ), misplaced as (
    select chat.id, placed.place from placed join chat using (id)
    where not placed.chosen and not chat.chosen and chat.preference <> placed.place
    order by chat.id for no key update of chat
  )
  update chat set preference = misplaced.place from misplaced where chat.id = misplaced.id`;
