import type { StandInBrowser } from '../../bots/push/stand-in/index.ts';
import { withDatabase } from '../support/given.ts';
import type { Installation } from '../support/process.ts';

/** How many messages each page of our own chat shows. */
export async function onPages(house: Installation, addresses: readonly string[]): Promise<number[]> {
  const rows = await withDatabase(house, (database) =>
    database.query<{ count: number }>(
      `select count(m.id) as count
       from unnest($1::text[]) with ordinality as given (address, place)
       left join web_message m on m.address = given.address and m.direction = 'out'
       group by place order by place`,
      [addresses],
    ),
  );
  return rows.map(({ count }) => count);
}

/**
 * How often each was woken for the messages on their page; a message that went by the page alone, since nobody could be
 * woken, counts once.
 */
export async function alertsOrPages(
  house: Installation,
  people: readonly { address: string; browser: StandInBrowser }[],
): Promise<number[]> {
  const pages = await withDatabase(house, (database) =>
    database.query<{ messages: { id: string; byPage: boolean }[] }>(selectPages, [
      people.map(({ address }) => address),
    ]),
  );
  return people.map(({ browser }, index) => {
    const alerts = Map.groupBy(browser.alerts(), ({ tag }) => String(tag));
    const times = pages[index]!.messages.map(({ id, byPage }) =>
      Math.max(alerts.get(id)?.length ?? 0, Number(byPage)),
    );
    return times.reduce((sum, count) => sum + count, 0);
  });
}

const selectPages = `
  select coalesce(json_agg(json_build_object('id', m.id, 'byPage', delivery.channel = 'web'))
    filter (where m.id is not null), '[]') as messages
  from unnest($1::text[]) with ordinality as given (address, place)
  left join web_message m on m.address = given.address and m.direction = 'out'
  left join delivery on delivery.notice_id = split_part(m.key, ':', 1)::uuid
    and delivery.member_id = split_part(m.key, ':', 2)::uuid
  group by place order by place`;
