# Trang tổ chức đảng và đảng viên
people-search = Tìm đảng viên
people-search-hint = Họ tên (có dấu hoặc không, theo thứ tự nào cũng được) hoặc mã. Ví dụ: nguyen van an
people-search-button = Tìm
people-found = Tìm thấy { $count } đồng chí
people-found-nobody = Không có ai khớp với “{ $text }” trong phạm vi của đồng chí. Đồng chí thử gõ ít chữ hơn.
people-found-more = Chỉ hiện { $count } đồng chí đầu tiên. Đồng chí gõ thêm chữ để tìm đúng hơn.
people-former = đã ra khỏi danh sách
people-units = Các tổ chức đảng
people-no-units = Đồng chí chưa có tổ chức đảng nào trong phạm vi của mình.
people-count = { $members } đảng viên{ $withoutChannel ->
        [0] {""}
       *[other] , { $withoutChannel } chưa có kênh
    }
people-below = { $count } tổ chức trực thuộc
people-import = Nhập danh sách từ tệp
people-day = { DAY($day) }
people-from = từ ngày { DAY($from) }
people-from-until = từ ngày { DAY($from) } đến hết ngày { DAY($until) }

unit-code = Mã tổ chức
unit-kind = Loại
unit-kind-central = Trung ương
unit-kind-province = Đảng bộ tỉnh, thành phố
unit-kind-commune = Đảng bộ cơ sở (xã, phường)
unit-kind-branch = Đảng bộ bộ phận
unit-kind-cell = Chi bộ
unit-above = Trực thuộc
unit-above-none = Cấp cao nhất trong hệ thống
unit-members = Số đảng viên
unit-below = Tổ chức trực thuộc ({ $count })
unit-without-channel = { $count } đảng viên chưa có kênh nào để nhận thông báo.
unit-print-invitations = In thư mời kết nối
unit-roll = Đảng viên sinh hoạt tại đây ({ $count })
unit-roll-empty = Không có đảng viên nào sinh hoạt trực tiếp tại đây.
unit-roll-all = Xem cả { $count } đồng chí
unit-roll-unreachable = Chỉ xem { $count } đồng chí chưa có kênh
unit-roll-all-reachable = Mọi đồng chí đều có kênh nhận thông báo.
unit-roles = Ai giữ chức vụ ở đây
unit-roles-none = Chưa ghi ai giữ chức vụ ở tổ chức này.
unit-reorganise = Đổi tên, chuyển, nhập, tách tổ chức
unit-groups = Nhóm Zalo ({ $count })
unit-history = Lịch sử tổ chức
unit-event = { $day }: { $kind ->
        [moved] chuyển về trực thuộc { $unit }
        [merged-into] nhập vào { $unit }
        [merged-from] nhận { $unit } nhập vào
        [split-from] tách ra từ { $unit }
        [split-off] tách ra thành lập { $unit }
        [renamed] đổi tên, tên cũ: { $before }
       *[dissolved] giải thể
    }

member-name = Họ và tên
member-code = Mã đảng viên
member-unit = Nơi sinh hoạt
member-nowhere = Hiện không sinh hoạt ở tổ chức nào
member-joined = Ngày vào Đảng
member-phone = Điện thoại
member-phone-hint = Chỉ người giữ danh sách xem được; bỏ trống để xóa
member-email = Thư điện tử
member-language = Ngôn ngữ trò chuyện
member-status = Tình trạng
member-role = Chức vụ
member-channels = Kênh nhận thông báo
member-no-channel = chưa có kênh
member-standing = Hiện nay: { $words }.
member-memberships = Nơi sinh hoạt
member-statuses = Tình trạng
member-roles = Chức vụ
member-over = Đã qua ({ $count })
member-nothing-now = Hiện không có mục nào.
member-no-chats = Chưa có kênh nào. Đồng chí cấp mã mời, hoặc báo trực tiếp cho đồng chí này.
member-chats-order = Thông báo được gửi theo thứ tự này; kênh đầu không được thì tới kênh sau.
member-chats-arrange = Xếp thứ tự kênh
member-edit = Sửa thông tin
member-move = Chuyển nơi sinh hoạt
member-set-status = Ghi tình trạng
member-give-role = Giao chức vụ
member-invite = Cấp mã mời mới
member-invite-by-letter = Gửi thư mời qua thư điện tử
member-invited-by-letter = Đã gửi thư mời. Liên kết trong thư dùng được đến ngày { DAY($until) }; mã cũ chưa dùng không còn hiệu lực.
member-last-invite = Mã mời gần nhất cấp ngày { DAY($day) }: { $state ->
        [used] đã dùng
        [revoked] đã thay bằng mã khác
        [expired] đã hết hạn
       *[waiting] còn dùng được đến { DAY($expires) }
    }.
member-data = Dữ liệu của đồng chí này: tải về, xóa
member-saved = Đã lưu thông tin.
member-moved = Đã ghi: sinh hoạt tại { $unit } từ ngày { DAY($from) }.
member-status-recorded = Đã ghi tình trạng: { $status }.
member-role-given = Đã giao chức vụ.
member-ended = Đã ghi: hết hiệu lực từ ngày { DAY($on) }.

member-status-official = chính thức
member-status-probationary = dự bị
member-status-reduced = giảm công tác
member-status-exempt = miễn công tác và sinh hoạt
member-status-temporarily-exempt = tạm miễn
member-status-away = sinh hoạt tạm thời nơi khác
member-status-visiting = sinh hoạt tạm thời đến
member-status-transferring = đang chuyển sinh hoạt
member-status-suspended = đình chỉ sinh hoạt
member-status-removed = xóa tên
member-status-expelled = khai trừ
member-status-resigned = xin ra
member-status-deceased = từ trần
role-name-secretary = bí thư
role-name-deputy = phó bí thư
role-name-committee = cấp ủy viên
role-name-officer = cán bộ văn phòng
role-name-admin = quản trị
role-in = { $role }, { $unit }
role-since = Từ ngày
role-unit = Ở tổ chức
role-button = Giao chức vụ
membership-home = chính thức
membership-temporary = tạm thời
membership-in = { $unit } ({ $kind })
chat-state-active = đang dùng
chat-state-stopped = đảng viên đã xin tạm ngừng
chat-state-blocked = đang bị chặn
chat-linked = Kết nối ngày { DAY($day) }
chat-unlink = Hủy kết nối kênh này
chat-unlinked = Đã hủy kết nối kênh.
standing-not-member = không còn là đảng viên
standing-informed = nhận thông báo
standing-not-informed = không nhận thông báo
standing-invited = được triệu tập họp
standing-not-invited = không phải triệu tập họp
standing-votes = có quyền biểu quyết
standing-no-vote = không biểu quyết ở đây
standing-counted = tính vào tổng số khi biểu quyết
standing-counted-when-present = chỉ tính vào tổng số khi có mặt
standing-not-counted = không tính vào tổng số
period-planned = sắp tới
period-called-off = đã bỏ
period-recorded-by = { $name } ghi
period-from-file = từ danh sách nhập vào
period-end = Kết thúc
period-end-on = Hết hiệu lực từ ngày
period-call-off = Bỏ, không thực hiện nữa

form-reason = Căn cứ, lý do
form-reason-hint = Ví dụ: Quyết định số 12-QĐ/ĐU
form-day-hint = Ngày, tháng, năm
form-from = Từ ngày
form-unit-hint = Ghi mã tổ chức, xem ở trang của tổ chức đó
form-save = Lưu
form-record = Ghi
form-back = Quay lại
day-wrong = Ngày “{ $text }” không đúng. Đồng chí ghi như 19/05/2026.

move-kind = Chuyển thế nào
move-kind-home = Chuyển chính thức
move-kind-temporary = Sinh hoạt tạm thời
move-to = Nơi đến
move-until = Đến hết ngày (chỉ khi tạm thời)
move-consequences = Chuyển chính thức thì thôi giữ các chức vụ ở nơi cũ. Sinh hoạt tạm thời thì vẫn biểu quyết ở nơi cũ.
move-button = Ghi việc chuyển
status-until = Đến hết ngày (nếu có thời hạn)
leaving-title = Ghi là ra khỏi Đảng?
leaving-who = { $name }: { $status } từ ngày { DAY($from) }.
leaving-consequences = Từ ngày ấy người này thôi giữ mọi chức vụ, thôi sinh hoạt ở mọi tổ chức và không nhận thông báo nữa. Lịch sử vẫn được giữ.
leaving-confirm = Ghi từ ngày { DAY($from) }
unlinking-title = Hủy kết nối { $channel }?
unlinking-who = { $name } sẽ không nhận thông báo qua { $channel } nữa.
unlinking-consequences = Muốn kết nối lại phải có mã mời mới.

invitation-title = Mã mời
invitation-once = Mã chỉ hiện một lần ở đây. Đồng chí in hoặc chép lại và đưa tận tay; mã cũ chưa dùng không còn hiệu lực.
invitation-qr = Mã QR kết nối của đồng chí { $name }
invitation-scan = Đồng chí mở máy ảnh điện thoại, đưa vào hình vuông này rồi bấm vào dòng chữ hiện ra.
invitation-type = Hoặc mở trang { $link }
invitation-valid = Mã chỉ dành cho đồng chí, dùng một lần, đến ngày { DAY($until) }.
invitations-title = Thư mời kết nối – { $unit }
invitations-lead = Tạo thư mời cho { $count } đảng viên chưa có kênh nhận thông báo, mỗi đồng chí một thẻ để in và cắt.
invitations-warning = Các mã đã cấp trước đây mà chưa dùng sẽ không còn hiệu lực.
invitations-make = Tạo { $count } thư mời
invitations-nobody = Mọi đảng viên ở đây đã có kênh nhận thông báo, không cần thư mời nào.
invitations-made = Đã tạo { $count } thư mời. Mã chỉ hiện lần này: đồng chí in ngay bằng lệnh In của trình duyệt.
invitations-print = In các thẻ
