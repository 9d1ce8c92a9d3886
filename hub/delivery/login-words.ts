import type { AccountFault } from '../channels/index.ts';
import type { Say } from '../platform/locales.ts';

const problems: Record<string, (say: Say) => string> = {
  'answer-lost': (say) => say('login-problem-answer-lost'),
  'refresh-token-used-or-expired': (say) => say('login-problem-token'),
  'refresh-token-invalid': (say) => say('login-problem-token'),
  'empty-tokens': (say) => say('login-problem-token'),
  'code-used-or-expired': (say) => say('login-problem-code'),
  'redirect-or-verifier': (say) => say('login-problem-address'),
  'app-invalid': (say) => say('login-problem-app'),
  'app-secret': (say) => say('login-problem-app'),
};

/** Why somebody has to agree (again), in plain words; one we do not know is shown as it is. */
export function loginProblemWords(problem: string, say: Say): string {
  return problems[problem]?.(say) ?? say('login-problem-other', { problem });
}

const faults: Record<AccountFault, (say: Say) => string> = {
  'not-verified': (say) => say('login-fault-not-verified'),
  'plan-too-low': (say) => say('login-fault-plan'),
  'no-cloud-account': (say) => say('login-fault-cloud'),
};

/** What will not work with the account as it is, and what would mend that. */
export function accountFaultWords(fault: AccountFault, say: Say): string {
  return faults[fault](say);
}
