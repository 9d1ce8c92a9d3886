# Trang của từng kênh, báo cho người quản trị
channel-state-needs-person = Cần người xử lý

# { $problem } là lý do của nhà cung cấp, không dịch được
channel-problem =
    { $remedy ->
        [login] Hệ thống mất quyền gửi trên kênh này
        [credit] Hết tiền hoặc chưa gắn tài khoản trả tiền với nhà cung cấp
        [plan] Gói dịch vụ hoặc việc xác thực tài khoản chưa đủ để gửi
        [permission] Tài khoản chưa được cấp quyền gửi tin
        [app] Ứng dụng gửi tin chưa kích hoạt hoặc đã bị gỡ
        [account] Tài khoản gửi tin bị khóa, bị xóa hoặc không đúng
        [standards] Nhà cung cấp cho là nội dung vi phạm quy định
        [key] Khóa, mật khẩu hoặc địa chỉ gửi bị từ chối
       *[other] Nhà cung cấp từ chối gửi ({ $problem })
    }
channel-problem-todo =
    { $remedy ->
        [login] Người quản trị mở trang của kênh và kết nối lại tài khoản.
        [credit] Nạp tiền hoặc gắn tài khoản trả tiền ở trang của nhà cung cấp. Xong thì hệ thống tự gửi tiếp.
        [plan] Nâng gói hoặc xác thực tài khoản ở trang của nhà cung cấp. Xong thì hệ thống tự gửi tiếp.
        [permission] Cấp quyền gửi tin cho ứng dụng ở trang của nhà cung cấp rồi kết nối lại.
        [app] Kích hoạt lại ứng dụng ở trang của nhà cung cấp.
        [account] Liên hệ nhà cung cấp về tài khoản này.
        [standards] Xem lại nội dung vừa gửi. Liên hệ nhà cung cấp nếu đó là nhầm lẫn.
        [key] Người quản trị máy chủ xem lại khóa, mật khẩu và địa chỉ gửi trong cấu hình.
       *[other] Người quản trị máy chủ xem nhật ký và tài liệu vận hành.
    }

alert-needs-person =
    Kênh { $channel } ngừng gửi và không tự khỏi được.
    { $problem }.
    Việc cần làm: { $todo }
    Ai có kênh khác vẫn nhận được ở kênh đó. Xem thêm: { $url }
alert-quota =
    { $kind ->
        [messages] Kênh { $channel } đã gửi { $used } trên { $of } tin của tháng này. Hết thì tin chuyển sang kênh khác. Xem thêm: { $url }
        [money] Kênh { $channel } đã tiêu { $used } trên { $of } đồng của tháng này. Hết thì tin chuyển sang kênh khác. Xem thêm: { $url }
       *[people] Kênh { $channel } đã kết nối { $used } trên { $of } đồng chí. Đủ thì không ai kết nối thêm được. Xem thêm: { $url }
    }

channel-page-login = Kết nối tài khoản
channel-page-quota =
    { $kind ->
        [messages] Số tin tháng này
        [money] Chi phí tháng này
       *[people] Số đồng chí kết nối
    }
channel-page-used =
    { $kind ->
        [messages] { $used } trên { $of } tin
        [money] { $used } trên { $of } đồng
       *[people] { $used } trên { $of } đồng chí
    }
channel-page-quota-low = Sắp hết
channel-page-usage = Đã gửi tháng này
channel-page-usage-none = Tháng này chưa gửi tin nào trên kênh này.
channel-page-way = Cách gửi
channel-page-count = Số tin
channel-page-cost = Chi phí
channel-page-messages = { $count }
channel-page-dong = { $cost } đ
channel-page-total = Cộng
channel-way =
    { $way ->
        [free] Tin thường, miễn phí
        [paid] Tin thường, trả phí
        [template] Tin theo mẫu
        [phone_template] Tin theo mẫu, qua số điện thoại
        [group] Tin trong nhóm
       *[reply] Trả lời khi đồng chí nhắn
    }
channel-page-reachable = Ai nhận được trên kênh này
channel-page-reachable-hint = Trong phạm vi đồng chí phụ trách.
channel-page-active = Đang nhận
channel-page-stopped = Tự ngừng nhận
channel-page-blocked = Đang chặn
channel-page-trial = Gửi thử cho tôi
channel-page-trial-hint = Hệ thống gửi một tin ngắn tới chính đồng chí trên kênh này. Mỗi phút thử được một lần.
channel-page-dead = Chưa nhận được qua kênh này
channel-page-dead-see = Xem danh sách

trial-text = Đây là tin gửi thử trên kênh { $channel }, lúc { MOMENT($at) }. Đồng chí nhận được tin này là kênh đang chạy tốt.
trial-result =
    { $result ->
        [sent] Đã giao cho kênh. Đồng chí xem tin đã tới chưa.
        [closed] Kênh không cho gửi lúc này: đồng chí nhắn một tin trên kênh rồi thử lại.
        [blocked] Kênh không nhận tin cho đồng chí: đồng chí đang chặn, hoặc trò chuyện không còn nữa.
        [refused] Kênh từ chối tin này.
        [later] Kênh đang bận hoặc không trả lời. Đồng chí thử lại sau.
       *[unknown] Đã gửi nhưng kênh không trả lời: không rõ tin đã tới chưa.
    }
trial-channel-off = Máy chủ chưa bật kênh này nên không gửi thử được.
trial-no-chat = Đồng chí chưa kết nối kênh này nên không gửi thử được.
trial-stopped = Đồng chí đang ngừng nhận trên kênh này. Nhận lại rồi thử.
trial-too-soon = Mỗi phút chỉ gửi thử được một lần. Đồng chí chờ một chút.
channel-unknown = Không có kênh này.

dead-reason-closed = Kênh không cho gửi tới đồng chí ấy lúc này
dead-reason-quota = Kênh hết số tin của tháng
dead-reason-budget = Kênh hết kinh phí của tháng
dead-reason-window = Đồng chí ấy lâu không nhắn nên kênh không cho gửi
dead-todo-other-channel = Báo trực tiếp, hoặc nhờ đồng chí ấy kết nối thêm kênh khác.
dead-todo-write = Nhờ đồng chí ấy nhắn một tin trên kênh đó, hoặc kết nối thêm kênh khác. Việc gấp thì báo trực tiếp.
dead-todo-month = Sang tháng thì gửi lại được. Việc gấp thì báo trực tiếp, hoặc nhờ đồng chí ấy kết nối thêm kênh khác.
