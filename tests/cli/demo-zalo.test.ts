import { expect, test } from 'vitest';
import { done, installation, startHub, until } from '../support/process.ts';

test('the demo with Zalo shows a notice arriving, seen and acknowledged, and letters', async () => {
  // Real accounts, as an operator may have them in the environment: the demo must not use them.
  const house = await installation({
    ZALO_APP_ID: '4999',
    ZALO_APP_SECRET: 'real',
    ZALO_OA_SECRET: 'real',
    SMTP_URL: 'smtp://127.0.0.1:1',
    MAIL_FROM: 'real@example.vn',
  });
  // Below the ports that a machine gives to whoever asks for any.
  const [phones, letters] = [9_000 + (process.pid % 4_000), 13_000 + (process.pid % 4_000)];
  const [phonesUrl, mailUrl] = [`http://127.0.0.1:${phones}`, `http://127.0.0.1:${letters}`];
  const environment = {
    ...house.environment,
    DEMO_PHONES_PORT: String(phones),
    DEMO_MAIL_PORT: String(letters),
  };
  const page = async (url: string) => await (await fetch(url)).text();
  const hub = await startHub(environment, '--demo', 'zalo');
  try {
    await until(() => hub.log().includes('Dừng: Ctrl+C'), 60_000, 'the instructions');
    expect(hub.log()).toContain(phonesUrl);
    expect(await page(mailUrl)).toContain('@example.vn');
    const words = ['--title', 'Thử một lần', '--body', 'Nội dung', '--kind', 'directive', '--ack'];
    const about = ['--from', 'DV000001', '--unit', 'SLT-01-CB01', ...words];
    const sent = await done<{ id: string }>(environment, 'notice', 'send', ...about);
    const address = /href="(\/phone\/\d+)"/.exec(await page(phonesUrl))![1]!;
    const shown = await until(
      async () => {
        const html = await page(`${phonesUrl}${address}?still`);
        return html.includes('Thử một lần') && html;
      },
      30_000,
      'the notice on the telephone',
    );
    const fields = [
      ...shown.slice(shown.indexOf('Thử một lần')).matchAll(/name="(message|button)" value="([^"]+)"/g),
    ].slice(0, 2);
    expect(fields.map(([, , value]) => value)).toContain('Đã nắm');
    const body = new URLSearchParams(fields.map(([, name, value]) => [name!, value!]));
    await fetch(`${phonesUrl}${address}/tap`, { method: 'POST', body });
    await until(
      async () => {
        const { byStatus } = await done<{ byStatus: Record<string, number> }>(
          environment,
          'notice',
          'status',
          sent.id,
        );
        return byStatus['acknowledged'] === 1;
      },
      30_000,
      'the acknowledgement in the ledger',
    );
    expect(await hub.end()).toBe(0);
  } finally {
    await hub.end('SIGKILL');
    await house.remove();
  }
}, 150_000);
