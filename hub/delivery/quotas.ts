import type { ChannelName, Terms, Usage } from '../channels/index.ts';
import type { Sql } from '../platform/database/index.ts';

export const quotaKinds = ['messages', 'money', 'people'] as const;

/** What a channel's terms limit: messages and đồng of this calendar month, and people who may be linked. */
export interface Quota {
  kind: (typeof quotaKinds)[number];
  used: number;
  of: number;
}

/** From this share on it is shown and told: there is still time to do something. */
const lowFrom = 0.8;

export function isLow({ used, of }: Quota): boolean {
  return used >= of * lowFrom;
}

function isLimit(most: number | null): most is number {
  return most !== null && most !== Infinity;
}

/** How much of each limit is used; nothing for a channel without limits. */
export async function quotasOf(
  { sql, usage }: { sql: Sql; usage: Usage },
  channel: ChannelName,
  { monthlyQuota, monthlyBudget, peopleQuota }: Terms,
): Promise<Quota[]> {
  const quotas: Quota[] = [];
  if (isLimit(monthlyQuota) || isLimit(monthlyBudget)) {
    const gone = await usage.ofMonth(channel);
    const sum = (of: 'count' | 'cost') => gone.reduce((total, row) => total + row[of], 0);
    if (isLimit(monthlyQuota)) quotas.push({ kind: 'messages', used: sum('count'), of: monthlyQuota });
    if (isLimit(monthlyBudget)) quotas.push({ kind: 'money', used: sum('cost'), of: monthlyBudget });
  }
  if (isLimit(peopleQuota)) {
    const [linked] = await sql.query<{ count: number }>(
      `select count(*) as count from chat where channel = $1 and state <> 'ended'`,
      [channel],
    );
    quotas.push({ kind: 'people', used: linked!.count, of: peopleQuota });
  }
  return quotas;
}
