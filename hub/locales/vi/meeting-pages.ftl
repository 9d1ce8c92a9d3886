# Trang họp trong trang điều hành: danh sách, triệu tập, một buổi họp
meetings-call = Triệu tập buổi mới
meetings-year = Sinh hoạt trong năm
meetings-month = Các chi bộ tháng { $now }
meetings-coming = Sắp họp, đang họp
meetings-over = Đã xong
meetings-none = Chưa có buổi họp nào được triệu tập.
meetings-none-call = Chưa có buổi họp nào. Đồng chí bấm “Triệu tập buổi mới”: chọn ngày giờ, xem trước, rồi gửi giấy mời.
meetings-meeting = Buổi họp
meetings-when = Thời gian
meetings-where = Địa điểm
meetings-online = Họp trực tuyến
meetings-stands = Tình trạng
meetings-state = { $state ->
    [proposed] Chờ gửi giấy mời
    [called] Đã triệu tập
    [open] Đang họp
    [closed] Đã kết thúc
   *[cancelled] Đã hủy
}
meetings-kind = { $kind ->
    [thematic] Chuyên đề
    [regular_thematic] Thường kỳ và chuyên đề
    [extraordinary] Đột xuất
    [congress] Đại hội
   *[regular] Thường kỳ
}
meetings-distance = { $unit ->
    [days] { $count } ngày
    [hours] { $count } giờ
   *[minutes] { $count } phút
}

meeting-form-nowhere = Đồng chí chưa có quyền triệu tập họp ở đơn vị nào. Việc này của bí thư, phó bí thư chi bộ.
meeting-form-wrong = Một số mục chưa đúng, xem dòng chữ đỏ dưới mỗi mục.
meeting-form-unit = Đơn vị
meeting-form-unit-missing = Đồng chí chọn đơn vị.
meeting-form-of = Triệu tập: { $unit }
meeting-form-day = Ngày họp
meeting-form-day-wrong = Ngày chưa đúng. Viết như 03/12/2026.
meeting-form-time-wrong = Giờ chưa đúng. Viết như 19:30 hoặc 19h30.
meeting-form-places = Những nơi đã họp: { $places }
meeting-form-kind = Loại buổi
meeting-form-agenda = Chương trình ({ $count } mục)
meeting-form-item = Mục { $place }
meeting-form-item-minutes = Mục { $place }: số phút
meeting-form-item-rapporteur = Mục { $place }: người trình bày
meeting-form-minutes-short = Phút
meeting-form-rapporteur-short = Người trình bày
meeting-form-item-add = Thêm một mục
meeting-form-item-remove = Bỏ
meeting-form-go-on = Tiếp tục
meeting-form-repeat = Lặp lại
meeting-form-repeat-none = Chỉ buổi này
meeting-form-repeat-date = Ngày này hằng tháng, như “ngày 3 hằng tháng”
meeting-form-repeat-weekday = Thứ này hằng tháng, như “thứ Năm tuần đầu”
meeting-form-repeat-own = Cách khác, ghi ở dưới
meeting-form-rule = Cách lặp lại
meeting-form-rule-hint = Như: chủ nhật cuối hằng tháng, ngày 5 hằng quý; hoặc quy tắc RRULE
meeting-form-rule-wrong = Chưa rõ cách lặp lại. Viết như “ngày 5 hằng tháng”.
meeting-form-reminders = Nhắc trước giờ họp ({ $count } lần)
meeting-form-reminders-hint = Người đã báo dự chỉ nhận lời nhắc ngắn, người chưa trả lời được hỏi lại. Nhiều nhất năm lần.
meeting-form-before = Trước { $distance }
meeting-form-others = Tên buổi, thời lượng, trực tuyến, khách mời
meeting-form-title = Tên buổi họp
meeting-form-title-hint = Để trống thì đặt theo loại buổi và tháng
meeting-form-minutes = Thời lượng
meeting-form-minutes-hint = Số phút. Để trống thì theo mức tối thiểu của loại buổi
meeting-form-link = Địa chỉ họp trực tuyến
meeting-form-link-hint = Bắt đầu bằng https://
meeting-form-guests = Khách mời
meeting-form-guests-hint = Họ tên, chức vụ, như ghi trong biên bản
meeting-form-nobody = Chưa ghi
meeting-form-late-hint = Số phút sau giờ họp; ai đến sau đó là đến muộn
meeting-form-preview-hint = Chưa gửi gì cả. Trang sau cho xem giấy mời và số người được mời.

meeting-preview-not-sent = Chưa gửi. Đồng chí xem lại rồi bấm “Gửi giấy mời”.
meeting-preview-called = Triệu tập
meeting-preview-people = { $count } đồng chí, { $unit }
meeting-preview-reminders = Nhắc
meeting-preview-no-reminders = Không nhắc
meeting-preview-documents = Gửi kèm tài liệu
meeting-preview-documents-hint = Nhiều nhất 10 tệp, mỗi tệp 20 MB. Tên tài liệu có trong giấy mời.
meeting-preview-send = Gửi giấy mời tới { $count } đồng chí
meeting-preview-invitation = Giấy mời
meeting-preview-better = Chuyển sang { MOMENT($better) }
meeting-preview-next = Các buổi sau
meeting-preview-next-hint = Hai tuần trước mỗi buổi, đồng chí được hỏi trước khi gửi giấy mời.
meeting-preview-next-day = { MOMENT($startsAt) }
meeting-preview-next-moved = { MOMENT($startsAt) }, thay cho { DAY($from) } ({ $name })
meeting-called-told = Đã gửi giấy mời tới { $count } đồng chí.

meeting-page-cancelled = Buổi họp này đã hủy.
meeting-page-proposed = Buổi này do lịch lặp lại đề xuất, chưa gửi giấy mời cho ai. Đồng chí xem ngày giờ rồi gửi.
meeting-page-code = Màn hình mã điểm danh
meeting-page-list = Danh sách
meeting-page-papers = Biên bản
meeting-page-base = Số biểu quyết
meeting-page-facts = Thông tin buổi họp
meeting-page-nowhere = Chưa ghi
meeting-page-called-by = Người triệu tập
meeting-page-chair = Chủ trì
meeting-page-taker = Thư ký
meeting-page-late = Tính là đến muộn
meeting-page-late-after = Sau giờ họp { $minutes } phút
meeting-page-change = Sửa buổi họp
meeting-page-cancel = Hủy buổi họp
meeting-page-answers = Trả lời giấy mời
meeting-page-figures-only = Tên từng đồng chí chỉ những người lãnh đạo chi bộ xem được.
meeting-page-chase = Nhắc { $count } đồng chí chưa trả lời
meeting-page-absent = { $count } đồng chí báo vắng
meeting-page-coming = { $count } đồng chí dự
meeting-page-coming-late = { $name }, đến muộn khoảng { $minutes } phút
meeting-page-silent = { $count } đồng chí chưa trả lời
meeting-page-excuse = { $excuse ->
    [asked] Chờ đồng chí xem
    [accepted] Đã đồng ý
   *[returned] Đang hỏi lại
}
meeting-page-question = Câu hỏi cho đồng chí ấy
meeting-page-answer-for = Ghi trả lời thay
meeting-page-member = Đảng viên
meeting-page-answer = Trả lời
meeting-page-reason-absent = Lý do, nếu vắng
meeting-answered-for = { $answer ->
    [yes] Đã ghi: đồng chí ấy dự họp.
   *[no] Đã ghi: đồng chí ấy vắng.
}
meeting-question-missing = Chưa hỏi: đồng chí viết câu hỏi rồi bấm “Hỏi lại”.
meeting-excuse-decided = { $decision ->
    [accept] Đã đồng ý cho đồng chí ấy vắng
   *[ask] Đã ghi câu hỏi
}{ $told ->
    [yes] {" "}và báo cho đồng chí ấy.
   *[no] , nhưng không kênh nào tới được đồng chí ấy. Đồng chí nói trực tiếp.
}

meeting-page-came = Điểm danh
meeting-page-invited = Được triệu tập
meeting-page-marked = { $mark }: { $count } đồng chí
meeting-page-corrections = Đã đính chính ({ $count })
meeting-page-correction = { $name }: { $before } sửa thành { $after }. Lý do: { $reason } ({ $by }, { MOMENT($at) })
meeting-page-correct = Đính chính điểm danh
meeting-page-correct-hint = Sửa được đến { MOMENT($until) }, có ghi lý do.
meeting-page-mark = Ghi là
meeting-page-why = Lý do đính chính
meeting-corrected = Đã đính chính.

meeting-page-last = Từ buổi trước
meeting-page-decided = { $kind ->
    [resolution] Nghị quyết
   *[conclusion] Kết luận
} { $number }: { $title }
meeting-page-task = { $what } – { $who }{ $done ->
    [yes] {" "}(đã xong)
   *[no] {""}
}
meeting-page-task-due = { $what } – { $who }, hạn { DAY($due) }{ $done ->
    [yes] {" "}(đã xong)
   *[no] {""}
}
meeting-page-agenda = Chương trình
meeting-page-agenda-change = Sửa chương trình
meeting-agenda-title = Sửa chương trình họp
meeting-agenda-hint = Mục để trống tên thì không giữ. Không ai được nhắn về thay đổi này.
meeting-agenda-save = Lưu chương trình
meeting-agenda-saved = Đã lưu chương trình.
meeting-page-documents = Tài liệu
meeting-page-handbook = Tài liệu cũng cần có trên Sổ tay đảng viên điện tử trước buổi họp một ngày.
meeting-page-document-add = Thêm tài liệu
meeting-page-document-send = Tải lên
meeting-page-document-remove = Bỏ
meeting-documents-added = Đã thêm { $count } tài liệu.
meeting-document-removed = Đã bỏ tài liệu.
meeting-page-reach = Giấy mời đã tới ai
meeting-page-reached = Đã tới { $reached } đồng chí, đang gửi { $underWay }, chưa tới { $missed }.
meeting-page-missed = { $missed } đồng chí không nhận được qua kênh nào. Cần báo trực tiếp.
meeting-page-steps = Việc tự làm trước và sau buổi họp
meeting-page-step = { $kind ->
    [remind] Nhắc trước { $distance }
    [handbook] Nhắc đưa tài liệu lên Sổ tay đảng viên, trước { $distance }
   *[report] Nhắc hoàn thiện biên bản, sau { $distance }
}
meeting-page-step-state = { $state ->
    [waiting] Lúc { MOMENT($dueAt) }
    [done] Đã nhắc { $people } đồng chí
    [needless] Không cần nữa
   *[cancelled] Đã bỏ
}

meeting-scope = Buổi họp này lặp lại
meeting-scope-one = Chỉ buổi này
meeting-scope-following = Từ buổi này về sau
meeting-change-page-title = Sửa: { $title }
meeting-change-hint = Chỉ điều gì đổi mới được nhắn tới mọi người. Đổi giờ thì ai đã trả lời được hỏi lại.
meeting-change-save = Lưu thay đổi
meeting-change-told = { $count ->
    [0] Đã lưu. Không cần báo cho ai.
   *[other] Đã lưu và báo cho { $count } đồng chí.
}
meeting-cancel-title = Hủy buổi họp?
meeting-cancel-tells = { $count } đồng chí đã được mời sẽ được báo hủy. Việc này không làm lại được.
meeting-cancel-proposed = Buổi này chưa gửi giấy mời cho ai nên không ai phải báo lại.
meeting-cancel-reason = Lý do
meeting-cancel-not = Không hủy
meeting-cancel-told = { $count ->
    [0] Đã hủy buổi họp.
   *[other] Đã hủy buổi họp và báo cho { $count } đồng chí.
}
meeting-close-title = Kết thúc buổi họp?
meeting-close-there = Có mặt: { $present } đồng chí.
meeting-close-unknown = Chưa điểm danh { $unknown } đồng chí. Ai được đồng ý cho vắng thì ghi vắng có lý do, còn lại ghi vắng không lý do.
meeting-close-then = Sau đó đính chính được trong bảy ngày, có ghi lý do.
meeting-closed-told = Đã kết thúc buổi họp. Việc tiếp theo: biên bản.

today-meeting-open = Đang họp: { $title }
today-meeting-proposed = Lịch lặp lại đề xuất { $moment }. Chưa gửi giấy mời.
today-meeting-unclosed = Họp lúc { $moment } mà chưa kết thúc: điểm danh chưa chốt. Không họp thì đồng chí hủy buổi họp.
today-meeting-minutes = Biên bản chưa xong. Họp lúc { $moment }.
