import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { operator } from '../../hub/platform/audit.ts';
import { embeddingsStandIn } from '../support/embeddings-stand-in.ts';
import { openTestHub, type TestHub } from '../support/hub.ts';
import { given } from './given-files.ts';

const server = embeddingsStandIn();
let house: TestHub;

beforeAll(async () => {
  house = await openTestHub({
    roles: ['web', 'worker'],
    settings: {
      OPENAI_BASE_URL: await server.listen(),
      OPENAI_EMBEDDING_MODEL: 'nghia',
      OPENAI_EMBEDDING_PREFIXES: 'query: |passage: ',
    },
  });
});
afterAll(async () => {
  await house.close();
  await server.close();
});
beforeEach(async () => {
  server.does('well');
  server.gives(256);
  server.refusesOver(Infinity);
  server.diesAfter(Infinity);
  await house.clear();
});

const library = () => house.hub.library;

async function actor(code: string) {
  return { memberId: (await house.hub.people.memberByCode(code)).id, via: 'console' as const };
}

/** Twenty articles of everyday matters; one of them is about fireflies, and does not call them so. */
function rules(number: string, told = 'Vườn ươm giữ côn trùng phát sáng trong lồng kính.'): string {
  const others = [
    'Văn thư đóng dấu công văn đi trong ngày làm việc.',
    'Kế toán lập bảng kê chứng từ vào cuối quý.',
    'Phòng đọc mở cửa từ thứ hai đến thứ sáu.',
    'Xe ô tô công vụ được bảo dưỡng theo số ki-lô-mét.',
    'Hồ sơ lưu trữ được sắp xếp theo phông và mục lục.',
    'Máy in của cơ quan dùng giấy khổ A4.',
    'Bảo vệ ghi sổ khách ra vào cổng trụ sở.',
    'Nhà ăn phục vụ bữa trưa cho cán bộ trực.',
    'Cây xanh trong khuôn viên được cắt tỉa hai lần.',
    'Hội trường lớn cho mượn khi có giấy đề nghị.',
    'Điện chiếu sáng hành lang tắt lúc mười giờ đêm.',
    'Thư viện nhận báo giấy vào buổi sáng.',
    'Tổ công đoàn tổ chức thăm hỏi người ốm.',
    'Phần mềm chấm công được cập nhật định kỳ.',
    'Rác thải được phân loại tại nguồn.',
    'Bình chữa cháy được kiểm tra áp suất.',
    'Phòng y tế phát thuốc thông thường.',
    'Đội bóng chuyền tập vào chiều thứ tư.',
    'Biển hiệu trụ sở làm bằng đá.',
  ];
  const articles = [...others, told].map((text, at) => `Điều ${at + 1}. Quy định chung\n\n1. ${text}`);
  return [`---`, `number: ${number}`, `---`, `# Quy chế ${number}`, ...articles].join('\n\n');
}

async function put(text: string, unit = 'T'): Promise<string> {
  const added = await library().keeping.add(operator, given(`${unit}-quy-che.md`, text), {
    unit,
    release: true,
  });
  expect(added).toMatchObject({ status: 'indexed' });
  const [row] = await house.hub.database.query<{ version: number }>('select version from library_version');
  await library().finding.until(row!.version);
  return added.document!.id;
}

async function first(typed: string, by: Parameters<typeof actor>[0] | null = null): Promise<string> {
  const { finding } = library();
  const reader = await finding.readerOf(by === null ? operator : await actor(by));
  const [best] = (await finding.search(reader, typed)).statements;
  return best ? best.document.text.slice(best.statement.start, best.statement.end) : '';
}

const vectorsOf = async (model: string) => {
  const [row] = await house.hub.database.query<{ count: number; dimension: number | null }>(
    'select count(*) as count, max(dimension) as dimension from library_vector where model = $1',
    [model],
  );
  return row!;
};

const aboutFireflies = 'Đom đóm ra sao?';
const withinSeconds = { timeout: 15_000, interval: 50 };

/** Waits until every passage has its vector and this process has read it. */
async function untilByMeaning(typed = aboutFireflies): Promise<void> {
  await expect.poll(() => first(typed), withinSeconds).toContain('côn trùng phát sáng');
}

describe('what is asked in other words', () => {
  test('is found by its meaning once there are vectors, and by words alone before', async () => {
    server.does(503);
    await put(rules('1-QC/TW'));
    expect(await first(aboutFireflies)).not.toContain('côn trùng phát sáng');
    server.does('well');
    await untilByMeaning();
  }, 40_000);

  test('typed without diacritics is asked with them', async () => {
    await put(rules('2-QC/TW', 'Con đom đóm là côn trùng phát sáng, được nuôi trong lồng kính.'));
    await untilByMeaning();
    await expect
      .poll(async () => {
        await first('con dom dom duoc nuoi the nao');
        return server.texts();
      }, withinSeconds)
      .toContain('query: con đom đóm được nuôi thế nào');
  }, 40_000);

  test('is asked of the server once, however often it is asked', async () => {
    await put(rules('3-QC/TW'));
    await untilByMeaning();
    const before = server.asked.length;
    await first('Đom đóm có cần giấy tờ không?');
    await first('Đom đóm có cần giấy tờ không?');
    expect(server.asked.length - before).toBe(1);
  }, 40_000);

  test('does not make what has no answer look like one', async () => {
    await put(rules('4-QC/TW'));
    await untilByMeaning();
    const { finding } = library();
    const found = await finding.search(await finding.readerOf(operator), aboutFireflies);
    expect(found.wordScores?.[0] ?? 0).toBeLessThan(found.statements[0]!.score);
  }, 40_000);
});

describe('who may not read a document', () => {
  test('does not find it by its meaning either', async () => {
    await put(rules('5-QC/TW', 'Phòng khách tiếp dân vào thứ ba.'));
    await put(rules('6-QC/X1'), 'X1-C');
    await expect.poll(() => first(aboutFireflies, 'B'), withinSeconds).toContain('côn trùng phát sáng');
    expect(await first(aboutFireflies, 'D')).not.toContain('côn trùng phát sáng');
    const { finding } = library();
    const found = await finding.search(await finding.readerOf(await actor('D')), aboutFireflies);
    expect(found.statements.some(({ document }) => document.number === '6-QC/X1')).toBe(false);
  }, 40_000);
});

describe('vectors', () => {
  test('go with a document that is taken out, and are made anew for what changes in it', async () => {
    const id = await put(rules('7-QC/TW'));
    await untilByMeaning();
    const before = await vectorsOf('nghia');
    const asked = server.texts().length;
    await library().keeping.add(
      operator,
      given('T-quy-che.md', rules('7-QC/TW', 'Lồng kính có côn trùng phát sáng thì khóa cửa.')),
      {
        unit: 'T',
        release: true,
      },
    );
    await expect.poll(() => first('Đom đóm có cần giấy tờ không?'), withinSeconds).toContain('khóa cửa');
    expect(await vectorsOf('nghia')).toEqual(before);
    const anew = server.texts().slice(asked);
    expect(anew.filter((text) => text.startsWith('passage: '))).toHaveLength(1);
    const [document] = await library()
      .reading.browse(operator, {})
      .then(({ documents }) => documents);
    await library().keeping.remove(operator, document?.id ?? id);
    await expect.poll(async () => (await vectorsOf('nghia')).count, withinSeconds).toBe(0);
  });

  test('are not asked for again after a restart, and go on where a server died', async () => {
    await put(rules('8-QC/TW'));
    await untilByMeaning();
    const { count } = await vectorsOf('nghia');
    const before = server.texts().length;
    await house.restart();
    await put(rules('9-QC/TW', 'Cổng sau khóa lúc năm giờ.'));
    await expect.poll(async () => (await vectorsOf('nghia')).count, withinSeconds).toBe(count * 2);
    const passages = server
      .texts()
      .slice(before)
      .filter((text) => text.startsWith('passage: '));
    expect(passages.filter((text) => text.includes('8-QC/TW'))).toEqual([]);
    await untilByMeaning();
  });

  test('of another size replace those before', async () => {
    await put(rules('10-QC/TW'));
    await untilByMeaning();
    const { count } = await vectorsOf('nghia');
    server.gives(128);
    await house.restart();
    await expect.poll(() => vectorsOf('nghia'), withinSeconds).toEqual({ count, dimension: 128 });
    await untilByMeaning();
  });

  test('are there for what a server takes, where it refuses what is too long', async () => {
    server.refusesOver(250);
    await put(
      rules('11-QC/TW', `Vườn ươm giữ côn trùng phát sáng. ${'Việc này được ghi vào sổ. '.repeat(10)}`),
    );
    await untilByMeaning();
    expect(library().finding.warning()).toBe(null);
  });
});

describe('a server that is unwell', () => {
  test.each([500, 'silent', 'no-json'] as const)(
    'leaves what words find, with a warning, until it is well: %s',
    async (manner) => {
      await put(rules('12-QC/TW'));
      await untilByMeaning();
      server.does(manner);
      expect(await first(`Bình chữa cháy kiểm tra gì ${manner}`)).toContain('Bình chữa cháy');
      expect(library().finding.warning()).toBe('embeddings');
      const before = server.asked.length;
      expect(await first(`Máy in dùng giấy gì ${manner}`)).toContain('Máy in');
      expect(server.asked.length).toBe(before);
      const metrics = await house.hub.metrics.registry.metrics();
      expect(metrics).toContain('caunoi_embeddings_unwell 1');
      server.does('well');
      await expect
        .poll(async () => {
          await first(`Đom đóm ra sao ${manner}`);
          return library().finding.warning();
        }, withinSeconds)
        .toBe(null);
    },
    40_000,
  );

  test('that dies in the middle of the library leaves half of it to be found by meaning, and goes on later', async () => {
    server.diesAfter(3);
    await put(rules('13-QC/TW'));
    await put(rules('14-QC/TW', 'Hàng rào phía bắc cao hai mét.'));
    expect(await first('Hàng rào cao mấy mét?')).toContain('Hàng rào');
    server.diesAfter(Infinity);
    await untilByMeaning();
  });
});
