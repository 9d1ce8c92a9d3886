# Mở người viết ý kiến kín: hai quản trị viên cùng quyết định, người viết được báo
feedback-not-unsealed = { $why ->
    [named] Ý kiến này có ghi tên, không có gì để mở.
    [unlinkable] Ý kiến này không ghi tên: hệ thống không giữ gì dẫn tới người viết.
    [erased] Liên kết không còn: dữ liệu của người viết đã được xóa.
    [answers] Đồng chí trả lời hoặc đã xử lý ý kiến này nên không được biết người viết. Việc này do quản trị viên khác.
    [open] Ý kiến này đang có một đề nghị chưa xong.
    [own] Đề nghị này của chính đồng chí: phải do quản trị viên khác đồng ý.
    [not-own] Chỉ người đề nghị được xem.
    [untold] Người viết chưa được báo. Đồng chí chờ ít phút, thường trong nửa giờ.
    [appointed] Đồng chí được chính người đề nghị giao vai trò quản trị. Việc này do một quản trị viên khác đồng ý.
    [over] Đề nghị này đã kết thúc, hoặc đã quá thời hạn.
   *[command] Đồng ý và xem chỉ làm được khi từng người đăng nhập trang điều hành, không làm bằng dòng lệnh.
}
feedback-told-unsealed =
    Về ý kiến kín số { $number } của đồng chí: hai quản trị viên của { $top } đã quyết định mở liên kết tới người viết, lúc { MOMENT($at) }.
    Người đề nghị: đồng chí { $asker }. Người đồng ý: đồng chí { $agreer }.
    Lý do: { $reason }
    Căn cứ: { $basis }
    Đồng chí { $asker } được xem họ tên đồng chí một lần, trong 24 giờ. Nơi trả lời ý kiến không được biết.

unsealing-title = Mở người viết ý kiến kín
unsealing-lead = Người viết ý kiến kín đã được hứa giữ kín. Chỉ mở khi thật cần, có căn cứ. Phải có hai quản trị viên; người viết được báo ai mở, vì sao, trước khi có người xem. Mọi bước được ghi lại mãi mãi. Người trả lời ý kiến không tham gia.
unsealing-none = Chưa có đề nghị nào.
unsealing-item = Ý kiến số { $number }, { $unit }
unsealing-state = { $state ->
    [asked] Chờ quản trị viên khác đồng ý
    [agreed] Đã đồng ý, chưa xem
    [seen] Đã xem
    [withdrawn] Đã rút đề nghị
    [refused] Đã từ chối
   *[expired] Quá thời hạn
}
unsealing-until = Chậm nhất { MOMENT($until) }
unsealing-by = Người đề nghị
unsealing-with = Người đồng ý
unsealing-who = { $name }, { MOMENT($at) }
unsealing-reason = Lý do
unsealing-reason-hint = Từ 20 đến 500 ký tự. Người viết đọc được.
unsealing-basis = Căn cứ
unsealing-basis-hint = Như: văn bản số … ngày … của … Người viết đọc được.
unsealing-untold = Hệ thống đang báo cho người viết, thường trong nửa giờ. Báo rồi thì xem được.
unsealing-press = { $deed ->
    [agreement] Tôi đồng ý mở
    [seeing] Xem người viết, một lần
    [withdrawal] Rút đề nghị
   *[refusal] Không đồng ý
}
unsealing-ask = Đề nghị mở
unsealing-number = Số của ý kiến
unsealing-ask-send = Gửi đề nghị
unsealing-asked = Đã ghi đề nghị. Trong 72 giờ, một quản trị viên khác cần đồng ý.
unsealing-agreed = Đã đồng ý. Người viết được báo; sau đó người đề nghị xem được một lần, trong 24 giờ.
unsealing-ended = Đề nghị đã dừng. Không ai xem được.
unsealing-seen-title = Người viết ý kiến số { $number }
unsealing-author = { $name } ({ $code })
unsealing-once = Trang này chỉ hiện một lần. Đồng chí có trách nhiệm giữ bí mật và bảo vệ người viết.
unsealing-back = Về danh sách đề nghị

today-unsealing-title = Đề nghị mở người viết ý kiến kín
today-unsealing = { $count } đề nghị chờ một quản trị viên khác xem xét.
today-unsealing-action = Xem đề nghị

audit-feedback-unsealing-asked = Đề nghị mở người viết một ý kiến kín
audit-feedback-unsealing-agreed = Đồng ý mở người viết một ý kiến kín
audit-feedback-unsealing-withdrawn = Rút đề nghị mở người viết một ý kiến kín
audit-feedback-unsealing-refused = Từ chối mở người viết một ý kiến kín
audit-feedback-unsealing-seen = Xem người viết một ý kiến kín

cli-unsealing = { $id } · ý kiến số { $number } · { $name } đề nghị · { $state ->
        [asked] chờ đồng ý
        [agreed] đã đồng ý
        [seen] đã xem
        [withdrawn] đã rút
        [refused] đã từ chối
       *[expired] quá thời hạn
    }
