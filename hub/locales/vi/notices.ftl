# Lời của thông báo và văn bản chỉ đạo
notice-greeting = Kính gửi đồng chí { $name },
notice-number = Số { $number }
notice-number-and-date = Số { $number }, ngày { DAY($issuedOn) }
notice-ask-acknowledgement = Đọc xong, đồng chí bấm nút “Đã nắm” để báo là đã nhận được.
notice-typed-acknowledgement = Đọc xong, đồng chí trả lời 1 hoặc “da nam” để báo là đã nhận được.
notice-files-elsewhere = Kèm theo { $count } tệp: { $names }. Kênh này không gửi được tệp: đồng chí xem trên kênh khác, hoặc hỏi bí thư chi bộ.
notice-due = Hạn: { MOMENT($dueAt) }.
notice-group-greeting = Kính gửi các đồng chí,
notice-group-typed-acknowledgement = Đọc xong, đồng chí trả lời ngay trong nhóm này: da nam
notice-group-answer-apart = Đồng chí không trả lời trong nhóm này mà nhắn riêng với trợ lý. { $how }
notice-group-files = Kèm theo { $count } tệp: { $names }. Đồng chí xem tệp trong tin nhắn riêng, hoặc hỏi bí thư chi bộ.
notice-group-shortened = (Văn bản còn dài. Đồng chí xem toàn văn trong tin nhắn riêng, hoặc hỏi bí thư chi bộ.)
notice-reminder-title = Nhắc đồng chí: { $title }
notice-reminder-body = Chi bộ chưa nhận được xác nhận của đồng chí về văn bản này.
button-acknowledge = Đã nắm

notice-unknown = Không tìm thấy thông báo { $id }.
notice-invalid = { $field ->
    [title] Tiêu đề phải có từ 1 đến 300 ký tự.
    [body] Nội dung không được để trống và dài nhất 200.000 ký tự.
    [attachments] Kèm nhiều nhất 5 tệp.
    [attachment-size] Tệp kèm không được rỗng và nặng nhất 20 MB.
    [idempotency-key] Khóa chống gửi lặp dài 1 đến 200 ký tự, không dấu và không có khoảng trắng.
    [expires-at] Thời điểm hết hiệu lực phải sau thời điểm gửi.
    [chase] Cách nhắc lại chưa đúng: ghi từ 1 đến 4 mốc giờ tăng dần, cách nhau ít nhất 15 phút và không quá 90 ngày; hai mốc nhắc đầu phải trước hạn; thông báo phải yêu cầu xác nhận.
    [cascade] Chuyển từng cấp thì đến tận đảng viên, không chọn chỉ bí thư.
    [members] Mỗi lần ghi báo trực tiếp nhiều nhất 200 đồng chí.
   *[other] Thông báo chưa đúng ở mục { $field }.
}
notice-classified = { $where ->
    [attachment] Tệp kèm có đóng dấu “{ $mark }”
   *[other] Nội dung có dấu “{ $mark }”
} nên không được gửi qua hệ thống này và không có gì được lưu lại. Văn bản mật phải chuyển qua văn thư, cơ yếu.
notice-no-recipients = Không có ai để nhận ở đơn vị { $unit }. Hãy kiểm tra danh sách đảng viên của đơn vị.
notice-idempotency-conflict = Khóa chống gửi lặp này đã dùng cho một thông báo khác. Hãy dùng khóa mới.
notice-no-acknowledgement-wanted = Thông báo này không yêu cầu xác nhận hoặc đã hủy nên không nhắc được.
notice-not-for-member = Thông báo này không gửi (hoặc chưa gửi) cho đảng viên { $member }.
notice-already-acknowledged = Đảng viên { $member } đã xác nhận trước đó.
notice-not-told-by-you = Chỉ người đã ghi “đã báo trực tiếp” cho đảng viên { $member } mới rút lại được, và chỉ trong vòng một ngày.
notice-compacted = Thông báo này đã quá cũ, được rút gọn từ { MOMENT($compactedAt) }: không nhắc và không ghi nhận báo trực tiếp được nữa.
notice-reminded-just-now = Vừa nhắc xong. Có thể nhắc lại từ { MOMENT($againAt) }.
notice-draft-gone = Bản soạn này không còn: đã gửi, đã bỏ, hoặc để quá một giờ. Đồng chí soạn lại thông báo.
notice-attachment-unknown = Không tìm thấy tệp kèm này.
notice-day = { DAY($day) }
