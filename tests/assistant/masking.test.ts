import { expect, test } from 'vitest';
import { sameQuestion } from '../../hub/assistant/gaps/grouping.ts';
import { masked } from '../../hub/assistant/gaps/masking.ts';

test.each([
  ['Đồng chí Nguyễn Văn An có được miễn sinh hoạt không?', 'Đồng chí … có được miễn sinh hoạt không?'],
  ['Ông Bình nghỉ hưu đóng đảng phí thế nào?', 'Ông … nghỉ hưu đóng đảng phí thế nào?'],
  ['Trần Thị Hoa được xét huy hiệu chưa?', '… được xét huy hiệu chưa?'],
  ['nguyen van an co duoc chuyen sinh hoat khong', '… co duoc chuyen sinh hoat khong'],
  ['Gọi số 0912 345 678 có đúng văn phòng không?', 'Gọi số … có đúng văn phòng không?'],
  ['Gửi về an@xa.gov.vn được không?', 'Gửi về … được không?'],
  ['Thẻ số 012345678901 hết hạn thì làm gì?', 'Thẻ số … hết hạn thì làm gì?'],
])('%s → %s', (question, left) => {
  expect(masked(question)).toBe(left);
});

test.each([
  'Vợ tôi sinh con thứ ba thì có bị xử lý không?',
  'Tôi bị cảnh cáo năm 2024 thì bao giờ hết?',
  'tôi đã ly hôn, khai lý lịch thế nào?',
  'Đồng chí Lan ở số nhà của ông Hùng thuộc diện gì?',
  '0912345678',
])('%s is of somebody’s own life: not kept', (question) => {
  expect(masked(question)).toBeNull();
});

test.each([
  'Mức đóng đảng phí của đảng viên nghỉ hưu?',
  'Nghị quyết 57-NQ/TW giao Đảng ủy Công an Trung ương việc gì?',
  'Học tập tư tưởng Hồ Chí Minh tổ chức thế nào?',
  'Đang thi hành kỷ luật có được chuyển sinh hoạt không?',
  'dang thi hanh ky luat co duoc chuyen sinh hoat khong',
  'Cấp ủy Hà Nội quy định trong tối đa bao nhiêu ngày?',
])('%s stays as it is', (question) => {
  expect(masked(question)).toBe(question);
});

test('a name that the hub knows is hidden however it is written', () => {
  expect(masked('lo van cuong da duoc chuyen chinh thuc chua', ['lo van cuong'])).toBe(
    '… da duoc chuyen chinh thuc chua',
  );
  expect(masked('dong chi cuong, sinh hoat o dau', ['cuong'])).toBe('dong chi … sinh hoat o dau');
});

test('the same asked in other words is the same question', () => {
  const open = [
    { question: 'Mức đóng đảng phí của đảng viên nghỉ hưu là bao nhiêu?' },
    { question: 'Trang phục khi dự lễ kết nạp đảng viên?' },
  ];
  expect(sameQuestion('dang vien nghi huu dong dang phi muc nao', open)).toBe(open[0]);
  expect(sameQuestion('Mặc trang phục gì khi dự lễ kết nạp đảng viên', open)).toBe(open[1]);
  expect(sameQuestion('Đảng viên nghỉ hưu có được bầu cấp ủy không?', open)).toBeNull();
});
