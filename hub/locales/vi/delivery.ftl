# Kênh gửi, thư chưa tới, rút gọn thông báo cũ
channel-state-well = Chạy tốt
channel-state-open = Không trả lời
channel-state-trying = Đang thử lại
channel-state-blocked = Đang chặn để diễn tập
channel-state-off = Chưa bật

dead-none = Không có ai chưa nhận được trong 30 ngày qua.
dead-no-channel = không có kênh

cli-delivery-waiting = chờ gửi { $waiting }, chưa rõ đã tới chưa { $inDoubt }, chờ lâu nhất { $seconds } giây
cli-delivery-to-expand = Chưa chia về kênh: { $count } người nhận
cli-drill-blocked = Diễn tập: kênh { $channel } im lặng. Xong thì chạy lại với unblock.
cli-drill-unblocked = Đã mở lại kênh { $channel }. Những gì còn chờ sẽ tự đi.
cli-delivery-replayed = Đã đưa vào gửi lại: { $replayed }
cli-delivery-would-replay = Gửi lại được cho { $waiting } người. Thêm --yes để gửi.
cli-delivery-compacted = Đã rút gọn { $notices } thông báo, { $deliveries } lượt gửi.

delivery-nobody-to-resend = Không có ai để gửi lại: chưa có kênh nào liên lạc được, hoặc thông báo đã hủy, đã hết hạn, hoặc đã báo trực tiếp.
delivery-resend-changed = Số người nay đã khác, còn { $count }. Chưa gửi gì cả, đồng chí xem lại rồi bấm lần nữa.

channels-title = Kênh gửi
channels-hint = Mỗi kênh đang chạy thế nào, còn bao nhiêu đồng chí chờ nhận, và việc cần làm tiếp.
channels-reload = Tải lại số mới nhất
channels-to-expand = { $count } đồng chí đang được chia về các kênh.
channels-people = { $count } đồng chí
channels-minutes = { $minutes } phút
channels-waiting = Chờ gửi
channels-oldest = Chờ lâu nhất
channels-in-doubt = Chưa rõ đã tới chưa
channels-rate-title = Tốc độ cho phép
channels-rate = { $perMinute } tin mỗi phút
channels-rate-none = không giới hạn
channels-paused = Kênh yêu cầu tạm dừng tới
channels-since = Từ lúc
channels-probe = Thử lại lúc
channels-dead = Chưa nhận được
channels-dead-hint = Các đồng chí trong phạm vi của đồng chí, với thông báo trong 30 ngày qua, chưa kênh nào đưa tới được và chưa được báo trực tiếp.

channel-todo-well = Không cần làm gì.
channel-todo-open = Hệ thống tự thử lại và chuyển sang kênh khác ai có kênh khác. Việc gấp thì báo trực tiếp. Kéo dài quá một giờ thì báo người quản trị hệ thống.
channel-todo-trying = Kênh vừa trả lời lại, hệ thống đang gửi thử ít một. Đồng chí chờ vài phút.
channel-todo-blocked = Người quản trị đang diễn tập mất kênh, tin đi bằng kênh khác. Xong diễn tập thì người quản trị mở lại.
channel-todo-off = Máy chủ chưa bật kênh này. Cần dùng thì báo người quản trị hệ thống.

dead-title = Các đồng chí chưa nhận được
dead-reason = Vì sao
dead-channel = Kênh
dead-todo = Nên làm gì
dead-who = Danh sách
dead-see = Xem tên
dead-resend = Gửi lại
dead-resend-all = Gửi lại cho tất cả
dead-reason-no-channel = Chưa kết nối kênh nào
dead-reason-no-chat = Đã hủy kết nối hoặc ngừng nhận
dead-reason-blocked = Đã chặn trợ lý
dead-reason-returned = Thư bị trả lại
dead-reason-invalid = Kênh không nhận nội dung này
dead-reason-too-many-attempts = Gửi nhiều lần không được
dead-reason-channel-down = Kênh của đồng chí ấy không trả lời
dead-reason-in-doubt = Không rõ đã tới chưa, nay đã hết hạn
dead-reason-too-large = Tệp đính kèm quá lớn cho kênh này
dead-reason-no-content = Không còn nội dung
dead-reason-other = Lý do khác: { $reason }
dead-todo-invite = Mời đồng chí ấy kết nối lại, thông báo sẽ tự tới. Việc gấp thì báo trực tiếp.
dead-todo-unblock = Nhờ đồng chí ấy mở lại trò chuyện với trợ lý, thông báo sẽ tự tới. Việc gấp thì báo trực tiếp.
dead-todo-channel-back = Kênh thông lại thì thông báo sẽ tự tới, nếu còn hạn. Việc gấp thì báo trực tiếp.
dead-todo-mailbox = Hỏi đồng chí ấy địa chỉ thư đúng, sửa trong danh sách rồi mời lại. Việc gấp thì báo trực tiếp.
dead-todo-tell = Báo trực tiếp cho đồng chí ấy.
dead-todo-resend = Bấm “Gửi lại”. Vẫn không được thì báo trực tiếp.

resend-title = Gửi lại
resend-warning = Sẽ gửi lại cho đúng { $count } đồng chí đang có kênh liên lạc được. Ai chưa có kênh thì chưa gửi được.
resend-confirm = Gửi lại cho { $count } đồng chí
resend-back = Thôi, quay lại
resend-done = Đã đưa vào gửi lại cho { $count } đồng chí.
