import type { PersonalData } from '../people/index.ts';
import { archivedProofs } from './archive.ts';
import { isBeingPosted } from './group-rows.ts';
import { isHeld } from './held.ts';
import { status } from './ledger.ts';

/** What came to a person. Erased, the ledger still adds up: its rows stay, without anything of the person. */
export const deliveryData: PersonalData = {
  async tell(sql, { memberId }, reader) {
    const [notices, older] = [
      await sql.query(received, [memberId, reader]),
      await sql.query(acknowledgedBefore, [memberId]),
    ];
    return { notices, olderAcknowledgements: older };
  },

  /**
   * In the order in which the engine takes its locks: slices, dispatches, rows. So a claim under way is waited
   * for and seen, and what it holds is `failed`: it is being asked and may arrive, which "cancelled" would deny.
   * An outcome that comes later finds the row closed and writes nothing down.
   */
  async erase(sql, { memberId }) {
    await sql.query(lockSlices, [memberId]);
    await sql.query(closeBeforeTheirTime, [memberId]);
    await sql.query(lockDispatches, [memberId]);
    const cancelled = await sql.query(closeWaiting, [memberId]);
    const wiped = await sql.query(wipe, [memberId]);
    await sql.query('delete from sent_message where member_id = $1', [memberId]);
    return { cancelled: cancelled.length, deliveries: wiped.length };
  },
};

/** What was said to one person alone, such as a reminder of an answer, would tell an office who was silent. */
const received = `
  select notice.title, notice.number, unit.name as unit, delivery.channel, ${status} as status,
    delivery.handed_over_at as "handedOverAt", delivery.delivered_at as "deliveredAt",
    delivery.seen_at as "seenAt", delivery.acknowledged_at as "acknowledgedAt",
    delivery.told_by is not null as "inPerson", delivery.reason
  from notice join delivery on delivery.notice_id = notice.id and delivery.member_id = $1
  join unit on unit.id = notice.unit_id
  where $2::text = 'member' or notice.kind <> 'digest'
  order by notice.id`;

/** Of what was compacted the proof of an acknowledgement is left, and nothing else of a person. */
const acknowledgedBefore = `
  select notice.title, notice.number, unit.name as unit, proof.acknowledged_at as "acknowledgedAt",
    proof.told_by is not null as "inPerson"
  from ${archivedProofs} join notice on notice.id = archive.notice_id join unit on unit.id = notice.unit_id
  where $1 = any (archive.members) and proof.member_id = $1
  order by notice.id`;

const lockSlices = 'select from audience_slice where $1 = any(members) order by notice_id, number for update';

// A recipient stays one of those the notice was accepted for: the row is made now, and expanding finds it there.
const closeBeforeTheirTime = `
  insert into delivery (notice_id, member_id, unit_id, state, reason)
  select slice.notice_id, $1, coalesce(home.unit_id, slice.sender_unit_id), 'cancelled', 'erased'
  from audience_slice slice
  left join membership home on home.member_id = $1 and home.kind = 'home' and home.to_on is null
  where $1 = any(slice.members)
  on conflict do nothing`;

const lockDispatches = `
  select from dispatch where exists (
    select from delivery where delivery.notice_id = dispatch.notice_id and delivery.member_id = $1
      and delivery.state = 'created')
  order by notice_id, channel for update`;

const closeWaiting = `
  update delivery set next_at = null, reason = 'erased',
    state = case when in_doubt or ${isHeld} or ${isBeingPosted} then 'failed' else 'cancelled' end::delivery_state
  from notice
  where delivery.notice_id = notice.id and delivery.member_id = $1 and delivery.state = 'created'
  returning delivery.notice_id`;

const wipe = `
  update delivery set provider_id = null, reason = case when reason = 'erased' then reason end
  from notice
  where delivery.notice_id = notice.id and delivery.member_id = $1
  returning delivery.notice_id`;
