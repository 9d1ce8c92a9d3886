# Trợ lý: điều không làm được, việc riêng của người hỏi, lời nói trên dòng lệnh
assistant-question-invalid = Câu hỏi cần có chữ và không dài quá 1.000 ký tự.
assistant-answer-unknown = Không thấy câu trả lời này, hoặc đã quá ba mươi ngày. Đồng chí hỏi lại giúp.
assistant-already-judged = Đồng chí đã đánh giá câu trả lời này rồi.
assistant-gap-unknown = Không thấy câu hỏi này, hoặc đã có người xử lý.

own-no-unit = Tôi chưa trả lời được về chi bộ của đồng chí. Đồng chí hỏi bí thư hoặc văn phòng cấp ủy.
own-leaders = Phụ trách { $unit }:
own-leader = { $role ->
        [secretary] Bí thư
        [deputy] Phó bí thư
       *[committee] Cấp ủy viên
    }: đồng chí { $name }
own-leaders-none = Hệ thống chưa ghi ai phụ trách { $unit }.
own-members-count = { $unit } có { $members } đảng viên: { $official } chính thức, { $probationary } dự bị.
own-unit = Đồng chí sinh hoạt tại { $unit }.
own-unit-below = Đồng chí sinh hoạt tại { $unit }, thuộc { $above }.
own-unit-too = Đồng chí còn sinh hoạt tạm thời tại { $unit }.
own-status = { $status ->
        [official] Đồng chí là đảng viên chính thức
        [probationary] Đồng chí là đảng viên dự bị
        [reduced] Đồng chí được giảm công tác và sinh hoạt
        [exempt] Đồng chí được miễn công tác và sinh hoạt
        [temporarily_exempt] Đồng chí được tạm miễn công tác và sinh hoạt
        [away] Đồng chí đang sinh hoạt tạm thời ở nơi khác
        [visiting] Đồng chí đang sinh hoạt tạm thời ở đây
        [transferring] Đồng chí đang làm thủ tục chuyển sinh hoạt
        [suspended] Đồng chí đang bị đình chỉ sinh hoạt
        [removed] Đã ghi xóa tên
        [expelled] Đã ghi khai trừ
        [resigned] Đã ghi xin ra khỏi Đảng
       *[deceased] Đã ghi từ trần
    } (ghi từ ngày { DAY($since) }).
own-status-none = Hệ thống chưa ghi tình trạng đảng viên của đồng chí.
own-status-wrong = Nếu chưa đúng, đồng chí báo bí thư để sửa.
own-waiting = Có { $count } văn bản, thông báo đang chờ đồng chí xác nhận “Đã nắm”:
own-waiting-notice = – { $name }
own-waiting-due = – { $name } (hạn { MOMENT($dueAt) })
own-waiting-none = Không có văn bản, thông báo nào đang chờ đồng chí xác nhận.
own-opinions = Đồng chí có { $count } ý kiến đã gửi:
own-opinion = – Số { $number }, gửi { $unit } ngày { DAY($on) }: { $state ->
        [new] đã nhận, chưa có người xem
        [taken] đang xem xét
        [answered] đã trả lời
        [closed] đã kết thúc
        [reopened] đồng chí đã hỏi lại
       *[withdrawn] đồng chí đã rút
    }.
own-opinion-due = – Số { $number }, gửi { $unit } ngày { DAY($on) }: { $state ->
        [new] đã nhận, chưa có người xem
        [taken] đang xem xét
        [answered] đã trả lời
        [closed] đã kết thúc
        [reopened] đồng chí đã hỏi lại
       *[withdrawn] đồng chí đã rút
    }. Hạn trả lời { DAY($dueOn) }.
own-opinions-more = Còn { $count } ý kiến cũ hơn.
own-opinions-none = Đồng chí chưa gửi ý kiến nào.
own-attendance = Năm { $year }, đến nay đồng chí được mời { $meetings } buổi: dự { $came } (trong đó đến muộn { $late }), vắng có lý do { $excused }, vắng không lý do { $absent }.
own-attendance-none = Năm { $year } chưa có buổi sinh hoạt nào của đồng chí được chốt điểm danh.
own-meetings = Lịch sinh hoạt của đồng chí:
own-meeting = – { $moment }: { $title } ({ $unit }){ $hasPlace ->
        [yes] , tại { $place }
       *[no] {""}
    }. { $answer ->
        [open] Đang họp.
        [yes] Đồng chí đã báo dự.
        [no] Đồng chí đã báo vắng.
       *[none] Đồng chí chưa báo dự hay vắng.
    }
own-meeting-held = – Đã họp: { $moment }, { $title }.
own-meeting-items = Nội dung:
own-meeting-item = { $number }. { $title }
own-meeting-no-items = Chưa có nội dung chi tiết.
own-meetings-none = Hiện chưa có buổi sinh hoạt nào mời đồng chí. Có lịch mới, hệ thống sẽ báo.
own-meetings-none-then = Trong thời gian ấy chưa có buổi nào mời đồng chí. Buổi gần nhất:

cli-ask-talk = { $talk ->
        [greeting] Chào đồng chí. Tôi trả lời câu hỏi về văn bản trong thư viện, kèm trích dẫn.
        [thanks] Rất vui được giúp đồng chí.
        [who-are-you] Tôi là trợ lý chi bộ: tìm câu trả lời trong văn bản của thư viện và trích nguyên văn; không tìm thấy thì tôi nói rõ.
        [goodbye] Chào đồng chí. Hẹn gặp lại.
        [cross] Xin lỗi đồng chí, tôi chưa giúp được. Đồng chí thử hỏi lại bằng lời khác.
       *[off-topic] Việc này tôi không giúp được. Đồng chí có thể hỏi về văn bản, quy định, hoặc lịch sinh hoạt của mình.
    }
cli-ask-refused = { $why ->
        [missing-document] Thư viện chưa có văn bản được hỏi.
        [no-such-answer] Không tìm thấy con số, ngày tháng hay mức được hỏi.
        [nothing-near] Không tìm thấy nội dung nào gần với câu hỏi.
        [not-ready] Thư viện đang được nạp. Vui lòng hỏi lại sau ít phút.
       *[not-sure] Có nội dung gần với câu hỏi nhưng không chắc trả lời đúng, nên không trả lời.
    }
cli-ask-missing = Văn bản chưa có: { $documents }.
cli-ask-looked-for = Đã tìm: { $words }.
cli-ask-near = Văn bản gần nhất: { $documents }.
cli-ask-source = [{ $number }] { $document }, { $locator }
cli-assistant-no-usage = Chưa có câu hỏi nào dùng đến máy.
cli-assistant-usage = { DAY($day) }  { $unit }  { $model }: { $questions } câu hỏi, đọc { $tokensIn } token, viết { $tokensOut } token
cli-ask-replaced = { $confirmed ->
        [yes] { $number } đã được thay thế bằng { $by }.
       *[no] { $number } có thể đã được thay thế bằng { $by }.
    }
cli-ask-expired = { $number } đã hết hiệu lực.
