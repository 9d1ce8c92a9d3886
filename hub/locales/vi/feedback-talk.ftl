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
feedback-talk-level-confidential = Kín: người đọc không thấy tên đồng chí, nhận được vào sáng hôm sau, lẫn với ý kiến kín khác trong ngày nếu có; hệ thống giữ liên kết được mã hóa để chuyển câu trả lời; người vận hành máy chủ về kỹ thuật có thể mở; hai quản trị viên cùng đồng ý, nêu rõ lý do, có thể mở, khi đó đồng chí được báo.
feedback-talk-level-unlinkable = Không ghi tên: viết ở một trang riêng, không đăng nhập; trước khi chuyển đến người đọc lời viết được mã hóa, chuyển rồi thì không nối lại được với ai; không có trả lời riêng.
feedback-talk-level-typed = Bấm nút, hoặc gõ: ghi ten / kin / khong ghi ten
button-feedback-named = Ghi tên
button-feedback-confidential = Kín
button-feedback-unlinkable = Không ghi tên
feedback-talk-text = Đồng chí viết nội dung, dài nhất { $most } ký tự.
feedback-talk-text-files = { $voice ->
    [yes] Có thể gửi kèm ảnh, tệp PDF, Word, Excel, tệp chữ hoặc tin thoại: nhiều nhất 5, tất cả không quá 10 MB.
   *[no] Có thể gửi kèm ảnh, tệp PDF, Word, Excel hoặc tệp chữ: nhiều nhất 5, tất cả không quá 10 MB. Ảnh được vẽ lại, tên tệp và tên người soạn được bỏ đi.
}
feedback-talk-text-photos = { $voice ->
    [yes] Có thể gửi kèm ảnh hoặc tin thoại: nhiều nhất 5, tất cả không quá 10 MB.
   *[no] Có thể gửi kèm ảnh: nhiều nhất 5, tất cả không quá 10 MB. Ảnh được vẽ lại.
}
feedback-talk-text-heard = Tin thoại gửi có ghi tên được chuyển đến máy chủ { $host } để ghi thành chữ; đồng chí xem lại trước khi gửi.
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
feedback-talk-file = Tôi chỉ nhận được ảnh, tệp PDF, Word, Excel, tệp chữ và tin thoại. Lời đã viết vẫn còn nguyên.
feedback-talk-file-taken = Đã nhận { $files }.
feedback-talk-file-away = { $why ->
    [away] Tôi chưa lấy được tệp này. Đồng chí gửi lại sau ít phút.
   *[gone] Tệp này không còn ở ứng dụng nhắn tin nữa. Đồng chí gửi lại.
}
feedback-talk-photos = { $count } ảnh
feedback-talk-files = { $count } tệp
feedback-talk-voices = { $count } tin thoại
feedback-talk-file-name = { $kind ->
    [photo] ảnh { $name }
    [voice] tin thoại { $name }
   *[file] tệp { $name }
}
feedback-talk-voice = Nghe giọng là biết người, nên tin thoại không gửi kín được. Đồng chí chọn: gửi có ghi tên kèm tin thoại, hoặc bỏ tin thoại và viết bằng chữ. Bấm nút, hoặc gõ: ghi ten / viet bang chu / thoi
button-feedback-no-voice = Bỏ tin thoại
feedback-talk-voice-heard = Tin thoại đã được ghi thành chữ; đồng chí xem lại, chỗ nào sai thì sửa. Tin thoại vẫn được gửi kèm.
feedback-talk-voice-unheard = Chưa ghi được tin thoại thành chữ. Tin thoại vẫn được gửi kèm nguyên vẹn.
feedback-talk-voice-alone = (Tin thoại gửi kèm)
feedback-talk-preview-files = Gửi kèm: { $files }
button-feedback-unfile = Bỏ tệp
button-feedback-unfile-all = Bỏ tất cả
feedback-talk-unfile = Bỏ ảnh, tệp nào ạ?
feedback-talk-offer = Tôi nhận được { $files }. Muốn gửi thành ý kiến đến chi bộ hoặc cấp ủy, đồng chí bấm nút, hoặc gõ: gui thanh y kien. Không cần thì thôi, tôi không mở ra.
button-feedback-with-files = Gửi thành ý kiến
feedback-talk-offer-over = Tôi không còn giữ ảnh, tệp ấy. Đồng chí gửi lại, rồi bấm “Gửi thành ý kiến”.

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
