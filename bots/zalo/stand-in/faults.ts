/**
 * What goes wrong. `deliver: true` means that Zalo did the work (the message is on the screen, the tokens were changed)
 * but the caller never learns it.
 */
export type FaultKind =
  | { status: 401 | 429 | 500 | 502 | 503 | 504 }
  /** A refusal in the envelope, as Zalo gives it with HTTP 200. */
  | { error: number; message?: string }
  | { hang: true; deliver?: boolean }
  | { drop: true; deliver?: boolean }
  | { garbage: true; deliver?: boolean }
  /** Tokens are changed, and the answer holds empty ones. */
  | { emptyTokens: true }
  /** The work is done at once, the answer comes this much later, in milliseconds. */
  | { delayMs: number };

export type FaultRule = {
  /** The end of the call's path, such as `message/cs`; without it every call is hit. */
  path?: string;
  /** A person's id or telephone number, or a group's id. */
  to?: string;
  /** How many calls are hit; default 1, or 'always' when `probability` is given. */
  times?: number | 'always';
  /** How many matching calls pass before the first hit; default 0. */
  after?: number;
  /** From 0 to 1; default 1. */
  probability?: number;
  kind: FaultKind;
};

export type Fault = { /** How many calls were hit so far. */ readonly hits: number; remove(): void };

type LiveRule = FaultRule & { left: number; skip: number; hits: number };

export type FaultScript = ReturnType<typeof faultScript>;

/** The script of faults. Rules are tried in the order in which they were added; the first that fires counts. */
export function faultScript(random: () => number) {
  const rules = new Set<LiveRule>();

  function add(rule: FaultRule): Fault {
    const times = rule.times ?? (rule.probability === undefined ? 1 : 'always');
    const live = { ...rule, left: times === 'always' ? Infinity : times, skip: rule.after ?? 0, hits: 0 };
    rules.add(live);
    return {
      get hits() {
        return live.hits;
      },
      remove: () => void rules.delete(live),
    };
  }

  /** What hits this call, if anything does. */
  function strike(path: string, to: string | undefined): FaultKind | undefined {
    return Iterator.from(rules).find((rule) => matches(rule, path, to) && fires(rule))?.kind;
  }

  function fires(rule: LiveRule): boolean {
    if (rule.skip > 0) {
      rule.skip -= 1;
      return false;
    }
    if (rule.probability !== undefined && random() >= rule.probability) return false;
    rule.hits += 1;
    rule.left -= 1;
    if (rule.left <= 0) rules.delete(rule);
    return true;
  }

  return { add, strike, clear: () => rules.clear() };
}

function matches(rule: LiveRule, path: string, to: string | undefined): boolean {
  return (rule.path === undefined || path.endsWith(rule.path)) && (rule.to === undefined || rule.to === to);
}
