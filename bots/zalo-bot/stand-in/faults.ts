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
  times?: number | 'always';
  /** How many matching calls pass before the first hit; default 0. */
  after?: number;
  /** From 0 to 1; default 1. */
  probability?: number;
  kind: FaultKind;
}

export type Fault = { /** How many calls were hit so far. */ readonly hits: number; remove(): void };

type LiveRule = FaultRule & { left: number; skip: number; hits: number };

export type FaultScript = ReturnType<typeof faultScript>;

/** Rules are tried in the order they were added. */
export function faultScript() {
  const rules = new Set<LiveRule>();

  function add({ times = 1, after = 0, ...rule }: FaultRule): Fault {
    const live = { ...rule, left: times === 'always' ? Infinity : times, skip: after, hits: 0 };
    rules.add(live);
    return {
      get hits() {
        return live.hits;
      },
      remove: () => void rules.delete(live),
    };
  }

  function fires(rule: LiveRule): boolean {
    if (rule.skip > 0) {
      rule.skip -= 1;
      return false;
    }
    if (Math.random() >= (rule.probability ?? 1)) return false;
    rule.hits += 1;
    rule.left -= 1;
    if (rule.left <= 0) rules.delete(rule);
    return true;
  }

  return {
    add,
    clear: () => rules.clear(),
    /** The fault that hits this call. */
    strike(method: string, chat: unknown): FaultKind | null {
      const hit = Iterator.from(rules).find((rule) => concerns(rule, method, chat) && fires(rule));
      return hit?.kind ?? null;
    },
  };
}

function concerns(rule: FaultRule, method: string, chat: unknown): boolean {
  return (rule.method ?? 'sendMessage') === method && (rule.chat === undefined || rule.chat === chat);
}
