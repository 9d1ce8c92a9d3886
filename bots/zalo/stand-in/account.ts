import { Refusal } from './refusal.ts';

/** The Official Account itself, and its purse; tests change it as they like. */
export type Account = {
  id: string;
  name: string;
  verified: boolean;
  /** As Zalo calls it. */
  plan: string;
  /** Joined to an account that pays. */
  cloudAccount: boolean;
  /** In đồng. */
  credit: number;
  /** Messages outside the free window that the plan still gives for nothing. */
  planMessages: number;
  /** Whether buttons under ordinary messages are taken (channels.md 1.4: not certain). */
  takesButtons: boolean;
};

export function newAccount(changes: Partial<Account>): Account {
  return {
    id: '2000000000000000001',
    name: 'Chi bộ thử nghiệm',
    verified: true,
    plan: 'Growth',
    cloudAccount: true,
    credit: 1_000_000,
    planMessages: 0,
    takesButtons: true,
    ...changes,
  };
}

/** @throws {Refusal} the account may not call the API at all */
export function requireApi({ verified, plan }: Account): void {
  if (!verified) throw new Refusal(-221, 'Official Account must be verified');
  if (/^(basic|standard)$/i.test(plan)) throw new Refusal(-224, 'Official Account must upgrade its plan');
}

/** @throws {Refusal} nobody pays, or not enough is left */
export function pay(account: Account, cost: number): void {
  if (!account.cloudAccount)
    throw new Refusal(-320, 'Official Account is not linked to a Zalo Cloud Account');
  if (account.credit < cost) throw new Refusal(-321, 'Zalo Cloud Account is out of credit');
  account.credit -= cost;
}
