/** What Zalo refuses: becomes `{ error, message }`, with HTTP 200 as a rule. */
export class Refusal extends Error {
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** A field that is not as it must be. */
export function invalid(field: string): Refusal {
  return new Refusal(-201, `${field} is invalid`);
}
