# Họp chi bộ trong trò chuyện: trả lời giấy mời, điểm danh, triệu tập và điều hành
meeting-talk-line = “{ $title }”, { $moment }
meeting-talk-line-at = “{ $title }”, { $moment }, tại { $place }
meeting-talk-when-where = { $moment }, tại { $place }
meeting-talk-stale = Nút này không còn dùng được: buổi họp đã xong, đã hủy hoặc không mời đồng chí. Xem buổi họp tới: gõ /hop
meeting-talk-closed = Buổi họp này đã kết thúc hoặc đã hủy, nên không ghi thêm được. Xem buổi họp tới: gõ /hop

meeting-talk-ask = Cảm ơn đồng chí. Đồng chí có dự { $meeting } không? Bấm “Dự họp” hoặc “Báo vắng”, hoặc gõ: toi du / vang vi …
meeting-talk-noted-yes = Đã ghi: đồng chí dự { $meeting }. Đổi ý thì nhắn “vắng vì …”.
meeting-talk-leaves-early = Việc về sớm, đồng chí xin phép người chủ trì tại buổi họp.
meeting-talk-noted-late = Đã ghi: đồng chí dự { $meeting }, đến muộn khoảng { $minutes } phút. Đổi ý thì nhắn “vắng vì …”.
meeting-talk-noted-late-how = Đã ghi: đồng chí dự { $meeting }, đến muộn. Khoảng bao nhiêu phút ạ? Đồng chí gõ số phút, hoặc bỏ qua.
meeting-talk-noted-no = Đã ghi: đồng chí vắng { $meeting }. Đổi ý thì nhắn “tôi dự”.
meeting-talk-noted-no-because = Đã ghi: đồng chí vắng { $meeting }. Lý do: { $reason }. Bí thư chi bộ sẽ xem và trả lời. Đổi ý thì nhắn “tôi dự”.
meeting-talk-condolence = Xin chia buồn cùng đồng chí và gia đình.
meeting-talk-ask-reason = Đã ghi: đồng chí vắng { $meeting }. Đồng chí cho biết lý do để chi bộ nắm: bấm một nút hoặc gõ vài chữ. Đổi ý thì nhắn “tôi dự”.
meeting-talk-reason-other = Đồng chí gõ lý do bằng vài chữ.
meeting-talk-reason-none = Vâng, đồng chí không nêu lý do cũng được. Khi nào muốn nói thêm, đồng chí nhắn “vắng vì …”.
meeting-talk-which = Đồng chí trả lời cho buổi nào? Gõ số:
meeting-talk-unsure = Vâng. Khi nào biết chắc về { $meeting }, đồng chí nhắn “tôi dự” hoặc “vắng vì …”.
meeting-talk-change = Đồng chí muốn ghi lại thế nào cho { $meeting }? Bấm nút, hoặc gõ: toi du / vang vi …
meeting-talk-unclear = Tôi chưa rõ đồng chí dự hay vắng { $meeting }. Đồng chí bấm nút, hoặc gõ: toi du / vang vi …
meeting-talk-perhaps-absent = Có phải đồng chí báo vắng { $meeting }? Bấm nút, hoặc gõ: vang vi … / toi du
meeting-talk-two-questions = Đồng chí trả lời về { $meeting }, hay báo đã nắm văn bản “{ $notice }”? Đồng chí bấm một nút, hoặc gõ: toi du / vang vi … / da nam
button-reason-work = Công tác
button-reason-illness = Ốm đau
button-reason-family = Việc gia đình
button-reason-other = Lý do khác

meeting-talk-when = { $moment }, khoảng { $minutes } phút.
meeting-talk-where = Họp tại { $place }.
meeting-talk-where-unknown = Nơi họp chưa được ghi. Đồng chí hỏi bí thư chi bộ.
meeting-talk-length = Khoảng { $minutes } phút.
meeting-talk-link = Dự qua mạng theo liên kết: { $link }
meeting-talk-link-none = Buổi này không có liên kết dự qua mạng. Đồng chí hỏi bí thư chi bộ.
meeting-talk-documents = Tài liệu: { $names }. Tài liệu cũng có trong Sổ tay đảng viên điện tử.
meeting-talk-documents-none = Chưa có tài liệu nào được gửi kèm.
meeting-talk-agenda = Chương trình:
meeting-talk-agenda-none = Chương trình chưa được ghi. Đồng chí hỏi bí thư chi bộ.
meeting-talk-who = Chủ trì: đồng chí { $name }.
meeting-talk-who-unknown = Người chủ trì chưa được ghi; thường là bí thư chi bộ.

meeting-talk-absence = Đồng chí { $name } báo vắng { $meeting }. Lý do: { $reason }
meeting-talk-accepted = Đã đồng ý cho đồng chí { $name } vắng và báo lại để đồng chí ấy biết.
meeting-talk-accepted-more = Còn { $count } đồng chí báo vắng chờ đồng chí xem.
meeting-talk-accepted-told = Bí thư chi bộ đã đồng ý cho đồng chí vắng { $meeting }. Đổi ý thì nhắn “tôi dự”.
meeting-talk-question-ask = Đồng chí muốn hỏi đồng chí { $name } điều gì? Gõ câu hỏi, hoặc gõ: thoi
meeting-talk-question-not = Vâng, không hỏi nữa. Việc này vẫn chờ đồng chí xem ở /hop.
meeting-talk-question-told = Về việc đồng chí báo vắng { $meeting }, bí thư chi bộ hỏi: “{ $question }”. Đồng chí trả lời ngay tại đây.
meeting-talk-question-sent = Đã hỏi đồng chí { $name }. Câu trả lời sẽ về đây.
meeting-talk-question-unsent = Chưa gửi được câu hỏi cho đồng chí { $name }: không kênh nào tới được. Đồng chí hỏi trực tiếp.
meeting-talk-question-answered = Đã chuyển câu trả lời của đồng chí đến bí thư chi bộ. Cảm ơn đồng chí.
meeting-talk-answer-to-question = Đồng chí { $name } trả lời: “{ $answer }”
meeting-talk-absent = Báo vắng: { $count } đồng chí
meeting-talk-absent-line = • { $name }: { $reason }{ $excuse ->
    [asked] {" "}(chờ đồng chí xem)
    [accepted] {" "}(đã đồng ý)
    [returned] {" "}(đang hỏi lại)
   *[none] {""}
}
meeting-talk-absent-no-reason = chưa nêu lý do
meeting-talk-absent-none = Chưa có đồng chí nào báo vắng.
meeting-talk-absent-typed = Bấm nút, hoặc gõ tên sau chữ: dong y { $name } / hoi lai { $name }
button-excuse-accept = Đồng ý
button-excuse-ask = Hỏi lại
button-excuse-accept-of = Đồng ý: { $name }

meeting-talk-none = Chưa có buổi họp nào được triệu tập.
meeting-talk-is-open = Đang họp. Đồng chí gõ sáu chữ số trên màn hình để điểm danh.
meeting-talk-then = Tiếp theo:
meeting-talk-proposed = Chờ đồng chí gửi giấy mời: { $meeting }. Gõ: dong y, hoặc gõ giờ khác.
meeting-talk-own-none = Đồng chí chưa trả lời: bấm nút, hoặc gõ toi du / vang vi …
meeting-talk-own-yes = Đồng chí đã báo dự.
meeting-talk-own-late = Đồng chí đã báo dự, đến muộn khoảng { $minutes } phút.
meeting-talk-own-no = Đồng chí đã báo vắng{ $excuse ->
    [asked] , chờ bí thư chi bộ xem.
    [accepted] , bí thư chi bộ đã đồng ý.
    [returned] ; bí thư chi bộ có hỏi lại, đồng chí trả lời tại đây.
   *[none] .
}
meeting-talk-own-checked-in = Đồng chí đã điểm danh lúc { TIME($at) }.

meeting-talk-answers = Báo dự: { $yes } · báo vắng: { $no } · chưa trả lời: { $unknown }
meeting-talk-forecast = { $majority ->
    [yes] Đủ để thông qua nghị quyết nếu số đã báo dự đều đến: { $coming } đảng viên có quyền biểu quyết, cần { $required } trên { $base }.
    [open] Chưa chắc đủ để thông qua nghị quyết: mới { $coming } đảng viên có quyền biểu quyết báo dự, cần { $required } trên { $base }. Còn tùy người chưa trả lời.
   *[no] Không đủ để thông qua nghị quyết, kể cả khi người chưa trả lời đều đến: cần { $required } trên { $base }, mới { $coming } báo dự.
}
meeting-talk-run-typed = Gõ được: mo diem danh · ma moi · ket thuc · ai chua tra loi · nhac · ai vang · hop moi
meeting-talk-present = Có mặt: { $present }/{ $invited }
meeting-talk-quorum = Biểu quyết: { $voters } đảng viên có quyền biểu quyết có mặt, cần { $required } phiếu trên { $base }{ $met ->
    [yes] . Đủ.
   *[no] . Chưa đủ.
}
meeting-talk-open-early = { $meeting } còn lâu mới bắt đầu. Mở điểm danh ngay bây giờ? Bấm nút, hoặc gõ: mo ngay. Chưa mở thì không cần làm gì.
meeting-talk-opened = Đã mở điểm danh. Mã lúc này: { $code }. Mã đổi mỗi phút; xem mã mới: gõ ma moi.
    Chiếu mã lên màn hình: { $url } (đăng nhập trang điều hành: gõ /console).
meeting-talk-code = Mã lúc này: { $code }. Có mặt: { $present }/{ $invited }.
meeting-talk-close-question = Kết thúc buổi họp? Có mặt: { $present }. Chưa rõ: { $unknown } đồng chí, sẽ ghi vắng (đã đồng ý cho vắng thì ghi có lý do); sửa được trong 7 ngày. Bấm “Kết thúc”, hoặc gõ: dong y / khong
meeting-talk-close-waiting = Còn { $count } đồng chí báo vắng có lý do mà đồng chí chưa xem. Xem trước: gõ ai vang.
meeting-talk-close-not = Vâng, buổi họp vẫn tiếp tục.
meeting-talk-ended = Đã kết thúc. Có mặt: { $present }, vắng có lý do: { $excused }, vắng: { $absent }. Làm biên bản tại: { $url }
meeting-talk-silent = Chưa trả lời: { $count } đồng chí. Bấm “Nhắc”, hoặc gõ: nhac
meeting-talk-silent-more = … và { $count } đồng chí nữa.
meeting-talk-silent-none = Mọi đồng chí đều đã trả lời.
meeting-talk-reminded = Đã nhắc { $count } đồng chí chưa trả lời.
meeting-talk-reminded-not = Không nhắc thêm: mọi đồng chí đã trả lời, vừa được nhắc trong giờ này, hoặc buổi họp đã bắt đầu. Số được nhắc: { $count }.
meeting-talk-called = Đã gửi giấy mời tới { $count } đồng chí. Xem trả lời: gõ /hop
meeting-talk-proposal-time = Gửi giấy mời họp { $meeting }? Bấm nút, hoặc gõ: dong y / khong
meeting-talk-proposal-not = Vâng, chưa gửi. Giấy mời vẫn chờ đồng chí ở /hop.
button-meeting-open = Mở điểm danh
button-meeting-open-now = Mở ngay
button-meeting-later = Để sau
button-meeting-code = Mã mới
button-meeting-close = Kết thúc họp
button-meeting-end = Kết thúc
button-meeting-go-on = Chưa, họp tiếp
button-meeting-silent = Chưa trả lời ({ $count })
button-meeting-absent = Báo vắng ({ $count })
button-meeting-remind = Nhắc
button-meeting-confirm = Gửi giấy mời
button-meeting-open-proposal = Gửi, giữ giờ đề xuất
button-meeting-call = Triệu tập buổi mới
button-meeting-show = Xem buổi họp

meeting-call-not-yours = Việc triệu tập họp là của bí thư, phó bí thư chi bộ. Xem buổi họp của đồng chí: gõ /hop
meeting-call-ask-unit = Đồng chí triệu tập họp ở đâu?
meeting-call-ask-kind = Buổi họp loại nào?
meeting-call-kind-regular = Thường kỳ
meeting-call-kind-thematic = Chuyên đề
meeting-call-kind-regular-thematic = Thường kỳ và chuyên đề
meeting-call-kind-extraordinary = Bất thường
meeting-call-kind-congress = Đại hội
meeting-call-ask-when = Họp khi nào? Gõ như nói, ví dụ: 19h30 thứ 5 tuần này
meeting-call-day = Ngày { DAY($day) }.
meeting-call-doubt = { $what ->
    [hour] Họp lúc mấy giờ ạ? Ví dụ: 19h30
    [day] Họp vào ngày nào ạ? Ví dụ: thứ 5 tuần này, 3/12
    [lunar] Đây là ngày âm lịch. Đồng chí xem ngày dương có đúng không.
    [past] Lúc đó đã qua. Đồng chí chọn lúc khác.
    [period] Đồng chí cho ngày cụ thể, ví dụ: 3/12
    [which] Tôi thấy hai ngày hoặc hai giờ khác nhau. Đồng chí gõ lại một ngày, một giờ.
   *[impossible] Không có ngày hoặc giờ đó. Đồng chí gõ lại, ví dụ: 19h30 ngày 3/12
}
meeting-call-guess = Có phải { $moment }? Bấm nút, hoặc gõ: dong y
meeting-call-ask-where = Họp tại đâu? Bấm nút, hoặc gõ nơi họp. Chưa có thì gõ: chua dinh
meeting-call-ask-minutes = Họp bao lâu? Ví dụ: 90 phút, 2 tiếng
meeting-call-ask-title = Đồng chí gõ tên buổi họp.
meeting-call-when = Thời gian: { $moment }
meeting-call-where = Nơi họp: { $place }
meeting-call-where-plain = (Giấy mời ghi nơi họp đúng như vậy. Muốn ghi có dấu, đồng chí gõ lại, ví dụ: tại nhà văn hóa thôn)
meeting-call-nowhere = Nơi họp: chưa định
meeting-call-link = Liên kết: { $link }
meeting-call-length = Thời lượng: { $minutes } phút; chương trình { $items } nội dung theo thứ tự thường lệ
meeting-call-repeat = Lặp lại: { $rule }
meeting-call-next = Các buổi sau, khi đến kỳ đồng chí xem rồi mới gửi: { $days }
meeting-call-next-day = { DAY($day) }{ $isMoved ->
    [yes] {" "}(tránh { $moved })
   *[no] {""}
}
meeting-call-invited = Triệu tập: { $count } đồng chí ({ $unit })
meeting-call-send-question = Gửi giấy mời? Bấm “Gửi”, hoặc gõ: gui / sua / thoi
meeting-call-edit-what = Sửa gì ạ? Bấm nút, hoặc gõ luôn điều muốn sửa, ví dụ: 20h, tại nhà văn hóa, 120 phút
meeting-call-stopped = Vâng, chưa gửi gì cả. Khi cần, đồng chí gõ /hop moi
button-call-no-place = Chưa định
button-call-send = Gửi
button-call-better = Dời sang { $moment }
button-call-edit = Sửa
button-call-stop = Thôi
button-call-edit-when = Thời gian
button-call-edit-where = Nơi họp
button-call-edit-kind = Loại buổi
button-call-edit-minutes = Thời lượng
button-call-edit-title = Tên buổi

check-in-chat-present = Đã điểm danh lúc { TIME($at) }: đồng chí có mặt tại { $title }.
check-in-chat-late = Đã điểm danh lúc { TIME($at) }: đồng chí có mặt tại { $title }, đến muộn.
check-in-chat-already = Đồng chí đã điểm danh { $title } lúc { TIME($at) }, không cần làm lại.
check-in-chat-wrong = Mã này chưa đúng hoặc đã đổi. Đồng chí nhìn lại màn hình và gõ sáu chữ số đang hiện; chưa được thì nhờ bí thư chi bộ ghi giúp.
check-in-chat-wait = Đồng chí đã gõ sai nhiều lần. Đợi đến { TIME($until) } rồi gõ lại, hoặc nhờ bí thư chi bộ ghi giúp.
check-in-chat-none-open = Chưa có buổi họp nào của đồng chí đang mở điểm danh. Khi chủ trì mở, đồng chí gõ lại mã.
check-in-chat-for-another = Mỗi cuộc trò chuyện chỉ điểm danh cho chính đồng chí. Đồng chí kia gõ mã trên máy của mình, hoặc bí thư chi bộ ghi giúp.

button-hand = Xin phát biểu
