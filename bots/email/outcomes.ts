import type { SendOutcome } from '../../hub/channels/index.ts';

/** What nodemailer knows of a letter that did not go. */
export interface MailFault extends Error {
  /** Such as `EENVELOPE` or `ETIMEDOUT`. */
  code?: string;
  /** The command the server answered to. */
  command?: string;
  /** What the server said: it may quote the address, so nothing of it but its codes goes any further. */
  response?: string;
  responseCode?: number;
}

/** Greylisting wants minutes between tries; each wait is twice the one before. */
const mailboxWaitMs = 60_000;
const serverWaitMs = 1_000;
const tooOftenWaitMs = 5_000;

/** Faults of the line or of the session: they say nothing about a letter. */
const ofLine = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'ETLS', 'EPROTOCOL', 'EPROXY']);
const ofSignIn = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2']);

/**
 * What became of a letter that the server did not take.
 *
 * @param begun the server had said that it listens and some of the letter was on its way: without an answer nobody
 *   knows whether it has arrived
 * @throws the fault itself where it is a bug of ours
 */
export function outcomeOf(fault: MailFault, begun: boolean): SendOutcome {
  const { code = '', responseCode, command } = fault;
  const detail = responseCode ? codesIn(fault) : code.toLowerCase();
  if (ofSignIn.has(code)) {
    const forGood = responseCode === undefined || responseCode >= 500;
    return { ...ofServer(detail), ...(forGood ? { needsPerson: true } : {}) };
  }
  if (responseCode === undefined) {
    // Looked at before anything is said: the server has told how much it takes.
    if (code === 'EMESSAGE' && command === 'MAIL FROM') return refused('invalid', 'too-large');
    if (begun) return { kind: 'unknown', detail };
    if (ofLine.has(code) || fault.response !== undefined) return ofServer(detail);
    throw fault;
  }
  const status = enhancedIn(fault);
  if (responseCode === 421 && isTooOften(status)) return tooOften(detail);
  // Some servers refuse a letter and hang up in one breath: what they said is about the letter.
  if (responseCode === 421 || (ofLine.has(code) && !begun)) return ofServer(detail);
  if (responseCode < 500) return notNow(status, command, detail);
  if (command === 'RCPT TO') return mailboxRefused(status, detail);
  // Whoever may not send at all may not send to anybody.
  if (command === 'MAIL FROM' && responseCode !== 552) return { ...ofServer(detail), needsPerson: true };
  return isOfMailbox(status) ? mailboxRefused(status, detail) : refused('invalid', detail);
}

function notNow(status: string | null, command: string | undefined, detail: string): SendOutcome {
  const isOfServer = status ? /^4\.[34]\./.test(status) : command !== 'RCPT TO';
  return isOfServer ? ofServer(detail) : { ...again(mailboxWaitMs, detail), ofChannel: false };
}

function ofServer(detail: string) {
  return { ...again(serverWaitMs, detail), ofChannel: true };
}

/** Some name no status; faults of the server and of its network have one. */
const isTooOften = (status: string | null) => status === null || status.startsWith('4.7.');

/** It lets others of our letters pass meanwhile: none is given up for having met this five times. */
function tooOften(detail: string): SendOutcome {
  return { kind: 'retry', waitMs: tooOftenWaitMs, limited: true, ofChannel: true, detail };
}

function mailboxRefused(status: string | null, detail: string): SendOutcome {
  // Full today, not gone for good; and a server's policy is about us, not about the mailbox.
  if (status === '5.2.2') return refused('closed', detail);
  return refused(status?.startsWith('5.7.') ? 'invalid' : 'blocked', detail);
}

/** Many servers look at the mailbox only when they have the letter. */
function isOfMailbox(status: string | null): boolean {
  return status !== null && /^5\.(?:1|2)\./.test(status) && status !== '5.2.3';
}

function again(waitMs: number, detail: string) {
  return { kind: 'retry' as const, waitMs, limited: false, detail };
}

function refused(reason: 'blocked' | 'invalid' | 'closed', detail: string): SendOutcome {
  return { kind: 'refused', reason, detail };
}

/** Such as `5.1.1` (RFC 3463); null where the server says only the old three digits. */
function enhancedIn({ response = '' }: MailFault): string | null {
  return /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1] ?? null;
}

function codesIn(fault: MailFault): string {
  const status = enhancedIn(fault);
  return `smtp-${fault.responseCode}${status ? `-${status}` : ''}`;
}
