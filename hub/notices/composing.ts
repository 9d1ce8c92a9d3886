import type { Actor } from '../platform/audit.ts';
import { newId } from '../platform/ids.ts';
import { render, type ChannelName, type TextToSend } from '../channels/index.ts';
import { audienceQuery, calendarDay } from '../people/index.ts';
import { NoUnitsBelow } from './cascade/errors.ts';
import { firstLevel, passOnBy, passOnDays, unitsRightBelow } from './cascade/level.ts';
import { chaseSteps, type PlannedStep } from './chasing/policy.ts';
import { contentFrom } from './content.ts';
import { refuseClassified } from './gate.ts';
import { normalized, type NewNotice } from './new-notice.ts';
import { whenToSend, type SendingParts } from './sending.ts';
import { inTreeOrder, unitsInTree, type UnitInTree } from './tree-order.ts';

/** Whom a notice would reach if it went now. */
export interface AudiencePreview {
  recipients: number;
  /** By the first channel on which each can be reached. */
  byChannel: Partial<Record<ChannelName, number>>;
  /** Nobody reaches them but a person. */
  withoutChannel: { count: number; first: { code: string; fullName: string; unit: string }[] };
}

/** What a notice will look like, and when it goes. Nothing of it is kept. */
export interface NoticePreview {
  title: string;
  /** By its name and its code. */
  unit: { unit: string; code: string };
  /** When it goes: later than asked where quiet hours are in between. */
  sendAt: Date;
  movedByQuietHours: boolean;
  /** What will be done about those who stay silent. */
  chase: PlannedStep[];
  channels: { channel: ChannelName; parts: PreviewPart[] }[];
}

export type PreviewPart = TextToSend | { kind: 'file'; name: string };

/** What somebody sees before a notice is sent. */
export function composing(parts: SendingParts) {
  const { database, people, clock } = parts;

  /** The units somebody may send to, in the order of the tree; `depth` counts from the highest of them. */
  async function addressable(by: Actor): Promise<{ code: string; name: string; depth: number }[]> {
    const ids = [...(await people.unitsWithin(by, 'notice.send'))];
    const units = (await database.query<UnitInTree>(unitsInTree, [ids])).toSorted(inTreeOrder);
    const highest = Math.min(...units.map(({ path }) => path.length));
    return units.map(({ code, name, path }) => ({ code, name, depth: path.length - highest }));
  }

  /** @throws {DomainError} `unit.unknown`, `may.not` */
  async function audiencePreview(
    by: Actor,
    { unit: code, to = 'members', cascade }: Pick<NewNotice, 'unit' | 'to' | 'cascade'>,
  ): Promise<AudiencePreview> {
    const unit = await people.unitByCode(code);
    await people.requireMay(by, 'notice.send', unit.id);
    const audience = cascade ? firstLevel : audienceQuery[to];
    const values = [unit.id, calendarDay(clock()), [...parts.channels().keys()]];
    const counts = await database.query<{ channel: ChannelName | null; count: number }>(
      `${reachable(audience)} select channel, count(*) as count from reachable group by channel`,
      values,
    );
    const first = await database.query<AudiencePreview['withoutChannel']['first'][number]>(
      `${reachable(audience)} ${firstWithoutChannel}`,
      values,
    );
    return {
      recipients: counts.reduce((sum, { count }) => sum + count, 0),
      byChannel: Object.fromEntries(
        counts.flatMap(({ channel, count }) => (channel ? [[channel, count]] : [])),
      ),
      withoutChannel: { count: counts.find(({ channel }) => !channel)?.count ?? 0, first },
    };
  }

  /**
   * The notice as its sender would receive it on each channel, after every check that sending makes.
   *
   * @throws {DomainError} `notice.invalid`, `notice.classified`, `cascade.no-units`, `may.not`, `unit.unknown`,
   *   `member.unknown`
   */
  async function preview(by: Actor, given: NewNotice): Promise<NoticePreview> {
    const notice = normalized(given);
    await refuseClassified(notice);
    const unit = await people.unitByCode(notice.unit);
    await people.requireMay(by, 'notice.send', unit.id);
    const now = clock();
    if (notice.cascade && (await unitsRightBelow(database, unit.id, now)).length === 0)
      throw new NoUnitsBelow(notice.unit);
    const sendAt = whenToSend(parts, notice, 0);
    const reader = await people.memberByCode(notice.from);
    const files = (notice.attachments ?? []).map(({ name, mediaType, content }) => ({
      id: newId(),
      name,
      mediaType,
      bytes: content.length,
      uploadedAs: null,
      content: async () => content,
    }));
    const said = {
      id: newId(),
      kind: notice.kind ?? 'notice',
      title: notice.title,
      body: notice.body,
      number: notice.number ?? null,
      issuedOn: notice.issuedOn ?? null,
      wantsAck: notice.wantsAck ?? false,
      dueAt: notice.dueAt ?? null,
      remindsId: null,
      unit: unit.name,
      passOnBy: notice.cascade ? passOnBy(sendAt, await passOnDays(people, now), notice.dueAt ?? null) : null,
    };
    // What members read is in Vietnamese, also when the console speaks another language.
    const content = contentFrom(said, parts.locales('vi'), files);
    const wanted = notice.sendAt && notice.sendAt > now ? notice.sendAt : now;
    return {
      title: notice.title,
      unit: { unit: unit.name, code: unit.code },
      sendAt,
      movedByQuietHours: sendAt.getTime() !== wanted.getTime(),
      chase: chaseSteps(notice, sendAt),
      channels: [...parts.channels()].map(([channel, { limits }]) => ({
        channel,
        parts: render(content, limits).map((part) =>
          part.kind === 'file' ? { kind: 'file', name: part.file.name } : part.fill(reader.fullName),
        ),
      })),
    };
  }

  return { addressable, audiencePreview, preview };
}

/** As the delivery engine will choose, should nothing change until then. `$3`: the channels that are on. */
const reachable = (audience: string) => `
  with recipient as (${audience}), reachable as (
    select recipient.member_id, best.channel from recipient left join (
      select distinct on (member_id) member_id, channel from chat
      where state = 'active' and channel = any ($3::channel[])
      order by member_id, preference, linked_at
    ) best using (member_id)
  )`;

const firstWithoutChannel = `
  select member.code, member.full_name as "fullName", coalesce(unit.code, '') as unit
  from reachable join member on member.id = reachable.member_id
  left join lateral (
    select unit_id from membership home
    where home.member_id = member.id and home.from_on <= $2::date and (home.to_on is null or home.to_on > $2::date)
    order by home.kind, home.from_on desc limit 1) home on true
  left join unit on unit.id = home.unit_id
  where reachable.channel is null order by member.code limit 200`;
