# Lời của khung trang điều hành
console-skip = Đến nội dung chính
nav-label = Các phần của trang điều hành
nav-today = Hôm nay
nav-notices = Thông báo
nav-meetings = Họp
nav-people = Tổ chức, đảng viên
nav-channels = Kênh gửi
nav-audit = Nhật ký
nav-devices = Thiết bị và kênh của tôi
nav-sign-out = Đăng xuất
list-more = Xem tiếp
form-optional = (không bắt buộc)
form-invalid = Mục “{ $field }” chưa đúng hoặc còn thiếu. Đồng chí bấm nút Quay lại của trình duyệt, sửa mục này rồi gửi lại; những gì đã điền vẫn còn.
form-expired = Trang này đã mở quá lâu nên chưa gửi được. Đồng chí quay lại, tải lại trang rồi gửi lại.
form-foreign = Yêu cầu này đến từ một trang khác nên không được nhận. Đồng chí mở trang điều hành và làm lại ở đó.

home-title = Cầu Nối
home-lead = Nơi chi bộ gửi thông báo và đảng viên trả lời.
home-chat = Tôi là đảng viên: mở trò chuyện
home-console = Tôi là bí thư, văn phòng: vào trang điều hành

signin-title = Vào trang điều hành
signin-as = Đồng chí đang đăng nhập với tên { $name }.
signin-own-device = Chỉ đăng nhập trên máy của mình. Liên kết này dùng được một lần.
signin-button = Đăng nhập
signin-how-title = Cách vào trang điều hành
signin-how-chat = Trong trò chuyện với Cầu Nối (Telegram, Zalo hoặc trên web), đồng chí gõ: /console
signin-how-link = Trợ lý gửi lại một liên kết, dùng một lần trong 10 phút. Đồng chí bấm vào liên kết ấy.
signin-how-command = Chưa có trò chuyện nào: đồng chí nhờ người quản trị máy chủ tạo liên kết.
signin-needed = Đồng chí cần đăng nhập để xem trang này.
signin-over = Liên kết đăng nhập này đã dùng, đã hết hạn hoặc không đúng. Đồng chí xin liên kết mới.
problem-sign-in = Cách đăng nhập
problem-chat = Về trò chuyện
problem-home = Về trang Hôm nay
problem-back = Hoặc bấm nút Quay lại của trình duyệt.
