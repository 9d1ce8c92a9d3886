import type { RefusalSignals } from './signals.ts';
import { refusalWeights, refusedFrom } from './weights.ts';

/** Whether the library more likely than not holds no answer. */
export function isRefused(signals: RefusalSignals): boolean {
  return unanswerable(signals) >= refusedFrom;
}

/** How likely it is that the library holds no answer, 0 to 1. */
function unanswerable(signals: RefusalSignals): number {
  const names = Object.keys(signals) as (keyof RefusalSignals)[];
  const odds = names.reduce((sum, name) => sum + refusalWeights[name] * signals[name], refusalWeights.always);
  return 1 / (1 + Math.exp(-odds));
}
