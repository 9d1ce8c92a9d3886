# Văn bản sau buổi họp: biên bản, nghị quyết, kết luận, phân công, tự chấm
paper-unknown = Văn bản này chưa được lập.
paper-changed-meanwhile = Đồng chí { $name } vừa lưu phần này sau khi đồng chí mở trang, nên chưa ghi lời của đồng chí. Phần đang lưu và phần đồng chí vừa viết đều ở dưới đây.
paper-approved = Văn bản đã duyệt nên giữ nguyên. Cần sửa thì ghi một dòng đính chính.
paper-not-approved = Văn bản chưa duyệt, chưa làm việc này được.
paper-drafts-left = Còn đoạn do máy soạn mà chưa có người đọc và nhận: { $parts }. Đọc xong mới duyệt được.
paper-meeting-not-closed = Kết thúc buổi họp rồi mới duyệt, vì khi đó số người dự mới chốt.
paper-only-chair = Đồng chí { $chair } chủ trì buổi họp nên đồng chí { $chair } duyệt văn bản này.
paper-text-long = Phần này dài quá { $most } chữ cái, đồng chí rút gọn giúp.
paper-field-missing = { $field ->
    [day] Ngày ghi trên văn bản chưa đúng. Ví dụ: 05/02/2026.
    [subject] Còn thiếu trích yếu.
    [issuer] Còn thiếu tên tổ chức đảng ban hành.
   *[note] Còn thiếu lời đính chính.
}
paper-model-silent = Máy soạn chưa trả lời được. Ghi chép của đồng chí chưa vào văn bản, đồng chí thử lại sau hoặc tự viết.
task-invalid = { $field ->
    [what] Việc được giao cần có lời, tối đa 500 chữ cái.
    [who] Cần ghi ai làm, tối đa 200 chữ cái.
   *[due] Hạn chưa đúng. Ví dụ: 20/12/2026.
}
task-unknown = Không còn việc này trong danh sách.
quality-invalid = Điểm “{ $title }” là số nguyên từ 0 đến { $most }.

papers-title = Văn bản của buổi họp
papers-meeting = Họp lúc { MOMENT($startsAt) }
papers-kind = { $kind ->
    [resolution] Nghị quyết
    [conclusion] Kết luận
   *[minutes] Biên bản
}
papers-not-begun = { $kind ->
    [minutes] Chưa lập. Khi lập, những gì đã biết được điền sẵn.
    [resolution] Chưa lập. Chỉ cần khi chi bộ ra nghị quyết.
   *[conclusion] Chưa lập. Chỉ cần khi chi bộ ra kết luận.
}
papers-begin = { $kind ->
    [resolution] Lập nghị quyết
    [conclusion] Lập kết luận
   *[minutes] Lập biên bản
}
papers-open = Mở
papers-approved = đã duyệt
papers-draft = đang viết
papers-approved-at = Duyệt lúc { MOMENT($approvedAt) }
papers-saved-at = Lưu lần cuối lúc { MOMENT($changedAt) }
papers-docx = Tải tệp Word (.docx)
papers-pdf = Tải tệp in (.pdf)
papers-send = Gửi tới đảng viên
papers-sent = Đã gửi tới { $recipients } đồng chí, cả các đồng chí vắng họp.
papers-who-has-it = Xem ai đã nắm
papers-all = Văn bản của buổi họp

tasks-title = Việc đã giao
tasks-none = Chưa ghi việc nào. Việc ghi ở đây được đưa vào biên bản và nhắc lại ở kỳ họp sau.
tasks-what = Việc
tasks-who = Người thực hiện
tasks-due = Hạn
tasks-due-hint = Ví dụ: 20/12 hoặc 20/12/2026
tasks-stand = Kết quả
tasks-open = chưa xong
tasks-done-at = xong { DAY($doneAt) }
tasks-mark-done = Đã xong
tasks-mark-open = Chưa xong
tasks-remove = Bỏ
tasks-add = Ghi việc
tasks-added = Đã ghi việc.
tasks-removed = Đã bỏ việc.
tasks-now-done = Đã ghi là xong.
tasks-now-open = Đã ghi là chưa xong.

paper-saved-by = Đồng chí { $name } lưu lần cuối lúc { MOMENT($changedAt) }.
paper-saved = Đã lưu.
paper-can-follow = { $count } phần chưa ai sửa có số liệu mới hơn.
paper-follow = Cập nhật các phần này
paper-followed = Đã cập nhật { $count } phần.
paper-part-prefilled = Điền sẵn từ buổi họp.
paper-part-edited = Đã có người viết.
paper-part-empty = Chưa có gì. Phần trống không in ra.
paper-part-write = Viết
paper-part-edit = Sửa
paper-part-text = Lời văn
paper-part-text-hint = Mỗi dòng là một đoạn.
paper-part-close = Thôi
paper-part-save = Lưu phần này
paper-part-kept = Phần đang lưu
paper-part-draft = dự thảo
paper-part-draft-hint = Có đoạn do máy soạn từ ghi chép. Đồng chí đọc, sửa cho đúng rồi lưu, hoặc nhận nguyên như vậy. Chưa xong việc này thì chưa duyệt được.
paper-part-take = Đã đọc, nhận nguyên
paper-part-taken = Đã nhận đoạn này.
paper-part-news = Buổi họp có điều mới mà phần này chưa ghi:
paper-part-news-take = Thêm vào cuối phần
paper-part-news-leave = Không ghi
paper-part-notes = Soạn dự thảo từ ghi chép
paper-part-notes-label = Ghi chép vắn tắt
paper-part-notes-hint = Lời ghi ở đây được gửi tới máy soạn tại { $host }. Đừng ghi điều mật.
paper-part-ask-draft = Soạn dự thảo
paper-part-drafted = Đã có dự thảo. Đồng chí đọc và sửa cho đúng.
paper-frame = Phần đầu và chữ ký
paper-frame-save = Lưu phần đầu và chữ ký
paper-subject = Trích yếu
paper-parent = Tổ chức đảng cấp trên
paper-issuer = Tổ chức đảng ban hành
paper-place = Địa danh
paper-day = Ngày ghi trên văn bản
paper-taker = Người ghi biên bản
paper-chair = Chủ trì
paper-on-behalf = Thay mặt
paper-on-behalf-hint = T/M CHI BỘ hoặc T/M CHI ỦY, theo lệ của chi bộ
paper-office = Chức vụ người ký
paper-office-hint = BÍ THƯ hoặc PHÓ BÍ THƯ, không ghi K/T
paper-signer = Người ký
paper-approval = Duyệt
paper-approval-hint = Duyệt xong văn bản có số và giữ nguyên. Bản in ký tay là căn cứ; phần mềm không vẽ dấu.
paper-approve = Duyệt văn bản này
paper-now-approved = Đã duyệt, số { $number }.
paper-approved-by = Đồng chí { $name } duyệt lúc { MOMENT($approvedAt) }.
paper-note = Đính chính ngày { $day }: { $text }
paper-add-note = Ghi đính chính
paper-note-text = Lời đính chính
paper-note-hint = In dưới chữ ký, kèm ngày. Văn bản giữ nguyên.
paper-noted = Đã ghi đính chính.
paper-send-hint = Gửi tệp in tới mọi đảng viên của chi bộ, cả các đồng chí vắng, và xin bấm Đã nắm.
paper-notice-title = { $title } số { $number }: { $subject }
paper-notice-body = { $kind ->
    [resolution] Kính gửi các đồng chí nghị quyết của buổi họp “{ $meeting }” ngày { DAY($startsAt) }, trong tệp kèm theo. Đồng chí nào vắng họp xin đọc để thực hiện. Đọc xong đồng chí bấm Đã nắm. Trân trọng.
    [conclusion] Kính gửi các đồng chí kết luận của buổi họp “{ $meeting }” ngày { DAY($startsAt) }, trong tệp kèm theo. Đồng chí nào vắng họp xin đọc để thực hiện. Đọc xong đồng chí bấm Đã nắm. Trân trọng.
   *[minutes] Kính gửi các đồng chí biên bản buổi họp “{ $meeting }” ngày { DAY($startsAt) }, trong tệp kèm theo. Đồng chí nào vắng họp xin đọc để nắm. Đọc xong đồng chí bấm Đã nắm. Trân trọng.
}

quality-title = Tự chấm chất lượng buổi sinh hoạt
quality-open = Chấm điểm
quality-scored = Chi bộ đã chấm { $total } điểm.
quality-not-scored = Chưa chấm. Điểm chấm được ghi vào biên bản.
quality-now = Đang ghi { $total }/{ $most } điểm, xếp loại { $level }.
quality-source = Khung điểm theo { $source }. { $note }
quality-levels = Xếp loại theo tổng điểm: { $levels }.
quality-criterion = { $title } (tối đa { $max })
quality-line = { $title }: { $points }/{ $max } điểm
quality-proposed-time = Gợi ý { $points } điểm: họp { $heldMinutes } phút, quy định ít nhất { $leastMinutes } phút. Theo { $source }.
quality-proposed-attendance = Gợi ý { $points } điểm: có mặt { $there }/{ $called }, vắng không lý do { $unexcused }. Theo { $source }.
quality-save = Lưu điểm
quality-saved = Đã lưu { $total } điểm, xếp loại { $level }.
quality-settled = Biên bản đã duyệt nên điểm giữ nguyên.
