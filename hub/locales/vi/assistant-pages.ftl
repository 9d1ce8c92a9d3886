# Lời của các trang Hỏi trợ lý
assistant-page-title = Hỏi trợ lý
assistant-page-lead = Hỏi về văn bản của Đảng, của chi bộ, hoặc việc của đồng chí.
assistant-page-promise = Trợ lý chỉ trả lời theo văn bản trong thư viện mà đồng chí được đọc, và chỉ rõ chỗ. Không thấy thì nói là không thấy.
assistant-page-private = Đồng chí không ghi bí mật nhà nước, tên hay việc riêng của người khác vào câu hỏi. Câu hỏi và câu trả lời được giữ 30 ngày, chỉ đồng chí xem được.
assistant-page-to-library = Tự tìm trong thư viện
assistant-page-question = Câu hỏi của đồng chí
assistant-page-question-hint = Ví dụ: Bao nhiêu tuổi thì được kết nạp vào Đảng?
assistant-page-follow-up = Hỏi tiếp
assistant-page-follow-up-hint = Trợ lý hiểu câu hỏi tiếp theo câu trên, ví dụ: Còn đảng viên dự bị thì sao?
assistant-page-ask = Hỏi
assistant-page-answer = Trả lời
assistant-page-asked = Đồng chí hỏi
assistant-page-ask-anew = Hỏi câu khác
assistant-page-quoted = Văn bản viết
assistant-page-written = Trả lời theo văn bản
assistant-page-sources = Các chỗ đã dẫn
assistant-page-citation = Mở chỗ đã dẫn số { $number }
assistant-page-more = Xem thêm trích dẫn ({ $count })
assistant-page-status = { $status ->
    [replaced] Đã được thay thế
   *[expired] Hết hiệu lực
}
assistant-page-replaced-by = { $confirmed ->
    [yes] Đã được thay thế bằng văn bản số { $number }.
   *[no] Có thể đã được thay thế bằng văn bản số { $number }.
}
assistant-page-remark-replaced = { $confirmed ->
    [yes] Văn bản số { $number } đã được thay thế bằng văn bản số { $by }.
   *[no] Văn bản số { $number } có thể đã được thay thế bằng văn bản số { $by }.
}
assistant-page-remark-expired = Văn bản số { $number } đã hết hiệu lực.
assistant-page-remark = { $kind ->
    [budget] Hôm nay đã dùng hết phần soạn câu trả lời, nên trợ lý trích nguyên văn.
   *[no-model] Lúc này trợ lý không soạn được câu trả lời, nên trích nguyên văn.
}
assistant-page-refused = { $why ->
    [missing-document] Thư viện không có văn bản đồng chí hỏi.
    [no-such-answer] Trợ lý không thấy con số, ngày hay tên mà đồng chí hỏi trong các văn bản.
    [nothing-near] Trợ lý không thấy gì về việc này trong các văn bản đồng chí được đọc.
    [not-sure] Có văn bản gần với câu hỏi, nhưng không đủ để trả lời chắc chắn.
   *[not-ready] Thư viện đang được chuẩn bị. Đồng chí hỏi lại sau ít phút.
}
assistant-page-missing = Chưa có trong thư viện: { $documents }
assistant-page-looked-for = Đã tìm: { $words }
assistant-page-near = Văn bản gần với câu hỏi
assistant-page-search = Tìm trong thư viện
assistant-page-talk = { $talk ->
    [greeting] Chào đồng chí. Đồng chí cứ hỏi về văn bản, họp chi bộ hoặc việc của mình.
    [thanks] Không có gì, đồng chí. Cần gì đồng chí cứ hỏi.
    [who-are-you] Tôi là trợ lý của Cầu Nối. Tôi tìm trong thư viện văn bản và chỉ rõ chỗ; không thấy thì tôi nói là không thấy.
    [goodbye] Chào đồng chí.
    [cross] Xin lỗi đồng chí, tôi chưa giúp được. Đồng chí thử hỏi lại bằng lời khác, hoặc hỏi bí thư chi bộ.
   *[off-topic] Việc này không có trong thư viện văn bản nên tôi không trả lời. Đồng chí hỏi về văn bản, họp chi bộ hoặc việc của mình.
}
assistant-page-judge = Câu trả lời có giúp được không
assistant-page-helped = 👍 Giúp được
assistant-page-not-helped = 👎 Chưa được
assistant-page-why-not = Vì sao
assistant-page-complaint = { $complaint ->
    [wrong] Sai
    [missing] Thiếu
    [unclear] Khó hiểu
    [outdated] Văn bản cũ
   *[other] Lý do khác
}
assistant-page-send = Gửi nhận xét
assistant-page-judge-nameless = Nhận xét được giữ không kèm tên.
assistant-page-judged = Cảm ơn đồng chí đã nhận xét.
assistant-page-hand-over = Chuyển câu hỏi cho bí thư
assistant-page-hand-over-what = Câu hỏi này sẽ đến bí thư chi bộ của đồng chí:
assistant-page-hand-over-name = Bí thư sẽ thấy tên đồng chí: { $name }. Trả lời sẽ đến đồng chí trong trò chuyện.
assistant-page-hand-over-yes = Chuyển
assistant-page-hand-over-no = Không chuyển
assistant-page-handed-over = Đã chuyển tới { $unit }, số { $number }.

# Câu hỏi chưa có lời đáp
assistant-page-gaps = Câu hỏi chưa có lời đáp
assistant-page-gaps-lead = Đảng viên đã hỏi mà thư viện chưa có lời đáp. Không ghi ai hỏi.
assistant-page-gaps-none = Hiện không có câu hỏi nào.
assistant-page-gap-question = Câu hỏi
assistant-page-gap-asked = Số lần hỏi
assistant-page-gap-times = { $asked ->
    [few] 1 đến 4
    [some] 5 đến 9
   *[many] 10 trở lên
}
assistant-page-gap-last = Gần nhất
assistant-page-gap-what = Việc đã làm
assistant-page-gap-filled = Đã bổ sung
assistant-page-gap-dismiss = Bỏ qua
assistant-page-gap-decided = { $state ->
    [filled] Đã ghi: thư viện đã bổ sung văn bản cho câu hỏi này.
   *[dismissed] Đã bỏ qua câu hỏi này.
}
assistant-page-judgements = Nhận xét về câu trả lời
assistant-page-month = Tháng
assistant-page-month-of = { $month }/{ $year }
assistant-page-helped-count = Giúp được
