import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/index.ts';
import type { ChannelName } from './channel.ts';

/** How people find us on each channel, as the provider last told us; for links in invitations. */
export interface Accounts {
  remember(channel: ChannelName, name: string): Promise<void>;
  names(): Promise<Partial<Record<ChannelName, string>>>;
}

export function openAccounts({ database, clock }: { database: Database; clock: Clock }): Accounts {
  return {
    async remember(channel, name) {
      const account = { name, checkedAt: clock() };
      await (
        await database.prisma()
      ).channelAccount.upsert({
        where: { channel },
        create: { channel, ...account },
        update: account,
      });
    },
    async names() {
      const accounts = await (await database.prisma()).channelAccount.findMany();
      return Object.fromEntries(accounts.map(({ channel, name }) => [channel, name]));
    },
  };
}
