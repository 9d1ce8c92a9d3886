# Dữ liệu của đảng viên: xem, xóa; yêu cầu
request-empty = Đồng chí chưa viết nội dung.
request-unknown = Không có yêu cầu này, hoặc người gửi đã xóa dữ liệu.
request-answered = Yêu cầu này đã được trả lời.
erase-code-wrong = Mã gõ lại không khớp nên chưa xóa gì. Đồng chí gõ đúng mã đảng viên.

requests-title = Yêu cầu của đảng viên
requests-lead = Luật yêu cầu trả lời trong hai ngày làm việc. Câu trả lời được gửi vào trò chuyện của người hỏi.
requests-none = Không có yêu cầu nào đang chờ trả lời.
requests-due = Trả lời chậm nhất ngày { DAY($dueOn) }
requests-overdue = Đã quá hạn
requests-from = { $name } ({ $code }), { $unit }
requests-asked-at = Gửi lúc { MOMENT($at) }
requests-kind = { $kind ->
    [correction] Đề nghị sửa dữ liệu
   *[other] Yêu cầu khác
}
requests-answer = Trả lời
requests-answer-hint = Viết như nói với đồng chí ấy. Nếu phải sửa dữ liệu, đồng chí sửa trước rồi trả lời.
requests-send = Gửi trả lời
requests-told = Đã trả lời, đồng chí ấy nhận được trong trò chuyện.
requests-not-told = Đã ghi câu trả lời, nhưng đồng chí ấy không có kênh nào nhận được. Đồng chí báo trực tiếp.

data-title = Dữ liệu của { $name }
data-lead = Đảng viên có quyền xem và xóa dữ liệu của mình. Mỗi lần tải và mỗi lần xóa đều được ghi vào nhật ký.
data-download-title = Bản đầy đủ
data-download-lead = Một tệp JSON gồm mọi điều hệ thống giữ về đồng chí này: thông tin, nơi sinh hoạt, tình trạng, chức vụ, sự đồng ý, kênh, thông báo đã nhận, yêu cầu, thiết bị, nhật ký. Chỉ giao cho chính đồng chí ấy.
data-download = Tải về
data-erase-title = Xóa dữ liệu
data-erase-lead = Chỉ xóa khi chính đảng viên yêu cầu, hoặc không còn lý do để giữ. Việc này không lấy lại được.
data-erase-open = Xóa dữ liệu…
data-erase-goes = Sẽ xóa
data-erase-goes-list = Họ tên, mã, điện thoại, thư điện tử, ngày vào Đảng, tình trạng, mọi trò chuyện và kênh, yêu cầu, bản nháp, mã mời, thiết bị đăng nhập, mã truy cập API. Thông báo chưa gửi tới đồng chí này bị hủy.
data-erase-stays = Còn giữ, không còn tên
data-erase-stays-list = Lời đồng ý và ngày rút lại (chứng minh đã xử lý đúng luật); số liệu của từng thông báo; thời gian sinh hoạt và chức vụ ở từng tổ chức; nhật ký; thông báo đồng chí này đã gửi cho người khác (nghĩa vụ lưu trữ của tổ chức đảng).
data-erase-backups = Bản sao lưu hằng ngày còn chứa dữ liệu này tối đa bảy ngày rồi tự mất. Bản sao lưu cất ở nơi khác phải xóa riêng.
data-erase-code = Gõ lại mã đảng viên để xác nhận
data-erase-do = Xóa, không lấy lại được
data-erased = Đã xóa dữ liệu. Nhật ký ghi lại việc này.
data-erased-in-words = Đã xóa dữ liệu của { $member }: { $chats } trò chuyện, { $deliveries } lượt gửi được bỏ tên, { $cancelled } lượt gửi hủy.
cli-signin = { $url } (dùng một lần, đến { MOMENT($expiresAt) })
