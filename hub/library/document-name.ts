/** What tells a document from all others: number, issuer and day together, since numbers begin anew each term. */
export interface DocumentName {
  id: string;
  /** `57-NQ/TW`; empty where it has none. */
  number: string;
  /** `Nghị quyết`; empty where not known. */
  kind: string;
  issuer: string;
  /** A calendar day, such as 2024-12-22. */
  date: string | null;
  title: string;
}
