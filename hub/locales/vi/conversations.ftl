# Lời của trợ lý chi bộ trong trò chuyện
enrolment-stranger = Chào đồng chí. Đây là trợ lý chi bộ. Để nhận thông báo, đồng chí gửi cho tôi mã mời gồm 8 ký tự do bí thư chi bộ cấp (ví dụ: K7QF-2MXD).
enrolment-greeting = Chào đồng chí { $name }, { $unit }.
enrolment-consent = Đồng chí có đồng ý để hệ thống Cầu Nối của tổ chức đảng lưu họ tên, đơn vị và địa chỉ trò chuyện này, chỉ để gửi thông báo và ghi nhận trả lời của đồng chí không? Đồng chí có thể rút lại bất cứ lúc nào bằng cách gõ: rut lai dong y
enrolment-answer-please = Đồng chí bấm “Đồng ý” hoặc “Không đồng ý”, hoặc gõ: dong y / khong.
enrolment-declined = Vâng, tôi không lưu gì cả. Khi nào muốn nhận thông báo ở đây, đồng chí gửi lại mã mời.
enrolment-welcome-1 = Cảm ơn đồng chí { $name }. Từ nay thông báo gửi đến { $unit } sẽ về đây.
enrolment-welcome-2 = Dưới văn bản có nút “Đã nắm”: đồng chí bấm vào, hoặc gõ “da nam”, để báo là đã nhận được.
enrolment-welcome-2-typed = Đọc xong văn bản, đồng chí gõ “da nam” để báo là đã nhận được.
enrolment-welcome-3 = Cần giúp, đồng chí gõ /trogiup. Muốn ngừng nhận, đồng chí gõ /dung.
enrolment-linked-already = Đồng chí đã dùng mã này rồi, thông báo vẫn về đây bình thường.
enrolment-other-person = Cuộc trò chuyện này là của một đồng chí khác. Đồng chí mở trang trên máy của mình rồi nhập mã; nếu dùng chung máy, hãy ngừng thiết bị này ở mục Thiết bị trước.
enrolment-crowd = Lúc này có quá nhiều mã sai được nhập trên trang này, nên chưa nhận thêm mã. Đồng chí thử lại sau 15 phút, hoặc dùng mã trên Telegram.
enrolment-channel-full =
    Trên kênh này đã đủ số người được phép, nên chưa nhận thêm được. Mã của đồng chí vẫn còn nguyên, đồng chí dùng ở đây:
    { $links }
enrolment-too-many = Đồng chí đã nhập sai mã nhiều lần. Đồng chí đợi 15 phút rồi thử lại, hoặc hỏi bí thư chi bộ xin mã mới.

conversation-menu = Đồng chí cần gì ạ?
conversation-help =
    Tôi là trợ lý chi bộ. Tôi chuyển thông báo, văn bản đến đồng chí và báo lại cho chi bộ là đồng chí đã nhận được.
    • Nhận được văn bản: bấm “Đã nắm” hoặc gõ: da nam
    • Hỏi điều cần biết, tôi trả lời theo văn bản: /hoi, hoặc cứ gõ câu hỏi
    • Tìm, đọc văn bản; văn bản chờ xác nhận: /vanban
    • Xem buổi họp tới, báo dự hoặc báo vắng: /hop, hoặc nhắn như thường: toi du, vang vi om
    • Điểm danh: gõ sáu chữ số trên màn hình ở buổi họp
    • Góp ý, kiến nghị, hỏi tổ chức: /gopy; xem lại ý kiến đã gửi: gõ y kien cua toi
    • Trả lời thăm dò, cho ý kiến về dự thảo: /laykien; xem kết quả: gõ ket qua tham do
    • Bí thư, phó bí thư triệu tập họp: /hop moi
    • Bí thư, phó bí thư chuyển văn bản xuống cấp dưới: gõ chuyen xuong
    • Bí thư, phó bí thư lấy mã kết nối nhóm Zalo của chi bộ: /nhom
    • Đổi ngôn ngữ: /ngonngu
    • Ngừng nhận thông báo: /dung
    • Chọn kênh nhận trước: /kenh
    • Xem, sửa dữ liệu của mình: /dulieu
    • Hủy kết nối, xóa dữ liệu: gõ rut lai dong y
    Gõ không dấu cũng được.
conversation-other = Tôi chưa hiểu ý đồng chí. Đồng chí gõ rõ điều cần hỏi, chọn một việc dưới đây, hoặc gõ /trogiup.
conversation-file = Tôi không mở được loại tin này. Tôi nhận chữ, ảnh, tệp PDF, Word, Excel và tin thoại; muốn gửi góp ý, đồng chí gõ /gopy
conversation-polite = Cảm ơn đồng chí.
conversation-notice-closed = Thông báo này đã lâu và đã khép lại, đồng chí không cần xác nhận nữa. Cảm ơn đồng chí.
conversation-not-yours = Nút này không dành cho đồng chí.
conversation-acknowledged-toast = Đã ghi nhận. Cảm ơn đồng chí.
conversation-acknowledged = Đã ghi nhận đồng chí đã nắm: { $title }
conversation-ask-acknowledged = Có phải đồng chí báo đã nhận được văn bản “{ $title }”? Nếu đúng, đồng chí bấm “Đã nắm” hoặc gõ: da nam
conversation-nothing-waits = Hiện không có văn bản nào chờ đồng chí xác nhận.
conversation-waiting = Còn { $count } văn bản chờ đồng chí xác nhận:
conversation-choose = Đồng chí gõ số của văn bản đã nắm, hoặc gõ: tat ca
conversation-language-question = Đồng chí chọn ngôn ngữ:
conversation-language-set = Từ nay tôi dùng tiếng Việt.
conversation-stop-question = Nếu ngừng, đồng chí sẽ không nhận thông báo ở đây nữa và bí thư chi bộ sẽ báo trực tiếp. Đồng chí có chắc không?
conversation-stop-not = Vâng, đồng chí vẫn nhận thông báo ở đây.
conversation-stopped = Đã ngừng. Khi nào muốn nhận lại, đồng chí bấm nút dưới đây hoặc gõ: tiep tuc
conversation-is-stopped = Đồng chí đang ngừng nhận thông báo ở đây. Muốn nhận lại, đồng chí bấm nút hoặc gõ: tiep tuc
conversation-resumed = Đồng chí đã nhận lại thông báo ở đây.
conversation-already-on = Đồng chí vẫn đang nhận thông báo ở đây.
button-consent-yes = Đồng ý
button-consent-no = Không đồng ý
button-waiting = Văn bản chờ xác nhận
button-meetings = Họp chi bộ
button-help = Trợ giúp
button-language = Ngôn ngữ · Language
button-stop = Ngừng nhận thông báo
button-stop-yes = Ngừng nhận
button-stop-no = Không, vẫn nhận
button-resume = Nhận lại thông báo

command-menu = Danh mục
command-meetings = Họp chi bộ
command-help = Trợ giúp
command-language = Ngôn ngữ
command-stop = Ngừng nhận thông báo
