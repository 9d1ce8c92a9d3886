import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { honest } from '../fakes/openai/behaviours.ts';
import { openAiStandIn } from '../fakes/openai/stand-in.ts';
import { given, regulation } from '../library/given-files.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { signIn } from './reader.ts';

const model = openAiStandIn();
let house: TestHub;
beforeAll(async () => {
  const settings = { OPENAI_BASE_URL: await model.listen(), OPENAI_MODEL: 'small' };
  house = await openTestHub({ roles: ['web'], settings });
  const first = 'Chi bộ giữ sổ tay tại nhà văn hóa trong 18 tháng.';
  await house.hub.library.keeping.add(operator, given('so-tay.md', regulation({ first })), { release: true });
  const [row] = await house.hub.database.query<{ version: number }>('select version from library_version');
  await house.hub.library.finding.until(row!.version);
}, 60_000);
afterAll(async () => {
  await house.close();
  await model.close();
});

const ask = '/console/ask';
const question = 'Chi bộ giữ sổ tay ở đâu, trong bao nhiêu tháng?';

describe('an answer that a model wrote', () => {
  test('has at each sentence the number of a place, which opens there', async () => {
    model.behaves(honest);
    const member = await signIn(house, 'B');
    await member.open(ask);
    const answer = await member.press(ask, { question });
    expect(answer.text).toContain('Trả lời theo văn bản');
    expect(answer.text).toMatch(/18 tháng.*\[1\]/);
    expect(answer.text).toContain('Các chỗ đã dẫn');
    const [, href] = /class="citation" href="([^"]+)"/.exec(answer.html)!;
    const opened = await member.open(href!.replaceAll('&amp;', '&').split('#')[0]!);
    expect(opened.html).toMatch(/<mark id="doan">[^<]*/);
    expect(opened.html).toMatch(/<mark[^>]*>[^<]*18 tháng/);
  });

  test('is judged once, with a reason and without a name', async () => {
    model.behaves(honest);
    const member = await signIn(house, 'B');
    await member.open(ask);
    const { url } = await member.press(ask, { question });
    const judged = await member.press(`${url}/judgement`, { reason: 'outdated' });
    expect(judged.text).toContain('Cảm ơn đồng chí đã nhận xét.');
    expect(judged.html).not.toContain(`action="${url}/judgement"`);
    await member.open(url);
    const again = await member.press(`${url}/judgement`, { helped: 'yes' });
    expect(again.status).toBe(409);
    const committee = await signIn(house, 'V');
    const gaps = await committee.open('/console/library/gaps');
    expect(gaps.text).toContain('Nhận xét về câu trả lời');
    expect(gaps.text).not.toContain('Bình');
  });

  test('that does not come is a quotation, and says why', async () => {
    model.says(500);
    const member = await signIn(house, 'E');
    await member.open(ask);
    const answer = await member.press(ask, {
      question: 'Chi bộ giữ sổ tay tại nhà văn hóa trong bao nhiêu tháng?',
    });
    expect(answer.text).toContain('Lúc này trợ lý không soạn được câu trả lời, nên trích nguyên văn.');
    expect(answer.text).toContain('18 tháng');
  });
});

test('an answer is its asker’s alone', async () => {
  model.behaves(honest);
  const member = await signIn(house, 'B');
  await member.open(ask);
  const { url } = await member.press(ask, { question });
  expect((await (await signIn(house, 'E')).open(url)).status).toBe(404);
});

test('a matter of one’s own, and a greeting, are answered in their own words', async () => {
  const member = await signIn(house, 'B');
  await member.open(ask);
  expect((await member.press(ask, { question: 'Xin chào' })).text).toContain('Chào đồng chí.');
  const own = await member.press(ask, { question: 'Ai là bí thư chi bộ tôi?' });
  expect(own.text).toContain('Nguyễn Văn An');
});
