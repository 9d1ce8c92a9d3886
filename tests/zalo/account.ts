import { zaloOfficialAccount, type ZaloOfficialAccount } from '../../bots/zalo/index.ts';
import type { OfficialAccountOptions } from '../../bots/zalo/official-account.ts';
import { zaloStandIn, type StandInOptions, type ZaloStandIn } from '../../bots/zalo/stand-in/index.ts';
import { openLogins } from '../../hub/channels/index.ts';
import type { Database } from '../../hub/platform/database/index.ts';
import { keysFrom } from '../../hub/platform/keys.ts';
import { Secret } from '../../hub/platform/secret.ts';

export interface OpenAccount {
  standIn: ZaloStandIn;
  account: ZaloOfficialAccount;
  /** The same account, as another process has it. */
  open(): ZaloOfficialAccount;
  /** The tokens of the pair that the account began with. */
  tokens: readonly string[];
  problems: unknown[];
  close(): Promise<void>;
}

/** An Official Account of a stand-in's, logged in, over a database that others may have used. */
export async function openAccount(
  database: Database,
  {
    standIn: standInOptions = {},
    ...options
  }: Partial<OfficialAccountOptions> & { standIn?: StandInOptions } = {},
): Promise<OpenAccount> {
  const standIn = zaloStandIn(standInOptions);
  const { apiRoot, businessRoot, oauthRoot } = await standIn.listen();
  const clock = options.clock ?? (() => new Date());
  const logins = openLogins({ database, keys: keysFrom(Buffer.alloc(32, 7)), clock });
  const { access_token: access, refresh_token: refresh } = standIn.tokensByHand();
  await logins.begin('zalo', {
    access: new Secret(access),
    refresh: new Secret(refresh),
    accessLivesMs: 90_000_000,
    refreshLivesMs: 90 * 86_400_000,
  });
  const problems: unknown[] = [];
  const accounts: ZaloOfficialAccount[] = [];
  function open(): ZaloOfficialAccount {
    const account = zaloOfficialAccount({
      apiRoot,
      businessRoot,
      oauthRoot,
      appId: standIn.app.id,
      appSecret: new Secret(standIn.app.secret),
      accountSecret: new Secret(standIn.oaSecret),
      logins,
      refreshToken: undefined,
      signCalls: false,
      templates: {},
      messagePrice: 55,
      monthlyBudget: Infinity,
      buttons: true,
      clock,
      take: async () => {},
      report: async () => {},
      echoed: () => {},
      groupChanged: async () => {},
      skipped: () => {},
      pause: () => {},
      onNeedsLogin: () => {},
      onAccountFault: () => {},
      onTemplateProblem: () => {},
      onButtonsRefused: () => {},
      onProblem: (error) => problems.push(error),
      ...options,
    });
    accounts.push(account);
    return account;
  }
  return {
    standIn,
    account: open(),
    open,
    tokens: [access, refresh],
    problems,
    async close() {
      for (const account of accounts) await account.close();
      await standIn.close();
    },
  };
}

/** Resolves when the account knows which approved texts it has. */
export async function knowTemplates({ keepTemplates, templatesKnown }: ZaloOfficialAccount): Promise<void> {
  const stop = new AbortController();
  const keeping = keepTemplates(stop.signal);
  await templatesKnown;
  stop.abort();
  await keeping;
}
