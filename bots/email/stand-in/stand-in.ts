import { randomBytes } from 'node:crypto';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { openFaults, type Fault, type Trouble } from './faults.ts';
import { openMailbox, readLetter, type Mailbox, type OpenMailbox } from './mailbox.ts';
import { faultIn } from './strict.ts';

/** A mail server on this machine, with mailboxes that can be looked into: a real line, real letters, no Internet. */
export interface MailStandIn {
  /** Listens again on the same port where it did before. Resolves with the URL for SMTP_URL. */
  listen(): Promise<string>;
  /** Hangs up on everybody; mailboxes stay. */
  close(): Promise<void>;
  /** The mailbox at this address, made where there was none. Other addresses are unknown here. */
  mailbox(address: string): Mailbox;
  /** The next letter to this address meets this. */
  fault(address: string, fault: Fault): void;
  /** Until it is removed, letters meet this: all of them, or so many (a share from 0 to 1). */
  trouble(fault: Fault, share?: number): Trouble;
  /** From now on whoever is new here hears "later" once for each recipient. */
  greylist(): void;
  /** From now on nobody is let in. */
  changePassword(): void;
  /** Everything of a session that must not be seen elsewhere. */
  readonly secrets: readonly string[];
}

const mostBytes = 25_000_000;

/** @param options.latencyMs how long it takes to say yes to a letter that lies in its mailbox already */
export function mailStandIn({ latencyMs = 0 }: { latencyMs?: number } = {}): MailStandIn {
  const user = 'caunoi';
  let password = randomBytes(9).toString('hex');
  const firstPassword = password;
  const mailboxes = new Map<string, OpenMailbox>();
  const faults = openFaults();
  const greeted = new Set<string>();
  /** By the port they come from. */
  const lines = new Map<number, Socket>();
  let greylisting = false;
  let port = 0;
  let server: SMTPServer | null = null;

  function mailboxAt(address: string): OpenMailbox {
    const known = mailboxes.get(address);
    if (known) return known;
    const made = openMailbox(address);
    mailboxes.set(address, made);
    return made;
  }

  /** What the server says to this recipient; null: yes. */
  function refusalOf(to: string): string | null {
    const told = faults.take(to, isAt('recipient'));
    if (told) return told.reply;
    if (greylisting && !greeted.has(to)) {
      greeted.add(to);
      return '451 4.7.1 Greylisted, try again later';
    }
    const mailbox = mailboxes.get(to);
    if (!mailbox) return `550 5.1.1 <${to}>: no such mailbox here`;
    return mailbox.closed ? `550 5.2.1 <${to}>: mailbox disabled` : null;
  }

  async function takeLetter(
    stream: SMTPServerDataStream,
    session: SMTPServerSession,
    answer: (error?: Error | null, message?: string) => void,
  ): Promise<void> {
    const { mailFrom, rcptTo } = session.envelope;
    const raw = await bytesOf(stream);
    const to = rcptTo[0]!.address;
    const refused = faults.take(to, isAt('letter'));
    if (refused) return answer(asReply(refused.reply));
    if (stream.sizeExceeded) return answer(asReply('552 5.3.4 Message too big'));
    const wrong = faultIn(raw);
    if (wrong) return answer(asReply(`554 5.6.0 ${wrong}`));
    const odd = faults.take(to, isOdd);
    if (!odd || odd.kept)
      mailboxAt(to).put(await readLetter(raw, mailFrom === false ? '' : mailFrom.address));
    if (!odd) {
      if (latencyMs > 0) await pause(latencyMs);
      return answer(null, 'Queued');
    }
    const line = lines.get(session.remotePort);
    if (odd.kind === 'drop') line?.destroy();
    if (odd.kind === 'garbage') line?.write('Whatever do you mean?\r\n');
  }

  return {
    async listen() {
      const opened = new SMTPServer({
        size: mostBytes,
        authMethods: ['PLAIN', 'LOGIN'],
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        disableReverseLookup: true,
        closeTimeout: 100,
        onAuth(given, _session, answer) {
          if (given.username === user && given.password === password) answer(null, { user });
          else answer(asReply('535 5.7.8 Authentication credentials invalid'));
        },
        onMailFrom({ address }, _session, answer) {
          const told = faults.take(address, isAt('sender'));
          answer(told ? asReply(told.reply) : null);
        },
        onRcptTo({ address }, _session, answer) {
          const refusal = refusalOf(address);
          answer(refusal ? asReply(refusal) : null);
        },
        onData(stream, session, answer) {
          // Whoever hangs up in the middle of a letter has nobody to be told.
          takeLetter(stream, session, answer).catch(() => {});
        },
      });
      opened.server.on('connection', (line: Socket) => {
        const from = line.remotePort!;
        lines.set(from, line);
        line.on('close', () => lines.delete(from));
      });
      // Whoever hangs up in the middle is no fault of the server's.
      opened.on('error', () => {});
      server = opened;
      await new Promise<void>((resolve) => opened.listen(port, '127.0.0.1', resolve));
      ({ port } = opened.server.address() as AddressInfo);
      return `smtp://${user}:${firstPassword}@127.0.0.1:${port}`;
    },
    async close() {
      const closing = server;
      server = null;
      if (!closing) return;
      for (const line of lines.values()) line.destroy();
      await new Promise<void>((resolve) => closing.close(resolve));
    },
    mailbox: mailboxAt,
    fault: (address, fault) => faults.add(address, fault),
    trouble: (fault, share = 1) => faults.addForAll(fault, share),
    greylist() {
      greylisting = true;
    },
    changePassword() {
      password = randomBytes(9).toString('hex');
    },
    secrets: [firstPassword],
  };
}

const isAt =
  (at: 'recipient' | 'letter' | 'sender') =>
  (fault: Fault): fault is Extract<Fault, { at: string }> =>
    'at' in fault && fault.at === at;
const isOdd = (fault: Fault): fault is Extract<Fault, { kept: boolean }> => 'kept' in fault;

/** The server says exactly this line. */
function asReply(line: string): Error {
  const [, code, words] = /^(\d{3}) (.*)$/.exec(line)!;
  return Object.assign(new Error(words), { responseCode: Number(code) });
}

async function bytesOf(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
