# Trang Ý kiến trong trang điều hành: ý kiến chờ trả lời, một ý kiến, cài đặt của đơn vị
nav-feedback = Ý kiến

today-feedback-title = Ý kiến gửi { $unit }
today-feedback-action = Xem và trả lời

feedback-page-day = { DAY($day) }
feedback-page-kind = { $kind ->
    [question] Câu hỏi
    [proposal] Kiến nghị
    [reported] Phản ánh của nhân dân
   *[opinion] Ý kiến
}
feedback-page-level = { $level ->
    [named] Ghi tên
    [confidential] Giữ kín người viết
   *[unlinkable] Không ghi tên
}
feedback-page-state = { $state ->
    [new] Mới
    [taken] Đang xử lý
    [answered] Đã trả lời
    [reopened] Hỏi lại
    [withdrawn] Đã rút
   *[closed] Đã khép
}
feedback-page-no-term = Không hẹn ngày trả lời riêng
feedback-page-late = { $days ->
    [0] Quá hạn từ { DAY($day) }
   *[other] Quá hạn { $days } ngày làm việc, từ { DAY($day) }
}
feedback-page-left = { $days ->
    [0] Hạn cuối hôm nay, { DAY($day) }
   *[other] Còn { $days } ngày làm việc, đến { DAY($day) }
}

feedback-inbox-no-desk = Đồng chí chưa được giao trả lời ý kiến ở đơn vị nào. Việc này của bí thư, phó bí thư và văn phòng cấp ủy.
feedback-inbox-lead = { $late ->
    [0] { $waiting } ý kiến đang chờ trả lời.
   *[other] { $waiting } ý kiến đang chờ trả lời, trong đó { $late } đã quá hạn.
}
feedback-inbox-empty = Không có ý kiến nào đang chờ. Khi đảng viên gửi câu hỏi, góp ý, kiến nghị hoặc phản ánh tới đơn vị (trong trò chuyện, bằng lệnh /gopy), ý kiến sẽ nằm ở đây cùng hạn trả lời.
feedback-inbox-none = Không có ý kiến nào như đồng chí chọn.
feedback-inbox-report = Tổng hợp theo tháng
feedback-inbox-more = Trang này chỉ hiện { $most } ý kiến đầu. Đồng chí chọn lọc để xem các ý kiến khác.
feedback-inbox-item = Ý kiến
feedback-inbox-received = Nhận ngày
feedback-inbox-due = Hạn trả lời
feedback-inbox-by = Người xử lý
feedback-inbox-state = Tình trạng

feedback-filter = Đang xem
feedback-filter-show = { $show ->
    [late] quá hạn
    [answered] đã trả lời
    [closed] đã khép
    [all] tất cả
   *[open] đang chờ trả lời
}
feedback-filter-unit = Đơn vị
feedback-filter-any-unit = Mọi đơn vị
feedback-filter-state = Tình trạng
feedback-filter-level = Mức giữ kín
feedback-filter-any-level = mọi mức
feedback-filter-go = Xem

feedback-door-title = Góp ý không ghi tên về công việc chung
feedback-door-open = Liên kết dưới đây giống nhau cho mọi người. Đồng chí có thể in mã, dán ở bảng tin hoặc chỗ họp. Ý kiến hiện ở đây khi có ít nhất { $items } ý kiến chờ và ngày đã hết.
feedback-door-qr = Mã vuông mở trang góp ý không ghi tên của { $unit }
feedback-door-shut-instead = { $unit } có dưới { $eligible } đồng chí nên không mở trang này: ít người thì dễ đoán ra người viết. Đảng viên dùng trang của { $instead }.
feedback-door-shut-all = { $unit } có dưới { $eligible } đồng chí nên không mở trang này: ít người thì dễ đoán ra người viết.

feedback-item-title = { $kind } số { $number }
feedback-item-taken-by = Đồng chí { $name } đang xử lý ý kiến này.
feedback-item-taken-by-you = Đồng chí đang xử lý ý kiến này.
feedback-item-take = Tôi nhận xử lý
feedback-item-take-over = Tôi nhận thay
feedback-item-release = Thôi xử lý
feedback-item-said = Nội dung
feedback-item-author = Người viết
feedback-item-author-kept = Người viết được giữ kín, câu trả lời sẽ được chuyển đến đồng chí ấy.
feedback-item-author-nobody = Không ai biết người viết. Câu trả lời hiện ở trang biên nhận.
feedback-item-topic = Chủ đề
feedback-item-said-to = Gửi đầu tiên tới
feedback-item-late-reason = Lý do trả lời muộn
feedback-item-file-size = { $kilobytes } KB
feedback-item-history = Đã làm
feedback-item-useful = Người viết cho biết câu trả lời hữu ích.
feedback-item-not-useful = Người viết cho biết câu trả lời chưa hữu ích.
feedback-item-changed = Từ khi đồng chí mở trang này, đã có thêm:
feedback-item-typed-kept = Những gì đồng chí đã viết vẫn còn ở dưới. Đồng chí xem lại rồi gửi.
feedback-item-close = Khép lại
feedback-item-publish = Soạn thông báo cho mọi người
feedback-item-file = Đưa vào thư viện
feedback-item-back = Về danh sách ý kiến

feedback-entry = { $kind ->
    [reply] Trả lời
    [note] Ghi chú nội bộ
    [took] Nhận xử lý
    [released] Thôi xử lý
    [forwarded] Chuyển đến { $to }
    [succeeded] Chuyển đến { $to } theo sáp nhập, giải thể
    [closed] Khép lại
    [reopened] Hỏi lại
    [rated] Đánh giá câu trả lời
   *[escalated] Báo cấp trên vì quá hạn
}
feedback-entry-by = { $kind ->
    [reopened] người viết
    [rated] người viết
   *[other] hệ thống
}

feedback-reply-title = Trả lời
feedback-reply-again = Trả lời thêm
feedback-reply-goes = { $level ->
    [named] Câu trả lời được gửi vào trò chuyện của người viết.
    [confidential] Hệ thống chuyển câu trả lời vào trò chuyện của người viết, sau một lúc. Đồng chí không biết và không cần biết đó là ai.
   *[unlinkable] Câu trả lời hiện ở trang biên nhận. Không tin nhắn nào được gửi đi.
}
feedback-reply-canned = Câu trả lời mẫu
feedback-reply-insert = Chèn vào câu trả lời
feedback-reply-text = Câu trả lời
feedback-reply-late-reason = Lý do trả lời muộn
feedback-reply-late-hint = Đã quá hạn: quy định yêu cầu nói rõ lý do.
feedback-reply-send = Gửi trả lời

feedback-note-title = Ghi chú nội bộ
feedback-note-hint = Chỉ người trả lời ý kiến của đơn vị đọc được; người viết không thấy.
feedback-note-text = Ghi chú
feedback-note-save = Lưu ghi chú

feedback-forward-title = Chuyển nơi khác
feedback-forward-hint = { $level ->
    [unlinkable] Lý do hiện ở trang biên nhận.
   *[other] Người viết được báo nơi nhận và lý do; hạn trả lời tính lại từ hôm nay.
}
feedback-forward-unit = Chuyển đến
feedback-forward-above = cấp trên
feedback-forward-beside = cùng cấp
feedback-forward-reason = Lý do chuyển
feedback-forward-send = Chuyển

feedback-close-title = Khép lại ý kiến này?
feedback-close-answered = Ý kiến đã được trả lời. Khép lại rồi thì không trả lời thêm được nữa.
feedback-close-unanswered = { $level ->
    [unlinkable] Ý kiến này chưa được trả lời. Lý do khép lại hiện ở trang biên nhận.
   *[other] Ý kiến này chưa được trả lời. Lý do khép lại được gửi cho người viết.
}
feedback-close-reason = Lý do
feedback-close-not = Không khép

feedback-taken = Đồng chí đã nhận xử lý.
feedback-released = Đồng chí đã thôi xử lý ý kiến này.
feedback-replied = Đã ghi câu trả lời.
feedback-noted = Đã lưu ghi chú.
feedback-forwarded = Đã chuyển ý kiến đi.
feedback-closed = Đã khép lại.
feedback-gone-title = Ý kiến không còn ở đây
feedback-gone = Ý kiến này không còn ở đơn vị của đồng chí, có thể vừa được chuyển đi. Việc đồng chí vừa làm chưa được ghi nhận.
feedback-gone-typed = Đồng chí đã viết

feedback-publish-subject = Hỏi đáp: { $topic }
feedback-publish-subject-plain = Trả lời ý kiến của đảng viên
feedback-publish-body =
    Đảng viên hỏi:
    { $question }

    Trả lời:
    { $answer }
feedback-publish-begun = Đây là bản nháp, chưa gửi cho ai. Đồng chí đọc lại, bỏ tên người và những chi tiết riêng rồi mới gửi.

feedback-file-title = Đưa hỏi đáp vào thư viện
feedback-file-item = Ý kiến
feedback-file-lead = Đảng viên của { $unit } tra cứu được và trợ lý dẫn được câu trả lời này khi có người hỏi điều tương tự.
feedback-file-warning = Đồng chí bỏ tên người và những chi tiết riêng. Không ghi ai đã hỏi.
feedback-file-question-short = Câu hỏi, viết gọn
feedback-file-question-short-hint = Một câu như người khác sẽ hỏi, ví dụ: Khi nào cầu treo được sửa xong?
feedback-file-question = Câu hỏi đầy đủ
feedback-file-question-hint = Để trống nếu câu viết gọn đã đủ ý.
feedback-file-answer = Câu trả lời
feedback-file-missing = Đồng chí ghi câu hỏi viết gọn và câu trả lời.
feedback-file-put = Đưa vào thư viện
feedback-file-not = Thôi
feedback-filed = Đã đưa hỏi đáp vào thư viện.

feedback-settings-link = Chủ đề, câu trả lời mẫu, hạn trả lời
feedback-settings-title = Tiếp nhận ý kiến
feedback-settings-saved = Đã lưu.
feedback-topics-title = Chủ đề
feedback-topics-none = Chưa có chủ đề nào: đảng viên tự ghi chủ đề, hoặc chọn trong danh sách của cấp trên.
feedback-topics-name = Chủ đề mới
feedback-topics-hint = Như: Đường giao thông, Đảng phí, Sinh hoạt chi bộ
feedback-topics-under = Thuộc
feedback-topics-top = Đứng riêng
feedback-topics-add = Thêm chủ đề
feedback-topics-retire = Thôi dùng
feedback-canned-title = Câu trả lời mẫu
feedback-canned-new = Thêm câu trả lời mẫu
feedback-canned-name = Tên câu mẫu
feedback-canned-save = Lưu câu mẫu
feedback-canned-remove = Xóa câu mẫu
feedback-promise-title = Hạn trả lời
feedback-promise-now = Hiện nay đơn vị trả lời trong { $days } ngày làm việc. Quy định là 30 ngày làm việc ở chi bộ và đảng bộ cơ sở, 60 ở cấp trên cơ sở và tỉnh, 90 ở Trung ương.
feedback-promise-days = Hứa trả lời trong (ngày làm việc)
feedback-promise-hint = Ít hơn quy định. Để trống: theo quy định.
feedback-promise-save = Lưu hạn
