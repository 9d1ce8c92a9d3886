/** A Bot API refusal: becomes `{ ok: false, error_code, description, parameters }` with the same HTTP status. */
export class Refusal extends Error {
  readonly status: number;
  readonly parameters: ResponseParameters | undefined;

  constructor(status: number, description: string, parameters?: ResponseParameters) {
    super(description);
    this.status = status;
    this.parameters = parameters;
  }
}

export type ResponseParameters = { retry_after?: number; migrate_to_chat_id?: number };

export type UploadedFile = { name: string; mimeType: string; bytes: Buffer };

/** One Bot API call, whatever the encoding of its body. */
export type Call = {
  /** Lower case: Telegram does not mind the case of a method's name. */
  method: string;
  parameters: Record<string, unknown>;
  files: ReadonlyMap<string, UploadedFile>;
  /** Calls back once when the caller hangs up before the answer. */
  onGone(listener: () => void): void;
};

export function badRequest(description: string): Refusal {
  return new Refusal(400, `Bad Request: ${description}`);
}

/** A whole number sent as a number or, in forms, as digits. */
export function integer({ parameters }: Call, name: string): number | undefined {
  const value = parameters[name];
  if (value === undefined || value === null || value === '') return undefined;
  const number = typeof value === 'string' ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** A text; numbers and booleans are accepted and written out, as Telegram does. */
export function text({ parameters }: Call, name: string): string | undefined {
  const value = parameters[name];
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

export function flag({ parameters }: Call, name: string): boolean {
  const value = parameters[name];
  return value === true || value === 1 || (typeof value === 'string' && /^(true|1|yes|t)$/i.test(value));
}

/** An object or list: nested in a JSON body, written as JSON text in a form. */
export function structure<T>({ parameters }: Call, name: string): T | undefined {
  const value = parameters[name];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') return value as T;
  try {
    return (JSON.parse(value) ?? undefined) as T | undefined;
  } catch {
    const what = name === 'reply_markup' ? 'reply keyboard markup' : name;
    throw badRequest(`can't parse ${what} JSON object`);
  }
}
