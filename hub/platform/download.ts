import { Client } from 'undici';

/** Why nothing was fetched: too large, no more there, from a host nobody named, or nobody answered in time. */
export type NotFetched = 'too-large' | 'gone' | 'foreign' | 'away';

/** What came of fetching a file of somebody else's. */
export type Fetched = { kind: 'fetched'; content: Uint8Array } | { kind: 'refused'; why: NotFetched };

export interface DownloadBounds {
  /** May anything be asked of there? Looked at again wherever an answer leads on to. */
  allows: (url: URL) => boolean;
  mostBytes: number;
  /** From the first question to the last byte. */
  withinMs: number;
}

const mostSteps = 4;
const leadsOn = new Set([301, 302, 303, 307, 308]);

/**
 * The bytes behind an address that somebody told us. Only hosts that are allowed are ever asked, also where an answer
 * leads on to another one; what is larger than announced or allowed is cut off while it comes. Never throws for what
 * the other side does, and no address gets into an error or a log: it may open the file.
 */
export async function download(address: string, bounds: DownloadBounds): Promise<Fetched> {
  const limit = AbortSignal.timeout(bounds.withinMs);
  let next = URL.parse(address);
  for (let step = 0; step < mostSteps; step += 1) {
    if (!next || !bounds.allows(next)) return refused('foreign');
    const answer = await askOnce(next, bounds.mostBytes, limit);
    if (!('location' in answer)) return answer;
    next = URL.parse(answer.location, next);
  }
  return refused('gone');
}

/** Over a line of its own, closed with the last byte that is wanted. */
async function askOnce(
  url: URL,
  mostBytes: number,
  signal: AbortSignal,
): Promise<Fetched | { location: string }> {
  const client = new Client(url.origin, { connectTimeout: 5_000 });
  try {
    const path = url.pathname + url.search;
    const { statusCode, headers, body } = await client.request({ method: 'GET', path, signal });
    const { location } = headers;
    if (leadsOn.has(statusCode) && typeof location === 'string') return { location };
    if (statusCode !== 200) return refused(statusCode < 500 && statusCode !== 429 ? 'gone' : 'away');
    if (Number(headers['content-length'] ?? 0) > mostBytes) return refused('too-large');
    return await readUpTo(mostBytes, body);
  } catch {
    return refused('away');
  } finally {
    await client.destroy();
  }
}

async function readUpTo(mostBytes: number, body: AsyncIterable<Buffer>): Promise<Fetched> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > mostBytes) return refused('too-large');
    pieces.push(piece);
  }
  return { kind: 'fetched', content: new Uint8Array(Buffer.concat(pieces)) };
}

const refused = (why: NotFetched): Fetched => ({ kind: 'refused', why });

/**
 * Hosts of a provider, by https: each name and whatever stands below it. A provider on this machine, as in tests and the
 * demo, is allowed as it is, and no other on this machine.
 *
 * @param names such as `example.vn`, which allows `a.example.vn` too
 * @param root where the provider's calls go to
 */
export function hostsOf(names: readonly string[], root: string): (url: URL) => boolean {
  const { origin, hostname } = new URL(root);
  const isHere = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
  return (url) => {
    if (isHere && url.origin === origin) return true;
    if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
      return false;
    return names.some((name) => url.hostname === name || url.hostname.endsWith(`.${name}`));
  };
}
