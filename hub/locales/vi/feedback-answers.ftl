# Trả lời ý kiến: lời nói với người viết, với nơi trả lời và cấp trên
feedback-told-reply = Trả lời ý kiến số { $number } ({ $unit }): { $text }
feedback-told-late = Trả lời sau hạn, vì: { $reason }
feedback-told-next = Đồng chí gõ “ý kiến của tôi” để xem lại, cho biết trả lời có hữu ích không, hoặc hỏi lại.
feedback-told-forwarded = Ý kiến số { $number } của đồng chí đã được chuyển đến { $unit } để trả lời. Lý do: { $text }
feedback-told-succeeded = { $unit } đã sáp nhập hoặc giải thể. Ý kiến số { $number } của đồng chí nay do { $to } trả lời, hạn trả lời như cũ.
feedback-told-closed = Ý kiến số { $number } của đồng chí đã được { $unit } khép lại. Lý do: { $text }

feedback-waiting-title = Ý kiến chờ trả lời: { $unit }
feedback-waiting-figures = { $fresh } ý kiến mới, { $soon } sắp đến hạn (trong 5 ngày làm việc), { $late } quá hạn.
feedback-waiting-where = Xem và trả lời: { $address }
feedback-late-title = { $items } ý kiến quá hạn trả lời ở { $units } tổ chức trực thuộc
feedback-late-unit = { $unit }: { $items } ý kiến quá hạn hơn 3 ngày làm việc.
feedback-late-others = Và { $units } tổ chức khác.

feedback-not-forwarded-there = Không chuyển được đến { $unit }. Hãy chọn cấp trên hoặc nơi khác còn hoạt động; ý kiến kín hay không ghi tên không chuyển xuống chi bộ.

audit-feedback-taken = Nhận xử lý một ý kiến
audit-feedback-given-back = Trả lại một ý kiến đã nhận xử lý
audit-feedback-replied = Trả lời một ý kiến
audit-feedback-noted = Ghi chú nội bộ về một ý kiến
audit-feedback-forwarded = Chuyển một ý kiến đến nơi khác
audit-feedback-closed = Khép lại một ý kiến
audit-feedback-escalated = Báo cấp trên: { $items } ý kiến quá hạn trả lời
audit-feedback-promised = Hẹn trả lời ý kiến trong { $days } ngày làm việc
audit-feedback-canned-answer-saved = Lưu một câu trả lời mẫu
audit-feedback-canned-answer-dropped = Bỏ một câu trả lời mẫu
audit-feedback-topic-added = Thêm một chủ đề góp ý
audit-feedback-topic-retired = Bỏ một chủ đề góp ý

cli-feedback-nothing = Không có ý kiến nào.
cli-feedback-line = { $id } · { $unit } · { $level ->
        [named] ghi tên
        [confidential] kín
       *[unlinkable] không ghi tên
    } · { $status ->
        [new] mới
        [taken] đang xử lý
        [answered] đã trả lời
        [closed] đã khép
        [reopened] hỏi lại
       *[withdrawn] đã rút
    } · { $text }
cli-feedback-replied = Đã trả lời, người viết sẽ được báo.
cli-feedback-said = Đã nhận, số { $number }.
