# Góp ý, kiến nghị: vì sao chưa nhận được, và dòng ghi trong nhật ký

feedback-signed-door-needed = { $door ->
    [complaint] Khiếu nại (về kỷ luật, khai trừ, quyết định) không nhận ở đây. Đồng chí viết đơn ghi rõ họ tên, gửi cấp ủy hoặc ủy ban kiểm tra có thẩm quyền. Nội dung vừa viết không được lưu lại.
   *[denunciation] Tố cáo, nói về sai phạm của một người cụ thể không nhận ở đây. Đồng chí viết đơn ghi rõ họ tên, địa chỉ, gửi ủy ban kiểm tra của cấp ủy có thẩm quyền. Nội dung vừa viết không được lưu lại.
}
feedback-invalid = { $field ->
    [text] Nội dung cần có chữ, và không dài quá mức cho phép (ý kiến 2.000 ký tự, câu trả lời 4.000). Dài hơn thì đồng chí gửi làm hai lần.
    [topic] Chủ đề không có trong danh sách, hoặc dài quá 80 ký tự.
    [files] Mỗi lần gửi được nhiều nhất 5 tệp.
    [file-size] Tệp trống hoặc quá lớn: tất cả các tệp cộng lại không quá 10 MB.
    [file-type] Không nhận được loại tệp này. Đồng chí gửi ảnh, PDF, Word, Excel hoặc tệp chữ.
    [voice] Tin thoại không gửi kín được: nghe giọng là biết người. Đồng chí viết bằng chữ, hoặc gửi có ghi tên.
    [file-gone] Ảnh, tệp gửi kèm đã quá một ngày nên tôi không còn giữ. Đồng chí gửi lại.
    [reason] Đồng chí cho biết lý do, ngắn gọn.
    [grounds] Lý do mở người viết dài từ 20 đến 500 ký tự.
    [basis] Đồng chí nêu căn cứ, từ 5 đến 200 ký tự.
    [days] Số ngày làm việc từ 1 đến 90.
   *[title] Tiêu đề còn thiếu hoặc quá dài.
}
feedback-too-much-today = Hôm nay đồng chí đã gửi 10 lần. Mời đồng chí gửi tiếp vào ngày mai.
feedback-unknown = Không tìm thấy ý kiến này.
feedback-already-read = Nơi nhận đã xem nên không sửa hoặc rút được nữa. Đồng chí có thể gửi thêm ý kiến mới.
feedback-not-answered = Ý kiến này chưa được trả lời.
feedback-already-reopened = Ý kiến này đã được hỏi lại một lần. Đồng chí có thể gửi ý kiến mới.
feedback-door-shut = Nơi này ít người nên không nhận góp ý không ghi tên: dễ đoán ra người viết. Đồng chí gửi lên cấp trên.
feedback-moved-on = Có người vừa làm việc với ý kiến này. Đồng chí xem lại rồi làm tiếp.
feedback-late-reason-needed = Đã quá hạn trả lời ngày { DAY($dueOn) }: đồng chí nêu lý do chậm.
feedback-over = Ý kiến này đã kết thúc hoặc đã được rút.

audit-feedback-said = Nhận một ý kiến có ghi tên

cli-bench-feedback = { $submissions } góp ý, trong đó { $unlinkable } không ghi tên, cơ sở dữ liệu { $database }: nhận { $accepted }, mất { $lost }; nửa số trong { $p50Ms } ms, 95 phần trăm trong { $p95Ms } ms, tất cả trong { $seconds } giây; báo cáo { $reportItems } góp ý của { $reportMembers } đảng viên lập trong { $snapshotMs } ms, đọc trong { $reportMs } ms, của cả tỉnh trong { $reportProvinceMs } ms
