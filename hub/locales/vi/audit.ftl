# Những việc đã làm, từng dòng một, cho nhật ký
audit-title = Nhật ký: ai đã làm gì
audit-lead = Mọi thay đổi và mọi lần tải danh sách đều được ghi lại và không sửa, không xóa được.
audit-nothing = Chưa có việc nào được ghi.
audit-export = Tải nhật ký (CSV)
audit-at = Lúc
audit-who = Ai
audit-via = Qua
audit-what = Việc
audit-about = Về
audit-where = Ở tổ chức
audit-by-operator = Người quản trị máy chủ
audit-by-hub = Hệ thống
via-console = Trang điều hành
via-api = Chương trình (API)
via-command = Dòng lệnh
via-chat = Trò chuyện
via-system = Tự động
audit-audit-exported = Tải nhật ký, { $entries } dòng
audit-notice-sent = Gửi thông báo tới { $recipients } đồng chí
audit-notice-reminded = Nhắc { $reminded } đồng chí chưa xác nhận
audit-notice-chased = { $step ->
        [remind] Tự nhắc { $people } đồng chí chưa xác nhận
        [remind_elsewhere] Tự nhắc qua kênh khác { $people } đồng chí chưa xác nhận
        [list] Báo chi bộ gặp trực tiếp { $people } đồng chí
       *[tell_above] Báo số liệu lên cấp trên: { $people } đồng chí chưa xác nhận
    }
audit-notice-chase-stopped = Thôi nhắc, { $stopped } bước không làm nữa
audit-notice-passed-on = Chuyển văn bản xuống { $units } tổ chức trực thuộc, { $recipients } đồng chí nhận
audit-notice-pass-on-taken-back = Rút lại lần chuyển văn bản xuống, chưa ai nhận được
audit-notice-cascade-chased = Tự nhắc { $units } tổ chức chưa chuyển văn bản xuống
audit-notice-cascade-escalated = Báo cấp trên: { $units } tổ chức quá hạn chuyển văn bản xuống
audit-notice-cancelled = Hủy phần chưa gửi, { $cancelled } đồng chí không nhận
audit-notice-compacted = Rút gọn thông báo cũ của { $recipients } đồng chí: giữ số liệu và các xác nhận
audit-delivery-replayed = Gửi lại cho { $replayed } đồng chí chưa nhận được
audit-channel-blocked = Diễn tập: cho kênh im lặng, { $channel ->
    [telegram] Telegram
    [zalo] Zalo
    [zalo_bot] Zalo Bot
    [web] trò chuyện trên trang web
    [email] thư điện tử
    *[push] thông báo đẩy
}
audit-channel-unblocked = Diễn tập xong: mở lại kênh, { $channel ->
    [telegram] Telegram
    [zalo] Zalo
    [zalo_bot] Zalo Bot
    [web] trò chuyện trên trang web
    [email] thư điện tử
    *[push] thông báo đẩy
}
audit-notice-told = Ghi đã báo trực tiếp một đồng chí
audit-notice-untold = Rút lại ghi nhận đã báo trực tiếp một đồng chí
audit-notice-exported = Tải danh sách người nhận, { $recipients } dòng
audit-member-invited = Cấp mã mời cho một đảng viên
audit-member-invited-by-letter = Gửi thư mời tới địa chỉ thư điện tử của một đảng viên
audit-unit-invited = Cấp { $invites } mã mời cho tổ chức đảng
audit-member-edited = Sửa thông tin đảng viên
audit-member-phone-given = Tự gửi số điện thoại của mình
audit-member-moved = { $kind ->
        [temporary] Ghi sinh hoạt tạm thời từ ngày { DAY($from) }
       *[home] Chuyển nơi sinh hoạt từ ngày { DAY($from) }
    }
audit-member-stay-ended = Kết thúc nơi sinh hoạt từ ngày { DAY($on) }
audit-member-status-set = Ghi tình trạng từ ngày { DAY($from) }: { $status ->
        [official] chính thức
        [probationary] dự bị
        [reduced] giảm công tác
        [exempt] miễn công tác và sinh hoạt
        [temporarily_exempt] tạm miễn
        [away] sinh hoạt tạm thời nơi khác
        [visiting] sinh hoạt tạm thời đến
        [transferring] đang chuyển sinh hoạt
        [suspended] đình chỉ sinh hoạt
        [removed] xóa tên
        [expelled] khai trừ
        [resigned] xin ra
       *[deceased] từ trần
    }
audit-member-status-ended = Kết thúc tình trạng từ ngày { DAY($on) }: { $status ->
        [official] chính thức
        [probationary] dự bị
        [reduced] giảm công tác
        [exempt] miễn công tác và sinh hoạt
        [temporarily_exempt] tạm miễn
        [away] sinh hoạt tạm thời nơi khác
        [visiting] sinh hoạt tạm thời đến
        [transferring] đang chuyển sinh hoạt
        [suspended] đình chỉ sinh hoạt
        [removed] xóa tên
        [expelled] khai trừ
        [resigned] xin ra
       *[deceased] từ trần
    }
audit-role-given = Giao chức vụ từ ngày { DAY($from) }: { $role ->
        [secretary] bí thư
        [deputy] phó bí thư
        [committee] cấp ủy viên
        [officer] văn phòng
       *[admin] quản trị
    }
audit-role-ended = Thôi giữ chức vụ từ ngày { DAY($on) }: { $role ->
        [secretary] bí thư
        [deputy] phó bí thư
        [committee] cấp ủy viên
        [officer] văn phòng
       *[admin] quản trị
    }
audit-chat-preferred = Đổi kênh được dùng trước
audit-channel-tried = Gửi thử cho chính mình trên một kênh
audit-channel-login-asked = Xin kết nối tài khoản Zalo
audit-channel-login-agreed = Kết nối tài khoản Zalo
audit-channel-login-pasted = Kết nối tài khoản Zalo bằng mã làm mới
audit-chat-ordered = Xếp lại thứ tự kênh của một đảng viên
audit-chat-follows-unit = Cho kênh của một đảng viên theo thứ tự của tổ chức
audit-chat-unlinked = Hủy kết nối một kênh
audit-sign-in-linked = Xin liên kết đăng nhập trang điều hành
audit-session-opened = Đăng nhập trang điều hành
audit-session-ended = Đăng xuất một thiết bị
audit-request-made = { $kind ->
    [correction] Đề nghị sửa dữ liệu của mình
   *[other] Gửi một yêu cầu
}
audit-request-answered = Trả lời một yêu cầu
audit-member-data-exported = Tải bản đầy đủ dữ liệu của một đảng viên
audit-member-erased = Xóa dữ liệu của một đảng viên
audit-unit-channels-ordered = Xếp thứ tự kênh của tổ chức
audit-unit-channels-inherited = Cho tổ chức theo thứ tự kênh của cấp trên
audit-unit-rehung = Chuyển tổ chức về cấp trên khác từ ngày { DAY($on) }
audit-unit-renamed = Đổi tên tổ chức: { $from } → { $to }
audit-unit-merged = Sáp nhập tổ chức từ ngày { DAY($on) }: { $members } đảng viên chuyển, { $roles } chức vụ kết thúc
audit-unit-split = Tách tổ chức từ ngày { DAY($on) }: { $members } đảng viên chuyển
audit-unit-dissolved = Giải thể tổ chức từ ngày { DAY($on) }
audit-members-exported = Tải danh sách đảng viên, { $members } dòng
audit-units-exported = Tải danh sách tổ chức, { $units } dòng
audit-import-members = Nhập danh sách đảng viên từ tệp: thêm { $created }, sửa { $updated }
audit-import-units = Nhập danh sách tổ chức đảng từ tệp: thêm { $created }, sửa { $updated }
audit-chat-stopped = Ngừng nhận thông báo ở một kênh
audit-chat-resumed = Nhận lại thông báo ở một kênh
audit-device-ended = Ngừng một thiết bị trò chuyện trên web
audit-alerts-switched-on = Bật báo tin trên máy cho trò chuyện trên web
audit-alerts-switched-off = Tắt báo tin trên máy cho trò chuyện trên web
audit-group-code-made = Lấy mã kết nối nhóm Zalo
audit-group-linked = Kết nối một nhóm Zalo với tổ chức
audit-group-mode-set = Đổi cách gửi vào nhóm Zalo: { $mode ->
    [beside] vừa gửi riêng vừa gửi vào nhóm
    [instead] ai có trong nhóm chỉ nhận trong nhóm
   *[fallback] chỉ khi không gửi riêng được
}
audit-group-unlinked = Hủy kết nối một nhóm Zalo
