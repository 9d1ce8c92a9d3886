import type { Say } from '../platform/locales.ts';

/** What somebody has to do about a channel that providers' refusals keep out until then. */
type Remedy = 'login' | 'credit' | 'plan' | 'permission' | 'app' | 'account' | 'standards' | 'key';

const remedies: Readonly<Record<string, Remedy>> = {
  'needs-login': 'login',
  'out-of-credit': 'credit',
  'no-cloud-account': 'credit',
  'plan-too-low': 'plan',
  'account-not-verified': 'plan',
  'account-not-entitled': 'plan',
  'account-type': 'plan',
  'api-not-registered': 'permission',
  'api-not-granted': 'permission',
  'app-not-linked': 'permission',
  'app-not-active': 'app',
  'app-removed': 'app',
  'app-invalid': 'app',
  'app-unknown': 'app',
  'account-deleted': 'account',
  'account-unknown': 'account',
  'account-invalid': 'account',
  'account-blocked': 'account',
  'against-standards': 'standards',
  'call-signature': 'key',
  'app-secret': 'key',
};

/** A refused token, key, password or sender, with the provider's number behind. */
const refusedKey = /^(?:bot-refused|vapid-refused|smtp|eauth|enoauth|eoauth2)(?:-|$)/;

/**
 * What holds a channel up until somebody acts, and what to do.
 *
 * @param problem the provider's refusal as a short word, such as `out-of-credit`
 */
export function channelProblemWords(problem: string, say: Say): { name: string; todo: string } {
  const remedy = remedies[problem] ?? (refusedKey.test(problem) ? 'key' : 'other');
  return {
    name: say('channel-problem', { remedy, problem }),
    todo: say('channel-problem-todo', { remedy }),
  };
}
