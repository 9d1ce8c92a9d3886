import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that can be cut: connections end at once, new ones are refused. */
export interface Line {
  port: number;
  cut(): Promise<void>;
  mend(): Promise<void>;
}

export async function lineTo(host: string, port: number): Promise<Line> {
  const ends = new Set<Socket>();
  let server: Server;
  let own = 0;

  async function mend(): Promise<void> {
    server = createServer((near) => {
      const far = connect(port, host);
      for (const [end, other] of [
        [near, far],
        [far, near],
      ] as const) {
        ends.add(end);
        end.on('error', () => other.destroy());
        end.on('close', () => {
          ends.delete(end);
          other.destroy();
        });
      }
      near.pipe(far).pipe(near);
    });
    await new Promise<void>((listening) => server.listen(own, '127.0.0.1', listening));
    own = (server.address() as { port: number }).port;
  }

  await mend();
  return {
    get port() {
      return own;
    },
    mend,
    async cut() {
      const closed = new Promise<void>((done) => server.close(() => done()));
      for (const end of ends) end.destroy();
      await closed;
    },
  };
}
