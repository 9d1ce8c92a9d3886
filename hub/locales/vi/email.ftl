# Thư điện tử: thư gửi đi và các trang mở từ liên kết trong thư
email-acknowledge-hint = Một trang mở ra, đồng chí bấm thêm một lần ở đó. Không cần đăng nhập.
email-files-enclosed = Kèm theo thư
email-files-named = Tệp quá lớn, không kèm được theo thư
email-file = { $name } ({ $megabytes } MB): đồng chí xem trên trang trò chuyện, hoặc hỏi bí thư chi bộ
email-elsewhere = Việc khác với văn bản này, như chuyển xuống cấp dưới hay xem lại: đồng chí làm ở kênh trò chuyện đã kết nối, hoặc tại { $url }
email-automatic = Thư gửi tự động. Xin đồng chí đừng trả lời thư này.
email-why = Đồng chí nhận thư này vì đã đồng ý nhận thông báo của chi bộ qua địa chỉ này.
email-stop = Không nhận qua thư điện tử nữa
email-note-subject = Cầu Nối
email-not-asked = Nếu thư này không dành cho đồng chí, đồng chí chỉ cần bỏ qua: sẽ không có thư nào khác.

email-invitation-title = Mời đồng chí nhận thông báo của chi bộ
email-invitation-body = Từ nay chi bộ gửi thông báo và văn bản tới từng đồng chí. Mã của đồng chí là { $code }: chỉ dùng một lần và chỉ dành cho đồng chí. Xin đừng chuyển thư này cho người khác.
email-invitation-button = Chọn cách nhận
email-invitation-hint = Trên trang mở ra, đồng chí chọn nhận qua ứng dụng trò chuyện, trên trang web hay qua thư điện tử.
email-proof-title = Đồng chí muốn nhận thông báo qua địa chỉ này?
email-proof-body = Vừa có yêu cầu gửi thông báo của chi bộ tới địa chỉ này. Để chắc rằng đúng địa chỉ của đồng chí, mời đồng chí mở trang dưới đây và bấm “Đồng ý”.
email-proof-button = Mở trang đồng ý
email-proof-hint = Liên kết dùng được trong 3 ngày.

email-over-title = Liên kết không dùng được nữa
email-to-chat = Mở trò chuyện
email-acknowledge-title = Đồng chí đã nắm văn bản này?
email-acknowledged-title = Cảm ơn đồng chí
email-acknowledged-more = Việc khác, như chuyển xuống cấp dưới: đồng chí làm trong trò chuyện.
email-acknowledge-over = Liên kết này không đầy đủ hoặc không phải của Cầu Nối. Đồng chí mở lại từ thư đã nhận, hoặc trả lời trong trò chuyện.
email-closed-title = Không cần xác nhận nữa
email-notice-cancelled = Văn bản này đã được thu hồi, đồng chí không cần xác nhận. Cảm ơn đồng chí.

email-stop-title = Ngừng nhận qua thư điện tử?
email-stop-lead = Sau khi ngừng, thông báo của chi bộ không tới địa chỉ thư này nữa.
email-stop-others = Thông báo vẫn tới đồng chí qua kênh khác đã kết nối.
email-stop-last = Đây là kênh duy nhất của đồng chí: ngừng rồi thì không thông báo nào tới được đồng chí nữa.
email-stop-button = Ngừng nhận
email-stopped-title = Đã ngừng
email-stopped = Từ nay không có thư nào tới địa chỉ này nữa. Đồng chí có thể nhận lại bất cứ lúc nào.
email-resume-button = Nhận lại qua thư điện tử
email-stop-over = Liên kết này không đầy đủ, hoặc địa chỉ thư này không còn nhận thông báo. Đồng chí không cần làm gì thêm.

email-consent-title = Nhận thông báo qua thư điện tử
email-consent-mailbox = Thư gửi tới { $mailbox }.
email-consent = Đồng chí có đồng ý để hệ thống Cầu Nối của tổ chức đảng lưu họ tên, đơn vị và địa chỉ thư này, chỉ để gửi thông báo và ghi nhận trả lời của đồng chí không? Cuối mỗi thư có liên kết để ngừng nhận bất cứ lúc nào.
email-consent-no = Không đồng ý thì đồng chí chỉ cần đóng trang này.
email-joined-title = Đã đồng ý
email-joined = Cảm ơn đồng chí. Từ nay thông báo của chi bộ có thể tới đồng chí qua địa chỉ thư này.

mailbox-link-over = Liên kết này đã quá hạn, không đầy đủ, hoặc trong danh sách nay là một địa chỉ khác. Đồng chí hỏi bí thư chi bộ để nhận thư mời mới.
mailbox-off = Máy chủ này chưa gửi được thư điện tử.
mailbox-none = Danh sách chưa có địa chỉ thư điện tử của đồng chí này.
mailbox-not-sent = Máy chủ thư không nhận thư mời. Đồng chí thử lại sau, hoặc đưa mã bằng cách khác.

mailbox-offer = Trong danh sách có địa chỉ thư { $mailbox } của đồng chí. Đồng chí có muốn nhận thông báo cả qua địa chỉ này không? Kênh nào dùng trước, đồng chí xếp bằng cách gõ: /kenh
mailbox-asked = Tôi vừa gửi một thư tới { $mailbox }. Đồng chí mở thư và bấm “Đồng ý” ở trang mở ra. Chưa bấm thì không có thông báo nào tới địa chỉ ấy.
mailbox-declined = Vâng, tôi không gửi thư. Khi nào muốn, đồng chí gõ: them thu dien tu
mailbox-ask-later = Bây giờ chưa gửi được thư: vừa gửi một thư rồi, hoặc máy chủ thư không nhận. Đồng chí thử lại sau ít phút.
mailbox-nothing-to-add = Trong danh sách chưa có địa chỉ thư của đồng chí, hoặc địa chỉ ấy đã kết nối rồi. Cần thêm thì đồng chí nhờ bí thư chi bộ ghi địa chỉ vào danh sách.
button-mailbox = Thêm thư điện tử
