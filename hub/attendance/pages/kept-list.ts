import type { Assets } from '../../console/index.ts';
import type { App } from '../../platform/http.ts';
import type { Locales } from '../../platform/locales.ts';

export const manifestPath = '/meeting-list.webmanifest';
const scope = '/console/meetings';
/** What the list needs to be shown without a line. */
const needed = ['console.css', 'console.js', 'meeting-list.css', 'meeting-list.js', 'mark.svg'];

/**
 * What makes the list a page that stays on the phone: its manifest, and a worker that shows it without a line. Both
 * stand at the root, since neither says anything of anybody.
 */
export function keptList(app: App, { assets, locales }: { assets: Assets; locales: Locales }): void {
  app.get(manifestPath, async (_request, reply) => {
    // A phone keeps one name, whoever signs in on it.
    const say = locales('vi');
    const icon = (name: string, sizes: string, purpose: string) => {
      return { src: assets.url(name), sizes, type: 'image/png', purpose };
    };
    const manifest = {
      id: scope,
      name: say('roll-app-name'),
      short_name: say('roll-app-short'),
      lang: 'vi',
      start_url: scope,
      scope,
      display: 'standalone',
      background_color: '#f8f5ee',
      theme_color: '#8f1d1d',
      icons: [
        icon('chat-icon-192.png', '192x192', 'any'),
        icon('chat-icon-512.png', '512x512', 'any'),
        icon('chat-icon-maskable-512.png', '512x512', 'maskable'),
      ],
    };
    return await reply
      .type('application/manifest+json; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(JSON.stringify(manifest));
  });

  app.get('/meeting-list-worker.js', async (_request, reply) => {
    const script = [
      `self.needed = ${JSON.stringify(needed.map((name) => assets.url(name)))};`,
      `importScripts(${JSON.stringify(assets.url('meeting-list-worker.js'))});`,
    ];
    return await reply
      .type('text/javascript; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(`${script.join('\n')}\n`);
  });
}
