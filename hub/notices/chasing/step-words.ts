import type { Say } from '../../platform/locales.ts';
import type { ChaseAction } from './policy.ts';
import type { ChaseStep } from './timeline.ts';

const words: Record<ChaseAction, (say: Say) => string> = {
  remind: (say) => say('chase-step-remind'),
  remind_elsewhere: (say) => say('chase-step-remind-elsewhere'),
  list: (say) => say('chase-step-list'),
  tell_above: (say) => say('chase-step-tell-above'),
};

/** What a step does, in a few words. */
export function stepInWords(action: ChaseAction, say: Say): string {
  return words[action](say);
}

/** What has become of a step, in a few words. */
export function outcomeInWords({ state, people }: Pick<ChaseStep, 'state' | 'people'>, say: Say): string {
  switch (state) {
    case 'waiting':
      return say('chase-waiting');
    case 'done':
      return people === null ? say('chase-done') : say('chase-done-for', { people });
    case 'needless':
      return say('chase-needless');
    case 'cancelled':
      return say('chase-cancelled');
  }
}
