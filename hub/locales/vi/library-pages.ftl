# Lời của các trang Thư viện văn bản
library-page-title = Thư viện văn bản
library-page-name = { $kind ->
    [none] Văn bản
   *[other] { $kind }
} số { $number }{ $date ->
    [none] { "" }
   *[other] { " " }ngày { DAY($date) }
}
library-page-day = { DAY($day) }
library-page-no-date = Không rõ ngày
library-page-draft = Chưa đưa vào thư viện
library-page-status = { $status ->
    [in_force] Còn hiệu lực
    [replaced] { $found ->
        [yes] Có thể đã được thay thế
       *[no] Đã được thay thế
    }
   *[expired] { $found ->
        [yes] Có thể đã hết hiệu lực
       *[no] Hết hiệu lực
    }
}
library-page-status-said = { $status ->
    [replaced] { $found ->
        [yes] Văn bản này có thể đã được thay thế: một văn bản khác viết như vậy, chưa có người xem lại.
       *[no] Văn bản này đã được thay thế.
    }
   *[expired] { $found ->
        [yes] Văn bản này có thể đã hết hiệu lực.
       *[no] Văn bản này đã hết hiệu lực.
    }
}
library-page-replaced-by = Văn bản thay thế:
library-page-readers-members = Đảng viên của { $unit } và cấp dưới
library-page-readers-roles = Ở { $unit } và cấp dưới, chỉ: { $roles }

# Tìm
library-page-search = Tìm trong thư viện
library-page-search-hint = Gõ có dấu hay không dấu đều được, ví dụ: dang phi, 57-NQ/TW.
library-page-search-button = Tìm
library-page-narrow = Chọn theo loại, cơ quan, năm, hiệu lực
library-page-narrow-button = Xem
library-page-any = Tất cả
library-page-choice = { $name } ({ $count })
library-page-kind = Loại văn bản
library-page-year = Năm
library-page-ask = Hỏi trợ lý
library-page-fresh = Mới với đồng chí
library-page-fresh-more = Xem thêm { $count } văn bản mới
library-page-mark-seen = Tôi đã xem
library-page-seen = Đã ghi: đồng chí đã xem các văn bản mới.
library-page-all = Tất cả văn bản
library-page-so = Văn bản theo lựa chọn
library-page-count = { $count } văn bản
library-page-empty = Chưa có văn bản nào mà đồng chí được đọc. Khi chi bộ hoặc cấp trên đưa văn bản vào, văn bản sẽ hiện ở đây.
library-page-none-so = Không có văn bản nào như vậy. Đồng chí chọn rộng hơn.
library-page-named = Văn bản có tên, số hoặc cơ quan như vậy: { $count }
library-page-named-all = Xem tất cả
library-page-of-pages = Trang { $page } trên { $pages }
library-page-earlier = Xem trang trước
library-page-inside = Trong nội dung văn bản
library-page-nothing-inside = Không thấy đoạn nào như vậy trong các văn bản đồng chí được đọc. Đồng chí thử ít chữ hơn, hoặc hỏi trợ lý.
library-page-reading = Thư viện đang được chuẩn bị để tìm. Đồng chí thử lại sau ít phút.
library-page-reading-of = Thư viện đang được chuẩn bị để tìm: xong { $percent }%. Đồng chí thử lại sau ít phút.

# Một văn bản
library-page-document = Văn bản
library-page-number = Số, ký hiệu
library-page-issuer = Cơ quan ban hành
library-page-date = Ngày ban hành
library-page-effective = Có hiệu lực từ
library-page-expires = Hết hiệu lực từ
library-page-status-column = Hiệu lực
library-page-readers = Ai được đọc
library-page-file = Tệp gốc
library-page-draft-note = Văn bản này chưa đưa vào thư viện: chỉ người giữ thư viện đọc được.
library-page-outline = Mục lục
library-page-part = Phần { $part } trên { $count }
library-page-part-before = ‹ Phần trước
library-page-part-after = Phần sau ›
library-page-table = Bảng trong văn bản
library-page-download = Tải bản gốc
library-page-chain = Trước và sau văn bản này
library-page-chain-lead = Các văn bản liên quan, mới nhất ở trên.
library-page-chain-alone = Thư viện chưa có văn bản nào khác trước hoặc sau văn bản này.
library-page-chain-this = Đang xem
library-page-back = Quay lại
library-page-relations = Liên quan đến văn bản khác: { $count }
library-page-relation = { $kind ->
    [replaces] { $side ->
        [this] Thay thế
       *[other] Được thay thế bởi
    }
    [replaced_by] { $side ->
        [this] Được thay thế bởi
       *[other] Thay thế
    }
    [amends] { $side ->
        [this] Sửa đổi, bổ sung
       *[other] Được sửa đổi, bổ sung bởi
    }
   *[guides] { $side ->
        [this] Hướng dẫn, thực hiện
       *[other] Được hướng dẫn, thực hiện bởi
    }
}
library-page-relation-found = đọc thấy trong văn bản, chưa có người xem lại

# Đưa văn bản vào
library-page-new = Đưa văn bản vào
library-page-new-lead = Máy chủ đọc tệp, tìm số, cơ quan, ngày và tên văn bản. Đồng chí xem lại rồi mới đưa vào thư viện.
library-page-classified-note = Không đưa vào đây văn bản có dấu mật. Tệp có dấu mật không được nhận và không được giữ lại.
library-page-no-desk = Đồng chí chưa được giao giữ thư viện ở tổ chức nào.
library-page-unit = Thư viện của
library-page-unit-hint = Đảng viên của tổ chức này và các tổ chức dưới đọc được.
library-page-readers-choice-members = Mọi đảng viên
library-page-readers-choice-roles = Chỉ người giữ chức vụ chọn dưới đây
library-page-roles = Chức vụ (khi chỉ người giữ chức vụ được đọc)
library-page-files = Tệp
library-page-files-hint = Word (.docx), PDF có chữ, HTML, Markdown, văn bản thường. Chọn được nhiều tệp, một lần gửi không quá 50 MB.
library-page-no-file = Đồng chí chưa chọn tệp nào.
library-page-receive = Gửi
library-page-incoming = Tệp đã gửi
library-page-incoming-none = Trong ngày qua đồng chí chưa gửi tệp nào.
library-page-incoming-state = { $state ->
    [reading] Đang đọc
    [done] Đã đọc xong
    [unchanged] Đã có trong thư viện
    [refused] Không nhận
   *[failed] Chưa đọc được
}
library-page-read-begun = Máy chủ đang mở tệp.
library-page-read-pages = Đã đọc { $done } trên { $total } trang.
library-page-look-again = Xem lại bây giờ
library-page-more-files = Gửi tệp khác
library-page-to-library = Về thư viện
library-page-open = Mở văn bản
library-page-look-at-found = Xem lại những gì tìm thấy
library-page-refused = { $reason ->
    [unknown-format] Máy chủ không đọc được dạng tệp này, hoặc tên tệp không đúng với nội dung.
    [no-text] Tệp này là bản chụp, không có chữ để đọc.
    [broken] Tệp bị hỏng.
    [encrypted] Tệp có mật khẩu.
    [too-large] Tệp nặng quá, hoặc mở ra quá lớn.
    [classified] Tệp có dấu chỉ độ mật. Tệp không được nhận, không có gì được giữ lại.
    [empty] Tệp không có nội dung.
   *[interrupted] Máy chủ phải dừng khi đang đọc tệp này.
}
library-page-refused-advice = { $reason ->
    [unknown-format] Đồng chí lưu thành .docx hoặc PDF rồi gửi lại. Tệp .doc cũ: mở bằng Word, chọn Lưu thành, chọn .docx.
    [no-text] Đồng chí xin bản điện tử nơi ban hành, hoặc quét lại và chọn chế độ nhận dạng chữ tiếng Việt.
    [broken] Đồng chí mở thử tệp trên máy mình, lưu thành tệp mới rồi gửi lại.
    [encrypted] Đồng chí mở tệp, bỏ mật khẩu, lưu lại rồi gửi.
    [too-large] Một tệp không quá 50 MB. Bản chụp thì xin bản điện tử; tệp nhiều ảnh thì bỏ bớt ảnh.
    [classified] Tài liệu có độ mật chỉ được soạn, giữ, gửi trên máy và mạng riêng theo Luật Bảo vệ bí mật nhà nước. Đồng chí báo người phụ trách văn thư nếu tệp này đang ở máy có nối mạng.
    [empty] Đồng chí xem lại có chọn nhầm tệp không.
   *[interrupted] Đồng chí gửi lại tệp này.
}

# Xem lại và sửa
library-page-drafts = Chờ xem lại
library-page-drafts-lead = Đã đọc, chưa ai đọc được ngoài người giữ thư viện. Đồng chí mở, xem lại rồi đưa vào thư viện.
library-page-look-at = Xem lại văn bản
library-page-look-at-lead = Dưới mỗi mục là chỗ trong văn bản đã đọc ra mục ấy. Đồng chí sửa chỗ chưa đúng rồi đưa vào thư viện.
library-page-correct = Sửa thông tin
library-page-correct-lead = Dưới mỗi mục là chỗ trong văn bản đã đọc ra mục ấy. Đồng chí sửa chỗ chưa đúng.
library-page-title-field = Tên văn bản
library-page-title-missing = Đồng chí ghi tên văn bản.
library-page-day-hint = Ví dụ 22/12/2024
library-page-day-wrong = Đồng chí ghi đủ ngày, tháng, năm, ví dụ 22/12/2024.
library-page-status-hint = Thường để máy tự tính: theo ngày hết hiệu lực và văn bản thay thế.
library-page-status-by-itself = Tự tính
library-page-where-found = Trong văn bản:
library-page-not-found = Không tìm thấy trong văn bản. Đồng chí ghi nếu có.
library-page-not-in-text = Văn bản không viết đúng như vậy. Đồng chí xem lại.
library-page-relations-read = Văn bản khác được nhắc đến
library-page-relations-lead = Máy đọc thấy văn bản này thay thế, sửa đổi hoặc hướng dẫn văn bản khác. Đồng chí xác nhận hoặc bỏ.
library-page-relation-right = Có đúng không?
library-page-relation-state = { $state ->
    [confirmed] Đúng
    [rejected] Không đúng, bỏ
   *[found] Để sau
}
library-page-relation-which = Là văn bản nào
library-page-relation-none = Chưa chọn
library-page-relation-not-here = Thư viện chưa có văn bản mang số này.
library-page-relate = Thêm văn bản liên quan
library-page-relate-kind = Văn bản này
library-page-relate-number = Số của văn bản kia
library-page-relate-number-hint = Ví dụ 57-NQ/TW. Văn bản ấy phải có trong thư viện.
library-page-relate-button = Thêm
library-page-related = Đã thêm.
library-page-none-of-number = Thư viện không có văn bản nào như vậy. Đồng chí đưa văn bản ấy vào trước.
library-page-several = Có nhiều văn bản như vậy. Đồng chí chọn một.
library-page-namesakes = Thư viện đã có văn bản cùng số. Số bắt đầu lại sau mỗi nhiệm kỳ, nên đồng chí xem kỹ cơ quan và ngày:
library-page-release = Đưa vào thư viện
library-page-released = Đã đưa vào thư viện. Người được đọc tìm thấy ngay.
library-page-name-held = Thư viện đã có văn bản này:
library-page-take-place = Thay bằng tệp mới
library-page-take-place-what = Khi thay, nội dung và tệp cũ bị bỏ, không lấy lại được. Các chỗ dẫn đến văn bản và phạm vi người được đọc giữ như cũ.
library-page-took-place = Đã thay bằng tệp mới. Các chỗ dẫn đến văn bản vẫn mở được.
library-page-save = Lưu
library-page-saved = Đã lưu.
library-page-read = Đọc văn bản
library-page-remove = Bỏ khỏi thư viện
library-page-remove-what = Bỏ rồi không lấy lại được: nội dung, tệp gốc và mọi chỗ dẫn đến văn bản này đều mất.
library-page-remove-instead = Nếu văn bản chỉ hết hiệu lực thì không cần bỏ: đồng chí ghi ngày hết hiệu lực, văn bản vẫn tra cứu được.
library-page-remove-yes = Bỏ hẳn văn bản này
library-page-remove-no = Giữ lại
library-page-removed = Đã bỏ văn bản khỏi thư viện.
library-page-gaps = Câu hỏi chưa có lời đáp
today-library = Văn bản mới của { $unit } đã được đọc, chờ đồng chí xem lại để đưa vào thư viện.
