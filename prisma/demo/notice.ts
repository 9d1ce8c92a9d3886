/** A notice the demo sends; what it says is invented. */
export interface DemoNotice {
  readonly title: string;
  readonly body: string;
  readonly kind: 'directive' | 'notice';
  /** Only a directive is numbered. */
  readonly number?: string;
  /** Whether the reader is asked to press "Đã nắm". */
  readonly ack: boolean;
}

/** A directive of the province, a meeting notice of a cell, and an announcement that asks for no answer. */
export const demoNotices: readonly DemoNotice[] = [
  {
    kind: 'directive',
    number: '27-KH/TU',
    ack: true,
    title: 'Kế hoạch bồi dưỡng kỹ năng số cho đảng viên ở chi bộ',
    body: letter(`
Kính gửi đồng chí,

Ban Thường vụ Tỉnh ủy Sông Lam Thượng ban hành Kế hoạch số 27-KH/TU, ngày 26/10/2026 về bồi dưỡng kỹ năng số
  cho đảng viên ở chi bộ. Nội dung chính:

1. Trong quý I năm 2027, mỗi chi bộ dành ít nhất một buổi sinh hoạt chuyên đề hướng dẫn đảng viên dùng dịch vụ
  công trực tuyến, nhận biết tin giả và giữ an toàn thông tin cá nhân.
2. Chi ủy phân công đảng viên thành thạo kèm cặp đảng viên cao tuổi; đồng chí chưa có điện thoại thông minh
  được hướng dẫn trực tiếp.
3. Không soạn thảo, chụp, lưu giữ, gửi tài liệu mật trên điện thoại và mạng xã hội.
4. Chi bộ báo cáo kết quả với đảng ủy xã, phường chậm nhất ngày 31/3/2027.

Đề nghị đồng chí bấm “Đã nắm” để báo đã nhận kế hoạch. Việc quán triệt thực hiện tại buổi sinh hoạt chi bộ.

Trân trọng.
(Văn bản minh họa trong bản dùng thử, không phải văn bản thật.)`),
  },
  {
    kind: 'notice',
    ack: true,
    title: 'Thông báo sinh hoạt chi bộ thường kỳ tháng 12 năm 2026',
    body: letter(`
Kính gửi đồng chí,

Chi ủy trân trọng thông báo buổi sinh hoạt chi bộ thường kỳ tháng 12 năm 2026:

- Thời gian: 19 giờ 30 phút, thứ Năm, ngày 03/12/2026.
- Địa điểm: nơi sinh hoạt thường kỳ của chi bộ.
- Nội dung: thông tin thời sự; đánh giá việc thực hiện nghị quyết tháng 11; thảo luận, biểu quyết nhiệm vụ
  tháng 12; bàn việc thực hiện kế hoạch bồi dưỡng kỹ năng số.

Đề nghị đồng chí dự đầy đủ, đúng giờ và chuẩn bị ý kiến phát biểu. Nếu không dự được, đồng chí báo cáo lý do
  với đồng chí bí thư trước buổi sinh hoạt.

Trân trọng.
(Thông báo minh họa trong bản dùng thử.)`),
  },
  {
    kind: 'notice',
    ack: false,
    title: 'Lịch hướng dẫn kỹ năng số tại nhà văn hóa tháng 12 năm 2026',
    body: letter(`
Kính gửi đồng chí,

Tổ công nghệ số cộng đồng hướng dẫn trực tiếp tại nhà văn hóa thôn, bản, tổ dân phố vào 8 giờ sáng các ngày
  thứ Bảy 05, 12, 19 và 26/12/2026: cài đặt ứng dụng, nộp hồ sơ trực tuyến, phòng tránh lừa đảo qua mạng.

Đồng chí cần giúp có thể mang điện thoại đến, không phải đăng ký trước. Khi được hướng dẫn, đồng chí không đưa
  mật khẩu hoặc mã xác thực cho bất kỳ ai.

Trân trọng cảm ơn đồng chí.
(Thông báo minh họa trong bản dùng thử.)`),
  },
];

/** In the source a long line goes on indented below; a chat breaks lines by itself. */
function letter(source: string): string {
  return source.trim().replaceAll('\n  ', ' ').normalize('NFC');
}
