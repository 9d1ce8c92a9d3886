# Nhắc tiếp khi còn im lặng: lời gửi cho người phụ trách, dòng thời gian trên trang thông báo
chase-list-title = Cần gặp trực tiếp
chase-list-lead = { $notices } văn bản còn đồng chí chưa xác nhận “Đã nắm”. Đề nghị đồng chí gặp hoặc gọi điện cho từng người dưới đây.
chase-list-closing = Gặp xong, đồng chí ghi “đã báo trực tiếp” ở trang thông báo (gõ /console để mở trang điều hành).
chase-notice = { $place }. { $title }
chase-notice-due = { $place }. { $title } (hạn { MOMENT($dueAt) })
chase-unit = { $unit } ({ $code }):
chase-person = – { $name }
chase-person-lost = – { $name } (chưa kênh nào tới được)
chase-others = và { $count } đồng chí khác
chase-above-title = Tình hình xác nhận ở cấp dưới
chase-above-lead = { $notices } văn bản đến nay vẫn còn đồng chí chưa xác nhận. Số liệu theo từng tổ chức đảng:
chase-above-closing = Đây là số liệu để đồng chí nắm và hỗ trợ cơ sở; tên từng người do chi bộ nơi đó theo dõi.
chase-figures = – { $unit } ({ $code }): { $silent } trong { $recipients } đồng chí chưa xác nhận
chase-other-units = và { $units } tổ chức đảng khác: { $silent } đồng chí

chase-title = Nhắc khi còn im lặng
chase-step-remind = Nhắc lại
chase-step-remind-elsewhere = Nhắc qua kênh khác
chase-step-list = Đưa vào danh sách cần gặp trực tiếp
chase-step-tell-above = Báo số liệu lên cấp trên
chase-waiting = sắp tới
chase-done = đã làm
chase-done-for = đã làm: { $people } đồng chí còn im lặng
chase-needless = không cần nữa
chase-cancelled = đã thôi
chase-hint = Hệ thống tự làm khi tới giờ; ai đã nắm thì không bị nhắc nữa.
chase-stop = Thôi nhắc
chase-stop-title = Thôi nhắc về thông báo này?
chase-stop-warning = { $steps } bước sắp tới sẽ không làm nữa: không ai được nhắc, chi bộ và cấp trên không được báo. Không thể hoàn tác; đồng chí vẫn nhắc tay được.
chase-stop-confirm = Thôi nhắc
chase-stop-back = Cứ nhắc tiếp
chase-stopped = { $stopped ->
    [0] Không còn bước nào sắp tới.
   *[other] Đã thôi nhắc: { $stopped } bước không làm nữa.
}
today-to-meet = Cần gặp trực tiếp: { $names }
today-to-meet-others = và { $count } đồng chí khác
compose-chase = Khi đồng chí nào chưa xác nhận
compose-chase-default = Nhắc như thường lệ: sau một ngày, hai ngày; ba ngày thì chi bộ gặp trực tiếp; năm ngày thì báo số liệu lên cấp trên. Có hạn thì các mốc rút lại cho kịp hạn; tin khẩn thì tính bằng giờ.
compose-chase-gentle = Nhắc nhẹ: một lần sau hai ngày, rồi chi bộ gặp trực tiếp; không báo cấp trên
compose-chase-none = Không tự nhắc
compose-chase-own = Theo mốc riêng, tính bằng giờ
compose-chase-hours = Các mốc riêng
compose-chase-hours-hint = 24, 48, 72, 120 (nhắc, nhắc qua kênh khác, gặp trực tiếp, báo cấp trên)
compose-chase-hours-wrong = Ghi từ một đến bốn mốc giờ tăng dần, ví dụ 24, 48, 72, 120.
preview-chase = Nếu chưa xác nhận
preview-chase-none = Không tự nhắc
preview-chase-step = { $step }: { MOMENT($dueAt) }
cli-chase-step = { MOMENT($at) }  { $step }: { $outcome }
