# Hỏi trợ lý trong trò chuyện
command-ask = Hỏi trợ lý
button-ask = Hỏi trợ lý
button-asking-more = Xem thêm
button-asking-read = Đọc [{ $number }]
button-asking-near = Đọc văn bản { $number }
button-asking-helped = 👍 Đúng ý
button-asking-not = 👎 Chưa đúng
button-asking-hand-over = Hỏi bí thư
button-asking-search = Tìm trong thư viện
button-asking-send = Gửi câu hỏi
button-asking-keep = Không gửi
button-asking-reason = { $reason ->
    [wrong] Sai
    [missing] Thiếu
    [unclear] Khó hiểu
    [outdated] Cũ
   *[other] Lý do khác
}

asking-talk-begin = Đồng chí muốn hỏi gì? Gõ câu hỏi như nói bình thường, ví dụ: bao nhieu tuoi thi duoc vao dang. Đồng chí đừng ghi bí mật nhà nước hay việc riêng của người khác.
asking-talk-too-long = Câu hỏi dài { $length } chữ cái, tôi chỉ đọc được đến { $most }. Đồng chí hỏi ngắn lại giúp.
asking-talk-sources = Nguồn:
asking-talk-replaced-by = { $state ->
    [confirmed] đã được thay bằng { $number }
   *[found] có thể đã được thay bằng { $number }
}
asking-talk-remark-replaced = { $state ->
    [confirmed] { $number } đã được thay bằng { $by }.
   *[found] { $number } có thể đã được thay bằng { $by } (chưa có người xác nhận).
}
asking-talk-remark-expired = { $number } đã hết hiệu lực.
asking-talk-remark-budget = Hôm nay trợ lý chỉ trích nguyên văn, không diễn giải.
asking-talk-remark-no-model = Lúc này trợ lý chỉ trích nguyên văn, không diễn giải.
asking-talk-not-ready = Thư viện đang được đọc ({ $percent }%), nên tôi chưa trả lời được. Đồng chí hỏi lại sau ít phút.
asking-talk-missing = Thư viện chưa có { $documents }, nên tôi không trả lời thay được.
asking-talk-refused = { $why ->
    [no-such-answer] Tôi không thấy văn bản nào nói rõ điều đồng chí hỏi, nên không dám trả lời.
    [not-sure] Có chỗ gần với câu hỏi, nhưng tôi không chắc là câu trả lời.
    [missing-document] Văn bản đồng chí hỏi chưa có trong thư viện.
   *[other] Tôi không tìm thấy câu trả lời trong thư viện.
}
asking-talk-looked-for = Tôi đã tìm: { $words }.
asking-talk-near = Văn bản gần nhất:
asking-talk-no-more = Tôi không còn đoạn nào khác. Đồng chí có thể tìm trong thư viện.
asking-talk-no-such-number = Câu trả lời không có số đó.
asking-talk-helped = Cảm ơn đồng chí.
asking-talk-why = Câu trả lời chưa đúng ở chỗ nào? Đồng chí bấm một nút, hoặc gõ: sai, thieu, kho hieu, cu, khac. Lời này không ghi tên đồng chí.
asking-talk-not-helped = Cảm ơn đồng chí, tôi đã ghi lại, không kèm tên. Đồng chí có thể hỏi bí thư hoặc tìm trong thư viện.
asking-talk-hand-over =
    Câu hỏi này sẽ gửi đến bí thư chi bộ, dưới tên đồng chí:
    “{ $question }”
    Đồng chí gửi không? Bấm nút, hoặc gõ: gui / khong
asking-talk-handed-over = Đã gửi câu hỏi đến { $unit }. Số: { $number }. Khi có trả lời, tôi báo đồng chí ở đây; xem lại: gõ y kien cua toi
asking-talk-not-handed-over = Vâng, tôi không gửi.
asking-talk-small = { $talk ->
    [greeting] Chào đồng chí. Đồng chí cần tra cứu hay hỏi gì, cứ gõ vào đây.
    [thanks] Không có gì. Đồng chí cần gì cứ hỏi.
    [who-are-you] Tôi là trợ lý chi bộ, một chương trình máy tính. Tôi chuyển thông báo, nhắc họp, nhận góp ý, và trả lời theo văn bản trong thư viện, có dẫn nguồn. Điều gì văn bản không nói, tôi không trả lời.
    [goodbye] Chào đồng chí. Khi cần đồng chí cứ nhắn.
    [cross] Xin lỗi đồng chí, tôi chưa giúp được. Đồng chí thử hỏi lại bằng lời khác, hoặc hỏi bí thư chi bộ.
   *[off-topic] Việc này ngoài phần của trợ lý chi bộ. Tôi giúp được về văn bản của Đảng, họp chi bộ và góp ý.
}
