/**
 * What goes wrong. `deliver: true`: the platform did the work (the message is on the screen), but the caller never
 * learns it.
 */
export type FaultKind =
  /** `retryAfter` in seconds: named as Telegram names it, which the platform has not been seen to do. */
  | { code: number; description?: string; retryAfter?: number }
  /** Not the platform but a gateway before it answers, without an envelope. */
  | { gateway: number }
  | { hang: true; deliver?: boolean }
  | { drop: true; deliver?: boolean }
  | { garbage: true; deliver?: boolean };

export interface FaultRule {
  /** Default `sendMessage`. */
  method?: string;
  chat?: string;
  /** How many calls are hit; default 1. */
  times?: number;
  /** How many matching calls pass before the first hit; default 0. */
  after?: number;
  kind: FaultKind;
}

export type FaultScript = ReturnType<typeof faultScript>;

/** Rules are tried in the order they were added. */
export function faultScript() {
  const rules = new Set<Required<Omit<FaultRule, 'chat'>> & Pick<FaultRule, 'chat'>>();
  return {
    add: (rule: FaultRule) => void rules.add({ method: 'sendMessage', times: 1, after: 0, ...rule }),
    clear: () => rules.clear(),
    /** The fault that hits this call. */
    strike(method: string, chat: unknown): FaultKind | null {
      for (const rule of rules) {
        if (rule.method !== method || (rule.chat !== undefined && rule.chat !== chat)) continue;
        if (rule.after > 0) {
          rule.after -= 1;
          continue;
        }
        rule.times -= 1;
        if (rule.times <= 0) rules.delete(rule);
        return rule.kind;
      }
      return null;
    },
  };
}
