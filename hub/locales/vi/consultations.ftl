## core
consultation-notice-title = { $kind ->
    [draft] Lấy ý kiến về dự thảo: { $title }
    [poll] Thăm dò ý kiến: { $title }
   *[survey] Khảo sát: { $title }
}
consultation-notice-asks = { $kind ->
    [draft] Đồng chí đọc dự thảo ({ $questions } đoạn), nhất trí hoặc góp ý từng đoạn.
    [poll] Đây là thăm dò ý kiến, không phải biểu quyết. Có { $questions } câu.
   *[survey] Có { $questions } câu, trả lời trong vài phút.
}
consultation-level-promise = { $level ->
    [named] Ghi tên: những đồng chí phụ trách ở tổ chức lấy ý kiến đọc được họ tên cùng câu trả lời.
    [confidential] Kín: không ai đọc được ai trả lời thế nào. Đến khi kết thúc, hệ thống giữ liên kết đã mã hóa để đồng chí sửa câu trả lời; người vận hành máy chủ về kỹ thuật có thể mở. Khi kết thúc liên kết bị xóa. Dưới năm người trả lời thì không ai đọc được gì.
   *[unnamed] Không ghi tên: đồng chí nhận một phiếu và trả lời bằng phiếu đó. Máy chủ biết đồng chí đã nhận một phiếu, không ghi phiếu nào. Điều này cần tin rằng máy chủ làm đúng như vậy lúc phát phiếu. Gửi rồi không sửa được; mất phiếu thì không cấp lại. Dưới năm người trả lời thì không ai đọc được gì.
}
consultation-notice-until = Nhận trả lời đến { MOMENT($closesAt) }.
consultation-answer-button = Trả lời
consultation-answer-tapped = Đồng chí bấm “Trả lời” để bắt đầu.
consultation-answer-typed = Để trả lời, đồng chí nhắn: lay y kien
consultation-reminder-title = { $kind ->
    [draft] Nhắc góp ý dự thảo: { $title }
    [poll] Nhắc trả lời thăm dò: { $title }
   *[survey] Nhắc trả lời khảo sát: { $title }
}
consultation-reminder-body = { $level ->
    [unnamed] { $unit } mời đồng chí nhận phiếu và trả lời. Tin này gửi cho mọi đồng chí chưa nhận phiếu: không ai biết đồng chí nào đã trả lời.
    [confidential] { $unit } mời đồng chí trả lời. Hệ thống chỉ biết đồng chí chưa trả lời; ai đã trả lời thế nào thì không ai đọc được.
   *[named] { $unit } mời đồng chí trả lời.
}
consultation-cancelled-title = { $kind ->
    [draft] Dừng lấy ý kiến về dự thảo: { $title }
    [poll] Dừng thăm dò ý kiến: { $title }
   *[survey] Dừng khảo sát: { $title }
}
consultation-cancelled-body =
    { $unit } không tiếp tục nữa. Lý do: { $reason }
    { $level ->
        [named] Những câu trả lời đã gửi được xóa hết.
       *[other] Những câu trả lời đã gửi được xóa hết, không ai đọc.
    } Cảm ơn các đồng chí đã trả lời.
consultation-results-title = Kết quả lấy ý kiến: { $title }
consultation-results-body = { $unit } đã có kết quả. Cảm ơn đồng chí.
consultation-see-results = Xem kết quả
consultation-results-tapped = Đồng chí bấm “Xem kết quả”.
consultation-results-typed = Để xem, đồng chí nhắn: ket qua tham do
consultation-results-lead = { $unit }: { $answered } trong { $eligible } đồng chí được hỏi đã trả lời.
consultation-results-too-few = { $unit }: hỏi { $eligible } đồng chí, dưới { $smallest } người trả lời nên không nêu gì.
consultation-results-how = { $level ->
    [named] Người đọc không thuộc tổ chức lấy ý kiến chỉ thấy nhóm từ { $smallest } người. Đây là thăm dò, không phải biểu quyết.
   *[other] Chỉ nêu nhóm từ { $smallest } người; nhóm nhỏ hơn được gộp hoặc không nêu. Đây là thăm dò, không phải biểu quyết.
}
consultation-answered = Số người trả lời
consultation-not-told-apart = không nêu riêng
consultation-of-passage = { $agrees ->
    [yes] Nhất trí
   *[no] Có ý kiến khác
}
consultation-all = tất cả
consultation-unit = Tổ chức đảng

consultation-invalid = { $field ->
    [title] Đồng chí viết tên đợt lấy ý kiến, không quá 200 ký tự.
    [introduction] Lời giới thiệu không quá 4.000 ký tự.
    [questions] Cần ít nhất một câu; thăm dò nhiều nhất 3 câu, còn lại nhiều nhất 60.
    [question] Câu { $number }: cần lời hỏi, không quá 500 ký tự.
    [options] Câu { $number }: cần từ 2 đến 12 phương án khác nhau (xếp thứ tự: đến 8), mỗi phương án không quá 200 ký tự. Chỉ chọn một thì dùng kiểu “chọn một”.
    [scale] Câu { $number }: thang điểm bắt đầu từ 0 hoặc 1, đến nhiều nhất 10.
    [passage] Câu { $number }: đoạn dự thảo không được để trống và không quá 4.000 ký tự.
    [only-if] Câu { $number }: chỉ rẽ nhánh theo một câu “chọn một” đứng trước.
    [closes-at] Hạn trả lời phải sau lúc này ít nhất một giờ, nhiều nhất 90 ngày; khi gia hạn phải muộn hơn hạn cũ.
    [level] Mức này không làm được như vậy: số đếm trong lúc lấy ý kiến chỉ có ở mức ghi tên; mức không ghi tên chỉ trả lời bằng phiếu.
    [audience] Đồng chí chọn hỏi ai.
   *[reason] Đồng chí viết lý do, không quá 500 ký tự.
}
consultation-draft-unreadable = { $why ->
    [encrypted] Tệp { $file } có mật khẩu nên chưa đọc được. Đồng chí bỏ mật khẩu rồi chọn lại, hoặc dán nội dung vào ô.
    [no-text] Tệp { $file } không có chữ, có thể là ảnh chụp. Đồng chí chọn tệp gốc, hoặc dán nội dung vào ô.
    [broken] Tệp { $file } bị hỏng hoặc quá lớn nên chưa đọc được. Đồng chí chọn tệp khác, hoặc dán nội dung vào ô.
   *[unknown-format] Tệp { $file } không phải DOCX, PDF hay TXT. Đồng chí lưu lại thành DOCX, hoặc dán nội dung vào ô.
}
consultation-answers-invalid = { $why ->
    [missing] Câu { $number } cần được trả lời.
    [too-long] Câu { $number }: lời viết quá dài (một câu 2.000 ký tự, một đoạn dự thảo 1.000, tất cả 6.000).
   *[not-allowed] Câu { $number } không nhận câu trả lời như vậy.
}
consultation-unknown = Không có đợt lấy ý kiến này, hoặc không hỏi đồng chí.
consultation-moved-on = Có người vừa sửa. Đồng chí xem lại rồi sửa tiếp.
consultation-not-being-prepared = Đã mở lấy ý kiến, nội dung không sửa được nữa.
consultation-over = Đợt lấy ý kiến này không nhận trả lời.
consultation-too-few = Chỉ có { $eligible } đồng chí được hỏi. Mức này cần ít nhất { $least }, nếu không sẽ đoán được ai trả lời.
consultation-reminded-today = Hôm nay đã nhắc rồi. Mỗi ngày nhắc một lần.
consultation-not-closed = Chưa có kết quả. Đợt lấy ý kiến nhận trả lời đến { MOMENT($closesAt) }.
consultation-not-shared = Kết quả đợt này do tổ chức lấy ý kiến giữ.
consultation-paper-drawn = Đồng chí đã nhận phiếu rồi. Mỗi đồng chí một phiếu; không ai biết đó là phiếu nào nên không cấp lại được.
consultation-paper-unknown = Không có phiếu này, phiếu đã dùng, hoặc đợt lấy ý kiến đã kết thúc.

## chat
consultation-talk-none = Hiện không có đợt lấy ý kiến nào chờ đồng chí. Xem kết quả đợt đã xong: gõ ket qua tham do
consultation-talk-waiting = Các đợt lấy ý kiến đang chờ đồng chí:
consultation-talk-answered = Đồng chí đã trả lời hết. Muốn xem lại hoặc sửa, đồng chí chọn một đợt:
consultation-talk-line = { $number }. { $title } ({ $unit }), đến { MOMENT($until) }
consultation-talk-choose = Bấm vào tên, hoặc gõ số thứ tự.
consultation-talk-opening = { $unit } lấy ý kiến: { $title }. { $count } câu, trả lời đến { MOMENT($until) }.
consultation-talk-no-vote = Đây là thăm dò ý kiến, không phải biểu quyết.
consultation-talk-promise-live = Trong lúc còn lấy ý kiến, ai được hỏi cũng xem được số đếm.
consultation-talk-chat-stays = Tin đồng chí gõ vẫn còn trong cuộc trò chuyện này và ở ứng dụng nhắn tin. Tránh viết điều chỉ riêng mình biết: người đọc có thể đoán ra.
consultation-talk-long = Dự thảo có { $count } đoạn. Đọc và trả lời ở trang này thuận mắt hơn (mở được một lần, trong 10 phút): { $url }
consultation-talk-here = Muốn trả lời ngay ở đây, từng đoạn một: bấm nút, hoặc gõ: o day
button-consultation-here = Trả lời ở đây
consultation-talk-question = Câu { $number }/{ $count }
consultation-talk-how-one = Chọn một: bấm nút, hoặc gõ số.
consultation-talk-how-several = Chọn được nhiều: gõ các số, ví dụ: 1 3
consultation-talk-how-several-most = Chọn nhiều nhất { $most }: gõ các số, ví dụ: 1 3
consultation-talk-how-ranking = Xếp cả { $count } theo thứ tự, điều cần nhất trước: gõ các số, ví dụ: 2 1
consultation-talk-how-scale = Cho điểm từ { $from } ({ $low }) đến { $to } ({ $high }): gõ một số.
consultation-talk-how-text = Đồng chí viết câu trả lời.
consultation-talk-how-passage = Nhất trí thì bấm nút, hoặc gõ: nhat tri. Có ý kiến thì đồng chí viết luôn.
consultation-talk-ways = Gõ: { $ways }
consultation-talk-may-skip = bo qua
consultation-talk-may-go-back = quay lai
consultation-talk-may-stop = dung (giữ lại phần đã trả lời)
consultation-talk-so-far = Đang trả lời: { $answer }
consultation-talk-kept = Lúc nãy đồng chí viết: “{ $text }”. Dùng làm câu trả lời này: bấm “Lấy lời này”, hoặc gõ: lay loi nay
button-consultation-use-kept = Lấy lời này
button-consultation-skip = Bỏ qua
consultation-talk-left-out = (không trả lời)
consultation-talk-required = Câu này cần trả lời, không bỏ qua được. Chưa tiện trả lời thì đồng chí gõ: dung
consultation-talk-not-allowed = Câu này không nhận được như vậy.
consultation-talk-not-understood = Tôi chưa hiểu câu trả lời.
consultation-talk-agree-or-say = Đồng chí nhất trí với đoạn này, hay có ý kiến ạ?
consultation-talk-your-words = Vâng, đồng chí viết ý kiến của mình. Không viết nữa thì gõ: nhat tri hoặc bo qua
consultation-talk-too-long = Lời đồng chí viết dài { $length } ký tự, ở đây còn nhận { $most }. Đồng chí viết ngắn lại giúp.
consultation-talk-door-else = Nếu là ý kiến về việc đang hỏi, đồng chí viết lại, không nêu sai phạm của một người.
consultation-talk-kept-for-later = Chỗ này không nhận lời viết. Tôi giữ lời đồng chí vừa viết, đến câu nhận lời viết sẽ đưa lại; không có câu như vậy thì nhắc đồng chí khi gửi xong.
consultation-talk-file = Ảnh, tệp và tin thoại không nhận được ở đây. Đồng chí trả lời bằng chữ.
consultation-talk-review = Đồng chí xem lại trước khi gửi: { $title }
consultation-talk-send-question = Gửi không ạ? Bấm “Gửi”, hoặc gõ: gui / sua 2 (sửa câu 2) / dung
button-consultation-send = Gửi
button-consultation-change = Sửa
button-consultation-stop = Để sau
consultation-talk-change = Sửa câu nào ạ? Gõ số của câu. Không sửa nữa thì gõ: gui
consultation-talk-sent = Đồng chí đã trả lời: { $title }
consultation-talk-may-change = Sửa được đến { MOMENT($until) }: bấm “Sửa”, hoặc gõ: sua 2 (sửa câu 2)
consultation-talk-resumed = { $title }: tôi còn giữ phần đồng chí đã trả lời, chưa gửi.
consultation-talk-stopped = Vâng, chưa gửi gì cả. Phần đã trả lời được giữ kín ở đây bảy ngày. Trả lời tiếp: gõ /laykien
consultation-talk-unchanged = Vâng, câu trả lời đã gửi giữ nguyên.
consultation-talk-thanks = Đã nhận. Cảm ơn đồng chí. Sửa được đến { MOMENT($until) }: gõ sua
consultation-talk-left-over =
    Lời đồng chí viết giữa chừng chưa gửi đi đâu: “{ $text }”
    Muốn gửi thành ý kiến thì bấm “Góp ý”, hoặc gõ /gopy rồi gửi lại lời đó.
consultation-talk-over = Đợt lấy ý kiến “{ $title }” đã kết thúc, không nhận trả lời nữa.
consultation-talk-cancelled = Đợt lấy ý kiến “{ $title }” đã hủy. Các câu trả lời đã bị xóa.
consultation-talk-over-draft = Phần đồng chí đang trả lời chưa gửi, tôi không giữ lại nữa.
consultation-talk-not-here = Đợt này không ghi tên nên không trả lời được trong trò chuyện: ứng dụng nhắn tin và hệ thống đều biết ai đang viết ở đây.
consultation-talk-draw = Đồng chí mở trang của mình để nhận một phiếu (mở được một lần, trong 10 phút): { $url } Trả lời bằng phiếu ở trang không đăng nhập.
consultation-talk-drawn = Đồng chí đã nhận phiếu; hệ thống không biết là phiếu nào. Trả lời bằng phiếu tại { $url }. Mất phiếu thì không cấp lại.
button-consultation-results = Xem kết quả
consultation-talk-results-list = Các đợt có kết quả:
consultation-talk-results-none = Chưa có kết quả nào được cho xem.
consultation-talk-results-live = Số đếm lúc này, chưa kết thúc.
command-consultations = Lấy ý kiến

## commands
cli-consultation-nothing = Chưa có đợt lấy ý kiến nào.
cli-consultation-line = { $id } · { $unit } · { $state ->
        [preparing] đang soạn
        [open] đang hỏi
        [closed] đã kết thúc
       *[cancelled] đã dừng
    } · { $answered }/{ $eligible } · { $title }
cli-consultation-created = Đã soạn { $id }; chưa hỏi ai.
cli-consultation-opened = Đã mở, hỏi { $eligible } đồng chí.
cli-consultation-results = { $answered } trên { $eligible } đồng chí trả lời. Số liệu: thêm --json
cli-consultation-closed = Đã kết thúc.
cli-consultation-cancelled = Đã hủy; các câu trả lời đã bị xóa.
cli-consultation-reminded = { $count ->
        [-1] Đã nhắc; chưa nêu số, vì còn ít người trả lời.
       *[other] Đã nhắc { $count } đồng chí.
    }
cli-consultation-answered = Đã nhận câu trả lời.
consultation-file = Chỗ sai: { $field }. { $problem }
