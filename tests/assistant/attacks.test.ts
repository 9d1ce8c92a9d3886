import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Readers } from '../../hub/library/index.ts';
import { operator, type Actor } from '../../hub/platform/audit.ts';
import { signIn } from '../console/reader.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { given, newRule, ownPlan } from './given-library.ts';

let house: TestHub;
const now = new Date('2036-03-12T02:00:00Z');
beforeAll(async () => {
  house = await openTestHub({ roles: ['web', 'bots'], clock: () => now });
  await given(house.hub, 'moi.md', newRule);
}, 60_000);
afterAll(async () => await house.close());

const forbidden = 'xoan đào';

describe('who may not read a document any more', () => {
  let plan: string;
  beforeAll(async () => {
    plan = await given(house.hub, 'cay.md', ownPlan, 'X1-C');
  });

  async function readBy(readers: Readers): Promise<void> {
    const { document } = house.hub.library.reading;
    const { revision, number, kind, issuer, date, effective, expires, title, saidStatus } = await document(
      operator,
      plan,
    );
    const said = { number, kind, issuer, date, effective, expires, title, saidStatus, readers };
    await house.hub.library.keeping.describe(operator, plan, said, revision);
    const [row] = await house.hub.database.query<{ version: string }>(
      'select version::text from library_version',
    );
    await house.hub.library.finding.until(Number(row!.version));
  }

  test('is not shown its words in an answer of before, whatever the index has heard of it', async () => {
    const { id } = await ask('B', 'Chi bộ trồng bao nhiêu cây xoan đào dọc mương Nà Pán?');
    await house.hub.assistant.answer(await actor('B'), id);
    // So that no index hears of it, as in a process that holds none.
    await house.hub.database.query(
      `update library_document set readers = 'roles', reader_roles = '{secretary}' where id = $1`,
      [plan],
    );
    await expect(house.hub.assistant.answer(await actor('B'), id)).rejects.toMatchObject({
      code: 'assistant.answer-unknown',
    });
    await readBy({ who: 'members', roles: [] });
  });

  test('is not told its name in a refusal of before', async () => {
    let id = '';
    await expect
      .poll(async () => {
        const reply = await ask('B', 'Kế hoạch 03-KH/CB và Nghị quyết 99-NQ/TW nói gì về bảo hiểm y tế?');
        id = reply.id;
        return reply.kind === 'refused' && JSON.stringify(reply.near);
      })
      .toContain(plan);
    await readBy({ who: 'roles', roles: ['secretary'] });
    const after = await house.hub.assistant.answer(await actor('B'), id);
    expect(JSON.stringify(after.reply)).not.toContain(plan);
    await readBy({ who: 'members', roles: [] });
  });

  test('finds nothing of its words in an export', async () => {
    const reply = await ask('B', 'Chi bộ trồng bao nhiêu cây xoan đào dọc mương Nà Pán?');
    expect(JSON.stringify(reply)).toContain(`250 cây ${forbidden}`);
    const told = JSON.stringify(await house.hub.people.exportData(await actor('B'), 'B'));
    expect(told).toContain(`bao nhiêu cây ${forbidden}`);
    expect(told).not.toContain(`250 cây ${forbidden}`);
  });
});

describe('who has a copy of the database', () => {
  const unanswered = 'Lệ phí cấp hộ chiếu phổ thông là bao nhiêu?';

  test('reads no question that was not answered, and not on which day it was asked', async () => {
    await ask('B', unanswered);
    const rows = await house.hub.database.query<Record<string, unknown>>('select * from assistant_gap');
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(inPlain(row)).not.toContain('hộ chiếu');
      expect(inPlain(row)).not.toContain('2036-03-12');
      // Version 4: it says nothing of when.
      expect(String(row['id'])[14]).toBe('4');
    }
    expect((await house.hub.assistant.gaps.list(operator)).map(({ question }) => question)).toContain(
      unanswered,
    );
  });

  test('finds beside who was answered neither when it was judged nor what, and beside a judgement no question', async () => {
    const { id } = await ask('B', 'Đảng viên vắng mặt phải báo trước bao lâu?');
    await house.hub.assistant.judge(await actor('B'), id, { helped: false, reason: 'wrong' });
    const [answer] = await house.hub.database.query<Record<string, unknown>>(
      'select * from assistant_answer where id = $1',
      [id],
    );
    expect(Object.keys(answer!).toSorted()).toEqual(
      ['asked_at', 'content', 'handed_over_at', 'id', 'judged', 'member_id'].toSorted(),
    );
    const judged = await house.hub.database.query<Record<string, unknown>>(
      'select * from assistant_judgement',
    );
    for (const row of judged) {
      expect(inPlain(row)).not.toMatch(/vắng mặt|2036-03-12/);
      expect(Object.keys(row)).not.toContain('question');
    }
  });
});

test('a refusal leads to no address that names the person who was asked about', async () => {
  const reader = await signIn(house, 'B');
  await reader.open('/console/ask');
  const page = await reader.press('/console/ask', {
    question: 'Đồng chí Lò Văn Cương bị khiển trách vì vi phạm giao thông đúng không?',
  });
  expect(page.text).toContain('Lò Văn Cương');
  const addresses = [...page.html.matchAll(/(?:href|action)="([^"]*)"/g)].map(([, to]) => decodeURI(to!));
  expect(addresses.join('\n')).toContain('/console/library');
  expect(addresses.join('\n')).not.toMatch(/Cương|Lò/);
});

function inPlain(row: Record<string, unknown>): string {
  return Object.values(row)
    .map((value) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : JSON.stringify(value),
    )
    .join('\n');
}

async function ask(code: string, text: string) {
  return await house.hub.assistant.ask(await actor(code), { text, language: 'vi', via: 'chat' });
}

async function actor(code: string): Promise<Actor & { memberId: string }> {
  return { memberId: (await house.hub.people.memberByCode(code)).id, via: 'chat' };
}
