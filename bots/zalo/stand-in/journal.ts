/** One call that was accepted and changed something. */
export type SentCall = {
  /** Such as `/v3.0/oa/message/cs`. */
  path: string;
  /** The person's id or telephone number, or the group's id. */
  to: string | undefined;
  at: Date;
  text: string;
  /** What it cost, in đồng. */
  cost: number;
  /** False while, or because, the caller never got the answer. */
  answered: boolean;
};

export type Journal = ReturnType<typeof journal>;

/** Counts calls and writes down the accepted ones. */
export function journal({ clock, countOnly }: { clock: () => Date; countOnly: boolean }) {
  const sent: SentCall[] = [];
  const calls: Record<string, number> = {};

  return {
    count(path: string): void {
      calls[path] = (calls[path] ?? 0) + 1;
    },
    accepted(call: Pick<SentCall, 'path' | 'to' | 'text' | 'cost'>): SentCall {
      const entry = { ...call, at: clock(), answered: false };
      if (!countOnly) sent.push(entry);
      return entry;
    },
    sent,
    calls,
  };
}
