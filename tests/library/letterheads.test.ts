import { describe, expect, test } from 'vitest';
import { readDocument } from '../../hub/library/index.ts';

const body = '1. Nội dung thứ nhất.\n2. Nội dung thứ hai.';
const of = (head: string) => readDocument('a.txt', `${head}\n${body}`);

test.each([
  [
    'a cell',
    'ĐẢNG BỘ XÃ BẢO THẮNG\nCHI BỘ THÔN 3\n*\nSố 05-NQ/CB\nĐẢNG CỘNG SẢN VIỆT NAM\nBảo Thắng, ngày 5 tháng 1 năm 2026\nNGHỊ QUYẾT\nvề sinh hoạt tháng 01/2026',
    {
      number: '05-NQ/CB',
      kind: 'Nghị quyết',
      issuer: 'Chi bộ thôn 3',
      date: '2026-01-05',
      title: 'NGHỊ QUYẾT về sinh hoạt tháng 01/2026',
    },
  ],
  [
    'a commune',
    'ĐẢNG BỘ TỈNH LÀO CAI\nĐẢNG ỦY XÃ BẢO THẮNG\n*\nSố 12-KH/ĐU ĐẢNG CỘNG SẢN VIỆT NAM\nBảo Thắng, ngày 03 tháng 02 năm 2026\nKẾ HOẠCH\nTHỰC HIỆN CHUYỂN ĐỔI SỐ\nTRONG CÁC CHI BỘ TRỰC THUỘC\nCăn cứ Nghị quyết số 57-NQ/TW;',
    {
      number: '12-KH/ĐU',
      kind: 'Kế hoạch',
      issuer: 'Đảng ủy xã Bảo Thắng',
      title: 'Kế hoạch thực hiện chuyển đổi số trong các chi bộ trực thuộc',
    },
  ],
  [
    'a province',
    'TỈNH UỶ LÀO CAI\n*\nSố 31-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLào Cai, ngày 9 tháng 3 năm 2026\nCHỈ THỊ\ncủa Ban Thường vụ Tỉnh ủy\nvề phòng cháy',
    { number: '31-CT/TU', kind: 'Chỉ thị', issuer: 'Tỉnh ủy Lào Cai', date: '2026-03-09' },
  ],
  [
    'its department, which names only itself',
    'TỈNH ỦY LÀO CAI\nBAN TỔ CHỨC\n*\nSố 12-HD/BTCTU\nLào Cai, ngày 03 tháng 02 năm 2026\nHƯỚNG DẪN\nvề sổ tay chi bộ',
    { issuer: 'Ban Tổ chức Tỉnh ủy Lào Cai', number: '12-HD/BTCTU' },
  ],
  [
    'its department below the party of the province',
    'ĐẢNG BỘ TỈNH LÀO CAI\nỦY BAN KIỂM TRA TỈNH ỦY\n*\nSố 8-TB/UBKTTU\nLào Cai, ngày 03 tháng 02 năm 2026\nTHÔNG BÁO\nkết quả kiểm tra',
    { issuer: 'Ủy ban Kiểm tra Tỉnh ủy Lào Cai', kind: 'Thông báo' },
  ],
  [
    'a department of the Central Committee',
    'BAN CHẤP HÀNH TRUNG ƯƠNG\nBAN TỔ CHỨC\n*\nSố 06-HD/BTCTW\nHà Nội, ngày 09 tháng 6 năm 2025\nHƯỚNG DẪN\nmột số vấn đề về nghiệp vụ',
    { issuer: 'Ban Tổ chức Trung ương', number: '06-HD/BTCTW' },
  ],
  [
    'the Politburo',
    'BỘ CHÍNH TRỊ\n*\nSố 57-NQ/TW\nĐẢNG CỘNG SẢN VIỆT NAM\nHà Nội, ngày 22 tháng 12 năm 2024\nNGHỊ QUYẾT\nvề đột phá phát triển khoa học',
    { issuer: 'Bộ Chính trị', number: '57-NQ/TW' },
  ],
  [
    'the people’s committee of a commune, in two lines',
    'ỦY BAN NHÂN DÂN\nXÃ BẢO THẮNG\n-------\nSố: 120/QĐ-UBND\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n---------------\nBảo Thắng, ngày 12 tháng 8 năm 2025\nQUYẾT ĐỊNH\nVề việc ban hành Quy chế làm việc\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ',
    {
      number: '120/QĐ-UBND',
      kind: 'Quyết định',
      issuer: 'Ủy ban nhân dân xã Bảo Thắng',
      date: '2025-08-12',
      title: 'QUYẾT ĐỊNH Về việc ban hành Quy chế làm việc',
    },
  ],
  [
    'a department of a province, a letter',
    'UBND TỈNH LÀO CAI\nSỞ NỘI VỤ\n-------\nSố: 45/SNV-TCCB\nV/v hướng dẫn chế độ báo cáo\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nLào Cai, ngày 2 tháng 3 năm 2026\nKính gửi: Các xã, phường',
    {
      number: '45/SNV-TCCB',
      kind: 'Công văn',
      issuer: 'Sở Nội vụ',
      date: '2026-03-02',
      title: 'Về việc hướng dẫn chế độ báo cáo',
    },
  ],
  [
    'the National Assembly',
    'QUỐC HỘI\n-------\nLuật số: 60/2024/QH15\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHà Nội, ngày 30 tháng 11 năm 2024\nLUẬT\nDỮ LIỆU\nCăn cứ Hiến pháp;',
    { number: '60/2024/QH15', kind: 'Luật', issuer: 'Quốc hội', title: 'Luật dữ liệu' },
  ],
  [
    'a letterhead in the cells of a table',
    '| ĐẢNG BỘ TỈNH LÀO CAI ĐẢNG ỦY XÃ BẢO THẮNG | ĐẢNG CỘNG SẢN VIỆT NAM |\n| Số 3-BC/ĐU | Bảo Thắng, ngày 1 tháng 4 năm 2026 |\nBÁO CÁO\nkết quả quý I',
    { number: '3-BC/ĐU', kind: 'Báo cáo', date: '2026-04-01' },
  ],
])('the letterhead of %s', (_, head, described) => {
  expect(of(head)).toMatchObject(described);
});

describe('days', () => {
  const said = (sentence: string) =>
    readDocument('a.txt', `Số 5-QĐ/ĐU\nA, ngày 3 tháng 2 năm 2026\n${sentence}`);

  test('from when it holds, where another is named beside it', () => {
    const text = 'Nghị quyết số 1-NQ/ĐU có hiệu lực từ ngày 1/1/2020. Quy định này có hiệu lực từ ngày ký.';
    expect(said(text)).toMatchObject({ date: '2026-02-03', effective: '2026-02-03' });
  });

  test('until when: the day named, or the one after it', () => {
    expect(said('Quy định này có hiệu lực đến hết ngày 31/12/2026.').expires).toBe('2027-01-01');
    expect(said('Kế hoạch này có hiệu lực từ ngày ký đến ngày 30 tháng 6 năm 2027.').expires).toBe(
      '2027-06-30',
    );
    expect(said('Quy định này có hiệu lực từ ngày ký.').expires).toBeNull();
  });

  test('a day that is not filled in yet is none', () => {
    expect(of('Số …-QĐ/ĐU\nA, ngày … tháng … năm 2026\nQUY ĐỊNH\nvề sổ')).toMatchObject({
      number: '',
      date: null,
    });
  });

  test('a day in short', () => {
    expect(of('Số 5-QĐ/ĐU\nLào Cai, ngày 03/02/2026\nQUY ĐỊNH\nvề sổ').date).toBe('2026-02-03');
    expect(of('QUY ĐỊNH\nvề sổ\nCăn cứ Quy định số 24-QĐ/TW, ngày 30/7/2021').date).toBeNull();
  });
});
