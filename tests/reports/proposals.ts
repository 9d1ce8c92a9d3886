import type { Proposal } from '../../hub/reports/proposals/proposal.ts';
import { runsOf } from '../../hub/reports/proposals/runs.ts';

let made = 0;

/** What somebody proposed, by name unless it is said otherwise. */
export function proposal(text: string, given: Partial<Proposal> = {}): Proposal {
  made += 1;
  const id = `i${String(made).padStart(5, '0')}`;
  return { id, unitId: 'c', speaker: `m${made}`, named: true, text, runs: runsOf(text), ...given };
}

/** As members of a commune write: some without accents, some in a hurry. */
export const lights = [
  'Đề nghị xã sửa đèn đường đoạn từ nhà văn hóa đến cổng chợ, tối đi rất nguy hiểm.',
  'den duong thon toi hong ca thang nay, de nghi sua som',
  'Kính đề nghị lắp thêm đèn đường ở ngã ba, các cháu đi học về tối om',
  'Đèn đường thôn 3 cháy nhiều bóng chưa ai thay',
  'de nghi cap tren quan tam den duong, ba con di lai kho khan',
  'Mong chính quyền khắc phục đèn đường hỏng lâu ngày.',
  'Đèn đường trước trạm y tế không sáng.',
];
export const drains = [
  'Cống thoát nước đầu thôn bị tắc, mưa là ngập.',
  'Đề nghị nạo vét hệ thống thoát nước khu chợ',
  'he thong thoat nuoc kem qua, nuoc tran vao nha dan',
  'Mương thoát nước thôn 5 đầy rác, hôi lắm',
  'Xin xã cho làm rãnh thoát nước dọc đường bê tông',
  'thoat nuoc cham, duong lay loi, de nghi xem xet',
];
export const insurance = [
  'Thẻ bảo hiểm y tế của mẹ tôi cấp lại hai tháng chưa có.',
  'De nghi ho tro mua bao hiem y te cho ho can ngheo',
  'Bảo hiểm y tế hộ gia đình tăng, nhiều hộ không mua được',
  'Kiến nghị giải quyết nhanh bảo hiểm y tế cho người cao tuổi',
  'thu tuc bao hiem y te con rom ra',
];
export const others = ['Loa truyền thanh rè.', 'Nên trồng cây ven đường.', 'Sân bóng cần rào lại'];
/** No two about the same thing. */
export const scattered = [
  'Loa truyền thanh rè.',
  'Nên trồng cây ven đê.',
  'Sân bóng cần rào lại',
  'Chó thả rông nhiều',
  'Trạm bơm yếu',
  'Cầu treo lung lay',
  'Lớp mầm non chật',
  'Sóng điện thoại chập chờn',
];
