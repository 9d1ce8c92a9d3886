import { canCarry, filled, render, type ChannelName, type Content, type Terms } from '../channels/index.ts';
import { outlook, type Route, type Shape, type Shortage } from '../delivery/index.ts';
import { audienceQuery, calendarDay } from '../people/index.ts';
import type { Actor } from '../platform/audit.ts';
import { firstLevel } from './cascade/level.ts';
import type { NewNotice } from './new-notice.ts';
import { whenToSend, type SendingParts } from './sending.ts';
import { contentOfUnsent } from './unsent.ts';

/** Whom a notice would reach if it went now. */
export interface AudiencePreview {
  recipients: number;
  /** By the channel on which each would be reached. */
  byChannel: Partial<Record<ChannelName, number>>;
  /** The same by the way each would go, and what that costs as far as providers' prices are known. */
  routes: Route[];
  /** Channels whose month would run out: the rest goes as the routes say. */
  shortages: Shortage[];
  /** They have a channel, and none on which they may be written to now. */
  withoutWay: number;
  /** Nobody reaches them but a person. */
  withoutChannel: { count: number; first: { code: string; fullName: string; unit: string }[] };
}

/** Whom a notice reaches how and for how much, before it is sent. */
export function audiencePreviews(parts: SendingParts) {
  const { database, people, clock, usage } = parts;

  /**
   * @param notice its text counts where it is long or has files: a message in three parts costs three
   * @throws {DomainError} `unit.unknown`, `may.not`
   */
  async function audiencePreview(
    by: Actor,
    notice: Pick<NewNotice, 'unit' | 'to' | 'cascade'> & Partial<NewNotice>,
  ): Promise<AudiencePreview> {
    const { to = 'members', cascade = false } = notice;
    const unit = await people.unitByCode(notice.unit);
    await people.requireMay(by, 'notice.send', unit.id);
    const now = clock();
    const today = calendarDay(now);
    const query = cascade ? firstLevel : audienceQuery[to];
    const isForGroups = to === 'members' && !cascade;
    const looked = await outlook(database, {
      audience: { query, values: [unit.id, today] },
      groupsOf: isForGroups ? { unitId: unit.id, today } : null,
      purpose: notice.kind ?? 'notice',
      shapes: await shapesOf(notice, unit.name),
      leftOf: usage.left,
      now,
    });
    const { routes, shortages, withoutWay, withoutChannel } = looked;
    const channels = [...parts.channels().keys()];
    const first =
      withoutChannel > 0
        ? await database.query<AudiencePreview['withoutChannel']['first'][number]>(
            firstWithoutChannel(query),
            [unit.id, today, channels],
          )
        : [];
    const reached = routes.reduce((sum, { count }) => sum + count, 0);
    return {
      recipients: reached + withoutWay + withoutChannel,
      byChannel: Object.fromEntries(
        Map.groupBy(routes, ({ channel }) => channel)
          .entries()
          .map(([channel, some]) => [channel, some.reduce((sum, { count }) => sum + count, 0)]),
      ),
      routes,
      shortages,
      withoutWay,
      withoutChannel: { count: withoutChannel, first },
    };
  }

  /** In which form each channel would carry it. Without a text: as one short message. */
  async function shapesOf(notice: Partial<NewNotice>, unit: string): Promise<Map<ChannelName, Shape>> {
    const { title, body } = notice;
    const written =
      title === undefined || body === undefined ? null : { from: '', ...notice, unit, title, body };
    const sendAt = whenToSend(parts, notice, 0);
    const content = written && (await contentOfUnsent(parts, written, { unit, sendAt }));
    return new Map(
      [...parts.channels()].map(([channel, { limits, terms }]) => {
        if (!content) return [channel, { parts: 1, terms }];
        const rendered = render(content, limits);
        const carried = canCarry(limits, rendered) ? rendered.length : null;
        return [channel, { parts: carried, terms: terms && fillable(terms, content) }];
      }),
    );
  }

  return { audiencePreview };
}

/** A template that this notice cannot fill is none for it. */
function fillable(terms: Terms, { fields }: Content): Terms {
  return {
    ...terms,
    templateFor(purpose) {
      const template = terms.templateFor(purpose);
      return template && filled(template, { ...fields, name: 'A' }) ? template : null;
    },
  };
}

const firstWithoutChannel = (audience: string) => `
  select member.code, member.full_name as "fullName", coalesce(unit.code, '') as unit
  from (${audience}) recipient join member on member.id = recipient.member_id
  left join lateral (
    select unit_id from membership home
    where home.member_id = member.id and home.from_on <= $2::date and (home.to_on is null or home.to_on > $2::date)
    order by home.kind, home.from_on desc limit 1) home on true
  left join unit on unit.id = home.unit_id
  where not exists (
    select from chat where chat.member_id = member.id and chat.state = 'active' and chat.channel = any ($3::channel[]))
  order by member.code limit 200`;
