import { refusalIn } from '../platform/problems.ts';
import type { Say } from '../platform/locales.ts';
import { Alert } from './components.tsx';

/** What was refused, in the reader's language. */
export interface Refused {
  words: string;
  /** HTTP status. */
  status: number;
  /** Of the error, such as `library.moved-on`. */
  code: string;
}

/** For a form that is shown again. @throws the error itself where it is no refusal */
export function refusedIn(error: unknown, say: Say): Refused {
  const refusal = refusalIn(error);
  if (!refusal) throw error;
  const { code, status, facts } = refusal;
  return { words: say(code.replaceAll('.', '-'), facts), status, code };
}

/** Above a form: why what was sent was not taken. */
export function Problem({ words }: { words: string | undefined }) {
  return words ? <Alert kind="problem">{words}</Alert> : null;
}
