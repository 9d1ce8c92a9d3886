import type {
  AccountFault,
  Channel,
  LoginProvider,
  Logins,
  ProviderAccount,
  Purpose,
  Terms,
} from '../../hub/channels/index.ts';
import type { Secret } from '../../hub/platform/secret.ts';
import { keepAccountKnown } from './account.ts';
import { zaloChannel } from './channel.ts';
import { zaloClient, type ZaloClient } from './client.ts';
import { zaloFiles } from './files.ts';
import { hearing, type HearingOptions } from './hearing.ts';
import { zaloOAuth } from './oauth.ts';
import { untilNextMinute } from './outcomes.ts';
import { approvedTemplates, type TemplateProblem } from './templates.ts';
import { tokenKeeper, type TokenKeeper } from './token-keeper.ts';
import type { Posted } from './webhook.ts';

export interface ZaloOfficialAccount {
  channel: Channel;
  client: ZaloClient;
  /** The door at which somebody lets us speak for the account. */
  provider: LoginProvider;
  tokens: TokenKeeper;
  /** Keeps in mind what Zalo says of the account, and hands it on, until the signal aborts. For one process at a time. */
  keepAccountKnown(
    onAccount: (account: ProviderAccount) => Promise<void>,
    signal: AbortSignal,
  ): Promise<void>;
  /** Takes one posted event; see {@link hearing}. */
  takeWebhook(posted: Posted): Promise<void>;
  /** Learns which approved texts there are, and keeps that fresh until the signal aborts. */
  keepTemplates(signal: AbortSignal): Promise<void>;
  /** Resolves when Zalo was asked about the approved texts once. */
  templatesKnown: Promise<void>;
  close(): Promise<void>;
}

export interface OfficialAccountOptions extends Omit<HearingOptions, 'accountId'> {
  apiRoot: string;
  businessRoot: string;
  oauthRoot: string;
  appSecret: Secret;
  logins: Logins;
  /** The refresh token to begin with. */
  refreshToken: Secret | undefined;
  /** Where the challenge of consents is saved with the app. */
  pkceVerifier?: Secret | undefined;
  /** Calls carry a signature of the app's. */
  signCalls: boolean;
  /** Texts that Zalo has approved, by what a message is about. */
  templates: Partial<Record<Purpose, string>>;
  /** What a message costs after two days of silence, in đồng. */
  messagePrice: number;
  /** In đồng; Infinity: no end. */
  monthlyBudget: number;
  buttons: boolean;
  /** Zalo is about to refuse further calls in this minute: nothing should go for so long. */
  pause(waitMs: number): void;
  onNeedsLogin(problem: string): void;
  /** Something will not work with the account as it is. */
  onAccountFault(fault: AccountFault): void;
  onTemplateProblem(problem: TemplateProblem): void;
  onButtonsRefused(): void;
  /** How long an answer is awaited before it is in doubt; default 10,000. */
  timeoutMs?: number;
}

const hourMs = 3_600_000;
/** @source channels.md 1.4 */
const freeMs = 48 * hourMs;
const paidMs = 7 * 24 * hourMs;
/** Below this share of a minute's calls somebody else is using them up: the rest is left. */
const lastShare = 0.05;

/** Everything there is to a Zalo Official Account. */
export function zaloOfficialAccount(options: OfficialAccountOptions): ZaloOfficialAccount {
  const { appId, appSecret, clock, logins, onProblem, timeoutMs = 10_000 } = options;
  const provider = zaloOAuth({
    root: options.oauthRoot,
    appId,
    appSecret,
    verifier: options.pkceVerifier,
    timeoutMs,
  });
  const tokens = tokenKeeper({
    logins,
    provider,
    clock,
    configured: options.refreshToken,
    onNeedsLogin: options.onNeedsLogin,
    onProblem,
  });
  const client = zaloClient({
    apiRoot: options.apiRoot,
    businessRoot: options.businessRoot,
    tokens,
    appSecret: options.signCalls ? appSecret : undefined,
    timeoutMs,
    onPace: pauser(options),
  });
  const templates = approvedTemplates({
    client,
    ids: options.templates,
    onProblem: options.onTemplateProblem,
  });
  const terms: Terms = {
    window: { freeMs, paidMs, cost: options.messagePrice },
    templateFor: templates.forPurpose,
    monthlyQuota: null,
    peopleQuota: null,
    monthlyBudget: options.monthlyBudget,
  };
  const { buttons, onButtonsRefused } = options;
  return {
    channel: {
      ...zaloChannel({ client, terms, clock, buttons, onButtonsRefused }),
      ...zaloFiles(options.apiRoot),
    },
    client,
    provider,
    tokens,
    keepAccountKnown: (onAccount, signal) =>
      keepAccountKnown(
        { client, logins, clock, onAccount, onFault: options.onAccountFault, onProblem },
        signal,
      ),
    takeWebhook: hearing({
      ...options,
      accountId: async () => (await logins.of('zalo'))?.account?.id || null,
    }),
    keepTemplates: templates.keep,
    templatesKnown: templates.known,
    async close() {
      await tokens.close();
      await Promise.all([client.close(), provider.close()]);
    },
  };
}

/** Once a minute, when few calls are left in it. */
function pauser({ clock, pause }: Pick<OfficialAccountOptions, 'clock' | 'pause'>) {
  let pausedUntil = 0;
  return (remaining: number, limit: number): void => {
    const now = clock();
    if (remaining > limit * lastShare || now.getTime() < pausedUntil) return;
    const waitMs = untilNextMinute(now);
    pausedUntil = now.getTime() + waitMs;
    pause(waitMs);
  };
}
