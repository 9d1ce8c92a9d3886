import { expect, test } from 'vitest';
import { done, installation, startHub, until } from '../support/process.ts';

interface Message {
  id: number;
  fromBot: boolean;
  text: string;
  buttons: { text: string }[];
}

test('the demo shows a notice arriving and being acknowledged, without any account', async () => {
  const phones = 18_000 + (process.pid % 10_000);
  const house = await installation({
    // With any port at all it would be reached only where it listens.
    PORT: String(phones + 10_000),
    TELEGRAM_BOT_TOKEN: '123456:a-real-token-that-must-not-be-used',
    PUBLIC_URL: 'https://caunoi.example.vn',
  });
  const environment = { ...house.environment, DEMO_PHONES_PORT: String(phones) };
  const hub = await startHub(environment, '--demo');
  try {
    await until(() => hub.log().includes('Dừng: Ctrl+C'), 30_000, 'the instructions');
    expect(hub.log()).toContain(`http://127.0.0.1:${phones}`);
    // Where people reach it, not where this process listens.
    expect(hub.log()).toContain('https://caunoi.example.vn/gop-y/SLT-01');
    expect(hub.log().match(/\/signin\/[\w-]{20,}/g)?.length).toBe(2);
    expect(hub.log().match(/\/chat\/link\/[\w-]{20,}/g)?.length).toBe(2);

    const report = await done<{ officer: string; units: { kind: string; members: number }[] }>(
      environment,
      'report',
      'units',
    );
    const ofKind = (kind: string) => report.units.filter((unit) => unit.kind === kind).length;
    expect([ofKind('province'), ofKind('commune'), ofKind('cell')]).toEqual([1, 4, 24]);
    expect(report.units.reduce((sum, unit) => sum + unit.members, 0)).toBe(600);

    const sent = await done<{ id: string; recipients: number }>(
      environment,
      'notice',
      'send',
      '--from',
      report.officer,
      '--unit',
      'SLT',
      '--title',
      'Thử',
      '--body',
      'Nội dung',
      '--ack',
    );
    expect(sent.recipients).toBe(600);

    const get = async <Body>(path: string) =>
      (await (await fetch(`http://127.0.0.1:${phones}${path}`)).json()) as Body;
    const [chat] = await get<{ id: number }[]>('/stand-in/chats');
    const arrived = await until(
      async () =>
        (await get<Message[]>(`/stand-in/chats/${chat!.id}/messages`)).find(({ buttons }) =>
          buttons.some(({ text }) => text === 'Đã nắm'),
        ),
      20_000,
      'the notice on the phone',
    );
    expect(arrived.text).toContain('Nội dung');
    const pressed = await fetch(`http://127.0.0.1:${phones}/phone/${chat!.id}`);
    expect(await pressed.text()).toContain('Đã nắm');
    await fetch(`http://127.0.0.1:${phones}/stand-in/chats/${chat!.id}/press`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ button: 'Đã nắm' }),
    });
    const status = await until(
      async () => {
        const found = await done<{ byStatus: Record<string, number> }>(
          environment,
          'notice',
          'status',
          sent.id,
        );
        return found.byStatus['acknowledged'] === 1 && found.byStatus['created'] === 0 ? found : null;
      },
      20_000,
      'the acknowledgement in the ledger',
    );
    expect(status.byStatus['handed_over']).toBeGreaterThan(30);
    expect(status.byStatus['unreachable']).toBeGreaterThan(400);
    expect(await hub.end()).toBe(0);
  } finally {
    await hub.end('SIGKILL');
    await house.remove();
  }
}, 90_000);
