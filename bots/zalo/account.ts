import { setTimeout as sleep } from 'node:timers/promises';
import type { AccountFault, Logins, ProviderAccount } from '../../hub/channels/index.ts';
import type { Clock } from '../../hub/platform/clock.ts';
import type { ZaloClient } from './client.ts';

interface Described {
  oa_id?: unknown;
  name?: unknown;
  is_verified?: unknown;
  package_name?: unknown;
  linked_ZCA?: unknown;
}

/** Plans with which the API does not work. @source channels.md 1.1, from the public price page */
const plansWithoutApi = /basic|standard|cơ bản|tiêu chuẩn|miễn phí|free/i;
const apiRefused: Readonly<Record<number, AccountFault>> = { [-221]: 'not-verified', [-224]: 'plan-too-low' };

/** What Zalo said is looked at again after so long. */
const goodForMs = 6 * 3_600_000;
const afterSilenceMs = 60_000;
/** Between two looks whether there is an account that is not known yet. */
const betweenLooksMs = 2_000;

/** What Zalo says of the account, with what will not work; null where it does not say anything now. */
async function askAccount(client: ZaloClient): Promise<ProviderAccount | null> {
  const answer = await client.call<Described>({ path: '/v2.0/oa/getoa' });
  if (answer.kind === 'ok') return accountOf(answer.data);
  const fault = answer.kind === 'refused' ? apiRefused[answer.error.code] : undefined;
  return fault ? { id: '', name: '', plan: '', verified: fault !== 'not-verified', faults: [fault] } : null;
}

function accountOf(described: Described): ProviderAccount {
  const verified = described.is_verified === true;
  const plan = textOf(described.package_name);
  const faults: (AccountFault | false)[] = [
    !verified && 'not-verified',
    plansWithoutApi.test(plan) && 'plan-too-low',
    textOf(described.linked_ZCA) === '' && 'no-cloud-account',
  ];
  return {
    id: textOf(described.oa_id),
    name: textOf(described.name),
    plan,
    verified,
    faults: faults.filter((fault) => fault !== false),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.normalize('NFC') : '';
}

/**
 * For one process at a time: keeps in mind what Zalo says of the account, from a consent on, and tells what will not
 * work, each once.
 */
export async function keepAccountKnown(
  options: {
    client: ZaloClient;
    logins: Logins;
    clock: Clock;
    onAccount(account: ProviderAccount): Promise<void>;
    onFault(fault: AccountFault): void;
    onProblem(error: unknown): void;
  },
  signal: AbortSignal,
): Promise<void> {
  const { client, logins, clock, onAccount, onFault, onProblem } = options;
  const told = new Set<AccountFault>();
  let asked = { generation: -1, againAt: -Infinity };

  async function look(): Promise<void> {
    const login = await logins.of('zalo');
    if (login?.state !== 'connected') return;
    const isNew = !login.account && login.generation !== asked.generation;
    const now = clock().getTime();
    if (!isNew && now < asked.againAt) return;
    const account = await askAccount(client);
    asked = { generation: login.generation, againAt: now + (account ? goodForMs : afterSilenceMs) };
    if (!account) return;
    await logins.describe('zalo', account);
    await onAccount(account);
    for (const fault of account.faults.filter((each) => !told.has(each))) {
      told.add(fault);
      onFault(fault);
    }
  }

  while (!signal.aborted) {
    await look().catch(onProblem);
    await sleep(betweenLooksMs, undefined, { signal }).catch(() => {});
  }
}
