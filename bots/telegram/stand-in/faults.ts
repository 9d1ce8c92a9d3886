/**
 * What goes wrong. `deliver: true` means that Telegram did the work (the message is on the screen)
 * but the caller never learns it.
 */
export type FaultKind =
  | { status: 429; /** Seconds. */ retryAfter: number }
  | { status: 400 | 401 | 403 | 404 | 500 | 502 | 503; description?: string }
  | { /** The new chat id; the chat is opened so that a second try succeeds. */ migrateTo: number }
  | { hang: true; deliver?: boolean }
  | { drop: true; deliver?: boolean }
  | { garbage: true; deliver?: boolean }
  | { /** The work is done at once, the answer comes this much later, in milliseconds. */ delayMs: number };

/** What happens instead of the answer. */
export type Disruption = Exclude<FaultKind, { delayMs: number }>;

export type FaultRule = {
  /** Any case. Without it: every method except getUpdates, which a polling bot calls all the time. */
  method?: string;
  chat?: number;
  /** How many calls are hit; default 1, or 'always' when `probability` is given. */
  times?: number | 'always';
  /** How many matching calls pass before the first hit; default 0. */
  after?: number;
  /** From 0 to 1; default 1. */
  probability?: number;
  kind: FaultKind;
};

export type Fault = { /** How many calls were hit so far. */ readonly hits: number; remove(): void };

export const faultDescriptions: Record<number, string> = {
  400: 'Bad Request: chat not found',
  401: 'Unauthorized',
  403: 'Forbidden: bot was blocked by the user',
  404: 'Not Found',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
};

type LiveRule = FaultRule & { left: number; skip: number; hits: number };

/** The script of faults. Rules are tried in the order they were added. */
export function faultScript(random: () => number) {
  const rules = new Set<LiveRule>();

  function add(rule: FaultRule): Fault {
    const times = rule.times ?? (rule.probability === undefined ? 1 : 'always');
    const live: LiveRule = {
      ...rule,
      left: times === 'always' ? Infinity : times,
      skip: rule.after ?? 0,
      hits: 0,
    };
    if (rule.method !== undefined) live.method = rule.method.toLowerCase();
    rules.add(live);
    return {
      get hits() {
        return live.hits;
      },
      remove: () => void rules.delete(live),
    };
  }

  /** The fault that hits this call and the extra delay in milliseconds; delays add up, other kinds do not. */
  function strike(
    method: string,
    chat: number | undefined,
  ): { kind: Disruption | undefined; delayMs: number } {
    let delayMs = 0;
    for (const rule of rules) {
      if (!matches(rule, method, chat) || !fires(rule)) continue;
      if (!('delayMs' in rule.kind)) return { kind: rule.kind, delayMs };
      delayMs += rule.kind.delayMs;
    }
    return { kind: undefined, delayMs };
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

  return { add, strike, clear: () => rules.clear(), any: () => rules.size > 0 };
}
export type FaultScript = ReturnType<typeof faultScript>;

function matches(rule: LiveRule, method: string, chat: number | undefined): boolean {
  if (rule.method === undefined ? method === 'getupdates' : rule.method !== method) return false;
  return rule.chat === undefined || rule.chat === chat;
}
