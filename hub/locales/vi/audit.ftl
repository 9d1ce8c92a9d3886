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
audit-meeting-chased = Hỏi lại người chưa trả lời về buổi họp: { $people } đồng chí
audit-attendance-answered-for = Ghi câu trả lời dự họp thay một đảng viên: { $answer ->
    [yes] dự họp
   *[no] báo vắng
}
audit-attendance-excuse-decided = { $accepted ->
    [true] Chấp nhận lý do vắng họp của một đảng viên
   *[false] Hỏi lại lý do vắng họp của một đảng viên
}
audit-attendance-marked = Điểm danh trong danh sách, { $marks } lượt{ $afterClosing ->
    [true] , nhận sau khi buổi họp kết thúc
   *[false] {""}
}
audit-attendance-corrected = Đính chính điểm danh của một đảng viên: { $before ->
    [present] có mặt
    [late] đến muộn
    [excused] vắng có lý do
   *[absent] vắng không lý do
} thành { $after ->
    [present] có mặt
    [late] đến muộn
    [excused] vắng có lý do
   *[absent] vắng không lý do
}
audit-attendance-year-exported = Tải bảng dự sinh hoạt năm { $year }, { $people } đảng viên
audit-meeting-called = Gọi họp, mời { $invited } người
audit-meeting-changed = Thay đổi buổi họp, báo { $told } người
audit-meeting-cancelled = Hủy buổi họp, báo { $told } người
audit-meeting-opened = Mở điểm danh
audit-meeting-closed = Kết thúc buổi họp, chốt { $settled } người chưa điểm danh
audit-meeting-agenda-set = Ghi chương trình họp, { $items } mục
audit-meeting-document-added = Thêm tài liệu họp
audit-meeting-document-removed = Bỏ tài liệu họp
audit-meeting-reminded = { $step ->
    [handbook] Nhắc người gọi họp đưa tài liệu lên Sổ tay đảng viên
    [report] Nhắc người gọi họp hoàn thiện biên bản
   *[remind] Tự động nhắc họp { $people } người
}
audit-paper-begun = { $kind ->
    [resolution] Lập nghị quyết của buổi họp
    [conclusion] Lập kết luận của buổi họp
   *[minutes] Lập biên bản buổi họp
}
audit-paper-changed = { $kind ->
    [resolution] Sửa dự thảo nghị quyết của buổi họp
    [conclusion] Sửa dự thảo kết luận của buổi họp
   *[minutes] Sửa dự thảo biên bản buổi họp
}
audit-paper-approved = { $kind ->
    [resolution] Duyệt nghị quyết số { $number }
    [conclusion] Duyệt kết luận số { $number }
   *[minutes] Duyệt biên bản số { $number }
}
audit-paper-noted = { $kind ->
    [resolution] Ghi đính chính cho nghị quyết
    [conclusion] Ghi đính chính cho kết luận
   *[minutes] Ghi đính chính cho biên bản
}
audit-paper-downloaded = { $kind ->
    [resolution] Tải tệp nghị quyết của buổi họp
    [conclusion] Tải tệp kết luận của buổi họp
   *[minutes] Tải tệp biên bản buổi họp
}
audit-paper-sent = { $kind ->
    [resolution] Gửi nghị quyết tới { $recipients } đảng viên
    [conclusion] Gửi kết luận tới { $recipients } đảng viên
   *[minutes] Gửi biên bản tới { $recipients } đảng viên
}
audit-paper-notes-given-to-model = Gửi ghi chép tới máy soạn để soạn dự thảo
audit-task-added = Ghi một việc được giao trong buổi họp
audit-task-removed = Bỏ một việc được giao trong buổi họp
audit-task-done = Ghi một việc được giao là đã xong
audit-task-reopened = Ghi một việc được giao là chưa xong
audit-quality-saved = Tự chấm chất lượng buổi họp: { $total } điểm
audit-opinion-noted = Ghi một ý kiến trong buổi họp
audit-opinion-removed = Bỏ một ý kiến ghi nhầm
audit-item-concluded = Ghi kết luận một nội dung họp
audit-motion-recorded = Ghi kết quả biểu quyết
audit-motion-struck = Gạch bỏ một kết quả biểu quyết
audit-ballot-prepared = Lập danh sách phiếu kín
audit-ballot-counted = Ghi kết quả kiểm phiếu
audit-meeting-proposed = Đề xuất buổi họp ngày { $day }, chờ bí thư đồng ý
audit-meeting-series-begun = Đặt lịch họp định kỳ từ ngày { $from }
audit-meeting-series-ended = Dừng lịch họp định kỳ từ ngày { $from }
audit-consultation-opened = Mở lấy ý kiến, { $eligible } đồng chí được hỏi
audit-consultation-extended = Gia hạn lấy ý kiến thêm { $days } ngày
audit-consultation-closed = Kết thúc lấy ý kiến, { $eligible } đồng chí được hỏi
audit-consultation-cancelled = Dừng lấy ý kiến, đã báo { $told } đồng chí
audit-consultation-reminded = { $people ->
        [few] Nhắc trả lời lấy ý kiến
       *[other] Nhắc trả lời lấy ý kiến: { $people } đồng chí
    }
audit-consultation-exported = Tải về kết quả lấy ý kiến ({ $format })
audit-library-added = { $released ->
        [true] Đưa một văn bản vào thư viện
       *[other] Đưa một văn bản vào thư viện, chờ xem lại
    }
audit-library-replaced = { $released ->
        [true] Thay nội dung một văn bản trong thư viện
       *[other] Thay nội dung một văn bản đang chờ xem lại
    }
audit-library-released = Xem lại và phát hành một văn bản của thư viện
audit-library-corrected = Sửa thông tin một văn bản của thư viện
audit-library-removed = Gỡ một văn bản khỏi thư viện
audit-library-refused = { $reason ->
        [classified] Từ chối một tệp có dấu chỉ độ mật, không lưu gì
       *[other] Từ chối một tệp không đọc được, không lưu gì
    }
audit-library-relation-confirmed = Xác nhận quan hệ giữa hai văn bản
audit-library-relation-rejected = Bác quan hệ giữa hai văn bản
audit-assistant-gap-filled = Ghi một câu hỏi của thư viện là đã bổ sung văn bản
audit-assistant-gap-dismissed = Bỏ qua một câu hỏi ngoài thư viện
