import type { GroupInfo } from '../../hub/channels/index.ts';
import type { ZaloClient } from './client.ts';

/** As many as Zalo names at once; a group of the account's has a hundred at most, or a thousand on the largest plan. */
const namedAtOnce = 50;
const mostPages = 20;

interface Group {
  group_info?: { name?: string };
}
interface Members {
  members?: { user_id: string }[];
}

/** What Zalo says of a group of the account's; null where it does not say. */
export async function groupInfo(
  { call }: Pick<ZaloClient, 'call'>,
  group: string,
): Promise<GroupInfo | null> {
  const known = await call<Group>({ path: '/v3.0/oa/group/getgroup', query: { group_id: group } });
  if (known.kind !== 'ok') return null;
  const people: string[] = [];
  for (let page = 0; page < mostPages; page += 1) {
    const query = { group_id: group, offset: page * namedAtOnce, count: namedAtOnce };
    const answer = await call<Members>({ path: '/v3.0/oa/group/listmember', query });
    const named = answer.kind === 'ok' ? (answer.data.members ?? []) : [];
    people.push(...named.map(({ user_id: id }) => id));
    if (named.length < namedAtOnce) break;
  }
  return { name: known.data.group_info?.name ?? '', people };
}
