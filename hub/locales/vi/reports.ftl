# Báo cáo ý kiến: số liệu của tháng đã khép, không để lộ nhóm ít người
nav-feedback-report = Báo cáo ý kiến

report-title = Ý kiến tháng { $month }/{ $year }
report-month = Tháng { $month }/{ $year }
report-lead = { $unit } và các đơn vị trực thuộc
report-total = Đã nhận { $count } ý kiến.
report-total-more = Đã nhận { $count } ý kiến, chưa kể một số ít (có thể không có) được gộp với nơi khác để không lộ ai.
report-nothing = Tháng này không nhận được ý kiến nào.
report-too-few = Chưa đủ { $smallest } ý kiến để hiện mà không lộ ai. Có thể tháng này không có ý kiến nào.
report-no-figures = Chưa có số liệu của tháng này.
report-not-closed = Tháng { $month }/{ $year } chưa khép. Số liệu có sau khi hết tháng ba ngày, và từ đó không thay đổi.
report-how = Mỗi con số là của ít nhất { $smallest } người. Chỗ ít người hơn ghi “{ $few }”, có thể là không có, hoặc gộp chung với chỗ khác; cộng trừ các con số cũng không tìm lại được. Số liệu lập một lần sau khi tháng khép.
report-few = < { $smallest }
report-few-in-words = Dưới { $smallest }, hoặc đã gộp chung
report-together = Gộp chung
report-together-units = Gộp chung của nhiều đơn vị
report-no-topic = Không theo chủ đề
report-own = Gửi thẳng { $unit }
report-kind = { $kind ->
    [question] Câu hỏi
    [opinion] Ý kiến
    [proposal] Kiến nghị
    [reported] Phản ánh của người dân
   *[together] Gộp chung
}
report-state = { $state ->
    [new] Mới
    [taken] Đang xử lý
    [answered] Đã trả lời
    [closed] Đã khép
    [reopened] Hỏi lại
   *[together] Gộp chung
}
report-by-unit = Theo đơn vị
report-by-topic = Theo chủ đề
report-by-kind = Theo loại
report-by-state = Theo tình trạng
report-proposals = Kiến nghị, phản ánh nhiều nhất
report-proposal = Nội dung
report-proposal-people = Số người
report-people = { $size } người
report-proposals-none = Chưa có nội dung nào đủ { $smallest } người cùng kiến nghị để nêu mà không lộ ai.
report-proposals-how = Mỗi nội dung do ít nhất { $smallest } người cùng nêu, số người ghi theo khoảng. Kiến nghị khác, nếu có, không nêu riêng.
report-proposal-items = { $count } ý kiến gửi thẳng nơi đồng chí trả lời
report-proposal-unnamed = Không ghi tên
report-proposal-received = nhận { DAY($day) }
report-answering = Trả lời
report-median = Thời gian trả lời, trung vị
report-median-days = { $days } ngày làm việc
report-late = Trả lời quá hạn
report-in-time = Trả lời đúng hạn
report-useful = Câu trả lời có ích
report-not-useful = Câu trả lời chưa có ích
report-not-shown = Không hiện để không lộ ai
report-cells = Chi tiết
report-unit = Đơn vị
report-topic = Chủ đề
report-kind-column = Loại
report-state-column = Tình trạng
report-count = Số ý kiến
report-show = Xem
report-choose-month = Tháng
report-download-xlsx = Tải bảng tính (XLSX)
report-download-docx = Tải văn bản (DOCX)
report-paper-title = BÁO CÁO TỔNG HỢP Ý KIẾN
report-no-unit = Đồng chí chưa được giao xem báo cáo của đơn vị nào.

report-open-month = Tháng { $month } chưa khép. Số liệu có sau khi hết tháng ba ngày.
report-no-month = Không có tháng này.
audit-feedback-report-exported = Tải báo cáo ý kiến
audit-feedback-proposals-given-to-model = Giao máy xếp nhóm { $items } kiến nghị ghi tên của tháng { $month }
