# Văn bản chuyển từng cấp: lời trong tin nhắn, trò chuyện, trang điều hành
cascade-passed-on-by = { $unit } chuyển tới
cascade-instruction = { $unit } chỉ đạo thêm: { $text }
cascade-ask-to-pass-on = Đồng chí phụ trách cấp ủy: nắm xong, chuyển xuống đơn vị mình trước { MOMENT($passOnBy) }; gõ: chuyen xuong

cascade-no-units = Tổ chức { $unit } không có tổ chức đảng trực thuộc nên không chuyển từng cấp được. Đồng chí gửi thẳng đến đảng viên.
cascade-straight = Thông báo này gửi thẳng đến người nhận, không chuyển từng cấp.
cascade-nothing = Ở { $unit } không có văn bản nào chờ chuyển xuống: văn bản chưa tới, đã chuyển rồi, hoặc dưới đó không còn ai chờ.
cascade-cancelled = Văn bản “{ $title }” đã bị hủy, không chuyển xuống nữa.
cascade-due-later = Cấp trên giao hạn { MOMENT($dueAt) }. Cấp dưới chỉ đặt hạn sớm hơn hoặc bằng hạn đó.
cascade-due-past = Hạn đồng chí đặt đã qua. Đồng chí đặt một thời điểm trong tương lai.
cascade-instruction-long = Chỉ đạo thêm dài nhất 4.000 ký tự. Dài hơn thì đồng chí ban hành văn bản riêng.
cascade-gone = Đã có người nhận được văn bản hoặc đã chuyển quá 10 phút nên không rút lại được. Nếu cần, đồng chí hủy phần chưa gửi ở trang thông báo; những người đã nhận sẽ được báo.

cascade-withdrawn-title = Văn bản được thu hồi
cascade-withdrawn = Văn bản “{ $title }” do { $unit } gửi đã được thu hồi, không còn hiệu lực chuyển tiếp. Đề nghị đồng chí dừng triển khai và chờ thông báo mới.
cascade-withdrawn-level = { $unit } đã rút lại lần chuyển văn bản “{ $title }”. Đề nghị đồng chí tạm dừng triển khai; khi chuyển lại, đồng chí sẽ nhận được tin mới.

cascade-chase-title = Văn bản chờ chuyển xuống
cascade-chase-lead = Còn văn bản cấp trên giao mà đơn vị đồng chí chưa chuyển xuống:
cascade-chase-line = – { $title } ({ $unit }, hạn chuyển { MOMENT($passOnBy) })
cascade-chase-closing = Để chuyển, đồng chí gõ: chuyen xuong
cascade-escalation-title = Cấp dưới chuyển văn bản chậm
cascade-escalation-lead = Đã quá hạn mà các tổ chức đảng dưới đây chưa chuyển văn bản xuống:
cascade-escalation-notice = { $title }: { $units } tổ chức
cascade-escalation-unit = – { $unit } (hạn { MOMENT($passOnBy) })
cascade-escalation-others = và { $units } tổ chức khác
cascade-escalation-closing = Đồng chí xem ở trang điều hành (gõ /console); khi cần, cấp trên chuyển thay được và hệ thống ghi rõ ai chuyển.

cascade-took = { $days ->
    [0] { $hours ->
        [0] { $minutes } phút
       *[other] { $hours } giờ { $minutes } phút
    }
   *[other] { $days } ngày { $hours } giờ
}
cascade-stand-issued = ban hành
cascade-stand-passed-on = đã chuyển xuống
cascade-stand-acknowledged = đã nắm
cascade-stand-seen = đã xem
cascade-stand-delivered = tới máy
cascade-stand-handed-over = đã giao kênh
cascade-stand-waiting = đang chờ gửi
cascade-stand-nobody = chưa tới ai
cascade-late = chậm
cascade-in-stead = { $name } chuyển thay
cascade-chased = đã nhắc
cascade-escalated = đã báo cấp trên

cascade-section = Chuyển từng cấp
cascade-figures = { $units } tổ chức đã nhận phần việc: { $acknowledged } đã nắm, { $passedOn } trong { $toPassOn } đã chuyển xuống, { $late } chậm.
cascade-nobody = { $nobody } tổ chức chưa có ai nhận: cấp ủy không có người hoặc không có kênh. Đồng chí báo trực tiếp, hoặc chuyển thay.
cascade-see = Xem từng cấp
cascade-pass-on = Chuyển xuống
cascade-pass-on-for = Chuyển xuống: { $unit }
cascade-wait = Văn bản này chờ { $unit } chuyển xuống trước { MOMENT($passOnBy) }.
cascade-page-title = Văn bản chuyển từng cấp
cascade-page-issuer = Ban hành: { $unit }
cascade-page-below = Cấp dưới của { $unit }
cascade-page-hint = Bấm tên một tổ chức để xem cấp dưới của tổ chức đó. “Đã xem”, “tới máy” chỉ có khi kênh báo như vậy.
cascade-page-nobody-below = Dưới đây chưa có tổ chức nào nhận văn bản.
cascade-page-unit = Tổ chức đảng
cascade-page-stand = Tình trạng
cascade-page-came = Gửi lúc
cascade-page-took = Mất bao lâu
cascade-page-below-figures = Cấp dưới đã chuyển
cascade-page-people = Đã nắm
cascade-page-due = hạn chuyển { MOMENT($passOnBy) }
cascade-page-of = { $count } trong { $all }
cascade-page-back = Lên cả cây
cascade-page-reload = Tải lại trang
cascade-cancel-warning = Văn bản này chuyển từng cấp: mọi lần chuyển ở các cấp dưới cũng dừng, và những người đã nhận sẽ được báo là văn bản đã thu hồi.
cascade-take-back = Rút lại lần chuyển

cascade-form-title = Chuyển văn bản xuống
cascade-form-from = { $from } giao { $unit }, hạn chuyển { MOMENT($passOnBy) }.
cascade-form-in-stead = Đồng chí chuyển thay { $unit }. Hệ thống ghi rõ tên đồng chí.
cascade-form-to = { $units ->
    [0] Sẽ tới { $recipients } đồng chí của { $unit }.
   *[other] Sẽ tới cấp ủy của { $units } tổ chức trực thuộc { $unit } và đảng viên sinh hoạt ngay tại đó: { $recipients } đồng chí.
}
cascade-form-without = Chưa có cấp ủy để nhận ở: { $units }. Các tổ chức này vẫn được ghi là chờ, cấp trên chuyển thay được.
cascade-form-above = Chỉ đạo của các cấp trên
cascade-form-instruction = Chỉ đạo thêm của cấp mình
cascade-form-instruction-hint = Có thể để trống. Cấp dưới thấy dòng này trước văn bản.
cascade-form-due = Hạn cho cấp dưới
cascade-form-due-above = Cấp trên giao hạn { MOMENT($dueAt) }; chỉ đặt sớm hơn. Để trống thì giữ hạn đó.
cascade-form-due-none = Có thể để trống.
cascade-form-preview = Xem trước
cascade-form-preview-title = Xem lại trước khi chuyển
cascade-form-send = Chuyển tới { $recipients } đồng chí
cascade-form-back = Sửa
cascade-sent = Đã chuyển tới { $recipients } đồng chí.
cascade-sent-before = Văn bản đã được chuyển trước đó, không gửi lại.
cascade-taken-back = Đã rút lại lần chuyển, chưa ai nhận được. Văn bản lại chờ chuyển xuống.

today-cascade-waiting = Chờ chuyển xuống
today-cascade-wait = { $unit } chuyển trước { MOMENT($passOnBy) }.
today-cascade-held-up = Cấp dưới chuyển chậm
today-cascade-late = { $late } tổ chức quá hạn chuyển xuống.
today-cascade-nobody = { $nobody } tổ chức chưa có ai nhận.

compose-to-cascade = Chuyển từng cấp: tới cấp ủy trực thuộc, mỗi cấp nắm, thêm chỉ đạo rồi chuyển xuống đến chi bộ. Luôn yêu cầu xác nhận.

cascade-chat-waiting = Chờ đồng chí chuyển xuống: { $count } văn bản
cascade-chat-line = { $place }. { $title } ({ $unit }), trước { MOMENT($passOnBy) }
cascade-chat-choose = Gõ số để chuyển văn bản đó, hoặc bấm nút.
cascade-chat-nothing = Hiện không có văn bản nào chờ đồng chí chuyển xuống.
cascade-chat-preview = Chuyển xuống: { $title }
cascade-chat-to = { $units ->
    [0] Tới { $recipients } đồng chí của { $unit }.
   *[other] Tới { $recipients } đồng chí: cấp ủy của { $units } tổ chức trực thuộc { $unit } ({ $names }), và đảng viên sinh hoạt ngay tại đó.
}
cascade-chat-others = và { $count } tổ chức khác
cascade-chat-due = Hạn cấp trên giao: { MOMENT($dueAt) }.
cascade-chat-own-due = Hạn đồng chí đặt: { MOMENT($dueAt) }.
cascade-chat-instruction = Chỉ đạo thêm: “{ $text }”
cascade-chat-ways = Đồng chí bấm nút, hoặc gõ: them chi dao / dat han / chuyen ngay / de sau
cascade-chat-ask-instruction = Đồng chí gõ nội dung chỉ đạo thêm (hoặc gõ: thoi)
cascade-chat-ask-date = Đồng chí gõ hạn cho cấp dưới, ví dụ: 25/12 hoặc 25/12 17h (hoặc gõ: thoi)
cascade-chat-date-wrong = Tôi chưa đọc được ngày đó. Đồng chí gõ như: 25/12 hoặc 25/12 17h (hoặc gõ: thoi)
cascade-chat-confirm = Chuyển “{ $title }” tới { $recipients } đồng chí? Tin gửi đi rồi thì không lấy lại được. Đồng ý thì bấm nút hoặc gõ: dong y
cascade-chat-later = Vâng, chưa chuyển gì cả. Khi nào chuyển, đồng chí gõ: chuyen xuong
cascade-chat-done = Đã chuyển “{ $title }” xuống: { $recipients } đồng chí, lúc { MOMENT($at) }.
cascade-chat-done-later = Đã nhận lệnh chuyển “{ $title }” xuống { $recipients } đồng chí; tin đi lúc { MOMENT($sendAt) } vì đang giờ nghỉ. Trong 10 phút đồng chí còn rút lại được: bấm nút hoặc gõ: rut lai
cascade-chat-done-before = Văn bản này đã được chuyển xuống trước đó ({ $recipients } đồng chí), không gửi lại.
cascade-chat-taken-back = Đã rút lại, chưa ai nhận được. Khi nào chuyển lại, đồng chí gõ: chuyen xuong
cascade-chat-nothing-to-take-back = Không có lần chuyển nào vừa làm để rút lại.
button-pass-on = Chuyển xuống
button-pass-on-for = Chuyển xuống: { $unit }
button-passing-add = Thêm chỉ đạo
button-passing-date = Đặt hạn sớm hơn
button-passing-now = Chuyển ngay
button-passing-later = Để sau
button-passing-yes = Đồng ý chuyển
button-passing-no = Chưa chuyển
button-passing-back = Rút lại

cli-cascade-lead = { $title } ({ $issuer })
cli-cascade-figures = { $units } tổ chức: { $acknowledged } đã nắm, { $passedOn } trong { $toPassOn } đã chuyển xuống, { $late } chậm, { $nobody } chưa có ai nhận
cli-cascade-line = { $name } ({ $code }): { $state }
cli-passed-on = { $recipients } người nhận ở { $units } tổ chức trực thuộc: { $id }
