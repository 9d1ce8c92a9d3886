import type { ChannelName } from '../../hub/channels/index.ts';
import { withDatabase } from '../support/given.ts';
import type { Installation } from '../support/process.ts';

/** A send that a worker holds: asked, or about to be. */
export interface HeldSend {
  /** Another each time the row is claimed. */
  claim: string;
  /** Of the member. */
  number: number;
}

/** What workers hold at this moment. */
export async function held(house: Installation): Promise<HeldSend[]> {
  return await withDatabase(house, (database) => database.query<HeldSend>(selectHeld));
}

/** What the ledger says of a notice to those who are linked on one channel. */
export interface Account {
  channel: ChannelName;
  recipients: number;
  /** Without an outcome yet. */
  waiting: number;
  /** Sends repeated after doubt. */
  ledgerDuplicates: number;
  /** Who got it on another channel, since this one did not answer. */
  elsewhere: number;
  /** Who is on the secretary's list instead, whatever came on the screen. */
  givenUp: number;
}

/** @param linked which channel who is on: `people` members each, in the order of their numbers */
export async function accounts(
  house: Installation,
  noticeId: string,
  linked: { channels: readonly ChannelName[]; people: number },
): Promise<Account[]> {
  return await withDatabase(house, (database) =>
    database.query<Account>(selectAccounts, [noticeId, linked.channels, linked.people]),
  );
}

const selectHeld = `
  select batch.id || ' ' || delivery.member_id as claim, substr(member.code, 2)::int as number
  from delivery join member on member.id = delivery.member_id
  join delivery_batch batch on batch.notice_id = delivery.notice_id and batch.channel = delivery.channel
    and case when cardinality(batch.members) = 0
      then delivery.member_id between batch.first_member and batch.last_member
      else delivery.member_id = any(batch.members) end
  where delivery.state = 'created' and delivery.next_at is null`;

const selectAccounts = `
  select linked.channel, count(delivery.state) as recipients, $3 - count(*) filter (where delivery.state <> 'created') as waiting,
    coalesce(sum(delivery.repeats), 0) as "ledgerDuplicates",
    count(*) filter (where delivery.state = 'handed_over' and delivery.channel <> linked.channel) as elsewhere,
    count(*) filter (where delivery.state not in ('created', 'handed_over')) as "givenUp"
  from unnest($2::channel[]) with ordinality as linked (channel, place)
  left join member on member.code like 'M%' and (substr(member.code, 2)::int - 1) / $3 = linked.place - 1
  left join delivery on delivery.notice_id = $1 and delivery.member_id = member.id
  group by linked.channel, linked.place order by linked.place`;
