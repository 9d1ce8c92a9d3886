# Dữ liệu của chính đồng chí, trong trò chuyện
my-console-link =
    Đồng chí bấm vào liên kết này để vào trang điều hành:
    { $url }
    Liên kết dùng được một lần, đến { TIME($expiresAt) }. Đồng chí không chuyển cho ai: người mở được vào với tên đồng chí.

my-unlink-question = Hủy kết nối thì thông báo không về trò chuyện này nữa, tôi cũng không nhận ra đồng chí ở đây nữa. Muốn nhận lại phải có mã mời mới. Đồng chí có chắc không?
my-unlinked = Đã hủy kết nối trò chuyện này. Muốn nhận lại, đồng chí xin bí thư chi bộ mã mời mới. Cảm ơn đồng chí.
my-unlink-not = Vâng, trò chuyện này vẫn kết nối như cũ.

my-withdraw-question =
    Đồng chí muốn rút lại sự đồng ý đến mức nào?
    1. Ngừng nhận: không gửi thông báo nữa, lúc nào nhận lại cũng được.
    2. Hủy kết nối: trò chuyện này không còn gắn với đồng chí nữa.
    3. Xóa dữ liệu của tôi: xóa hết ở mọi kênh, không lấy lại được.
    Đồng chí bấm nút, hoặc gõ 1, 2 hay 3.
my-withdraw-not = Vâng, mọi việc vẫn như cũ.

my-erase-question =
    Đồng chí muốn xóa dữ liệu của mình. Việc này không lấy lại được.
    • Sẽ xóa: họ tên, mã, số điện thoại, thư điện tử, ngày vào Đảng, mọi trò chuyện đã kết nối, yêu cầu, thiết bị đăng nhập.
    • Còn giữ, nhưng không còn tên: lời đồng ý và ngày rút lại (để chứng minh đã làm đúng), số lượng người nhận của từng thông báo, thời gian sinh hoạt và chức vụ ở từng tổ chức, nhật ký thao tác, thông báo đồng chí đã gửi cho người khác (tổ chức đảng phải lưu trữ).
    • Sau đó thông báo không về đây nữa. Hồ sơ đảng viên ở tổ chức đảng không đổi: hệ thống này không thay hồ sơ.
    Nếu chắc chắn, đồng chí bấm “Xóa dữ liệu của tôi” hoặc gõ: dong y
my-erase-not = Vâng, không xóa gì cả.
my-goodbye = Dữ liệu của đồng chí được xóa ngay sau tin này, và đây là tin cuối cùng tôi gửi. Cảm ơn đồng chí.

my-data =
    Hệ thống đang giữ về đồng chí:
    • Họ tên: { $name }; mã: { $code }
    • Nơi sinh hoạt: { $unit }
    • Ngày vào Đảng: { $joined }
    • Điện thoại: { $phone }; thư điện tử: { $email }
    • Trò chuyện: { $channels }
    • Đồng ý lưu dữ liệu: { $consents } lần, lần gần nhất { MOMENT($consentAt) }
    • Thông báo đã nhận: { $notices }, đã báo “Đã nắm”: { $acknowledged }
    • Yêu cầu đã gửi: { $requests }; mục về tình trạng và chức vụ: { $standing }
    Chỉ bí thư, cấp ủy và văn phòng ở nơi sinh hoạt và cấp trên xem được, và chỉ để gửi thông báo.
my-data-none = chưa có
my-data-full-asked = Đề nghị gửi bản đầy đủ dữ liệu của tôi.
my-request-taken = Đã ghi yêu cầu của đồng chí. Văn phòng hoặc bí thư trả lời chậm nhất ngày { DAY($dueOn) }, ngay trong trò chuyện này.
my-correct-question = Mục nào chưa đúng, và đúng thì là thế nào? Đồng chí viết một tin, ví dụ: “Ngày vào Đảng của tôi là 19/5/2018”. Muốn thôi thì gõ: thoi
my-correct-not = Vâng, chưa gửi yêu cầu nào.

button-unlink-yes = Hủy kết nối
button-unlink-no = Không, vẫn giữ
button-withdraw-stop = 1. Ngừng nhận
button-withdraw-unlink = 2. Hủy kết nối
button-withdraw-erase = 3. Xóa dữ liệu của tôi
button-erase-yes = Xóa dữ liệu của tôi
button-erase-no = Không, giữ lại
button-data-full = Xin bản đầy đủ
button-data-correct = Báo chỗ chưa đúng

command-channels = Kênh nhận thông báo
command-data = Dữ liệu của tôi
command-console = Vào trang điều hành

my-phone-kept = Đã ghi số điện thoại của đồng chí vào danh sách. Cảm ơn đồng chí.
my-phone-known = Danh sách đã có đúng số điện thoại này. Cảm ơn đồng chí.
my-phone-asked = Danh sách đang ghi một số khác. Tôi đã chuyển số mới tới người giữ danh sách để xem xét, đồng chí sẽ được trả lời.
my-phone-unreadable = Tôi chưa đọc được số điện thoại này. Đồng chí nhắn bí thư chi bộ để sửa nếu cần.
my-phone-request = Số điện thoại đúng của tôi là { $phone } (tôi gửi từ Zalo).
