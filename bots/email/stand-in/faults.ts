/** What the server does wrong, or refuses, when somebody is written to. */
export type Fault =
  /** It says this instead of yes: to the recipient, or when it has all of the letter. */
  | { at: 'recipient' | 'letter' | 'sender'; reply: string }
  /** It has all of the letter and says nothing, hangs up, or says what nobody understands. */
  | { kind: 'hang' | 'drop' | 'garbage'; kept: boolean };

/** Faults that wait for somebody, each used once. */
export function openFaults() {
  const waiting: { to: string; fault: Fault }[] = [];
  return {
    add(to: string, fault: Fault): void {
      waiting.push({ to, fault });
    },
    /** The first that waits for this recipient and is of this kind; it is used up. */
    take<Kind extends Fault>(to: string, is: (fault: Fault) => fault is Kind): Kind | null {
      const index = waiting.findIndex((one) => one.to === to && is(one.fault));
      return index < 0 ? null : (waiting.splice(index, 1)[0]!.fault as Kind);
    },
  };
}
