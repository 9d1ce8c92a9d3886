import { Pool, type Dispatcher } from 'undici';
import { lineFailure, type LineFailure } from './line-failure.ts';

/** The request did not bring an answer. */
export class NoAnswer extends Error implements LineFailure {
  readonly asked: boolean;
  readonly detail: string;

  constructor({ asked, detail }: LineFailure) {
    super(`no answer: ${detail}`);
    this.name = 'NoAnswer';
    this.asked = asked;
    this.detail = detail;
  }
}

export interface Answer {
  status: number;
  /** In lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer | null;
}

/** Takes an answer piece by piece. */
export interface PieceReader {
  /** Before the first piece. */
  onStart(status: number, headers: Answer['headers']): void;
  onPiece(piece: Buffer): void;
}

/** Kept connections to one server of somebody else's. */
export interface Line {
  /**
   * One request and its whole answer, whatever its status. Only a question that waits long for its answer brings a
   * signal: a stop must not wait with it.
   *
   * @throws {NoAnswer}
   */
  ask(request: Dispatcher.DispatchOptions, signal?: AbortSignal): Promise<Answer>;
  /**
   * The same for an answer that is read while it comes: its pieces go to the reader, and `body` is null.
   *
   * @throws {NoAnswer} it broke off too: what was read by then is the reader's
   */
  read(request: Dispatcher.DispatchOptions, reader: PieceReader, signal?: AbortSignal): Promise<Answer>;
  /** Ends what is on its way too. */
  close(): Promise<void>;
}

/**
 * @param root of what is asked there; paths of requests stand below its own, where it has one
 * @param timeoutMs how long an answer is awaited, from the request to its headers and between its pieces
 */
export function openLine(
  root: string,
  { connections, timeoutMs }: { connections: number; timeoutMs: number },
): Line {
  const { origin, pathname } = new URL(root);
  const above = pathname.replace(/\/$/, '');
  const placed = (request: Dispatcher.DispatchOptions) =>
    above === '' ? request : { ...request, path: above + request.path };
  const pool = new Pool(origin, {
    connections,
    connectTimeout: 5_000,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
  });
  return {
    ask: (request, signal) => ask(pool, placed(request), null, signal),
    read: (request, reader, signal) => ask(pool, placed(request), reader, signal),
    close: () => pool.destroy(),
  };
}

/**
 * At undici's lowest level: `request` makes a stream, an abort listener and an async resource for each message, which
 * together cost as much as sending it.
 */
function ask(
  pool: Pool,
  request: Dispatcher.DispatchOptions,
  reader: PieceReader | null,
  signal?: AbortSignal,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    let control: Dispatcher.DispatchController | undefined;
    const stop = () => control?.abort(new Error('stopped'));
    signal?.addEventListener('abort', stop);
    let status = 0;
    let headers: Answer['headers'] = {};
    let first: Buffer | null = null;
    let more: Buffer[] | null = null;
    pool.dispatch(request, {
      onRequestStart(controller) {
        control = controller;
        if (signal?.aborted) stop();
      },
      onResponseStart(_, statusCode, received) {
        status = statusCode;
        headers = received;
        reader?.onStart(statusCode, received);
      },
      onResponseData(_, chunk) {
        if (reader) reader.onPiece(chunk);
        else if (first === null) first = chunk;
        else (more ??= [first]).push(chunk);
      },
      onResponseEnd() {
        signal?.removeEventListener('abort', stop);
        resolve({ status, headers, body: more ? Buffer.concat(more) : first });
      },
      onResponseError(_, error) {
        signal?.removeEventListener('abort', stop);
        reject(asNoAnswer(error));
      },
    });
  });
}

/** For whom no answer is a value like any other: catches it, and nothing else. */
export function noAnswerIn(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error;
  throw error;
}

/** What the error of a request says, from whatever library. */
export function asNoAnswer(error: unknown): NoAnswer {
  return new NoAnswer(lineFailure(error));
}
