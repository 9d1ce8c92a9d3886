import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Readable } from 'node:stream';
import type { SendOutcome } from '../../hub/channels/index.ts';
import type { Secret } from '../../hub/platform/secret.ts';
import { outcomeOf, type MailFault } from './outcomes.ts';

/** A letter as it goes: one recipient, and a Message-ID of ours. */
export type Mail = SendMailOptions & {
  messageId: string;
  envelope: { from: string; to: string };
};

/** Kept connections to the one server that takes our letters. */
export interface MailLine {
  /** Resolves for every answer the server gives, and for none; throws only for our own bugs. */
  send(mail: Mail): Promise<SendOutcome>;
  /** Does the server answer, and does it let us in? */
  answers(): Promise<boolean>;
  /** Also what is on its way. */
  close(): Promise<void>;
}

export interface LineOptions {
  url: Secret;
  /** How long an answer of the server is awaited. */
  timeoutMs?: number;
}

/** Letters that are on their way at once. */
export const connections = 4;
/** RFC 5321 allows minutes for the last answer; whoever is asked again after doubt may read the same letter twice. */
const answerMs = 60_000;
const connectMs = 10_000;

export function openMailLine({ url, timeoutMs = answerMs }: LineOptions): MailLine {
  const transport = createTransport({
    url: url.reveal(),
    pool: true,
    maxConnections: connections,
    // Only what cannot have reached the server is taken up again by the pool.
    maxRequeues: 1,
    connectionTimeout: Math.min(connectMs, timeoutMs),
    greetingTimeout: Math.min(connectMs, timeoutMs),
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The stream of a letter is read only when the server has said that it listens.
  transport.use('stream', (mail, done) => {
    const { message, data } = mail;
    const open = message.createReadStream.bind(message);
    message.createReadStream = () => {
      const stream = open();
      (data as unknown as Watched).watch.stream = stream;
      return stream;
    };
    done();
  });
  let closed = false;

  return {
    async send(mail) {
      const watch: Watch = {};
      try {
        await transport.sendMail({ ...mail, watch } as Mail);
        return { kind: 'sent', providerId: mail.messageId };
      } catch (error) {
        const begun = watch.stream?.readableDidRead ?? false;
        if (closed) return begun ? unheard : neverAsked;
        return outcomeOf(error as MailFault, begun);
      }
    },
    async answers() {
      return await transport.verify().catch(() => false);
    },
    async close() {
      closed = true;
      transport.close({ force: true });
    },
  };
}

const unheard: SendOutcome = { kind: 'unknown', detail: 'stopped' };
const neverAsked: SendOutcome = {
  kind: 'retry',
  waitMs: 1_000,
  limited: false,
  ofChannel: false,
  detail: 'stopped',
};

interface Watch {
  stream?: Readable;
}
interface Watched {
  watch: Watch;
}
