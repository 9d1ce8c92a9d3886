/** Why a request brought no answer. Carries no URL and no header: these may hold a token. */
export interface LineFailure {
  /** False where the request cannot have reached the other side, so that nothing can have come of it. */
  asked: boolean;
  /** A short word such as `ECONNREFUSED`. */
  detail: string;
}

const neverArrived = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What an error of a socket, of undici or around one of these says about the line. */
export function lineFailure(error: unknown): LineFailure {
  const detail = codeOf(error) ?? 'no-answer';
  return { asked: !neverArrived.has(detail), detail };
}

function codeOf(error: unknown): string | undefined {
  const { code, errors, cause } = (error ?? {}) as { code?: unknown; errors?: unknown[]; cause?: unknown };
  if (typeof code === 'string') return code;
  const inner = errors?.[0] ?? cause;
  return inner === undefined ? undefined : codeOf(inner);
}
