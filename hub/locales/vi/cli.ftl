# Lời của dòng lệnh
cli-notice-sent = Đã nhận gửi tới { $recipients } người. Mã thông báo: { $id }
cli-notice-cancelled = Đã hủy { $count } lượt chưa gửi.
cli-notice-reminded = Đang nhắc { $count } người chưa xác nhận.
cli-notice-told = Đã ghi: { $member } được báo trực tiếp.
cli-status-recipients = Người nhận: { $count }
cli-status-in-person = Trong số đã nắm, báo trực tiếp: { $count }
cli-status-in-doubt = Đã hỏi kênh mà chưa có trả lời: { $count }
cli-status-duplicates = Lượt gửi lại vì không rõ kết quả (nhiều nhất là ngần ấy tin bị lặp): { $count }
cli-status-unreachable = Không liên lạc được, cần báo trực tiếp: { $members }
cli-status-failed = Gửi nhiều lần không được, cần báo trực tiếp: { $members }
cli-imported = Thêm { $created }, sửa { $updated }, giữ nguyên { $unchanged }, lỗi { $errors }.
cli-import-row = Dòng { $row }: { $message }
cli-invited = Đã tạo { $count } mã mời.
cli-migrated = { $count ->
    [0] Cơ sở dữ liệu đã mới nhất.
   *[other] Đã cập nhật cơ sở dữ liệu: { $names }
}
cli-backed-up = Đã sao lưu vào { $file } ({ $bytes } byte). Bản sao lưu không chứa khóa: hãy giữ thư mục khóa ở nơi khác.
cli-restored = Đã khôi phục { $count } dòng.
cli-no-file = Không đọc được tệp { $file }.
cli-not-utf-8 = Tệp { $file } không phải văn bản UTF-8. Hãy lưu lại dạng UTF-8.
cli-internal = Có lỗi bên trong hệ thống. Chi tiết ở nhật ký.

status-created = Tạo, chưa giao kênh
status-handed-over = Đã giao kênh
status-delivered = Tới máy
status-seen = Đã xem
status-acknowledged = Đã nắm
status-failed = Không gửi được
status-unreachable = Không liên lạc được
status-cancelled = Đã hủy

backup-unreadable = Tệp này không phải bản sao lưu của Cầu Nối, hoặc đã hỏng.
backup-not-empty = Cơ sở dữ liệu đích đã có dữ liệu. Chỉ khôi phục vào một cơ sở dữ liệu mới.
backup-other-schema = Bản sao lưu mới hơn phần mềm này (có { $migration }). Hãy cập nhật phần mềm rồi khôi phục.
cli-bench-chats = { $chats } trò chuyện trên web đang mở, cơ sở dữ liệu { $database }: thông báo hiện ở mọi trang sau { $receivedWithinMs } ms ({ $p50Ms } ms ở một nửa số trang, { $p99Ms } ms ở 99 trong 100 trang); mất { $lost }, lặp { $doubled }, đã tới { $delivered }; bộ nhớ { $rssMb } MB
cli-bench-people = { $members } đảng viên, cơ sở dữ liệu { $database }: một lần tìm mất { $p50Ms } ms (một nửa số lần), { $p95Ms } ms (95 trong 100 lần)
cli-bench-fanout = { $recipients } người nhận, cơ sở dữ liệu { $database }, hàng đợi { $queue }: hệ thống gửi { $hub } tin mỗi giây, bằng { $ratioToCeiling } lần vòng lặp undici trần ({ $ceiling }) và { $ratioToGrammy } lần vòng lặp grammY trần ({ $grammy }); mất { $lost }, lặp { $duplicates }; tin đầu sau { $firstMs } ms; bộ nhớ { $rssMb } MB; { $cpuUsPerMessage } µs bộ xử lý mỗi tin
cli-bench-lanes = { $recipients } người nhận, cơ sở dữ liệu { $database }, hàng đợi { $queue }: 95/100 lượt bấm nút được trả lời trong { $idleMs } ms khi rảnh, { $busyMs } ms khi đang gửi hàng loạt ({ $taps } lượt bấm, 99/100 trong { $busyWorstMs } ms, cùng lúc gửi { $perSecond } tin mỗi giây); mất { $lost }
cli-bench-pacing = { $seconds } giây với { $workers } tiến trình gửi, cơ sở dữ liệu { $database }, hàng đợi { $queue }: gửi { $sent } trên { $allowed } tin được phép (tỷ lệ { $share }), trong đó trả lời { $answered } lượt bấm; nhà cung cấp từ chối { $violations } lần; thông báo của một chi bộ năm mươi người gửi xen kẽ mất { $cellSeconds } giây
cli-bench-webhook = { $events } sự kiện của Zalo, { $perSecond } mỗi giây, cơ sở dữ liệu { $database }: nhận { $accepted }, nửa số được trả lời trong { $p50Ms } ms, 99 phần trăm trong { $p99Ms } ms, mất { $lost }
cli-bench-search = { $passages } đoạn của { $documents } văn bản, lập chỉ mục trong { $buildMs } ms, không giữ việc khác quá { $longestHoldMs } ms, tổng cộng { $rssMb } MB: nửa số câu hỏi tìm xong trong { $p50Ms } ms, 95 phần trăm trong { $p95Ms } ms, với người chỉ được đọc một phần mười thì trong { $withRightsP95Ms } ms; văn bản thay đổi tìm thấy sau { $updateMs } ms, trong lúc đó 95 phần trăm lượt tìm xong trong { $updatingP95Ms } ms
cli-bench-checkin = { $members } đảng viên điểm danh bằng mã trong { $seconds } giây, cơ sở dữ liệu { $database }, hàng đợi { $queue }: nửa số được ghi nhận và trả lời trong { $p50Ms } ms, 95 phần trăm trong { $p95Ms } ms; mất { $lost }, lặp { $double }
cli-bench-fanout-peer = BullMQ, mỗi tin một việc: { $bullmq } tin mỗi giây
cli-bench-growth = { $notices } thông báo, mỗi thông báo { $recipients } người, cơ sở dữ liệu { $database }: mỗi lượt gửi { $bytesPerDelivery } byte (bảng { $tableBytesPerDelivery }, chỉ mục { $indexBytesPerDelivery }); cập nhật không chạm chỉ mục: { $heapOnly }; mất { $lost }
cli-bench-compacted = Sau khi rút gọn trong { $seconds } giây: mỗi lượt gửi { $compacted } byte
cli-bench-expand = { $recipients } người nhận, cơ sở dữ liệu { $database }: nhận gửi { $acceptSeconds } giây, lập danh sách { $seconds } giây ({ $perSecond } dòng mỗi giây), phần đầu sau { $firstSliceMs } ms

capacity-title = Một thông báo tới { $people } đảng viên, qua một tài khoản, mất:
capacity-machine = Máy này, không kênh nào giới hạn
capacity-telegram = Telegram, 30 tin mỗi giây
capacity-telegram-paid = Telegram trả phí, 1.000 tin mỗi giây
capacity-zalo-growth = Zalo OA gói Growth, 100 yêu cầu mỗi phút
capacity-zalo-comprehensive = Zalo OA gói Comprehensive, 2.000 yêu cầu mỗi phút
capacity-zalo-bot = Zalo Bot, 3.000 tin mỗi tháng
capacity-minutes = { $count } phút
capacity-hours = { $count } giờ
capacity-days = { $count } ngày
cli-mail-taken = { $taken ->
    [failed] Đã ghi: thư không tới nơi, thông báo đi tiếp bằng kênh khác nếu có.
    [delayed] Thư đang chậm, máy chủ thư còn gửi tiếp: không ghi gì.
   *[ignored] Không phải thư bị trả lại của hệ thống này: bỏ qua.
}
cli-meeting-called = Đã mời { $invited } người. Mã buổi họp: { $id }
cli-meeting-opened = Mã điểm danh lúc này: { $code }
cli-meeting-closed = Buổi họp đã kết thúc.
cli-meeting-cancelled = Đã hủy buổi họp, báo cho { $told } người.
cli-meeting-answers = Mời { $invited }: dự { $yes }, vắng { $no }, chưa trả lời { $unknown }
cli-meeting-attendance = Có mặt { $present }, đến muộn { $late }, vắng có lý do { $excused }, vắng không lý do { $absent }, chưa rõ { $unknown }
cli-meeting-quorum-met = Biểu quyết: { $present } có mặt, cần { $required } trên { $base }: đủ để thông qua ({ $rule })
cli-meeting-quorum-not-met = Biểu quyết: { $present } có mặt, cần { $required } trên { $base }: chưa đủ để thông qua ({ $rule })
cli-indexed = Đưa vào thư viện { $indexed } văn bản, không đổi { $unchanged }, từ chối { $refused }, không đọc được { $failed }
cli-found-nothing = Không tìm thấy đoạn nào.
cli-found = { $number } { $title }
    { $locator }
    { $text }
