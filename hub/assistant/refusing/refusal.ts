import type { RefusalSignals } from './signals.ts';
import { refusalWeights } from './weights.ts';

/** How likely it is that the library holds no answer, 0 to 1. */
export function unanswerable(signals: RefusalSignals): number {
  const names = Object.keys(signals) as (keyof RefusalSignals)[];
  const odds = names.reduce((sum, name) => sum + refusalWeights[name] * signals[name], refusalWeights.always);
  return 1 / (1 + Math.exp(-odds));
}
