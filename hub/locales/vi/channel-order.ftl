# Thứ tự các kênh: của tổ chức, của đồng chí
channel-order-up = Lên
channel-order-down = Xuống
channel-order-changed = Đã đổi thứ tự kênh.
channels-order-wrong = Thứ tự kênh không đúng: mỗi kênh ghi một lần, và có ít nhất một kênh.

unit-channels = Thứ tự kênh
unit-channels-title = Thứ tự kênh của { $unit }
unit-channels-usual = Đang theo thứ tự thường dùng.
unit-channels-own = Tổ chức này đặt thứ tự riêng.
unit-channels-above = Đang theo thứ tự của { $unit }. Đổi ở đây thì tổ chức này có thứ tự riêng.
unit-channels-hint = Thông báo đi bằng kênh thứ nhất; không tới được thì sang kênh sau. Thứ tự này dùng cho đồng chí ở đây và ở các tổ chức trực thuộc chưa đặt riêng. Ai đã tự chọn thì theo ý đồng chí ấy. Kênh chưa bật hoặc chưa kết nối thì được bỏ qua.
unit-channels-inherit = Theo cấp trên

chats-title = Thứ tự kênh của { $name }
chats-title-own = Thứ tự kênh của đồng chí
chats-none = Chưa kết nối kênh nào.
chats-chosen = Thứ tự này đã được chọn riêng, không đổi theo tổ chức.
chats-by-unit = Đang theo thứ tự của tổ chức.
chats-follow-unit = Theo thứ tự của tổ chức

my-channels =
    Thông báo được gửi trên kênh thứ nhất; không gửi được mới sang kênh sau:
    { $list }
    Muốn kênh nào lên thứ nhất, đồng chí gõ số của kênh đó. Xếp cả dãy thì gõ các số, ví dụ: { $last } 1. Ngừng một kênh thì gõ: ngung { $last }. Nhận lại thì gõ: mo { $last }
my-channels-chosen = Thứ tự này do đồng chí chọn. Muốn theo tổ chức thì gõ: theo don vi
my-channels-mailbox = Muốn nhận cả qua thư điện tử thì gõ: them thu dien tu
my-channels-one = Đồng chí chỉ có một kênh: { $channel }. Thông báo được gửi ở đó.
my-channels-ordered = Đã xếp lại. Từ nay thông báo đi theo thứ tự:
my-channels-by-unit = Từ nay theo thứ tự của tổ chức:
my-channels-none-left = Nay không còn kênh nào để gửi thông báo cho đồng chí.
my-channel-first = Từ nay thông báo được gửi trên { $channel } trước.
my-channel-stopped = Đã ngừng gửi thông báo trên { $channel }. Lúc nào muốn nhận lại, đồng chí gõ /kenh rồi làm theo hướng dẫn.
my-channel-resumed = Từ nay thông báo lại được gửi trên { $channel }.
my-channel-blocked = Đồng chí đang chặn chúng tôi trên { $channel }. Đồng chí mở { $channel }, bỏ chặn rồi nhắn một tin ở đó.
my-channel-unclear = Đồng chí muốn dùng { $channel } trước hay ngừng { $channel }? Muốn ngừng thì gõ “ngừng” và tên kênh, muốn dùng trước thì gõ tên kênh và “trước”.
my-channel-state =
    { $state ->
        [stopped] { $channel } (đang ngừng nhận)
        [blocked] { $channel } (đang chặn)
       *[active] { $channel }
    }
my-channel-here = { $channel } (trò chuyện này)
button-channels-unit = Theo tổ chức
