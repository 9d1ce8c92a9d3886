import type { Keys } from '../../hub/platform/keys.ts';
import { reportFrom, reportIn, type MailReport } from './report.ts';
import { mailTokens } from './tokens.ts';

/** What is done about letters that come back. */
export interface Ledger {
  /** False where it knows no such letter. */
  letterReturned(letter: {
    noticeId: string;
    memberId: string;
    mailboxGone: boolean;
    status: string;
  }): Promise<boolean>;
}

/** What became of a report: `ignored` is none, or none on a letter of ours. */
export type Taken = 'failed' | 'delayed' | 'ignored';

export interface Returns {
  /** A letter as it lay in the mailbox for returned ones. */
  takeLetter(raw: Uint8Array): Promise<Taken>;
  /** The same as a provider tells it: a token, Message-ID or address of ours, and what happened. */
  takeEvent(event: { token: string; event: string; status?: string | undefined }): Promise<Taken>;
}

/** Works also where no letters are sent: a mailbox is emptied by a command of its own. */
export function openReturns({
  keys,
  ledger,
  count,
}: {
  keys: Keys;
  ledger: Ledger;
  count: (taken: Taken) => void;
}): Returns {
  const tokens = mailTokens(keys);

  async function take(report: MailReport | null): Promise<Taken> {
    const known = report?.kind === 'failed' ? await ledger.letterReturned(report) : true;
    const taken = report && known ? report.kind : 'ignored';
    count(taken);
    return taken;
  }

  return {
    takeLetter: async (raw) => await take(await reportIn(raw, tokens)),
    takeEvent: async (event) => await take(reportFrom(event, tokens)),
  };
}
