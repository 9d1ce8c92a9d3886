import { NoAnswer, openLine, type Answer } from '../../hub/platform/line.ts';

export interface Question {
  method: 'GET' | 'POST';
  /** Below the root, with its query. */
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer;
}

/** Kept lines to one of Zalo's hosts. */
export interface Transport {
  /** One request and its whole answer; a value, too, where none came. */
  ask(question: Question): Promise<Answer | NoAnswer>;
  close(): Promise<void>;
}

/** @param options.root with a path where the host is not at the top of its server */
export function transport(options: { root: string; connections: number; timeoutMs: number }): Transport {
  const { origin, pathname } = new URL(options.root);
  const prefix = pathname.replace(/\/$/, '');
  const line = openLine(origin, options);
  return {
    async ask({ path, ...question }) {
      try {
        return await line.ask({ ...question, path: prefix + path });
      } catch (error) {
        if (error instanceof NoAnswer) return error;
        throw error;
      }
    },
    close: line.close,
  };
}
