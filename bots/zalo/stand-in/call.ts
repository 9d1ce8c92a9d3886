import type { IncomingHttpHeaders } from 'node:http';
import type { SentCall } from './journal.ts';

/** One call as the methods see it, whatever way its parameters came. */
export type Call = {
  path: string;
  /** The JSON that was posted, the `data` of a GET on the account's host, or the query on the other. */
  parameters: Record<string, unknown>;
  form: FormData | null;
  headers: IncomingHttpHeaders;
};

/** What a method did: the answer's `data`, and what stands in the journal where something was sent. */
export type Done = { data: unknown; sent?: Pick<SentCall, 'to' | 'text' | 'cost'> };

export type Method = (call: Call) => Done | Promise<Done>;

/** By HTTP method and path. */
export type Methods = Readonly<Record<string, Method>>;

/** Who a call is for, to whom faults may be bound. */
export function recipientOf({ parameters }: Call): string | undefined {
  const { user_id: direct, phone, recipient, group_id: group } = parameters;
  const inner = (recipient ?? {}) as Record<string, unknown>;
  const found = direct ?? phone ?? inner['user_id'] ?? inner['group_id'] ?? group;
  return typeof found === 'string' ? found : undefined;
}
