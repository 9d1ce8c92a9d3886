# Trả lời dự họp, điểm danh, cơ số biểu quyết

attendance-closed = Buổi họp đã kết thúc, đã hủy hoặc chưa được triệu tập.
attendance-not-open = Buổi họp chưa mở hoặc đã kết thúc nên không có mã điểm danh.
attendance-not-closed = Buổi họp chưa kết thúc: đồng chí ghi thẳng trong danh sách điểm danh.
attendance-no-excuse = Đồng chí này không báo vắng.
attendance-delay = Số phút đến muộn từ 1 đến { $longest }.
attendance-reason-missing = Đồng chí cho biết lý do đính chính.
attendance-too-late-to-correct = Hết hạn đính chính từ { MOMENT($until) }. Biên bản là căn cứ.

attendance-quorum-rule = { $kind ->
    [more-than] quá { $share } số đảng viên chính thức được triệu tập ({ $source })
   *[at-least] ít nhất { $share } số đảng viên chính thức được triệu tập ({ $source })
}

attendance-sheet-title = Dự sinh hoạt của { $unit }, năm { $year }
attendance-sheet-month = Tháng
attendance-sheet-cell-code = Mã chi bộ
attendance-sheet-cell = Chi bộ
attendance-sheet-member-code = Mã đảng viên
attendance-sheet-member = Đảng viên
attendance-sheet-meetings = Số buổi họp
attendance-sheet-expected = Lượt được triệu tập
attendance-sheet-present = Có mặt
attendance-sheet-late = Đến muộn
attendance-sheet-excused = Vắng có lý do
attendance-sheet-absent = Vắng không lý do
