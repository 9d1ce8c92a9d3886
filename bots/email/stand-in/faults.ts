/** What the server does wrong, or refuses, when somebody is written to. */
export type Fault =
  /** It says this instead of yes: to the recipient, or when it has all of the letter. */
  | { at: 'recipient' | 'letter' | 'sender'; reply: string }
  /** It has all of the letter and says nothing, hangs up, or says what nobody understands. */
  | { kind: 'hang' | 'drop' | 'garbage'; kept: boolean };

/** What goes wrong with everybody's letters, until it is removed. */
export interface Trouble {
  /** How many letters met it so far. */
  readonly hits: number;
  remove(): void;
}

/** Faults that wait for somebody, each used once, and troubles that meet everybody. */
export function openFaults() {
  const waiting: { to: string; fault: Fault }[] = [];
  const troubles = new Set<{ fault: Fault; share: number; hits: number }>();

  /** The first trouble of this kind that meets this letter. */
  function met<Kind extends Fault>(is: (fault: Fault) => fault is Kind): Kind | null {
    for (const trouble of troubles) {
      if (!is(trouble.fault) || Math.random() >= trouble.share) continue;
      trouble.hits += 1;
      return trouble.fault;
    }
    return null;
  }

  return {
    add(to: string, fault: Fault): void {
      waiting.push({ to, fault });
    },
    /** @param share of the letters that meet it, from 0 to 1 */
    addForAll(fault: Fault, share: number): Trouble {
      const trouble = { fault, share, hits: 0 };
      troubles.add(trouble);
      return {
        get hits() {
          return trouble.hits;
        },
        remove: () => void troubles.delete(trouble),
      };
    },
    /** The first that waits for this recipient and is of this kind; it is used up. */
    take<Kind extends Fault>(to: string, is: (fault: Fault) => fault is Kind): Kind | null {
      const index = waiting.findIndex((one) => one.to === to && is(one.fault));
      return index < 0 ? met(is) : (waiting.splice(index, 1)[0]!.fault as Kind);
    },
  };
}
