import { describe, expect, test } from 'vitest';
import { signedDoor } from '../../hub/feedback/index.ts';

const denunciations = [
  'Tôi tố cáo ông Nguyễn Văn B, kế toán xã, tham ô tiền quỹ.',
  'to cao ong A nhan hoi lo',
  'ĐƠN TỐ CÁO\nKính gửi: Ủy ban kiểm tra Đảng ủy xã',
  'Đơn tố cáo về việc chủ tịch xã bán đất công',
  'toi lam don to cao can bo dia chinh xa',
  'Tôi xin tố giác hành vi nhận tiền của bà Lan văn phòng',
  'Tố giác chủ tịch xã',
  'toi xin to giac viec danh bac o nha ong Tu',
  'Ông Nguyễn Văn Tám tham ô 20 triệu đồng tiền hỗ trợ lũ lụt',
  'Bí thư chi bộ thôn đánh bạc bị công an bắt mà không ai xử lý',
  'chu tich xa nhan hoi lo cua doanh nghiep',
  'Bà Hoa kế toán biển thủ tiền đảng phí',
  'anh Dũng công an xã bảo kê xe quá tải',
  'đ/c Bình dùng bằng giả để lên chức',
  'Đồng chí Trần Văn Minh vi phạm quy định những điều đảng viên không được làm',
  'ong bi thu an tien cua dan lam duong',
  'Có việc nhận hối lộ của ông Hải địa chính.',
  'Ông ấy nhận phong bì của nhà thầu.',
  'Phạm Văn Quyết khai man lý lịch đảng viên',
  'Trưởng thôn ăn chặn tiền hỗ trợ hộ nghèo',
  'truong thon an chan tien ho tro ho ngheo',
  'Tôi viết đơn này để tố cáo sai phạm của lãnh đạo xã',
  'Hiệu trưởng lạm dụng chức quyền, trù dập giáo viên',
  'Kính gửi chi ủy, tôi muốn tố cáo một đồng chí trong chi bộ',
  'thu quy lay tien quy cho vay nang lai',
  // From here on written after the rules, and not all of them understood at first.
  'Tôi đề nghị xử lý nghiêm ông Lê Văn Sáu vì lấn chiếm đất công',
  'Toi viet thu nay to cao pho chu tich xa lam sai',
  'Vợ chồng anh Hòa trưởng ban tài chính ăn bớt tiền làm đường',
  'Cô Thu thủ quỹ chi bộ dùng tiền quỹ để mua xe',
  'Hành vi hách sách dân của cán bộ tư pháp Nguyễn Thị Mai',
  'ke toan hop tac xa lap khong chung tu rut tien',
  'Bí thư và chủ tịch xã chia chác đất của dân',
  'Tôi là đảng viên chi bộ 3, xin tố cáo đồng chí Hùng trưởng thôn lập khống danh sách hộ nghèo',
  'ba Thao thu quy an chan tien quy nguoi cao tuoi',
  'Đồng chí Lý Văn Páo có quan hệ bất chính',
  'Kính đề nghị làm rõ việc chủ tịch xã chiếm dụng đất rừng',
  'Nguyễn Thị Hồng lừa đảo tiền của nhiều hộ dân',
  'cong an vien thon 2 bao ke song bac',
  'Tôi muốn tố cáo',
];
const complaints = [
  'Tôi khiếu nại quyết định kỷ luật số 12 của Đảng ủy xã',
  'toi khieu nai quyet dinh thu hoi dat',
  'Đơn khiếu nại về việc xóa tên đảng viên',
  'ĐƠN KHIẾU NẠI',
  'Khiếu nại hình thức kỷ luật cảnh cáo',
  'Tôi làm đơn này khiếu nại việc bị khai trừ khỏi Đảng',
  'Tôi không đồng ý với quyết định kỷ luật đối với tôi',
  'Đề nghị xem xét lại quyết định khai trừ tôi ra khỏi Đảng',
  'toi bi ky luat oan, de nghi xem lai',
  'Gia đình tôi khiếu nại việc đền bù đất đai',
  'Nay tôi gửi đơn khiếu nại đến chi ủy',
  'Chúng tôi khiếu kiện về quyết định thu hồi đất của xã',
  'em xin khieu nai ket luan kiem tra',
  'Tôi có khiếu nại về kết quả phân loại đảng viên',
  'Tôi không chấp nhận hình thức khiển trách mà chi bộ áp dụng với tôi',
  'Xin khiếu nại về việc không cho tôi chuyển đảng chính thức',
  'de nghi dang uy xem lai quyet dinh canh cao toi vi khong dung',
  'Tôi gửi đơn khiếu nại lần hai',
  'Tôi bị xóa tên oan, mong đảng ủy xem xét lại',
  'Kính gửi Đảng ủy: đơn khiếu nại quyết định số 45',
  'toi khong dong y muc ky luat, xin khieu nai',
];
const commonWork = [
  'Công tác giải quyết khiếu nại, tố cáo của xã còn chậm',
  'cong tac giai quyet khieu nai to cao cua xa con cham',
  'Đề nghị tập huấn Luật Tố cáo cho chi ủy viên',
  'Đề nghị tuyên truyền Luật Khiếu nại đến bà con',
  'Phòng chống tham nhũng cần làm thường xuyên hơn',
  'Đề nghị chi bộ sinh hoạt chuyên đề về phòng, chống tham nhũng, tiêu cực',
  'Chủ tịch xã cần chỉ đạo chống đánh bạc trong thôn',
  'Tôi đề nghị công khai kết quả giải quyết khiếu nại của công dân',
  'Người dân khiếu nại nhiều về đất đai, xã nên tiếp dân thường xuyên',
  'Ba con khieu nai nhieu ve tien dien',
  'Đơn thư tố cáo nặc danh có được xem xét không?',
  'Thủ tục khiếu nại kỷ luật Đảng thế nào?',
  'Xin hỏi thời hạn giải quyết tố cáo là bao nhiêu ngày?',
  'Tôi không tố cáo ai, chỉ góp ý về cách làm việc',
  'Cây đa đầu làng to cao quá, sợ đổ vào mùa bão',
  'Tôi thấy tòa nhà to cao che khuất trạm y tế',
  'Đề nghị sửa đường thôn 3 trước mùa mưa',
  'de nghi sua duong thon 3',
  'Ông Tư, bà Năm góp ý nên họp chi bộ vào buổi tối',
  'Đồng chí bí thư nên báo trước lịch họp ba ngày',
  'dong chi bi thu nen bao truoc lich hop',
  'Đồng chí Chủ tịch xã quan tâm hơn công tác phòng chống tham nhũng',
  'Tình trạng thanh niên đánh bạc trong thôn còn nhiều',
  'Tinh trang thanh nien danh bac trong thon con nhieu',
  'Bà con phản ánh tình trạng đánh bạc, lô đề ở chợ',
  'Đề nghị biểu dương phong trào toàn dân tố giác tội phạm',
  'Cần bảo vệ người tố cáo theo quy định',
  'Chi bộ nên học lại Quy định 37 về những điều đảng viên không được làm',
  'Xe tải chạy quá nhanh trên đường liên xã, rất nguy hiểm',
  'Kiến nghị xã hỗ trợ giống lúa cho hộ nghèo',
  'Việc bình xét hộ nghèo cần công khai hơn',
  'Hỏi: đảng phí tháng này nộp ở đâu?',
  'Sinh hoạt chi bộ còn hình thức, ít thảo luận',
  'Đảng ủy cần kiểm tra việc thu chi các loại quỹ ở thôn',
  'Khiếu nại của nhân dân về môi trường cần được trả lời sớm',
  'Ông trưởng thôn làm việc nhiệt tình, bà con quý',
  'Hội nghị nên dành thời gian nói về kết quả phòng chống tham nhũng năm qua',
  'Đề nghị hướng dẫn người dân gửi đơn khiếu nại đúng nơi',
  'Anh em trong chi bộ cần đoàn kết hơn',
  'Xã nên có hộp thư để nhận đơn tố cáo',
  'cac dong chi chi uy vien nen di co so nhieu hon',
  'Đồng chí Phó Bí thư phổ biến chậm nghị quyết về chống lãng phí',
  'Xin đồng chí chủ tịch cho biết bao giờ xử lý việc lấn chiếm lòng đường',
  'Năm nay xã giải quyết đơn khiếu nại nhanh hơn, dân rất mừng',
  'Đề nghị mở lớp về Luật Phòng, chống tham nhũng cho cán bộ thôn',
  'Chị Lan nên được khen vì làm tốt công tác dân vận',
  'Vì sao chủ tịch xã không họp dân về giá đền bù?',
  'Nhà văn hóa thôn dột, ông Sáu đã sửa tạm',
  'Bí thư chi bộ giao việc chưa rõ, mong có bảng phân công',
  'nha van hoa to cao nhung thieu ghe',
  'Đoàn thanh niên nên tuyên truyền tác hại của ma túy, cờ bạc',
  'Trong họp, ông Ba khiếu nại chuyện nước tưới, đề nghị xã trả lời',
  'Đề nghị chi ủy nhắc nhở đồng chí Tâm đi họp đúng giờ',
];

describe('what must be signed', () => {
  test.each(denunciations)('accuses: %s', (text) => {
    expect(signedDoor(text)).toBe('denunciation');
  });

  test.each(complaints)('complains: %s', (text) => {
    expect(signedDoor(text)).toBe('complaint');
  });

  test('is found wherever it stands, in any normal form and with letters nobody sees', () => {
    expect(signedDoor('Chào chi ủy.\n\nTôi tố cáo ông B.'.normalize('NFD'))).toBe('denunciation');
    expect(signedDoor('Tôi t\u200bố c\u00adáo ông B')).toBe('denunciation');
    expect(signedDoor('TÔI KHIẾU-NẠI QUYẾT ĐỊNH SỐ 5')).toBe('complaint');
  });
});

test.each(commonWork)('common work is spoken of freely: %s', (text) => {
  expect(signedDoor(text)).toBeNull();
});

test('time is linear', () => {
  // A second on a machine that is busy with everything else; quadratic, it would take minutes.
  const began = performance.now();
  signedDoor('tôi tố cáo '.repeat(2).concat('đồng chí ông bà a b c tham '.repeat(20_000)));
  expect(performance.now() - began).toBeLessThan(5_000);
});
