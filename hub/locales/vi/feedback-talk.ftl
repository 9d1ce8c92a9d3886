# Góp ý trong trò chuyện: viết, gửi, xem lại, sửa, rút, đánh giá câu trả lời
command-feedback = Góp ý, kiến nghị
button-feedback = Góp ý

feedback-talk-nowhere = Đồng chí chưa được ghi vào chi bộ nào nên chưa có nơi nhận góp ý. Đồng chí báo bí thư chi bộ hoặc văn phòng đảng ủy.
feedback-talk-to = Đồng chí gửi đến đâu? Được gửi thẳng lên cấp trên, không phải qua chi bộ. Bấm nút, hoặc gõ: chi bo / dang uy / tên nơi nhận. Không gửi nữa: gõ thoi
feedback-talk-kind = Đồng chí muốn gửi gì? Bấm nút, hoặc gõ: hoi / y kien / kien nghi / phan anh
feedback-talk-kind-question = Câu hỏi
feedback-talk-kind-opinion = Ý kiến
feedback-talk-kind-proposal = Kiến nghị
feedback-talk-kind-reported = Phản ánh của nhân dân
button-feedback-door = Khiếu nại, tố cáo
feedback-talk-topic = { $count ->
    [0] Về việc gì ạ? Gõ vài chữ, ví dụ: đường thôn. Không cần thì gõ: bo qua
   *[other] Về việc gì ạ? Chọn một mục, hoặc gõ vài chữ. Không cần thì gõ: bo qua
}
button-feedback-no-topic = Bỏ qua
feedback-talk-level = Đồng chí muốn gửi thế nào?
feedback-talk-level-named = Ghi tên: người trả lời thấy họ tên đồng chí và ngày giờ gửi.
feedback-talk-level-confidential = Kín: người đọc không thấy tên đồng chí, nhận được vào sáng hôm sau, lẫn với ý kiến kín khác trong ngày nếu có; hệ thống giữ liên kết được mã hóa để chuyển câu trả lời; người vận hành máy chủ về kỹ thuật có thể mở.
feedback-talk-level-unlinkable = Không ghi tên: viết ở một trang riêng, không đăng nhập; trước khi chuyển đến người đọc lời viết được mã hóa, chuyển rồi thì không nối lại được với ai; không có trả lời riêng.
feedback-talk-level-typed = Bấm nút, hoặc gõ: ghi ten / kin / khong ghi ten
button-feedback-named = Ghi tên
button-feedback-confidential = Kín
button-feedback-unlinkable = Không ghi tên
feedback-talk-text = Đồng chí viết nội dung, dài nhất { $most } ký tự.
feedback-talk-text-confidential = Đồng chí tránh viết điều chỉ riêng mình biết: người đọc có thể đoán ra. Tin đồng chí gõ vẫn còn trong cuộc trò chuyện này và ở ứng dụng nhắn tin.

feedback-talk-not-here = Không ghi tên thì không làm được trong trò chuyện: ứng dụng nhắn tin và hệ thống đều biết ai đang viết ở đây. Tôi không giữ gì của phần vừa rồi.
feedback-talk-too-few = { $unit } có ít người quá, viết không ghi tên vẫn dễ đoán ra, nên chưa nhận ở đó.
feedback-talk-page = Đồng chí mở trang “Góp ý không ghi tên về công việc chung” gửi { $unit } bằng trình duyệt, không cần đăng nhập; ai cũng dùng chung một địa chỉ này: { $url }
feedback-talk-no-page = Hiện chưa nơi nào đủ người để nhận góp ý không ghi tên. Đồng chí có thể gửi kín hoặc ghi tên: gõ /gopy

feedback-talk-door = { $door ->
    [complaint] Khiếu nại không nhận ở đây, tôi không giữ lại gì. Khiếu nại về kỷ luật, khai trừ: đồng chí gửi cấp ủy hoặc ủy ban kiểm tra có thẩm quyền, ghi rõ họ tên.
    [denunciation] Tố cáo không nhận ở đây, tôi không giữ lại gì. Đồng chí gửi ủy ban kiểm tra của cấp ủy có thẩm quyền; đơn ghi rõ họ tên, địa chỉ.
   *[both] Khiếu nại, tố cáo không nhận ở đây, tôi không giữ lại gì. Khiếu nại về kỷ luật, khai trừ: gửi cấp ủy hoặc ủy ban kiểm tra có thẩm quyền, ghi rõ họ tên. Tố cáo: gửi ủy ban kiểm tra của cấp ủy có thẩm quyền; đơn ghi rõ họ tên, địa chỉ.
}
feedback-talk-door-else = Nếu là góp ý về công việc chung, đồng chí viết lại, không nêu sai phạm của một người. Không gửi nữa: gõ thoi
feedback-talk-long = Lời đồng chí viết dài { $length } ký tự, mỗi ý kiến nhận nhiều nhất { $most }. Tôi vẫn giữ đủ. Đồng chí bấm nút, hoặc gõ: chia hai / viet lai / thoi
feedback-talk-too-long = Lời đồng chí viết dài { $length } ký tự, mỗi ý kiến nhận nhiều nhất { $most }. Đồng chí chép lại từ tin vừa gõ, viết ngắn hơn hoặc chia làm nhiều ý kiến.
button-feedback-split = Chia làm hai
button-feedback-rewrite = Viết ngắn lại
feedback-talk-file = Ảnh và tệp không nhận được trong trò chuyện: đồng chí viết bằng lời, hoặc gửi kèm ở trang góp ý không ghi tên (gõ /gopy rồi chọn “Không ghi tên”). Lời đã viết vẫn còn nguyên.

feedback-talk-preview =
    Gửi đến: { $unit }
    Loại: { $kind }
    Về việc: { $topic }
    Cách gửi: { $level }
feedback-talk-no-topic = không ghi
feedback-talk-preview-parts = Gửi thành { $count } ý kiến:
feedback-talk-send-question = Gửi không ạ? Bấm “Gửi”, hoặc gõ: gui / sua / thoi. Còn ý chưa hết thì đồng chí gõ tiếp.
button-feedback-send = Gửi
button-feedback-edit = Sửa
button-feedback-stop = Thôi
feedback-talk-edit = Sửa gì ạ? Bấm nút, hoặc gõ: noi dung / noi nhan / loai / chu de / cach gui. Không sửa nữa thì gõ: gui
button-feedback-part-text = Nội dung
button-feedback-part-to = Nơi nhận
button-feedback-part-kind = Loại
button-feedback-part-topic = Về việc
button-feedback-part-level = Cách gửi
feedback-talk-stopped = Vâng, chưa gửi gì cả, tôi không giữ lại lời đã viết. Khi cần, đồng chí gõ /gopy
feedback-talk-kept = Lời đồng chí viết vẫn còn: gõ sua để sửa, thoi để bỏ.

feedback-talk-received = Đã nhận, cảm ơn đồng chí. Số { $number }, gửi { $unit }. Trả lời chậm nhất ngày { DAY($due) }.
feedback-talk-received-confidential = Người đọc nhận được vào sáng hôm sau; ngày trả lời tính từ hôm đó. Câu trả lời sẽ về đây.
feedback-talk-received-how = Xem lại, sửa hoặc rút khi chưa ai đọc: gõ: y kien cua toi
button-feedback-own = Ý kiến của tôi

feedback-talk-own = Ý kiến đồng chí đã gửi. Bấm vào số, hoặc gõ số thứ tự:
feedback-talk-own-none = Đồng chí chưa gửi ý kiến nào. Muốn gửi: gõ /gopy
feedback-talk-own-more = … và { $count } ý kiến cũ hơn. Xem theo số: gõ xem và số của ý kiến.
feedback-talk-own-line = Số { $number }: { $kind } gửi { $unit } – { $state }
feedback-talk-own-due = trả lời chậm nhất ngày { DAY($due) }
feedback-talk-own-facts = Gửi ngày { DAY($day) }. Cách gửi: { $level }.
feedback-talk-own-reply = { $unit } trả lời ngày { DAY($day) }:
feedback-talk-own-rated = { $useful ->
    [yes] Đồng chí đã đánh giá: hữu ích.
   *[no] Đồng chí đã đánh giá: chưa hữu ích.
}
feedback-talk-state-new = chưa ai đọc
feedback-talk-state-taken = đang xem xét
feedback-talk-state-answered = đã trả lời
feedback-talk-state-closed = đã khép lại
feedback-talk-state-reopened = đồng chí đã hỏi lại
feedback-talk-state-withdrawn = đồng chí đã rút
button-feedback-withdraw = Rút
button-feedback-withdraw-yes = Rút ý kiến
button-feedback-keep = Không, giữ nguyên
button-feedback-useful = Hữu ích
button-feedback-not-useful = Chưa hữu ích
button-feedback-no-why = Bỏ qua
button-feedback-reopen = Hỏi lại
feedback-talk-change = Đồng chí viết lại nội dung. Không sửa nữa: gõ thoi
feedback-talk-own-changed = Đã sửa.
feedback-talk-withdraw = Rút ý kiến số { $number }? Rút rồi thì không ai đọc nữa. Bấm nút, hoặc gõ: dong y / khong
feedback-talk-withdrawn = Đã rút ý kiến số { $number }.
feedback-talk-useful-thanks = Đã ghi: câu trả lời hữu ích. Cảm ơn đồng chí.
feedback-talk-why = Câu trả lời còn thiếu điều gì ạ? Gõ vài chữ, hoặc gõ: bo qua
feedback-talk-why-thanks = Đã ghi: câu trả lời chưa hữu ích. Cảm ơn đồng chí.
feedback-talk-reopen = Đồng chí viết điều muốn hỏi lại. Mỗi ý kiến hỏi lại được một lần. Không hỏi nữa: gõ thoi
feedback-talk-reopened = Đã chuyển lời hỏi lại. Câu trả lời sẽ về đây.
