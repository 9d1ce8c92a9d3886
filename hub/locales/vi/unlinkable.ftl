# Trang góp ý không ghi tên
unlinkable-title = Góp ý không ghi tên về công việc chung
unlinkable-to = Gửi tới: { $unit }
unlinkable-what = Đây là góp ý chung, không ghi tên. Không dùng để tố cáo, khiếu nại hoặc nói về sai phạm của một người cụ thể; đơn như vậy phải ghi rõ họ tên, địa chỉ và gửi đúng nơi có thẩm quyền. { $ofCell ->
    [yes] Chi ủy
   *[no] Cấp ủy
} tổng hợp và trả lời chung tại buổi sinh hoạt, không trả lời riêng.
unlinkable-receipt-why = Gửi xong, đồng chí nhận một giấy biên nhận bằng chữ. Ai giữ giấy ấy thì xem được góp ý đã tới đâu và lời đáp nếu có; ngoài ra không ai trả lời riêng được.
unlinkable-kind = Đồng chí muốn gửi
unlinkable-kind-of = { $kind ->
    [question] Câu hỏi
    [proposal] Kiến nghị
    [reported] Điều nghe được từ nhân dân
   *[opinion] Ý kiến
}
unlinkable-proposal = Kiến nghị muốn được trả lời trong thời hạn thì phải ghi tên: đồng chí gõ /gopy trong chat.
unlinkable-topic = Về việc gì
unlinkable-topic-none = Chưa chọn
unlinkable-topic-other = Việc khác
unlinkable-text = Nội dung
unlinkable-text-hint = Không quá 2.000 ký tự. Đồng chí đừng ghi tên mình, đừng nêu tên người khác.
unlinkable-files = Ảnh, tệp kèm theo
unlinkable-files-hint = Nhiều nhất 5 tệp, tất cả không quá 10 MB: ảnh, PDF, Word, văn bản. Ảnh được làm lại, bỏ hết nơi chụp và máy chụp. Không nhận ghi âm.
unlinkable-send = Gửi góp ý

unlinkable-truth = Ai biết được gì
unlinkable-truth-page = Trang này không hỏi đồng chí là ai và không dùng cookie. Hệ thống không ghi địa chỉ mạng, loại máy hay việc mở trang này vào nhật ký.
unlinkable-truth-company = Chưa ai đọc góp ý cho đến khi có ít nhất { $items } góp ý cùng chờ và ngày đã hết. Lúc chuyển, thứ tự được xáo trộn; chỉ giữ ngày, không giữ giờ. Chờ quá { $days } ngày mà chưa đủ thì chuyển lên cấp trên.
unlinkable-truth-link = Góp ý không liên kết được với ai sau khi đã chuyển; trước đó được bảo vệ bằng mã hóa.
unlinkable-truth-words = Cách viết và những chi tiết riêng cũng có thể cho biết ai viết. Đồng chí chỉ viết về việc chung.
unlinkable-truth-outside = Trình duyệt, điện thoại và nhà mạng có thể biết đồng chí đã mở trang này; điều đó nằm ngoài khả năng của hệ thống.

unlinkable-nothing-kept = Chưa có gì được lưu. Những gì đồng chí đã viết vẫn còn ở dưới.
unlinkable-files-again = Tệp thì đồng chí phải chọn lại.
unlinkable-signed = { $door ->
    [complaint] Đây có vẻ là khiếu nại.
   *[denunciation] Đây có vẻ là tố cáo, hoặc nói về sai phạm của một người cụ thể.
} Trang này không nhận. Đơn như vậy phải ghi rõ họ tên, địa chỉ, ký tên và gửi đúng nơi có thẩm quyền, như cấp ủy hoặc ủy ban kiểm tra. Nếu chỉ góp ý về công việc chung, đồng chí viết lại giúp.
feedback-kind-missing = Đồng chí chọn một trong bốn loại: câu hỏi, ý kiến, kiến nghị, điều nghe được từ nhân dân.
feedback-too-many-at-once = Nhiều người đang dùng trang này cùng lúc. Đồng chí thử lại sau { $seconds } giây.

unlinkable-shut = Nơi này có ít hơn { $eligible } đảng viên nên người viết dễ bị đoán ra. Vì vậy nơi này không nhận góp ý không ghi tên.
unlinkable-shut-instead = Gửi tới { $unit }
unlinkable-shut-none = Các cấp trên cũng chưa nhận được. Đồng chí gõ /gopy trong chat để góp ý theo cách khác.
unlinkable-not-kept = Điều đồng chí đã viết, chưa được lưu

unlinkable-taken = Đã nhận góp ý
unlinkable-keep = Đồng chí chép lại giấy biên nhận này, chúng tôi không giữ. Mất giấy thì không ai tìm lại được.
unlinkable-keep-how = Mười hai tiếng, không có dấu. Viết hoa hay thường, đọc cho người khác chép đều được.
unlinkable-close = Chép xong, đồng chí đóng trang này. Nếu dùng chung máy với người khác thì xóa cả lịch sử trình duyệt.

unlinkable-which = Mỗi nơi có một liên kết riêng, giống nhau cho mọi người. Đồng chí dùng liên kết của nơi muốn góp ý: gõ /gopy trong chat để xem.
unlinkable-follow = Xem góp ý đã tới đâu
unlinkable-receipt = Giấy biên nhận
unlinkable-receipt-hint = Mười hai tiếng đã chép, đúng thứ tự. Có dấu hay không, viết hoa hay thường, cách hay liền đều được.
unlinkable-look = Xem
feedback-no-such-receipt = Không có góp ý nào với giấy biên nhận này. Đồng chí xem lại từng tiếng.
unlinkable-fact-unit = Gửi tới
unlinkable-fact-kind = Loại
unlinkable-fact-day = Ngày
unlinkable-day = { DAY($day) }
unlinkable-fact-state = Tình trạng
unlinkable-state = { $state ->
    [waiting] Đang chờ, chưa ai đọc. Góp ý được chuyển khi có ít nhất { $items } góp ý cùng chờ và ngày đã hết.
    [new] Đã chuyển tới người đọc
    [answered] Đã trả lời
    [closed] Đã kết thúc
   *[taken] Đang được xem xét
}
unlinkable-said = Điều đã viết
unlinkable-replies = Lời đáp
unlinkable-no-reply = Chưa có lời đáp ở đây.
unlinkable-reply-from = { $unit }, ngày { DAY($day) }
