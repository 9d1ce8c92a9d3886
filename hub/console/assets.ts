import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { App } from '../platform/http.ts';

/** Stylesheets, scripts and pictures of our pages: nothing is fetched from anywhere else. */
export interface Assets {
  /** The address of an asset. It changes with the content, so browsers keep it for ever. @throws {Error} unknown name */
  url(name: string): string;
  /** Answers those addresses. */
  serve(app: App): void;
}

const mediaTypes: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};
const compressed = new Set(['.css', '.js', '.svg']);

interface Asset {
  url: string;
  type: string;
  content: Buffer;
  brotli: Buffer | null;
}

/** Reads whole directories once; names must not repeat among them. */
export function openAssets(directories: readonly string[]): Assets {
  const assets = new Map<string, Asset>();
  for (const directory of directories) {
    for (const name of readdirSync(directory).filter((file) => extname(file) in mediaTypes)) {
      if (assets.has(name)) throw new Error(`two assets are called ${name}`);
      assets.set(name, assetOf(name, readFileSync(join(directory, name))));
    }
  }
  const byUrl = new Map([...assets.values()].map((asset) => [asset.url, asset]));

  return {
    url(name) {
      const asset = assets.get(name);
      if (!asset) throw new Error(`there is no asset ${name}`);
      return asset.url;
    },
    serve(app) {
      app.get<{ Params: { file: string } }>('/assets/:file', (request, reply) => {
        const asset = byUrl.get(`/assets/${request.params.file}`);
        if (!asset) return reply.callNotFound();
        const brotli = asset.brotli && /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
        if (brotli) void reply.header('content-encoding', 'br');
        if (asset.brotli) void reply.header('vary', 'accept-encoding');
        return reply
          .type(asset.type)
          .header('cache-control', 'public, max-age=31536000, immutable')
          .header('x-no-compression', '1')
          .send(brotli ? asset.brotli : asset.content);
      });
    },
  };
}

function assetOf(name: string, content: Buffer): Asset {
  const extension = extname(name);
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 10);
  const brotli = compressed.has(extension)
    ? brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })
    : null;
  return {
    url: `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`,
    type: mediaTypes[extension]!,
    content,
    brotli,
  };
}
