# Lời của trang trò chuyện trên web
webchat-app-name = Cầu Nối
webchat-app-description = Nhận thông báo của chi bộ và trả lời ngay trên điện thoại
webchat-title = Trợ lý chi bộ
webchat-devices = Máy đang dùng
webchat-back = Về trò chuyện
webchat-log = Các tin nhắn
webchat-older = Xem tin cũ hơn
webchat-to-newest = Về tin mới nhất
webchat-empty = Chưa có tin nào. Có thông báo mới, đồng chí sẽ thấy ở đây.
webchat-from-us = Trợ lý chi bộ:
webchat-from-you = Đồng chí:
webchat-when = { TIME($at) } · { DAY($at) }
webchat-kilobytes = { $size } KB
webchat-megabytes = { $size } MB
webchat-write = Viết trả lời
webchat-send = Gửi
webchat-menu = Danh mục
webchat-new = Có tin mới ↓
webchat-refresh = Xem tin mới
webchat-connecting = Đang kết nối lại…
webchat-offline = Mất mạng. Có mạng lại, tin mới sẽ tự hiện.
webchat-sending = Đang gửi…
webchat-trying-again = Chưa gửi được, đang thử lại…
webchat-not-sent = Chưa gửi được.
webchat-not-pressed = Chưa gửi được, đồng chí bấm lại.

webchat-join-title = Nhận thông báo trên trang này
webchat-join-lead = Đồng chí nhập mã mời gồm 8 ký tự do bí thư chi bộ cấp.
webchat-join-code = Mã mời
webchat-join-button = Tiếp tục
webchat-join-wrong = Đây chưa phải mã mời. Mã gồm 8 chữ và số, ví dụ: K7QF-2MXD. Đồng chí xem lại giấy mời.
webchat-join-where = Chưa có mã, đồng chí hỏi bí thư chi bộ. Không cần cài đặt gì, không cần tài khoản.

webchat-taken-title = Máy này đang mở một trò chuyện
webchat-taken = Trên máy này đang có trò chuyện của một đồng chí. Mỗi máy dùng cho một người, để không ai đọc tin của người khác.
webchat-taken-open = Mở trò chuyện đang có
webchat-taken-end = Kết thúc trò chuyện ấy trên máy này

webchat-link-title = Mở trò chuyện trên máy này
webchat-link-lead = Bấm nút dưới đây, trò chuyện của đồng chí sẽ mở trên máy này.
webchat-link-button = Mở trò chuyện
webchat-link-own = Chỉ mở trên máy của mình. Liên kết này dùng được một lần, xin đừng chuyển cho người khác.
webchat-link-over = Liên kết này đã dùng, đã hết hạn hoặc không đúng. Đồng chí tạo liên kết mới trên máy cũ, hoặc nhập mã mời.

webchat-devices-title = Máy đang dùng
webchat-devices-lead = Trò chuyện của đồng chí đang mở trên những máy này. Thấy máy lạ, đồng chí kết thúc ngay ở đó.
webchat-device-this = Máy này
webchat-device-since = Mở từ { MOMENT($at) }
webchat-device-used = Dùng gần đây: { DAY($at) }
webchat-device-end = Kết thúc trên máy này
webchat-device-end-other = Kết thúc trên máy đó
webchat-device-end-sure = Kết thúc
webchat-device-end-this = Trò chuyện sẽ đóng trên máy đồng chí đang cầm. Muốn mở lại, đồng chí cần mã mời mới.
webchat-device-add-title = Thêm máy
webchat-device-add-lead = Muốn xem cùng trò chuyện này trên máy khác của mình, đồng chí tạo một liên kết dùng một lần.
webchat-device-add = Tạo liên kết
webchat-new-link-title = Liên kết cho máy khác
webchat-new-link-lead = Trên máy kia, đồng chí dùng máy ảnh quét hình dưới đây trước { TIME($at) }.
webchat-new-link-or = Hoặc mở địa chỉ này trên máy kia:

webchat-ended-title = Trò chuyện đã kết thúc trên máy này
webchat-ended = Trò chuyện của đồng chí đã được kết thúc trên máy này, hoặc đã chuyển sang máy khác. Thông báo không về đây nữa.
webchat-ended-unexpected = Nếu đồng chí không làm việc đó, đồng chí báo ngay cho bí thư chi bộ.
webchat-ended-join = Nhập mã mời

webchat-no-device = Trò chuyện không còn mở trên máy này. Đồng chí tải lại trang.
webchat-message-unknown = Không tìm thấy tin này trong trò chuyện của đồng chí.
webchat-file-unknown = Không tìm thấy tệp này trong trò chuyện của đồng chí.
webchat-text-empty = Đồng chí chưa viết gì.
webchat-text-too-long = Tin dài nhất { $longest } ký tự. Đồng chí viết ngắn lại, hoặc gửi làm nhiều tin.

webchat-attach = Gửi ảnh, tệp
webchat-attach-which = Ảnh, tệp PDF, Word, Excel, tệp chữ hoặc bản ghi âm: nhiều nhất { $most } tệp, tất cả không quá 10 MB
webchat-attach-send = Gửi tệp
webchat-no-file = Đồng chí chưa chọn tệp nào.
webchat-files-too-large = Nhiều nhất 5 tệp, tất cả cộng lại không quá 10 MB. Đồng chí gửi ít tệp hơn.
webchat-files-of-members = Đồng chí nhập mã mời trước, rồi gửi ảnh, tệp sau.
