# Lời của buổi họp: mời, đổi, hủy, nhắc
meeting-title = { $ofCell ->
    [yes] { $kind ->
        [thematic] Sinh hoạt chuyên đề tháng { $month } năm { $year }
        [regular_thematic] Sinh hoạt chi bộ thường kỳ và chuyên đề tháng { $month } năm { $year }
        [extraordinary] Sinh hoạt chi bộ đột xuất tháng { $month } năm { $year }
        [congress] Đại hội chi bộ năm { $year }
       *[regular] Sinh hoạt chi bộ thường kỳ tháng { $month } năm { $year }
    }
   *[no] { $kind ->
        [thematic] Hội nghị chuyên đề tháng { $month } năm { $year }
        [regular_thematic] Hội nghị thường kỳ và chuyên đề tháng { $month } năm { $year }
        [extraordinary] Hội nghị đột xuất tháng { $month } năm { $year }
        [congress] Đại hội năm { $year }
       *[regular] Hội nghị thường kỳ tháng { $month } năm { $year }
    }
}
meeting-moment = { $onTheHour ->
    [yes] { $hours } giờ
   *[no] { $hours } giờ { $minutes }
}, { $weekday ->
    [1] thứ Hai
    [2] thứ Ba
    [3] thứ Tư
    [4] thứ Năm
    [5] thứ Sáu
    [6] thứ Bảy
   *[0] Chủ nhật
} { DAY($moment) }

meeting-invitation-title = Mời họp: { $title }
meeting-congress-title = Triệu tập: { $title }
meeting-when = Thời gian: { $moment }.
meeting-where = Địa điểm: { $place }.
meeting-online = Họp trực tuyến: { $link }
meeting-length = Thời lượng: { $minutes } phút.
meeting-agenda = Chương trình:
meeting-rapporteur = { $name } trình bày
meeting-minutes = { $minutes } phút
meeting-documents = Tài liệu: { $names }.
meeting-calendar = Thêm vào lịch: { $address }
meeting-ask-tapped = Đồng chí bấm “Dự họp” hoặc “Báo vắng”, hoặc trả lời “dự”, “vắng vì …”.
meeting-ask-typed = Đồng chí trả lời “dự” hoặc “vắng vì …”.
button-attend = Dự họp
button-absent = Báo vắng

meeting-change-title = Thay đổi: { $title }
meeting-now-named = Tên buổi họp: { $title }.
meeting-now-kind = Hình thức: { $kind ->
    [thematic] sinh hoạt chuyên đề
    [regular_thematic] sinh hoạt thường kỳ và chuyên đề
    [extraordinary] sinh hoạt đột xuất
    [congress] đại hội
   *[regular] sinh hoạt thường kỳ
}.
meeting-now-when = Thời gian mới: { $moment }.
meeting-now-where = Địa điểm mới: { $place }.
meeting-now-nowhere = Không còn họp tại địa điểm đã báo.
meeting-now-online = Họp trực tuyến, địa chỉ mới: { $link }
meeting-now-not-online = Không còn họp trực tuyến.
meeting-answer-again = Nội dung khác giữ nguyên. Giờ họp đã đổi, đồng chí vui lòng trả lời lại.
meeting-rest-as-before = Nội dung khác giữ nguyên, họp lúc { $moment }.
meeting-cancellation-title = Hủy họp: { $title }
meeting-cancelled = Buổi họp lúc { $moment } không tổ chức nữa.
meeting-cancelled-because = Lý do: { $reason }

meeting-reminder-title = Nhắc đồng chí: { $title }
meeting-not-answered = Đồng chí vui lòng cho biết có dự được không.
meeting-handbook-title = Đưa tài liệu lên Sổ tay đảng viên: { $title }
meeting-handbook = Buổi họp lúc { $moment } có tài liệu: { $documents }.
    Trước buổi họp một ngày, tài liệu cũng cần có trên Sổ tay đảng viên điện tử (42-HD/BTCTW).
    Trang buổi họp: { $address }
meeting-report-title = Hoàn thiện biên bản: { $title }
meeting-report = Biên bản buổi họp lúc { $moment } chưa được duyệt.
    Trong { $days } ngày sau buổi họp, đồng chí hoàn thiện tài liệu và báo cáo cấp ủy cấp trên (42-HD/BTCTW).
    Trang biên bản: { $address }

meeting-unknown = Không tìm thấy buổi họp { $id }.
meeting-idempotency-conflict = Khóa chống gọi lặp này đã dùng cho một cuộc họp khác. Hãy dùng khóa mới.
meeting-invalid = { $field ->
    [title] Tên buổi họp dài nhất 300 ký tự.
    [starts-at] Thời gian họp chưa đúng: ghi ngày giờ trong vòng hai năm tới.
    [minutes] Thời lượng từ 5 phút đến 48 giờ.
    [place] Địa điểm dài nhất 300 ký tự.
    [link] Địa chỉ họp trực tuyến phải bắt đầu bằng http hoặc https.
    [reminders] Đặt nhiều nhất 5 lần nhắc, mỗi lần trước giờ họp từ 5 phút đến 60 ngày.
    [repeat] Cách lặp lại chưa đúng.
    [items] Chương trình có nhiều nhất 40 mục, mỗi mục từ 1 đến 300 ký tự và từ 1 đến 600 phút.
    [late-after] Số phút tính là đến muộn từ 0 đến 240.
    [guests] Danh sách khách mời dài nhất 1.000 ký tự.
    [reason] Lý do dài nhất 300 ký tự.
    [idempotency-key] Khóa chống gọi lặp dài 1 đến 200 ký tự, không dấu và không có khoảng trắng.
    [documents] Mỗi buổi họp có nhiều nhất 10 tài liệu.
    [document-size] Tài liệu phải có tên, không được rỗng và nặng nhất 20 MB.
    [month] Tháng ghi theo dạng 2026-12.
   *[other] Buổi họp chưa đúng ở mục { $field }.
}
meeting-past = Thời điểm { MOMENT($startsAt) } đã qua, không gọi họp được.
meeting-no-members = Không có ai để mời ở đơn vị { $unit }. Hãy kiểm tra danh sách đảng viên của đơn vị.
meeting-over = Buổi họp đã kết thúc hoặc đã hủy nên không thay đổi được nữa.
meeting-not-called = Buổi họp này mới được đề xuất, chưa gửi giấy mời.
meeting-runs = Buổi họp đã được gọi hoặc đang diễn ra nên không đổi giờ được.
meeting-not-begun = Buổi họp chưa bắt đầu nên chưa kết thúc được. Nếu không họp nữa, đồng chí hủy buổi họp.
meeting-document-unknown = Không tìm thấy tài liệu này.

meeting-warning-short = Thời lượng { $minutes } phút ngắn hơn mức tối thiểu { $least } phút ({ $source }).
meeting-warning-day-off = Ngày họp trùng { $name } ({ $source }).
meeting-warning-day-off-better = Ngày họp trùng { $name } ({ $source }). Có thể chuyển sang { MOMENT($better) }.
meeting-warning-too-few-official = Chi bộ chỉ có { $official } đảng viên chính thức, ít hơn { $least } nên chưa thể họp chi bộ ({ $source }).
meeting-warning-quiet-hours = Giờ họp rơi vào đêm. Đồng chí xem lại có phải giờ khác không.
meeting-warning-clash = Trùng giờ với buổi “{ $title }” lúc { MOMENT($startsAt) }.
